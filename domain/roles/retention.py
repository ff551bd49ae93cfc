"""How long what is kept is kept, by the school's list of files (номенклатура дел), and what is over its term.

Terms count in years from the end of the calendar year in which a file ends; a journal ends with its school year.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.clock import SchoolTime
from domain.events import Facts, RetentionDue

FIRST_MONTH = 9
"""Of a school year."""


@dataclass(frozen=True, slots=True)
class RetentionTerms:
    """In years."""

    journal: int = 5
    results: int = 25
    orders: int = 50
    audit: int = 3

    def until(self, kind: str, last: date) -> date:
        """The last day on which a row of a kind of `KEPT` is kept; `last`: the latest of its file."""
        ends = last.year + (last.month >= FIRST_MONTH and kind != "audit")
        return date(ends + self._years(kind), 12, 31)

    def limits(self, today: date) -> "Limits":
        """What is of an earlier day is over its term."""
        journal, results, orders = (
            date(today.year - years - 1, FIRST_MONTH, 1) for years in (self.journal, self.results, self.orders)
        )
        return Limits(journal, results, orders, date(today.year - self.audit, 1, 1))

    def _years(self, kind: str) -> int:
        return {"results": self.results, "orders": self.orders, "audit": self.audit}.get(kind, self.journal)


@dataclass(frozen=True, slots=True)
class Limits:
    """First days that are still kept."""

    journal: date
    results: date
    orders: date
    audit: date


@dataclass(frozen=True, slots=True)
class Overdue:
    """So many rows of a table are over their term."""

    table: str
    rows: int


class RetentionRoom(Protocol):
    async def overdue(self, limits: Limits) -> Sequence[Overdue]:
        """Tables where there is anything, in the order in which it goes."""
        ...

    async def erase(self, limits: Limits) -> None:
        """A number of statements that depends on the tables alone."""
        ...


class RetentionTransaction(Protocol):
    @property
    def retention(self) -> RetentionRoom: ...

    @property
    def facts(self) -> Facts: ...


@dataclass(frozen=True, slots=True)
class Retention:
    """Works for who stands at the machine; within the bot it only says that something is due."""

    time: SchoolTime
    begin: Callable[[], AbstractAsyncContextManager[RetentionTransaction]]
    terms: RetentionTerms

    @property
    def limits(self) -> Limits:
        return self.terms.limits(self.time.today())

    async def overdue(self) -> Sequence[Overdue]:
        async with self.begin() as tx:
            return await tx.retention.overdue(self.limits)

    async def erase(self) -> Sequence[Overdue]:
        """What was erased."""
        async with self.begin() as tx:
            found = await tx.retention.overdue(self.limits)
            if found:
                await tx.retention.erase(self.limits)
        return found

    async def remind(self) -> None:
        """Once a year: the administrators hear how much is over its term."""
        async with self.begin() as tx:
            rows = sum(one.rows for one in await tx.retention.overdue(self.limits))
            if rows:
                await tx.facts.add(RetentionDue(author=None, rows=rows))
