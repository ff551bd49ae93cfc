"""Lessons as a file that a phone's calendar takes (iCalendar, RFC 5545)."""

from collections.abc import Iterator
from datetime import datetime
from html import unescape
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from domain.school.timetable import PlannedLesson
from domain.school.where import OwnedLessons, Whose
from handlers.school.where_lines import classes_of, title
from handlers.texts.translator import Texts

DOMAIN = "zvonok"
PRODUCT = "-//Zvonok//Timetable//RU"


def calendar_file(texts: Texts, owned: OwnedLessons, zone: ZoneInfo, made_at: datetime) -> bytes | None:
    """None where no lesson has bells. A lesson keeps its UID, so that a file taken again replaces, not repeats.

    No child's name: the file leaves for calendars that others see.
    """
    lessons = [lesson for day in owned.days for lesson in day.lessons if lesson.bell]
    if not lessons:
        return None
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", unescape(texts("where-calendar-name", whose=_whose(texts, owned))))
    for lesson in lessons:
        calendar.add_component(_event(lesson, owned.owner.kind, zone, made_at))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _whose(texts: Texts, owned: OwnedLessons) -> str:
    return owned.label if owned.name else title(texts, owned)


def _event(lesson: PlannedLesson, kind: Whose, zone: ZoneInfo, made_at: datetime) -> Event:
    assert lesson.bell is not None
    day = lesson.ref.day
    event = Event()
    event.add("uid", f"lesson-{lesson.ref.entry}-{day:%Y%m%d}@{DOMAIN}")
    event.add("dtstamp", made_at)
    event.add("dtstart", datetime.combine(day, lesson.bell.starts, tzinfo=zone))
    event.add("dtend", datetime.combine(day, lesson.bell.ends, tzinfo=zone))
    event.add("summary", _summary(lesson, kind))
    event.add("status", "CONFIRMED" if lesson.takes_place else "CANCELLED")
    for name, said in _more(lesson):
        event.add(name, said)
    return event


def _summary(lesson: PlannedLesson, kind: Whose) -> str:
    own = kind in (Whose.CLASS, Whose.PUPIL) or not lesson.parts
    return lesson.subject.name if own else f"{lesson.subject.name} · {classes_of(lesson)}"


def _more(lesson: PlannedLesson) -> Iterator[tuple[str, str]]:
    if lesson.room:
        yield "location", lesson.room
    about = [", ".join(teacher.name.short for teacher in lesson.teachers), lesson.note or ""]
    if any(about):
        yield "description", "\n".join(part for part in about if part)
