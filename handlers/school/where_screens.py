"""Answers to «где сейчас 7А?», a week as text, who is free, and the lists to choose from."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TypedDict

from domain.school.calendar import DayOff
from domain.school.timetable import PlannedLesson, TeacherRef
from domain.school.where import (
    WEEK,
    Directory,
    FreeTeachers,
    OwnedDay,
    OwnedLessons,
    Owner,
    WherePage,
    Whose,
    coming,
    going_on,
)
from handlers.kit.cutting import cut
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.school.where_buttons import DrawWeek, OpenWhere, ShowFree, ShowWeek, ShowWhere, TakeCalendar
from handlers.school.where_lines import line, short_line, title
from handlers.texts.translator import Markup, Texts

DAY = timedelta(days=1)
ON_A_PAGE = {Whose.CLASS: 60, Whose.TEACHER: 40, Whose.ROOM: 60}
IN_A_ROW = {Whose.CLASS: 5, Whose.TEACHER: 2, Whose.ROOM: 5}
MOST_LINES = 25
"""Of a day: a room or a class has fewer, whatever stands in its timetable."""
MOST_SHORT_LINES = 12
MOST_NAMES = 60
"""Of those who have no lessons that day."""
LONGEST_LABEL = 40


class _Fields(TypedDict):
    """Of buttons that name an owner."""

    kind: Whose
    whose: int


def where(texts: Texts, page: WherePage, *, staff: bool) -> Screen:
    """What goes on now and next where the day is today's, and the whole day beneath."""
    owned, day = page.owned, page.day
    parts = [_heading(texts, page), *_now(texts, page), _day_lines(texts, day, owned.owner.kind)]
    return Screen("\n\n".join(part for part in parts if part), _day_rows(texts, owned.owner, day.day, staff=staff))


def week(texts: Texts, owned: OwnedLessons, *, staff: bool) -> Screen:
    first = owned.days[0].day
    heading = texts(
        "where-week", whose=title(texts, owned), first=texts.date(first), last=texts.date(owned.days[-1].day)
    )
    days = [_short_day(texts, day, owned.owner.kind) for day in owned.days]
    return Screen("\n\n".join([heading, *days]), _week_rows(texts, owned.owner, first, staff=staff))


def which(texts: Texts, named: Sequence[OwnedLessons], day: date) -> Screen:
    """Several teachers of one surname."""
    buttons = [Button(cut(one.label, LONGEST_LABEL), ShowWhere(day=packed(day), **_of(one.owner))) for one in named]
    return Screen(texts("where-which"), [*in_rows(buttons, 1), [_back(texts, Whose.TEACHER), _menu(texts)]])


