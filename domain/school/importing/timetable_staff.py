"""Whom a timetable program means by a teacher's name: «Петрова О. В.», «О.Петрова», «Петрова», a full name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.ids import PersonId
from domain.roles.names import norm
from domain.roles.people import PersonName
from domain.school.importing.cells import LONGEST_NAME
from domain.school.importing.known import KnownPerson

_INITIALS_FIRST = re.compile(r"((?:[^\W\d_]{1,4}\. ?)+)([^\W\d_].*)")
_INITIALS_LAST = re.compile(r"([^.]*[^\W_][^.]*?) ((?:[^\W\d_]{1,4}\. ?)+)")
_NAMES = re.compile(r"[^\W\d_]+(?:[-'’ʼ`][^\W\d_]+)*(?: [^\W\d_]+(?:[-'’ʼ`][^\W\d_]+)*){1,2}")


@dataclass(frozen=True, slots=True)
class Meant:
    """One member of staff, several whom the name fits (nobody is chosen then), or none: somebody new."""

    name: PersonName
    found: tuple[KnownPerson, ...] = ()

    @property
    def person(self) -> PersonId | None:
        return self.found[0].id if len(self.found) == 1 else None


def teachers_meant(names: Iterable[str], staff: Sequence[KnownPerson]) -> dict[str, Meant]:
    """By the names as written; in which order a file writes names, those with initials in it tell."""
    said = list(dict.fromkeys(names))
    initials_first = any(_INITIALS_FIRST.fullmatch(_single(name)) for name in said)
    return {name: _meant(teacher_name(name, given_first=initials_first), staff) for name in said}


def teacher_name(text: str, *, given_first: bool = False) -> PersonName:
    """«В.Йорданова» → Йорданова В.; of a name in full, «Иванова Мария Петровна» unless `given_first`.

    What is no name (a vacancy, a number) stands as a surname, whole.
    """
    name = _single(text)
    if found := _INITIALS_FIRST.fullmatch(name):
        return _named(found[2], found[1].replace(".", ". ").split())
    if found := _INITIALS_LAST.fullmatch(name):
        return _named(found[1], found[2].replace(".", ". ").split())
    if not _NAMES.fullmatch(name):
        return _named(name, [])
    parts = name.split()
    surname = parts.pop(-1 if given_first else 0)
    return _named(surname, parts)


def _meant(name: PersonName, staff: Sequence[KnownPerson]) -> Meant:
    exact = tuple(one for one in staff if norm(one.name.full) == norm(name.full))
    if exact:
        return Meant(name, exact)
    turned = _turned(name)
    return Meant(name, tuple(one for one in staff if _fits(name, one.name) or (turned and _fits(turned, one.name))))


def _turned(name: PersonName) -> PersonName | None:
    """«Мария Иванова» for «Иванова Мария»: a full name of two words may stand in either order."""
    in_full = name.given and not name.given.endswith(".") and name.patronymic is None
    return PersonName(name.given, name.surname) if in_full else None


def _fits(said: PersonName, name: PersonName) -> bool:
    same_surname = norm(said.surname) == norm(name.surname)
    return same_surname and _begins(said.given, name.given) and _begins(said.patronymic or "", name.patronymic or "")


def _begins(said: str, name: str) -> bool:
    """What is not said, or not known, fits anything; an initial fits every name that begins so."""
    one, other = norm(said), norm(name)
    if one.endswith(".") or other.endswith("."):
        one, other = one.rstrip("."), other.rstrip(".")
        return one.startswith(other) or other.startswith(one)
    return not one or not other or one == other


def _named(surname: str, given: Sequence[str]) -> PersonName:
    first, rest = "".join(given[:1]), " ".join(given[1:])
    return PersonName(surname.strip()[:LONGEST_NAME], first[:LONGEST_NAME], rest[:LONGEST_NAME] or None)


def _single(name: str) -> str:
    return " ".join(name.split())
