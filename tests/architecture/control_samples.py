"""Read models of control: slices, their choices, the load by weekday, figures with what stands behind them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from domain.control.indicators import (
    OF_LESSONS,
    Behind,
    By,
    Figure,
    IndicatorPage,
    LeftOut,
    Line,
    Measure,
    ShortLessons,
    Slice,
    ways,
)
from domain.control.lesson_records import LessonRecord
from domain.control.load_by_weekday import LoadPage, WeekdayLoad
from domain.control.periods import NamedPeriod, PeriodKind
from domain.control.rules import ControlRules
from domain.control.slicing import NamedSlice, SliceChoices
from domain.ids import ClassId, PersonId, SubjectId, TermId
from domain.school.calendar import Term, TermKind
from domain.school.roster import SchoolClass
from domain.school.timetable import SubjectRef, TeacherRef
from handlers.control import behind_screens as behind
from handlers.control import control_screens as screens
from handlers.control import load_screens as loads
from handlers.control import slicing_screens as slicing
from handlers.control.control_hub import ITEMS
from handlers.control.place_text import LessonsPlace, ListPlace
from handlers.kit.screen import Screen
from tests import school
from tests.architecture import screen_samples as s

WIDE = Slice(s.TODAY, s.TODAY + timedelta(days=366))
TERM = Term(TermId(s.BIG), TermKind.HALF_YEAR, 2, WIDE.first, WIDE.last)
PERIODS = tuple(
    NamedPeriod(kind, WIDE.first, WIDE.last, TERM if kind in (PeriodKind.TERM, PeriodKind.LAST_TERM) else None)
    for kind in PeriodKind
)
CLASS = SchoolClass(ClassId(s.BIG), "10 «М» (медицинский) <b>", 10)
TEACHER = TeacherRef(PersonId(s.BIG), s.NAME)
NARROW = NamedSlice(
    replace(WIDE, class_id=CLASS.id, subject=s.SUBJECT.id, teacher=TEACHER.id),
    PERIODS,
    PERIODS[-1],
    CLASS,
    s.SUBJECT,
    TEACHER,
)
NAMED = [
    NARROW,
    NamedSlice(replace(WIDE, grade=11), PERIODS),
    NamedSlice(Slice(s.TODAY, s.TODAY), (), None),
    *(NamedSlice(WIDE, PERIODS, period) for period in PERIODS),
]
CHOICES = [
    SliceChoices(
        NARROW,
        tuple(SchoolClass(ClassId(s.BIG - n), CLASS.name, n % 11 + 1) for n in range(60)),
        tuple(SubjectRef(SubjectId(s.BIG - n), s.SUBJECT.name, "ОБЗР") for n in range(90)),
        tuple(TeacherRef(PersonId(s.BIG - n), s.NAME) for n in range(130)),
    ),
    SliceChoices(NARROW, (), (), ()),
]
WEEK = tuple(WeekdayLoad(n, 170, Fraction(20, 3), Fraction(n * 40, 3)) for n in range(7, 0, -1))
LOADS = [
    LoadPage(s.TODAY, s.TODAY, (CLASS,), WEEK, 9_999, 4_999, 150),
    LoadPage(s.TODAY, s.TODAY, (CLASS,), tuple(replace(one, minutes=Fraction(0)) for one in WEEK), 0, 0, None),
    LoadPage(s.TODAY, s.TODAY, (CLASS,), (), 0, 0, 0),
]
MIDDLES = (Measure.HOMEWORK_IN_TIME, Measure.DENSITY)
FIGURES = [
    Figure(one, part, 99_999, Fraction(7, 2) if one in MIDDLES else None, dict.fromkeys(LeftOut, 99_999))
    for one, part in zip(Measure, [99_999, 95_000, 85_000, 0] * 5, strict=False)
]
EMPTY = [replace(one, part=0, whole=0, middle=None, left_out={}) for one in FIGURES]
SHOWN = [
    IndicatorPage(NARROW.slice, tuple(FIGURES), school.MORNING),
    IndicatorPage(NARROW.slice, tuple(one for one in FIGURES if not one.measure.of_families), school.MORNING),
    IndicatorPage(NARROW.slice, tuple(EMPTY), school.MORNING),
]
ACTORS = [school.actor(one) for one in (school.DEPUTY, school.DIRECTOR, school.ADMIN)]
LINES: Mapping[By, Line] = {
    By.TEACHER: Line(99_999, 999_999, teacher=TEACHER),
    By.CLASS: Line(0, 999_999, school_class=CLASS),
    By.PUPIL: Line(1, 7, school_class=CLASS, subject=s.SUBJECT, pupil=PersonId(s.BIG), pupil_name=s.NAME, term=TERM),
    By.COURSE: Line(50, 102, school_class=CLASS, subject=s.SUBJECT, group="1 & 2"),
}
BEHINDS = [
    Behind(replace(figure, part=part), by, (LINES[by],) * many)
    for figure in (*FIGURES, *EMPTY[:1])
    for by in ways(figure.measure)
    for part, many in ((0, 0), (1, 1), (1, 995))
]
PLACES = [ListPlace(NARROW.slice, one, by, 1295) for one in Measure for by in ways(one)]
RECORD = LessonRecord(s.LESSON)
SHORTS = [ShortLessons(one, (RECORD,) * many) for one in FIGURES if one.measure in OF_LESSONS for many in (0, 1, 995)]
LESSONS = [LessonsPlace(NARROW.slice, Measure.WRITTEN_IN_TIME, By.TEACHER, 1295, 7, page) for page in (0, 1295)]
MONTHS = [date(2026, 11, 1), date(2028, 2, 1)]
SAMPLES: Mapping[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    slicing.periods: {"named": NAMED},
    slicing.first_day: {"named": NAMED[:1], "month": MONTHS},
    slicing.last_day: {"named": NAMED[:1], "month": MONTHS},
    slicing.rooms: {"choices": CHOICES},
    slicing.subjects: {"choices": CHOICES, "page": [-1, 0, 1, s.BIG]},
    slicing.teachers: {"choices": CHOICES, "page": [-1, 0, 1, s.BIG]},
    loads.load: {"page": LOADS, "named": NAMED[:3], "back": [NARROW.slice]},
    screens.page: {"shown": SHOWN, "slice_": NAMED, "actor": ACTORS, "items": [(), ITEMS]},
    behind.behind: {"found": BEHINDS, "place": PLACES[:3], "slice_": NAMED[:2]},
    behind.how: {
        "figure": [FIGURES[6], EMPTY[0]],
        "place": PLACES,
        "slice_": NAMED[:2],
        "rules": [ControlRules()],
        "fewest": [(3, 3, 5, 7)],
    },
    behind.lessons: {"found": SHORTS, "place": LESSONS, "slice_": NAMED[:2]},
    behind.lesson_of_list: {"lesson": [Screen("Урок")], "planned": [s.LESSON], "place": LESSONS},
    behind.course_of_list: {"course": [Screen("Итоги")], "place": LESSONS},
}
