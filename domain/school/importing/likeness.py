"""Whether two names can be one person's, and whether two pupils can be of one family."""

import re

from domain.roles.names import norm
from domain.roles.people import PersonName

_PATRONYMIC_END = re.compile(r"(?:ович|овна|евич|евна|инична|ична|ич|[ -](?:оглы|оглу|улы|уулу|кызы|гызы|кизи))$")
_SURNAME_END = re.compile(r"(?<=[ое]в)а$|(?<=[иы]н)а$|(?:ая|яя|ий|ый|ой)$")


def same_name(one: PersonName, other: PersonName) -> bool:
    return norm(one.full) == norm(other.full)


def may_be_same_name(one: PersonName, other: PersonName) -> bool:
    """The same as far as both are given: «Петрова О.», «Петрова Ольга» and «Петрова Ольга Павловна»."""
    pairs = ((one.given, other.given), (one.patronymic or "", other.patronymic or ""))
    return norm(one.surname) == norm(other.surname) and all(_may_be_same(*pair) for pair in pairs)


def siblings_by_name(one: PersonName, other: PersonName) -> bool:
    """«Иванов Пётр Олегович» and «Иванова Анна Олеговна»: one surname and one father's name, endings aside."""
    if not (one.patronymic and other.patronymic):
        return False
    return _surname_stem(one.surname) == _surname_stem(other.surname) and _patronymic_stem(
        one.patronymic
    ) == _patronymic_stem(other.patronymic)


def _may_be_same(one: str, other: str) -> bool:
    short, long = sorted((norm(one).rstrip("."), norm(other).rstrip(".")), key=len)
    return short == long or (len(short) < 2 and long.startswith(short))


def _surname_stem(surname: str) -> str:
    return "-".join(_SURNAME_END.sub("", part) for part in norm(surname).split("-"))


def _patronymic_stem(patronymic: str) -> str:
    return _PATRONYMIC_END.sub("", norm(patronymic))
