"""Bells by hand: for whom, when, at what times; the narrower rule rings (3.1)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any, Protocol

from domain.errors import NotFound, Outdated, Refused
from domain.ids import BellRuleId, ChangeId, ClassId
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.bells import Bell, BellRule, rule_on
from domain.school.bells_said import checked, said_bells
from domain.school.bells_whom import Scope, said_whom
from domain.school.ports import Change, Rosters, Timetables
from domain.school.roster import SchoolClass
from domain.school.said_spans import days_in
from domain.school.undoing import KeptChanges, change_to_undo

BELLS = "bells"
"""What the log calls a change."""


@dataclass(eq=False)
class BellDaysUnclear(Refused):
    """No days were read from what was typed."""

    said: str


class BellsRoom(Protocol):
    async def add(self, rules: Sequence[BellRule]) -> Sequence[BellRuleId]:
        """With bells of their own; those of the same times share them."""
        ...

    async def remove(self, numbers: Collection[BellRuleId]) -> bool:
        """Whether all were there; bells that no rule rings any more go with them."""
        ...


class BellsTransaction(Protocol):
    @property
    def changes(self) -> KeptChanges: ...

    @property
    def bells(self) -> BellsRoom: ...


@dataclass(frozen=True, slots=True)
class BellChange:
    """`rules` in place of `before`; none: taken away. `id` takes it back."""

    id: ChangeId
    rules: tuple[BellRule, ...]
    before: tuple[BellRule, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """Bells that a message has, and what becomes of those that stand."""

    rules: tuple[BellRule, ...]
    before: tuple[BellRule, ...]
    """They would be replaced."""
    overruled: tuple[str, ...] = ()
    """Classes with bells of their own, whose one day is written for grades."""


@dataclass(frozen=True, slots=True)
class BellKeeping:
    timetables: Timetables
    rosters: Rosters
    begin: Callable[[], AbstractAsyncContextManager[BellsTransaction]]

    async def rules(self, actor: Actor) -> Sequence[BellRule]:
        """Those for the most grades and days first, then those of classes."""
        require(actor, Action.SET_BELLS, Target())
        known = (await self.timetables.plan()).bells
        order = [None, *(one.id for one in await self.classes(actor))]
        return sorted(known, key=lambda rule: (rule.narrowness, rule.grade_from, order.index(rule.class_id)))

    async def rule(self, actor: Actor, number: BellRuleId) -> BellRule:
        """Raises `NotFound`."""
        require(actor, Action.SET_BELLS, Target())
        found = next((rule for rule in (await self.timetables.plan()).bells if rule.id == number), None)
        if found is None:
            raise NotFound
        return found

    async def classes(self, actor: Actor) -> Sequence[SchoolClass]:
        """Whom rules of classes may be for."""
        require(actor, Action.SET_BELLS, Target())
        return tuple((await self.rosters.roster()).classes.values())

    async def whom(self, actor: Actor, said: str) -> tuple[Scope, str]:
        """For whom, as typed, and the times if they were typed too. Raises `BellWhomUnclear`."""
        return said_whom(said, await self.classes(actor))

    async def named(self, actor: Actor, scope: Scope) -> Scope:
        """With the names of the classes. Raises `NotFound` for one that there is not."""
        known = {one.id: one.name for one in await self.classes(actor)}
        if any(rule.class_id is not None and rule.class_id not in known for rule in scope):
            raise NotFound
        return tuple(replace(one, class_name=known[one.class_id] if one.class_id else None) for one in scope)

    async def days(self, actor: Actor, said: str) -> tuple[date, date]:
        """From when until when, as typed, in days of the school year. Raises `BellDaysUnclear` and `NoSuchDay`."""
        require(actor, Action.SET_BELLS, Target())
        days, _ = days_in(said, (await self.timetables.plan()).calendar.starts_on)
        if days is None:
            raise BellDaysUnclear(said)
        return days

    async def understood(self, actor: Actor, scope: Scope, said: str) -> Understood:
        """`scope` with the times of a message.

        Raises `NotFound`, `BellsUnclear`, `BellsOverlap` and `BellsTooLong`.
        """
        named = await self.named(actor, scope)
        times = said_bells(said)
        rules = tuple(replace(one, times=times) for one in named)
        return Understood(rules, await self._alike(rules), await self._overruled(rules[0]))

    async def keep(self, actor: Actor, rules: Sequence[BellRule]) -> BellChange:
        """Those for the same classes or grades and days are replaced.

        Raises `NotFound`, `BellsOverlap` and `BellsTooLong`.
        """
        named = await self.named(actor, tuple(rules))
        for rule in named:
            checked(rule.times)
        return await self._exchange(actor, await self._alike(named), named)

    async def take_away(self, actor: Actor, number: BellRuleId, whose: BellRule) -> BellChange:
        """The one that is for the grades or the class of `whose`: numbers come again. Raises `NotFound`."""
        rule = await self.rule(actor, number)
        if _whom(rule) != _whom(whose):
            raise NotFound
        return await self._exchange(actor, (rule,), ())

    async def undo(self, actor: Actor, number: ChangeId) -> BellChange:
        """Raises `Outdated` where what was entered stands no longer, or a class that it was for is gone."""
        require(actor, Action.SET_BELLS, Target())
        async with self.begin() as tx:
            change = await change_to_undo(tx.changes, number, BELLS)
            gone = _rules(change.after)
            standing = {rule.id: rule for rule in (await self.timetables.plan()).bells}
            before, classes = _rules(change.before), (await self.rosters.roster()).classes
            lost = any(rule.class_id is not None and rule.class_id not in classes for rule in before)
            if lost or any(standing.get(rule.id) != rule for rule in gone):
                raise Outdated
            return await _exchanged(tx, actor, gone, before)

    async def _alike(self, rules: Sequence[BellRule]) -> tuple[BellRule, ...]:
        asked = {_whose(rule) for rule in rules}
        return tuple(one for one in (await self.timetables.plan()).bells if _whose(one) in asked)

    async def _overruled(self, rule: BellRule) -> tuple[str, ...]:
        day = rule.valid_from
        if day is None or not rule.one_day or rule.class_id is not None:
            return ()
        plan, roster = await self.timetables.plan(), await self.rosters.roster()
        theirs = [one for one in roster.classes.values() if rule.holds(day, one.grade)]
        rung = {one.name: rule_on(plan.bells, day, one.grade, None, one.id) for one in theirs}
        return tuple(name for name, now in rung.items() if now and now.class_id is not None and not now.one_day)

    async def _exchange(self, actor: Actor, gone: tuple[BellRule, ...], new: tuple[BellRule, ...]) -> BellChange:
        async with self.begin() as tx:
            return await _exchanged(tx, actor, gone, new)


async def _exchanged(
    tx: BellsTransaction, actor: Actor, gone: tuple[BellRule, ...], new: tuple[BellRule, ...]
) -> BellChange:
    """In one change of the log. Raises `Outdated` where one of `gone` is there no longer."""
    if gone and not await tx.bells.remove([rule.id for rule in gone if rule.id is not None]):
        raise Outdated
    ids = await tx.bells.add(new) if new else ()
    kept = tuple(replace(rule, id=number) for rule, number in zip(new, ids, strict=True))
    change = Change(BELLS, actor.person, before=_logged(gone), after=_logged(kept))
    return BellChange(await tx.changes.put(change), kept, gone)


def _whom(rule: BellRule) -> tuple[object, ...]:
    return rule.grade_from, rule.grade_to, rule.class_id


def _whose(rule: BellRule) -> tuple[object, ...]:
    return *_whom(rule), rule.weekday, rule.valid_from, rule.valid_until


def _logged(rules: Sequence[BellRule]) -> Mapping[str, Any] | None:
    return {"rules": [_told(rule) for rule in rules]} if rules else None


def _told(rule: BellRule) -> Mapping[str, Any]:
    return {
        "id": rule.id,
        "grade_from": rule.grade_from,
        "grade_to": rule.grade_to,
        "class_id": rule.class_id,
        "class_name": rule.class_name,
        "weekday": rule.weekday,
        "valid_from": f"{rule.valid_from}" if rule.valid_from else None,
        "valid_until": f"{rule.valid_until}" if rule.valid_until else None,
        "times": [[position, f"{one.starts:%H:%M}", f"{one.ends:%H:%M}"] for position, one in rule.times.items()],
    }


def _rules(logged: Mapping[str, Any] | None) -> tuple[BellRule, ...]:
    return tuple(_rule(one) for one in logged["rules"]) if logged is not None else ()


def _rule(logged: Mapping[str, Any]) -> BellRule:
    times = {n: Bell(time.fromisoformat(starts), time.fromisoformat(ends)) for n, starts, ends in logged["times"]}
    since, until = (logged[name] and date.fromisoformat(logged[name]) for name in ("valid_from", "valid_until"))
    about = logged["grade_from"], logged["grade_to"], logged["weekday"]
    of_class = ClassId(logged["class_id"]) if logged["class_id"] is not None else None
    return BellRule(times, *about, since, until, BellRuleId(logged["id"]), of_class, logged["class_name"])
