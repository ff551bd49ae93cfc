"""Files that the office brought: kept until they are applied, then what they can be taken back with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    union_all,
    update,
)

from domain.ids import BroughtFileId, PersonId
from domain.school.bringing_room import AppliedFile, FileKind, NewFile, WaitingFile
from domain.school.importing.undoing import Undo
from storage.executor import Reader, Writer
from storage.school.undo_rows import packed, unpacked
from storage.tables import school as t
from storage.tables.columns import metadata
from storage.tables.office import brought_files
from storage.tables.roles import guardianships, people, role_grants
from storage.topics import ACCESS, LISTS, TIMETABLE

of = brought_files.c
Values = dict[str, Any]
Write = tuple[Any, list[Values]]


class KeptFilesReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def waiting(self, file: BroughtFileId, by: PersonId, since: datetime) -> WaitingFile | None:
        fresh = and_(of.id == file, of.brought_by == by, of.state == "read", of.brought_at >= since)
        row = await self._reader.row(select(brought_files).where(fresh, of.content.is_not(None)))
        return WaitingFile(FileKind(row.kind), row.name, row.content, row.plan_mark) if row else None

    async def last_applied(self, by: PersonId, since: datetime) -> tuple[BroughtFileId, str] | None:
        own = and_(of.brought_by == by, of.state == "applied", of.applied_at >= since, of.undo.is_not(None))
        newest = select(of.id, of.name).where(own).order_by(of.applied_at.desc(), of.id.desc()).limit(1)
        row = await self._reader.row(newest)
        return (BroughtFileId(row.id), row.name) if row else None


class BroughtFileRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def keep(self, new: NewFile) -> BroughtFileId:
        row = {
            "brought_by": new.by,
            "kind": new.kind.value,
            "name": new.name,
            "content": new.content,
            "brought_at": self._tx.clock.now(),
            "plan_mark": new.mark,
            "counts": dict(new.counts),
        }
        return BroughtFileId(await self._tx.add(insert(brought_files).values(**row)))

    async def shown(self, file: BroughtFileId, mark: str, counts: Mapping[str, int]) -> None:
        shown = update(brought_files).where(of.id == file, of.state == "read")
        await self._tx.run(shown.values(plan_mark=mark, counts=dict(counts)))

    async def applied(self, file: BroughtFileId, undo: Undo | None) -> bool:
        kept = {"content": None, "undo": packed(undo) if undo else null(), "applied_at": self._tx.clock.now()}
        waits = update(brought_files).where(of.id == file, of.state == "read")
        return await self._tx.run(waits.values(state="applied", **kept)) == 1

    async def dropped(self, file: BroughtFileId, by: PersonId) -> bool:
        waits = update(brought_files).where(of.id == file, of.brought_by == by, of.state == "read")
        return await self._tx.run(waits.values(state="dropped", content=None)) == 1

    async def to_undo(self, file: BroughtFileId, by: PersonId) -> AppliedFile | None:
        row = await self._tx.row(select(brought_files).where(of.id == file, of.brought_by == by, of.state == "applied"))
        if row is None:
            return None
        lists = and_(of.state == "applied", of.kind != FileKind.CHANGES)
        later = select(of.id).where(lists, or_(of.applied_at > row.applied_at, _beside(row)))
        last = await self._tx.row(later.limit(1)) is None
        return AppliedFile(row.name, row.applied_at, unpacked(row.undo) if row.undo else None, last)

    async def undone(self, file: BroughtFileId, undo: Undo) -> Mapping[str, int]:
        for statement, rows in (*_links(undo), *_values_back(undo)):
            if rows:
                await self._tx.run(statement, rows)
        made = ((t.study_groups, undo.groups), (t.classes, undo.classes), (t.subjects, undo.subjects))
        for table, numbers in (*made, (people, undo.people)):
            if not numbers:
                continue
            if hanging := await self._pointing(table, numbers):
                return hanging
            await self._tx.run(delete(table).where(_among(table.c.id, numbers)))
        gone = update(brought_files).where(of.id == file)
        await self._tx.run(gone.values(state="undone", undo=null(), undone_at=self._tx.clock.now()))
        for topic in (LISTS, ACCESS, TIMETABLE):
            self._tx.touch(topic)
        return {}

    async def forget(self, before: datetime) -> int:
        old = update(brought_files).where(of.state == "read", of.brought_at < before, of.content.is_not(None))
        await self._tx.run(
            update(brought_files)
            .where(of.state == "applied", of.applied_at < before, of.undo.is_not(None))
            .values(undo=null())
        )
        return await self._tx.run(old.values(content=None))

    async def _pointing(self, table: Table, numbers: Sequence[int]) -> Mapping[str, int]:
        """One statement, whatever points at the table."""
        counts = [
            select(literal(column.table.name).label("name"), func.count().label("many")).where(_among(column, numbers))
            for column in _pointers(table)
        ]
        found: dict[str, int] = {}
        for row in await self._tx.rows(union_all(*counts)):
            if row.many:
                found[row.name] = found.get(row.name, 0) + row.many
        return found


def _beside(row: Any) -> Any:
    """Applied in the same moment, but after it."""
    return and_(of.applied_at == row.applied_at, of.id > row.id)


def _pointers(table: Table) -> Iterator[Column[Any]]:
    for other in metadata.sorted_tables:
        for key in other.foreign_keys:
            if key.column is table.c.id:
                yield key.parent


def _among(column: Any, numbers: Sequence[int]) -> Any:
    """Ids are given in a row, so a few spans hold any number of them."""
    return or_(*(column.between(first, last) for first, last in _spans(numbers)))


def _spans(numbers: Iterable[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][1] + 1:
            spans[-1] = spans[-1][0], number
        else:
            spans.append((number, number))
    return spans


def _links(undo: Undo) -> Iterator[Write]:
    """What the import tied together, untied. A guardian whom a court keeps away since then stays, and is told."""
    g, m, grants, seats = guardianships.c, t.study_group_members.c, role_grants.c, t.enrolments.c
    leads, loads = t.class_teachers.c, t.teaching_loads.c
    pair = and_(g.guardian_id == bindparam("who"), g.pupil_id == bindparam("whose"), g.restricted_at.is_(None))
    yield delete(guardianships).where(pair), [{"who": one, "whose": pupil} for one, pupil, _ in undo.guardians]
    member = and_(m.group_id == bindparam("which"), m.pupil_id == bindparam("who"))
    yield delete(t.study_group_members).where(member), [{"which": one, "who": pupil} for one, pupil in undo.joined]
    yield insert(t.study_group_members), [{"group_id": one, "pupil_id": pupil} for one, pupil in undo.left]
    given = and_(grants.person_id == bindparam("who"), grants.role == bindparam("what"), grants.ended_at.is_(None))
    yield delete(role_grants).where(given), [{"who": who, "what": role.value} for who, role in undo.roles]
    seat = and_(seats.pupil_id == bindparam("who"), seats.class_id == bindparam("own"), seats.from_day == undo.day)
    yield delete(t.enrolments).where(seat), [{"who": pupil, "own": own} for pupil, own in undo.seats]
    lead = and_(leads.class_id == bindparam("own"), leads.person_id == bindparam("who"), leads.from_day == undo.day)
    yield delete(t.class_teachers).where(lead), [{"own": own, "who": who} for own, who in undo.leading]
    of_teacher = and_(loads.teacher_id == bindparam("who"), loads.subject_id == bindparam("what"))
    taught = and_(of_teacher, loads.class_id == bindparam("own"))
    whole = [key for key, _ in undo.load if key[3] is None]
    yield (
        delete(t.teaching_loads).where(taught, loads.group_id.is_(None)),
        [{"who": key[0], "what": key[1], "own": key[2]} for key in whole],
    )
    parts = [key for key, _ in undo.load if key[3] is not None]
    yield (
        delete(t.teaching_loads).where(taught, loads.group_id == bindparam("which")),
        [{"who": key[0], "what": key[1], "own": key[2], "which": key[3]} for key in parts],
    )


def _values_back(undo: Undo) -> Iterator[Write]:
    g = guardianships.c
    pair = and_(g.guardian_id == bindparam("who"), g.pupil_id == bindparam("whose"))
    yield (
        update(guardianships).where(pair).values(relation=bindparam("told")),
        [{"who": one, "whose": pupil, "told": before} for one, pupil, _, before in undo.relations],
    )
    weekly = update(t.teaching_loads).where(t.teaching_loads.c.id == bindparam("row"))
    yield (
        weekly.values(hours_week=bindparam("hours")),
        [{"row": row, "hours": before} for row, _, before in undo.hours],
    )
    person = update(people).where(people.c.id == bindparam("whom"))
    yield (
        person.values(birth_date=bindparam("birth"), external_number=bindparam("number")),
        [{"whom": one.person, "birth": one.old[0], "number": one.old[1]} for one in undo.corrected],
    )
