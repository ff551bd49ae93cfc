"""What is said of a changed lesson at delivery: as it stands then, to whom it concerns, once in the same words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.ids import EntryId, PersonId
from domain.messaging.contents import LessonChangeNews
from domain.messaging.fates import Fate, Known, Say
from domain.messaging.kinds import Kind, Mode
from domain.messaging.outbox import Claimed
from domain.messaging.truth import GONE, NOT_A_READER, NOTHING, Drop, verdict
from domain.school.changed_lessons import AS_PLANNED, ChangedLesson, changed_lesson
from domain.school.ports import Timetables
from domain.school.timetable import LessonRef


@dataclass(frozen=True, slots=True)
class LessonFates:
    timetables: Timetables

    async def of(self, rows: Sequence[Claimed], known: Known) -> dict[int, Fate]:
        """Nothing but the timetable, which is kept in memory."""
        if not rows:
            return {}
        lessons = await self._lessons({lesson_ref(row) for row in rows})
        return {row.id: changed_lesson_fate(row, lessons.get(lesson_ref(row)), known) for row in rows}

    async def _lessons(self, refs: set[LessonRef]) -> Mapping[LessonRef, ChangedLesson]:
        plan, found = await self.timetables.plan(), {}
        days = {day: await self.timetables.day(day) for day in {ref.day for ref in refs}}
        for ref in refs:
            lesson = changed_lesson(plan, days[ref.day], ref)
            if lesson is not None:
                found[ref] = lesson
        return found


def changed_lesson_fate(row: Claimed, lesson: ChangedLesson | None, known: Known) -> Say | Drop:
    if lesson is None:
        return GONE
    return _to_teacher(row, lesson, known) if row.kind is Kind.LESSON_CHANGED else _to_family(row, lesson, known)


def _to_family(row: Claimed, lesson: ChangedLesson, known: Known) -> Say | Drop:
    reader = known.reader(row)
    seat = known.roster.seats.get(reader.pupil) if reader else None
    if reader is None or seat is None or not lesson.planned.is_for(seat.class_id, seat.groups):
        return NOT_A_READER
    class_name = known.roster.classes[seat.class_id].name
    return _told(row, lesson, known, known.mode(reader, Kind.TIMETABLE), class_name, None)


def _to_teacher(row: Claimed, lesson: ChangedLesson, known: Known) -> Say | Drop:
    """Who was told that it is theirs hears that it is so no more; who never was hears nothing."""
    person = known.addresses[row.account].person
    if person not in lesson.teachers and known.said_of(row).value is None:
        return NOTHING
    return _told(row, lesson, known, Mode.NOW, None, person)


def _told(
    row: Claimed, lesson: ChangedLesson, known: Known, mode: Mode, class_name: str | None, teacher: PersonId | None
) -> Say | Drop:
    decided = verdict(lesson.value, lesson.value != AS_PLANNED, mode, known.said_of(row))
    if isinstance(decided, Drop):
        return decided
    news = LessonChangeNews(lesson, known.time.today(), class_name, teacher, decided.correction)
    return Say(news, decided.said)


def lesson_ref(row: Claimed) -> LessonRef:
    return LessonRef(EntryId(row.body["entry"]), date.fromisoformat(row.body["day"]))
