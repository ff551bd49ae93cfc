"""The lesson on one screen: who is there, and marks, on the same list."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypedDict

from aiogram.filters.callback_data import CallbackData

from domain.attendance.ports import PRESENT_BY_DEFAULT, Noted, RollCallSheet
from domain.attendance.presence import Presence
from domain.ids import PersonId, WorkKindId
from domain.journal.my_lesson import LessonPage
from domain.journal.scale import FIVE
from domain.school.roster import Seat
from domain.school.timetable import LessonRef, PlannedLesson
from handlers.journal.buttons import (
    AskTopic,
    CloseRollCall,
    MyLesson,
    OpenMarks,
    OpenRollCall,
    OtherLessons,
    SetMark,
    SetPresence,
    SetPresenceOfAll,
    packed,
)
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts


class _Ref(TypedDict):
    """The lesson as every button of it carries it."""

    entry: int
    day: str


_To = Callable[[int], CallbackData]

PAGE = 15
"""The most names on one screen."""
OFFERED = FIVE[:4]
"""Marks on the pad: a «1» is typed, not tapped."""
SIGNS = {
    Presence.PRESENT: "✅",
    Presence.ABSENT: "🔴",
    Presence.ILL: "🤒",
    Presence.EXCUSED: "📄",
    Presence.LATE: "🕐",
}
AWAY = (Presence.ILL, Presence.EXCUSED, Presence.LATE, Presence.PRESENT)
"""What is offered under an absent pupil's name."""


def roll_call(texts: Texts, page: LessonPage, sheet: RollCallSheet, number: int) -> Screen:
    """Everyone present by default; one tap on a name is «н», the small button beside it «опоздал»."""
    seats, number = _page(page.seats, number)
    ref = _ref(page.lesson.ref)
    rows = [row for seat in seats for row in _presence_rows(texts, seat, sheet.noted, ref, number)]
    closing = (
        Button(texts("journal-reopen"), CloseRollCall(**ref, page=number, closed=False))
        if sheet.closed
        else Button(texts("journal-close"), CloseRollCall(**ref, page=number, closed=True), style=Style.SUCCESS)
    )
    turn = _turn(page.seats, number, lambda to: OpenRollCall(**ref, page=to))
    nobody = Button(texts("journal-nobody"), SetPresenceOfAll(**ref, to=Presence.ABSENT))
    away = sum(sheet.noted.get(seat.pupil, PRESENT_BY_DEFAULT).status.away for seat in page.seats)
    below = [closing] if away else [closing, nobody]
    return Screen(_heading(texts, page, sheet), [*rows, *turn, below, *_ways(texts, page, marks=False, number=number)])


def marks(
    texts: Texts, page: LessonPage, sheet: RollCallSheet, number: int, kind: WorkKindId, opened: PersonId
) -> Screen:
    """Tap a kind of work once, then a name, then the mark; `opened` is the pupil whose pad is open."""
    seats, number = _page(page.seats, number)
    ref = _ref(page.lesson.ref)
    kind = kind if kind in {one.id for one in page.kinds} else page.kinds[0].id
    kinds = [
        Button(f"● {one.short}" if one.id == kind else one.short, OpenMarks(**ref, page=number, kind=one.id, pupil=0))
        for one in page.kinds
    ]
    rows = [row for seat in seats for row in _mark_rows(texts, page, sheet, seat, number, kind, seat.pupil == opened)]
    turn = _turn(page.seats, number, lambda to: OpenMarks(**ref, page=to, kind=kind, pupil=0))
    name = next(one.name for one in page.kinds if one.id == kind)
    text = f"{_heading(texts, page, sheet)}\n{texts('journal-kind', kind=name)}"
    return Screen(text, [*in_rows(kinds, 5), *rows, *turn, *_ways(texts, page, marks=True, number=number)])


def no_lesson(texts: Texts) -> Screen:
    rows = [[Button(texts("journal-yesterday"), OtherLessons(back=1))], [_menu(texts)]]
    return Screen(texts("journal-no-lesson"), rows)


def other_lessons(texts: Texts, lessons: Sequence[PlannedLesson], back: int, day: str) -> Screen:
    """The lessons of a day to choose from; a button to the day before, one back towards today."""
    buttons = [
        [Button(_line(lesson), OpenRollCall(**_ref(lesson.ref), page=0))] for lesson in lessons if lesson.takes_place
    ]
    days = [Button(texts("journal-day-before"), OtherLessons(back=back + 1))]
    days += [Button(texts("journal-day-after"), OtherLessons(back=back - 1))] if back else []
    key = "journal-lessons-of" if buttons else "journal-no-lessons-of"
    return Screen(texts(key, day=day), [*buttons, days, [Button(texts("back"), MyLesson())]])


