"""Read models of what is printed of the journal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.attendance.missed import Totals
from domain.attendance.presence import Presence
from domain.control.attendance_sheet import AttendanceDay, AttendanceLine, AttendanceSheet, SchoolAttendance
from domain.control.journal_page import JournalPage, PageCell, PageLesson, PageLine, WordedHomework
from domain.control.page_courses import PageCourse, PagePlace
from domain.control.paper_day import MarkChange, PaperDay, PaperLesson, PaperMark, PaperMissed, PaperPage
from domain.control.sheet_days import SheetDays
from domain.control.sheet_pupils import SheetPupil
from domain.ids import ClassId, ExemptionId, GroupId, LessonId, PersonId, SubjectId
from domain.journal.periods import Period
from domain.school.exemptions import Exemption, Learning
from handlers.control import attendance_sheet_screens as attendance
from handlers.control import journal_page_screens as journal
from handlers.control import rewriting_screens as rewriting
from tests import school
from tests.architecture import screen_samples as s

FIRST, LAST = s.TODAY - 60 * s.DAY, s.TODAY + 30 * s.DAY
TERMS = tuple(SheetDays(FIRST, LAST, one) for one in (Period.Q1, Period.Q2, Period.Q3, Period.Q4))
OTHERS = tuple(SheetDays(FIRST, LAST, one) for one in (Period.H1, Period.T3))
MONTHS = tuple(SheetDays(s.TODAY.replace(month=n, day=1), s.TODAY.replace(month=n, day=28)) for n in range(1, 13))
CHOICES = (*TERMS, *MONTHS)
PLACE = PagePlace(ClassId(s.BIG), SubjectId(s.BIG), GroupId(s.BIG))
COURSE = PageCourse(PLACE, "11А", 11, s.SUBJECT.name, "Группа углублённого изучения", (), (s.NAME,))
FIRST_GRADE = replace(COURSE, place=replace(PLACE, group=None), grade=1, group_name="")
PUPIL = SheetPupil(PersonId(s.BIG), s.NAME, frozenset(), ((FIRST, None),))
MOVED = replace(PUPIL, came=s.TODAY - 3 * s.DAY, left=s.TODAY)
PUPILS = (PUPIL, MOVED, replace(PUPIL, came=s.TODAY), replace(PUPIL, left=s.TODAY)) * 8
HOMEWORK = tuple(
    WordedHomework(ClassId(s.BIG), None, SubjectId(s.BIG), s.TODAY + s.DAY, school.MORNING, none_set, text, files)
    for none_set, text, files in ((False, s.text(1200), 0), (True, "", 0), (False, "<b>№ 5</b> & 6", 2))
)
LESSONS = tuple(
    PageLesson(
        LessonId(s.BIG) if n % 3 else None,
        s.TODAY - n * s.DAY,
        n % 8,
        s.text(300) if n % 2 else None,
        HOMEWORK[: n % 4],
    )
    for n in range(40, -1, -1)
)
CELLS = tuple(
    PageCell(("5", "4", "2")[: n % 4], [None, *Presence][n % 6], sits=n % 7 != 0) for n in range(len(LESSONS))
)
SUBJECT = s.SUBJECT
EXEMPT = [
    Exemption(ExemptionId(1), PUPIL.pupil, SUBJECT, kind, FIRST, None, None)
    for kind in (Learning.EXEMPT, Learning.INDIVIDUAL)
]
LINES = tuple(
    PageLine(one, CELLS, ("5", "н/а")[: 2 if n % 2 else 1] + ("",) * (n % 2 == 0), [None, *EXEMPT][n % 3])
    for n, one in enumerate(PUPILS)
)
PAGE = JournalPage(COURSE, TERMS[1], s.TODAY, LESSONS, LINES, (Period.Q2, Period.YEAR), CHOICES)
EMPTY = JournalPage(FIRST_GRADE, MONTHS[8], s.TODAY, (), (), (), MONTHS[8:9])
OWN = [(), (COURSE,) * 45, (COURSE, FIRST_GRADE)]
PAGES = [
    PAGE,
    replace(PAGE, past=True),
    replace(PAGE, days=OTHERS[0], choices=OTHERS, course=FIRST_GRADE),
    replace(PAGE, lines=()),
    EMPTY,
]

DAYS = tuple(None if n % 9 == 0 else AttendanceDay(n % 4 and n % 6, 6) for n in range(50))
DATES = tuple(s.TODAY - timedelta(days=n) for n in range(49, -1, -1))
TOTALS = Totals(60, 20, 30, 10, 10, 10, 5)
ATTENDANCE_LINES = tuple(
    AttendanceLine(one, DAYS, TOTALS if n % 2 else Totals(lessons=n, late=n)) for n, one in enumerate(PUPILS)
)
SHEET = AttendanceSheet(s.CLASS, TERMS[1], s.TODAY, DATES, ATTENDANCE_LINES, TOTALS, CHOICES, (s.NAME,))
SHEETS = [
    SHEET,
    replace(SHEET, past=True),
    replace(SHEET, dates=(), lines=(), totals=Totals(), choices=MONTHS[:1], days=MONTHS[0], teachers=()),
    replace(SHEET, totals=Totals(late=3), days=OTHERS[1]),
]
SCHOOL = SchoolAttendance(TERMS[0], s.TODAY, DATES, tuple((one, DAYS) for one in s.CLASSES), CHOICES)
SCHOOLS = [SCHOOL, replace(SCHOOL, dates=(), classes=((s.CLASS, ()),))]

MARKS = tuple(PaperMark(s.NAME, "5", "кр", change) for change in MarkChange)
AWAY = tuple((s.NAME, status) for status in Presence)
LESSON = PaperLesson(s.TODAY, 1, AWAY, MARKS, s.text(300), HOMEWORK)
PAPER_LESSONS = (
    LESSON,
    replace(LESSON, day=s.TODAY - s.DAY, away=(), called=True),
    PaperLesson(s.TODAY, 2, (), (), None, ()),
)
PAPER_PAGE = PaperPage(ClassId(s.BIG), "11А", "Группа 1", s.SUBJECT.name, PAPER_LESSONS)
MISSED = (PaperMissed(ClassId(s.BIG), "11А", ((s.NAME, TOTALS),) * 3), PaperMissed(ClassId(s.BIG), "11Б", ()))
PAPER = PaperDay(s.TODAY, s.TODAY, (PAPER_PAGE,) * 6, MISSED, s.TODAY - s.DAY, s.TODAY + s.DAY)
PAPERS = [
    PAPER,
    replace(PAPER, pages=(), missed=(), earlier=None, later=None),
    replace(PAPER, pages=(replace(PAPER_PAGE, group_name="", lessons=PAPER_LESSONS[2:]),), later=None),
]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    journal.choose: {"own": OWN, "classes": [(), s.CLASSES], "last_year": [False, True]},
    journal.choose_of_last_year: {"own": OWN, "classes": [(), s.CLASSES]},
    journal.of_class: {"pages": [(), (COURSE,) * 20]},
    journal.page: {"shown": PAGES},
    attendance.choose: {"classes": [(), s.CLASSES], "school": [False, True], "last_year": [False, True]},
    attendance.choose_of_last_year: {"classes": [(), s.CLASSES]},
    attendance.sheet: {"shown": SHEETS},
    attendance.school: {"shown": SCHOOLS},
    rewriting.day: {"shown": PAPERS},
}
