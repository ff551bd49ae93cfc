"""A table of substitutions that came as a file: looked at, then written whole, in one transaction (2.1.1)."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import Refused
from domain.ids import BroughtFileId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.bringing import KEPT_FOR, FileGone
from domain.school.bringing_room import BroughtFilesRoom, FileKind, FileReading, KeptFiles, NewFile
from domain.school.changes_foreseen import ChangesForeseen, Foreseen, foreseen, touches_journal
from domain.school.changes_rows import RowDoubt, RowReading, WantedChange, Why, days_named
from domain.school.changes_said import Act
from domain.school.changes_table import ChangesTable, table_of_changes
from domain.school.changes_writing import ChangesWriting
from domain.school.changing_room import ChangingTransaction
from domain.school.importing.importing import RolledBack
from domain.school.importing.sheets import Sheet
from domain.school.ports import Change, Rosters, Timetables
from domain.school.timetable import WeekPlan

MOST_ROWS = 200


@dataclass(eq=False)
class TooManyChanges(Refused):
    """Rows of one file; a busy day of a large school has some thirty."""

    most: int = MOST_ROWS


@dataclass(frozen=True, slots=True)
class ChangesLooked:
    """What a file would change, or has changed. `stale`: the timetable changed since it was shown last."""

    file: BroughtFileId
    name: str
    foreseen: ChangesForeseen
    stale: bool = False

    @property
    def counts(self) -> Mapping[str, int]:
        one = self.foreseen
        return {"changed": len(one.changes), "untouched": one.same, "doubts": len(one.doubts)}


class ChangesBooks(FileReading, Protocol):
    async def changes_template(self) -> bytes: ...


class ChangesFileTransaction(ChangingTransaction, Protocol):
    @property
    def brought_files(self) -> BroughtFilesRoom: ...


@dataclass(frozen=True, slots=True)
class ChangesFiles:
    """Nothing is written before «Применить», and then only what was shown; rows in doubt are left out of it.

    Each change can be taken back by itself, as one that was made by a button.
    """

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    files: ChangesBooks
    kept: KeptFiles
    begin: Callable[[], AbstractAsyncContextManager[ChangesFileTransaction]]

    async def way(self, actor: Actor) -> None:
        """Raises `NotAllowed` for one who changes no timetable."""
        require(actor, Action.CHANGE_TIMETABLE, Target())

    async def template(self, actor: Actor) -> bytes:
        """A workbook with examples."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        return await self.files.changes_template()

    async def bring(self, actor: Actor, name: str, content: bytes, sheets: Sequence[Sheet]) -> ChangesLooked:
        """A dry run, always. Raises `TooManyChanges`."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        school = await self._school(table_of_changes(sheets))
        async with self.begin() as tx:
            looked = ChangesLooked(BroughtFileId(0), name, await school.foreseen(tx))
            kept = content if looked.foreseen.changes else None
            mark = mark_of(looked.foreseen)
            new = NewFile(actor.person, FileKind.CHANGES, name, kept, mark, looked.counts)
            return replace(looked, file=await tx.brought_files.keep(new))

    async def apply(self, actor: Actor, file: BroughtFileId) -> ChangesLooked:
        """All that was shown, or nothing: `stale` where the timetable has changed since. Raises `FileGone`."""
        require(actor, Action.CHANGE_TIMETABLE, Target())
        waiting = await self.kept.waiting(file, actor.person, self.time.now() - KEPT_FOR)
        if waiting is None or waiting.kind is not FileKind.CHANGES:
            raise FileGone
        read = await self.files.read(waiting.name, waiting.content)
        school = await self._school(table_of_changes(read.changes))
        try:
            async with self.begin() as tx:
                looked = ChangesLooked(file, waiting.name, await school.foreseen(tx))
                if mark_of(looked.foreseen) != waiting.mark:
                    raise RolledBack
                if not await tx.brought_files.applied(file, None):
                    raise FileGone
                writing = ChangesWriting(tx, actor.person, school.plan)
                for one in looked.foreseen.changes:
                    await _write(writing, one)
                await tx.changes.add(Change("lesson_changes", actor.person, after={"file": file, **looked.counts}))
        except RolledBack:
            return await self._stale(looked)
        return looked

    async def drop(self, actor: Actor, file: BroughtFileId) -> None:
        require(actor, Action.CHANGE_TIMETABLE, Target())
        async with self.begin() as tx:
            if not await tx.brought_files.dropped(file, actor.person):
                raise FileGone

    async def _school(self, table: ChangesTable) -> "_SchoolRead":
        if len(table.rows) > MOST_ROWS:
            raise TooManyChanges
        plan, roster, today = await self.timetables.plan(), await self.rosters.roster(), self.time.today()
        days = {day: await self.timetables.day(day) for day in sorted(days_named(table.rows, today))}
        return _SchoolRead(plan, RowReading(plan, roster, today, days), table)

    async def _stale(self, looked: ChangesLooked) -> ChangesLooked:
        async with self.begin() as tx:
            await tx.brought_files.shown(looked.file, mark_of(looked.foreseen), looked.counts)
        return replace(looked, stale=True)


@dataclass(frozen=True, slots=True)
class _SchoolRead:
    """The file beside the timetable as it was read, before the transaction."""

    plan: WeekPlan
    reading: RowReading
    table: ChangesTable

    async def foreseen(self, tx: ChangingTransaction) -> ChangesForeseen:
        doubts = [RowDoubt(row, Why.HEADING_TWICE) for row in self.table.twice]
        meant = [*doubts, *(self.reading.meant(row) for row in self.table.rows)]
        asked = {one.lesson.ref for one in meant if isinstance(one, WantedChange) and touches_journal(one)}
        written = await tx.lesson_changes.written(asked)
        return foreseen(meant, self.plan, self.reading.days, self.reading.roster, written)


def mark_of(one: ChangesForeseen) -> str:
    """Of all that a dry run says and would do, and of the lessons as they stood."""
    return sha256(repr((one.changes, one.doubts, one.same)).encode()).hexdigest()


async def _write(writing: ChangesWriting, one: Foreseen) -> None:
    wanted = one.wanted
    match wanted.act:
        case Act.CANCEL:
            await writing.cancel(wanted.lesson)
        case Act.MOVE if wanted.to is not None:
            await writing.move(wanted.lesson, wanted.to)
        case _:
            teacher, subject = wanted.teacher, wanted.subject
            await writing.give(
                wanted.lesson, teacher.id if teacher else None, subject.id if subject else None, wanted.room
            )
