"""What a class has to do on a day, and when control works are written: for the guard against overload."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, exists, null, select, union_all

from domain.ids import ClassId, GroupId, HomeworkId, SubjectId
from domain.journal.overload import ControlWork, says_control
from domain.journal.overload_guard import CONTROL, DueMinutes
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.journal.homework_reads import by_homework
from storage.tables.curriculum import curriculum_plans, plan_topics
from storage.tables.journal import homework, homework_pupils, lesson_classes, lessons, marks, work_kinds
from storage.tables.school import subjects


class LoadReads:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def minutes_due(self, class_id: ClassId, days: Collection[date]) -> Sequence[DueMinutes]:
        asked = (
            select(homework, homework_pupils.c.pupil_id.label("for_pupil"))
            .outerjoin(homework_pupils, homework_pupils.c.homework_id == homework.c.id)
            .where(homework.c.class_id == class_id, homework.c.due_day.in_(days))
            .where(homework.c.cancelled_at.is_(None), homework.c.minutes.is_not(None))
            .order_by(homework.c.id)
        )
        return [
            DueMinutes(
                HomeworkId(row.id),
                ClassId(row.class_id),
                GroupId(row.group_id) if row.group_id is not None else None,
                row.due_day,
                row.minutes,
                pupils,
            )
            for row, pupils in by_homework(await self._database.reader.rows(asked))
        ]

    async def control_works(
        self, classes: Collection[ClassId], first: date, last: date, but: HomeworkId
    ) -> Sequence[ControlWork]:
        """One statement: marks, what homework announces, plans of topics."""
        about = {"classes": list(classes), "first": first, "last": last, "but": but}
        rows = await self._database.reader.rows(CONTROLS, about)
        said = (row for row in rows if row.words is None or says_control(row.words))
        return list(dict.fromkeys(map(_work, said)))

    async def control_begun(self, ref: LessonRef) -> bool:
        return await self._database.reader.row(BEGUN, {"entry": ref.entry, "day": ref.day}) is not None


def _control_marks() -> Any:
    return exists().where(
        marks.c.lesson_id == lessons.c.id,
        marks.c.taken_back.is_(False),
        marks.c.kind_id == work_kinds.c.id,
        work_kinds.c.code == CONTROL,
    )


def _written() -> Any:
    return (
        select(lesson_classes.c.class_id, lessons.c.subject_id, subjects.c.name, lessons.c.day)
        .add_columns(null().label("words"))
        .select_from(
            lessons.join(lesson_classes, lesson_classes.c.lesson_id == lessons.c.id).join(
                subjects, lessons.c.subject_id == subjects.c.id
            )
        )
        .where(lesson_classes.c.class_id.in_(_classes()), _in_time(lessons.c.day), _control_marks())
    )


def _announced() -> Any:
    return (
        select(homework.c.class_id, homework.c.subject_id, subjects.c.name, homework.c.due_day.label("day"))
        .add_columns(homework.c.text.label("words"))
        .join(subjects, homework.c.subject_id == subjects.c.id)
        .where(homework.c.class_id.in_(_classes()), _in_time(homework.c.due_day))
        .where(homework.c.cancelled_at.is_(None), homework.c.id != bindparam("but"))
        .where(homework.c.text.like("%онтрольн%") | homework.c.text.like("%/%") | homework.c.text.like("%ontrol%"))
    )


def _planned() -> Any:
    return (
        select(curriculum_plans.c.class_id, curriculum_plans.c.subject_id, subjects.c.name)
        .add_columns(plan_topics.c.planned_day.label("day"), plan_topics.c.topic.label("words"))
        .select_from(
            plan_topics.join(curriculum_plans, plan_topics.c.plan_id == curriculum_plans.c.id).join(
                subjects, curriculum_plans.c.subject_id == subjects.c.id
            )
        )
        .where(curriculum_plans.c.class_id.in_(_classes()), _in_time(plan_topics.c.planned_day))
        .where(plan_topics.c.topic.like("%онтрольн%"))
    )


def _begun() -> Any:
    asked = select(lessons.c.id).where(lessons.c.entry_id == bindparam("entry"), lessons.c.day == bindparam("day"))
    return asked.where(_control_marks())


def _classes() -> Any:
    return bindparam("classes", expanding=True)


def _in_time(column: Any) -> Any:
    return column.between(bindparam("first"), bindparam("last"))


# Made once: putting them together costs more than running them.
CONTROLS, BEGUN = union_all(_written(), _announced(), _planned()), _begun()


def _work(row: Any) -> ControlWork:
    return ControlWork(ClassId(row.class_id), SubjectId(row.subject_id), row.name, row.day)
