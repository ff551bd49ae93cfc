"""`rules`: the school's rules of the journal, shown and set; every change is a new version and the old ones stay."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import select

from bot.commands.database import writing
from bot.commands.problems import Mistaken
from bot.settings import read_settings
from bot.system_clock import SystemClock
from domain.ids import SubjectId, WorkKindId
from domain.journal.rules import SCALES, JournalRules
from domain.school.calendar import TermKind
from storage.database import Database
from storage.journal.rules import KnownRules, RuleRows, kept
from storage.tables.journal import work_kinds
from storage.tables.school import subjects

NUMBERS = {"free_change_days": (0, 365), "control_works_a_day": (1, 10), "control_work_every_days": (0, 60)}
"""The least and the most of each."""


async def show_or_set(said: str | None) -> dict[str, Any]:
    """The rules as they stand, after setting one where `said` is NAME=VALUE. Raises `Mistaken`.

    To look at them the bot need not be stopped.
    """
    if said is None:
        return await _rules_of(read_settings().database_url)
    async with writing("setting a rule of the journal") as (settings, database):
        rules = await KnownRules(database).rules()
        changed = await changed_rules(database, rules, said)
        if changed != rules:
            async with database.begin() as tx:
                await RuleRows(tx).add(kept(changed), None)
        return await _rules_of(settings.database_url)


async def _rules_of(url: str) -> dict[str, Any]:
    database = Database.open(url, SystemClock())
    try:
        rules = await KnownRules(database).rules()
    finally:
        await database.close()
    return {"version": rules.version, **shown(rules)}


def shown(rules: JournalRules) -> dict[str, Any]:
    """Each rule as it is set on the command line."""
    return {one.name: _plain(getattr(rules, one.name)) for one in fields(JournalRules) if one.name != "version"}


async def changed_rules(database: Database, rules: JournalRules, said: str) -> JournalRules:
    name, equals, value = said.partition("=")
    name = name.strip()
    if not equals or name not in shown(rules):
        raise Mistaken(f"--set takes NAME=VALUE, where NAME is one of: {', '.join(shown(rules))}.")
    value = value.strip()
    if name == "weights":
        return replace(rules, weights=await _weights(database, value))
    if name == "scales":
        return replace(rules, scales=await _scales(database, value))
    return replace(rules, **{name: MAKE[name](name, value)})


def _borders(name: str, value: str) -> tuple[Decimal, ...]:
    numbers = tuple(_decimal(name, one) for one in _parts(name, value, 3))
    if not 5 >= numbers[0] > numbers[1] > numbers[2] >= 1:
        raise Mistaken(f"{name} goes down from a 5 to a 3, such as 4.5,3.5,2.5.")
    return numbers


def _counts(name: str, value: str) -> tuple[int, ...]:
    return tuple(_whole(name, one, 1, 1000) for one in _parts(name, value, 4))


def _share(name: str, value: str) -> Decimal:
    share = _decimal(name, value)
    if not 0 < share <= 1:
        raise Mistaken(f"{name} is a share between 0 and 1, such as 0.1.")
    return share


def _number(name: str, value: str) -> int:
    return _whole(name, value, *NUMBERS[name])


def _truth(name: str, value: str) -> bool:
    answers = {"yes": True, "no": False, "true": True, "false": False}
    if value.casefold() not in answers:
        raise Mistaken(f"{name} is yes or no.")
    return answers[value.casefold()]


def _term_kinds(name: str, value: str) -> dict[int, str]:
    known = [kind.value for kind in TermKind]
    pairs = {_whole(name, key, 2, 12): kind for key, kind in _pairs(name, value).items()}
    if not set(pairs.values()) <= set(known):
        raise Mistaken(f"{name} takes GRADE:KIND, where KIND is one of: {', '.join(known)}.")
    return pairs


async def _weights(database: Database, value: str) -> dict[WorkKindId, int]:
    """«control:3,homework:1», by the codes of the kinds of work."""
    known = {row.code: row.id for row in await database.reader.rows(select(work_kinds.c.code, work_kinds.c.id))}
    pairs = _pairs("weights", value)
    if not set(pairs) <= set(known):
        raise Mistaken(f"weights take KIND:WEIGHT, where KIND is one of: {', '.join(known)}.")
    return {WorkKindId(known[code]): _whole("weights", weight, 1, 10) for code, weight in pairs.items()}


async def _scales(database: Database, value: str) -> dict[SubjectId, str]:
    """«Музыка:credit», by the names of the subjects."""
    known = {row.name.casefold(): row.id for row in await database.reader.rows(select(subjects.c.name, subjects.c.id))}
    pairs = {name.casefold(): scale for name, scale in _pairs("scales", value).items()}
    if not set(pairs) <= set(known) or not set(pairs.values()) <= set(SCALES):
        raise Mistaken(f"scales take SUBJECT:SCALE, with a subject of the school and one of: {', '.join(SCALES)}.")
    return {SubjectId(known[name]): scale for name, scale in pairs.items()}


def _pairs(name: str, value: str) -> dict[str, str]:
    """An empty value takes all of them away."""
    pairs = [one.partition(":") for one in value.split(",") if one.strip()]
    if any(not colon for _, colon, _ in pairs):
        raise Mistaken(f"{name} takes pairs with a colon, apart by commas.")
    return {key.strip(): one.strip() for key, _, one in pairs}


def _parts(name: str, value: str, count: int) -> list[str]:
    parts = [one.strip() for one in value.split(",")]
    if len(parts) != count:
        raise Mistaken(f"{name} takes {count} numbers, apart by commas.")
    return parts


def _whole(name: str, value: str, least: int, most: int) -> int:
    if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
        raise Mistaken(f"{name} takes whole numbers from {least} to {most}.")
    return int(value)


def _decimal(name: str, value: str) -> Decimal:
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise Mistaken(f"{name} takes numbers such as 4.5.") from None
    if not number.is_finite():
        raise Mistaken(f"{name} takes numbers such as 4.5.")
    return number


MAKE: Mapping[str, Callable[[str, str], Any]] = {
    "borders": _borders,
    "fewest_marks": _counts,
    "homework_minutes": _counts,
    "control_work_share": _share,
    "retake_counts_mean": _truth,
    "term_kinds": _term_kinds,
    **dict.fromkeys(NUMBERS, _number),
}


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return ",".join(f"{key}:{one}" for key, one in value.items())
    if isinstance(value, tuple):
        return ",".join(str(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
