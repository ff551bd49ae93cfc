"""A debt inside a transaction: its row, the change log, the fact."""

from domain.errors import Outdated
from domain.events import DebtChanged
from domain.ids import LessonId, MarkId, PersonId
from domain.journal.ports import JournalTransaction, NewDebt, OpenDebt
from domain.school.ports import Change

LOGGED = "debt"


async def set_debt(tx: JournalTransaction, number: LessonId, before: OpenDebt | None, new: NewDebt) -> OpenDebt:
    """Three statements."""
    debt = await tx.debts.set(number, new)
    was = {"debt": before.id, "due": before.due.isoformat()} if before is not None else None
    after = {"debt": debt.id, "due": new.due.isoformat()}
    await tx.changes.add(Change(LOGGED, new.by, number, new.pupil, was, after))
    await tx.facts.add(DebtChanged(new.by, debt.id, debt.pupil, debt.version))
    return debt


async def end_debt(tx: JournalTransaction, number: LessonId, debt: OpenDebt, by: PersonId) -> None:
    """Taken back. Raises `Outdated` for one that had ended."""
    if not await tx.debts.end(debt, by):
        raise Outdated
    await tx.changes.add(logged_end(number, debt, None, by))
    await tx.facts.add(DebtChanged(by, debt.id, debt.pupil, debt.version + 1))


def logged_end(number: LessonId, debt: OpenDebt, mark: MarkId | None, by: PersonId) -> Change:
    """`mark`: what it became by the teacher's act; the family hears of that alone."""
    before = {"debt": debt.id, "due": debt.due.isoformat()}
    return Change(LOGGED, by, number, debt.pupil, before, {"debt": debt.id, "mark": mark})
