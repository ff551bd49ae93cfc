"""Every indicator agrees with a second, slow reckoning from the raw rows, on schools of all sorts."""

import asyncio
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.indicators_wiring import indicators_of
from domain.control.indicators import OF_LESSONS, By, Indicators, LeftOut, Measure, Slice
from domain.ids import ClassId, PersonId, SubjectId
from storage.database import Database
from tests import school as cast
from tests.clock import SetClock
from tests.generated import NOW, GeneratedSchool, Trait, examples, put, school_of, schools
from tests.slow_indicators import SlowIndicators
from tests.slow_school import SlowSchool
from tests.storage.statement_cases import DEPUTY, wired

FIRST = date(2026, 9, 1)
FAMILIES = {
    Measure.GUARDIANS: ("guardian", None),
    Measure.GUARDIANS_WEEK: ("guardian", timedelta(days=7)),
    Measure.GUARDIANS_MONTH: ("guardian", timedelta(days=30)),
    Measure.PUPILS: ("pupil", None),
    Measure.PUPILS_WEEK: ("pupil", timedelta(days=7)),
    Measure.PUPILS_MONTH: ("pupil", timedelta(days=30)),
}


def _slices() -> st.SearchStrategy[Slice]:
    """Of days from September to December; of classes, subjects and teachers that may be there or not."""
    days = st.tuples(st.integers(0, 90), st.integers(0, 90)).map(sorted)
    return st.builds(
        lambda ns, class_id, grade, subject, teacher: Slice(
            FIRST + timedelta(days=ns[0]), FIRST + timedelta(days=ns[1]), class_id, grade, subject, teacher
        ),
        days,
        st.none() | st.sampled_from([ClassId(1), ClassId(2)]),
        st.none() | st.sampled_from([1, 7, 10]),
        st.none() | st.sampled_from([SubjectId(1), SubjectId(2)]),
        st.none() | st.sampled_from([PersonId(1), PersonId(2)]),
    )


@examples(25)
@given(schools(), st.lists(_slices(), min_size=1, max_size=2))
def test_figures_agree_with_a_slow_reckoning(generated_url: str, school: GeneratedSchool, slices: list[Slice]) -> None:
    with asyncio.Runner() as runner:
        runner.run(_agree_on(generated_url, school, slices))


@pytest.mark.parametrize("seed", range(3))
async def test_figures_agree_on_both_databases(database: Database, seed: int) -> None:
    school = school_of(seed)
    await put(database, school)
    database.clock.set(NOW)  # type: ignore[attr-defined]
    for slice_ in (
        Slice(FIRST, date(2026, 12, 30)),
        Slice(date(2026, 11, 2), NOW.date(), class_id=ClassId(2)),
        Slice(date(2026, 10, 20), date(2026, 11, 20), grade=7, teacher=PersonId(1)),
    ):
        await _agree(indicators_of(wired(database)), SlowIndicators(SlowSchool(school), slice_))


async def test_every_trait_has_something_to_say() -> None:
    """A generator that makes no late marks, say, would prove nothing."""
    slow = SlowIndicators(SlowSchool(school_of(0)), Slice(FIRST, NOW.date()))
    for measure in OF_LESSONS:
        part, whole = slow.figure(measure)
        assert whole, measure
        assert measure is Measure.TEACHERS or 0 < part < whole, measure
    pupils, exempt = slow.density()
    assert exempt
    assert {marks >= needed for marks, needed in pupils.values()} == {True, False}
    courses, without = slow.plan()
    assert without
    assert {given >= planned for given, planned in courses.values()} == {True, False}
    assert len(Trait) > 15


async def _agree_on(url: str, school: GeneratedSchool, slices: list[Slice]) -> None:
    database = Database.open(url, SetClock(NOW))
    database.zone = cast.ZONE
    try:
        await put(database, school)
        for slice_ in slices:
            await _agree(indicators_of(wired(database)), SlowIndicators(SlowSchool(school), slice_))
    finally:
        await database.close()


async def _agree(indicators: Indicators, slow: SlowIndicators) -> None:
    page = await indicators.page(DEPUTY, slow.slice)
    figures = {one.measure: one for one in page.figures}
    for measure in OF_LESSONS:
        assert (figures[measure].part, figures[measure].whole) == slow.figure(measure), measure
    middle = figures[Measure.HOMEWORK_IN_TIME].middle
    assert middle == (None if slow.minutes_after() is None else Fraction(slow.minutes_after()))
    for measure in (Measure.FILLED_IN_TIME, Measure.CANCELLED, Measure.HOMEWORK):
        behind = await indicators.behind(DEPUTY, slow.slice, measure, By.TEACHER)
        lines = {one.teacher.id: (one.part, one.whole) for one in behind.lines if one.teacher}
        expected = slow.by_teacher(measure)
        assert lines == {who: line for who, line in expected.items() if line[0] or not measure.adverse}, measure
        short = await indicators.lessons(DEPUTY, slow.slice, measure)
        refs = [(one.lesson.ref.entry, one.lesson.ref.day) for one in short.lessons]
        assert set(refs) == slow.short(measure), measure
        assert [day for _, day in refs] == sorted((day for _, day in refs), reverse=True)
    await _agree_on_density(indicators, slow)
    await _agree_on_plans(indicators, slow)
    if slow.slice.subject is None and slow.slice.teacher is None:
        for measure, about in FAMILIES.items():
            assert (figures[measure].part, figures[measure].whole) == slow.families(*about), measure


async def _agree_on_density(indicators: Indicators, slow: SlowIndicators) -> None:
    pupils, exempt = slow.density()
    behind = await indicators.behind(DEPUTY, slow.slice, Measure.DENSITY)
    figure, lines = behind.figure, behind.lines
    assert figure.left_out.get(LeftOut.EXEMPT, 0) == exempt
    assert (figure.part, figure.whole) == (sum(marks >= needed for marks, needed in pupils.values()), len(pupils))
    assert {
        (one.pupil, one.subject.id, one.term.kind.value, one.term.number): (one.part, one.whole)
        for one in lines
        if one.subject and one.term
    } == {key: (marks, needed) for key, (marks, needed) in pupils.items() if marks < needed}
    average = Fraction(sum(marks for marks, _ in pupils.values()), len(pupils)) if pupils else None
    assert figure.middle == average


async def _agree_on_plans(indicators: Indicators, slow: SlowIndicators) -> None:
    courses, without = slow.plan()
    behind = await indicators.behind(DEPUTY, slow.slice, Measure.PLAN)
    assert behind.figure.left_out.get(LeftOut.NO_PLAN, 0) == without
    assert sorted((one.part, one.whole) for one in behind.lines) == sorted(courses.values())
    kept = sum(given >= planned - 1 for given, planned in courses.values())
    assert (behind.figure.part, behind.figure.whole) == (kept, len(courses))
