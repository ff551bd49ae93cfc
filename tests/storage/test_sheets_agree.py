"""Sheets of marks and reports agree with a second, slow reckoning from the raw rows, on schools of all sorts."""

import asyncio
from collections import Counter

import pytest
from hypothesis import given

from bot.services import Services
from domain.control.achievement import Counts
from domain.control.mark_sheet import MarkSheet
from domain.ids import ClassId
from domain.journal.periods import Period
from storage.database import Database
from tests import school as cast
from tests.clock import SetClock
from tests.generated import NOW, GeneratedSchool, examples, put, school_of, schools
from tests.slow_school import SlowSchool
from tests.slow_sheets import SlowSheets
from tests.storage.statement_cases import DEPUTY, wired


@examples(10)
@given(schools())
def test_sheets_agree_with_a_slow_reckoning(generated_url: str, school: GeneratedSchool) -> None:
    with asyncio.Runner() as runner:
        runner.run(_agree_on(generated_url, school))


@pytest.mark.parametrize("seed", range(2))
async def test_sheets_agree_on_both_databases(database: Database, seed: int) -> None:
    school = school_of(seed)
    await put(database, school)
    database.clock.set(NOW)  # type: ignore[attr-defined]
    await _agree(wired(database).services(), SlowSheets(SlowSchool(school)))


async def test_the_generated_school_has_something_to_say() -> None:
    """Marks, pupils who left, exemptions, missed lessons, lessons given: of each at least one."""
    totals: Counter[str] = Counter()
    for seed in range(4):
        slow = SlowSheets(SlowSchool(school_of(seed)))
        for class_id in (row["id"] for row in slow.slow.school.of("classes") if row["grade"] == 7):
            for subject in (1, 2, 3):
                totals.update(slow.subject(class_id, subject, Period.Q1)[0])
            totals["left"] += sum(left is not None for left in slow.pupils(class_id, Period.YEAR).values())
            totals.update(slow.missed(class_id, Period.Q1))
    wanted = ("n5", "n4", "n3", "n2", "na", "exempt", "left", "lessons", "ill", "excused", "unknown", "late")
    assert [one for one in wanted if not totals[one]] == []


async def _agree_on(url: str, school: GeneratedSchool) -> None:
    database = Database.open(url, SetClock(NOW))
    database.zone = cast.ZONE
    try:
        await put(database, school)
        await _agree(wired(database).services(), SlowSheets(SlowSchool(school)))
    finally:
        await database.close()


async def _agree(services: Services, slow: SlowSheets) -> None:
    for row in slow.slow.school.of("classes"):
        class_id = ClassId(row["id"])
        periods = (await services.mark_sheets.of(DEPUTY, class_id)).periods
        for period in (one for one in periods if one in (Period.Q1, Period.Q2, Period.H1, Period.YEAR)):
            if row["grade"] > 1:
                _agree_on_marks(await services.mark_sheets.of(DEPUTY, class_id, period), slow)
            await _agree_on_class(services, slow, class_id, period)
    for teacher, _ in (await services.teacher_reports.choice(DEPUTY)).teachers:
        report = await services.teacher_reports.of(DEPUTY, teacher)
        for period in report.periods[:2]:
            await _agree_on_teacher(services, slow, teacher, period)


def _agree_on_marks(sheet: MarkSheet, slow: SlowSheets) -> None:
    class_id, period = sheet.school_class.id, sheet.period
    assert {one.pupil.seat.pupil: one.pupil.left for one in sheet.rows} == slow.pupils(class_id, period)
    for total in sheet.subjects:
        counts, missing = slow.subject(class_id, total.subject.id, period)
        assert total.counts == Counts(**counts), (class_id, period, total.subject)
        assert total.missing == missing, (class_id, period, total.subject)


async def _agree_on_class(services: Services, slow: SlowSheets, class_id: ClassId, period: Period) -> None:
    report = await services.class_reports.of(DEPUTY, class_id, period)
    pupils, first = slow.pupils(class_id, period), slow.days(class_id, period)[0]
    assert report.movement.end == sum(left is None for left in pupils.values())
    assert len(report.movement.left) == sum(left is not None for left in pupils.values())
    sat = [one for one in slow.slow.seats() if one[1] == class_id and one[2] <= first <= (one[3] or first)]
    assert report.movement.start == len(sat)
    missed = slow.missed(class_id, period)
    for name in ("lessons", "ill", "excused", "unexcused", "unknown", "late"):
        assert getattr(report.missed, name) == missed[name], (class_id, period, name)


async def _agree_on_teacher(services: Services, slow: SlowSheets, teacher: int, period: Period) -> None:
    report = await services.teacher_reports.of(DEPUTY, teacher, period)  # type: ignore[arg-type]
    for line in report.lines:
        class_id, subject = line.school_class.id, line.subject.id
        group = _group(slow, class_id, subject, line.group)
        _, last = slow.days(class_id, line.period)
        sitting = slow.pupils(class_id, line.period)
        pupils = [
            one
            for one in slow.counted(class_id, line.period)
            if slow.learns(class_id, one, subject, line.period, last, teacher)
            and (group is None or slow.slow.attends(one, group, sitting))
        ]
        values = Counter(slow.value(one, subject, line.period, last) for one in pupils)
        assert line.pupils == len(pupils), (teacher, line)
        assert (line.counts.n5, line.counts.n4, line.counts.na) == (values["5"], values["4"], values["н/а"])
        assert len(line.unmarked) == values[""] + values["н/а"]
        assert line.given == slow.given(teacher, class_id, group, subject, line.period), (teacher, line)


def _group(slow: SlowSheets, class_id: int, subject: int, name: str) -> int | None:
    rows = slow.slow.school.of("study_groups")
    found = [
        row["id"] for row in rows if (row["class_id"], row["subject_id"], row["name"]) == (class_id, subject, name)
    ]
    return found[0] if found else None
