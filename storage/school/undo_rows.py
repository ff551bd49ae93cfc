"""What an import can be taken back with, as JSON: numbers, days and hours as text, no names."""

from datetime import date
from decimal import Decimal
from typing import Any

from domain.ids import ClassId, GroupId, PersonId, SubjectId
from domain.roles.people import Role
from domain.school.importing.undoing import Corrected, Undo

_PLAIN = ("people", "classes", "subjects", "groups", "roles", "seats", "guardians", "relations", "joined", "left")


def packed(undo: Undo) -> dict[str, Any]:
    return {
        "day": undo.day.isoformat(),
        **{name: [list(one) if isinstance(one, tuple) else one for one in getattr(undo, name)] for name in _PLAIN},
        "leading": [list(one) for one in undo.leading],
        "load": [[*key, _text(hours)] for key, hours in undo.load],
        "hours": [[row, _text(after), _text(before)] for row, after, before in undo.hours],
        "corrected": [
            [one.person, *(str(value) if value is not None else None for value in (*one.old, *one.new))]
            for one in undo.corrected
        ],
    }


def unpacked(kept: dict[str, Any]) -> Undo:
    return Undo(
        day=date.fromisoformat(kept["day"]),
        people=tuple(PersonId(one) for one in kept["people"]),
        classes=tuple(ClassId(one) for one in kept["classes"]),
        subjects=tuple(SubjectId(one) for one in kept["subjects"]),
        groups=tuple(GroupId(one) for one in kept["groups"]),
        roles=tuple((PersonId(who), Role(role)) for who, role in kept["roles"]),
        seats=tuple((PersonId(pupil), ClassId(own)) for pupil, own in kept["seats"]),
        guardians=tuple((PersonId(one), PersonId(pupil), told) for one, pupil, told in kept["guardians"]),
        relations=tuple((PersonId(one), PersonId(pupil), *told) for one, pupil, *told in kept["relations"]),
        joined=tuple((GroupId(group), PersonId(pupil)) for group, pupil in kept["joined"]),
        left=tuple((GroupId(group), PersonId(pupil)) for group, pupil in kept["left"]),
        leading=tuple((ClassId(own), PersonId(who)) for own, who in kept["leading"]),
        load=tuple(((who, what, own, group), _hours(hours)) for who, what, own, group, hours in kept["load"]),
        hours=tuple((row, Decimal(after), _hours(before)) for row, after, before in kept["hours"]),
        corrected=tuple(_corrected(*one) for one in kept["corrected"]),
    )


def _corrected(person: int, *values: str | None) -> Corrected:
    born, number, newly_born, new_number = values
    return Corrected(PersonId(person), (_day(born), number), (_day(newly_born), new_number))


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _hours(said: str | None) -> Decimal | None:
    return Decimal(said) if said else None


def _text(hours: Decimal | None) -> str | None:
    return None if hours is None else str(hours)
