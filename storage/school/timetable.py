"""The timetable, bells and calendar, read whole and kept while they stand."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Table, and_, or_, select

from domain.ids import BellRuleId, ClassId, EntryId, GroupId, PersonId, SpanId, SubjectId, TermId
from domain.roles.people import PersonName
from domain.school.bells import Bell, BellRule
from domain.school.calendar import SchoolCalendar, Span, SpanKind, Term, TermKind
from domain.school.timetable import (
    ChangeKind,
    ClassPart,
    Entry,
    LessonChange,
    LessonRef,
    SchoolDay,
    SubjectRef,
    TeacherRef,
    WeekPlan,
)
from storage.database import Database
from storage.kept import Kept
from storage.tables import school as t
from storage.tables.roles import people
from storage.topics import LISTS, TIMETABLE


class KnownTimetable:
    """A year's plan (seven statements, once) and the changes of each day asked for (one statement).

    The current year is the newest; days of an older one are asked of that one's.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._years: Kept[None, Sequence[Row[Any]]] = Kept(database, TIMETABLE, LISTS)
        self._plan: Kept[int | None, WeekPlan] = Kept(database, TIMETABLE, LISTS)
        self._days: Kept[date, SchoolDay] = Kept(database, TIMETABLE, LISTS, most=400)

    async def plan(self) -> WeekPlan:
        return await self.plan_on(date.max)

    async def last_closed(self) -> date | None:
        years = await self._years.get(None, self._read_years)
        return next((year.ends_on for year in years if year.closed_at is not None), None)

    async def day(self, day: date) -> SchoolDay:
        return await self._days.get(day, self._read_day)

    async def days(self, first: date, last: date) -> Sequence[SchoolDay]:
        """Each day from `first` to `last`; what is not known yet costs one statement together."""
        asked = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        return await self._days.several(asked, self._read_days)

    async def changes(self, first: date, last: date) -> Mapping[LessonRef, LessonChange]:
        """One statement, whatever is known."""
        rows = await self._database.reader.rows(_changes().where(t.lesson_changes.c.day.between(first, last)))
        return {LessonRef(EntryId(row.entry_id), row.day): _change(row) for row in rows}

    async def _read_days(self, days: Collection[date]) -> Mapping[date, SchoolDay]:
        plans = {day: await self.plan_on(day) for day in days}
        changes: dict[date, dict[EntryId, LessonChange]] = {day: {} for day in days}
        for row in await self._database.reader.rows(_changes_of(*days)):
            changes[row.day][EntryId(row.entry_id)] = _change(row)
        return {day: plans[day].day(day, changes[day]) for day in days}

    async def _read_day(self, day: date) -> SchoolDay:
        plan = await self.plan_on(day)
        rows = await self._database.reader.rows(_changes_of(day))
        return plan.day(day, {EntryId(row.entry_id): _change(row) for row in rows})

    async def plan_on(self, day: date) -> WeekPlan:
        """Of the year that has begun by that day; before all of them, the newest."""
        years = await self._years.get(None, self._read_years)
        begun = next((year for year in years if year.starts_on <= day), next(iter(years), None))
        return await self._plan.get(begun.id if begun is not None else None, self._read_plan)

    async def _read_years(self, _: None) -> Sequence[Row[Any]]:
        """The newest first."""
        return await self._database.reader.rows(select(t.school_years).order_by(t.school_years.c.starts_on.desc()))

    async def _read_plan(self, number: int | None) -> WeekPlan:
        rows = self._database.reader.rows
        year = next((one for one in await self._years.get(None, self._read_years) if one.id == number), None)
        if year is None:
            return WeekPlan(SchoolCalendar(date.max, date.max), (), ())
        spans = await rows(_in_order(t.calendar_days).where(t.calendar_days.c.year_id == year.id))
        terms = await rows(select(t.terms).where(t.terms.c.year_id == year.id).order_by(t.terms.c.starts_on))
        bells = _bell_rules(await rows(select(t.bell_times)), await rows(_rules(year.id)))
        closed = year.closed_at is not None
        calendar = SchoolCalendar(year.starts_on, year.ends_on, _spans(spans), _terms(terms), closed)
        return WeekPlan(calendar, bells, await self._entries(year))

    async def _entries(self, year: Row[Any]) -> tuple[Entry, ...]:
        entry = t.timetable_entries.c
        standing = or_(entry.valid_until.is_(None), entry.valid_until >= year.starts_on)
        rows = self._database.reader.rows
        entries = await rows(_entries_with_subjects().where(standing))
        parts = _parts(await rows(_entry_classes()))
        teachers = _teachers(await rows(_entry_teachers()))
        return tuple(_entry(row, parts.get(row.id, ()), teachers.get(row.id, ())) for row in entries)


def _in_order(table: Table) -> Any:
    """As they were entered: of equal ones the last counts."""
    return select(table).order_by(table.c.id)


def _rules(year: int) -> Any:
    """Those of grades, and those of the year's classes."""
    rules, classes = t.bell_rules, t.classes
    asked = select(rules, classes.c.name.label("class_name")).outerjoin(classes, rules.c.class_id == classes.c.id)
    return asked.where(or_(rules.c.class_id.is_(None), classes.c.year_id == year)).order_by(rules.c.id)


