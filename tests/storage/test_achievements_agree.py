"""Results of many agree with a second, slow reckoning from the raw rows, on schools of all sorts."""

import asyncio
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services import Services
from domain.control.achievement import Counts
from domain.control.achievement_scope import Asked, By, Scope
from domain.control.risks import DaysAway, Missed, Risk, Twos
from domain.errors import NotFound
from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.grading import NoMarksInFirstGrade
from domain.journal.periods import Period
from storage.database import Database
from tests import school as cast
from tests.clock import SetClock
from tests.generated import NOW, GeneratedSchool, examples, put, school_of, schools
from tests.slow_achievement import SlowAchievement
from tests.slow_school import SlowSchool
from tests.storage.statement_cases import DEPUTY, wired

FORTNIGHT = date(2026, 11, 11)
SCOPES = st.sampled_from(
    [
        Scope(),
        Scope(),
        Scope(class_id=ClassId(1)),
        Scope(class_id=ClassId(2)),
        Scope(grade=7),
        Scope(grade=10),
        Scope(subject=SubjectId(1)),
        Scope(class_id=ClassId(1), subject=SubjectId(2)),
        Scope(teacher=PersonId(1)),
        Scope(grade=7, teacher=PersonId(2)),
    ]
)
ASKED = st.builds(Asked, SCOPES, st.sampled_from([Period.Q1, Period.Q2]), st.booleans())


@examples(25)
@given(schools(), st.lists(ASKED, min_size=1, max_size=3))
def test_results_agree_with_a_slow_reckoning(generated_url: str, school: GeneratedSchool, asked: list[Asked]) -> None:
    with asyncio.Runner() as runner:
        runner.run(_agree_on(generated_url, school, asked))


@pytest.mark.parametrize("seed", range(2))
async def test_results_agree_on_both_databases(database: Database, seed: int) -> None:
    school = school_of(seed) if seed else _worse(school_of(seed))
    await put(database, school)
    database.clock.set(NOW)  # type: ignore[attr-defined]
    services = wired(database).services()
    for asked in (Asked(Scope(), Period.Q1), Asked(Scope(), Period.Q2, current=True), Asked(Scope(grade=7), Period.Q2)):
        await _agree(services, SlowAchievement(SlowSchool(school), asked))


async def test_a_generated_school_has_something_of_everything() -> None:
    """A generator that makes no twos in a row, say, would prove nothing."""
    slow = [SlowAchievement(SlowSchool(school_of(seed)), Asked(Scope(), Period.Q2, True)) for seed in range(6)]
    worse = SlowAchievement(SlowSchool(_worse(school_of(0))), Asked(Scope(), Period.Q2, True))
    assert worse.twos()
    assert worse.missed()
    assert worse.days_away()
    assert any(one.below() for one in slow)
    assert any(None in one.given().values() for one in slow)
    assert all(any(one.lists()[name] for one in slow) for name in "hxi")


def _worse(school: GeneratedSchool) -> GeneratedSchool:
    """All marks but the best are twos, and every second pupil of the first class is away for a fortnight."""
    marks = [row | {"value": "5" if row["value"] == "5" else "2"} for row in school.of("marks")]
    pupils = [row["pupil_id"] for row in school.of("enrolments") if row["class_id"] == 1][::2]
    lessons = {row["lesson_id"] for row in school.of("lesson_classes") if row["class_id"] == 1}
    away = [
        {"lesson_id": row["id"], "pupil_id": pupil, "day": row["day"], "status": "ill", "noted_by": 1, "noted_at": NOW}
        for row in school.of("lessons")
        for pupil in pupils
        if row["id"] in lessons and row["day"] >= FORTNIGHT
    ]
    known = {(row["lesson_id"], row["pupil_id"]) for row in away}
    others = [row for row in school.of("attendance") if (row["lesson_id"], row["pupil_id"]) not in known]
    return replace(school, tables={**school.tables, "marks": marks, "attendance": [*others, *away]})


async def _agree_on(url: str, school: GeneratedSchool, asked: list[Asked]) -> None:
    database = Database.open(url, SetClock(NOW))
    database.zone = cast.ZONE
    try:
        await put(database, school)
        for one in asked:
            await _agree(wired(database).services(), SlowAchievement(SlowSchool(school), one))
    finally:
        await database.close()


async def _agree(services: Services, slow: SlowAchievement) -> None:
    scope = slow.scope
    try:
        page = await services.achievements.page(DEPUTY, slow.asked)
    except (NotFound, NoMarksInFirstGrade):
        assert not slow.given()
        return
    now, before = slow.given(), slow.before()
    assert _figures(page.counts) == tuple(map(_rounded, slow.figures()))
    assert page.missing == list(now.values()).count(None)
    assert page.pupils == len({pupil for pupil, _ in now})
    if scope.whole_pupils:
        lists = {group.value: {one.seat.pupil for one in listed} for group, listed in page.lists.items()}
        assert lists == slow.lists()
    had = [value for value in before.values() if value in ("5", "4", "3", "2", "н/а")]
    assert (page.last_term.before.total if page.last_term else 0) == len(had)
    split = await services.achievements.split(DEPUTY, slow.asked, scope.splits[0]) if scope.splits else None
    if split is not None and split.by is not By.TEACHER:
        assert sum((row.counts for row in split.rows), Counts()) == page.counts
    await _agree_on_risks(services, slow)


async def _agree_on_risks(services: Services, slow: SlowAchievement) -> None:
    if not slow.asked.current:
        return
    page = await services.risks.page(DEPUTY, slow.asked)
    found = {
        risk: [(line.seat.pupil, reason.finding) for line in listed for reason in line.reasons]
        for risk, listed in page.lists.items()
    }
    assert {(one.pupil, one.subject) for _, one in found[Risk.BELOW] if not isinstance(one, Missed | DaysAway)} == (
        slow.below()
    )
    twos = {(one.pupil, one.subject): one.count for _, one in found[Risk.TWOS] if isinstance(one, Twos)}
    assert twos == slow.twos()
    if slow.scope.whole_pupils:
        missed = {one.pupil: (one.missed, one.lessons) for _, one in found[Risk.MISSED] if isinstance(one, Missed)}
        assert missed == slow.missed()
        days = {one.pupil: one.count for _, one in found[Risk.DAYS] if isinstance(one, DaysAway)}
        assert days == slow.days_away()


def _figures(counts: Counts) -> tuple[Decimal | int | None, ...]:
    return counts.total, counts.success, counts.quality, counts.degree, counts.average


def _rounded(value: Fraction | int | None) -> Decimal | int | None:
    """To hundredths, a half up."""
    if value is None or isinstance(value, int):
        return value
    return Decimal((200 * value.numerator + value.denominator) // (2 * value.denominator)) / 100
