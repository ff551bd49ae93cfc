"""Pages of the journal and sheets of attendance agree with a second, slow reckoning from the raw rows."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import given

from bot.services import Services
from domain.attendance.missed import Totals
from domain.control.attendance_sheet import AttendanceDay
from domain.control.page_courses import PageCourse
from domain.ids import ClassId
from storage.database import Database
from tests import school as cast
from tests.clock import SetClock
from tests.generated import NOW, GeneratedSchool, examples, put, school_of, schools
from tests.slow_school import SlowLesson, SlowSchool
from tests.storage.statement_cases import DEPUTY, wired

AWAY = {"absent": None, "ill": "ill", "excused": "excused"}
WHEN = ("0", "2610", "2611")


@examples(15)
@given(schools())
def test_sheets_agree_with_a_slow_reckoning(generated_url: str, school: GeneratedSchool) -> None:
    with asyncio.Runner() as runner:
        runner.run(_agree_on(generated_url, _settled(school)))


async def test_sheets_agree_on_both_databases(database: Database) -> None:
    school = _settled(school_of(1))
    await put(database, school)
    database.clock.set(NOW)  # type: ignore[attr-defined]
    await _agree(wired(database).services(), Slow(school))


async def test_the_generated_school_has_something_of_everything() -> None:
    """Else agreeing would prove nothing."""
    slow = Slow(_settled(school_of(1)))
    first, last = date(2026, 9, 1), NOW.date()
    days = [
        one for class_id in (1, 2) for line in slow.attendance(class_id, first, last).values() for one in line.values()
    ]
    assert any(day and day.missed for day in days)
    assert any(day is None for day in days)
    assert {"ill", "unexcused", None} <= {slow.reason(row) for row in slow.school.of("attendance")}


def _settled(school: GeneratedSchool) -> GeneratedSchool:
    """With the class teacher's reasons for some absences; for one who was only late none counts."""
    reasons = [
        {
            "lesson_id": row["lesson_id"],
            "pupil_id": row["pupil_id"],
            "reason": ("unexcused", "ill", "excused")[at % 3],
            "settled_by": row["noted_by"],
            "settled_at": NOW,
        }
        for at, row in enumerate(school.of("attendance"))
        if at % 2
    ]
    return replace(school, tables={**school.tables, "absence_reasons": reasons})


async def _agree_on(url: str, school: GeneratedSchool) -> None:
    database = Database.open(url, SetClock(NOW))
    try:
        await put(database, school)
        database.zone = cast.ZONE
        await _agree(wired(database).services(), Slow(school))
    finally:
        await database.close()


async def _agree(services: Services, slow: "Slow") -> None:
    for number in range(1, len(slow.school.grades) + 1):
        for when in WHEN:
            await _attendance_agrees(services, slow, number, when)
            await _pages_agree(services, slow, number, when)
    for when in WHEN:
        shown = await services.attendance_sheets.school(DEPUTY, when)
        for school_class, days in shown.classes:
            mine = slow.of_class(school_class.id, shown.dates)
            assert dict(zip(shown.dates, days, strict=True)) == mine, (school_class.id, when)


async def _attendance_agrees(services: Services, slow: "Slow", number: int, when: str) -> None:
    sheet = await services.attendance_sheets.sheet(DEPUTY, ClassId(number), when)
    shown = {line.pupil.pupil: dict(zip(sheet.dates, line.days, strict=True)) for line in sheet.lines}
    assert shown == slow.attendance(number, sheet.days.first, sheet.until, sheet.days.last), (number, when)
    assert {line.pupil.pupil: line.totals for line in sheet.lines} == {
        pupil: slow.totals(pupil, number, sheet.days.first, sheet.until) for pupil in shown
    }
    assert sheet.totals.lessons == sum(day.missed for line in shown.values() for day in line.values() if day)


async def _pages_agree(services: Services, slow: "Slow", number: int, when: str) -> None:
    for course in await services.journal_pages.of_class(DEPUTY, ClassId(number)):
        page = await services.journal_pages.page(DEPUTY, course.place, when)
        first, last = page.days.first, page.until
        assert [(one.day, one.position) for one in page.lessons] == slow.columns(course, first, last), course
        cells = {
            (line.pupil.pupil, lesson.id): (sorted(cell.marks), cell.presence)
            for line in page.lines
            for lesson, cell in zip(page.lessons, line.cells, strict=True)
            if cell.marks or cell.presence
        }
        pupils = {line.pupil.pupil for line in page.lines}
        assert pupils == slow.pupils(course, first, page.days.last), (course, when)
        assert cells == slow.cells(course, pupils, first, last), (course, when)
        assert page.marks == sum(len(marks) for marks, _ in cells.values())


