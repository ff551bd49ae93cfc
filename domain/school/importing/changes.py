"""What an import changes, line by line, as an office reads it: who, what of them, from what to what."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.ids import ClassId, GroupId, PersonId, SubjectId
from domain.roles.people import PersonName
from domain.school.importing.comparing import Comparison
from domain.school.importing.headings import Field
from domain.school.importing.known import KnownGroup, KnownSchool
from domain.school.importing.plan import Kind, PlannedGroup
from domain.school.importing.sheets import Place


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """`what` None: the whole of it is new. Values of posts and relations are keys (`teacher`, `mother`)."""

    kind: Kind
    who: str
    what: Field | None = None
    old: str = ""
    new: str = ""
    about: str = ""
    """What `new` is of: the child of a relation, the subject of a group."""
    place: Place | None = None


def change_lines(lists: Comparison, known: KnownSchool) -> tuple[ChangeLine, ...]:
    return tuple(_Lines(lists, known).all())


class _Lines:
    def __init__(self, lists: Comparison, known: KnownSchool) -> None:
        self._lists, self._plan, self._known = lists, lists.plan, known
        self._people: dict[PersonId, PersonName] = {one.id: one.name for one in known.people}
        self._people |= {one.id: one.name for one in self._plan.people}
        self._classes = {one.id: one.name for one in known.classes}
        self._classes |= {one.id: one.name for one in self._plan.classes}
        self._subjects = {one.id: one.name for one in known.subjects}
        self._subjects |= {one.id: one.name for one in self._plan.subjects}
        self._groups: dict[GroupId, KnownGroup | PlannedGroup] = {one.id: one for one in known.groups}
        self._groups |= {one.id: one for one in self._plan.groups}
        self._pupils = {seat.pupil for seat in known.seats} | {pupil for pupil, _ in self._plan.seats}
        guarding = {guardian for guardian, _, _ in self._plan.guardians}
        self._guardians = guarding | {guardian for guardian, _ in known.guardians}

    def all(self) -> Iterator[ChangeLine]:
        yield from (ChangeLine(Kind.CLASSES, one.name) for one in self._plan.classes)
        yield from (ChangeLine(Kind.SUBJECTS, one.name) for one in self._plan.subjects)
        for group in self._plan.groups:
            yield ChangeLine(Kind.GROUPS, self._group(group.id))
        yield from self._newcomers()
        yield from self._corrected()
        yield from self._moved()
        yield from self._of_guardians()
        yield from self._of_staff()
        yield from self._of_load()

    def _newcomers(self) -> Iterator[ChangeLine]:
        seats = dict(self._plan.seats)
        for one in self._plan.people:
            own = Field.CLASS if one.id in seats else None
            yield self._line(one.id, own, new=self._classes[seats[one.id]] if own else "")

    def _corrected(self) -> Iterator[ChangeLine]:
        before = {one.id: one for one in self._known.people}
        for one in self._plan.corrected:
            was = before[one.id]
            if one.birth != was.birth:
                yield self._line(one.id, Field.BIRTH, _day(was.birth), _day(one.birth))
            if one.number != was.number:
                yield self._line(one.id, Field.NUMBER, was.number or "", one.number or "")

    def _moved(self) -> Iterator[ChangeLine]:
        for group, pupil in self._plan.left:
            yield self._line(pupil, Field.GROUP, old=self._group(group))
        for group, pupil in self._plan.joined:
            yield self._line(pupil, Field.GROUP, new=self._group(group))

    def _of_guardians(self) -> Iterator[ChangeLine]:
        for guardian, pupil, relation in (*self._plan.guardians, *self._plan.relations):
            was = self._known.guardians.get((guardian, pupil), "")
            about = self._people[pupil].full
            yield self._line(guardian, Field.GUARDIAN_RELATION, was, relation, about, kind=Kind.GUARDIANS)

    def _of_staff(self) -> Iterator[ChangeLine]:
        for person, role in self._plan.roles:
            yield self._line(person, Field.POST, new=role, kind=Kind.STAFF)
        for own, person in self._plan.leading:
            yield self._line(person, Field.LEADS, new=self._classes[own], kind=Kind.STAFF)

    def _of_load(self) -> Iterator[ChangeLine]:
        places = self._lists.places
        for number, new in enumerate(self._plan.load, 1):
            said = self._taught(new.teacher, new.subject, new.class_id, new.group)
            hours = f"{new.hours.normalize():f}" if new.hours else ""
            yield ChangeLine(Kind.LOAD, said, Field.HOURS, new=hours, place=places.get((Kind.LOAD, -number)))
        rows = {one.id: one for one in self._known.load}
        for row, weekly in self._plan.hours:
            one = rows[row]
            said, was = self._taught(one.teacher, one.subject, one.class_id, one.group), one.hours
            old, new_hours = f"{was.normalize():f}" if was else "", f"{weekly.normalize():f}"
            yield ChangeLine(Kind.LOAD, said, Field.HOURS, old, new_hours, place=places.get((Kind.LOAD, row)))

    def _line(
        self,
        person: PersonId,
        what: Field | None,
        old: str = "",
        new: str = "",
        about: str = "",
        *,
        kind: Kind | None = None,
    ) -> ChangeLine:
        of = kind or self._kind(person)
        return ChangeLine(of, self._people[person].full, what, old, new, about, self._lists.places.get((of, person)))

    def _kind(self, person: PersonId) -> Kind:
        if person in self._pupils:
            return Kind.PUPILS
        return Kind.GUARDIANS if person in self._guardians else Kind.STAFF

    def _group(self, number: GroupId) -> str:
        group = self._groups[number]
        subject = f" · {self._subjects[group.subject]}" if group.subject else ""
        return f"{self._classes[group.class_id]}{subject}: {group.name}"

    def _taught(self, teacher: PersonId, subject: SubjectId, class_id: ClassId, group: GroupId | None) -> str:
        part = self._groups[group].name if group else ""
        where = f"{self._classes[class_id]} ({part})" if part else self._classes[class_id]
        return f"{self._people[teacher].full} · {self._subjects[subject]} · {where}"


def _day(day: object) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
