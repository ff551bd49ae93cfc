"""`/calendar`: the school year as one's own grades live it, the next vacation first (3.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.clock import SchoolTime
from domain.roles.access import Action, Target, require
from domain.roles.people import Actor, Role
from domain.school.calendar import SchoolCalendar, Span, SpanKind, Term
from domain.school.ports import Rosters, TermKinds, Timetables
from domain.school.roster import Roster, SchoolClass
from domain.school.timetable import Entry, WeekPlan


@dataclass(frozen=True, slots=True)
class Ahead:
    """Until a class's next vacation.

    `days`: with lessons from today to its eve; None: it goes on, until `span.ends_on`, and lessons begin on `back`.
    `span` None: no vacation any more, `days` until the year's end.
    """

    class_name: str
    days: int | None
    span: Span | None
    back: date | None = None


@dataclass(frozen=True, slots=True)
class YearPage:
    """`ahead` of several children as often as it differs; `week`: 1 odd, 0 even, None where the weeks are alike."""

    today: date
    starts_on: date
    ends_on: date
    ahead: tuple[Ahead, ...]
    spans: tuple[Span, ...]
    terms: tuple[Term, ...]
    week: int | None

    @property
    def begun(self) -> bool:
        return self.starts_on <= self.ends_on < date.max


@dataclass(frozen=True, slots=True)
class CalendarPages:
    """No statement beside what is kept in memory."""

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters
    kinds: TermKinds

    async def year(self, actor: Actor) -> YearPage:
        """For one's own classes; for who has none, the whole school."""
        require(actor, Action.SEE_CALENDAR, Target(person=actor.person))
        plan, roster = await self.timetables.plan(), await self.rosters.roster()
        own = own_classes(actor, roster)
        grades = sorted({one.grade for one in own or roster.classes.values()})
        calendar, today = plan.calendar, self.time.today()
        return YearPage(
            today=today,
            starts_on=calendar.starts_on,
            ends_on=calendar.ends_on,
            ahead=_all_ahead(plan, own or list(roster.classes.values())[-1:], today),
            spans=_concerning(calendar, grades),
            terms=await self._terms(calendar, grades),
            week=today.isocalendar().week % 2 if _alternates(plan, own, today) else None,
        )

    async def _terms(self, calendar: SchoolCalendar, grades: Sequence[int]) -> tuple[Term, ...]:
        """First grades have quarters as everyone, without marks."""
        found: dict[Term, None] = {}
        for grade in grades:
            found |= dict.fromkeys(calendar.terms_of(grade, await self.kinds.term_kind(grade)))
        return tuple(found)


def own_classes(actor: Actor, roster: Roster) -> list[SchoolClass]:
    """Of one's children, one's own as a pupil, and those that one leads."""
    pupils = [*actor.children, *([actor.person] if Role.PUPIL in actor.roles else [])]
    seats = [roster.seats[pupil].class_id for pupil in pupils if pupil in roster.seats]
    return [roster.classes[one] for one in dict.fromkeys((*seats, *actor.own_classes)) if one in roster.classes]


def outside_vacations(spans: Sequence[Span]) -> list[Span]:
    """Without days off that lie in a vacation of the same grades: they change nothing."""
    vacations = [span for span in spans if span.kind is SpanKind.VACATION]
    return [
        span
        for span in spans
        if span.kind is not SpanKind.NON_WORKING or not any(_holds(one, span) for one in vacations)
    ]


def _holds(vacation: Span, span: Span) -> bool:
    days = vacation.starts_on <= span.starts_on and span.ends_on <= vacation.ends_on
    return days and vacation.grade_from <= span.grade_from and span.grade_to <= vacation.grade_to


def ahead_of(plan: WeekPlan, school_class: SchoolClass, today: date) -> Ahead:
    grade, calendar = school_class.grade, plan.calendar
    vacations = [
        span
        for span in calendar.spans
        if span.kind is SpanKind.VACATION and span.grade_from <= grade <= span.grade_to and span.ends_on >= today
    ]
    span = min(vacations, key=lambda one: one.starts_on, default=None)
    if span is not None and span.starts_on <= today:
        back = plan.next_school_day(school_class.id, grade, span.ends_on)
        return Ahead(school_class.name, None, span, back)
    end = span.starts_on if span else calendar.ends_on + timedelta(days=1)
    first = max(today, calendar.starts_on)
    walked = (first + timedelta(days=n) for n in range((end - first).days))
    taught = (calendar.day_off(day, grade) is None and plan.teaches_on(school_class.id, day) for day in walked)
    return Ahead(school_class.name, sum(taught), span)


def _all_ahead(plan: WeekPlan, classes: Sequence[SchoolClass], today: date) -> tuple[Ahead, ...]:
    """One where they agree."""
    if plan.calendar.ends_on == date.max:
        return ()
    found = [ahead_of(plan, one, today) for one in classes]
    alike = {(one.days, one.span, one.back) for one in found}
    return tuple(found[:1] if len(alike) == 1 else found)


def _concerning(calendar: SchoolCalendar, grades: Sequence[int]) -> tuple[Span, ...]:
    """By day; what is of no grade of these is left out."""
    spans = [span for span in calendar.spans if any(span.grade_from <= one <= span.grade_to for one in grades)]
    return tuple(sorted(spans, key=lambda span: (span.starts_on, span.ends_on)))


def _alternates(plan: WeekPlan, classes: Sequence[SchoolClass], today: date) -> bool:
    own = {one.id for one in classes}
    return any(_stands(entry, today) and (not own or own & set(entry.classes)) for entry in plan.entries)


def _stands(entry: Entry, today: date) -> bool:
    """In alternating weeks, now or later."""
    return entry.parity is not None and (entry.valid_until is None or entry.valid_until >= today)
