"""What families see of homework."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import ClassId, GroupId, HomeworkId, PersonId
from domain.journal.homework_kept import HomeworkFile
from domain.roles.access import Action, Target, allowed
from domain.roles.people import Actor, PersonName
from domain.school.ports import Rosters

SHOWN = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class HomeworkCard:
    """Homework as families are told of it."""

    homework: HomeworkId
    class_id: ClassId
    class_name: str
    group: GroupId | None
    subject: str
    due_day: date
    text: str
    files: int
    version: int
    cancelled: bool
    none_set: bool
    set_by: PersonId


@dataclass(frozen=True, slots=True)
class ComingHomework:
    id: HomeworkId
    day: date
    subject: str
    group: GroupId | None
    text: str
    files: int
    none_set: bool


@dataclass(frozen=True, slots=True)
class HomeworkPage:
    """`first_grade`: there is none there (1.2)."""

    pupil: PersonId
    name: PersonName
    class_name: str
    first_grade: bool
    homework: tuple[ComingHomework, ...]


class HomeworkRead(Protocol):
    async def coming(self, class_id: ClassId, first: date, last: date) -> Sequence[ComingHomework]: ...

    async def files_of(self, number: HomeworkId) -> tuple[ClassId, GroupId | None, Sequence[HomeworkFile]] | None: ...


@dataclass(frozen=True, slots=True)
class HomeworkDiary:
    time: SchoolTime
    rosters: Rosters
    reads: HomeworkRead

    async def coming(self, actor: Actor, pupil: PersonId) -> HomeworkPage:
        """From tomorrow (from today before noon) two weeks ahead. Raises `NotFound` for a pupil out of reach."""
        roster = await self.rosters.roster()
        seat, school_class = roster.seats.get(pupil), roster.class_of(pupil)
        if seat is None or school_class is None or not _reached(actor, pupil, seat.class_id):
            raise NotFound
        local = self.time.local()
        first = local.date() if local.hour < 12 else local.date() + timedelta(days=1)
        found = await self.reads.coming(seat.class_id, first, first + SHOWN)
        mine = tuple(one for one in found if one.group is None or one.group in seat.groups)
        return HomeworkPage(pupil, seat.name, school_class.name, school_class.grade == 1, mine)

    async def files(self, actor: Actor, number: HomeworkId) -> Sequence[HomeworkFile]:
        """Raises `NotFound` for homework of a class that no pupil in reach sits in."""
        found = await self.reads.files_of(number)
        if found is None:
            raise NotFound
        class_id, group, files = found
        seats = (await self.rosters.roster()).of_class.get(class_id, ())
        concerned = [seat for seat in seats if group is None or group in seat.groups]
        if not any(_reached(actor, seat.pupil, class_id) for seat in concerned):
            raise NotFound
        return files


def _reached(actor: Actor, pupil: PersonId, class_id: ClassId) -> bool:
    return allowed(actor, Action.SEE_PUPIL_DIARY, Target(person=pupil, classes=(class_id,)))
