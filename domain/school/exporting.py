"""Taking the lists out through the chat: one class at a time; the whole school is the command's (3.1, 3.2)."""

from dataclasses import dataclass
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import ClassId
from domain.roles.access import Action, Target, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor
from domain.school.importing.exporting import SchoolLists, lists_of
from domain.school.importing.known import KnownSchool
from domain.school.ports import Rosters
from domain.school.roster import SchoolClass


class KnownLists(Protocol):
    async def known(self) -> KnownSchool: ...


class ListBooks(Protocol):
    """Workbooks of lists, read and written."""

    @property
    def crowded(self) -> bool:
        """Whether the next file that is read will have to wait for its turn."""
        ...

    async def template(self) -> bytes: ...

    async def workbook(self, lists: SchoolLists) -> bytes: ...


@dataclass(frozen=True, slots=True)
class ClassLists:
    school_class: SchoolClass
    lists: SchoolLists


@dataclass(frozen=True, slots=True)
class Exporting:
    time: SchoolTime
    rosters: Rosters
    known: KnownLists
    gate: ExportGate

    async def classes(self, actor: Actor) -> tuple[SchoolClass, ...]:
        require(actor, Action.EXPORT_LISTS, Target())
        return tuple((await self.rosters.roster()).classes.values())

    async def of_class(self, actor: Actor, class_id: ClassId) -> ClassLists:
        """Raises `NotFound`, `ExportsFrozen`, `TooManyExports`."""
        require(actor, Action.EXPORT_LISTS, Target(classes=(class_id,)))
        school_class = (await self.rosters.roster()).classes.get(class_id)
        if school_class is None:
            raise NotFound
        await self.gate.allow(actor, Export(ExportKind.LISTS, class_id))
        return ClassLists(school_class, lists_of(await self.known.known(), self.time.today(), class_id))
