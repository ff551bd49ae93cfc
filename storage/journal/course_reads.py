"""A course as it went: topics written, lessons lost, homework given, what a class did last."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Select, and_, exists, func, or_, select

from domain.ids import EntryId
from domain.journal.homework_given import HomeworkGiven
from domain.journal.plan_progress import CourseChange, CourseRecord
from domain.journal.what_was import PastHomework, PastTopic
from domain.school.timetable import ChangeKind, LessonRef, PlannedLesson
from storage.database import Database
from storage.tables.journal import homework, homework_files, homework_pupils, lesson_classes, lessons
from storage.tables.school import lesson_changes


class CourseReads:
    """Each answer is one statement, `record` two."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, entries: Collection[EntryId]) -> CourseRecord:
        change, lesson = lesson_changes.c, lessons.c
        asked = select(change.entry_id, change.day, change.kind, change.subject_id)
        changed = asked.where(change.entry_id.in_(entries), change.kind != "none")
        topics = select(lesson.entry_id, lesson.day).where(lesson.entry_id.in_(entries), _has_topic())
        changes = {_ref(row): _change(row) for row in await self._database.reader.rows(changed)}
        return CourseRecord(changes, frozenset(_ref(row) for row in await self._database.reader.rows(topics)))


def homework_given() -> Select[Any]:
    """What stands for classes and subgroups; not what is for single pupils."""
    single = exists().where(homework_pupils.c.homework_id == homework.c.id)
    about = homework.c
    asked = select(about.class_id, about.group_id, about.subject_id, about.due_day, about.set_at, about.none_set)
    return asked.where(about.cancelled_at.is_(None), ~single)


def given(row: Any) -> HomeworkGiven:
    """Of a row of `homework_given`, whose columns stand in that order."""
    return HomeworkGiven(*row)


class PastReads:
    """Each answer is one statement."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def topics(self, lesson: PlannedLesson, most: int) -> Sequence[PastTopic]:
        day, position = lesson.ref.day, lesson.position
        earlier = or_(lessons.c.day < day, and_(lessons.c.day == day, lessons.c.position < position))
        asked = (
            select(lessons.c.day, lessons.c.position, lessons.c.topic)
            .join(lesson_classes, lesson_classes.c.lesson_id == lessons.c.id)
            .where(lessons.c.subject_id == lesson.subject.id, _has_topic(), earlier, _of_parts(lesson, lesson_classes))
            .distinct()
            .order_by(lessons.c.day.desc(), lessons.c.position.desc())
            .limit(most)
        )
        return [PastTopic(row.day, row.topic) for row in await self._database.reader.rows(asked)]

    async def homework(self, lesson: PlannedLesson, most: int) -> Sequence[PastHomework]:
        files = select(func.count()).where(homework_files.c.homework_id == homework.c.id).scalar_subquery()
        asked = (
            select(homework.c.due_day, homework.c.text, homework.c.none_set, files.label("files"))
            .where(homework.c.subject_id == lesson.subject.id, homework.c.due_day <= lesson.ref.day)
            .where(homework.c.cancelled_at.is_(None), _of_parts(lesson, homework))
            .order_by(homework.c.due_day.desc(), homework.c.id.desc())
            .limit(most)
        )
        rows = await self._database.reader.rows(asked)
        return [PastHomework(row.due_day, row.text, row.files, row.none_set) for row in rows]


def _of_parts(lesson: PlannedLesson, table: Any) -> Any:
    """What concerned the whole class concerned its subgroups."""
    return or_(
        *(
            and_(table.c.class_id == part.id, or_(table.c.group_id.is_(None), table.c.group_id == part.group))
            if part.group
            else table.c.class_id == part.id
            for part in lesson.parts
        )
    )


def _has_topic() -> Any:
    return and_(lessons.c.topic.is_not(None), lessons.c.topic != "")


def _ref(row: Any) -> LessonRef:
    return LessonRef(EntryId(row.entry_id), row.day)


def _change(row: Any) -> CourseChange:
    return CourseChange(ChangeKind(row.kind), row.subject_id is not None)
