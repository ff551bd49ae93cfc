"""The lesson on one screen: who is there; its other side are marks (`grading_screens.py`)."""

from collections.abc import Callable, Sequence
from typing import TypedDict

from aiogram.filters.callback_data import CallbackData

from domain.attendance.ports import RollCallSheet
from domain.attendance.presence import Presence
from domain.ids import PersonId
from domain.journal.courses import Course
from domain.journal.my_lesson import LessonPage
from domain.school.exemptions import Learning
from domain.school.roster import Seat
from domain.school.timetable import ChangeKind, LessonRef, PlannedLesson
from handlers.control.duties_buttons import OpenDuties
from handlers.journal.buttons import (
    AskTopic,
    CloseRollCall,
    MyLesson,
    OpenMarks,
    OpenRollCall,
    OtherLessons,
    SetLate,
    SetPresence,
    SetPresenceOfAll,
)
from handlers.journal.homework_buttons import HomeworkAfterLesson
from handlers.journal.plan_buttons import AcceptTopic, FinishLesson, LookBack, OwnClasses, cut
from handlers.journal.remarks_buttons import RemarksOfLesson
from handlers.journal.results_buttons import OpenCourse
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, Style
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts


class LessonArgs(TypedDict):
    """The lesson as every button of it carries it."""

    entry: int
    day: str


_To = Callable[[int], CallbackData]

PAGE = 15
"""The most names on one screen."""
SIGNS = {
    Presence.PRESENT: "✅",
    Presence.ABSENT: "🔴",
    Presence.ILL: "🤒",
    Presence.EXCUSED: "📄",
    Presence.LATE: "🕐",
}
ANNOUNCED = "📨"
"""Before who is shown as a guardian has announced, until the teacher's next act writes it."""
MINUTES = (5, 10, 15, 20)
MOST_WITH_MINUTES = 8
"""Telegram takes a hundred buttons: where more are late, minutes are not offered."""
AWAY = (Presence.ILL, Presence.EXCUSED, Presence.LATE, Presence.PRESENT)
"""What is offered under an absent pupil's name."""


def roll_call(texts: Texts, page: LessonPage, sheet: RollCallSheet, number: int) -> Screen:
    """Everyone present by default; one tap on a name is «н», the small button beside it «опоздал», then by how much."""
    seats, number = page_of(page.seats, number)
    ref = args_of(page.lesson.ref)
    late = sum(sheet.of(seat.pupil).status is Presence.LATE for seat in seats)
    timed = late <= MOST_WITH_MINUTES
    rows = [row for seat in seats for row in _presence_rows(texts, page, seat, sheet, number, timed=timed)]
    closing = (
        Button(texts("journal-reopen"), CloseRollCall(**ref, page=number, closed=False))
        if sheet.closed
        else Button(texts("journal-close"), CloseRollCall(**ref, page=number, closed=True), style=Style.SUCCESS)
    )
    turn = page_turner(page.seats, number, lambda to: OpenRollCall(**ref, page=to))
    nobody = Button(texts("journal-nobody"), SetPresenceOfAll(**ref, to=Presence.ABSENT))
    away = sum(sheet.of(seat.pupil).status.away for seat in page.seats)
    below = [] if page.past else [closing] if away else [closing, nobody]
    ways = lesson_ways(texts, page, marks=False, number=number)
    finish = [] if sheet.closed or page.past else _finish(texts, page, number)
    return Screen(heading(texts, page, sheet), [*rows, *turn, below, *ways[:1], *finish, *ways[1:]])


def no_lesson(texts: Texts) -> Screen:
    other = [Button(texts("journal-yesterday"), OtherLessons(back=1)), Button(texts("duties-menu"), OpenDuties())]
    rows = [other, [_menu(texts)]]
    return Screen(texts("journal-no-lesson"), rows)


