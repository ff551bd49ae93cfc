"""A page of the journal, as paper has it: dates by pupils, topics and homework beside (1.4.3, 1.5)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.attendance.presence import Presence
from domain.control.page_courses import PageCourse, PagePlace, own_pages, pages_of
from domain.control.seats import SeatSpans
from domain.control.sheet_days import SheetDays, choices, chosen, until
from domain.control.sheet_pupils import SheetPupil, pupils_of
from domain.errors import NotAllowed, NotFound
from domain.ids import ClassId, GroupId, LessonId, PersonId, SubjectId
from domain.journal.courses import Teaching
from domain.journal.homework_given import Given, HomeworkGiven, following_days
from domain.journal.homework_lessons import AHEAD
from domain.journal.periods import Period, period_of, periods_of, terms_of
from domain.journal.result_places import Places
from domain.journal.results_kept import Result, ResultsRead
from domain.roles.access import Action, Reach, Target, reach_of, require
from domain.roles.exports import Export, ExportGate, ExportKind
from domain.roles.people import Actor
from domain.school.calendar import Term
from domain.school.exemptions import Exemption, KnownExemptions
from domain.school.roster import SchoolClass
from domain.school.timetable import LessonRef, PlannedLesson


@dataclass(frozen=True, slots=True)
class WrittenLesson:
    """`group` of the class that was at it; None: the whole class."""

    id: LessonId
    ref: LessonRef
    position: int
    topic: str | None
    group: GroupId | None


@dataclass(frozen=True, slots=True)
class PageMark:
    lesson: LessonId
    pupil: PersonId
    value: str


@dataclass(frozen=True, slots=True)
class WordedHomework(HomeworkGiven):
    text: str
    files: int


class JournalPageRead(Protocol):
    """Of a class and subject, from one day to another (included); a statement each."""

    async def lessons(self, class_id: ClassId, subject: SubjectId, first: date, last: date) -> Sequence[WrittenLesson]:
        """By day and position."""
        ...

    async def marks(self, class_id: ClassId, subject: SubjectId, first: date, last: date) -> Sequence[PageMark]:
        """That stand, in the order in which they were set."""
        ...

    async def noted(
        self, class_id: ClassId, subject: SubjectId, first: date, last: date
    ) -> Mapping[tuple[LessonId, PersonId], Presence]:
        """Other than present."""
        ...

    async def homework(self, class_id: ClassId, subject: SubjectId, first: date) -> Sequence[WordedHomework]:
        """Due after `first`; not what is for single pupils."""
        ...


@dataclass(frozen=True, slots=True)
class PageLesson:
    """A column, and its line on the right side. `id` None: nothing is written of it."""

    id: LessonId | None
    day: date
    position: int
    topic: str | None
    homework: tuple[WordedHomework, ...] = ()


@dataclass(frozen=True, slots=True)
class PageCell:
    marks: tuple[str, ...] = ()
    presence: Presence | None = None
    sits: bool = True
    """False: not in the class (yet, or any more) that day."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """`results` by the page's `periods`, '' where none is set."""

    pupil: SheetPupil
    cells: tuple[PageCell, ...]
    results: tuple[str, ...]
    exemption: Exemption | None = None


@dataclass(frozen=True, slots=True)
class JournalPage:
    """Lessons up to today, those of which nothing is written among them. `choices`: what other days there are."""

    course: PageCourse
    days: SheetDays
    until: date
    lessons: tuple[PageLesson, ...]
    lines: tuple[PageLine, ...]
    periods: tuple[Period, ...]
    choices: tuple[SheetDays, ...]
    past: bool = False
    """Of a closed year."""

    @property
    def without_topic(self) -> int:
        return sum(one.topic is None for one in self.lessons)

    @property
    def without_homework(self) -> int:
        return sum(not one.homework for one in self.lessons)

    @property
    def marks(self) -> int:
        return sum(len(cell.marks) for line in self.lines for cell in line.cells)


