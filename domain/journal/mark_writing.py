"""A mark inside a transaction: its row, the change log, the facts, all or none of them (1.3, 1.4.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.errors import Outdated
from domain.events import Fact, MarkChanged, MarkTouched
from domain.ids import LessonId, MarkId, MarkRequestId, PersonId
from domain.journal.ports import JournalTransaction, LessonMark, NewMark
from domain.school.ports import Change

LOGGED = "mark"


@dataclass(frozen=True, slots=True)
class MarkChange:
    """What a mark becomes. `why` and `request`: of an old mark, the reason and what the deputy consented to."""

    value: str
    taken_back: bool
    late: bool
    by: PersonId
    why: str | None = None
    request: MarkRequestId | None = None
    logged_by: PersonId | None = None
    """Who has decided it, where that is not who asked for it (`by`)."""


def logged_new(number: LessonId, new: NewMark, made: MarkId) -> Change:
    after = {"mark": made, "version": 1, "value": new.value, "taken_back": False}
    return Change(LOGGED, new.by, number, new.pupil, None, after)


def logged_change(number: LessonId, mark: LessonMark, change: MarkChange) -> Change:
    to = {"value": change.value, "taken_back": change.taken_back}
    after = {"mark": mark.id, "version": mark.version + 1, **to, **_reasons(change)}
    return Change(LOGGED, change.logged_by or change.by, number, mark.pupil, _before(mark), after)


def told_of(mark: LessonMark, change: MarkChange) -> tuple[Fact, ...]:
    """Who had set it hears of a change by another."""
    author = change.logged_by or change.by
    return MarkChanged(author, mark.id, mark.pupil, mark.version + 1), *_touched(mark, change)


async def change_mark(tx: JournalTransaction, number: LessonId, mark: LessonMark, change: MarkChange) -> None:
    """Three statements. Raises `Outdated` for a mark changed meanwhile."""
    value, taken_back, late = change.value, change.taken_back, change.late
    if not await tx.marks.change(mark, value=value, taken_back=taken_back, late=late, by=change.by):
        raise Outdated
    await tx.changes.add(logged_change(number, mark, change))
    await tx.facts.add(*told_of(mark, change))


async def comment_mark(
    tx: JournalTransaction, number: LessonId, mark: LessonMark, words: str | None, by: PersonId
) -> None:
    """As `change_mark`, of the words alone."""
    if not await tx.marks.comment(mark, words):
        raise Outdated
    before = {"mark": mark.id, "comment": mark.comment}
    after = {"mark": mark.id, "version": mark.version + 1, "comment": words}
    await tx.changes.add(Change(LOGGED, by, number, mark.pupil, before, after))
    await tx.facts.add(MarkChanged(by, mark.id, mark.pupil, mark.version + 1))


def _before(mark: LessonMark) -> Mapping[str, Any]:
    return {"mark": mark.id, "value": mark.value, "taken_back": mark.taken_back, "by": mark.set_by}


def _reasons(change: MarkChange) -> Mapping[str, Any]:
    said = {"why": change.why, "request": change.request, "asked_by": change.by if change.request else None}
    return {name: value for name, value in said.items() if value is not None}


def _touched(mark: LessonMark, change: MarkChange) -> tuple[Fact, ...]:
    if mark.set_by in (None, change.by):
        return ()
    assert mark.set_by is not None
    return (MarkTouched(change.by, mark.id, mark.set_by, mark.version + 1),)
