"""Files of lists and timetables brought through the chat: looked at, applied, taken back (2.1.1, 3.1, 3.2).

Nothing is written before «Применить», and then only what was shown: the kept file is planned again in the transaction
that writes, and a plan of another mark is shown anew instead.
"""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256

from domain.clock import SchoolTime
from domain.errors import Refused
from domain.ids import BroughtFileId, PersonId
from domain.roles.access import Action, Target, allowed, require
from domain.roles.people import Actor
from domain.school.bringing_room import (
    AppliedFile,
    BringingTransaction,
    FileKind,
    FileReading,
    KeptFiles,
    NewFile,
    WaitingFile,
)
from domain.school.importing.changes import ChangeLine, change_lines
from domain.school.importing.comparing import compared
from domain.school.importing.importing import Brought, ImportReport, Put, RolledBack, put
from domain.school.importing.lists import wishes_of
from domain.school.importing.plan import GivenIds, Kind
from domain.school.importing.timetable_week import WeekChange
from domain.school.importing.undoing import Undo, changed_since, undo_of
from domain.school.ports import Change

MOST_BYTES = 5 * 1024 * 1024
UNDO_FOR = KEPT_FOR = timedelta(hours=24)


@dataclass(eq=False)
class FileTooHeavy(Refused):
    megabytes: int = MOST_BYTES // 2**20


@dataclass(eq=False)
class FileGone(Refused):
    """Applied, left, taken back, or kept no longer; or another's."""


@dataclass(eq=False)
class UndoLate(Refused):
    """More than `UNDO_FOR` has passed."""


@dataclass(eq=False)
class AppliedAfter(Refused):
    """Another file was applied after this one: that one goes first."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file says and would change, or has changed. `stale`: the school changed since it was shown last."""

    file: BroughtFileId
    name: str
    kind: FileKind
    report: ImportReport
    lines: tuple[ChangeLine, ...]
    stale: bool = False

    @property
    def counts(self) -> Mapping[str, int]:
        tally, report = self.report.lists.tally, self.report
        return {
            "new": sum(tally.new.values()),
            "changed": sum(tally.changed.values()),
            "untouched": sum(tally.untouched.values()),
            "missing": len(report.lists.missing),
            "doubts": len(report.doubts),
            "mistakes": len(report.mistakes),
        }

    @property
    def applicable(self) -> bool:
        return self.report.changes and not self.report.mistakes


@dataclass(frozen=True, slots=True)
class Way:
    """What a person may bring: timetables, and perhaps lists; and which file of theirs can be taken back yet."""

    lists: bool
    last: tuple[BroughtFileId, str] | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """`changed` and `hanging` are empty where everything was taken back; else nothing was."""

    name: str
    changed: Mapping[Kind, int]
    hanging: Mapping[str, int]

    @property
    def refused(self) -> bool:
        return bool(self.changed or self.hanging)


