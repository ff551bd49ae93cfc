"""The diary's page on a phone: a line for each lesson with its marks, homework beneath."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from domain.ids import PersonId
from domain.journal.day_page import DayMark, DiaryDay, DiaryLesson, DiaryPage
from domain.journal.debts import OwedWork
from domain.journal.homework_diary import ComingHomework
from domain.school.timetable import ChangeKind, PlannedLesson
from domain.talk.signatures import WeekOfDiary
from handlers.attendance.note_buttons import ChooseDays
from handlers.journal.children import Children, switch
from handlers.journal.day_buttons import DiaryDayOf, DiaryWeekOf, TickOfDay
from handlers.journal.homework_buttons import HomeworkFiles
from handlers.journal.remarks_screens import family_line
from handlers.kit.cutting import cut
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, in_rows
from handlers.kit.show import plain
from handlers.roles.buttons import OpenMenu
from handlers.talk.signature_screens import week_button, week_line
from handlers.texts.translator import Markup, Texts

MOST = 4096
"""Characters of a message, as they are seen."""
ROOMS = (600, 250, 100, 50, 25, 12)
"""Characters of a piece of homework or of a comment: as many as let the page fit into one message."""
MOST_BUTTONS = 12
"""Pieces of homework that have a button."""
DAY, WEEK = timedelta(days=1), timedelta(days=7)


def day(texts: Texts, page: DiaryPage, children: Children) -> Screen:
    """One day with bells and rooms; the pupil's own page ticks homework off."""
    (one,) = page.days
    tasks = [(lesson, task) for lesson in one.lessons for task in lesson.homework]
    files = [
        Button(texts("homework-open-files", subject=_short(lesson), count=task.files), HomeworkFiles(homework=task.id))
        for lesson, task in tasks[:MOST_BUTTONS]
        if task.files
    ]
    ticks = [_tick(page, one.day, lesson, task) for lesson, task in tasks[:MOST_BUTTONS] if not task.none_set]
    return Screen(
        _fitting(texts, page, whole=True),
        [
            *in_rows(ticks if page.ticks else [], 2),
            *in_rows(files, 2),
            *_ways(texts, page.pupil, one.day, page.today),
            *switch(children, page.pupil, partial(_day_of, one.day)),
            [*_absent(texts, page, children), Button(texts("to-menu"), OpenMenu())],
        ],
    )


def _absent(texts: Texts, page: DiaryPage, children: Children) -> list[Button]:
    """Of an own child; a pupil does not say it."""
    guardian = not page.ticks and page.pupil in {pupil for pupil, _ in children}
    return [Button(texts("note-menu"), ChooseDays(pupil=page.pupil))] if guardian else []


def week(texts: Texts, page: DiaryPage, children: Children, signed: WeekOfDiary | None = None) -> Screen:
    """Monday to Saturday; a button to each day. `signed`: how it stands with the signature, where that is shown."""
    monday = page.days[0].day
    shown = page.today if monday <= page.today < monday + WEEK else monday
    to_days = [
        Button(texts.short_day(one.day), DiaryDayOf(pupil=page.pupil, day=packed(one.day)))
        for one in page.days
        if one.lessons
    ]
    around = [
        Button(f"‹ {texts.short_day(monday - WEEK)}", _week_of(monday - WEEK, page.pupil)),
        Button(f"{texts.short_day(monday + WEEK)} ›", _week_of(monday + WEEK, page.pupil)),
    ]
    line = f"\n\n{week_line(texts, signed)}" if signed else ""
    return Screen(
        _fitting(texts, page, whole=False, room=MOST - len(plain(line))) + line,
        [
            week_button(texts, signed) if signed else [],
            *in_rows(to_days, 3),
            around,
            *switch(children, page.pupil, partial(_week_of, shown)),
            [Button(texts("to-menu"), OpenMenu())],
        ],
    )


def nobody(texts: Texts) -> Screen:
    return Screen(texts("diary-nobody"), [[Button(texts("to-menu"), OpenMenu())]])


def _ways(texts: Texts, pupil: PersonId, shown: date, today: date) -> list[list[Button]]:
    """To the days around (Sundays skipped), to the week, and back to today."""
    before, after = shown - DAY, shown + DAY
    before -= DAY * (before.isoweekday() == 7)
    after += DAY * (after.isoweekday() == 7)
    around = [
        Button(f"‹ {texts.short_day(before)}", _day_of(before, pupil)),
        Button(f"{texts.short_day(after)} ›", _day_of(after, pupil)),
    ]
    back = [] if shown == today else [Button(texts("diary-to-today"), _day_of(today, pupil))]
    return [around, [*back, Button(texts("diary-to-week"), _week_of(shown, pupil))]]


def _day_of(day: date, pupil: PersonId) -> DiaryDayOf:
    return DiaryDayOf(pupil=pupil, day=packed(day))


def _week_of(day: date, pupil: PersonId) -> DiaryWeekOf:
    return DiaryWeekOf(pupil=pupil, day=packed(day))


