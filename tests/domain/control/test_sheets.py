"""Who stands in a sheet and who is counted; which periods a teacher's report has; numbers of a class's families."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from domain.control.achievement import count
from domain.control.class_report import movement_of
from domain.control.class_years import ClassYear, exempt_on, listed
from domain.control.families import families_of
from domain.control.mark_sheet import YearMark, rows_of, totals_of, with_exempt
from domain.control.seats import SeatSpan
from domain.control.teacher_lines import now_of, parts_of, periods_of
from domain.ids import ClassId, ExemptionId, GroupId, PersonId, SubjectId, TermId
from domain.journal.courses import Load, Teaching
from domain.journal.periods import Period
from domain.journal.rules import USUAL_RULES
from domain.roles.consent import ConsentText, GivenAnswer, GuardianConsent
from domain.roles.people import Role
from domain.roles.ports import FamilyAccess
from domain.school.calendar import SchoolCalendar, Term, TermKind
from domain.school.exemptions import Exemption, Learning
from domain.school.roster import Roster, SchoolClass
from domain.school.timetable import SubjectRef, WeekPlan
from tests import school

FIRST, LAST = date(2026, 11, 2), date(2026, 12, 30)
QUARTERS = tuple(
    Term(TermId(n), TermKind.QUARTER, n, starts, ends)
    for n, (starts, ends) in enumerate(
        [
            (date(2026, 9, 1), date(2026, 10, 25)),
            (FIRST, LAST),
            (date(2027, 1, 11), date(2027, 3, 21)),
            (date(2027, 3, 29), date(2027, 5, 26)),
        ],
        1,
    )
)
HALVES = (
    Term(TermId(5), TermKind.HALF_YEAR, 1, date(2026, 9, 1), LAST),
    Term(TermId(6), TermKind.HALF_YEAR, 2, date(2027, 1, 11), date(2027, 5, 26)),
)
CALENDAR = SchoolCalendar(date(2026, 9, 1), date(2027, 5, 26), terms=(*QUARTERS, *HALVES))
ALGEBRA = SubjectRef(school.ALGEBRA, "Алгебра", "Алг")
SEVENTH, TENTH = SchoolClass(school.CLASS_7A, "7А", 7), SchoolClass(ClassId(10), "10А", 10)
IVANOV, PETROVA, SIDOROV, KUZINA = school.IVANOV, school.PETROVA, school.SIDOROV, school.KUZINA


def _span(pupil: PersonId, first: date, last: date | None = None) -> SeatSpan:
    return SeatSpan(pupil, school.PEOPLE[pupil], school.CLASS_7A, first, last)


def _year(school_class: SchoolClass, day: date, *loads: Load) -> ClassYear:
    classes = {one.id: one for one in (SEVENTH, TENTH)}
    teaching = Teaching(WeekPlan(CALENDAR, (), ()), loads, Roster(classes, {}), day)
    return ClassYear(school_class, teaching, USUAL_RULES, QUARTERS if school_class.grade < 10 else HALVES)


def _load(class_id: ClassId, group: GroupId | None = None) -> Load:
    return Load(school.ALGEBRA_TEACHER, class_id, school.ALGEBRA, "Алгебра", group)


ALL_YEAR = _span(IVANOV, date(2026, 9, 1))
LEFT = _span(PETROVA, date(2026, 9, 1), date(2026, 11, 20))
CAME = _span(SIDOROV, date(2026, 11, 16))


def test_who_left_is_listed_with_the_last_day_and_not_counted() -> None:
    there, left, came = listed([ALL_YEAR, LEFT, CAME], FIRST, LAST)
    assert (there.counts, there.came, there.left) == (True, None, None)
    assert (left.counts, left.left) == (False, date(2026, 11, 20))
    assert (came.counts, came.came) == (True, date(2026, 11, 16))


def test_who_was_gone_before_the_term_or_came_after_it_is_not_in_its_sheet() -> None:
    gone, later = _span(PETROVA, date(2026, 9, 1), date(2026, 11, 1)), _span(SIDOROV, date(2027, 1, 11))
    assert listed([gone, later], FIRST, LAST) == ()


def test_the_last_day_of_the_term_is_still_in_it() -> None:
    [pupil] = listed([_span(PETROVA, date(2026, 9, 1), LAST)], FIRST, LAST)
    assert pupil.counts


def test_who_left_and_came_back_stands_once() -> None:
    spans = [_span(IVANOV, date(2026, 9, 1), date(2026, 11, 10)), _span(IVANOV, date(2026, 12, 1))]
    [pupil] = listed(spans, FIRST, LAST)
    assert (pupil.counts, pupil.came) == (True, None)


def test_movement_adds_up() -> None:
    pupils = listed([ALL_YEAR, LEFT, CAME, _span(KUZINA, date(2026, 11, 10), date(2026, 12, 1))], FIRST, LAST)
    moved = movement_of(pupils, FIRST, LAST)
    assert (moved.start, len(moved.came), len(moved.left), moved.end) == (2, 2, 2, 2)
    assert moved.start + len(moved.came) - len(moved.left) == moved.end


def test_marks_of_who_left_are_shown_and_not_counted() -> None:
    year = _year(SEVENTH, LAST, _load(school.CLASS_7A))
    marks = [YearMark(one, ALGEBRA, Period.Q2, value) for one, value in ((IVANOV, "5"), (PETROVA, "2"))]
    pupils = listed([ALL_YEAR, LEFT, CAME], FIRST, LAST)
    rows = rows_of(pupils, with_exempt(marks, [], Period.Q2), Period.Q2)
    [total] = totals_of(year, rows, [ALGEBRA], Period.Q2)
    assert [row.value(school.ALGEBRA, Period.Q2) for row in rows] == ["5", "2", ""]
    assert (total.counts, total.missing) == (count(["5"]), 1)


def test_an_exemption_stands_where_no_mark_does() -> None:
    exempt = Exemption(ExemptionId(1), IVANOV, ALGEBRA, Learning.EXEMPT, FIRST, None, None)
    own_plan = replace(exempt, pupil=SIDOROV, kind=Learning.INDIVIDUAL)
    over = replace(exempt, pupil=KUZINA, until_day=date(2026, 12, 1))
    pairs = exempt_on([exempt, own_plan, over], LAST)
    assert pairs == {(IVANOV, school.ALGEBRA)}
    marks = with_exempt([YearMark(IVANOV, ALGEBRA, Period.Q1, "4")], pairs, Period.Q2)
    assert marks[IVANOV][school.ALGEBRA] == {Period.Q1: "4", Period.Q2: "осв."}
    set_anyway = with_exempt([YearMark(IVANOV, ALGEBRA, Period.Q2, "4")], pairs, Period.Q2)
    assert set_anyway[IVANOV][school.ALGEBRA][Period.Q2] == "4"


def test_the_term_that_ends_nearest_is_the_likeliest() -> None:
    assert _year(SEVENTH, date(2026, 10, 20)).now() is Period.Q1
    assert _year(SEVENTH, date(2026, 11, 20)).now() is Period.Q1
    assert _year(SEVENTH, date(2026, 12, 1)).now() is Period.Q2
    assert _year(TENTH, date(2026, 9, 2)).now() is Period.H1


def test_quarters_and_half_years_that_end_together_are_one_report() -> None:
    years = [_year(SEVENTH, date(2026, 12, 20)), _year(TENTH, date(2026, 12, 20))]
    offered = periods_of(years)
    assert list(offered) == [Period.Q1, Period.Q2, Period.Q3, Period.Q4, Period.YEAR]
    assert offered[Period.Q1] == {7: Period.Q1}
    assert offered[Period.Q2] == {7: Period.Q2, 10: Period.H1}
    assert offered[Period.YEAR] == {7: Period.YEAR, 10: Period.YEAR}
    assert now_of(offered, years) is Period.Q2
    assert list(periods_of(years[1:])) == [Period.H1, Period.H2, Period.YEAR]


def test_a_teacher_of_both_subgroups_reports_each_and_one_of_the_class_the_class() -> None:
    both = _year(SEVENTH, LAST, _load(school.CLASS_7A, GroupId(1)), _load(school.CLASS_7A, GroupId(2)))
    assert [group for _, _, group in parts_of(both.teaching, school.ALGEBRA_TEACHER)] == [1, 2]
    whole = _year(SEVENTH, LAST, _load(school.CLASS_7A, GroupId(1)), _load(school.CLASS_7A))
    assert [group for _, _, group in parts_of(whole.teaching, school.ALGEBRA_TEACHER)] == [None]


class _Access:
    def __init__(self, lines: Sequence[FamilyAccess]) -> None:
        self.lines = lines

    async def families_of(self, class_id: ClassId) -> Sequence[FamilyAccess]:
        return self.lines


class _Consents:
    async def guardians_of(self, class_id: ClassId) -> Sequence[GuardianConsent]:
        mother, father = school.MOTHER, school.FATHER
        yes, old, no = (GivenAnswer(v, a, school.STARTED) for v, a in ((2, True), (1, True), (2, False)))
        return [GuardianConsent(p, school.PEOPLE[p], (), a) for p, a in ((mother, yes), (father, old), (mother, no))]

    async def consent_text(self) -> ConsentText:
        return ConsentText(2, "…")


def _family(person: PersonId, role: Role, pupil: PersonId, *, inside: bool, **more: bool) -> FamilyAccess:
    bound = school.STARTED if inside else None
    name = school.PEOPLE[person]
    return FamilyAccess(person, name, role, pupil, school.PEOPLE[pupil], bound, None, False, **more)


async def test_families_are_counted_without_whom_a_court_keeps_away_and_who_waits() -> None:
    lines = [
        _family(IVANOV, Role.PUPIL, IVANOV, inside=True),
        _family(school.MOTHER, Role.GUARDIAN, IVANOV, inside=True),
        _family(school.FATHER, Role.GUARDIAN, IVANOV, inside=True, restricted=True),
        _family(PETROVA, Role.PUPIL, PETROVA, inside=False),
        _family(school.PETROVA_MOTHER, Role.GUARDIAN, PETROVA, inside=True, waits=True),
    ]
    found = await families_of(_Access(lines), _Consents(), school.CLASS_7A)  # type: ignore[arg-type]
    assert (found.pupils, found.pupils_in, found.reached) == (2, 1, 1)
    assert (found.guardians, found.guardians_in, found.agreed) == (2, 1, 1)


def test_subjects_of_another_class_are_none_of_ours() -> None:
    year = _year(SEVENTH, LAST, _load(school.CLASS_7A), _load(ClassId(10)))
    assert [one.id for one in year.subjects()] == [SubjectId(school.ALGEBRA)]
