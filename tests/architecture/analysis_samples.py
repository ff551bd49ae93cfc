"""Read models of the results of many."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from domain.control.achievement import Counts
from domain.control.achievement_lists import BY_MARK, BY_PUPIL, Group, Listed
from domain.control.achievement_pages import AchievementPage, Choices, Compared, Names, SplitPage, SplitRow, Unset
from domain.control.achievement_scope import Asked, By, Scope
from domain.control.risk_pages import AtRisk, Reason, RiskPage
from domain.control.risks import Below, DaysAway, Missed, Risk, Twos
from domain.control.unfollowed import Unfollowed, UnfollowedPage
from domain.ids import PersonId, SubjectId
from domain.journal.periods import Period
from domain.journal.pupil_dynamics import PupilYear
from domain.school.roster import SchoolClass
from handlers.control import analysis_explained_screens
from handlers.control import analysis_list_screens as lists
from handlers.control import analysis_screens as screens
from tests import school
from tests.architecture.result_samples import (
    BIG,
    CLASS,
    COURSES,
    EMPTY,
    FULL,
    LONG,
    NAME,
    PERIODS,
    RESULT,
    SEATS,
    YEAR,
)

COUNTS = Counts(n5=99999, n4=99999, n3=99999, n2=99999, na=99999, passed=99, failed=9, exempt=99)
SCOPE = Scope(class_id=CLASS.id, subject=SubjectId(BIG))
ASKED = Asked(SCOPE, Period.Q2)
NAMES = Names("11А", None, LONG, NAME)
LISTED = [Listed(seat, CLASS, (LONG,) * 12) for seat in SEATS]
COMPARED = Compared(COUNTS, replace(COUNTS, n5=0), (Period.Q1, Period.H1), ("10А", "10Б"))
PAGE = AchievementPage(
    asked=ASKED,
    names=NAMES,
    shown=(Period.Q2, Period.H1),
    periods=PERIODS,
    counts=COUNTS,
    missing=99999,
    unset=tuple(Unset("11А", LONG) for _ in range(9)),
    pupils=9999,
    lists=dict.fromkeys(BY_MARK, LISTED),
    last_term=COMPARED,
    last_year=COMPARED,
    whole_school=True,
    opens_pupils=True,
)
BARE = replace(
    PAGE,
    asked=Asked(Scope(), Period.YEAR, past=True),
    names=Names(),
    shown=(),
    periods=(),
    counts=Counts(),
    missing=0,
    unset=(),
    pupils=0,
    lists=dict.fromkeys(BY_PUPIL, ()),
    last_term=None,
    last_year=None,
    whole_school=False,
    opens_pupils=False,
)
PAGES = [
    PAGE,
    replace(PAGE, asked=replace(ASKED, current=True), last_term=replace(COMPARED, now=Counts())),
    replace(
        PAGE, asked=Asked(Scope(grade=11), Period.H1), names=Names(grade=11), lists=dict.fromkeys(BY_PUPIL, LISTED)
    ),
    replace(PAGE, asked=Asked(Scope(teacher=PersonId(BIG)), Period.Q1), names=Names(teacher=NAME), whole_school=False),
    BARE,
]
ROWS = tuple(SplitRow(BIG - n, LONG, COUNTS if n % 3 else Counts(), n, COUNTS if n % 2 else None) for n in range(40))
SPLITS = [
    SplitPage(page, by, rows)
    for page, by in ((PAGES[2], By.CLASS), (PAGES[2], By.SUBJECT), (BARE, By.GRADE), (BARE, By.TEACHER))
    for rows in (ROWS, ())
]
UNFOLLOWED = tuple(
    Unfollowed(SEATS[n], CLASS, LONG, replace(RESULT, reason=reason), explained)
    for n, (reason, explained) in enumerate(
        [("п<р>" * 75, FULL), (None, EMPTY), ("Олимпиада", YEAR), *[("п<р>" * 75, EMPTY)] * 20]
    )
)
REASONS = (
    Reason(Below(SEATS[0].pupil, SubjectId(BIG), "5", "4", Decimal("4.33")), LONG),
    Reason(Twos(SEATS[0].pupil, SubjectId(BIG), 12, school.TUESDAY), LONG),
    Reason(Missed(SEATS[0].pupil, 99, 150), LONG),
    Reason(Missed(SEATS[0].pupil, 99, 150)),
    Reason(DaysAway(SEATS[0].pupil, 21, school.TUESDAY, school.TUESDAY)),
)
AT_RISK = tuple(AtRisk(seat, CLASS, REASONS * (1 + n % 3)) for n, seat in enumerate(SEATS))
RISKS = [
    RiskPage(ASKED, NAMES, dict.fromkeys(Risk, AT_RISK), opens_pupils=True),
    RiskPage(ASKED, Names(), {Risk.BELOW: (), Risk.TWOS: (), Risk.MISSED: AT_RISK[:1]}, opens_pupils=False),
]
PUPIL_YEARS = [
    PupilYear(SEATS[0], "11А", (), terms) for terms in ((), tuple((period, Decimal("4.44")) for period in PERIODS))
]
CHOICES = [
    Choices(True, tuple(range(2, 12)), tuple(SchoolClass(CLASS.id, "11А", 11) for _ in range(90)), COURSES, True),
    Choices(False, (), (CLASS,), COURSES[:3]),
    Choices(False, (), (), ()),
]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    screens.page: {"page": PAGES},
    screens.nothing: {},
    screens.choose: {"choices": CHOICES, "teacher": [PersonId(BIG)], "grade": [0, 11]},
    analysis_explained_screens.explained: {"page": PAGES},
    lists.split: {"split": SPLITS, "number": [0, 1]},
    lists.lists: {"page": PAGES},
    lists.pupils: {"page": PAGES, "group": list(Group), "number": [0, 9]},
    lists.unfollowed: {
        "page": [UnfollowedPage(ASKED, NAMES, (Period.Q2,), listed) for listed in (UNFOLLOWED, ())],
        "number": [0, 1],
    },
    lists.risks: {"page": RISKS},
    lists.risk: {"page": RISKS, "which": list(Risk), "number": [0, 2]},
}