@dataclass(frozen=True, slots=True)
class JournalPages:
    places: Places
    spans: SeatSpans
    reads: JournalPageRead
    results: ResultsRead
    exemptions: KnownExemptions
    gate: ExportGate

    async def open_to(
        self, actor: Actor, *, last_year: bool = False
    ) -> tuple[tuple[PageCourse, ...], tuple[SchoolClass, ...]]:
        """Pages that this person keeps, and the classes all of whose pages they may read beside.

        `last_year`: of the year that was closed last. Raises `NotAllowed`, and `NotFound` where none was.
        """
        reaches = reach_of(actor, Action.SEE_JOURNAL_PAGE)
        if not reaches:
            raise NotAllowed
        teaching = await (self.places.last_year() if last_year else self.places.teaching())
        if teaching is None:
            raise NotFound
        everyone = sorted(teaching.roster.classes.values(), key=lambda one: (one.grade, one.name))
        mine = (one for one in everyone if Reach.SCHOOL in reaches or one.id in actor.own_classes)
        own = own_pages(teaching, actor.person) if Reach.COURSE in reaches else ()
        return own, tuple(sorted(mine, key=lambda one: one.id not in actor.own_classes))

    async def has_last_year(self) -> bool:
        return await self.places.timetables.last_closed() is not None

    async def of_class(self, actor: Actor, class_id: ClassId) -> tuple[PageCourse, ...]:
        require(actor, Action.SEE_JOURNAL_PAGE, Target(classes=(class_id,)))
        return pages_of(await self.places.teaching_of(class_id), class_id)

    async def page(self, actor: Actor, place: PagePlace, when: str) -> JournalPage:
        """`when` as `SheetDays.key`. Raises `NotFound` for what there is not, or not yet."""
        teaching = await self.places.teaching_of(place.class_id)
        course = next((one for one in pages_of(teaching, place.class_id) if one.place == place), None)
        if course is None:
            raise NotFound
        target = Target(classes=(place.class_id,), course_teachers=course.teachers)
        require(actor, Action.SEE_JOURNAL_PAGE, target)
        rules = await self.places.rules.rules()
        terms = terms_of(teaching.plan.calendar, course.grade, rules)
        days = chosen(when, terms, teaching.plan.calendar, teaching.day)
        return await self._laid_out(course, days, terms, teaching)

    async def take(self, actor: Actor, place: PagePlace, when: str) -> JournalPage:
        """The same for a file. Raises `ExportsFrozen` and `TooManyExports` too."""
        page = await self.page(actor, place, when)
        await self.gate.allow(actor, Export(ExportKind.JOURNAL_PAGE, place.class_id))
        return page

    async def _laid_out(
        self, course: PageCourse, days: SheetDays, terms: Sequence[Term], teaching: Teaching
    ) -> JournalPage:
        place, last = course.place, until(days, teaching)
        about = place.class_id, place.subject
        spans = await self.spans.seats(days.first, days.last, [place.class_id])
        pupils = pupils_of(spans, days.first, days.last, place.group)
        lessons = await self._lessons(place, days.first, last)
        cells = _Cells(
            await self.reads.marks(*about, days.first, last), await self.reads.noted(*about, days.first, last)
        )
        periods = _periods(days, terms, course.grade)
        set_ = await self.results.results(place.class_id, [one.pupil for one in pupils], place.subject)
        exempt = [one for one in await self.exemptions.exemptions() if one.subject.id == place.subject]
        lines = (
            PageLine(
                one, cells.of(one, lessons), _values(set_.get(one.pupil, ()), periods), _exemption(exempt, one, days)
            )
            for one in pupils
        )
        open_ = choices(terms, teaching.plan.calendar, teaching.day)
        past = teaching.plan.calendar.closed
        return JournalPage(course, days, last, lessons, tuple(lines), periods, open_, past)

    async def _lessons(self, place: PagePlace, first: date, last: date) -> tuple[PageLesson, ...]:
        """What the timetable has and what is written, which an older timetable may have had."""
        planned = await self._planned(place, first, last)
        about = place.class_id, place.subject
        written = {one.ref: one for one in await self.reads.lessons(*about, first, last) if _is_for(one, place.group)}
        following, given = following_days(planned), Given(await self.reads.homework(*about, first))
        laid = [
            _lesson(one, written.pop(one.ref, None), worded_of(given.at(one, following.get(one.ref))))
            for one in planned
            if one.ref.day <= last
        ]
        older = [PageLesson(one.id, one.ref.day, one.position, one.topic) for one in written.values()]
        return tuple(sorted([*laid, *older], key=lambda one: (one.day, one.position)))

    async def _planned(self, place: PagePlace, first: date, last: date) -> list[PlannedLesson]:
        """To where homework of the last one may be due."""
        days = await self.places.timetables.days(first, last + AHEAD)
        return [
            lesson
            for day in days
            for lesson in day.by_class.get(place.class_id, ())
            if lesson.takes_place
            and lesson.subject.id == place.subject
            and lesson.is_for(place.class_id, [place.group] if place.group is not None else [])
        ]


