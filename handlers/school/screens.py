"""A day's lessons on a phone: a line each, homework beneath in a quote."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache, partial
from html import unescape

from aiogram.filters.callback_data import CallbackData

from domain.school.calendar import DayOff
from domain.school.ports import HomeworkLine
from domain.school.roster import SchoolClass
from domain.school.schedule import DaySchedule, ScheduledLesson
from domain.school.timetable import ChangeKind, ClassPart, PlannedLesson
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.school.buttons import ChooseClass, ShowClassDay, ShowDay
from handlers.school.where_week import taken
from handlers.texts.translator import Markup, Texts

DAY = timedelta(days=1)
MOST = 4096
"""Characters of a message, as they are seen."""
LONGEST_TASK = 300
"""Characters of a piece of homework in a schedule; /homework shows it whole."""
SHORTEST_TASK = 60
KEPT_BODIES = 3000
"""A school's classes with their subgroups, some days of them, in two languages."""


def days(texts: Texts, pages: Sequence[DaySchedule], today: date, *, staff: bool) -> list[Screen]:
    """All pages in one message where they fit, else a message each. `staff` may ask for any class."""
    if not pages:
        return [Screen(texts("school-nobody"), [[_menu(texts)]])]
    whole = "\n\n".join(
        [_heading(texts, pages[0].day, today), *(_section(texts, page, LONGEST_TASK) for page in pages)]
    )
    if _fits(whole):
        to = _to(pages[0]) if len(pages) == 1 else _to_all
        return [Screen(whole, [*taken(texts, pages), *_rows(texts, pages[0].day, today, to, staff=staff)])]
    return [
        Screen(
            _fitting(texts, page, today),
            [*taken(texts, [page]), *_rows(texts, page.day, today, _to(page), staff=staff)],
        )
        for page in pages
    ]


def choose_class(texts: Texts, classes: Sequence[SchoolClass], day: date, today: date) -> Screen:
    buttons = [Button(one.name, ShowClassDay(day=packed(day), school_class=one.id)) for one in classes]
    own = Button(texts("school-own-day"), _to_all(day))
    return Screen(
        texts("school-choose-class", day=_said(texts, day, today)), [*in_rows(buttons, 4), [own, _menu(texts)]]
    )


def _to(page: DaySchedule) -> Callable[[date], CallbackData]:
    """The button to another day of the same page; a teacher's own lessons go with all that is the teacher's."""
    if page.pupil is not None:
        return partial(_to_all, whose=page.pupil)
    return partial(_to_class, class_id=page.class_id) if page.class_id is not None else _to_all


def _to_all(day: date, whose: int = 0) -> ShowDay:
    return ShowDay(day=packed(day), whose=whose)


def _to_class(day: date, class_id: int) -> ShowClassDay:
    return ShowClassDay(day=packed(day), school_class=class_id)


def _rows(
    texts: Texts, day: date, today: date, to: Callable[[date], CallbackData], *, staff: bool
) -> list[list[Button]]:
    """A way to the days around, to today and tomorrow where they are not among these."""
    before, after = _around(day)
    near = [one for one in (today, today + DAY) if one not in (before, day, after)]
    ways = [Button(texts("school-other-class"), ChooseClass(day=packed(day)))] if staff else []
    return [
        [Button(f"‹ {texts.short_day(before)}", to(before)), Button(f"{texts.short_day(after)} ›", to(after))],
        [Button(texts("school-near", ahead=(one - today).days), to(one)) for one in near],
        [*ways, _menu(texts)],
    ]


def _around(day: date) -> tuple[date, date]:
    """The days before and after, Sundays skipped."""
    before, after = day - DAY, day + DAY
    return (before - DAY if before.isoweekday() == 7 else before, after + DAY if after.isoweekday() == 7 else after)


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())


def _fitting(texts: Texts, page: DaySchedule, today: date) -> str:
    """One page as a message; long homework is cut shorter where it must be."""
    heading = _heading(texts, page.day, today)
    whole = f"{heading}\n\n{_section(texts, page, LONGEST_TASK)}"
    return whole if _fits(whole) else f"{heading}\n\n{_section(texts, page, SHORTEST_TASK)}"


def _fits(text: str) -> bool:
    return len(text) <= MOST or len(unescape(re.sub(r"<[^<>]*>", "", text))) <= MOST


