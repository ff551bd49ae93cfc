"""Taking an import of lists back: what it made and changed, and whether all of that still stands as it left it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.ids import ClassId, GroupId, PersonId, SubjectId
from domain.roles.people import Role
from domain.school.importing.known import KnownSchool
from domain.school.importing.plan import GivenIds, Kind, Plan

TaughtKey = tuple[PersonId, SubjectId, ClassId, GroupId | None]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A person's birth date and own number, before and after."""

    person: PersonId
    old: tuple[date | None, str | None]
    new: tuple[date | None, str | None]


@dataclass(frozen=True, slots=True)
class Undo:
    """Ids are the database's. Pairs and rows stand as in the plan, the value before after it where there is one."""

    day: date
    """From which the new seats and class teachers stand."""
    people: tuple[PersonId, ...] = ()
    classes: tuple[ClassId, ...] = ()
    subjects: tuple[SubjectId, ...] = ()
    groups: tuple[GroupId, ...] = ()
    roles: tuple[tuple[PersonId, Role], ...] = ()
    seats: tuple[tuple[PersonId, ClassId], ...] = ()
    guardians: tuple[tuple[PersonId, PersonId, str], ...] = ()
    relations: tuple[tuple[PersonId, PersonId, str, str], ...] = ()
    """(guardian, pupil, after, before)"""
    joined: tuple[tuple[GroupId, PersonId], ...] = ()
    left: tuple[tuple[GroupId, PersonId], ...] = ()
    leading: tuple[tuple[ClassId, PersonId], ...] = ()
    load: tuple[tuple[TaughtKey, Decimal | None], ...] = ()
    hours: tuple[tuple[int, Decimal, Decimal | None], ...] = ()
    """(row, after, before)"""
    corrected: tuple[Corrected, ...] = ()


def undo_of(plan: Plan, ids: GivenIds, known: KnownSchool) -> Undo:
    """`known`: the school before the plan was carried out."""
    people, hours = {one.id: one for one in known.people}, {one.id: one.hours for one in known.load}
    person, related = ids.person, known.guardians
    told = {(guardian, pupil): relation for guardian, pupil, relation in (*plan.guardians, *plan.relations)}
    return Undo(
        day=plan.today,
        people=tuple(ids.people.values()),
        classes=tuple(ids.classes.values()),
        subjects=tuple(ids.subjects.values()),
        groups=tuple(ids.groups.values()),
        roles=tuple((person(who), role) for who, role in plan.roles),
        seats=tuple((person(pupil), ids.school_class(own)) for pupil, own in plan.seats),
        guardians=tuple(
            (person(one), person(pupil), last) for (one, pupil), last in told.items() if (one, pupil) not in related
        ),
        relations=tuple((*pair, last, related[pair]) for pair, last in told.items() if pair in related),
        joined=tuple((ids.group(group), person(pupil)) for group, pupil in plan.joined),
        left=tuple(plan.left),
        leading=tuple((ids.school_class(own), person(who)) for own, who in plan.leading),
        load=tuple(
            (
                (
                    person(one.teacher),
                    ids.subject(one.subject),
                    ids.school_class(one.class_id),
                    ids.perhaps_group(one.group),
                ),
                one.hours,
            )
            for one in plan.load
        ),
        hours=tuple((row, weekly, hours[row]) for row, weekly in plan.hours),
        corrected=tuple(
            Corrected(one.id, (people[one.id].birth, people[one.id].number), (one.birth, one.number))
            for one in plan.corrected
        ),
    )


def changed_since(undo: Undo, known: KnownSchool) -> Mapping[Kind, int]:
    """What does not stand any more as the import left it, counted."""
    return Counter(_changed(undo, known))


def _changed(undo: Undo, known: KnownSchool) -> Iterator[Kind]:
    people = {one.id: one for one in known.people}
    seats = {seat.pupil: (seat.class_id, seat.present) for seat in known.seats}
    load = {(one.teacher, one.subject, one.class_id, one.group): one.hours for one in known.load}
    hours = {one.id: one.hours for one in known.load}
    stands = [
        *((Kind.PUPILS, seats.get(pupil) == (own, True)) for pupil, own in undo.seats),
        *((Kind.PUPILS, pair in known.members) for pair in undo.joined),
        *((Kind.PUPILS, pair not in known.members) for pair in undo.left),
        *((Kind.GUARDIANS, known.guardians.get((one, pupil)) == told) for one, pupil, told in undo.guardians),
        *((Kind.GUARDIANS, known.guardians.get((one, pupil)) == told) for one, pupil, told, _ in undo.relations),
        *((Kind.STAFF, who in people and role in people[who].roles) for who, role in undo.roles),
        *((Kind.STAFF, pair in known.leading) for pair in undo.leading),
        *((Kind.LOAD, key in load and load[key] == told) for key, told in undo.load),
        *((Kind.LOAD, hours.get(row) == told) for row, told, _ in undo.hours),
    ]
    yield from (kind for kind, same in stands if not same)
    for one in undo.corrected:
        now = people.get(one.person)
        if now is None or (now.birth, now.number) != one.new:
            yield Kind.PUPILS if one.person in seats else Kind.STAFF if now and now.employed else Kind.GUARDIANS
