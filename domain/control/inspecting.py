"""An inspection, by who looks: begun, walked through card by card, its remarks, its end (3.6.2)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from domain.clock import SchoolTime
from domain.control.findings import Finding, RemarkState
from domain.control.gaps import CourseKey, Gap
from domain.control.inspection_spans import OfferedSpan, Span, spans_of
from domain.control.inspections import (
    FURTHEST_DUE,
    MOST_CONCLUSION,
    MOST_TEXT,
    USUAL_DUE,
    BeginInspecting,
    DueDayWrong,
    Inspection,
    InspectionOver,
    InspectionsRead,
    NewInspection,
    NewRemark,
    Remark,
    RemarkSettled,
    RemarkTextNeeded,
)
from domain.control.looking import USUAL_GRADE, Looking, TaughtCourse
from domain.errors import NotFound
from domain.events import InspectionFinished, RemarkMended
from domain.ids import ClassId, InspectionId, InspectionRemarkId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.names import norm
from domain.roles.people import Actor
from domain.school.ports import Rosters, Timetables
from domain.school.roster import SchoolClass
from domain.school.timetable import TeacherRef


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose journal is about to be looked through: a class's, or a teacher's."""

    school_class: SchoolClass | None
    teacher: TeacherRef | None
    spans: tuple[OfferedSpan, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    classes: tuple[SchoolClass, ...]
    teachers: tuple[TeacherRef, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """`remark`: the one that was made of it and not taken back."""

    gap: Gap
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """`others`: remarks in the deputy's own words, and those whose card is gone meanwhile."""

    inspection: Inspection
    courses: tuple[TaughtCourse, ...]
    lessons: int
    cards: tuple[Card, ...]
    others: tuple[Remark, ...]

    def place(self, course: CourseKey, finding: Finding) -> int | None:
        """Of a card, from 0."""
        keys = [(card.gap.course, card.gap.finding) for card in self.cards]
        return keys.index((course, finding)) if (course, finding) in keys else None

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return (*(card.remark for card in self.cards if card.remark is not None), *self.others)


@dataclass(frozen=True, slots=True)
class Inspecting:
    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    looking: Looking
    reads: InspectionsRead
    begin_writing: BeginInspecting

    async def choices(self, actor: Actor) -> Choices:
        require(actor, Action.INSPECT, Target())
        roster = await self.rosters.roster()
        teachers = {one.id: one for entry in (await self.timetables.plan()).entries for one in entry.teachers}
        return Choices(
            tuple(roster.classes.values()), tuple(sorted(teachers.values(), key=lambda one: norm(one.name.full)))
        )

    async def subject(self, actor: Actor, class_id: ClassId | None, teacher: PersonId | None) -> Subject:
        """Raises `NotFound` for who and what is not there."""
        choices = await self.choices(actor)
        school_class = next((one for one in choices.classes if one.id == class_id), None)
        who = next((one for one in choices.teachers if one.id == teacher), None)
        if school_class is None and who is None:
            raise NotFound
        grade = school_class.grade if school_class else USUAL_GRADE
        spans = spans_of((await self.timetables.plan()).calendar, grade, self.time.today())
        return Subject(school_class, None if school_class else who, spans)

    async def begin(self, actor: Actor, class_id: ClassId | None, teacher: PersonId | None, span: Span) -> Deck:
        """What of the same journal and days is under way goes on. Raises `NotFound`, also for days without lessons."""
        subject = await self.subject(actor, class_id, teacher)
        offered = next((one for one in subject.spans if one.span is span), None)
        if offered is None:
            raise NotFound
        new = NewInspection(
            subject.school_class.id if subject.school_class else None,
            subject.teacher.id if subject.teacher else None,
            offered.first,
            offered.last,
        )
        async with self.begin_writing() as tx:
            number = await tx.inspections.begin(new, actor.person)
        return await self.deck(actor, number)

    async def deck(self, actor: Actor, number: InspectionId) -> Deck:
        """Raises `NotFound` and `InspectionOver`."""
        require(actor, Action.INSPECT, Target())
        inspection = await self._going_on(number)
        look = await self.looking.through(inspection)
        kept = [one for one in await self.reads.remarks([number]) if one.state is not RemarkState.WITHDRAWN]
        by_card: dict[tuple[CourseKey, Finding], Remark] = {
            (one.course, one.finding): one for one in kept if one.finding is not Finding.OTHER
        }
        cards = tuple(Card(gap, by_card.pop((gap.course, gap.finding), None)) for gap in look.gaps)
        dealt = {card.remark.id for card in cards if card.remark is not None}
        return Deck(inspection, look.courses, look.lessons, cards, tuple(one for one in kept if one.id not in dealt))

    async def remark(
        self, actor: Actor, number: InspectionId, course: CourseKey, finding: Finding, word: Callable[[Gap], str]
    ) -> Deck:
        """Makes a remark of a card, to be mended within a week. One that is there already stays as it is.

        Raises `NotFound` for a card that is not there, and `InspectionOver`.
        """
        deck = await self.deck(actor, number)
        place = deck.place(course, finding)
        if place is None:
            raise NotFound
        gap = deck.cards[place].gap
        lesson = gap.lessons[0] if len(gap.lessons) == 1 else None
        new = NewRemark(course, finding, lesson, worded(word(gap)), self.time.today() + USUAL_DUE)
        await self._add(number, new)
        return await self.deck(actor, number)

    async def other(self, actor: Actor, number: InspectionId, course: CourseKey, text: str) -> Deck:
        """A remark in own words. Raises `NotFound` for a course that was not looked at, `RemarkTextNeeded`."""
        deck = await self.deck(actor, number)
        if course not in {one.key for one in deck.courses}:
            raise NotFound
        new = NewRemark(course, Finding.OTHER, None, worded(text), self.time.today() + USUAL_DUE)
        await self._add(number, new)
        return await self.deck(actor, number)

    async def draft(self, actor: Actor, number: InspectionRemarkId) -> Remark:
        """One whose words can be changed still. Raises `NotFound`, `InspectionOver` and `RemarkSettled`."""
        require(actor, Action.INSPECT, Target())
        remark = await self._remark(number)
        await self._going_on(remark.inspection)
        if remark.state is not RemarkState.OPEN:
            raise RemarkSettled
        return remark

    async def reword(self, actor: Actor, number: InspectionRemarkId, text: str) -> Remark:
        """As long as the teacher knows nothing of it. Raises `RemarkTextNeeded`, and what `draft` raises."""
        require(actor, Action.INSPECT, Target())
        remark, said = await self.draft(actor, number), worded(text)
        async with self.begin_writing() as tx:
            if not (await tx.inspections.hold(remark.inspection) and await tx.inspections.reword(number, said)):
                raise RemarkSettled
        return replace(remark, text=said)

    async def put_off(self, actor: Actor, number: InspectionRemarkId, due: date) -> Remark:
        """By when it shall be mended; later on too, for who needs more time. Raises `DueDayWrong`, `RemarkSettled`."""
        require(actor, Action.INSPECT, Target())
        remark, today = await self._remark(number), self.time.today()
        if not today <= due <= today + FURTHEST_DUE:
            raise DueDayWrong(today + FURTHEST_DUE)
        async with self.begin_writing() as tx:
            if not await tx.inspections.put_off(number, due):
                raise RemarkSettled
        return replace(remark, due=due)

    async def settle(self, actor: Actor, number: InspectionRemarkId, becomes: RemarkState) -> Remark:
        """Closed, opened again, or taken back; the teacher hears of it once the inspection is finished.

        Raises `NotFound`, and `RemarkSettled` for one that stands otherwise.
        """
        require(actor, Action.INSPECT, Target())
        remark = await self._remark(number)
        inspection = await self.reads.inspection(remark.inspection)
        assert inspection is not None
        async with self.begin_writing() as tx:
            version = await tx.inspections.settle(number, FROM[becomes], becomes, actor.person)
            if version is None:
                raise RemarkSettled
            if inspection.finished_at is not None:
                await tx.facts.add(RemarkMended(author=actor.person, remark=number, version=version))
        return await self._remark(number)

    async def conclude(self, actor: Actor, number: InspectionId, text: str) -> Deck:
        """In own words; '' takes them away. Raises `RemarkTextNeeded` and `InspectionOver`."""
        require(actor, Action.INSPECT, Target())
        said = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
        if len(said) > MOST_CONCLUSION:
            raise RemarkTextNeeded(MOST_CONCLUSION)
        async with self.begin_writing() as tx:
            if not await tx.inspections.hold(number):
                raise InspectionOver
            await tx.inspections.conclude(number, said or None)
        return await self.deck(actor, number)

    async def finish(self, actor: Actor, number: InspectionId) -> None:
        """Its remarks go to the teachers, once however often it is tapped. Raises `NotFound` and `InspectionOver`."""
        require(actor, Action.INSPECT, Target())
        inspection = await self._inspection(number)
        if inspection.dropped_at is not None:
            raise InspectionOver
        async with self.begin_writing() as tx:
            if await tx.inspections.finish(number):
                await tx.facts.add(InspectionFinished(author=actor.person, inspection=number))

    async def drop(self, actor: Actor, number: InspectionId) -> None:
        """Left off: nobody is told. Raises `NotFound` and `InspectionOver`."""
        require(actor, Action.INSPECT, Target())
        await self._inspection(number)
        async with self.begin_writing() as tx:
            if not await tx.inspections.drop(number):
                raise InspectionOver

    async def _add(self, number: InspectionId, new: NewRemark) -> None:
        async with self.begin_writing() as tx:
            if not await tx.inspections.hold(number):
                raise InspectionOver
            await tx.inspections.add(number, new)

    async def _inspection(self, number: InspectionId) -> Inspection:
        inspection = await self.reads.inspection(number)
        if inspection is None:
            raise NotFound
        return inspection

    async def _going_on(self, number: InspectionId) -> Inspection:
        inspection = await self._inspection(number)
        if not inspection.goes_on:
            raise InspectionOver
        return inspection

    async def _remark(self, number: InspectionRemarkId) -> Remark:
        remark = await self.reads.remark(number)
        if remark is None:
            raise NotFound
        return remark


FROM = {
    RemarkState.CLOSED: (RemarkState.OPEN, RemarkState.FIXED),
    RemarkState.OPEN: (RemarkState.FIXED, RemarkState.CLOSED),
    RemarkState.WITHDRAWN: (RemarkState.OPEN, RemarkState.FIXED),
    RemarkState.FIXED: (),
}
"""What a remark may be made by who looks, from what; that it is mended the teacher says."""


def worded(text: str) -> str:
    """Raises `RemarkTextNeeded`."""
    said = " ".join(text.split())
    if not 1 <= len(said) <= MOST_TEXT:
        raise RemarkTextNeeded(MOST_TEXT)
    return said
