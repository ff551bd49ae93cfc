"""«Осталось сделать»: one message in the evening, of the own lessons and of the classes that one leads (3.3.1, 3.4).

What it says is read anew at each delivery and each edit, from the journal as it stands then.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Protocol

from domain.clock import SchoolTime
from domain.control.class_card import ClassCard
from domain.control.lesson_clock import BACK
from domain.control.lesson_records import LessonBook, LessonRecord
from domain.control.own_duties import OwnDuties
from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.periods import Period
from domain.messaging.contents import AreaNews
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor
from domain.school.ports import Rosters, Timetables


class OwnParts(Protocol):
    async def parts(
        self, persons: Collection[PersonId], records: Sequence[LessonRecord], now: datetime
    ) -> Mapping[PersonId, OwnDuties]:
        """Of those who have something left; `records`: of the last `BACK` days, all lessons of these people.

        A number of statements that does not grow with the people.
        """
        ...


@dataclass(frozen=True, slots=True)
class UnsetResults:
    """A course of which results of the term that ends are not set: of `left` pupils, by the `last` day of the term."""

    class_id: ClassId
    subject: SubjectId
    name: str
    """«7А · Алгебра»"""
    period: Period
    last: date
    left: int


class ClassParts(Protocol):
    async def cards(
        self, leading: Mapping[PersonId, Collection[ClassId]], records: Sequence[LessonRecord], day: date
    ) -> Mapping[PersonId, Sequence[ClassCard]]:
        """Of the classes that each of these people leads; a constant number of statements."""
        ...


class TermParts(Protocol):
    async def unset(self, persons: Collection[PersonId], day: date) -> Mapping[PersonId, Sequence[UnsetResults]]:
        """Where the term ends in the next school days; nothing is read on other days."""
        ...


@dataclass(frozen=True, slots=True)
class EveningCard(AreaNews):
    """Of a person's day. Classes and courses are there only where something is left of them."""

    day: date
    own: OwnDuties | None = None
    classes: tuple[ClassCard, ...] = ()
    courses: tuple[UnsetResults, ...] = ()

    @property
    def left(self) -> int:
        return (self.own.left if self.own else 0) + sum(one.left for one in self.classes) + len(self.courses)

    @property
    def said(self) -> str:
        """As it is kept with the message, to see whether it must be edited."""
        courses = (f"{one.class_id}.{one.subject}.{one.left}" for one in self.courses)
        parts = [self.own.said if self.own else "", *(one.said for one in self.classes), *courses]
        return sha256("|".join(parts).encode()).hexdigest()[:32]

    def with_class(self, card: ClassCard) -> "EveningCard":
        """In place of what is shown of this class."""
        return replace(self, classes=tuple(card if one.class_id == card.class_id else one for one in self.classes))


@dataclass(frozen=True, slots=True)
class EveningCards:
    """Read together: a number of statements that does not grow with the people, their classes and lessons."""

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    book: LessonBook
    own: OwnParts
    classes: ClassParts
    terms: TermParts

    async def of_actor(self, actor: Actor, day: date) -> EveningCard:
        """The own one, as of now."""
        if actor.own_classes:
            require(actor, Action.SEE_CLASS_DUTIES, Target(classes=actor.own_classes))
        else:
            require(actor, Action.SEE_OWN_LESSONS, Target(person=actor.person))
        return (await self.of({actor.person}, day))[actor.person]

    async def of(self, persons: Collection[PersonId], day: date) -> Mapping[PersonId, EveningCard]:
        """Of each of them, with nothing left too."""
        leading = await self._leading(persons)
        asked = {one for led in leading.values() for one in led} | await self._taught(persons, day)
        records = await self.book.lessons(day - BACK, day, asked) if asked else ()
        own = await self.own.parts(persons, records, self.time.now())
        led = await self.classes.cards(leading, records, day)
        unset = await self.terms.unset(persons, day)
        return {
            person: EveningCard(
                day,
                own.get(person),
                tuple(one for one in led.get(person, ()) if one.left),
                tuple(unset.get(person, ())),
            )
            for person in persons
        }

    async def _leading(self, persons: Collection[PersonId]) -> Mapping[PersonId, Collection[ClassId]]:
        found: dict[PersonId, list[ClassId]] = {}
        for one in (await self.rosters.roster()).classes.values():
            for teacher in set(persons).intersection(one.teachers):
                found.setdefault(teacher, []).append(one.id)
        return found

    async def _taught(self, persons: Collection[PersonId], day: date) -> set[ClassId]:
        """Those too in which they stood in for somebody."""
        days = await self.timetables.days(day - BACK, day)
        given = (lesson for one in days for person in persons for lesson in one.by_teacher.get(person, ()))
        return {class_id for lesson in given for class_id in lesson.classes}
