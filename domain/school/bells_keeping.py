"""Bells by hand: for whom, when, at what times; the narrower rule rings (3.1)."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any, Protocol

from domain.errors import NotFound, Outdated, Refused
from domain.ids import BellRuleId, ChangeId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.bells import Bell, BellRule
from domain.school.bells_said import checked, said_bells
from domain.school.ports import Change, Timetables
from domain.school.said_spans import days_in
from domain.school.undoing import KeptChanges, change_to_undo

BELLS = "bells"
"""What the log calls a change."""


@dataclass(eq=False)
class BellDaysUnclear(Refused):
    """No days were read from what was typed."""

    said: str


class BellsRoom(Protocol):
    async def add(self, rule: BellRule) -> BellRuleId:
        """With bells of its own."""
        ...

    async def remove(self, number: BellRuleId) -> bool:
        """Whether it was there; bells that no rule rings any more go with it."""
        ...


class BellsTransaction(Protocol):
    @property
    def changes(self) -> KeptChanges: ...

    @property
    def bells(self) -> BellsRoom: ...


@dataclass(frozen=True, slots=True)
class BellChange:
    """`rule` None: taken away. `id` takes it back."""

    id: ChangeId
    rule: BellRule | None
    before: BellRule | None


@dataclass(frozen=True, slots=True)
class BellKeeping:
    timetables: Timetables
    begin: Callable[[], AbstractAsyncContextManager[BellsTransaction]]

    async def rules(self, actor: Actor) -> Sequence[BellRule]:
        """Those for the most grades and days first."""
        require(actor, Action.SET_BELLS, Target())
        return sorted((await self.timetables.plan()).bells, key=lambda rule: (rule.narrowness, rule.grade_from))

    async def rule(self, actor: Actor, number: BellRuleId) -> BellRule:
        """Raises `NotFound`."""
        require(actor, Action.SET_BELLS, Target())
        found = next((rule for rule in (await self.timetables.plan()).bells if rule.id == number), None)
        if found is None:
            raise NotFound
        return found

    async def days(self, actor: Actor, said: str) -> tuple[date, date]:
        """From when until when, as typed, in days of the school year. Raises `BellDaysUnclear` and `NoSuchDay`."""
        require(actor, Action.SET_BELLS, Target())
        days, _ = days_in(said, (await self.timetables.plan()).calendar.starts_on)
        if days is None:
            raise BellDaysUnclear(said)
        return days

    async def understood(self, actor: Actor, scope: BellRule, said: str) -> tuple[BellRule, BellRule | None]:
        """`scope` with the times of a message, and the rule that it would replace.

        Raises `BellsUnclear`, `BellsOverlap` and `BellsTooLong`.
        """
        require(actor, Action.SET_BELLS, Target())
        rule = replace(scope, times=said_bells(said))
        return rule, await self._alike(rule)

    async def keep(self, actor: Actor, rule: BellRule) -> BellChange:
        """One for the same grades and days is replaced. Raises `BellsOverlap` and `BellsTooLong`."""
        require(actor, Action.SET_BELLS, Target())
        checked(rule.times)
        return await self._exchange(actor, await self._alike(rule), rule)

    async def take_away(self, actor: Actor, number: BellRuleId, grades: tuple[int, int]) -> BellChange:
        """The one that is for these grades: numbers come again. Raises `NotFound`."""
        require(actor, Action.SET_BELLS, Target())
        rule = await self.rule(actor, number)
        if (rule.grade_from, rule.grade_to) != grades:
            raise NotFound
        return await self._exchange(actor, rule, None)

    async def undo(self, actor: Actor, number: ChangeId) -> BellChange:
        """Raises `Outdated` where what was entered stands no longer."""
        require(actor, Action.SET_BELLS, Target())
        async with self.begin() as tx:
            change = await change_to_undo(tx.changes, number, BELLS)
            gone = _rule(change.after)
            standing = {rule.id: rule for rule in (await self.timetables.plan()).bells}
            if gone is not None and standing.get(gone.id) != gone:
                raise Outdated
            return await _exchanged(tx, actor, gone, _rule(change.before))

    async def _alike(self, rule: BellRule) -> BellRule | None:
        return next((one for one in (await self.timetables.plan()).bells if _whose(one) == _whose(rule)), None)

    async def _exchange(self, actor: Actor, gone: BellRule | None, new: BellRule | None) -> BellChange:
        async with self.begin() as tx:
            return await _exchanged(tx, actor, gone, new)


async def _exchanged(tx: BellsTransaction, actor: Actor, gone: BellRule | None, new: BellRule | None) -> BellChange:
    """In one change of the log. Raises `Outdated` where `gone` is there no longer."""
    if gone is not None and gone.id is not None and not await tx.bells.remove(gone.id):
        raise Outdated
    kept = replace(new, id=await tx.bells.add(new)) if new is not None else None
    change = Change(BELLS, actor.person, before=_logged(gone), after=_logged(kept))
    return BellChange(await tx.changes.put(change), kept, gone)


def _whose(rule: BellRule) -> tuple[object, ...]:
    return rule.grade_from, rule.grade_to, rule.weekday, rule.valid_from, rule.valid_until


def _logged(rule: BellRule | None) -> Mapping[str, Any] | None:
    if rule is None:
        return None
    return {
        "id": rule.id,
        "grade_from": rule.grade_from,
        "grade_to": rule.grade_to,
        "weekday": rule.weekday,
        "valid_from": f"{rule.valid_from}" if rule.valid_from else None,
        "valid_until": f"{rule.valid_until}" if rule.valid_until else None,
        "times": [[position, f"{one.starts:%H:%M}", f"{one.ends:%H:%M}"] for position, one in rule.times.items()],
    }


def _rule(logged: Mapping[str, Any] | None) -> BellRule | None:
    if logged is None:
        return None
    times = {n: Bell(time.fromisoformat(starts), time.fromisoformat(ends)) for n, starts, ends in logged["times"]}
    since, until = (logged[name] and date.fromisoformat(logged[name]) for name in ("valid_from", "valid_until"))
    about = logged["grade_from"], logged["grade_to"], logged["weekday"]
    return BellRule(times, *about, since, until, BellRuleId(logged["id"]))
