"""What the lists of who is at risk follow from; each answer is one statement for the whole school."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import and_, exists, func, or_, select, tuple_

from domain.attendance.presence import Presence
from domain.control.current_marks import Pair
from domain.control.risks import LOW, AwayLessons, CalledLessons
from domain.ids import ClassId, GroupId, PersonId, SubjectId
from domain.journal.ports import TermMark
from domain.school.timetable import ChangeKind
from storage.control.achievement_reads import marks_by_pair, standing, term_marks
from storage.executor import Reader
from storage.tables.attendance import attendance
from storage.tables.journal import lesson_classes, lessons, marks
from storage.tables.school import lesson_changes

AWAY = [status for status in Presence if status.away]


class RiskReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def with_twos(
        self, first: date, last: date, least: int, pupils: Collection[PersonId] | None
    ) -> Mapping[Pair, Sequence[TermMark]]:
        m = marks.c
        low = (
            select(m.pupil_id, m.subject_id)
            .where(*standing(first, last, pupils), m.value.in_(LOW))
            .group_by(m.pupil_id, m.subject_id)
            .having(func.count() >= least)
        )
        asked = term_marks(first, last, pupils).where(tuple_(m.pupil_id, m.subject_id).in_(low))
        return marks_by_pair(await self._reader.rows(asked))

    async def called(self, first: date, last: date, classes: Collection[ClassId]) -> Sequence[CalledLessons]:
        part, lesson, noted = lesson_classes.c, lessons.c, attendance.c
        somebody = select(noted.lesson_id).where(noted.day.between(first, last), noted.status != Presence.PRESENT)
        asked = (
            select(part.class_id, part.group_id, lesson.subject_id, lesson.day, func.count().label("many"))
            .select_from(lessons.join(lesson_classes, part.lesson_id == lesson.id))
            .where(lesson.day.between(first, last), part.class_id.in_(list(classes)), _took_place())
            .where(or_(lesson.roll_call_closed_at.is_not(None), lesson.id.in_(somebody)))
            .group_by(part.class_id, part.group_id, lesson.subject_id, lesson.day)
        )
        return [
            CalledLessons(
                ClassId(row.class_id),
                _group(row.group_id),
                SubjectId(row.subject_id),
                row.day,
                row.many,
            )
            for row in await self._reader.rows(asked)
        ]

    async def away(self, first: date, last: date, pupils: Collection[PersonId] | None) -> Sequence[AwayLessons]:
        noted, lesson, part = attendance.c, lessons.c, lesson_classes.c
        place = (noted.pupil_id, part.class_id, part.group_id, lesson.subject_id, noted.day)
        asked = (
            select(*place, func.count().label("many"))
            .select_from(attendance.join(lessons).join(lesson_classes, part.lesson_id == lesson.id))
            .where(noted.day.between(first, last), noted.status.in_(AWAY), _took_place())
            .group_by(*place)
        )
        if pupils is not None:
            asked = asked.where(noted.pupil_id.in_(list(pupils)))
        return [
            AwayLessons(
                PersonId(row.pupil_id),
                ClassId(row.class_id),
                _group(row.group_id),
                SubjectId(row.subject_id),
                row.day,
                row.many,
            )
            for row in await self._reader.rows(asked)
        ]


def _group(number: int | None) -> GroupId | None:
    return GroupId(number) if number is not None else None


def _took_place() -> Any:
    change = lesson_changes.c
    gone = exists().where(
        and_(change.entry_id == lessons.c.entry_id, change.day == lessons.c.day),
        change.kind.in_((ChangeKind.CANCELLED, ChangeKind.MOVED)),
    )
    return ~gone
