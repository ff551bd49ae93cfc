"""Read models of sheets and reports."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from domain.attendance.missed import Totals
from domain.control.achievement import Counts
from domain.control.achievement_lists import BY_PUPIL, Listed
from domain.control.class_report import ClassReport, Movement, SubjectLine
from domain.control.class_years import ClassYear, ListedPupil
from domain.control.families import Families
from domain.control.mark_sheet import MarkRow, MarkSheet, SubjectTotal
from domain.control.report_card import CardLine, ReportCard
from domain.control.sheet_classes import ClassChoice
from domain.control.teacher_lines import CourseLine
from domain.control.teacher_report import TeacherChoice, TeacherReport
from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.courses import Teaching
from domain.journal.periods import Period
from domain.journal.rules import USUAL_RULES
from domain.school.calendar import SchoolCalendar
from domain.school.roster import Roster, Seat
from domain.school.timetable import SubjectRef, WeekPlan
from handlers.control import (
    class_report_screens,
    mark_sheet_screens,
    report_card_screens,
    teacher_report_screens,
)
from handlers.control import sheets_screens as screens
from handlers.control.sheets_buttons import ClassSheet
from handlers.control.sheets_hub import SHEETS
from tests.architecture import screen_samples as s

FIRST, LAST = date(2026, 9, 1), date(2026, 10, 25)
PERIODS = (Period.Q1, Period.Q2, Period.Q3, Period.Q4, Period.YEAR, Period.EXAM, Period.FINAL)
SUBJECT = SubjectRef(SubjectId(s.BIG), "Основы безопасности & защиты <Родины>", "ОБЗР")
PUPIL = ListedPupil(Seat(PersonId(s.BIG), s.NAME, ClassId(s.BIG)))
LEFT, CAME = replace(PUPIL, left=LAST), replace(PUPIL, came=LAST)
MARKS = {SUBJECT.id: dict.fromkeys(PERIODS, "н/а")}
COUNTS = [Counts(), Counts(5, 10, 8, 1, 1, 2, 1, 3)]
FIRST_GRADE = replace(s.CLASS, grade=1)
SHEET = MarkSheet(
    school_class=s.CLASS,
    year=2026,
    period=Period.Q1,
    periods=PERIODS,
    first=FIRST,
    last=LAST,
    rows=tuple(MarkRow(one, MARKS, COUNTS[1]) for one in (PUPIL, LEFT, CAME) for _ in range(12)),
    subjects=tuple(SubjectTotal(SUBJECT, COUNTS[n % 2], n % 4) for n in range(40)),
    teachers=(s.NAME,),
)
SHEETS_OF_MARKS = [
    SHEET,
    replace(SHEET, period=Period.YEAR),
    replace(SHEET, rows=(), subjects=()),
    replace(SHEET, subjects=tuple(replace(one, missing=0) for one in SHEET.subjects)),
    replace(SHEET, past=True),
    replace(SHEET, school_class=FIRST_GRADE, rows=(), subjects=()),
]
TOTALS = Totals(120, 20, 60, 10, 5, 45, 7)
CARD = ReportCard(
    pupil=PUPIL,
    school_class=s.CLASS,
    year=2026,
    periods=PERIODS,
    lines=tuple(CardLine(SUBJECT, MARKS[SUBJECT.id] if n % 2 else {}) for n in range(30)),
    missed={Period.Q1: TOTALS, Period.YEAR: TOTALS},
    teachers=(s.NAME,),
)
CARDS = [CARD, replace(CARD, lines=())]
LINE = CourseLine(
    school_class=s.CLASS,
    group="углублённая",
    subject=SUBJECT,
    period=Period.H1,
    pupils=25,
    counts=COUNTS[1],
    planned=34,
    given=30,
    works={"Контрольная работа": 3, "Самостоятельная <работа>": 12},
    unmarked=(s.NAME,) * 3,
)
LINES = (LINE, replace(LINE, group="", counts=COUNTS[0], works={}, unmarked=(), period=Period.Q2))
REPORT = TeacherReport(PersonId(s.BIG), s.NAME, 2026, Period.Q2, PERIODS[:5], LINES * 15)
REPORTS = [REPORT, replace(REPORT, lines=LINES[1:]), replace(REPORT, lines=(), past=True, others=True)]
LISTED = Listed(PUPIL.seat, s.CLASS, (SUBJECT.name,))
CLASS_REPORT = ClassReport(
    school_class=s.CLASS,
    year=2026,
    period=Period.Q1,
    periods=PERIODS,
    first=FIRST,
    last=LAST,
    teachers=(s.NAME,),
    movement=Movement(24, 25, ((s.NAME, LAST),) * 2, ((s.NAME, LAST),)),
    subjects=tuple(SubjectLine(SubjectTotal(SUBJECT, COUNTS[1], 0), (s.NAME, s.NAME)) for _ in range(20)),
    lists={group: [LISTED] * 12 for group in BY_PUPIL},
    missed=TOTALS,
    pupils=((s.NAME, TOTALS),) * 25,
    families=Families(25, 10, 24, 48, 40, 39),
)
CLASS_REPORTS = [
    CLASS_REPORT,
    replace(CLASS_REPORT, lists={}),
    replace(CLASS_REPORT, subjects=(), lists={}, pupils=(), missed=Totals(), families=None, past=True),
    replace(CLASS_REPORT, school_class=FIRST_GRADE, subjects=(), lists={}),
]
CALENDAR = SchoolCalendar(FIRST, date(2027, 5, 26))
YEAR = ClassYear(
    s.CLASS, Teaching(WeekPlan(CALENDAR, (), ()), (), Roster({s.CLASS.id: s.CLASS}, {}), s.TODAY), USUAL_RULES, ()
)
PAST_YEAR = replace(YEAR, teaching=replace(YEAR.teaching, plan=WeekPlan(replace(CALENDAR, closed=True), (), ())))
CHILDREN = [[], [(PersonId(s.BIG - n), s.NAME) for n in range(3)]]
CLASSES = tuple(replace(s.CLASS, id=ClassId(s.BIG - n)) for n in range(120))
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    screens.hub: {"actor": s.ACTORS, "items": [SHEETS], "children": CHILDREN},
    screens.choose_class: {
        "sheet": list(ClassSheet),
        "choice": [
            ClassChoice(CLASSES, False, True),
            ClassChoice(CLASSES[:1], True, False),
            ClassChoice((), False, False),
        ],
    },
    screens.choose_teacher: {
        "choice": [
            TeacherChoice(((PersonId(s.BIG), s.NAME),) * 120, True, False, True),
            TeacherChoice((), True, True, False),
        ],
        "page": [0, 2, 99],
    },
    mark_sheet_screens.mark_sheet: {"sheet": SHEETS_OF_MARKS},
    report_card_screens.report_card: {"card": CARDS, "actor": s.ACTORS},
    report_card_screens.report_cards: {"year": [YEAR, PAST_YEAR], "pupils": [[], [PUPIL, LEFT] * 40]},
    teacher_report_screens.teacher_report: {"report": REPORTS},
    class_report_screens.class_report: {"report": CLASS_REPORTS},
}
