"""Read models of the daily check, of dates and of who is late."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.control.class_card import ClassCard, OpenLesson, TeacherLessons
from domain.control.class_check import ClassDay
from domain.control.deadlines import DatedDuty, LateDuties, LatePerson, OwnDeadlines
from domain.control.duties import Duty
from domain.control.evening_card import UnsetResults
from domain.control.reminding import ReminderNews
from domain.ids import DocumentId, PersonId
from domain.journal.periods import Period
from domain.school.timetable import TeacherRef
from handlers.control import class_duties_screens as screens
from handlers.control import deadline_screens as dates
from handlers.control.duties_buttons import LETTERS
from tests import school
from tests.architecture import screen_samples as s

OPEN = tuple(OpenLesson(s.LESSON.ref, n, s.SUBJECT.name, tuple(LETTERS), late=n % 2 == 1) for n in range(1, 13))
TEACHERS = tuple(
    TeacherLessons(
        TeacherRef(PersonId(s.BIG - n), s.NAME), OPEN[: n + 1], school.MORNING if n % 3 == 1 else None, away=n > 9
    )
    for n in range(12)
)
CARD = ClassCard(s.CLASS.id, s.CLASS.name, s.TODAY, 7, TEACHERS)
CARDS = [
    CARD,
    replace(CARD, teachers=()),
    replace(CARD, teachers=(), held=0),
    *(replace(CARD, teachers=(one,), held=n) for n, one in enumerate(TEACHERS[:3])),
]
DAYS = [
    ClassDay(one, *around, reminds)
    for one in CARDS
    for around in ((None, None), (s.TODAY,) * 2)
    for reminds in (False, True)
]
COURSES = tuple(
    UnsetResults(s.CLASS.id, s.SUBJECT.id, f"11А · {s.SUBJECT.name}", Period.Q2, s.TODAY, n) for n in range(1, 12)
)
OWED = tuple(
    DatedDuty(
        duty,
        PersonId(s.BIG),
        s.TODAY + n * s.DAY,
        n,
        s.text(150),
        s.CLASS.id,
        s.SUBJECT.id,
        Period.YEAR,
        DocumentId(s.BIG),
        s.TODAY,
    )
    for n in (-3, 0, 2)
    for duty in Duty
)
BARE = DatedDuty(Duty.DOCUMENT, PersonId(s.BIG), s.TODAY, 1, "Положение")
PEOPLE = tuple(LatePerson(PersonId(s.BIG - n), s.NAME, n, s.TODAY, n > 20, OWED) for n in range(1, 25))
LATE = [
    LateDuties(s.TODAY, {}),
    LateDuties(s.TODAY, dict.fromkeys(Duty, PEOPLE)),
    LateDuties(s.TODAY, {Duty.TOPIC: PEOPLE[:1]}),
]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    screens.page: {"shown": DAYS, "reader": [PersonId(s.BIG)], "time": [s.TIME]},
    screens.choose_class: {"classes": [[], s.CLASSES]},
    screens.reminder_screen: {
        "news": [ReminderNews(s.NAME, s.CLASS.id, "11А", s.TODAY, lessons) for lessons in ((), OPEN[:1], OPEN)]
    },
    dates.mine: {
        "shown": [OwnDeadlines(s.TODAY, owed) for owed in ((), OWED, OWED[:1], (BARE,))],
        "late": [False, True],
    },
    dates.late: {"shown": LATE},
    dates.late_duty: {"shown": LATE, "duty": [Duty.TOPIC, Duty.LIST], "page": [0, 1, 99]},
    dates.late_person: {"shown": LATE, "duty": [*Duty], "person": [PersonId(s.BIG - 1), PersonId(1)]},
}
