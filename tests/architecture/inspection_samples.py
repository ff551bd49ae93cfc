"""Read models of inspections and their remarks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.control.findings import Finding, RemarkState
from domain.control.gaps import Gap
from domain.control.inspecting import Card, Choices, Deck, Subject
from domain.control.inspection_news import InspectionNews, RemarksTold
from domain.control.inspection_pages import InspectionLine, InspectionList, InspectionPage, RemarkSheet
from domain.control.inspection_spans import OfferedSpan, Span
from domain.control.inspections import Counts, Inspection, Remark
from domain.control.looking import Still, TaughtCourse
from domain.control.mending import RemarkPage
from domain.ids import ClassId, EntryId, InspectionId, InspectionRemarkId, PersonId, SubjectId
from domain.school.timetable import ClassPart, LessonRef, SubjectRef, TeacherRef
from handlers.control import inspection_choosing_screens as choosing
from handlers.control import inspection_page_screens as pages
from handlers.control import inspection_screens as screens
from handlers.control import own_remark_screens as own
from tests import school
from tests.architecture import screen_samples as s

TEACHER = TeacherRef(PersonId(s.BIG), s.NAME)
TEACHERS = tuple(TeacherRef(PersonId(s.BIG - n), s.NAME) for n in range(45))
SUBJECT = SubjectRef(SubjectId(s.BIG), s.text(60), "Алг")
PART = ClassPart(ClassId(s.BIG), "11А", 11)
LESSONS = tuple(LessonRef(EntryId(s.BIG), s.TODAY + s.DAY * n) for n in range(14))
NAMES = tuple([s.NAME] * 30)
INSPECTION = Inspection(InspectionId(s.BIG), PART.id, "11А", None, s.TODAY, s.TODAY + s.DAY, TEACHER, school.MORNING)
INSPECTIONS = [
    INSPECTION,
    replace(INSPECTION, conclusion=s.text(2000)),
    replace(INSPECTION, class_id=None, class_name=None, teacher=TEACHER, finished_at=school.MORNING),
]
REMARK = Remark(
    InspectionRemarkId(s.BIG),
    INSPECTION.id,
    Finding.TOPIC,
    TEACHER,
    PART.id,
    "11А",
    SUBJECT,
    LESSONS[0],
    s.text(500),
    s.TODAY + s.DAY * 7,
    RemarkState.OPEN,
    1,
    school.MORNING,
)
SETTLED = {"settled_at": school.MORNING, "settled_by": PersonId(1)}
REMARKS = [
    REMARK,
    replace(REMARK, due=s.TODAY - s.DAY, finding=Finding.FEW_MARKS),
    replace(REMARK, state=RemarkState.FIXED, finding=Finding.OTHER, fixed_at=school.MORNING),
    replace(REMARK, state=RemarkState.CLOSED, settled_at=school.MORNING),
    replace(REMARK, state=RemarkState.CLOSED, **SETTLED),
    replace(REMARK, state=RemarkState.WITHDRAWN, **SETTLED),
]
GAPS = [
    Gap(one, PART, SUBJECT, TEACHER, LESSONS[:n], NAMES[: n * 2], n)
    for one in Finding
    for n in (1, 2, 14)
    if one is not Finding.OTHER
]
CARDS = tuple(Card(gap, REMARK if place % 2 else None) for place, gap in enumerate(GAPS))
COURSES = tuple(TaughtCourse(PART, SUBJECT, one) for one in TEACHERS)
DECKS = [
    Deck(INSPECTION, (), 0, (), ()),
    Deck(INSPECTIONS[1], COURSES, 1, CARDS, tuple(REMARKS)),
    Deck(INSPECTIONS[2], COURSES[:3], 350, CARDS[:1], ()),
]
STILLS = [None, Still(), Still(LESSONS[:1]), Still(LESSONS), Still(pupils=NAMES), Still(hours=4)]
LINES = (
    InspectionLine(INSPECTION, Counts()),
    InspectionLine(INSPECTIONS[2], Counts()),
    InspectionLine(INSPECTIONS[2], Counts(9, 3, 1, 2)),
    InspectionLine(INSPECTIONS[2], Counts(9, 3, 0, 2)),
    InspectionLine(INSPECTIONS[2], Counts(9, 3, 0, 0)),
    InspectionLine(INSPECTIONS[2], Counts(9, 0, 0, 0)),
)
LISTS = [
    InspectionList((), (), 0, 0, False, True),
    InspectionList((), (), 0, 0, False, False),
    InspectionList(LINES, tuple(REMARKS[1:3] * 8), 21, 1, True, True),
    InspectionList(LINES, (), 1, 1, True, False),
]
SUBJECTS = [
    Subject(s.CLASS, None, tuple(OfferedSpan(one, s.TODAY, s.TODAY + s.DAY) for one in Span)),
    Subject(None, TEACHER, (OfferedSpan(Span.TERM, s.TODAY, s.TODAY),)),
]
CHOICES = [Choices(tuple(s.CLASSES), TEACHERS), Choices((), ())]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    screens.listed: {"page": LISTS, "today": [s.TODAY]},
    choosing.choose_class: {"choices": CHOICES},
    choosing.choose_teacher: {"choices": CHOICES, "page": [0, 1, 2]},
    choosing.choose_span: {"subject": SUBJECTS},
    screens.deck: {"page": DECKS},
    screens.card: {"page": DECKS[1:2], "place": list(range(len(CARDS))), "today": [s.TODAY]},
    screens.draft: {"remark": REMARKS, "today": [s.TODAY]},
    screens.choose_course: {"page": DECKS, "number": [0, 1, 9]},
    screens.ask_own_words: {"course": COURSES[:1], "inspection": [INSPECTION.id]},
    screens.ask_wording: {"remark": REMARKS[:1]},
    screens.ask_conclusion: {"inspection": [INSPECTION.id]},
    screens.ask_due: {"remark": REMARKS[:1], "month": [s.TODAY]},
    screens.ask_drop: {"inspection": INSPECTIONS},
    pages.finished: {
        "page": [InspectionPage(one, tuple(REMARKS[:n] * 3), True) for one in INSPECTIONS for n in (0, 1, 5)],
        "number": [0, 1],
        "time": [s.TIME],
    },
    pages.remark: {
        "sheet": [
            RemarkSheet(INSPECTIONS[2], one, still, inspects)
            for one in REMARKS
            for still in STILLS
            for inspects in (False, True)
        ],
        "today": [s.TODAY],
    },
    own.own: {"remarks": [(), REMARKS, REMARKS * 5], "today": [s.TODAY]},
    own.own_remark: {
        "page": [RemarkPage(one, still) for one in REMARKS for still in STILLS],
        "today": [s.TODAY],
        "tried": [False, True],
    },
    own.news: {"news": [InspectionNews(INSPECTIONS[2], tuple(REMARKS[:1] * n)) for n in (1, 2, 9)]},
    own.told: {"news": [RemarksTold(tuple(REMARKS * n), own_) for n in (1, 4) for own_ in (False, True)]},
}
