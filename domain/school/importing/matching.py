"""Who of the known people a row means.

Joining two people wrongly shows a family another family's child; splitting one costs one code more. So a person is
found by the own number, or by the full name in the narrowest circle: a class, the staff, the guardians of the same
pupil, the guardians of brothers and sisters. Whoever else it might be is a doubt.
"""

from collections.abc import Sequence
from typing import TypeAlias

from domain.ids import ClassId
from domain.school.importing.likeness import may_be_same_name, same_name, siblings_by_name
from domain.school.importing.register import Person, Register, numbers_differ
from domain.school.importing.remarks import Doubt, Why
from domain.school.importing.wished import WishedGuardian, WishedPupil, WishedStaff

Found: TypeAlias = Person | Doubt | None
"""None: nobody, so this is someone new."""
Row: TypeAlias = WishedPupil | WishedStaff | WishedGuardian


def doubt(row: Row, why: Why, other: str = "") -> Doubt:
    return Doubt(row.place, row.name.full, why, other)


def pupil_meant(row: WishedPupil, class_id: ClassId, rivals: Sequence[WishedPupil], people: Register) -> Found:
    """`rivals`: other rows of the lists with this name in this class."""
    holder = people.numbered(row.number)
    if holder:
        return _numbered_pupil(row, class_id, holder)
    known = [one for one in people.surnamed(row.name.surname) if one.pupil]
    here = [one for one in known if one.class_id == class_id]
    mates = [one for one in here if same_name(one.name, row.name)]
    if mates:
        return _classmate(row, mates, rivals, people)
    elsewhere = [one for one in known if one not in here and same_name(one.name, row.name)]
    for one in elsewhere:
        if not (_births_differ(row, one) or numbers_differ(row.number, one)):
            return doubt(row, Why.IN_ANOTHER_CLASS, one.class_name)
    return _incomplete(row, here, people)


def staff_meant(row: WishedStaff, alone: bool, people: Register) -> Found:
    """`alone`: no other row of the lists of staff has this name."""
    holder = people.numbered(row.number)
    if holder:
        return _numbered_adult(row, holder)
    others = people.surnamed(row.name.surname)
    colleagues = [one for one in others if one.staff and not people.surely_another(row.number, one)]
    namesakes = [one for one in colleagues if same_name(one.name, row.name)]
    if namesakes:
        return _only(row, namesakes) if alone else doubt(row, Why.SEVERAL_IN_FILE)
    for one in others:
        if one.children and not one.staff and same_name(one.name, row.name) and not numbers_differ(row.number, one):
            return doubt(row, Why.STAFF_OR_GUARDIAN, _children_of(one, people))
    return _incomplete(row, colleagues, people)


def guardian_meant(row: WishedGuardian, pupil: Person, people: Register) -> Found:
    holder = people.numbered(row.number)
    if holder:
        return _numbered_adult(row, holder)
    own = [one for one in people.guardians_of(pupil) if not people.surely_another(row.number, one)]
    named = [one for one in own if same_name(one.name, row.name)]
    if named:
        return _only(row, named)
    others = [one for one in people.surnamed(row.name.surname) if same_name(one.name, row.name)]
    free = [one for one in others if one not in people.guardians_of(pupil) and not numbers_differ(row.number, one)]
    return _of_family(row, pupil, free, people) or _incomplete(row, own, people)


def _of_family(row: WishedGuardian, pupil: Person, namesakes: Sequence[Person], people: Register) -> Found:
    family = [
        one for one in namesakes if any(siblings_by_name(people[child].name, pupil.name) for child in one.children)
    ]
    if family:
        return _only(row, family)
    for one in namesakes:
        if one.children:
            return doubt(row, Why.GUARDIAN_OF_OTHERS, _children_of(one, people))
        if one.staff:
            return doubt(row, Why.GUARDIAN_OR_STAFF)
    return None


def _numbered_pupil(row: WishedPupil, class_id: ClassId, holder: Person) -> Found:
    if not (holder.pupil and same_name(holder.name, row.name)):
        return doubt(row, Why.NUMBER_OF_ANOTHER, holder.name.full)
    if holder.class_id != class_id:
        return doubt(row, Why.IN_ANOTHER_CLASS, holder.class_name)
    return holder


def _numbered_adult(row: WishedStaff | WishedGuardian, holder: Person) -> Found:
    if holder.pupil or not same_name(holder.name, row.name):
        return doubt(row, Why.NUMBER_OF_ANOTHER, holder.name.full)
    return holder


def _classmate(row: WishedPupil, mates: Sequence[Person], rivals: Sequence[WishedPupil], people: Register) -> Found:
    born = [one for one in mates if row.birth and one.birth == row.birth]
    possible = [
        one for one in born or mates if not (_births_differ(row, one) or people.surely_another(row.number, one))
    ]
    if not possible:
        listed = {rival.birth for rival in rivals}
        another = all(one.birth in listed or numbers_differ(row.number, one) for one in mates)
        return (
            None
            if another
            else doubt(row, Why.OTHER_BIRTH_DATE, f"{mates[0].birth:%d.%m.%Y}" if mates[0].birth else "")
        )
    if rivals and not born:
        return doubt(row, Why.SEVERAL_IN_FILE)
    return _only(row, possible)


def _only(row: Row, possible: Sequence[Person]) -> Found:
    if len(possible) > 1:
        return doubt(row, Why.SEVERAL_KNOWN)
    if numbers_differ(row.number, possible[0]):
        return doubt(row, Why.NUMBER_DIFFERS, possible[0].number or "")
    return possible[0]


def _incomplete(row: Row, circle: Sequence[Person], people: Register) -> Doubt | None:
    """A doubt where someone of the circle may bear this name, but less or more of it."""
    for one in circle:
        like = may_be_same_name(one.name, row.name) and not same_name(one.name, row.name)
        if like and not numbers_differ(row.number, one):
            return doubt(row, Why.NAME_INCOMPLETE, one.name.full)
    return None


def _births_differ(row: WishedPupil, one: Person) -> bool:
    return bool(row.birth and one.birth and row.birth != one.birth)


def _children_of(guardian: Person, people: Register) -> str:
    return ", ".join(people[child].name.listed for child in guardian.children)
