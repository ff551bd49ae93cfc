"""The calendar as it is written, and what its days have already that a change would touch."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from domain.ids import SpanId, TermId
from domain.school.calendar import Span, SpanKind, TermKind
from domain.school.calendar_said import SaidTerm
from domain.school.undoing import KeptChanges

SPANS, TERM = "calendar", "term"
"""What the log calls a change."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What is written on some days for some grades: rows that stay, whatever the calendar says."""

    lessons: int = 0
    homework: int = 0
    notes: int = 0
    """Announced absences."""
    changes: int = 0
    """Substitutions and the like."""

    def __bool__(self) -> bool:
        return bool(self.lessons or self.homework or self.notes or self.changes)


NOTHING = Touched()


class CalendarReads(Protocol):
    async def touched(self, span: Span) -> Touched:
        """On the span's days, for its grades; one statement."""
        ...

    async def marks_on(self, days: Collection[tuple[date, date]]) -> int:
        """Marks that stand from a first day to a last, of any of these; one statement."""
        ...

    async def closed(self, term: TermId) -> bool:
        """Whether the deputy has closed the term for any class."""
        ...


class PublicHolidays(Protocol):
    def between(self, first: date, last: date) -> Sequence[Span]:
        """The country's days off, and the Saturdays worked instead, by its official calendar."""
        ...


class CalendarRoom(Protocol):
    async def add(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Into the current year; the same with their ids."""
        ...

    async def remove(self, ids: Collection[SpanId]) -> int:
        """How many there were."""
        ...

    async def put_term(self, term: SaidTerm) -> None: ...

    async def drop_term(self, kind: TermKind, number: int) -> None: ...


class CalendarTransaction(Protocol):
    @property
    def changes(self) -> KeptChanges: ...

    @property
    def calendar(self) -> CalendarRoom: ...


def spans_logged(spans: Sequence[Span]) -> Mapping[str, Any] | None:
    """As JSON."""
    return {"spans": [_logged(span) for span in spans]} if spans else None


def spans_of(logged: Mapping[str, Any] | None) -> tuple[Span, ...]:
    return tuple(_span(said) for said in logged["spans"]) if logged else ()


def term_logged(term: SaidTerm | None) -> Mapping[str, Any] | None:
    if term is None:
        return None
    return {
        "kind": term.kind.value,
        "number": term.number,
        "starts_on": f"{term.starts_on}",
        "ends_on": f"{term.ends_on}",
    }


def term_of(logged: Mapping[str, Any] | None) -> SaidTerm | None:
    if logged is None:
        return None
    days = (date.fromisoformat(logged[name]) for name in ("starts_on", "ends_on"))
    return SaidTerm(TermKind(logged["kind"]), logged["number"], *days)


def _logged(span: Span) -> dict[str, Any]:
    return {
        "id": span.id,
        "starts_on": f"{span.starts_on}",
        "ends_on": f"{span.ends_on}",
        "kind": span.kind.value,
        "name": span.name,
        "grade_from": span.grade_from,
        "grade_to": span.grade_to,
        "as_weekday": span.as_weekday,
    }


def _span(said: Mapping[str, Any]) -> Span:
    return Span(
        date.fromisoformat(said["starts_on"]),
        date.fromisoformat(said["ends_on"]),
        SpanKind(said["kind"]),
        said["name"],
        said["grade_from"],
        said["grade_to"],
        said["as_weekday"],
        SpanId(said["id"]) if said["id"] else None,
    )