def _entries_with_subjects() -> Any:
    """A moved lesson's new place with the one that it was moved from."""
    entries, subjects, change = t.timetable_entries, t.subjects, t.lesson_changes
    moved = and_(change.c.moved_to_id == entries.c.id, change.c.kind == ChangeKind.MOVED)
    return (
        select(entries, subjects.c.name, subjects.c.short, change.c.day.label("moved_from"))
        .add_columns(change.c.entry_id.label("moved_entry"))
        .join(subjects, entries.c.subject_id == subjects.c.id)
        .outerjoin(change, moved)
    )


def _entry_classes() -> Any:
    link = t.timetable_entry_classes
    return (
        select(link.c.entry_id, t.classes.c.id, t.classes.c.name, t.classes.c.grade, link.c.group_id)
        .add_columns(t.study_groups.c.name.label("group_name"))
        .select_from(link.join(t.classes).outerjoin(t.study_groups, link.c.group_id == t.study_groups.c.id))
        .order_by(t.classes.c.grade, t.classes.c.name_norm, t.study_groups.c.name)
    )


def _entry_teachers() -> Any:
    link, p = t.timetable_entry_teachers, people.c
    return (
        select(link.c.entry_id, p.id, p.surname, p.given, p.patronymic)
        .join(people, link.c.teacher_id == p.id)
        .order_by(p.name_norm)
    )


def _changes_of(*days: date) -> Any:
    return _changes().where(t.lesson_changes.c.day.in_(days))


def _changes() -> Any:
    """Without those that were taken back."""
    change, p, subject = t.lesson_changes, people.c, t.subjects.c
    said = select(change, p.surname, p.given, p.patronymic, subject.name.label("subject_name"), subject.short)
    teachers = change.outerjoin(people, change.c.teacher_id == p.id)
    joined = teachers.outerjoin(t.subjects, change.c.subject_id == subject.id)
    return said.select_from(joined).where(change.c.kind != "none")


def _spans(rows: Sequence[Row[Any]]) -> tuple[Span, ...]:
    return tuple(
        Span(
            row.starts_on,
            row.ends_on,
            SpanKind(row.kind),
            row.name,
            row.grade_from,
            row.grade_to,
            row.as_weekday,
            SpanId(row.id),
        )
        for row in rows
    )


def _terms(rows: Sequence[Row[Any]]) -> tuple[Term, ...]:
    return tuple(Term(TermId(row.id), TermKind(row.kind), row.number, row.starts_on, row.ends_on) for row in rows)


def _bell_rules(times: Sequence[Row[Any]], rules: Sequence[Row[Any]]) -> tuple[BellRule, ...]:
    by_schedule: dict[int, dict[int, Bell]] = {}
    for row in times:
        by_schedule.setdefault(row.schedule_id, {})[row.position] = Bell(row.starts_at, row.ends_at)
    return tuple(
        BellRule(
            by_schedule.get(rule.schedule_id, {}),
            rule.grade_from,
            rule.grade_to,
            rule.weekday,
            rule.valid_from,
            rule.valid_until,
            BellRuleId(rule.id),
            ClassId(rule.class_id) if rule.class_id is not None else None,
            rule.class_name,
        )
        for rule in rules
    )


def _parts(rows: Sequence[Row[Any]]) -> dict[int, tuple[ClassPart, ...]]:
    parts: dict[int, tuple[ClassPart, ...]] = {}
    for row in rows:
        group = GroupId(row.group_id) if row.group_id else None
        part = ClassPart(ClassId(row.id), row.name, row.grade, group, row.group_name)
        parts[row.entry_id] = (*parts.get(row.entry_id, ()), part)
    return parts


def _teachers(rows: Sequence[Row[Any]]) -> dict[int, tuple[TeacherRef, ...]]:
    teachers: dict[int, tuple[TeacherRef, ...]] = {}
    for row in rows:
        teachers[row.entry_id] = (*teachers.get(row.entry_id, ()), _teacher(row.id, row))
    return teachers


def _teacher(person: int, row: Row[Any]) -> TeacherRef:
    return TeacherRef(PersonId(person), PersonName(row.surname, row.given, row.patronymic))


def _entry(row: Row[Any], parts: tuple[ClassPart, ...], teachers: tuple[TeacherRef, ...]) -> Entry:
    return Entry(
        id=EntryId(row.id),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        weekday=row.weekday,
        position=row.position,
        parity=row.week_parity,
        subject=SubjectRef(SubjectId(row.subject_id), row.name, row.short),
        room=row.room,
        parts=parts,
        teachers=teachers,
        extra=bool(row.extra),
        moved_from=LessonRef(EntryId(row.moved_entry), row.moved_from) if row.moved_entry else None,
    )


def _change(row: Row[Any]) -> LessonChange:
    return LessonChange(
        entry=EntryId(row.entry_id),
        kind=ChangeKind(row.kind),
        teacher=_teacher(row.teacher_id, row) if row.teacher_id else None,
        subject=SubjectRef(SubjectId(row.subject_id), row.subject_name, row.short) if row.subject_id else None,
        room=row.room,
        note=row.note,
        moved_to=EntryId(row.moved_to_id) if row.moved_to_id else None,
    )
