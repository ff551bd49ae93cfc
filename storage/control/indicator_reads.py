"""What the figures of control count: marks by pupil and subject, hours of plans, who of the families has come in."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import CompoundSelect, Row, Select, and_, case, func, literal, or_, select, union_all

from domain.control.density import MarkCounted, Span
from domain.control.participation import Families, FamilyAccount
from domain.control.plan_hours import PlanHours, TopicLessons
from domain.ids import ClassId, EntryId, GroupId, PersonId, SubjectId
from domain.roles.people import Role
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.tables.curriculum import curriculum_plans, plan_topics
from storage.tables.journal import lesson_classes, lessons, marks
from storage.tables.roles import bindings, guardianships
from storage.tables.school import enrolments

FAMILY = (Role.GUARDIAN, Role.PUPIL)


class IndicatorReads:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def marks(self, spans: Sequence[Span], classes: Collection[ClassId] | None) -> MarkCounted:
        if not spans:
            return {}
        rows: Sequence[Any] = await self._database.aside.rows(_mark_counts(spans, classes))
        return {(pupil, subject, span): count for pupil, subject, span, count in rows}

    async def plans(self, classes: Collection[ClassId], first: date, until: date) -> Sequence[PlanHours]:
        topics: dict[int, dict[int, tuple[int, dict[GroupId | None, int]]]] = {}
        rows: Sequence[Any] = await self._database.aside.rows(_given(classes, first, until))
        for plan, topic, hours, group, lessons_ in rows:
            _, given = topics.setdefault(plan, {}).setdefault(topic, (hours, {}))
            given[group] = lessons_
        plans = await self._database.aside.rows(_plans(classes, until))
        return [_plan(row, topics.get(row.id, {})) for row in plans]

    async def with_topic(self, day: date) -> Collection[LessonRef]:
        asked = select(lessons.c.entry_id, lessons.c.day).where(lessons.c.day == day)
        written = asked.where(lessons.c.topic.is_not(None), lessons.c.topic != "")
        return {LessonRef(EntryId(row.entry_id), row.day) for row in await self._database.reader.rows(written)}

    async def families(self) -> Families:
        kin = select(guardianships.c.guardian_id, guardianships.c.pupil_id).where(
            guardianships.c.restricted_at.is_(None)
        )
        guardians: dict[PersonId, set[PersonId]] = {}
        for row in await self._database.reader.rows(kin):
            guardians.setdefault(PersonId(row.pupil_id), set()).add(PersonId(row.guardian_id))
        accounts = select(bindings.c.person_id, bindings.c.roles, bindings.c.last_seen_at).where(
            bindings.c.ended_at.is_(None), bindings.c.confirmed_at.is_not(None)
        )
        return Families(
            guardians,
            [
                FamilyAccount(PersonId(row.person_id), role, row.last_seen_at)
                for row in await self._database.reader.rows(accounts)
                for role in FAMILY
                if role in row.roles
            ],
        )


def _mark_counts(spans: Sequence[Span], classes: Collection[ClassId] | None) -> CompoundSelect[Any]:
    """Of each span by itself: grouping by the span too costs three times as much."""
    return union_all(*(_marks_of_span(number, span, classes) for number, span in enumerate(spans)))


def _marks_of_span(number: int, span: Span, classes: Collection[ClassId] | None) -> Select[Any]:
    """A retake stands with the mark that it retakes, as one; alone where that one was taken back.

    That one is looked up by itself: PostgreSQL would gather all marks of all years to know of a few.
    """
    retaken = marks.alias("retaken")
    taken_back = select(retaken.c.taken_back).where(retaken.c.id == marks.c.retake_id).scalar_subquery()
    alone = or_(marks.c.retake_id.is_(None), taken_back.is_(True))
    asked = (
        select(marks.c.pupil_id, marks.c.subject_id, literal(number).label("span"), func.count().label("marks"))
        .where(marks.c.day.between(*span), marks.c.taken_back.is_(False), alone)
        .group_by(marks.c.pupil_id, marks.c.subject_id)
    )
    if classes is None:
        return asked
    sat = select(enrolments.c.pupil_id).where(enrolments.c.class_id.in_(list(classes)))
    return asked.where(marks.c.pupil_id.in_(sat))


def _plans(classes: Collection[ClassId], until: date) -> Select[Any]:
    plan, topic = curriculum_plans.c, plan_topics.c
    dated = func.sum(case((topic.planned_day <= until, topic.hours), else_=0))
    return (
        select(plan.id, plan.class_id, plan.group_id, plan.subject_id, func.sum(topic.hours).label("total"))
        .add_columns(case((func.count(topic.planned_day) > 0, dated)).label("dated"))
        .join(plan_topics, topic.plan_id == plan.id)
        .where(plan.class_id.in_(list(classes)))
        .group_by(plan.id, plan.class_id, plan.group_id, plan.subject_id)
    )


def _given(classes: Collection[ClassId], first: date, until: date) -> Select[Any]:
    """Lessons of the days first, then their topics: a class of ten years would else be gone through whole."""
    plan, topic, link = curriculum_plans.c, plan_topics.c, lesson_classes.c
    held = (
        select(lessons.c.plan_topic_id, link.class_id, link.group_id, func.count().label("lessons"))
        .select_from(lessons.join(lesson_classes, link.lesson_id == lessons.c.id))
        .where(lessons.c.day.between(first, until), lessons.c.plan_topic_id.is_not(None))
        .group_by(lessons.c.plan_topic_id, link.class_id, link.group_id)
        .subquery("held")
    )
    return (
        select(topic.plan_id, topic.id, topic.hours, held.c.group_id, held.c.lessons)
        .select_from(
            held.join(plan_topics, topic.id == held.c.plan_topic_id).join(
                curriculum_plans, and_(topic.plan_id == plan.id, plan.class_id == held.c.class_id)
            )
        )
        .where(plan.class_id.in_(list(classes)))
    )


def _plan(row: Row[Any], topics: Mapping[int, tuple[int, Mapping[GroupId | None, int]]]) -> PlanHours:
    return PlanHours(
        ClassId(row.class_id),
        GroupId(row.group_id) if row.group_id is not None else None,
        SubjectId(row.subject_id),
        row.total,
        row.dated,
        [TopicLessons(hours, given) for hours, given in topics.values()],
    )
