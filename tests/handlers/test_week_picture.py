"""A week as a picture: it is drawn whole, escaped, and says what the timetable says."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter
from xml.etree import ElementTree

import pytest

from domain.school.calendar import DayOff
from domain.school.timetable import ChangeKind, PlannedLesson, SubjectRef
from domain.school.where import OwnedDay, OwnedLessons, Owner, Whose
from handlers.kit.svg import drawn
from handlers.school.week_picture import CARD, EDGE, GAP, WIDTH, _width, week_picture
from handlers.texts.translator import texts_in
from tests.architecture import screen_samples as s

RU = texts_in("ru")
TEXT = "{http://www.w3.org/2000/svg}text"


def lesson(position: int, name: str, **more: object) -> PlannedLesson:
    return replace(s.LESSON, position=position, subject=SubjectRef(s.SUBJECT.id, name, name[:6]), **more)  # type: ignore[arg-type]


def week(*lessons: PlannedLesson, kind: Whose = Whose.CLASS) -> OwnedLessons:
    days = [OwnedDay(s.TODAY + n * s.DAY, lessons if n < 5 else ()) for n in range(6)]
    return OwnedLessons(Owner(kind, 1), "7А", tuple(days))


def words(owned: OwnedLessons) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(week_picture(RU, owned)).iter(TEXT))


def said(owned: OwnedLessons) -> list[str]:
    return [one.text or "" for one in words(owned)]


def test_subgroups_of_one_time_stand_in_one_line_with_both_rooms() -> None:
    shown = said(week(lesson(1, "Химия", room="31"), lesson(1, "Химия", room="32")))
    assert shown.count("Химия") == 5
    assert "31 / 32" in shown


def test_what_is_cancelled_is_struck_through_and_what_is_changed_is_marked() -> None:
    owned = week(lesson(1, "Химия", change=ChangeKind.CANCELLED), lesson(2, "Труд", change=ChangeKind.SUBSTITUTED))
    struck = [one.text for one in words(owned) if one.get("text-decoration") == "line-through"]
    assert struck[:2] == ["Химия", "214"]
    assert "↻ Труд" in said(owned)


def test_a_teachers_line_names_the_class_and_a_rooms_the_class_alone() -> None:
    assert "11А · 214" in said(week(lesson(1, "Химия"), kind=Whose.TEACHER))
    assert "11А" in said(week(lesson(1, "Химия"), kind=Whose.ROOM))


def test_a_day_off_says_why() -> None:
    days = (OwnedDay(s.TODAY, (), DayOff("Осенние каникулы")), OwnedDay(s.TODAY, ()))
    shown = said(replace(week(), days=days))
    assert "Осенние каникулы" in shown
    assert "уроков нет" in shown


def test_texts_are_escaped_and_lose_what_no_xml_takes() -> None:
    assert "<b>&\u202f5" not in said(week(lesson(1, "<b>&\x00\x1b5")))
    assert "<b>&5" in said(week(lesson(1, "<b>&\x00\x1b5")))


@pytest.mark.parametrize("kind", Whose)
def test_nothing_leaves_its_card_however_long(kind: Whose) -> None:
    long = [lesson(n, s.text(120), room="Большой спортивный зал корпуса 2", bell=None) for n in (0, 9, 20)]
    for left, right in _spans(replace(week(*long, kind=kind), label="М" * 90)):
        assert left >= 0
        assert right <= WIDTH
    for left, right in list(_spans(week(*long, kind=kind)))[2:]:
        card = EDGE + int(left > WIDTH / 2) * (CARD + GAP)
        assert card <= left <= right <= card + CARD


def _spans(owned: OwnedLessons) -> Iterator[tuple[float, float]]:
    for one in words(owned):
        bold = one.get("font-weight") == "bold"
        wide, x = _width(one.text or "", int(one.attrib["font-size"]), bold), float(one.attrib["x"])
        yield (x - wide, x) if one.get("text-anchor") == "end" else (x, x + wide)


def test_a_heavy_week_is_drawn_within_a_second_and_at_once_the_next_time() -> None:
    owned = week(*(lesson(n, f"Предмет {n}") for n in range(1, 9)))
    started = perf_counter()
    png = asyncio.run(drawn(week_picture(RU, owned)))
    assert perf_counter() - started < 3, "a second, on a machine that does nothing else"
    assert png.startswith(b"\x89PNG")
    assert len(png) < 10 * 2**20
    assert int.from_bytes(png[16:20], "big") == WIDTH
    assert asyncio.run(drawn(week_picture(RU, owned))) is png


def test_letters_are_large_enough_for_a_phone() -> None:
    """Nine pixels are left of the smallest at a phone's 390."""
    sizes = re.findall(r'font-size="(\d+)"', week_picture(RU, week(lesson(1, "Химия"))))
    assert min(map(int, sizes)) * 390 / WIDTH > 9
