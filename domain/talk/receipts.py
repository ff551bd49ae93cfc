"""Who has seen an announcement: counted for each child where guardians answer, else for each person (3.3.8)."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.ids import PersonId
from domain.roles.people import PersonName
from domain.talk.audiences import Why


@dataclass(frozen=True, slots=True)
class Ward:
    """A child for whom a guardian is told."""

    pupil: PersonId
    name: PersonName


@dataclass(frozen=True, slots=True)
class Receipt:
    """One person to whom an announcement went.

    `wards`: children for whom, without those from whom a court keeps this guardian; none: for themself.
    `why` None: an account of theirs can be reached.
    """

    person: PersonId
    name: PersonName
    acknowledged: bool
    wards: tuple[Ward, ...] = ()
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Silent:
    """A child of whom no guardian has acknowledged, with them, or a person who has not, with themself alone."""

    name: PersonName
    pupil: PersonId | None
    who: tuple[Receipt, ...]
    class_name: str | None = None


def units(receipts: Iterable[Receipt], per_child: bool) -> list[Silent]:
    """Children, each with the guardians who answer for it, and persons who answer for themselves; by name."""
    children: dict[PersonId, list[Receipt]] = {}
    names: dict[PersonId, PersonName] = {}
    alone: list[Silent] = []
    for one in receipts:
        if not (one.wards and per_child):
            alone.append(Silent(one.name, None, (one,)))
            continue
        for ward in one.wards:
            names[ward.pupil] = ward.name
            children.setdefault(ward.pupil, []).append(one)
    of_children = [Silent(names[pupil], pupil, tuple(who)) for pupil, who in children.items()]
    return [*sorted(of_children, key=_by_name), *sorted(alone, key=_by_name)]


def silent(receipts: Iterable[Receipt], per_child: bool) -> list[Silent]:
    """Of whom nobody has acknowledged."""
    return [one for one in units(receipts, per_child) if not any(who.acknowledged for who in one.who)]


def _by_name(one: Silent) -> str:
    return one.name.full.casefold().replace("ё", "е")
