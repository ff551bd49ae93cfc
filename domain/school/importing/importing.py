"""Bringing in what a school has: lists, then timetables, in one transaction, all or nothing (2.1.1, 2.1.2, 3.2)."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.clock import SchoolTime
from domain.school.importing.comparing import Comparison, compared
from domain.school.importing.known import KnownSchool
from domain.school.importing.lists import wishes_of
from domain.school.importing.plan import Plan
from domain.school.importing.remarks import Doubt, Mistake, Note
from domain.school.importing.sheets import Sheet
from domain.school.importing.timetable import TimetableOutcome, TimetableTransaction, put_timetable
from domain.school.importing.timetable_wished import WishedTimetable


class ListsRoom(Protocol):
    async def known(self) -> KnownSchool: ...

    async def carry_out(self, plan: Plan) -> None: ...


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


class _RolledBack(Exception):
    """Ends the transaction without a trace."""


@dataclass(frozen=True, slots=True)
class Importing:
    time: SchoolTime
    begin: BeginImport

    async def bring(self, brought: Brought, *, valid_from: date | None = None, dry_run: bool = False) -> ImportReport:
        """For who stands at the machine itself. Timetables stand from `valid_from` on.

        A dry run does the same work and rolls it back, so that it says exactly what would be.
        """
        outcomes: list[TimetableOutcome] = []
        try:
            async with self.begin() as tx:
                lists = await self._put_lists(tx, brought)
                for wished in brought.timetables:
                    outcomes.append(await put_timetable(tx, wished, valid_from, self.time.today()))
                wrong = brought.mistakes or lists.mistakes or any(outcome.mistakes for outcome in outcomes)
                if wrong or dry_run:
                    raise _RolledBack
        except _RolledBack:
            return _report(False, brought, lists, outcomes)
        return _report(True, brought, lists, outcomes)

    async def _put_lists(self, tx: ImportTransaction, brought: Brought) -> Comparison:
        today = self.time.today()
        lists = compared(wishes_of(brought.lists, today), await tx.lists.known(), today)
        await tx.lists.carry_out(lists.plan)
        return lists


def _report(written: bool, brought: Brought, lists: Comparison, outcomes: Sequence[TimetableOutcome]) -> ImportReport:
    return ImportReport(
        written,
        lists,
        tuple(outcomes),
        (*brought.mistakes, *lists.mistakes, *(one for outcome in outcomes for one in outcome.mistakes)),
        (*lists.doubts, *(one for outcome in outcomes for one in outcome.doubts)),
        (*lists.notes, *(one for outcome in outcomes for one in outcome.notes)),
    )
