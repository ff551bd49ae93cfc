"""Bringing in what a school has: lists, then timetables, in one transaction, all or nothing (2.1.1, 2.1.2, 3.2)."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.clock import SchoolTime
from domain.school.importing.comparing import Comparison, compared
from domain.school.importing.known import KnownSchool
from domain.school.importing.lists import wishes_of
from domain.school.importing.plan import GivenIds, Plan
from domain.school.importing.remarks import Doubt, Mistake, Note
from domain.school.importing.sheets import Sheet
from domain.school.importing.timetable import TimetableOutcome, TimetableTransaction, put_timetable
from domain.school.importing.timetable_wished import WishedTimetable
from domain.school.importing.wished import Wishes


class ListsRoom(Protocol):
    async def known(self) -> KnownSchool: ...

    async def carry_out(self, plan: Plan) -> GivenIds: ...


class ImportTransaction(TimetableTransaction, Protocol):
    @property
    def lists(self) -> ListsRoom: ...


BeginImport = Callable[[], AbstractAsyncContextManager[ImportTransaction]]


@dataclass(frozen=True, slots=True)
class Brought:
    """What was read of the files; `mistakes` are of files that could not be read at all."""

    lists: Sequence[tuple[Sheet, ...]] = ()
    """The sheets of each file."""
    timetables: Sequence[WishedTimetable] = ()
    mistakes: Sequence[Mistake] = ()
    changes: tuple[Sheet, ...] = ()
    """Tables of substitutions: nothing of a school's lists, and taken by `ChangesFiles` alone."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """`written`: whether the database holds it now. With a mistake anywhere, or on a dry run, it does not."""

    written: bool
    lists: Comparison
    timetables: tuple[TimetableOutcome, ...]
    mistakes: tuple[Mistake, ...]
    doubts: tuple[Doubt, ...]
    notes: tuple[Note, ...]

    @property
    def changes(self) -> bool:
        """Whether anything came, or would come, into the school."""
        tally = self.lists.tally
        return bool(tally.new or tally.changed or any(outcome.changes for outcome in self.timetables))


@dataclass(frozen=True, slots=True)
class Put:
    """What was done in a transaction, which is still open: `known` is the school before it."""

    brought: Brought
    known: KnownSchool
    lists: Comparison
    ids: GivenIds
    timetables: tuple[TimetableOutcome, ...]

    @property
    def wrong(self) -> bool:
        return bool(self.brought.mistakes or self.lists.mistakes or any(one.mistakes for one in self.timetables))

    def report(self, *, written: bool) -> ImportReport:
        outcomes = self.timetables
        return ImportReport(
            written,
            self.lists,
            outcomes,
            (*self.brought.mistakes, *self.lists.mistakes, *(one for outcome in outcomes for one in outcome.mistakes)),
            (*self.lists.doubts, *(one for outcome in outcomes for one in outcome.doubts)),
            (*self.lists.notes, *(one for outcome in outcomes for one in outcome.notes)),
        )


class RolledBack(Exception):
    """Ends the transaction without a trace."""


async def put(tx: ImportTransaction, brought: Brought, wishes: Wishes, valid_from: date | None, today: date) -> Put:
    """Does the whole work; the caller commits it or rolls it back. The comparing goes on beside the loop."""
    known = await tx.lists.known()
    lists = await asyncio.to_thread(compared, wishes, known, today)
    ids = await tx.lists.carry_out(lists.plan)
    outcomes = [await put_timetable(tx, wished, valid_from, today) for wished in brought.timetables]
    return Put(brought, known, lists, ids, tuple(outcomes))


@dataclass(frozen=True, slots=True)
class Importing:
    time: SchoolTime
    begin: BeginImport

    async def bring(self, brought: Brought, *, valid_from: date | None = None, dry_run: bool = False) -> ImportReport:
        """For who stands at the machine itself. Timetables stand from `valid_from` on.

        A dry run does the same work and rolls it back, so that it says exactly what would be.
        """
        today = self.time.today()
        wishes = wishes_of(brought.lists, today)
        try:
            async with self.begin() as tx:
                done = await put(tx, brought, wishes, valid_from, today)
                if done.wrong or dry_run:
                    raise RolledBack
        except RolledBack:
            return done.report(written=False)
        return done.report(written=True)
