"""Read models of results, closings and forecasts to draw their screens with; `screen_samples` hands them on."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from domain.ids import ClassId, MarkId, PersonId, ResultId, SubjectId, TermId, WorkKindId
from domain.journal.closing import ClassState, ClosingPage, MissingResults
from domain.journal.courses import Course
from domain.journal.explained import Explained, Omitted, Part, Rule, Why
from domain.journal.forecast import Forecast, Goal, Left, Way
from domain.journal.forecasting import After, SubjectForecast, TriedEverywhere
from domain.journal.periods import Period
from domain.journal.ports import TermMark, WorkKind
from domain.journal.pupil_results import ExplainedResult, PupilResultsPage, SubjectResults
from domain.journal.results_kept import Closing, GivenMark, Result, ResultCard, ResultPlace
from domain.journal.results_sheet import ResultLine, ResultSheet
from domain.journal.what_if import Tried
from domain.roles.people import PersonName
from domain.school.roster import SchoolClass, Seat
from tests import school

BIG = 9_999_999_999
NAME = PersonName("Воздвиженская-Преображенская", "Александра-Виктория", "Константиновна")
LONG = "Основы безопасности и защиты Родины & спорт"
CLASS = SchoolClass(ClassId(BIG), "11А", 11)
COURSES = tuple(Course("11А", LONG, CLASS.id, SubjectId(BIG - n)) for n in range(95))
GIVEN = GivenMark(
    TermMark(SubjectId(BIG), LONG, school.TUESDAY, "незач", "control", 10, WorkKindId(BIG), MarkId(BIG)),
    "Контрольная работа <устная>",
    False,
)
BORDERS = (Decimal("4.65"), Decimal("3.65"), Decimal("2.65"))
FULL = Explained(
    Rule.MARKS,
    parts=tuple(Part(Fraction(7, 2) if n % 9 == 0 else Fraction(5), n % 10 + 1) for n in range(60)),
    omitted=tuple(Omitted(GIVEN, why) for why in Why for _ in range(20)),
    average=Decimal("4.44"),
    proposed="4",
    count=60,
    fewest=7,
    borders=BORDERS,
    version=12,
)
PLAIN = Explained(Rule.MARKS, (Part(Fraction(5)),), (), Decimal("5.00"), "5", 1)
EMPTY = Explained(Rule.MARKS, fewest=3)
CREDITS = Explained(Rule.CREDITS, omitted=(Omitted(GIVEN, Why.WORD),), proposed="незач", count=3, fewest=3)
TERMS = tuple(Part(Fraction(5), 1, period) for period in (Period.Q1, Period.Q2))
YEAR = Explained(Rule.TERMS, TERMS, (), Decimal("5.00"), None, 2, lacking=(Period.Q3, Period.Q4))
FINAL = Explained(Rule.YEAR_AND_EXAM, (Part(Fraction(4), 1, Period.YEAR),), (), Decimal("4.00"), "4", 1)
RESULT = Result(ResultId(BIG), PersonId(BIG), SubjectId(BIG), Period.Q2, "незач", Decimal("4.44"), "4", "п<р>" * 75, 3)
RESULTS = (None, RESULT, replace(RESULT, reason=None, value="4"), replace(RESULT, reason=None, value="3"))
SEATS = tuple(Seat(PersonId(BIG - n), NAME, CLASS.id) for n in range(40))
RESULT_LINES = tuple(
    ResultLine(SEATS[0], explained, result)
    for explained in (FULL, PLAIN, EMPTY, CREDITS, YEAR, FINAL, Explained(Rule.EXAM))
    for result in RESULTS
)
LINES = tuple(replace(RESULT_LINES[n % len(RESULT_LINES)], seat=seat) for n, seat in enumerate(SEATS))
PERIODS = (Period.Q1, Period.Q2, Period.Q3, Period.Q4, Period.YEAR, Period.EXAM, Period.FINAL)
PLACE = ResultPlace(CLASS.id, SubjectId(BIG), Period.Q2)
SHEET = ResultSheet(PLACE, COURSES[0], PERIODS, LINES, closed=False, mine=True, begun=True)
RESULT_SHEETS = [
    SHEET,
    replace(SHEET, closed=True),
    replace(SHEET, mine=False),
    replace(SHEET, begun=False),
    replace(SHEET, lines=()),
    replace(SHEET, past=True),
]
BY_PERIOD = dict.fromkeys(PERIODS, replace(RESULT, value="4"))
SUBJECTS = tuple(
    SubjectResults(COURSES[n], RESULT_LINES[n % len(RESULT_LINES)], BY_PERIOD if n % 2 else {}) for n in range(30)
)
PUPIL_RESULTS = [
    PupilResultsPage(SEATS[0], "11А", Period.Q2, PERIODS, subjects) for subjects in (SUBJECTS, SUBJECTS[:1], ())
]
EXPLAINED_RESULTS = [
    ExplainedResult(COURSES[0], period, PERIODS, line) for line in RESULT_LINES for period in (Period.Q2, Period.YEAR)
]
CLASS_STATES = tuple(
    ClassState(replace(CLASS, id=ClassId(BIG - n)), Period.YEAR if n > 40 else Period.Q2, n % 3 == 0, n % 4)
    for n in range(60)
)
CLOSED = Closing(CLASS.id, NAME, school.STARTED, None, None, TermId(BIG))
REOPENED = replace(CLOSED, reopened_at=school.STARTED + timedelta(days=1), reason="п<р>" * 75)
MISSING = tuple(MissingResults(LONG, (NAME,) * (n % 3), (NAME,) * (n + 1)) for n in range(25))
CLOSING_PAGES = [
    ClosingPage(CLASS, Period.Q2, periods, missing, history)
    for periods in (PERIODS[:1], PERIODS[:4])
    for missing in ((), MISSING)
    for history in ((), (CLOSED,), (REOPENED, REOPENED), (CLOSED, REOPENED))
] + [
    ClosingPage(CLASS, Period.Q4, PERIODS[:5], MISSING, history, with_year=True) for history in ((), (CLOSED, REOPENED))
]
KINDS = tuple(WorkKind(WorkKindId(BIG - n), f"k{n}", "кр" * 5, "Контрольная работа", n % 3 + 1) for n in range(12))
TRIED = tuple(Tried(5, n) for n in range(8))
WAYS = tuple(Way(value, weight, count) for value, weight, count in ((5, 3, 1), (4, 2, 5), (4, 1, 21)))
LEFT = {count: Left(count, frozenset({1}), count // 9, frozenset({3})) for count in (0, 9, 31)}
FORECASTS = [
    SubjectForecast(
        COURSES[0], Period.Q2, line, Forecast(LEFT[left], needed, goals), kinds, tried, After(Decimal("4.50"), 5)
    )
    for line in (RESULT_LINES[0], RESULT_LINES[8])
    for left, needed in ((0, 0), (0, 2), (9, 0), (31, 2))
    for goals in ((), (Goal(5, (), WAYS[::2]), Goal(4, WAYS, WAYS[1:]), Goal(3, ())))
    for kinds in (KINDS, tuple(replace(kind, weight=1) for kind in KINDS))
    for tried in ((), TRIED[:1], TRIED)
]
TRIED_PAGES = [
    TriedEverywhere(
        SEATS[0],
        "11А",
        Period.Q2,
        KINDS,
        TRIED,
        tuple((one, line, after) for one, line, after in zip(COURSES[:20], RESULT_LINES, afters, strict=False)),
    )
    for afters in ([None] * 20, [After(Decimal("4.50"), 5)] * 20)
]
RESULT_CARDS = [
    ResultCard(ResultId(BIG), PersonId(BIG), NAME, SubjectId(BIG), LONG, period, "незач", taken_back, 2)
    for period in Period
    for taken_back in (False, True)
]
