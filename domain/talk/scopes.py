"""To whom a person may write, and whom that means today (3.3.8, 3.4.3). Asked anew at each step, and when it goes."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Protocol

from domain.clock import SchoolTime
from domain.errors import NotAllowed, NotFound
from domain.ids import ClassId, GroupId, PersonId, SubjectId
from domain.journal.courses import Loads, Teaching
from domain.roles.access import Action, Target, allowed
from domain.roles.people import Actor, PersonName, Role
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Roster, SchoolClass, Seat
from domain.talk.audiences import STAFF_KINDS, Addressed, Audience, Scope, ScopeKind

CAPACITIES = (Role.DIRECTOR, Role.DEPUTY, Role.ADMIN, Role.SECRETARY, Role.SITE_EDITOR, Role.TEACHER)
"""Where one person holds several roles, as the first of them."""
WHOLE = Target()
"""The whole school, or all who work there."""


@dataclass(frozen=True, slots=True)
class StudyGroup:
    """`subject` None: for all subjects."""

    id: GroupId
    class_id: ClassId
    class_name: str
    name: str
    subject: str | None

    @property
    def scope(self) -> Scope:
        return Scope(
            ScopeKind.GROUP,
            (self.class_id,),
            group=self.id,
            class_names=(self.class_name,),
            group_name=self.name,
            subject=self.subject,
        )


class AudiencePeople(Protocol):
    """A statement each, however many people it names."""

    async def guardians(self, pupils: Mapping[PersonId, PersonName]) -> Sequence[Addressed]:
        """Guardians who are not kept from the child, in the order of their names."""
        ...

    async def pupils(self, pupils: Mapping[PersonId, PersonName]) -> Sequence[Addressed]: ...

    async def staff(self, *, teachers_only: bool, leading: Collection[PersonId]) -> Sequence[Addressed]:
        """Who holds a role of staff today, and who leads a class."""
        ...

    async def groups(self, classes: Collection[ClassId]) -> Sequence[StudyGroup]:
        """Subgroups of these classes, by class, subject and name."""
        ...

    async def open_debts(self) -> Set[tuple[PersonId, SubjectId]]:
        """Who owes a work («точка») in which subject."""
        ...


@dataclass(frozen=True, slots=True)
class Choices:
    """To whom somebody may write, as a screen offers it."""

    own: tuple[SchoolClass, ...]
    """Classes that they lead."""
    classes: tuple[SchoolClass, ...]
    """Whole classes, the own ones included."""
    grades: tuple[int, ...]
    """Parallels of more than one class."""
    groups: tuple[StudyGroup, ...]
    kinds: frozenset[ScopeKind]
    """What else: TAUGHT, TEACHERS, STAFF, SCHOOL, TAUGHT_DEBTS, and DEBTS of the school."""
    leads: bool
    """Whether some class is theirs, as its class teacher or in the administration."""


@dataclass(frozen=True, slots=True)
class Scopes:
    time: SchoolTime
    rosters: Rosters
    timetables: Timetables
    loads: Loads
    people: AudiencePeople

    async def choices(self, actor: Actor) -> Choices:
        """Raises `NotAllowed` for who may write to nobody."""
        roster, teaching = await self._today()
        parts = teaching.parts(actor.person)
        seen = [one for one in roster.classes.values() if one.id in roster.of_class]
        classes = tuple(one for one in seen if _may_write(actor, one.id, parts))
        kinds = frozenset(kind for kind in ScopeKind if _offered(actor, kind))
        if not (classes or kinds):
            raise NotAllowed
        led = [one for one in classes if allowed(actor, Action.ANNOUNCE_TO_CLASS, Target(classes=(one.id,)))]
        groups = await self.people.groups([one.id for one in seen])
        return Choices(
            own=tuple(one for one in led if one.id in actor.own_classes),
            classes=classes,
            grades=_parallels(led),
            groups=tuple(one for one in groups if _may_write_to_group(actor, one, parts)),
            kinds=kinds,
            leads=bool(led),
        )

    async def checked(self, actor: Actor, scope: Scope, audience: Audience | None = None) -> Scope:
        """The same with its names. Raises `NotAllowed` beyond one's right, `NotFound` for what is not there."""
        if audience is not None and audience not in scope.audiences:
            raise NotFound
        roster, teaching = await self._today()
        parts = teaching.parts(actor.person)
        if scope.kind is ScopeKind.GROUP:
            return await self._checked_group(actor, scope, parts)
        classes = _classes_of(scope, roster)
        reached = all(_may_write(actor, one.id, parts) for one in classes) if classes else _offered(actor, scope.kind)
        if not reached or (classes and scope.kind is ScopeKind.DEBTS and not _leads(actor, classes)):
            raise NotAllowed
        return replace(scope, classes=tuple(one.id for one in classes), class_names=tuple(one.name for one in classes))

    async def addressed(self, actor: Actor, scope: Scope, audience: Audience) -> list[Addressed]:
        """Everyone once, without the sender. Raises what `checked` raises."""
        await self.checked(actor, scope, audience)
        return await self.meant(actor.person, scope, audience)

    async def meant(self, sender: PersonId, scope: Scope, audience: Audience) -> list[Addressed]:
        """As `addressed`, whatever the sender may write today: of what they have sent."""
        if scope.kind in STAFF_KINDS:
            classes = (await self.rosters.roster()).classes.values()
            leading = {teacher for one in classes for teacher in one.teachers}
            found = await self.people.staff(teachers_only=scope.kind is ScopeKind.TEACHERS, leading=leading)
            return [one for one in found if one.person != sender]
        pupils = {seat.pupil: seat.name for seat in await self._seats(sender, scope)}
        guardians = await self.people.guardians(pupils) if audience is not Audience.PUPILS else ()
        themselves = await self.people.pupils(pupils) if audience is not Audience.GUARDIANS else ()
        once = {one.person: one for one in (*themselves, *guardians)}
        return [one for one in once.values() if one.person != sender]

    async def classes_of(self, sender: PersonId, scope: Scope) -> frozenset[ClassId]:
        """Of the pupils meant; none where staff are."""
        if scope.kind in STAFF_KINDS:
            return frozenset()
        return frozenset(seat.class_id for seat in await self._seats(sender, scope))

    async def _seats(self, sender: PersonId, scope: Scope) -> Sequence[Seat]:
        roster, teaching = await self._today()
        match scope.kind:
            case ScopeKind.SCHOOL:
                return tuple(roster.seats.values())
            case ScopeKind.CLASSES | ScopeKind.PARALLEL:
                return [seat for one in _classes_of(scope, roster) for seat in roster.of_class.get(one.id, ())]
            case ScopeKind.GROUP:
                return [seat for seat in roster.seats.values() if scope.group in seat.groups]
            case ScopeKind.TAUGHT:
                return _taught(roster, teaching.parts(sender))
            case ScopeKind.DEBTS:
                owing = {pupil for pupil, _ in await self.people.open_debts()}
                within = set(scope.classes) or roster.classes.keys()
                return [one for one in roster.seats.values() if one.pupil in owing and one.class_id in within]
            case ScopeKind.TAUGHT_DEBTS:
                debts = await self.people.open_debts()
                return _owing(sender, roster, teaching, debts)
            case _:
                return ()

    async def _checked_group(self, actor: Actor, scope: Scope, parts: Set[tuple[ClassId, GroupId | None]]) -> Scope:
        groups = await self.people.groups(list((await self.rosters.roster()).of_class))
        found = next((one for one in groups if one.id == scope.group), None)
        if found is None:
            raise NotFound
        if not _may_write_to_group(actor, found, parts):
            raise NotAllowed
        return found.scope

    async def _today(self) -> tuple[Roster, Teaching]:
        roster = await self.rosters.roster()
        plan, loads = await self.timetables.plan(), await self.loads.loads()
        return roster, Teaching(plan, loads, roster, self.time.today())


