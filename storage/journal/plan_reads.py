"""Curriculum plans (КТП): their topics with the lessons that were given on them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, and_, bindparam, select

from domain.ids import GroupId, PlanTopicId, SubjectId
from domain.journal.plan_topics import PlanTopic
from domain.school.timetable import ClassPart, LessonRef, PlannedLesson
from storage.database import Database
from storage.tables.curriculum import curriculum_plans, plan_topics
from storage.tables.journal import lesson_classes, lessons


class PlanReads:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def topics(self, parts: Sequence[ClassPart], subject: SubjectId) -> Sequence[PlanTopic]:
        """One statement."""
        asked = {"subjects": [subject], "classes": [part.id for part in parts]}
        return _of_first(await self._database.reader.rows(TOPICS, asked), parts)

    async def topics_of(self, planned: Sequence[PlannedLesson]) -> Mapping[LessonRef, Sequence[PlanTopic]]:
        """One statement."""
        classes = {part.id for lesson in planned for part in lesson.parts}
        asked = {"subjects": list({lesson.subject.id for lesson in planned}), "classes": list(classes)}
        by_subject: dict[int, list[Row[Any]]] = {}
        for row in await self._database.reader.rows(TOPICS, asked):
            by_subject.setdefault(row.subject_id, []).append(row)
        return {one.ref: _of_first(by_subject.get(one.subject.id, ()), one.parts) for one in planned}


def _topics_with_lessons() -> Any:
    """A topic comes once for each of its lessons; the lesson's subgroup with it."""
    link = lesson_classes.c
    in_class = and_(link.lesson_id == lessons.c.id, link.class_id == curriculum_plans.c.class_id)
    return (
        select(plan_topics, curriculum_plans.c.class_id, curriculum_plans.c.group_id, curriculum_plans.c.subject_id)
        .add_columns(lessons.c.day, lessons.c.position, lesson_classes.c.group_id.label("given_to"))
        .select_from(
            curriculum_plans.join(plan_topics, plan_topics.c.plan_id == curriculum_plans.c.id)
            .outerjoin(lessons, lessons.c.plan_topic_id == plan_topics.c.id)
            .outerjoin(lesson_classes, in_class)
        )
        .where(curriculum_plans.c.class_id.in_(bindparam("classes", expanding=True)))
        .where(curriculum_plans.c.subject_id.in_(bindparam("subjects", expanding=True)))
        .order_by(plan_topics.c.number, lessons.c.day, lessons.c.position)
    )


TOPICS = _topics_with_lessons()
"""Made once: putting it together costs more than running it."""


def _of_first(rows: Sequence[Row[Any]], parts: Sequence[ClassPart]) -> Sequence[PlanTopic]:
    part = next((part for part in parts if any(row.class_id == part.id for row in rows)), None)
    return _of_part(rows, part) if part else ()


def _of_part(rows: Sequence[Row[Any]], part: ClassPart) -> Sequence[PlanTopic]:
    mine = [row for row in rows if row.class_id == part.id]
    own = [row for row in mine if row.group_id == part.group] if part.group else []
    chosen = own or [row for row in mine if row.group_id is None]
    by_topic: dict[int, list[Row[Any]]] = {}
    for row in chosen:
        by_topic.setdefault(row.id, []).append(row)
    return tuple(_topic(of_topic, part.group) for of_topic in by_topic.values())


def _topic(rows: Sequence[Row[Any]], group: GroupId | None) -> PlanTopic:
    """What another subgroup was given counts there, not here."""
    first = rows[0]
    given = [row for row in rows if row.day is not None and (group is None or row.given_to in (None, group))]
    return PlanTopic(
        PlanTopicId(first.id),
        first.number,
        first.topic,
        first.hours,
        first.planned_day,
        tuple((row.day, row.position) for row in given),
    )
