"""An old mark changed: its teacher gives a reason, the deputy consents or not; both are logged (1.3, 1.4.1)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from domain.errors import NotFound, Refused
from domain.events import MarkChangeAsked, MarkChangeDecided
from domain.ids import MarkId, MarkRequestId, PersonId
from domain.journal.mark_pages import MarksLookedAt
from domain.journal.mark_writing import MarkChange, change_mark
from domain.journal.ports import JournalTransaction, StandingMark
from domain.journal.rules import Rules
from domain.roles.access import Action, Target, allowed, require
from domain.roles.people import Actor, PersonName
from domain.school.lesson_access import LessonDoor
from domain.school.ports import Change

MOST_REASON = 300
"""Characters."""
SHORTEST_REASON = 3
LOGGED = "mark_request"


class RequestState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(eq=False)
class ConsentReasonTooLong(Refused):
    """In characters."""

    length: int
    most: int


@dataclass(eq=False)
class ConsentReasonMissing(Refused):
    """Nothing that a deputy could judge by."""


@dataclass(eq=False)
class ChangeAskedAlready(Refused):
    """One change of a mark waits at a time."""


@dataclass(eq=False)
class OwnRequest(Refused):
    """Nobody consents to what they asked for themselves."""


@dataclass(frozen=True, slots=True)
class MarkRequestCard:
    """As the deputy is asked. `value` None: the mark shall be taken back; `now`: as it stands, None: taken back."""

    request: MarkRequestId
    mark: MarkId
    pupil_name: PersonName
    class_name: str
    subject: str
    kind: str
    day: date
    now: str | None
    value: str | None
    reason: str
    asked_by: PersonId
    asked_by_name: PersonName
    asked_at: datetime
    state: RequestState
    decided_by: PersonName | None = None


@dataclass(frozen=True, slots=True)
class AskedChange:
    """A request with the mark that it is about."""

    standing: StandingMark
    value: str | None
    reason: str
    asked_by: PersonId


class RequestsRead(Protocol):
    """One statement each."""

    async def request_cards(self, ids: Collection[MarkRequestId]) -> Mapping[MarkRequestId, MarkRequestCard]: ...

    async def open_requests(self) -> Sequence[MarkRequestCard]:
        """The oldest first."""
        ...


class RequestsRoom(Protocol):
    async def add(self, mark: MarkId, value: str | None, reason: str, by: PersonId) -> MarkRequestId | None:
        """None: one waits already."""
        ...

    async def asked(self, request: MarkRequestId) -> AskedChange | None: ...

    async def decide(self, request: MarkRequestId, state: RequestState, by: PersonId) -> bool:
        """False: it was decided before."""
        ...


class RequestsTransaction(JournalTransaction, Protocol):
    @property
    def requests(self) -> RequestsRoom: ...


@dataclass(frozen=True, slots=True)
class MarkRequests:
    door: LessonDoor
    reads: RequestsRead
    marks: MarksLookedAt
    rules: Rules
    begin: Callable[[], AbstractAsyncContextManager[RequestsTransaction]]

    async def ask(self, actor: Actor, mark: MarkId, value: str | None, reason: str) -> None:
        """`value` None: it shall be taken back.

        Raises `ConsentReasonMissing`, `ConsentReasonTooLong`, `ChangeAskedAlready`, `MarkOutOfScale`, and `NotFound`
        for a mark that is not of an own lesson.
        """
        about = await self.marks.mark_about(mark)
        standing = about.standing if about is not None else None
        lesson = (await self.door.timetables.day(standing.ref.day)).by_ref.get(standing.ref) if standing else None
        if standing is None or lesson is None:
            raise NotFound
        if not allowed(actor, Action.ASK_MARK_CHANGE, Target(classes=lesson.classes, teachers=lesson.teacher_ids)):
            raise NotFound
        await self.door.require_open(standing.ref.day)
        if value is not None:
            (await self.rules.rules()).scale_of(lesson.subject.id).require(value)
        said = _reason(reason)
        async with self.begin() as tx:
            request = await tx.requests.add(mark, value, said, actor.person)
            if request is None:
                raise ChangeAskedAlready
            await _log(tx, actor.person, standing, {"request": request, "mark": mark, "value": value, "why": said})
            await tx.facts.add(MarkChangeAsked(actor.person, request))

    async def decide(self, actor: Actor, request: MarkRequestId, accept: bool) -> tuple[MarkRequestCard, bool]:
        """How it was decided, and whether by this: the first answer stands. Raises `OwnRequest`."""
        require(actor, Action.DECIDE_MARK_CHANGE, Target())
        if (await self._card(request)).asked_by == actor.person:
            raise OwnRequest
        first = await self._end(request, accept, actor.person)
        return await self._card(request), first

    async def card(self, actor: Actor, request: MarkRequestId) -> MarkRequestCard:
        require(actor, Action.DECIDE_MARK_CHANGE, Target())
        return await self._card(request)

    async def waiting(self, actor: Actor) -> Sequence[MarkRequestCard]:
        """The oldest first."""
        require(actor, Action.DECIDE_MARK_CHANGE, Target())
        return await self.reads.open_requests()

    async def _end(self, request: MarkRequestId, accept: bool, by: PersonId) -> bool:
        state = RequestState.ACCEPTED if accept else RequestState.DECLINED
        async with self.begin() as tx:
            asked = await tx.requests.asked(request)
            if asked is not None and accept:
                await self.door.require_open(asked.standing.ref.day)
            if asked is None or not await tx.requests.decide(request, state, by):
                return False
            await _log(tx, by, asked.standing, {"request": request, "mark": asked.standing.mark.id, "state": state})
            await tx.facts.add(MarkChangeDecided(by, request))
            if accept:
                await self._apply(tx, request, asked, by)
        return True

    async def _apply(self, tx: JournalTransaction, request: MarkRequestId, asked: AskedChange, by: PersonId) -> None:
        """Nothing where the mark stands so already."""
        standing, back = asked.standing, asked.value is None
        value = asked.value or standing.mark.value
        if (standing.mark.value, standing.mark.taken_back) == (value, back):
            return
        change = MarkChange(
            value,
            taken_back=back,
            late=self.door.time.today() > standing.ref.day,
            by=asked.asked_by,
            why=asked.reason,
            request=request,
            logged_by=by,
        )
        await change_mark(tx, standing.lesson, standing.mark, change)

    async def _card(self, request: MarkRequestId) -> MarkRequestCard:
        card = (await self.reads.request_cards([request])).get(request)
        if card is None:
            raise NotFound
        return card


def _reason(said: str) -> str:
    said = said.strip()
    if len(said) < SHORTEST_REASON:
        raise ConsentReasonMissing
    if len(said) > MOST_REASON:
        raise ConsentReasonTooLong(len(said), MOST_REASON)
    return said


async def _log(tx: JournalTransaction, by: PersonId, standing: StandingMark, after: Mapping[str, object]) -> None:
    await tx.changes.add(Change(LOGGED, by, standing.lesson, standing.mark.pupil, None, after))