def directory(texts: Texts, known: Directory, kind: Whose, page: int, today: date) -> Screen:
    """Buttons that say where each is now."""
    labelled = list(_labelled(known, kind))
    size, pages = ON_A_PAGE[kind], max(1, -(-len(labelled) // ON_A_PAGE[kind]))
    page = min(max(page, 0), pages - 1)
    shown = labelled[page * size : (page + 1) * size]
    buttons = [Button(cut(label, LONGEST_LABEL), ShowWhere(day=packed(today), **_of(owner))) for label, owner in shown]
    around = [
        Button(label, OpenWhere(kind=kind, page=other))
        for label, other in (("‹", page - 1), ("›", page + 1))
        if 0 <= other < pages
    ]
    others = [
        Button(texts(f"where-list-{other.name.lower()}"), OpenWhere(kind=other, page=0))
        for other in ON_A_PAGE
        if other is not kind
    ]
    free = Button(texts("where-who-is-free"), ShowFree(day=packed(today), position=-1))
    return Screen(texts("where-ask"), [*in_rows(buttons, IN_A_ROW[kind]), around, others, [free, _menu(texts)]])


def free(texts: Texts, page: FreeTeachers) -> Screen:
    """Lesson numbers as buttons; those who are in school first."""
    heading = texts("where-free", day=_said(texts, page.day), position=page.position)
    here = texts("where-free-here", names=_names(page.here)) if page.here else texts("where-free-nobody")
    elsewhere = [texts("where-free-elsewhere", names=_names(page.elsewhere))] if page.elsewhere else []
    numbers = [
        Button(f"· {one} ·" if one == page.position else str(one), ShowFree(day=packed(page.day), position=one))
        for one in page.positions
    ]
    days = [Button(texts.short_day(one), ShowFree(day=packed(one), position=page.position)) for one in _near(page.day)]
    rows = [*in_rows(numbers, 8), days, [_back(texts, Whose.CLASS), _menu(texts)]]
    return Screen("\n\n".join([heading, here, *elsewhere]), rows)


def _heading(texts: Texts, page: WherePage) -> Markup:
    said = _said(texts, page.day.day)
    at = f"{said}, {texts.time(page.at)}" if page.at else said
    return texts("where-heading", whose=title(texts, page.owned), day=at)


def _now(texts: Texts, page: WherePage) -> Iterator[str]:
    if page.at is None or not page.day.lessons:
        return
    kind, lessons = page.owned.owner.kind, page.day.lessons
    current, after = going_on(lessons, page.at), coming(lessons, page.at)
    said = [_going_on(texts, one, kind) for one in current] or [texts("where-nothing-now" if after else "where-over")]
    yield "\n".join([*said, *(texts("where-next", lesson=line(texts, one, kind)) for one in after)])


def _going_on(texts: Texts, lesson: PlannedLesson, kind: Whose) -> str:
    ends = texts.time(lesson.bell.ends) if lesson.bell else ""
    return texts("where-now", lesson=line(texts, lesson, kind), ends=ends)


def _day_lines(texts: Texts, day: OwnedDay, kind: Whose) -> str:
    if not day.lessons:
        return _why_free(texts, day)
    return "\n".join(line(texts, lesson, kind) for lesson in day.lessons[:MOST_LINES])


def _short_day(texts: Texts, day: OwnedDay, kind: Whose) -> str:
    lines = [short_line(texts, lesson, kind) for lesson in day.lessons[:MOST_SHORT_LINES]]
    return "\n".join([texts("where-day", day=texts.short_day(day.day)), *(lines or [_why_free(texts, day)])])


def _why_free(texts: Texts, day: OwnedDay) -> Markup:
    off = day.off or DayOff()
    return texts("where-off", name=off.name) if off.name else texts("where-none")


def _day_rows(texts: Texts, owner: Owner, day: date, *, staff: bool) -> list[list[Button]]:
    around = _near(day)
    return [
        [Button(texts.short_day(one), ShowWhere(day=packed(one), **_of(owner))) for one in around],
        [Button(texts("where-show-week"), ShowWeek(day=packed(day), **_of(owner))), *_taken(texts, owner, day)],
        _ways(texts, owner, staff=staff),
    ]


def _week_rows(texts: Texts, owner: Owner, first: date, *, staff: bool) -> list[list[Button]]:
    around = [Button(f"‹ {texts.short_day(first - WEEK)}", ShowWeek(day=packed(first - WEEK), **_of(owner)))]
    around += [Button(f"{texts.short_day(first + WEEK)} ›", ShowWeek(day=packed(first + WEEK), **_of(owner)))]
    return [around, _taken(texts, owner, first), _ways(texts, owner, staff=staff)]


def _taken(texts: Texts, owner: Owner, day: date) -> list[Button]:
    """The picture, and the file; a room keeps no calendar."""
    picture = Button(texts("where-draw-week"), DrawWeek(day=packed(day), **_of(owner)))
    calendar = Button(texts("where-take-calendar"), TakeCalendar(**_of(owner)))
    return [picture] if owner.kind is Whose.ROOM else [picture, calendar]


def _ways(texts: Texts, owner: Owner, *, staff: bool) -> list[Button]:
    kind = owner.kind if owner.kind in ON_A_PAGE else Whose.CLASS
    return [_back(texts, kind), _menu(texts)] if staff else [_menu(texts)]


def _labelled(known: Directory, kind: Whose) -> Iterator[tuple[str, Owner]]:
    match kind:
        case Whose.TEACHER:
            yield from ((one.name.short, Owner(kind, one.id)) for one in known.teachers)
        case Whose.ROOM:
            yield from known.rooms.items()
        case _:
            yield from ((one.name, Owner(Whose.CLASS, one.id)) for one in known.classes)


def _names(teachers: Sequence[TeacherRef]) -> str:
    names = ", ".join(one.name.short for one in teachers[:MOST_NAMES])
    return f"{names}…" if len(teachers) > MOST_NAMES else names


def _near(day: date) -> tuple[date, date]:
    before, after = day - DAY, day + DAY
    return (before - DAY if before.isoweekday() == 7 else before, after + DAY if after.isoweekday() == 7 else after)


def _said(texts: Texts, day: date) -> str:
    said = texts.day(day)
    return said[0].upper() + said[1:]


def _of(owner: Owner) -> _Fields:
    return {"kind": owner.kind, "whose": owner.id}


def _back(texts: Texts, kind: Whose) -> Button:
    return Button(texts("where-other"), OpenWhere(kind=kind, page=0))


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