class _Cells:
    def __init__(self, marks: Iterable[PageMark], noted: Mapping[tuple[LessonId, PersonId], Presence]) -> None:
        self._noted = noted
        self._marks: dict[tuple[LessonId, PersonId], tuple[str, ...]] = {}
        for one in marks:
            key = one.lesson, one.pupil
            self._marks[key] = (*self._marks.get(key, ()), one.value)

    def of(self, pupil: SheetPupil, lessons: Collection[PageLesson]) -> tuple[PageCell, ...]:
        return tuple(self._cell(pupil, one) for one in lessons)

    def _cell(self, pupil: SheetPupil, lesson: PageLesson) -> PageCell:
        """What was written before someone left stays, whenever the leaving was entered."""
        sits = pupil.sits_on(lesson.day)
        if lesson.id is None:
            return PageCell(sits=sits)
        key = lesson.id, pupil.pupil
        return PageCell(self._marks.get(key, ()), self._noted.get(key), sits)


def _lesson(planned: PlannedLesson, written: WrittenLesson | None, homework: tuple[WordedHomework, ...]) -> PageLesson:
    day, position = planned.ref.day, planned.position
    return PageLesson(written.id if written else None, day, position, written.topic if written else None, homework)


def _is_for(lesson: WrittenLesson, group: GroupId | None) -> bool:
    return group is None or lesson.group in (None, group)


def worded_of(given: Iterable[HomeworkGiven]) -> tuple[WordedHomework, ...]:
    """«не задано» only where nothing is."""
    found = [one for one in given if isinstance(one, WordedHomework)]
    return tuple(one for one in found if not one.none_set) or tuple(found[:1])


def _periods(days: SheetDays, terms: Sequence[Term], grade: int) -> tuple[Period, ...]:
    """Of the terms that end in these days; with the last one the year and what comes after it. None in first grades."""
    ending = [period_of(term) for term in terms if days.first <= term.ends_on <= days.last]
    if grade == 1 or not ending:
        return ()
    everything = periods_of(tuple(terms), grade)
    last = ending[-1] is period_of(terms[-1])
    return (*ending, *(one for one in everything if last and not one.is_term))


def _values(results: Sequence[Result], periods: Sequence[Period]) -> tuple[str, ...]:
    values = {one.period: one.value for one in results}
    return tuple(values.get(one, "") for one in periods)


def _exemption(exemptions: Iterable[Exemption], pupil: SheetPupil, days: SheetDays) -> Exemption | None:
    mine = (one for one in exemptions if one.pupil == pupil.pupil and one.touches(days.first, days.last))
    return next(mine, None)
