"""Entering movement: the office acts at once, a class teacher proposes and the office decides (3.3.2, 3.3.3)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.events import Facts, MovementDecided, MovementProposed
from domain.ids import ClassId, MovementId, PersonId
from domain.roles.access import Action, Target, allowed, require
from domain.roles.people import Actor
from domain.roles.scope import scope_of
from domain.school.movement import (
    MOST_REASON,
    DeclineReasonUnclear,
    Movement,
    MovementCard,
    MovementHangs,
    MovementState,
    Namesake,
    Newcomer,
    SeatChange,
    Sitting,
    UndoneTooLate,
    Wanted,
    change_of,
    require_in_year,
    undoing,
)
from domain.school.ports import Change, ChangeLog, Rosters, Timetables
from domain.school.roster import Roster, SchoolClass, Seat

LOGGED = "movement"


class MovementsRead(Protocol):
    """One statement each."""

    async def cards(self, ids: Collection[MovementId]) -> Mapping[MovementId, MovementCard]: ...

    async def waiting(self) -> Sequence[MovementCard]:
        """Proposals that nobody has decided on, the oldest first."""
        ...

    async def namesakes(self, newcomer: Newcomer) -> Sequence[Namesake]:
        """Known people of the same name and birth date; nobody where the birth date is not told."""
        ...


class MovementsRoom(Protocol):
    async def sittings(self, pupil: PersonId) -> Sequence[Sitting]:
        """In their order; nobody else changes them until the transaction ends."""
        ...

    async def seat(self, pupil: PersonId, change: SeatChange, order: str | None) -> None: ...

    async def newcomer(self, newcomer: Newcomer) -> PersonId: ...

    async def add(
        self, wanted: Wanted, from_class: ClassId | None, state: MovementState, by: PersonId
    ) -> MovementId: ...

    async def decide(
        self, number: MovementId, was: MovementState, state: MovementState, by: PersonId, why: str | None = None
    ) -> bool:
        """False: it is no longer as it `was`."""
        ...

    async def accepted(self, number: MovementId, pupil: PersonId, from_class: ClassId | None) -> None:
        """Whom it moved, and from where."""
        ...

    async def written(self, pupil: PersonId, wanted: Wanted) -> bool:
        """Whether a mark or presence of the pupil stands at the new class's lessons since that day."""
        ...


class MovementsTransaction(Protocol):
    @property
    def movements(self) -> MovementsRoom: ...

    @property
    def changes(self) -> ChangeLog: ...

    @property
    def facts(self) -> Facts: ...


