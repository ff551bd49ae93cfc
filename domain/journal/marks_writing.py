"""Marks of one lesson inside a transaction, all at once: few statements for any number of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.errors import Outdated
from domain.events import Fact, MarkChanged
from domain.ids import LessonId, MarkId
from domain.journal.debt_writing import logged_end
from domain.journal.mark_writing import MarkChange, logged_change, logged_new, told_of
from domain.journal.ports import JournalTransaction, LessonMark, MarkPlace, MarkSpot, NewMark, OpenDebt
from domain.school.ports import Change
from domain.school.timetable import PlannedLesson


@dataclass(frozen=True, slots=True)
class MarksAsked:
    """What is new, what changes a mark that stands, and the works that are handed in with them; by one author."""

    added: Sequence[NewMark]
    changed: Mapping[LessonMark, NewMark]
    handed: Mapping[OpenDebt, NewMark]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed)


def is_same(place: MarkPlace, new: NewMark) -> bool:
    return place.mark is not None and (place.mark.value, place.mark.taken_back) == (new.value, False)


async def write_marks(tx: JournalTransaction, lesson: PlannedLesson, number: LessonId, asked: MarksAsked) -> None:
    """Raises `Outdated` for a mark or a debt changed meanwhile."""
    made = await tx.marks.add(number, lesson, asked.added) if asked.added else {}
    if asked.changed and not await tx.marks.put(asked.changed):
        raise Outdated
    handed = {debt: _mark_of(new, made, asked) for debt, new in asked.handed.items()}
    if handed and not await tx.debts.hand_in(handed, next(iter(asked.handed.values())).by):
        raise Outdated
    ended = [logged_end(number, debt, handed[debt], new.by) for debt, new in asked.handed.items()]
    await tx.changes.add(*_logged(number, asked, made), *ended)
    await tx.facts.add(*_told(asked, made))


def _mark_of(new: NewMark, made: Mapping[MarkSpot, MarkId], asked: MarksAsked) -> MarkId:
    standing = (mark.id for mark, one in asked.changed.items() if one.spot == new.spot)
    return made[new.spot] if new.spot in made else next(standing)


def _logged(number: LessonId, asked: MarksAsked, made: Mapping[MarkSpot, MarkId]) -> Iterator[Change]:
    yield from (logged_new(number, new, made[new.spot]) for new in asked.added)
    yield from (logged_change(number, mark, _change(new)) for mark, new in asked.changed.items())


def _told(asked: MarksAsked, made: Mapping[MarkSpot, MarkId]) -> Iterator[Fact]:
    yield from (MarkChanged(new.by, made[new.spot], new.pupil, 1) for new in asked.added)
    for mark, new in asked.changed.items():
        yield from told_of(mark, _change(new))


def _change(new: NewMark) -> MarkChange:
    return MarkChange(new.value, taken_back=False, late=new.late, by=new.by)
