"""What its sender does with an announcement that was sent: sees how it goes, reminds, corrects (3.3.8)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound, Refused
from domain.events import AnnouncementCorrected, AnnouncementReminded, Facts
from domain.ids import AnnouncementId, ClassId, PersonId
from domain.roles.access import Action, Reach, Target, allowed, reach_of, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor
from domain.school.ports import Rosters
from domain.school.roster import Roster
from domain.talk.announcements import MOST, AnnouncementEmpty, AnnouncementTooLong
from domain.talk.audiences import Addressed
from domain.talk.gates import ManyGate
from domain.talk.letters import AnnouncementState
from domain.talk.receipts import Receipt, Silent, silent
from domain.talk.wording import Wording


@dataclass(eq=False)
class NothingToRemind(Refused):
    """Nobody is waited for: nothing was asked, everyone has acknowledged it, it is closed or was taken back."""


@dataclass(eq=False)
class NotThereYet(Refused):
    """It has reached nobody yet, so there is nothing to remind of."""


@dataclass(eq=False)
class RemindedAlready(Refused):
    """Once on a day is enough."""


class FollowedRoom(Protocol):
    async def correct(self, announcement: AnnouncementId, wording: Wording) -> int | None:
        """The number of the new wording, the earlier one is kept; None: it reads so already, or was taken back."""
        ...

    async def remind(self, announcement: AnnouncementId, day: date) -> bool:
        """False: it was done on this day already."""
        ...


class FollowingTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def receipts(self) -> FollowedRoom: ...


class FollowedKept(Protocol):
    """Each a number of statements that does not grow with the readers."""

    @property
    def per_child(self) -> bool:
        """One guardian of a child is enough."""
        ...

    async def states(self, ids: Collection[AnnouncementId]) -> Mapping[AnnouncementId, AnnouncementState]: ...

    async def sender_of(self, announcement: AnnouncementId) -> PersonId | None: ...

    async def receipts(self, announcement: AnnouncementId) -> Sequence[Receipt]:
        """Of everyone to whom it goes and who may still read it, by name."""
        ...


@dataclass(frozen=True, slots=True)
class Following:
    time: SchoolTime
    rosters: Rosters
    kept: FollowedKept
    gate: ManyGate
    exports: ExportGate
    begin: Callable[[], AbstractAsyncContextManager[FollowingTransaction]]

    async def state(self, actor: Actor, announcement: AnnouncementId) -> AnnouncementState:
        """Raises `NotFound` for another's."""
        await self._require_sender(actor, announcement, Action.SEE_ANNOUNCEMENT_STATE)
        return (await self.kept.states([announcement]))[announcement]

    async def unreached(self, actor: Actor, announcement: AnnouncementId) -> list[Addressed]:
        """Who cannot be reached as of now, with the reason."""
        await self._require_sender(actor, announcement, Action.SEE_ANNOUNCEMENT_STATE)
        return [
            Addressed(one.person, one.name, tuple(ward.name for ward in one.wards), one.why)
            for one in await self.kept.receipts(announcement)
            if one.why is not None
        ]

    async def silent(self, actor: Actor, announcement: AnnouncementId) -> list[Silent]:
        """Of whom nobody has acknowledged it: children by class and name, with their guardians; then persons."""
        await self._require_sender(actor, announcement, Action.SEE_ANNOUNCEMENT_STATE)
        found = silent(await self.kept.receipts(announcement), self.kept.per_child)
        return _by_class(found, await self.rosters.roster())

    def may_take_out(self, actor: Actor, state: AnnouncementState) -> bool:
        """Whether this person may take a list of that audience with them."""
        return all(allowed(actor, Action.TAKE_OUT_DATA, one) for one in map(_target, _taken_out(actor, state)))

    async def take_out(self, actor: Actor, announcement: AnnouncementId) -> list[Silent]:
        """The same list for a file. Raises `ExportsFrozen`, `TooManyExports`."""
        state = await self.state(actor, announcement)
        for class_id in _taken_out(actor, state):
            await self.exports.allow(actor, Export(ExportKind.RECEIPTS, class_id))
        return await self.silent(actor, announcement)

    async def remind(self, actor: Actor, announcement: AnnouncementId) -> AnnouncementState:
        """Those of whom nobody has acknowledged it, once on a day."""
        await self._require_sender(actor, announcement, Action.CHANGE_ANNOUNCEMENT)
        state, today = (await self.kept.states([announcement]))[announcement], self.time.today()
        if not state.asking:
            raise NothingToRemind
        if not (state.under_way and state.delivered):
            raise NotThereYet
        async with self.begin() as tx:
            if not await tx.receipts.remind(announcement, today):
                raise RemindedAlready
            await tx.facts.add(AnnouncementReminded(actor.person, announcement, today))
        return replace(state, reminded_on=today)

    async def correct(
        self, actor: Actor, announcement: AnnouncementId, wording: Wording, held_is_fine: bool = False
    ) -> AnnouncementState:
        """Takes the place of the text, also where it was delivered; files and audience stay. Raises as sending does."""
        before = await self.changeable(actor, announcement)
        if wording.empty and not before.files:
            raise AnnouncementEmpty
        if len(wording.text) > MOST:
            raise AnnouncementTooLong(len(wording.text), MOST)
        await self.gate.check(actor, wording, before.scope.classes, held_is_fine)
        async with self.begin() as tx:
            version = await tx.receipts.correct(announcement, wording)
            if version is not None:
                await tx.facts.add(AnnouncementCorrected(actor.person, announcement, version))
        return (await self.kept.states([announcement]))[announcement]

    async def changeable(self, actor: Actor, announcement: AnnouncementId) -> AnnouncementState:
        """One that its sender may correct; what was taken back is `NotFound`."""
        await self._require_sender(actor, announcement, Action.CHANGE_ANNOUNCEMENT)
        state = (await self.kept.states([announcement]))[announcement]
        if state.taken_back:
            raise NotFound
        return state

    async def _require_sender(self, actor: Actor, announcement: AnnouncementId, action: Action) -> None:
        sender = await self.kept.sender_of(announcement)
        if sender is None or sender != actor.person:
            raise NotFound
        require(actor, action, Target(person=sender))


def _taken_out(actor: Actor, state: AnnouncementState) -> Sequence[ClassId | None]:
    """Class by class; what is of no class, or of very many, as the whole school, which only who reaches it may take."""
    everywhere = Reach.SCHOOL in reach_of(actor, Action.TAKE_OUT_DATA)
    one_class = state.scope.one_class
    if one_class is not None:
        return (one_class,)
    return state.scope.classes if state.scope.classes and not everywhere else (None,)


def _by_class(found: Sequence[Silent], roster: Roster) -> list[Silent]:
    """Those of the same class, or of none, stay in their order; who answers for themself stands last."""
    order = {one.name: place for place, one in enumerate(roster.classes.values())}
    classes = [roster.class_of(one.pupil) if one.pupil is not None else None for one in found]
    named = [replace(one, class_name=of.name if of else None) for one, of in zip(found, classes, strict=True)]
    return sorted(named, key=lambda one: (one.pupil is None, order.get(one.class_name or "", len(order))))


def _target(class_id: ClassId | None) -> Target:
    return Target(classes=(class_id,) if class_id is not None else ())
