"""What is tapped on bells: for whom, when, and the ways back."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from aiogram.filters.callback_data import CallbackData

from domain.errors import NotFound
from domain.ids import ClassId
from domain.school.bells import BellRule
from domain.school.bells_whom import LAST_GRADE, BellClassesTooMany, Scope
from handlers.kit.days import packed
from handlers.school.calendar_buttons import days_of

ALWAYS = "0"
LONGEST_WHOM = 37
"""Characters: what 64 leave beside days and a number."""


class ShowBells(CallbackData, prefix="bb"):
    pass


class EditBells(CallbackData, prefix="be"):
    """All rules."""


class ShowBellRule(CallbackData, prefix="br"):
    rule: int


class PickBellGrades(CallbackData, prefix="bg"):
    """New bells: for whom?"""


class PickBellClasses(CallbackData, prefix="bc"):
    """For which classes? `whom`: those chosen; empty: none yet."""

    whom: str


class PickBellDays(CallbackData, prefix="bw"):
    """And when? `whom` as `packed_whom` has it."""

    whom: str


class TypeBellDays(CallbackData, prefix="bd"):
    """Days are typed then: one is a short day."""

    whom: str


class TypeBells(CallbackData, prefix="bt"):
    """For whom and when is known; times are typed then. `weekday` 0: any."""

    whom: str
    weekday: int
    days: str
    """yymmddyymmdd, or `ALWAYS`."""

    def scope(self) -> Scope:
        """Raises `NotFound` for what is none."""
        if not 0 <= self.weekday <= 7:
            raise NotFound
        first, last = (None, None) if self.days == ALWAYS else days_of(self.days)
        about: dict[str, Any] = {"weekday": self.weekday or None, "valid_from": first, "valid_until": last}
        return tuple(replace(one, **about) for one in whom_of(self.whom))


class KeepBells(CallbackData, prefix="bk"):
    """Those of the message above."""


class TakeBellsAway(CallbackData, prefix="bx"):
    """`whom` as the rule has it: numbers come again."""

    rule: int
    whom: str


class UndoBells(CallbackData, prefix="bu"):
    change: int


def packed_whom(scope: Scope) -> str:
    """«5-9» for grades; for classes see `packed_classes`. Raises `BellClassesTooMany`."""
    classes = [rule.class_id for rule in scope if rule.class_id is not None]
    if not classes:
        return f"{scope[0].grade_from}-{scope[0].grade_to}"
    whom = packed_classes(classes)
    if len(whom) > LONGEST_WHOM:
        raise BellClassesTooMany
    return whom


def packed_classes(classes: Iterable[ClassId]) -> str:
    """«1f.5»: the least number, and a bit for each one from there on, both hexadecimal. Empty: none.

    Numbers of a year's classes lie close together, so that a button holds all of a large school.
    """
    first = min(classes := list(classes), default=None)
    return "" if first is None else f"{first:x}.{sum(1 << (one - first) for one in set(classes)):x}"


def whom_of(whom: str) -> Scope:
    """For whom, without days. Raises `NotFound` for what is none."""
    grades = re.fullmatch(r"(\d{1,2})-(\d{1,2})", whom)
    if grades is None:
        return tuple(BellRule({}, class_id=one) for one in classes_of(whom))
    first, last = int(grades[1]), int(grades[2])
    if not 1 <= first <= last <= LAST_GRADE:
        raise NotFound
    return (BellRule({}, first, last),)


def classes_of(whom: str) -> tuple[ClassId, ...]:
    """At least one. Raises `NotFound` for what is none."""
    found = re.fullmatch(r"([0-9a-f]+)\.([0-9a-f]+)", whom)
    first, bits = (int(found[1], 16), int(found[2], 16)) if found else (0, 0)
    if first < 1 or bits < 1:
        raise NotFound
    return tuple(ClassId(first + n) for n in range(bits.bit_length()) if bits >> n & 1)


def type_button(rule: BellRule) -> TypeBells | None:
    """None for a rule with one end of its days open, which no button says."""
    if (rule.valid_from is None) != (rule.valid_until is None):
        return None
    days = packed(rule.valid_from) + packed(rule.valid_until) if rule.valid_from and rule.valid_until else ALWAYS
    return TypeBells(whom=packed_whom((rule,)), weekday=rule.weekday or 0, days=days)