def writes_as(actor: Actor, scope: Scope) -> Role | None:
    """As what somebody writes: to whom one teaches as a teacher, to own classes as their class teacher."""
    if scope.kind in (ScopeKind.TAUGHT, ScopeKind.TAUGHT_DEBTS) and actor.holds(Role.TEACHER):
        return Role.TEACHER
    if scope.classes and set(scope.classes).issubset(actor.own_classes):
        return Role.CLASS_TEACHER
    return next((role for role in (*CAPACITIES, Role.CLASS_TEACHER) if actor.holds(role)), None)


def _classes_of(scope: Scope, roster: Roster) -> list[SchoolClass]:
    """Raises `NotFound` for a class or a parallel that is not there."""
    if scope.kind is ScopeKind.PARALLEL:
        classes = [one for one in roster.classes.values() if one.grade == scope.grade and one.id in roster.of_class]
    elif scope.kind in (ScopeKind.CLASSES, ScopeKind.DEBTS):
        wanted = set(scope.classes)
        if not wanted <= roster.classes.keys():
            raise NotFound
        classes = [one for one in roster.classes.values() if one.id in wanted]
    else:
        return []
    if not classes and scope.kind is not ScopeKind.DEBTS:
        raise NotFound
    return classes


def _offered(actor: Actor, kind: ScopeKind) -> bool:
    """Whether this kind, with nothing more said, is open to the actor."""
    match kind:
        case ScopeKind.TAUGHT | ScopeKind.TAUGHT_DEBTS:
            return allowed(actor, Action.ANNOUNCE_TO_TAUGHT, Target(classes=actor.taught_classes))
        case ScopeKind.TEACHERS | ScopeKind.STAFF:
            return allowed(actor, Action.ANNOUNCE_TO_STAFF, WHOLE)
        case ScopeKind.SCHOOL | ScopeKind.DEBTS:
            return allowed(actor, Action.ANNOUNCE_TO_SCHOOL, WHOLE)
        case _:
            return False