def ask_topic(texts: Texts, lesson: PlannedLesson) -> Screen:
    back = Button(texts("back"), OpenRollCall(**_ref(lesson.ref), page=0))
    return Screen(texts("journal-ask-topic", subject=lesson.subject.name, classes=classes_of(lesson)), [[back]])


def classes_of(lesson: PlannedLesson) -> str:
    """«7А», «7А, 7Б», «7А (1)»"""
    return ", ".join(f"{part.name} ({part.group_name})" if part.group_name else part.name for part in lesson.parts)


def _heading(texts: Texts, page: LessonPage, sheet: RollCallSheet) -> Markup:
    lesson = page.lesson
    noted = [sheet.noted[seat.pupil] for seat in page.seats if seat.pupil in sheet.noted]
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
    return Markup("\n".join([*parts, texts("journal-closed", counts=counts) if sheet.closed else counts]))


def _presence_rows(
    texts: Texts, seat: Seat, noted: Mapping[PersonId, Noted], ref: _Ref, page: int
) -> list[list[Button]]:
    now = noted.get(seat.pupil, PRESENT_BY_DEFAULT).status

    def to(status: Presence, label: str) -> Button:
        return Button(label, SetPresence(**ref, page=page, pupil=seat.pupil, to=status))

    name = f"{SIGNS[now]} {seat.name.listed}"
    if now is Presence.PRESENT:
        return [[to(Presence.ABSENT, name), to(Presence.LATE, texts("journal-sign-late"))]]
    others = [status for status in AWAY if status is not now]
    if now is not Presence.ABSENT:
        others = [Presence.ABSENT, *others]
    return [
        [to(Presence.PRESENT, f"{name} · {texts(f'journal-sign-{now}')}")],
        [to(s, texts(f"journal-set-{s}")) for s in others],
    ]


def _mark_rows(
    texts: Texts,
    page: LessonPage,
    sheet: RollCallSheet,
    seat: Seat,
    number: int,
    kind: WorkKindId,
    opened: bool,
) -> list[list[Button]]:
    ref = _ref(page.lesson.ref)
    set_marks = page.marks.get(seat.pupil, ())
    shown = " ".join(mark.value for mark in set_marks)
    away = sheet.noted.get(seat.pupil, PRESENT_BY_DEFAULT).status
    label = f"{SIGNS[away]} {seat.name.listed}" if away.away else seat.name.listed
    target = PersonId(0) if opened else seat.pupil
    name = Button(f"{label} · {shown}" if shown else label, OpenMarks(**ref, page=number, kind=kind, pupil=target))
    if not opened:
        return [[name]]

    def put(value: str, words: str) -> Button:
        return Button(words, SetMark(**ref, page=number, kind=kind, pupil=seat.pupil, value=value))

    stands = any(mark.kind == kind for mark in set_marks)
    return [
        [name],
        [*(put(value, value) for value in OFFERED), *([put("0", texts("journal-take-back"))] if stands else [])],
    ]


def _ways(texts: Texts, page: LessonPage, *, marks: bool, number: int) -> list[list[Button]]:
    ref = _ref(page.lesson.ref)
    roll_call = Button(texts("journal-tab-roll-call"), OpenRollCall(**ref, page=number))
    grading = Button(texts("journal-tab-marks"), OpenMarks(**ref, page=number, kind=0, pupil=0))
    tabs = [roll_call] if marks else [grading] if page.lesson.marked else []
    topic = Button(texts("journal-set-topic"), AskTopic(**ref))
    return [[*tabs, topic], [Button(texts("journal-other"), OtherLessons(back=0)), _menu(texts)]]


def _page(seats: Sequence[Seat], number: int) -> tuple[Sequence[Seat], int]:
    """The seats of a page, all pages about as long, and its number brought into what there is."""
    pages = _pages(seats)
    number = min(max(number, 0), pages - 1)
    size = -(-len(seats) // pages)
    return seats[number * size : (number + 1) * size], number


def _pages(seats: Sequence[Seat]) -> int:
    return max(1, -(-len(seats) // PAGE))


def _turn(seats: Sequence[Seat], number: int, to: _To) -> list[list[Button]]:
    if _pages(seats) < 2:
        return []
    return [[Button(f"· {one + 1} ·" if one == number else str(one + 1), to(one)) for one in range(_pages(seats))]]


def _line(lesson: PlannedLesson) -> str:
    time = f"{lesson.bell.starts:%H:%M} " if lesson.bell else ""
    return f"{lesson.position}. {time}{lesson.subject.short} {classes_of(lesson)}"


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())


def _ref(ref: LessonRef) -> _Ref:
    return {"entry": ref.entry, "day": packed(ref.day)}