def other_lessons(
    texts: Texts, lessons: Sequence[PlannedLesson], back: int, day: str, courses: Sequence[Course] = ()
) -> Screen:
    """The lessons of a day to choose from, own courses with their results; a day before, one back towards today."""
    buttons = [
        [Button(_line(lesson), OpenRollCall(**args_of(lesson.ref), page=0)), *_results(texts, lesson, courses)]
        for lesson in lessons
        if lesson.takes_place
    ]
    days = [Button(texts("journal-day-before"), OtherLessons(back=back + 1))]
    days += [Button(texts("journal-day-after"), OtherLessons(back=back - 1))] if back else []
    ways = [Button(texts("plans-by-class"), OwnClasses()), Button(texts("duties-menu"), OpenDuties())]
    key = "journal-lessons-of" if buttons else "journal-no-lessons-of"
    return Screen(texts(key, day=day), [*buttons, days, ways, [Button(texts("back"), MyLesson())]])


def classes_of(lesson: PlannedLesson) -> str:
    """«7А», «7А, 7Б», «7А (1)»"""
    return ", ".join(f"{part.name} ({part.group_name})" if part.group_name else part.name for part in lesson.parts)


def heading(texts: Texts, page: LessonPage, sheet: RollCallSheet) -> Markup:
    lesson = page.lesson
    noted = [sheet.of(seat.pupil) for seat in page.seats]
    time = f"{texts.time(lesson.bell.starts)}–{texts.time(lesson.bell.ends)}" if lesson.bell else ""
    head = texts(
        "journal-lesson",
        subject=lesson.subject.name,
        classes=classes_of(lesson),
        day=texts.short_day(lesson.ref.day),
        position=lesson.position,
        time=time,
    )
    counts = texts(
        "journal-counts",
        all=len(page.seats),
        away=sum(one.status.away for one in noted),
        late=sum(one.status is Presence.LATE for one in noted),
    )
    parts = [head, texts("journal-topic", topic=page.topic) if page.topic else texts("journal-topic-none")]
    parts += [texts("journal-past")] if page.past else []
    return Markup("\n".join([*parts, texts("journal-closed" if sheet.closed else "journal-open", counts=counts)]))


def named(texts: Texts, page: LessonPage, seat: Seat) -> str:
    """«Иванова Мария», «Иванова Мария (осв.)»"""
    learning = page.learning.get(seat.pupil)
    return f"{seat.name.listed} ({texts(f'exempt-sign-{learning}')})" if learning else seat.name.listed


def is_marked(page: LessonPage, pupil: PersonId) -> bool:
    """Who is exempt gets no pad."""
    return page.learning.get(pupil) is not Learning.EXEMPT


def _presence_rows(
    texts: Texts, page: LessonPage, seat: Seat, sheet: RollCallSheet, number: int, *, timed: bool
) -> list[list[Button]]:
    ref = args_of(page.lesson.ref)
    noted = sheet.of(seat.pupil)
    now, sign = noted.status, ANNOUNCED if seat.pupil in sheet.announced else SIGNS[noted.status]

    def to(status: Presence, label: str) -> Button:
        return Button(label, SetPresence(**ref, page=number, pupil=seat.pupil, to=status))

    name = f"{sign} {named(texts, page, seat)}"
    if now is Presence.PRESENT:
        late = [] if page.past else [to(Presence.LATE, texts("journal-sign-late"))]
        return [[to(Presence.ABSENT, name), *late]]
    others = [status for status in AWAY if status is not now]
    if now is not Presence.ABSENT:
        others = [Presence.ABSENT, *others]
    said = f"{name} · {texts(f'journal-sign-{now}')}{f' {noted.minutes}' if noted.minutes else ''}"
    if page.past:
        return [[to(Presence.PRESENT, said)]]
    if now is Presence.LATE and timed:
        absent = to(Presence.ABSENT, texts(f"journal-set-{Presence.ABSENT}"))
        return [[to(Presence.PRESENT, said)], [absent, *_late_by(texts, page, seat, noted.minutes, number)]]
    return [[to(Presence.PRESENT, said)], [to(s, texts(f"journal-set-{s}")) for s in others]]


