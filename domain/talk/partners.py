"""To whom one may write, the likeliest first (1.4.5). Opening a thread asks here again."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.clock import SchoolTime
from domain.errors import NotAllowed, NotFound
from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.courses import Loads, Teaching
from domain.roles.access import Action, Reach, Target, allowed, reach_of, require
from domain.roles.people import Actor, PersonName
from domain.school.ports import Rosters, Timetables
from domain.school.roster import SchoolClass, Seat
from domain.talk.thread_ports import Guardian, PeopleOfTalk
from domain.talk.threads import Desk


@dataclass(frozen=True, slots=True)
class Partner:
    """Of the school, for a family: a desk (with who sits there, where they are few) or a teacher with their subjects.

    `subject`: the one that a thread with them is about; None where they teach the child several.
    """

    desk: Desk | None = None
    person: PersonId | None = None
    names: tuple[PersonName, ...] = ()
    subjects: tuple[str, ...] = ()
    subject: SubjectId | None = None


@dataclass(frozen=True, slots=True)
class SchoolOfPupil:
    pupil: Seat
    class_name: str
    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class FamilyOfPupil:
    pupil: Seat
    class_name: str
    guardians: tuple[Guardian, ...]


@dataclass(frozen=True, slots=True)
class Partners:
    time: SchoolTime
    rosters: Rosters
    timetables: Timetables
    loads: Loads
    people: PeopleOfTalk

    async def own_pupils(self, actor: Actor) -> list[Seat]:
        """About whom this person writes to the school as family: own children who are here, or the pupil themself."""
        seats = (await self.rosters.roster()).seats
        mine = dict.fromkeys((*actor.children, actor.person))
        return [
            seats[pupil]
            for pupil in mine
            if pupil in seats and allowed(actor, Action.WRITE_TO_SCHOOL, Target(person=pupil))
        ]

    async def of_pupil(self, actor: Actor, pupil: PersonId) -> SchoolOfPupil:
        """Class teacher, subject teachers by their subjects, and for guardians the administration."""
        require(actor, Action.WRITE_TO_SCHOOL, Target(person=pupil))
        roster = await self.rosters.roster()
        seat = roster.seats.get(pupil)
        if seat is None:
            raise NotFound
        school_class = roster.classes[seat.class_id]
        names = dict(await self.people.staff())
        leads = tuple(one for one in school_class.teachers if one in names)
        partners = [Partner(Desk.CLASS_TEACHER, names=tuple(names[one] for one in leads))] if leads else []
        if leads == (actor.person,):
            partners = []
        partners += [
            Partner(person=teacher, names=(names[teacher],), subjects=tuple(of.values()), subject=_only(of))
            for teacher, of in (await self._teachers(seat)).items()
            if teacher in names and teacher not in (*leads, actor.person)
        ]
        if pupil in actor.children:
            partners.append(Partner(Desk.ADMINISTRATION))
        return SchoolOfPupil(seat, school_class.name, tuple(partners))

    async def classes(self, actor: Actor) -> list[SchoolClass]:
        """With whose families this person may begin; the own first. Raises `NotAllowed` for who may with none."""
        reaches = reach_of(actor, Action.WRITE_TO_FAMILY)
        if not reaches:
            raise NotAllowed
        classes = list((await self.rosters.roster()).classes.values())
        if Reach.SCHOOL not in reaches:
            mine = {*actor.own_classes, *actor.taught_classes}
            classes = [one for one in classes if one.id in mine]
        return sorted(classes, key=lambda one: one.id not in actor.own_classes)

    async def pupils(self, actor: Actor, class_id: ClassId) -> tuple[SchoolClass, Sequence[Seat]]:
        require(actor, Action.WRITE_TO_FAMILY, Target(classes=(class_id,)))
        roster = await self.rosters.roster()
        if class_id not in roster.classes:
            raise NotFound
        return roster.classes[class_id], roster.of_class.get(class_id, ())

    async def family(self, actor: Actor, pupil: PersonId) -> FamilyOfPupil:
        """Of a pupil whose class this person reaches; they themself are left out."""
        roster = await self.rosters.roster()
        seat = roster.seats.get(pupil)
        require(actor, Action.WRITE_TO_FAMILY, Target(classes=(seat.class_id,) if seat else ()))
        if seat is None:
            raise NotFound
        guardians = tuple(one for one in await self.people.guardians(pupil) if one.person != actor.person)
        return FamilyOfPupil(seat, roster.classes[seat.class_id].name, guardians)

    async def colleagues(self, actor: Actor, said: str | None = None) -> list[tuple[PersonId, PersonName]]:
        require(actor, Action.WRITE_TO_STAFF, Target())
        return [one for one in await self.people.staff(said) if one[0] != actor.person]

    async def subject_with(self, teacher: PersonId, pupil: Seat) -> SubjectId | None:
        """The one subject that a teacher gives the pupil; None: several, or none."""
        return _only((await self._teachers(pupil)).get(teacher, {}))

    async def _teachers(self, seat: Seat) -> dict[PersonId, dict[SubjectId, str]]:
        """Of the pupil's own subgroups, in the order of their subjects' names."""
        teaching = Teaching(
            await self.timetables.plan(), await self.loads.loads(), await self.rosters.roster(), self.time.today()
        )
        found: dict[PersonId, dict[SubjectId, str]] = {}
        for subject, name in teaching.subjects_of(seat.class_id):
            for teacher in teaching.teachers(seat.class_id, subject, seat):
                found.setdefault(teacher, {})[subject] = name
        return found


def _only(subjects: dict[SubjectId, str]) -> SubjectId | None:
    return next(iter(subjects)) if len(subjects) == 1 else None
