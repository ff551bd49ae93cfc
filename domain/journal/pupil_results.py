"""What a family sees of results: every subject of their child, and how each number came about (1.4.4, 3.3.6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.errors import NotFound
from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.courses import Course
from domain.journal.grading import NoMarksInFirstGrade
from domain.journal.periods import Period
from domain.journal.result_places import Places, Where, line_in
from domain.journal.results_kept import Result, ResultPlace, ResultsRead
from domain.journal.results_sheet import ResultLine
from domain.roles.access import Action, Target, sees
from domain.roles.people import Actor
from domain.school.roster import Seat


@dataclass(frozen=True, slots=True)
class SubjectResults:
    """`line` is of the page's period, `results` of the whole year."""

    course: Course
    line: ResultLine
    results: Mapping[Period, Result]


@dataclass(frozen=True, slots=True)
class PupilResultsPage:
    seat: Seat
    class_name: str
    period: Period
    periods: tuple[Period, ...]
    subjects: tuple[SubjectResults, ...]


@dataclass(frozen=True, slots=True)
class ExplainedResult:
    course: Course
    period: Period
    periods: tuple[Period, ...]
    line: ResultLine


@dataclass(frozen=True, slots=True)
class PupilResults:
    """Every method raises `NotFound` for a pupil out of reach as for one who does not exist."""

    places: Places
    read: ResultsRead

    async def page(self, actor: Actor, pupil: PersonId) -> PupilResultsPage:
        """The current term; two statements. Raises `NoMarksInFirstGrade`."""
        seat, class_id = await self._seat(actor, pupil)
        period = await self.places.now(class_id)
        teaching = await self.places.teaching()
        courses = [one for one in teaching.courses if one.class_id == class_id]
        mine = [one for one in courses if teaching.teachers(class_id, one.subject, seat)]
        wheres = [await self.places.where(ResultPlace(class_id, one.subject, period), teaching) for one in mine]
        name = teaching.roster.classes[class_id].name
        periods = wheres[0].periods if wheres else ()
        return PupilResultsPage(seat, name, period, periods, await self._subjects(seat, wheres))

    async def explained(self, actor: Actor, pupil: PersonId, subject: SubjectId, period: Period) -> ExplainedResult:
        """«Как посчитано?»"""
        seat, class_id = await self._seat(actor, pupil)
        where = await self.places.where(ResultPlace(class_id, subject, period))
        [one] = await self._subjects(seat, [where])
        return ExplainedResult(where.course, period, where.periods, one.line)

    async def _subjects(self, seat: Seat, wheres: list[Where]) -> tuple[SubjectResults, ...]:
        if not wheres:
            return ()
        first, subject = wheres[0], wheres[0].place.subject if len(wheres) == 1 else None
        results = (await self.read.results(seat.class_id, [seat.pupil], subject)).get(seat.pupil, ())
        days = (first.term.starts_on, first.term.ends_on) if first.term else None
        given = (await self.read.marks([seat.pupil], subject, *days)).get(seat.pupil, ()) if days else ()
        return tuple(
            SubjectResults(
                where.course,
                line_in(
                    where,
                    seat,
                    [one for one in given if one.mark.subject == where.place.subject],
                    [one for one in results if one.subject == where.place.subject],
                ),
                {one.period: one for one in results if one.subject == where.place.subject},
            )
            for where in wheres
        )

    async def _seat(self, actor: Actor, pupil: PersonId) -> tuple[Seat, ClassId]:
        roster = await self.places.rosters.roster()
        seat, school_class = roster.seats.get(pupil), roster.class_of(pupil)
        classes = (school_class.id,) if school_class else ()
        if not sees(actor, Action.SEE_PUPIL_MARKS, Target(person=pupil, classes=classes)):
            raise NotFound
        if seat is None or school_class is None:
            raise NotFound
        if school_class.grade == 1:
            raise NoMarksInFirstGrade
        return seat, school_class.id
