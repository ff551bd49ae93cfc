"""The room for putting a timetable in: reads the week that stands, writes what changes; each table in one statement."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, insert, or_, select, update

from domain.ids import ClassId, EntryId, GroupId, PersonId, SubjectId
from domain.school.bells import Bell
from domain.school.calendar import DAY
from domain.school.importing.plan import GivenIds
from domain.school.importing.timetable_room import KnownTimetable, OnDay, TimetablePlan
from domain.school.importing.timetable_week import Line, StandingLine, WeekChange
from storage.executor import Reader, Writer
from storage.school.lists import ListRows
from storage.school.lists_reads import known_school
from storage.sequences import next_ids
from storage.tables import journal
from storage.tables import school as t
from storage.topics import HOMEWORK, TIMETABLE

BELLS = "Обычные"
"""How a school's first set of bells is called."""
Values = dict[str, Any]
Write = tuple[Any, list[Values]]
"""A statement and its rows."""


class TimetableRows:
    """Inside a transaction; `today` is the school's day."""

    def __init__(self, tx: Writer, today: date) -> None:
        self._tx = tx
        self._today = today

    async def known(self) -> KnownTimetable | None:
        rows = self._tx.rows
        year = await self._tx.row(select(t.school_years).order_by(t.school_years.c.starts_on.desc()).limit(1))
        if year is None:
            return None
        bells, class_bells = _bells(await rows(_rung()))
        return KnownTimetable(
            school=await known_school(self._tx, self._today),
            year_ends=year.ends_on,
            bells=bells,
            class_bells=class_bells,
            week=await _week(self._tx, year.starts_on),
        )

    async def written(self, since: date) -> Sequence[OnDay]:
        of = journal.lessons.c
        return _on_days(await self._tx.rows(select(of.entry_id, of.day).where(of.day >= since)))

    async def changes(self, since: date) -> Sequence[OnDay]:
        of = t.lesson_changes.c
        standing = select(of.entry_id, of.day).where(of.day >= since, of.kind != "none")
        return _on_days(await self._tx.rows(standing))

    async def homework(self, since: date) -> Sequence[OnDay]:
        of = journal.homework.c
        asked = select(of.entry_id, of.due_day.label("day")).where(of.due_day >= since, of.cancelled_at.is_(None))
        return _on_days(await self._tx.rows(asked.where(of.entry_id.is_not(None))))

    async def carry_out(self, plan: TimetablePlan) -> None:
        ids = await ListRows(self._tx, self._today).carry_out(plan.new)
        entries = [EntryId(one) for one in await next_ids(self._tx, t.timetable_entries, len(plan.week.added))]
        writes = (*_let_go(plan.week), *_moved(plan.week), *_added(plan.week, entries, ids))
        needed = [(statement, rows) for statement, rows in writes if rows]
        for statement, rows in needed:
            await self._tx.run(statement, rows)
        if plan.bells:
            await self._ring(plan.bells)
        for topic in (TIMETABLE, HOMEWORK) if needed or plan.bells else ():
            self._tx.touch(topic)

    async def _ring(self, bells: Mapping[int, Bell]) -> None:
        """For every grade on every day."""
        schedule = await self._tx.add(insert(t.bell_schedules).values(name=BELLS))
        times = [
            {"schedule_id": schedule, "position": position, "starts_at": bell.starts, "ends_at": bell.ends}
            for position, bell in bells.items()
        ]
        await self._tx.run(insert(t.bell_times), times)
        await self._tx.run(insert(t.bell_rules).values(schedule_id=schedule))


async def _week(reader: Reader, since: date) -> list[StandingLine]:
    """Entries that stand on a day of the year, however long ago they ended; extra lessons are no part of the week."""
    entry = t.timetable_entries.c
    rows = await reader.rows(
        select(t.timetable_entries)
        .where(or_(entry.valid_until.is_(None), entry.valid_until >= since), ~entry.extra)
        .order_by(entry.id)
    )
    parts = _by_entry(await reader.rows(select(t.timetable_entry_classes)), _part)
    teachers = _by_entry(await reader.rows(select(t.timetable_entry_teachers)), lambda row: PersonId(row.teacher_id))
    return [_standing(row, parts.get(row.id, frozenset()), teachers.get(row.id, frozenset())) for row in rows]


