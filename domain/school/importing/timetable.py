"""Putting a timetable in: from a day on the file's week stands, and what stood before stays for the past (2.1.1)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.roles.names import norm
from domain.school.bells import Bell
from domain.school.class_names import grade_of
from domain.school.importing.remarks import About, Doubt, Expected, Mistake, Note
from domain.school.importing.sheets import Place
from domain.school.importing.timetable_clashes import clashes
from domain.school.importing.timetable_draft import TimetableDraft
from domain.school.importing.timetable_left import left_behind
from domain.school.importing.timetable_load import by_load
from domain.school.importing.timetable_room import (
    KnownTimetable,
    OnDay,
    TimetablePlan,
    TimetableRoom,
    TimetableTransaction,
)
from domain.school.importing.timetable_week import WeekChange, change_of
from domain.school.importing.timetable_wished import WishedTimetable

__all__ = ["TimetableOutcome", "TimetableTransaction", "put_timetable"]


@dataclass(frozen=True, slots=True)
class TimetableOutcome:
    """What was done, or would be; with a mistake nothing is. Lessons are counted as lines of the week."""

    valid_from: date | None = None
    kept: int = 0
    added: int = 0
    ended: int = 0
    mistakes: Sequence[Mistake] = ()
    doubts: Sequence[Doubt] = ()
    notes: Sequence[Note] = ()
    change: WeekChange | None = None
    """Ids below zero are the plan's."""

    @property
    def changes(self) -> int:
        return self.added + self.ended


async def put_timetable(
    tx: TimetableTransaction, wished: WishedTimetable, valid_from: date | None, today: date
) -> TimetableOutcome:
    """`valid_from` None: from today on; the first timetable of a year from the year's first day."""
    if wished.mistakes:
        return TimetableOutcome(mistakes=wished.mistakes, notes=wished.notes)
    known = await tx.timetable_rows.known()
    start = _start(known, valid_from, today) if known else None
    if known is None or start is None:
        asked = (valid_from or today).isoformat()
        return TimetableOutcome(mistakes=(Mistake(Place(wished.file), asked, Expected.SCHOOL_DAY),), notes=wished.notes)
    told = by_load(wished, known.school) if wished.by_load else wished
    return await _put(tx.timetable_rows, known, TimetableDraft.of(known, told, today), start)


async def _put(room: TimetableRoom, known: KnownTimetable, draft: TimetableDraft, start: date) -> TimetableOutcome:
    change = change_of(known.week, draft.lines, start)
    mistakes = _against_journal(draft.wished.file, change, await room.written(start))
    notes = [*draft.wished.notes, *draft.notes, *clashes(draft.lessons), *_bells(draft)]
    outcome = TimetableOutcome(start, doubts=[*draft.wished.doubts, *draft.doubts], notes=notes, mistakes=mistakes)
    if mistakes:
        return outcome
    notes += [*_made(draft), *left_behind(known, change, await room.changes(start), await room.homework(start))]
    await room.carry_out(TimetablePlan(draft.new, change, draft.bells))
    added, ended = len(change.added) + len(change.resumed), len(change.gone)
    return replace(outcome, kept=change.kept, added=added, ended=ended, change=change)


def _start(known: KnownTimetable, asked: date | None, today: date) -> date | None:
    """None for a day outside the newest school year."""
    first = known.school.year_starts
    start = asked or (max(today, first) if known.week else first)
    return start if first <= start <= known.year_ends else None


def _against_journal(file: str, change: WeekChange, written: Sequence[OnDay]) -> list[Mistake]:
    """What the journal holds of a lesson keeps it in the timetable of that day."""
    days = [one.day for one in written if one.entry in change.gone]
    if not days:
        return []
    return [Mistake(Place(file), change.start.isoformat(), Expected.DAY_AFTER_JOURNAL, max(days).isoformat())]


def _bells(draft: TimetableDraft) -> Iterator[Note]:
    """Bells come from the file into a school without any; others are the office's, and stay."""
    wished, place = draft.wished, Place(draft.wished.file)
    if not wished.bells:
        if not draft.known.bells:
            yield Note(About.BELLS_UNKNOWN, place)
    elif draft.bells and not wished.ends_told:
        yield Note(About.BELL_ENDS_ASSUMED, place)
    elif not any(_ring_alike(wished, bells) for bells in (draft.bells, *_standing(draft))):
        yield Note(About.BELLS_DIFFER, place)


def _standing(draft: TimetableDraft) -> Iterator[Mapping[int, Bell]]:
    """Sets for grades, and those of the file's own classes: another class's shift says nothing of it."""
    yield from draft.known.bells
    for class_id in {class_id for line in draft.lines for class_id, _ in line.parts}:
        yield from draft.known.class_bells.get(class_id, ())


def _ring_alike(wished: WishedTimetable, bells: Mapping[int, Bell]) -> bool:
    return all(
        position in bells
        and bells[position].starts == bell.starts
        and (not wished.ends_told or bells[position] == bell)
        for position, bell in wished.bells.items()
    )


def _made(draft: TimetableDraft) -> Iterator[Note]:
    """All that comes into being, by name; a slip of the pen in the file shows here."""
    new, names = draft.new, draft.class_names
    made = {
        About.NEW_CLASSES: [one.name for one in new.classes],
        About.NEW_SUBJECTS: [one.name for one in new.subjects],
        About.NEW_TEACHERS: [one.name.full for one in new.people],
        About.NOW_TEACHER: [one.name.full for one in draft.teaching],
        About.NEW_GROUPS: [f"{names[one.class_id]}: {one.name}" for one in new.groups],
    }
    return (Note(about, Place(draft.wished.file), _in_order(named)) for about, named in made.items() if named)


def _in_order(names: Sequence[str]) -> str:
    """By grade where they begin with one, then by name."""
    return ", ".join(sorted(names, key=lambda name: (grade_of(name) or 0, norm(name))))