def _heading(texts: Texts, day: date, today: date) -> Markup:
    return texts("school-day", day=_said(texts, day, today))


def _said(texts: Texts, day: date, today: date) -> str:
    """«Завтра, вторник, 24 ноября»; with the year where it is not the present one."""
    said = texts.day(day) if day.year == today.year else f"{texts.day(day)} {day.year}"
    ahead = (day - today).days
    return f"{texts('school-near', ahead=ahead)}, {said}" if ahead in (-1, 0, 1) else said[0].upper() + said[1:]


def _section(texts: Texts, page: DaySchedule, longest: int) -> str:
    body: list[str] = [_owner(texts, page)]
    if page.lessons:
        body.append(_lessons(texts, page.lessons, _own(page), longest))
    if page.free:
        body += _why_free(texts, page, longest)
    return "\n".join(body)


def _why_free(texts: Texts, page: DaySchedule, longest: int) -> Iterator[str]:
    off = page.off or DayOff()
    yield texts("school-day-off", name=off.name) if off.name else texts("school-no-lessons")
    if page.following is None:
        yield texts("school-year-over")
        return
    yield "\n" + texts("school-following", day=texts.on_day(page.following.day))
    yield _lessons(texts, page.following.lessons, _own(page), longest)


def _own(page: DaySchedule) -> bool:
    """A teacher's own page: the classes matter there, not the teacher."""
    return page.class_name is None


def _owner(texts: Texts, page: DaySchedule) -> Markup:
    if page.class_name is None:
        return texts("school-own")
    if page.name is None:
        return texts("school-class", class_name=page.class_name)
    return texts("school-pupil", name=page.name.given, class_name=page.class_name)


@lru_cache(maxsize=KEPT_BODIES)
def _lessons(texts: Texts, lessons: tuple[ScheduledLesson, ...], own: bool, longest: int) -> str:
    """Kept by all that it is made of: a whole subgroup of a class reads the same lines."""
    return "\n".join("\n".join(_lesson(texts, one, own, longest)) for one in lessons)


def _lesson(texts: Texts, scheduled: ScheduledLesson, own: bool, longest: int) -> Iterator[str]:
    lesson = scheduled.lesson
    starts = texts.time(lesson.bell.starts) if lesson.bell else ""
    about = {"position": lesson.position, "starts": starts, "subject": lesson.subject.name}
    if lesson.takes_place:
        yield texts("school-lesson", **about) + _where(texts, lesson)
        yield from _classes(texts, lesson.parts) if own else _teachers(texts, lesson)
    elif lesson.moved_to:
        to = lesson.moved_to
        yield texts("changes-moved-line", day=texts.short_day(to.day), to=to.position, **about)
    else:
        yield texts("school-lesson-cancelled", **about)
    if lesson.note:
        yield texts("school-note", note=lesson.note)
    for homework in scheduled.homework:
        yield _task(texts, homework, longest)


def _where(texts: Texts, lesson: PlannedLesson) -> str:
    if not lesson.room:
        return ""
    numbered, moved = lesson.room[0].isdigit(), lesson.change is ChangeKind.ROOM
    return texts("school-room", room=lesson.room, numbered=numbered, moved=moved)


def _teachers(texts: Texts, lesson: PlannedLesson) -> Iterator[str]:
    names = ", ".join(teacher.name.short for teacher in lesson.teachers)
    groups = ", ".join(part.group_name for part in lesson.parts if part.group_name)
    substitute = lesson.change is ChangeKind.SUBSTITUTED
    if groups:
        yield texts("school-teachers-of-group", teachers=names, group=groups, substitute=substitute)
    elif names:
        yield texts("school-teachers", teachers=names, substitute=substitute)


def _classes(texts: Texts, parts: Sequence[ClassPart]) -> Iterator[str]:
    if parts:
        yield texts("school-classes", classes=", ".join(_class(texts, part) for part in parts))


def _class(texts: Texts, part: ClassPart) -> str:
    return texts("school-class-group", class_name=part.name, group=part.group_name) if part.group_name else part.name


def _task(texts: Texts, homework: HomeworkLine, longest: int) -> str:
    if homework.none_set:
        return texts("school-no-homework")
    text = homework.text if len(homework.text) <= longest else f"{homework.text[: longest - 1]}…"
    return texts("school-homework", text=text, files=homework.files)
