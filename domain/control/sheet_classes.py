"""Of which classes somebody may print sheets."""

from dataclasses import dataclass

from domain.errors import NotFound
from domain.ids import ClassId
from domain.journal.result_places import Places
from domain.roles.access import Action, Reach, Target, reach_of, require
from domain.roles.people import Actor
from domain.school.roster import SchoolClass


@dataclass(frozen=True, slots=True)
class ClassChoice:
    """`classes`: the own ones first, then by grade and name. `past`: of the year that was closed last; `has_past`:
    there is one to look back at."""

    classes: tuple[SchoolClass, ...]
    past: bool
    has_past: bool


@dataclass(frozen=True, slots=True)
class SheetClasses:
    places: Places

    async def choice(self, actor: Actor, *, past: bool = False) -> ClassChoice:
        """Raises `NotFound` where no year was closed."""
        require(actor, Action.SEE_CLASS_SHEETS, Target(classes=actor.own_classes))
        teaching = await (self.places.last_year() if past else self.places.teaching())
        if teaching is None:
            raise NotFound
        everything = Reach.SCHOOL in reach_of(actor, Action.SEE_CLASS_SHEETS)
        mine = [one for one in teaching.roster.classes.values() if everything or one.id in actor.own_classes]
        found = sorted(mine, key=lambda one: (one.id not in actor.own_classes, one.grade, one.name))
        has_past = everything and not past and await self.places.timetables.last_closed() is not None
        return ClassChoice(tuple(found), past, has_past)

    def meant(self, actor: Actor, asked: int) -> ClassId | None:
        """The class asked for; 0: the only own one of who reads no others. None: which, has to be asked."""
        if asked:
            return ClassId(asked)
        alone = Reach.SCHOOL not in reach_of(actor, Action.SEE_CLASS_SHEETS) and len(actor.own_classes) == 1
        return actor.own_classes[0] if alone else None
