"""Results: what is proposed, from which marks, by which rule, and what was left out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ids import MarkId, PersonId, ResultId, SubjectId, WorkKindId
from domain.journal.attestation import fewest_marks
from domain.journal.averages import weighted_average
from domain.journal.explained import Explained, Why, follows, of_exam, of_marks, of_terms, of_year_and_exam
from domain.journal.periods import Period, periods_of, terms_of
from domain.journal.ports import TermMark
from domain.journal.results_kept import GivenMark, Result
from domain.journal.rounding import MATHEMATICAL, rounded
from domain.journal.rules import JournalRules
from domain.journal.scale import CREDIT, FIVE_POINTS
from domain.school.calendar import SchoolCalendar, Term, TermKind
from tests import school

RULES = JournalRules()
STRICT = JournalRules(version=3, borders=(Decimal("4.65"), Decimal("3.65"), Decimal("2.65")))
QUARTERS = (Period.Q1, Period.Q2, Period.Q3, Period.Q4)


def _given(
    value: str, number: int = 1, weight: int = 1, retakes: int | None = None, taken_back: bool = False
) -> GivenMark:
    mark = TermMark(
        SubjectId(1),
        "Алгебра",
        school.TUESDAY,
        value,
        "control",
        weight,
        kind=WorkKindId(weight),
        id=MarkId(number),
        retakes=MarkId(retakes) if retakes else None,
    )
    return GivenMark(mark, "Контрольная работа", taken_back)


def _of(*values: str, rules: JournalRules = RULES, fewest: int = 0) -> Explained:
    return of_marks([_given(value, n) for n, value in enumerate(values, 1)], rules, FIVE_POINTS, fewest)


def _set(**values: str) -> dict[Period, Result]:
    return {
        Period(key): Result(ResultId(1), PersonId(1), SubjectId(1), Period(key), value, None, None, None, 1)
        for key, value in values.items()
    }


@pytest.mark.parametrize(
    ("average", "usual", "strict"),
    [("4.50", 5, 4), ("4.49", 4, 4), ("4.65", 5, 5), ("3.50", 4, 3), ("2.50", 3, 2), ("2.49", 2, 2), ("1.00", 2, 2)],
)
def test_an_average_is_rounded_by_the_schools_borders(average: str, usual: int, strict: int) -> None:
    assert rounded(Decimal(average), RULES.borders) == usual
    assert rounded(Decimal(average), STRICT.borders) == strict


@given(st.lists(st.tuples(st.integers(2, 5), st.integers(1, 10)), min_size=1, max_size=40))
def test_a_better_mark_never_makes_the_result_worse(marks: list[tuple[int, int]]) -> None:
    before, after = weighted_average(marks), weighted_average([*marks, (5, 10)])
    assert before is not None
    assert after is not None
    assert rounded(after, MATHEMATICAL) >= rounded(before, MATHEMATICAL)


def test_the_weighted_average_of_the_regulations_example_is_proposed() -> None:
    told = of_marks([_given("5", 1, 3), _given("5", 2, 1), _given("4", 3, 5)], RULES, FIVE_POINTS, 3)
    assert (told.average, told.proposed, told.count) == (Decimal("4.44"), "4", 3)
    assert [(part.value, part.weight) for part in told.parts] == [(5, 3), (5, 1), (4, 5)]


def test_a_weight_of_the_rules_goes_before_that_of_the_kind() -> None:
    heavy = replace(RULES, weights={WorkKindId(1): 9})
    told = of_marks([_given("5", 1, 1), _given("2", 2, 3)], heavy, FIVE_POINTS, 0)
    assert told.average == Decimal("4.25")


def test_too_few_marks_propose_nothing_and_say_so() -> None:
    told = _of("5", "5", fewest=3)
    assert (told.proposed, told.too_few, told.average) == (None, True, Decimal("5.00"))
    assert follows("н/а", told)
    assert not follows("5", told)
    assert not follows("н/а", _of("5", "5", "5", fewest=3))


def test_words_do_not_make_up_the_number_of_marks() -> None:
    assert _of("5", "5", "зач", fewest=3).proposed is None


def test_what_is_left_out_is_named_with_why() -> None:
    given_marks = [
        _given("2", 1),
        _given("5", 2, retakes=1),
        _given("зач", 3),
        _given("3", 4, taken_back=True),
        _given("4", 5),
    ]
    told = of_marks(given_marks, RULES, FIVE_POINTS, 0)
    assert [(one.given.mark.value, one.why) for one in told.omitted] == [
        ("2", Why.RETAKEN),
        ("зач", Why.WORD),
        ("3", Why.TAKEN_BACK),
    ]
    assert told.average == Decimal("4.50")
    mean = of_marks(given_marks, replace(RULES, retake_counts_mean=True), FIVE_POINTS, 0)
    assert [part.value for part in mean.parts] == [Fraction(7, 2), 4]


@pytest.mark.parametrize(
    ("values", "proposed"),
    [(("зач", "зач", "незач"), "зач"), (("зач", "незач"), "незач"), (("5",), None), ((), None)],
)
def test_a_subject_of_credits_proposes_by_the_majority(values: tuple[str, ...], proposed: str | None) -> None:
    told = of_marks([_given(value, n) for n, value in enumerate(values, 1)], RULES, CREDIT, 0)
    assert (told.proposed, told.average, told.parts) == (proposed, None, ())


def test_the_year_follows_from_all_of_its_terms() -> None:
    told = of_terms(_set(q1="4", q2="5", q3="4", q4="5"), QUARTERS, RULES)
    assert (told.average, told.proposed) == (Decimal("4.50"), "5")
    assert of_terms(_set(q1="4", q2="5", q3="4", q4="5"), QUARTERS, STRICT).proposed == "4"
    lacking = of_terms(_set(q1="4", q2="н/а", q3="5"), QUARTERS, RULES)
    assert (lacking.proposed, lacking.lacking) == (None, (Period.Q2, Period.Q4))
    assert of_terms(_set(q1="4", q2="осв.", q3="5", q4="5"), QUARTERS, RULES).average == Decimal("4.67")
    assert of_terms(_set(q1="зач", q2="зач", q3="зач", q4="зач"), QUARTERS, RULES).proposed == "зач"
    assert of_terms({}, QUARTERS, RULES).proposed is None


def test_the_final_mark_is_the_mean_of_year_and_exam_by_mathematics() -> None:
    told = of_year_and_exam(_set(y="4", e="5"), STRICT)
    assert (told.average, told.proposed, told.borders) == (Decimal("4.50"), "5", MATHEMATICAL)
    assert of_year_and_exam(_set(y="4"), RULES).proposed == "4"
    assert of_year_and_exam(_set(e="5"), RULES).proposed is None


def test_an_exams_mark_needs_no_reason() -> None:
    assert follows("3", of_exam(RULES))


@pytest.mark.parametrize(("lessons", "fewest"), [(0, 3), (1, 3), (2, 3), (3, 5), (4, 7), (6, 7)])
def test_more_lessons_a_week_need_more_marks(lessons: int, fewest: int) -> None:
    assert fewest_marks(Fraction(lessons), RULES) == fewest
    assert fewest_marks(Fraction(5, 2), RULES) == 3


def _term(kind: TermKind, number: int) -> Term:
    start = date(2026, 9, 1).replace(month=8 + number)
    return Term(number, kind, number, start, start)  # type: ignore[arg-type]


def test_grades_are_marked_by_quarters_half_years_or_what_the_school_says() -> None:
    terms = [_term(TermKind.QUARTER, n) for n in (1, 2, 3, 4)] + [_term(TermKind.HALF_YEAR, n) for n in (1, 2)]
    calendar = SchoolCalendar(date(2026, 9, 1), date(2027, 5, 26), (), tuple(terms))
    assert periods_of(terms_of(calendar, 7, RULES), 7) == (*QUARTERS, Period.YEAR)
    assert periods_of(terms_of(calendar, 9, RULES), 9)[-2:] == (Period.EXAM, Period.FINAL)
    assert periods_of(terms_of(calendar, 10, RULES), 10) == (Period.H1, Period.H2, Period.YEAR)
    said = replace(RULES, term_kinds={7: "half_year"})
    assert periods_of(terms_of(calendar, 7, said), 7) == (Period.H1, Period.H2, Period.YEAR)
    unknown = replace(RULES, term_kinds={7: "trimester"})
    assert periods_of(terms_of(calendar, 7, unknown), 7) == (*QUARTERS, Period.YEAR)
