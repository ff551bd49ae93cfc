"""Curriculum plans (КТП) as they are written."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, or_, select, true, update

from domain.ids import GroupId, PersonId, PlanId, PlanTopicId, SubjectId
from domain.journal.plan_changes import KnownTopic, PlanChanges
from domain.journal.plan_sheet import WishedTopic
from domain.roles.names import norm
from domain.school.timetable import ClassPart
from storage.executor import Writer
from storage.tables.curriculum import curriculum_plans, plan_topics
from storage.tables.journal import lesson_classes, lessons
from storage.tables.school import classes


class PlanRows:
    """Inside a transaction."""

    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def known(self, part: ClassPart, subject: SubjectId) -> tuple[PlanId | None, Sequence[KnownTopic]]:
        """One statement; the plan is of just this class or subgroup."""
        plan = curriculum_plans.c
        asked = (
            select(plan_topics, plan.id.label("plan"))
            .select_from(curriculum_plans.outerjoin(plan_topics, plan_topics.c.plan_id == plan.id))
            .where(plan.class_id == part.id, plan.subject_id == subject, plan.group_id.is_not_distinct_from(part.group))
            .order_by(plan_topics.c.number)
        )
        rows = await self._tx.rows(asked)
        topics = [_known(row) for row in rows if row.id is not None]
        return (PlanId(rows[0].plan) if rows else None), topics

    async def make(self, part: ClassPart, subject: SubjectId, by: PersonId | None) -> PlanId:
        """Of the year that the class is of."""
        year = select(classes.c.year_id).where(classes.c.id == part.id).scalar_subquery()
        row = {"class_id": part.id, "group_id": part.group, "subject_id": subject, "year_id": year}
        made = insert(curriculum_plans).values(**row, imported_by=by, imported_at=self._tx.clock.now())
        return PlanId(await self._tx.add(made))

    async def write(self, plan: PlanId, changes: PlanChanges) -> None:
        """Four statements at most, however many topics; lessons of what is gone keep their words."""
        if changes.gone:
            of_gone = lessons.c.plan_topic_id.in_(changes.gone)
            await self._tx.run(update(lessons).where(of_gone).values(plan_topic_id=None))
            await self._tx.run(delete(plan_topics).where(plan_topics.c.id.in_(changes.gone)))
        if changes.changed:
            await self._renumber(changes)
        if changes.new:
            await self._tx.run(insert(plan_topics), [{"plan_id": plan, **_row(one)} for one in changes.new])

    async def link(self, plan: PlanId, part: ClassPart, subject: SubjectId) -> int:
        """Lessons written before the plan came find their topics by the words: how many."""
        topics = await self._tx.rows(select(plan_topics.c.id, plan_topics.c.topic).where(plan_topics.c.plan_id == plan))
        by_words = {norm(row.topic): row.id for row in reversed(topics)}
        asked = (
            select(lessons.c.id, lessons.c.topic)
            .join(lesson_classes, lesson_classes.c.lesson_id == lessons.c.id)
            .where(lesson_classes.c.class_id == part.id, lessons.c.subject_id == subject)
            .where(_of_group(part.group))
            .where(lessons.c.topic.is_not(None), lessons.c.plan_topic_id.is_(None))
        )
        found = [(row.id, by_words.get(norm(row.topic))) for row in await self._tx.rows(asked)]
        links = [{"lesson": lesson, "meant": topic} for lesson, topic in found if topic is not None]
        if links:
            of_lesson = update(lessons).where(lessons.c.id == bindparam("lesson"))
            await self._tx.run(of_lesson.values(plan_topic_id=bindparam("meant")), links)
        return len(links)

    async def _renumber(self, changes: PlanChanges) -> None:
        """First out of each other's way: a number is its topic's alone."""
        ids = [topic for topic, _ in changes.changed]
        aside = update(plan_topics).where(plan_topics.c.id.in_(ids))
        await self._tx.run(aside.values(number=-plan_topics.c.number))
        one = update(plan_topics).where(plan_topics.c.id == bindparam("which"))
        fields: dict[str, Any] = {name: bindparam(f"to_{name}") for name in ("number", "topic", "hours", "planned_day")}
        await self._tx.run(one.values(**fields), list(_renamed(changes.changed)))


def _of_group(group: GroupId | None) -> Any:
    own = lesson_classes.c.group_id
    return true() if group is None else or_(own.is_(None), own == group)


def _renamed(changed: Iterable[tuple[PlanTopicId, WishedTopic]]) -> Iterable[dict[str, Any]]:
    for topic, wished in changed:
        yield {"which": topic, **{f"to_{name}": value for name, value in _row(wished).items()}}


def _row(one: WishedTopic) -> dict[str, Any]:
    return {"number": one.number, "topic": one.topic, "hours": one.hours, "planned_day": one.day}


def _known(row: Row[Any]) -> KnownTopic:
    return KnownTopic(PlanTopicId(row.id), row.number, row.topic, row.hours, row.planned_day)