def _may_write(actor: Actor, class_id: ClassId, parts: Set[tuple[ClassId, GroupId | None]]) -> bool:
    """To the whole class: who leads it, or teaches it without subgroups, or the administration."""
    target = Target(classes=(class_id,))
    if allowed(actor, Action.ANNOUNCE_TO_CLASS, target):
        return True
    return (class_id, None) in parts and allowed(actor, Action.ANNOUNCE_TO_TAUGHT, target)


def _may_write_to_group(actor: Actor, group: StudyGroup, parts: Set[tuple[ClassId, GroupId | None]]) -> bool:
    taught = (group.class_id, group.id) in parts
    own = taught and allowed(actor, Action.ANNOUNCE_TO_TAUGHT, Target(classes=(group.class_id,)))
    return own or _may_write(actor, group.class_id, parts)


def _leads(actor: Actor, classes: Iterable[SchoolClass]) -> bool:
    """Debts in all subjects of a class are its class teacher's affair and the administration's."""
    return all(allowed(actor, Action.ANNOUNCE_TO_CLASS, Target(classes=(one.id,))) for one in classes)


def _parallels(classes: Sequence[SchoolClass]) -> tuple[int, ...]:
    grades = [one.grade for one in classes]
    return tuple(sorted({grade for grade in grades if grades.count(grade) > 1}))


def _taught(roster: Roster, parts: Set[tuple[ClassId, GroupId | None]]) -> list[Seat]:
    return [
        seat
        for seat in roster.seats.values()
        if (seat.class_id, None) in parts or any((seat.class_id, group) in parts for group in seat.groups)
    ]


def _owing(teacher: PersonId, roster: Roster, teaching: Teaching, debts: Set[tuple[PersonId, SubjectId]]) -> list[Seat]:
    """Who owes something in a subject that they have with this teacher."""
    owed: dict[PersonId, list[SubjectId]] = {}
    for pupil, subject in debts:
        owed.setdefault(pupil, []).append(subject)
    return [
        seat
        for seat in roster.seats.values()
        if any(teacher in teaching.teachers(seat.class_id, subject, seat) for subject in owed.get(seat.pupil, ()))
    ]