@dataclass(frozen=True, slots=True)
class Movements:
    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    reads: MovementsRead
    begin: Callable[[], AbstractAsyncContextManager[MovementsTransaction]]

    async def classes(self, actor: Actor) -> tuple[SchoolClass, ...]:
        """Whose pupils this person moves or proposes to move: the office's all, a class teacher's own."""
        require(actor, self._action(actor), Target(classes=actor.own_classes))
        classes, office = (await self.rosters.roster()).classes, self._is_office(actor)
        return tuple(one for one in classes.values() if office or one.id in actor.own_classes)

    async def targets(self, actor: Actor, class_id: ClassId) -> tuple[SchoolClass, ...]:
        """Where a pupil of the class can be moved to: the same grade first."""
        require(actor, self._action(actor), Target(classes=(class_id,)))
        classes = (await self.rosters.roster()).classes
        grade = classes[class_id].grade if class_id in classes else 0
        others = [one for one in classes.values() if one.id != class_id]
        return tuple(sorted(others, key=lambda one: (one.grade != grade, one.grade, one.name)))

    async def pupils(self, actor: Actor, class_id: ClassId) -> tuple[Seat, ...]:
        require(actor, self._action(actor), Target(classes=(class_id,)))
        return (await self.rosters.roster()).of_class.get(class_id, ())

    async def pupil(self, actor: Actor, pupil: PersonId) -> tuple[Seat, SchoolClass]:
        """One whom this person moves or proposes to move, with the present class. Raises `NotFound`."""
        roster = await self.rosters.roster()
        seat, school_class = roster.seats.get(pupil), roster.class_of(pupil)
        classes = (school_class.id,) if school_class else ()
        if seat is None or school_class is None or not allowed(actor, self._action(actor), Target(classes=classes)):
            raise NotFound
        return seat, school_class

    async def everyone(self, actor: Actor) -> Roster:
        """Who can be found by what was typed: in the own classes, or in the whole school."""
        require(actor, self._action(actor), Target(classes=actor.own_classes))
        roster = await self.rosters.roster()
        if self._is_office(actor):
            return roster
        own = {one: seat for one, seat in roster.seats.items() if seat.class_id in actor.own_classes}
        return replace(roster, seats=own)

    async def enter(self, actor: Actor, wanted: Wanted) -> tuple[MovementCard, Sequence[Namesake]]:
        """In force at once for the office, else proposed; a newcomer with a namesake waits for the office's word.

        Raises what `change_of` and `require_in_year` raise, and `NotFound`.
        """
        from_class = await self._from_class(wanted)
        side = wanted.to_class if wanted.pupil is None else from_class
        require(actor, self._action(actor), Target(classes=(side,) if side is not None else ()))
        require_in_year(wanted.day, (await self.timetables.plan()).calendar, self.time.today())
        office = self._is_office(actor)
        namesakes = await self.reads.namesakes(wanted.newcomer) if wanted.newcomer and office else ()
        async with self.begin() as tx:
            if office and not namesakes:
                number = await tx.movements.add(wanted, None, MovementState.ACCEPTED, actor.person)
                await _carry_out(tx, actor.person, number, wanted, wanted.pupil)
            else:
                if wanted.pupil is not None:
                    change_of(wanted, await tx.movements.sittings(wanted.pupil))
                number = await tx.movements.add(wanted, from_class, MovementState.PROPOSED, actor.person)
                await tx.changes.add(_logged(actor.person, number, wanted, MovementState.PROPOSED))
                await tx.facts.add(MovementProposed(actor.person, number))
        return await self._card(number), namesakes

    async def waiting(self, actor: Actor) -> Sequence[MovementCard]:
        """All proposals for the office, the own ones for a class teacher."""
        require(actor, Action.SEE_MOVEMENT, Target(classes=actor.own_classes))
        office = self._is_office(actor)
        return [one for one in await self.reads.waiting() if office or one.movement.proposed_by == actor.person]

    async def card(self, actor: Actor, number: MovementId) -> MovementCard:
        """Raises `NotFound` for one of another class."""
        card = await self._card(number)
        scope = scope_of(actor, Action.SEE_MOVEMENT)
        if not scope.everyone and scope.classes.isdisjoint(card.classes):
            raise NotFound
        return card

    async def accept(
        self, actor: Actor, number: MovementId, person: PersonId | None = None
    ) -> tuple[MovementCard, bool, Sequence[Namesake]]:
        """The card, whether this decided it, and whom the newcomer may be: then nothing is decided yet.

        `person`: one of those; 0: none of them. Raises what `change_of` raises.
        """
        require(actor, Action.MOVE_PUPIL, Target())
        card = await self._card(number)
        wanted = card.movement.wanted
        namesakes = await self.reads.namesakes(wanted.newcomer) if wanted.newcomer else ()
        waits = card.movement.state is MovementState.PROPOSED
        if waits and person not in (0, *(one.person for one in namesakes)) and namesakes:
            return card, False, namesakes
        known = wanted.pupil or (person if namesakes and person else None)
        async with self.begin() as tx:
            first = await tx.movements.decide(number, MovementState.PROPOSED, MovementState.ACCEPTED, actor.person)
            if first:
                await _carry_out(tx, actor.person, number, wanted, known)
                await tx.facts.add(MovementDecided(actor.person, number))
        return await self._card(number), first, ()

    async def decline(self, actor: Actor, number: MovementId, why: str) -> tuple[MovementCard, bool]:
        """The card, and whether this decided it. Raises `DeclineReasonUnclear`."""
        require(actor, Action.MOVE_PUPIL, Target())
        said = why.strip()
        if not 1 <= len(said) <= MOST_REASON:
            raise DeclineReasonUnclear(MOST_REASON)
        wanted = (await self._card(number)).movement.wanted
        async with self.begin() as tx:
            was, state = MovementState.PROPOSED, MovementState.DECLINED
            first = await tx.movements.decide(number, was, state, actor.person, said)
            if first:
                await tx.changes.add(_logged(actor.person, number, wanted, state))
                await tx.facts.add(MovementDecided(actor.person, number))
        return await self._card(number), first

    async def take_back(self, actor: Actor, number: MovementId) -> MovementCard:
        """The own proposal while it waits; by the office, what was entered today. Raises `MovementHangs`,
        `UndoneTooLate`, `NotFound`."""
        movement = (await self._card(number)).movement
        if movement.state is MovementState.PROPOSED and movement.proposed_by == actor.person:
            require(actor, self._action(actor), Target(classes=actor.own_classes))
            async with self.begin() as tx:
                await self._withdraw(tx, actor, movement)
                await tx.facts.add(MovementDecided(actor.person, number))
            return await self._card(number)
        require(actor, Action.MOVE_PUPIL, Target())
        if movement.state is not MovementState.ACCEPTED or movement.decided_at is None:
            raise NotFound
        if self.time.local(movement.decided_at).date() != self.time.today():
            raise UndoneTooLate
        async with self.begin() as tx:
            await self._undo(tx, movement)
            await self._withdraw(tx, actor, movement)
        return await self._card(number)

    async def _undo(self, tx: MovementsTransaction, movement: Movement) -> None:
        pupil = movement.wanted.pupil
        assert pupil is not None
        change = undoing(movement, await tx.movements.sittings(pupil))
        if change.removed is not None and await tx.movements.written(pupil, movement.wanted):
            raise MovementHangs
        await tx.movements.seat(pupil, change, None)

    async def _withdraw(self, tx: MovementsTransaction, actor: Actor, movement: Movement) -> None:
        """Raises `NotFound` where somebody has decided meanwhile."""
        state = MovementState.WITHDRAWN
        if not await tx.movements.decide(movement.id, movement.state, state, actor.person):
            raise NotFound
        await tx.changes.add(_logged(actor.person, movement.id, movement.wanted, state))

    async def _from_class(self, wanted: Wanted) -> ClassId | None:
        """Where the pupil sits today. Raises `NotFound` for a class or person that is none."""
        roster = await self.rosters.roster()
        if wanted.to_class is not None and wanted.to_class not in roster.classes:
            raise NotFound
        if wanted.pupil is None and (wanted.newcomer is None or wanted.to_class is None):
            raise NotFound
        seat = roster.seats.get(wanted.pupil) if wanted.pupil is not None else None
        return seat.class_id if seat is not None else None

    async def _card(self, number: MovementId) -> MovementCard:
        card = (await self.reads.cards([number])).get(number)
        if card is None:
            raise NotFound
        return card

    def _is_office(self, actor: Actor) -> bool:
        return allowed(actor, Action.MOVE_PUPIL, Target())

    def _action(self, actor: Actor) -> Action:
        return Action.MOVE_PUPIL if self._is_office(actor) else Action.PROPOSE_MOVEMENT


async def _carry_out(
    tx: MovementsTransaction, by: PersonId, number: MovementId, wanted: Wanted, known: PersonId | None
) -> None:
    """A newcomer becomes a person here."""
    pupil = known
    if pupil is None:
        assert wanted.newcomer is not None
        pupil = await tx.movements.newcomer(wanted.newcomer)
    sittings = await tx.movements.sittings(pupil)
    change = change_of(wanted, sittings)
    left = next((one.class_id for one in sittings if change.ends and one.id == change.ends[0]), None)
    await tx.movements.seat(pupil, change, wanted.order)
    await tx.movements.accepted(number, pupil, left)
    await tx.changes.add(_logged(by, number, replace(wanted, pupil=pupil), MovementState.ACCEPTED))


def _logged(by: PersonId, number: MovementId, wanted: Wanted, state: MovementState) -> Change:
    after = {
        "movement": number,
        "kind": wanted.kind.value,
        "day": f"{wanted.day}",
        "to": wanted.to_class,
        "state": state.value,
    }
    return Change(LOGGED, by, None, wanted.pupil, None, after)
