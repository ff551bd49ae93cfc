"""Табель: a pupil's marks of the school year by subject and term, with the lessons missed (1.4.3, 1.4.4)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.attendance.missed import MissedDay, MissedLesson, Totals, totals
from domain.control.class_years import ClassYear, ClassYears, ListedPupil, exempt_on
from domain.control.mark_sheet import NOTHING, PupilMarks, YearMark, YearMarksRead, by_pupil, subjects_of
from domain.errors import NotFound
from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.attestation import EXEMPT
from domain.journal.grading import NoMarksInFirstGrade
from domain.journal.periods import Period
from domain.roles.access import Action, Target, allowed, require, sees
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor, PersonName
from domain.school.ports import Rosters
from domain.school.roster import SchoolClass
from domain.school.timetable import SubjectRef


class MissedRead(Protocol):
    async def missed(self, pupils: Collection[PersonId], first: date, last: date) -> Sequence[MissedLesson]:
        """Lessons at which they were away or late, by day and position; one statement."""
        ...


@dataclass(frozen=True, slots=True)
class CardLine:
    subject: SubjectRef
    marks: Mapping[Period, str]


@dataclass(frozen=True, slots=True)
class ReportCard:
    """`missed` of each term that has begun, and of the year so far."""

    pupil: ListedPupil
    school_class: SchoolClass
    year: int
    periods: tuple[Period, ...]
    lines: tuple[CardLine, ...]
    missed: Mapping[Period, Totals]
    teachers: tuple[PersonName, ...]

    @property
    def name(self) -> PersonName:
        return self.pupil.seat.name


@dataclass(frozen=True, slots=True)
class ReportCards:
    years: ClassYears
    rosters: Rosters
    read: YearMarksRead
    missed: MissedRead
    gate: ExportGate

    async def own(self, actor: Actor) -> tuple[tuple[PersonId, PersonName], ...]:
        """Oneself as a pupil and the own children, of classes that have marks. From memory."""
        roster = await self.rosters.roster()
        mine = [
            one for one in (*actor.children, actor.person) if allowed(actor, Action.SEE_REPORT_CARD, Target(person=one))
        ]
        seats = [roster.seats[one] for one in mine if one in roster.seats]
        return tuple((one.pupil, one.name) for one in seats if roster.classes[one.class_id].grade > 1)

    async def one(self, actor: Actor, pupil: PersonId) -> ReportCard:
        """Of this year. Raises `NotFound` for a pupil out of reach as for one who does not exist, and
        `NoMarksInFirstGrade`."""
        school_class = (await self.rosters.roster()).class_of(pupil)
        classes = (school_class.id,) if school_class else ()
        if not sees(actor, Action.SEE_REPORT_CARD, Target(person=pupil, classes=classes)) or school_class is None:
            raise NotFound
        year = await self._marked(school_class.id)
        pupils = [one for one in await self.years.pupils(year, Period.YEAR) if one.seat.pupil == pupil]
        [card] = await self._cards(year, pupils)
        return card

    async def take(self, actor: Actor, pupil: PersonId) -> ReportCard:
        """For a file. The own one is no taking out of others' data. Raises `ExportsFrozen`, `TooManyExports` too."""
        card = await self.one(actor, pupil)
        if pupil in (actor.person, *actor.children):
            own = Export(ExportKind.OWN_REPORT_CARD, subject=pupil)
            await self.gate.allow_part(actor, Action.TAKE_OWN_DATA, own)
        else:
            await self.gate.allow(actor, Export(ExportKind.REPORT_CARDS, card.school_class.id, pupil))
        return card

    async def pupils(self, actor: Actor, class_id: ClassId) -> tuple[ClassYear, tuple[ListedPupil, ...]]:
        """Of a class, who left this year among them. Raises `NotFound`, `NoMarksInFirstGrade`."""
        require(actor, Action.SEE_REPORT_CARD, Target(classes=(class_id,)))
        year = await self._marked(class_id)
        return year, await self.years.pupils(year, Period.YEAR)

    async def take_all(self, actor: Actor, class_id: ClassId) -> tuple[ReportCard, ...]:
        """Of all who are in the class, by name, as one file. Raises as `take`."""
        year, pupils = await self.pupils(actor, class_id)
        cards = await self._cards(year, [one for one in pupils if one.counts])
        await self.gate.allow(actor, Export(ExportKind.REPORT_CARDS, class_id))
        return cards

    async def _marked(self, class_id: ClassId) -> ClassYear:
        year = await self.years.of(class_id)
        if not year.marked:
            raise NoMarksInFirstGrade
        return year

    async def _cards(self, year: ClassYear, pupils: Sequence[ListedPupil]) -> tuple[ReportCard, ...]:
        """Three statements, for one pupil as for a class."""
        asked = [one.seat.pupil for one in pupils]
        first, last = year.so_far(Period.YEAR)
        found = await self.read.of_year(year.school_class.id, asked)
        missed = await self.missed.missed(asked, first, last)
        names = await self.read.names(year.school_class.teachers)
        marks = await self._with_exempt(year, found)
        card = _Cards(
            year,
            subjects_of(year, found),
            marks,
            tuple(names[one] for one in year.school_class.teachers if one in names),
        )
        return tuple(card.of(one, [lesson for lesson in missed if lesson.pupil == one.seat.pupil]) for one in pupils)

    async def _with_exempt(self, year: ClassYear, found: Iterable[YearMark]) -> Mapping[PersonId, PupilMarks]:
        """«осв.» in each term as whose end (or today) a pupil is exempt."""
        marks, known = by_pupil(found), await self.years.known.exemptions()
        for period in _begun(year):
            for pupil, subject in exempt_on(known, year.so_far(period)[1]):
                marks.setdefault(pupil, {}).setdefault(subject, {}).setdefault(period, EXEMPT)
        return marks


@dataclass(frozen=True, slots=True)
class _Cards:
    """What the cards of a class have in common."""

    year: ClassYear
    subjects: Sequence[SubjectRef]
    marks: Mapping[PersonId, PupilMarks]
    teachers: tuple[PersonName, ...]

    def of(self, pupil: ListedPupil, missed: Sequence[MissedLesson]) -> ReportCard:
        marks = self.marks.get(pupil.seat.pupil, NOTHING)
        lines = [CardLine(one, marks.get(one.id, {})) for one in self.subjects if self._has(pupil, one.id, marks)]
        return ReportCard(
            pupil=pupil,
            school_class=self.year.school_class,
            year=self.year.begins,
            periods=self.year.periods,
            lines=tuple(lines),
            missed={one: self._missed(pupil, missed, one) for one in (*_begun(self.year), Period.YEAR)},
            teachers=self.teachers,
        )

    def _has(self, pupil: ListedPupil, subject: SubjectId, marks: PupilMarks) -> bool:
        return subject in marks or self.year.learns(pupil.seat, subject)

    def _missed(self, pupil: ListedPupil, lessons: Iterable[MissedLesson], period: Period) -> Totals:
        first, last = self.year.days(period)
        return missed_totals(pupil, (one for one in lessons if first <= one.day <= last))


def missed_totals(pupil: ListedPupil, lessons: Iterable[MissedLesson]) -> Totals:
    days: dict[date, list[MissedLesson]] = {}
    for one in lessons:
        days.setdefault(one.day, []).append(one)
    return totals(MissedDay(pupil.seat.pupil, pupil.seat.name, day, tuple(of)) for day, of in days.items())


def _begun(year: ClassYear) -> list[Period]:
    """Terms."""
    terms = [one for one in year.periods if one.is_term]
    return [one for one in terms if year.days(one)[0] <= year.teaching.day]
