"""What a person may see, worked out in one place; every read of many takes it."""

from dataclasses import dataclass

from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Reach, reach_of
from domain.roles.people import Actor


@dataclass(frozen=True, slots=True)
class Scope:
    """`everyone`, or the union of these pupils and the pupils of these classes."""

    everyone: bool = False
    pupils: frozenset[PersonId] = frozenset()
    classes: frozenset[ClassId] = frozenset()

    @property
    def empty(self) -> bool:
        return not (self.everyone or self.pupils or self.classes)


def scope_of(actor: Actor, action: Action) -> Scope:
    reaches = reach_of(actor, action)
    if Reach.SCHOOL in reaches:
        return Scope(everyone=True)
    pupils = set(actor.children) if Reach.CHILD in reaches else set()
    if Reach.SELF in reaches:
        pupils.add(actor.person)
    classes = set(actor.own_classes) if Reach.CLASS in reaches else set()
    if Reach.TAUGHT in reaches:
        classes |= set(actor.taught_classes)
    return Scope(pupils=frozenset(pupils), classes=frozenset(classes))