@dataclass(frozen=True, slots=True)
class Bringing:
    time: SchoolTime
    files: FileReading
    kept: KeptFiles
    begin: Callable[[], AbstractAsyncContextManager[BringingTransaction]]

    async def way(self, actor: Actor) -> Way:
        """Raises `NotAllowed` for one who may bring nothing."""
        require(actor, Action.IMPORT_TIMETABLE, Target())
        lists = allowed(actor, Action.IMPORT_LISTS, Target())
        last = await self.kept.last_applied(actor.person, self.time.now() - UNDO_FOR) if lists else None
        return Way(lists, last)

    async def read(self, actor: Actor, name: str, content: bytes) -> Brought:
        """What it is tells who takes it: `bring`, or `ChangesFiles`. Raises `FileTooHeavy`."""
        require(actor, Action.IMPORT_TIMETABLE, Target())
        if len(content) > MOST_BYTES:
            raise FileTooHeavy
        return await self.files.read(name, content)

    async def bring(self, actor: Actor, name: str, content: bytes, brought: Brought) -> Looked:
        """A dry run, always. Raises `NotAllowed` for a kind that is not this person's to bring."""
        require(actor, Action.IMPORT_TIMETABLE, Target())
        if brought.lists:
            require(actor, Action.IMPORT_LISTS, Target())
        kind = FileKind.TIMETABLE if brought.timetables else FileKind.LISTS
        done = await self._tried(brought)
        looked = await asyncio.to_thread(_looked, BroughtFileId(0), name, kind, done)
        kept, mark = content if looked.applicable else None, await asyncio.to_thread(mark_of, done)
        async with self.begin() as tx:
            new = NewFile(actor.person, kind, name, kept, mark, looked.counts)
            return replace(looked, file=await tx.brought_files.keep(new))

    async def apply(self, actor: Actor, file: BroughtFileId) -> Looked:
        """All or nothing, and only what was shown; `stale` where that would not be so. Raises `FileGone`."""
        require(actor, Action.IMPORT_TIMETABLE, Target())
        now = self.time.now()
        waiting = await self.kept.waiting(file, actor.person, now - KEPT_FOR)
        if waiting is None or waiting.kind is FileKind.CHANGES:
            raise FileGone
        brought = await self.files.read(waiting.name, waiting.content)
        if brought.lists:
            require(actor, Action.IMPORT_LISTS, Target())
        today = self.time.today()
        wishes = await asyncio.to_thread(wishes_of, brought.lists, today)
        try:
            async with self.begin() as tx:
                done = await put(tx, brought, wishes, None, today)
                if done.wrong or mark_of(done) != waiting.mark:
                    raise RolledBack
                undo = None if brought.timetables else undo_of(done.lists.plan, done.ids, done.known)
                if not await tx.brought_files.applied(file, undo):
                    raise FileGone
                looked = _looked(file, waiting.name, waiting.kind, done, written=True)
                await tx.changes.add(Change("lists", actor.person, after={"file": file, **looked.counts}))
        except RolledBack:
            return await self._stale(file, waiting, done)
        return looked

    async def drop(self, actor: Actor, file: BroughtFileId) -> None:
        require(actor, Action.IMPORT_TIMETABLE, Target())
        async with self.begin() as tx:
            if not await tx.brought_files.dropped(file, actor.person):
                raise FileGone

    async def undo(self, actor: Actor, file: BroughtFileId) -> Undone:
        """Whole or not at all. Raises `FileGone`, `UndoLate`, `AppliedAfter`."""
        require(actor, Action.IMPORT_LISTS, Target())
        try:
            async with self.begin() as tx:
                undone = await self._undo(tx, file, actor.person)
                if undone.refused:
                    raise RolledBack
                await tx.changes.add(Change("lists", actor.person, after={"file": file, "undone": True}))
        except RolledBack:
            pass
        return undone

    async def forget_old(self) -> int:
        """What was not applied within a day is kept no longer, nor what applied files could be taken back with."""
        async with self.begin() as tx:
            return await tx.brought_files.forget(self.time.now() - KEPT_FOR)

    async def _undo(self, tx: BringingTransaction, file: BroughtFileId, by: PersonId) -> Undone:
        applied = await tx.brought_files.to_undo(file, by)
        if applied is None:
            raise FileGone
        undo = self._standing(applied)
        changed = changed_since(undo, await tx.lists.known())
        hanging = {} if changed else await tx.brought_files.undone(file, undo)
        return Undone(applied.name, changed, hanging)

    def _standing(self, applied: AppliedFile) -> Undo:
        if applied.undo is None or applied.at < self.time.now() - UNDO_FOR:
            raise UndoLate
        if not applied.last:
            raise AppliedAfter
        return applied.undo

    async def _tried(self, brought: Brought) -> Put:
        """Lists are only compared, beside the loop, while others write. A week is put in for a try."""
        today = self.time.today()
        wishes = await asyncio.to_thread(wishes_of, brought.lists, today)
        if not brought.timetables:
            async with self.begin() as tx:
                known = await tx.lists.known()
            lists = await asyncio.to_thread(compared, wishes, known, today)
            return Put(brought, known, lists, GivenIds.none(), ())
        try:
            async with self.begin() as tx:
                done = await put(tx, brought, wishes, None, today)
                raise RolledBack
        except RolledBack:
            return done

    async def _stale(self, file: BroughtFileId, waiting: WaitingFile, done: Put) -> Looked:
        looked = _looked(file, waiting.name, waiting.kind, done, stale=True)
        async with self.begin() as tx:
            await tx.brought_files.shown(file, mark_of(done), looked.counts)
        return looked


def mark_of(done: Put) -> str:
    """Of all that a dry run says and would do. The day does not count: new pupils sit in their classes from the tap."""
    plan, report = done.lists.plan, done.report(written=False)
    written = (
        *(plan.people, plan.corrected, plan.roles, plan.classes, plan.subjects, plan.groups, plan.seats),
        *(plan.guardians, plan.relations, plan.joined, plan.left, plan.leading, plan.load, plan.hours),
    )
    weeks = [_week(one.change) for one in done.timetables if one.change]
    said = (written, weeks, report.mistakes, report.doubts, report.notes)
    return sha256(repr(said).encode()).hexdigest()


def _week(change: WeekChange) -> tuple[object, ...]:
    """Sets have no order of their own, and none that is the same after a restart."""
    added = [
        (
            one.weekday,
            one.position,
            one.parity,
            one.subject,
            one.room,
            sorted(map(repr, one.parts)),
            sorted(one.teachers),
        )
        for one in change.added
    ]
    rows = (change.resumed, change.ended, change.removed)
    return change.start, added, [sorted(one.entry for one in some) for some in rows]


def _looked(
    file: BroughtFileId, name: str, kind: FileKind, done: Put, *, written: bool = False, stale: bool = False
) -> Looked:
    return Looked(file, name, kind, done.report(written=written), change_lines(done.lists, done.known), stale)
