"""Read models of the calendar and of bells, for the screens that draw them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from domain.ids import BellRuleId, ChangeId, ClassId, SpanId, TermId
from domain.school.bells import Bell, BellRule
from domain.school.bells_keeping import BellChange, Understood
from domain.school.bells_page import BellPage, BellTable, Now, Ringing
from domain.school.calendar import Span, SpanKind, Term, TermKind
from domain.school.calendar_keeping import CalendarChange, Proposal
from domain.school.calendar_kept import Touched
from domain.school.calendar_page import Ahead, YearPage
from domain.school.calendar_said import MOST_NAME, SaidTerm
from domain.school.roster import SchoolClass
from domain.school.terms_keeping import TermChange, TermProposal
from handlers.school import bells_screens as bells
from handlers.school import calendar_screens as calendar
from handlers.school import terms_screens as terms
from tests.architecture import screen_samples as s

BOTH = (False, True)
SUNDAY = date(2026, 11, 29)
SPANS = tuple(
    Span(s.TODAY, last, kind, s.text(MOST_NAME), *grades, lent, SpanId(s.BIG))
    for kind in SpanKind
    for last in (s.TODAY, s.TODAY + 9 * s.DAY)
    for grades, lent in (((1, 12), None), ((1, 1), 1), ((2, 4), 7))
)
MANY = SPANS * 5
TERMS = tuple(
    Term(TermId(n), kind, n, s.TODAY - (5 - n) * s.DAY, s.TODAY + n * s.DAY) for kind in TermKind for n in (1, 2, 3)
)
AHEAD = (
    Ahead("11А", 12, SPANS[3]),
    Ahead("1А", 0, SPANS[4]),
    Ahead("5Б", None, SPANS[5], s.TODAY),
    Ahead("5В", None, SPANS[5]),
    Ahead("9А", 1, None),
)
PAGES = [
    YearPage(s.TODAY, date(2026, 9, 1), date(2027, 5, 26), ahead, spans, known, week)
    for ahead, spans, known, week in (
        (AHEAD, SPANS, TERMS, 1),
        (AHEAD[:1], MANY[:45], TERMS[:1], 0),
        ((), (), (), None),
    )
] + [YearPage(s.TODAY, date.max, date.max, (), (), (), None)]
TOUCHED = (Touched(), Touched(1, 1, 1, 1), Touched(3, 2, 5, 22))
PROPOSALS = [
    Proposal(replace(span, starts_on=SUNDAY), MANY[:8] if touched else (), touched)
    for span in SPANS
    for touched in TOUCHED
]
CHANGES = [
    CalendarChange(ChangeId(s.BIG), added, removed)
    for added, removed in ((SPANS[:1], ()), ((), SPANS[:1]), (MANY, MANY))
]
SAID = [SaidTerm(one.kind, one.number, one.starts_on, one.ends_on) for one in TERMS]
BELLS = {n: Bell(time(7 + n, 30), time(8 + n, 15)) for n in range(13)}
UNEVEN = {1: Bell(time(8, 30), time(9, 10)), 2: Bell(time(9, 11), time(9, 50)), 3: Bell(time(10, 11), time(10, 50))}
RULES = [
    BellRule(times, *grades, weekday, since, until, BellRuleId(s.BIG))
    for times in (BELLS, UNEVEN)
    for grades in ((1, 12), (1, 1), (5, 12))
    for weekday in (None, 1, 7)
    for since, until in ((None, None), (s.TODAY, s.TODAY), (s.TODAY, None), (None, s.TODAY))
]
OF_CLASSES = tuple(
    BellRule(BELLS if n % 2 else UNEVEN, weekday=1, id=BellRuleId(n), class_id=ClassId(s.BIG + n), class_name="11А & Б")
    for n in range(40)
)
RINGING = [None, Ringing(Now.LESSON, 1, 12), Ringing(Now.BREAK, 2, 1), Ringing(Now.BEFORE, 1, 42), Ringing(Now.OVER)]
TABLES = [
    BellTable(day, rung, classes, grades, ringing)
    for day in (s.TODAY, s.TODAY + s.DAY)
    for rung in (BELLS, UNEVEN, {})
    for classes, grades in ((("7А",), ()), ((), (1, 2, 4)), (("7А", "7Б"), (1, 2, 4)))
    for ringing in RINGING
]
GRADES = {"grade_from": [1, 2], "grade_to": [12, 4]}
SCOPES = [(BellRule({}),), (BellRule({}, 2, 4),), OF_CLASSES[:1], OF_CLASSES]
SCHOOL = [SchoolClass(ClassId(s.BIG + n), "11А & Б", 11) for n in range(100)]
UNDERSTOOD = [
    *(Understood((rule,), before) for rule in RULES for before in ((), (RULES[0],))),
    Understood(RULES[1:2], (), ("11А & Б",) * 40),
    *(Understood(OF_CLASSES, before) for before in ((), OF_CLASSES)),
]
SAMPLES: Mapping[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    calendar.year: {"page": PAGES, "edits": BOTH},
    calendar.edit: {"spans": [MANY, ()], "today": [s.TODAY]},
    calendar.pick_day: {"kind": list(SpanKind), "since": [None, s.TODAY], "month": [s.TODAY, date(2027, 2, 28)]},
    calendar.pick_grades: {"kind": list(SpanKind), "first": [s.TODAY], "last": [s.TODAY, s.TODAY + s.DAY]},
    calendar.pick_lent: {"day": [s.TODAY], **GRADES},
    calendar.question: {"proposal": PROPOSALS},
    calendar.one_span: {"proposal": PROPOSALS},
    calendar.changed: {"change": CHANGES},
    calendar.holidays: {"missing": [(), SPANS[:1], MANY]},
    terms.terms: {"known": [(), TERMS]},
    terms.pick_day: {"kind": list(TermKind), "number": [1], "since": [None, s.TODAY], "month": [s.TODAY]},
    terms.question: {"proposal": [TermProposal(SAID[0], None, marks) for marks in (1, 2, 5)]},
    terms.changed: {"change": [TermChange(ChangeId(s.BIG), *one) for one in ((SAID[0], SAID[1]), (None, SAID[0]))]},
    bells.bells: {"page": [BellPage(s.TODAY, tables) for tables in ((), *((one,) for one in TABLES))], "edits": BOTH},
    bells.rules: {"known": [[], RULES, OF_CLASSES]},
    bells.one_rule: {"rule": [*RULES, OF_CLASSES[0]]},
    bells.pick_grades: {},
    bells.pick_classes: {
        "classes": [[], SCHOOL],
        "chosen": [(), [SCHOOL[0].id], [one.id for one in SCHOOL], [ClassId(1)]],
    },
    bells.pick_days: {"scope": SCOPES},
    bells.ask_days: {"scope": SCOPES},
    bells.ask_times: {"scope": [(rule,) for rule in RULES] + SCOPES},
    bells.preview: {"found": UNDERSTOOD},
    bells.changed: {
        "change": [
            BellChange(ChangeId(s.BIG), *one)
            for one in (
                ((RULES[0],), ()),
                ((), (RULES[0],)),
                ((RULES[0],), (RULES[1],)),
                (OF_CLASSES, ()),
                ((), OF_CLASSES),
            )
        ]
    },
}