def _by_entry(rows: Iterable[Any], value: Any) -> dict[int, frozenset[Any]]:
    found: dict[int, set[Any]] = {}
    for row in rows:
        found.setdefault(row.entry_id, set()).add(value(row))
    return {entry: frozenset(values) for entry, values in found.items()}


def _part(row: Any) -> tuple[ClassId, GroupId | None]:
    return ClassId(row.class_id), GroupId(row.group_id) if row.group_id else None


def _standing(row: Any, parts: frozenset[Any], teachers: frozenset[PersonId]) -> StandingLine:
    line = Line(
        weekday=row.weekday,
        position=row.position,
        parity=row.week_parity,
        subject=SubjectId(row.subject_id),
        room=row.room,
        parts=parts,
        teachers=teachers,
    )
    return StandingLine(EntryId(row.id), row.valid_from, row.valid_until, line)


def _rung() -> Any:
    """Bells of each rule; a class of another year is none of the file's."""
    rules, times = t.bell_rules, t.bell_times
    asked = select(rules.c.id.label("rule"), rules.c.class_id, times.c.position, times.c.starts_at, times.c.ends_at)
    return asked.join(times, times.c.schedule_id == rules.c.schedule_id).order_by(rules.c.id)


def _bells(rows: Iterable[Any]) -> tuple[list[dict[int, Bell]], dict[ClassId, list[dict[int, Bell]]]]:
    """For grades, and by class."""
    rung: dict[tuple[int, int | None], dict[int, Bell]] = {}
    for row in rows:
        rung.setdefault((row.rule, row.class_id), {})[row.position] = Bell(row.starts_at, row.ends_at)
    own: dict[ClassId, list[dict[int, Bell]]] = {}
    for (_, class_id), bells in rung.items():
        if class_id is not None:
            own.setdefault(ClassId(class_id), []).append(bells)
    return [bells for (_, class_id), bells in rung.items() if class_id is None], own


def _on_days(rows: Iterable[Any]) -> list[OnDay]:
    return [OnDay(EntryId(row.entry_id), row.day) for row in rows]


def _let_go(week: WeekChange) -> Iterator[Write]:
    """What points at lessons that stand no longer. A lesson's homework is then for the subject's first of that day."""
    gone = [{"row": entry, "since": week.start} for entry in sorted(week.gone)]
    work, changed = journal.homework, t.lesson_changes
    homework = update(work).where(work.c.entry_id == bindparam("row"), work.c.due_day >= bindparam("since"))
    yield homework.values(entry_id=None), gone
    yield (
        delete(changed).where(changed.c.entry_id == bindparam("row"), changed.c.day >= bindparam("since")),
        gone,
    )
    removed = [{"row": row.entry} for row in week.removed]
    for link in (t.timetable_entry_classes, t.timetable_entry_teachers):
        yield delete(link).where(link.c.entry_id == bindparam("row")), removed
    yield delete(t.timetable_entries).where(t.timetable_entries.c.id == bindparam("row")), removed


def _moved(week: WeekChange) -> Iterator[Write]:
    """Parameters have names of their own: those of the columns are taken by what is set."""
    entry = update(t.timetable_entries).where(t.timetable_entries.c.id == bindparam("row"))
    yield (
        entry.values(valid_until=bindparam("last")),
        [{"row": row.entry, "last": week.start - DAY} for row in week.ended],
    )
    yield (
        entry.values(valid_from=bindparam("first"), valid_until=None),
        [{"row": row.entry, "first": min(row.since, week.start)} for row in week.resumed],
    )


def _added(week: WeekChange, entries: Sequence[EntryId], ids: GivenIds) -> Iterator[Write]:
    lines = list(zip(entries, week.added, strict=True))
    yield insert(t.timetable_entries), [_entry(entry, line, week.start, ids) for entry, line in lines]
    yield (
        insert(t.timetable_entry_classes),
        [
            {"entry_id": entry, "class_id": ids.school_class(class_id), "group_id": ids.perhaps_group(group)}
            for entry, line in lines
            for class_id, group in line.parts
        ],
    )
    yield (
        insert(t.timetable_entry_teachers),
        [{"entry_id": entry, "teacher_id": ids.person(who)} for entry, line in lines for who in line.teachers],
    )


def _entry(entry: EntryId, line: Line, start: date, ids: GivenIds) -> Values:
    return {
        "id": entry,
        "valid_from": start,
        "weekday": line.weekday,
        "position": line.position,
        "week_parity": line.parity,
        "subject_id": ids.subject(line.subject),
        "room": line.room,
    }