class Slow(SlowSchool):
    def of_day(self, day: date) -> list[SlowLesson]:
        return [one for one in self.lessons if one.day == day and one.takes_place]

    def spans(self, number: int) -> dict[int, list[tuple[date, date | None]]]:
        found: dict[int, list[tuple[date, date | None]]] = {}
        for pupil, class_id, first, last in self.seats():
            if class_id == number:
                found.setdefault(pupil, []).append((first, last))
        return found

    def pupil_lessons(self, pupil: int, number: int, day: date, sitting: set[int]) -> int:
        return sum(
            any(c == number and (g is None or self.attends(pupil, g, sitting)) for c, g in one.parts)
            for one in self.of_day(day)
        )

    def missed(self, pupil: int, day: date) -> int:
        rows = self.school.of("attendance")
        return sum((row["pupil_id"], row["day"]) == (pupil, day) and row["status"] in AWAY for row in rows)

    def reason(self, row: dict[str, object]) -> str | None:
        for one in self.school.of("absence_reasons"):
            if (one["lesson_id"], one["pupil_id"]) == (row["lesson_id"], row["pupil_id"]):
                return str(one["reason"])
        return AWAY.get(str(row["status"]))

    def totals(self, pupil: int, number: int, first: date, last: date) -> Totals:
        spans = self.spans(number)[pupil]
        rows = [
            row
            for row in self.school.of("attendance")
            if row["pupil_id"] == pupil and first <= row["day"] <= last and _within(spans, row["day"])
        ]
        away = [row for row in rows if row["status"] in AWAY]
        reasons = [self.reason(row) for row in away]
        return Totals(
            len(away),
            len({row["day"] for row in away}),
            reasons.count("ill"),
            reasons.count("excused"),
            reasons.count("unexcused"),
            reasons.count(None),
            sum(row["status"] == "late" for row in rows),
        )

    def attendance(
        self, number: int, first: date, last: date, ends: date | None = None
    ) -> dict[int, dict[date, AttendanceDay | None]]:
        """By pupil and day of the class."""
        touching = {p: s for p, s in self.spans(number).items() if any(_touches(one, first, ends or last) for one in s)}
        taught = {one.day for one in self.lessons if one.takes_place and any(c == number for c, _ in one.parts)}
        noted = {
            row["day"]
            for row in self.school.of("attendance")
            if row["status"] in AWAY and _within(touching.get(row["pupil_id"], []), row["day"])
        }
        dates = [day for day in sorted(taught | noted) if first <= day <= last]
        sitting = set(touching)
        return {
            pupil: {day: self._day(pupil, number, day, spans, sitting) for day in dates}
            for pupil, spans in touching.items()
        }

    def _day(
        self, pupil: int, number: int, day: date, spans: list[tuple[date, date | None]], sitting: set[int]
    ) -> AttendanceDay | None:
        if not _within(spans, day):
            return None
        missed = self.missed(pupil, day)
        return AttendanceDay(missed, max(missed, self.pupil_lessons(pupil, number, day, sitting)))

    def of_class(self, number: int, dates: tuple[date, ...]) -> dict[date, AttendanceDay | None]:
        spans = self.spans(number)
        sitting = {p for p, s in spans.items() if dates and any(_touches(one, dates[0], dates[-1]) for one in s)}
        found: dict[date, AttendanceDay | None] = {}
        for day in dates:
            there = [pupil for pupil, mine in spans.items() if _within(mine, day)]
            given_ = [one for one in self.of_day(day) if any(c == number for c, _ in one.parts)]
            missed = sum(self.missed(pupil, day) for pupil in there)
            lessons = sum(self.pupil_lessons(pupil, number, day, sitting) for pupil in there)
            found[day] = AttendanceDay(missed, max(missed, lessons)) if given_ else None
        return found

    def columns(self, course: PageCourse, first: date, last: date) -> list[tuple[date, int]]:
        planned = {
            one.ref: (one.day, one.position)
            for one in self.lessons
            if one.takes_place and first <= one.day <= last and one.subject == course.place.subject
            if any(c == course.place.class_id and g in (None, course.place.group) for c, g in one.parts)
        }
        written = {
            (row["entry_id"], row["day"]): (row["day"], row["position"]) for row in self._rows(course, first, last)
        }
        return sorted((written | planned).values())

    def pupils(self, course: PageCourse, first: date, last: date) -> set[int]:
        spans = self.spans(course.place.class_id)
        touching = {p for p, s in spans.items() if any(_touches(one, first, last) for one in s)}
        group = course.place.group
        return {one for one in touching if group is None or self.attends(one, group, touching)}

    def cells(
        self, course: PageCourse, pupils: set[int], first: date, last: date
    ) -> dict[tuple[int, int], tuple[list[str], str | None]]:
        lessons = {row["id"] for row in self._rows(course, first, last)}
        found: dict[tuple[int, int], tuple[list[str], str | None]] = {}
        for mark in self.school.of("marks"):
            if mark["lesson_id"] in lessons and mark["pupil_id"] in pupils and not mark.get("taken_back"):
                key = mark["pupil_id"], mark["lesson_id"]
                found[key] = sorted([*found.get(key, ([], None))[0], mark["value"]]), None
        for row in self.school.of("attendance"):
            if row["lesson_id"] in lessons and row["pupil_id"] in pupils and row["status"] != "present":
                key = row["pupil_id"], row["lesson_id"]
                found[key] = found.get(key, ([], None))[0], row["status"]
        return found

    def _rows(self, course: PageCourse, first: date, last: date) -> Iterator[dict[str, object]]:
        place = course.place
        classes = {
            row["lesson_id"]: row["group_id"]
            for row in self.school.of("lesson_classes")
            if row["class_id"] == place.class_id
        }
        for row in self.school.of("lessons"):
            here = row["id"] in classes and row["subject_id"] == place.subject and first <= row["day"] <= last
            if here and (place.group is None or classes[row["id"]] in (None, place.group)):
                yield row


def _within(spans: list[tuple[date, date | None]], day: date) -> bool:
    return any(first <= day and (last is None or day <= last) for first, last in spans)


def _touches(span: tuple[date, date | None], first: date, last: date) -> bool:
    return span[0] <= last and (span[1] is None or first <= span[1])