def _late_by(texts: Texts, page: LessonPage, seat: Seat, now: int | None, number: int) -> list[Button]:
    about = args_of(page.lesson.ref)
    return [
        Button(texts("absences-minutes", minutes=one), SetLate(**about, page=number, pupil=seat.pupil, minutes=one))
        for one in MINUTES
        if one != now
    ]


def lesson_ways(texts: Texts, page: LessonPage, *, marks: bool, number: int) -> list[list[Button]]:
    ref = args_of(page.lesson.ref)
    roll_call = Button(texts("journal-tab-roll-call"), OpenRollCall(**ref, page=number))
    grading = Button(texts("journal-tab-marks"), OpenMarks(**ref, page=number, kind=0, pupil=0))
    tabs = [roll_call] if marks else [grading] if page.lesson.marked else []
    topic = Button(texts("plans-other-topic" if page.ahead else "journal-set-topic"), AskTopic(**ref))
    homework = [Button(texts("homework-tab"), HomeworkAfterLesson(**ref))] if page.lesson.marked else []
    written = [] if page.past else [topic, *homework]
    remarks = Button(texts("remarks-to-diary"), RemarksOfLesson(**ref, page=0))
    last = [Button(texts("journal-other"), OtherLessons(back=0)), remarks, _menu(texts)]
    return [*_proposed(page, ref, number), [*tabs, *written], *_looking_back(texts, page.lesson), last]


def _proposed(page: LessonPage, ref: LessonArgs, number: int) -> list[list[Button]]:
    """The plan's next topic: one tap writes it."""
    accept = [AcceptTopic(**ref, page=number, topic=one.id) for one in page.ahead[:1]]
    return [[Button(f"📝 {cut(one.topic)} ✓", to)] for one, to in zip(page.ahead, accept, strict=False)]


def _results(texts: Texts, lesson: PlannedLesson, courses: Sequence[Course]) -> list[Button]:
    """Of the first class at the lesson that is the teacher's own course: a substitute has none."""
    kept = lesson.classes if lesson.marked else ()
    own = [one for one in courses if one.subject == lesson.subject.id and one.class_id in kept]
    return [
        Button(texts("finishing-results"), OpenCourse(school_class=one.class_id, subject=one.subject))
        for one in own[:1]
    ]


def _finish(texts: Texts, page: LessonPage, number: int) -> list[list[Button]]:
    """The plan's next topic along with the roll call."""
    ref = args_of(page.lesson.ref)
    to = [FinishLesson(**ref, page=number, topic=one.id) for one in page.ahead[:1]]
    return [[Button(texts("finishing-close"), one, style=Style.SUCCESS)] for one in to]


def _looking_back(texts: Texts, lesson: PlannedLesson) -> list[list[Button]]:
    """A substitute has not seen this class before."""
    if lesson.change is not ChangeKind.SUBSTITUTED:
        return []
    return [[Button(texts("plans-what-was"), LookBack(**args_of(lesson.ref)))]]


def page_of(seats: Sequence[Seat], number: int) -> tuple[Sequence[Seat], int]:
    """The seats of a page, all pages about as long, and its number brought into what there is."""
    pages = _pages(seats)
    number = min(max(number, 0), pages - 1)
    size = -(-len(seats) // pages)
    return seats[number * size : (number + 1) * size], number


def _pages(seats: Sequence[Seat]) -> int:
    return max(1, -(-len(seats) // PAGE))


def page_turner(seats: Sequence[Seat], number: int, to: _To) -> list[list[Button]]:
    if _pages(seats) < 2:
        return []
    return [[Button(f"· {one + 1} ·" if one == number else str(one + 1), to(one)) for one in range(_pages(seats))]]


def _line(lesson: PlannedLesson) -> str:
    time = f"{lesson.bell.starts:%H:%M} " if lesson.bell else ""
    return f"{lesson.position}. {time}{lesson.subject.short} {classes_of(lesson)}"


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())


def args_of(ref: LessonRef) -> LessonArgs:
    return {"entry": ref.entry, "day": packed(ref.day)}
