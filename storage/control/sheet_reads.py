"""What sheets of marks and reports are made of."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import select

from domain.control.lesson_records import WRITTEN_KINDS
from domain.control.mark_sheet import YearMark
from domain.control.teacher_lines import PlannedHours, WrittenWork
from domain.ids import ClassId, GroupId, LessonId, PersonId, SubjectId
from domain.journal.periods import PERIODS, ResultKind
from domain.roles.people import PersonName
from domain.school.timetable import SubjectRef
from storage.executor import Reader
from storage.tables.curriculum import curriculum_plans, plan_topics
from storage.tables.grading import results
from storage.tables.journal import lesson_classes, lessons, marks, work_kinds
from storage.tables.roles import people
from storage.tables.school import classes, subjects


class SheetReads:
    """Each answer is one statement."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def of_year(
        self, class_id: ClassId, pupils: Collection[PersonId], subjects_: Collection[SubjectId] | None = None
    ) -> Sequence[YearMark]:
        year = select(classes.c.year_id).where(classes.c.id == class_id).scalar_subquery()
        of = results.c
        asked = (
            select(of.pupil_id, of.subject_id, of.kind, of.number, of.value, subjects.c.name, subjects.c.short)
            .join(subjects, of.subject_id == subjects.c.id)
            .where(of.pupil_id.in_(list(pupils)), of.year_id == year, of.taken_back.is_(False))
        )
        if subjects_ is not None:
            asked = asked.where(of.subject_id.in_(list(subjects_)))
        return [
            YearMark(
                PersonId(row.pupil_id),
                SubjectRef(SubjectId(row.subject_id), row.name, row.short),
                PERIODS[ResultKind(row.kind), row.number],
                row.value,
            )
            for row in await self._reader.rows(asked)
        ]

    async def names(self, persons: Collection[PersonId]) -> Mapping[PersonId, PersonName]:
        p = people.c
        asked = select(p.id, p.surname, p.given, p.patronymic).where(p.id.in_(list(persons))).order_by(p.name_norm)
        rows = await self._reader.rows(asked)
        return {PersonId(row.id): PersonName(row.surname, row.given, row.patronymic) for row in rows}

    async def planned_hours(
        self, class_ids: Collection[ClassId], subjects_: Collection[SubjectId]
    ) -> Sequence[PlannedHours]:
        plan, topic = curriculum_plans.c, plan_topics.c
        asked = (
            select(plan.class_id, plan.group_id, plan.subject_id, topic.planned_day, topic.hours)
            .join(plan_topics, topic.plan_id == plan.id)
            .where(plan.class_id.in_(list(class_ids)), plan.subject_id.in_(list(subjects_)))
            .where(topic.planned_day.is_not(None))
        )
        return [
            PlannedHours(
                ClassId(row.class_id),
                GroupId(row.group_id) if row.group_id is not None else None,
                SubjectId(row.subject_id),
                row.planned_day,
                row.hours,
            )
            for row in await self._reader.rows(asked)
        ]

    async def written_works(
        self, class_ids: Collection[ClassId], subjects_: Collection[SubjectId], first: date, last: date
    ) -> Sequence[WrittenWork]:
        part = lesson_classes.c
        asked = (
            select(lessons.c.id, lessons.c.subject_id, lessons.c.day, part.class_id, part.group_id)
            .add_columns(work_kinds.c.name)
            .select_from(
                marks.join(lessons, marks.c.lesson_id == lessons.c.id)
                .join(lesson_classes, part.lesson_id == lessons.c.id)
                .join(work_kinds, marks.c.kind_id == work_kinds.c.id)
            )
            .where(marks.c.day.between(first, last), marks.c.taken_back.is_(False))
            .where(work_kinds.c.code.in_(sorted(WRITTEN_KINDS)))
            .where(part.class_id.in_(list(class_ids)), lessons.c.subject_id.in_(list(subjects_)))
            .distinct()
        )
        return [
            WrittenWork(
                LessonId(row.id),
                ClassId(row.class_id),
                GroupId(row.group_id) if row.group_id is not None else None,
                SubjectId(row.subject_id),
                row.day,
                row.name,
            )
            for row in await self._reader.rows(asked)
        ]