def _tick(page: DiaryPage, day: date, lesson: DiaryLesson, task: ComingHomework) -> Button:
    action = TickOfDay(pupil=page.pupil, day=packed(day), homework=task.id, done=not task.done)
    return Button(f"{'✅' if task.done else '☐'} {_short(lesson)}", action)


def _short(lesson: DiaryLesson) -> str:
    return lesson.lesson.subject.short if lesson.lesson else lesson.subject


def _fitting(texts: Texts, page: DiaryPage, *, whole: bool, room: int = MOST) -> str:
    """Homework and comments are cut as much as they must be."""
    text = ""
    for each in ROOMS:
        text = "\n".join(_lines(texts, page, each, whole))
        if len(plain(text)) <= room:
            return text
    lines = text.split("\n")
    while len(plain("\n".join(lines))) > room - 2:
        lines.pop()
    return "\n".join([*lines, "…"])


def _lines(texts: Texts, page: DiaryPage, room: int, whole: bool) -> Iterator[Markup]:
    yield texts("diary-heading", name=page.name.given, class_name=page.class_name)
    if page.first_grade:
        yield texts("diary-first-grade")
    shown = [one for one in page.days if whole or one.lessons or one.remarks or one.debts or (one.off and one.off.name)]
    for one in shown:
        yield from _day(texts, one, page.today, room, whole)
    if not shown:
        yield texts("diary-no-lessons")


def _day(texts: Texts, one: DiaryDay, today: date, room: int, whole: bool) -> Iterator[Markup]:
    said = texts.day(one.day)
    yield texts("diary-day", day=said[0].upper() + said[1:], today=one.day == today)
    for lesson in one.lessons:
        yield from _lesson(texts, lesson, room, whole)
    yield from (_debt(texts, owed, one.day) for owed in one.debts)
    yield from (family_line(texts, remark, _cut(remark.text, room)) for remark in one.remarks)
    if one.off is not None:
        yield texts("diary-day-off", name=one.off.name) if one.off.name else texts("diary-no-lessons")
    if one.minutes:
        yield texts("diary-minutes", minutes=one.minutes)


def _lesson(texts: Texts, one: DiaryLesson, room: int, whole: bool) -> Iterator[Markup]:
    parts = [_head(texts, one, whole), *_otherwise(texts, one), *_marks(texts, one.marks), *_presence(texts, one)]
    yield Markup(" · ".join(parts))
    if whole:
        yield from (
            texts("diary-comment", text=_cut(mark.comment, room), value=mark.value)
            for mark in one.marks
            if mark.comment
        )
    yield from (_task(texts, task, room) for task in one.homework)


def _head(texts: Texts, one: DiaryLesson, whole: bool) -> Markup:
    lesson = one.lesson
    if lesson is None:
        return texts("diary-beside", subject=one.subject)
    about = {"position": lesson.position, "subject": lesson.subject.name if whole else lesson.subject.short}
    if lesson.moved_to:
        return texts("changes-moved-short", day=texts.short_day(lesson.moved_to.day), **about)
    if not lesson.takes_place:
        return texts("diary-lesson-cancelled", **about)
    starts = f"{texts.time(lesson.bell.starts)} " if lesson.bell and whole else ""
    return Markup(texts("diary-lesson", starts=starts, **about) + (_room(texts, lesson) if whole else ""))


def _room(texts: Texts, lesson: PlannedLesson) -> str:
    if not lesson.room:
        return ""
    moved = lesson.change is ChangeKind.ROOM
    return texts("school-room", room=lesson.room, numbered=lesson.room[0].isdigit(), moved=moved)


def _marks(texts: Texts, marks: Sequence[DayMark]) -> Iterator[Markup]:
    for mark in marks:
        yield texts("diary-mark-retaken" if mark.retaken else "diary-mark", value=mark.value, work=mark.work)


def _otherwise(texts: Texts, one: DiaryLesson) -> Iterator[Markup]:
    if one.exemption is not None:
        until = texts.date(one.exemption.until_day) if one.exemption.until_day else "none"
        yield texts(f"evening-exempt-{one.exemption.kind}", until=until)


def _debt(texts: Texts, owed: OwedWork, day: date) -> Markup:
    return texts(
        "evening-debt-of-day",
        subject=owed.subject,
        work=owed.kind.lower(),
        day=texts.date(owed.day),
        due=texts.date(owed.due) if owed.due < day else "today",
    )


def _presence(texts: Texts, one: DiaryLesson) -> Iterator[Markup]:
    if one.presence is not None:
        yield texts(f"diary-presence-{one.presence.status}", minutes=one.presence.minutes or 0)


def _task(texts: Texts, task: ComingHomework, room: int) -> Markup:
    if task.none_set:
        return texts("diary-none-set")
    return texts(
        "diary-task",
        text=_cut(task.text, room),
        minutes=task.minutes or 0,
        files=task.files,
        alone=task.alone,
        done=task.done,
    )


def _cut(text: str, room: int) -> str:
    flat = " ".join(text.split())
    return cut(flat, room)
