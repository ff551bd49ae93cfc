"""Results as use cases keep them: who may set them, what is logged, what is refused, whose subgroup it is."""

from datetime import date

import pytest
from sqlalchemy import func, insert, select

from bot.services import Services, Wiring
from bot.settings import Settings
from domain.errors import NotAllowed, NotFound, Refused
from domain.ids import ClassId, PersonId, SubjectId, WorkKindId
from domain.journal.closing import ReopeningNeedsReason
from domain.journal.grading import NoMarksInFirstGrade
from domain.journal.periods import Period
from domain.journal.results_kept import ResultPlace
from domain.journal.results_sheet import ResultNeedsReason, ResultReasonTooLong, TermClosed, TermNotBegun
from domain.journal.scale import MarkOutOfScale
from domain.journal.what_if import Tried
from domain.roles.codes import CodeHasher
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.journal.results_reads import ClosedTerms
from storage.tables import grading, journal, messaging
from storage.tables import school as t
from tests import school
from tests.clock import SetClock
from tests.statements import counted

TEACHER, DEPUTY, MOTHER = (school.actor(one) for one in (school.ALGEBRA_TEACHER, school.DEPUTY, school.MOTHER))
HERE = ResultPlace(school.CLASS_7A, school.ALGEBRA, Period.Q2)


@pytest.fixture
def services(database: Database) -> Services:
    return Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32)).services()


async def _marks(services: Services, database: Database, values: str, pupil: PersonId = school.IVANOV) -> None:
    """One for each kind of work of the day's lesson, then of the lesson of the day before."""
    for place, value in enumerate(values):
        ref = LessonRef(school.entry_of(0, 2 - place // 5), date(2026, 11, 24 - place // 5))
        await services.grading.put(TEACHER, ref, pupil, value, WorkKindId(place % 5 + 1))


async def _count(database: Database, table: object) -> int:
    row = await database.reader.row(select(func.count()).select_from(table))  # type: ignore[arg-type]
    assert row is not None
    return int(row[0])


async def test_a_result_is_kept_with_what_was_proposed_and_every_change_is_logged(
    services: Services, database: Database
) -> None:
    await _marks(services, database, "5545444")
    before = await _count(database, journal.change_log)
    assert await services.results.put(TEACHER, HERE, school.IVANOV, "4")
    assert not await services.results.put(TEACHER, HERE, school.IVANOV, "4")
    assert await services.results.put(TEACHER, HERE, school.IVANOV, "5", " старался ")
    assert await services.results.put(TEACHER, HERE, school.IVANOV, None)
    assert not await services.results.put(TEACHER, HERE, school.IVANOV, None)
    assert await services.results.put(TEACHER, HERE, school.IVANOV, "4")
    [row] = await database.reader.rows(select(grading.results))
    assert (row.value, str(row.average), row.proposed, row.reason, row.version) == ("4", "4.43", "4", None, 4)
    assert not row.taken_back
    log = journal.change_log.c
    rows = await database.reader.rows(select(log.before, log.after).where(log.what == "result").order_by(log.id))
    assert [(r.before and r.before["value"], r.after["value"]) for r in rows] == [
        (None, "4"),
        ("4", "5"),
        ("5", None),
        (None, "4"),
    ]
    assert await _count(database, journal.change_log) == before + 4
    facts = messaging.facts.c
    told = await database.reader.rows(select(facts.body).where(facts.kind == "result").order_by(facts.id))
    assert [row.body["version"] for row in told] == [1, 2, 3, 4]


async def test_what_cannot_be_is_refused_and_leaves_no_trace(services: Services, database: Database) -> None:
    await _marks(services, database, "5545444")
    refusals: list[tuple[object, ResultPlace, PersonId, str | None, str | None, type[Refused]]] = [
        (TEACHER, HERE, school.IVANOV, "3", None, ResultNeedsReason),
        (TEACHER, HERE, school.IVANOV, "3", "  ", ResultNeedsReason),
        (TEACHER, HERE, school.IVANOV, "3", "х" * 301, ResultReasonTooLong),
        (TEACHER, HERE, school.IVANOV, "6", "так", MarkOutOfScale),
        (TEACHER, HERE, school.ORLOV, "4", None, NotFound),
        (TEACHER, HERE, PersonId(987_654), "4", None, NotFound),
        (TEACHER, ResultPlace(school.CLASS_7A, school.ALGEBRA, Period.Q3), school.IVANOV, "н/а", None, TermNotBegun),
        (TEACHER, ResultPlace(school.CLASS_7A, school.ALGEBRA, Period.H1), school.IVANOV, "4", None, NotFound),
        (TEACHER, ResultPlace(school.CLASS_7A, school.ALGEBRA, Period.EXAM), school.IVANOV, "4", None, NotFound),
        (TEACHER, ResultPlace(school.CLASS_7A, school.RUSSIAN, Period.Q2), school.IVANOV, "4", None, NotAllowed),
        (TEACHER, ResultPlace(ClassId(99), school.ALGEBRA, Period.Q2), school.IVANOV, "4", None, NotFound),
        (TEACHER, ResultPlace(school.CLASS_7A, SubjectId(99), Period.Q2), school.IVANOV, "4", None, NotFound),
        (DEPUTY, HERE, school.IVANOV, "4", None, NotAllowed),
        (MOTHER, HERE, school.IVANOV, "4", None, NotAllowed),
        (school.actor(school.CLASS_TEACHER_7A), HERE, school.IVANOV, "4", None, NotAllowed),
    ]
    for who, place, pupil, value, reason, refused in refusals:
        with pytest.raises(refused):
            await services.results.put(who, place, pupil, value, reason)  # type: ignore[arg-type]
    assert await _count(database, grading.results) == 0


async def test_first_grades_have_no_results(services: Services) -> None:
    primary = school.actor(school.PRIMARY)
    with pytest.raises(NoMarksInFirstGrade):
        await services.results.sheet(primary, ResultPlace(school.CLASS_1A, school.MATHS_1, Period.Q2))
    with pytest.raises(NoMarksInFirstGrade):
        await services.pupil_results.page(MOTHER, school.IVANOVA_MASHA)


async def test_families_see_their_own_children_alone(services: Services) -> None:
    page = await services.pupil_results.page(MOTHER, school.IVANOV)
    assert [one.course.subject_name for one in page.subjects] == [
        "Алгебра",
        "Английский язык",
        "Русский язык",
        "Физическая культура",
    ]
    for pupil in (school.PETROVA, PersonId(987_654), school.MOTHER):
        with pytest.raises(NotFound):
            await services.pupil_results.page(MOTHER, pupil)
        with pytest.raises(NotFound):
            await services.pupil_results.explained(MOTHER, pupil, school.ALGEBRA, Period.Q2)
        with pytest.raises(NotFound):
            await services.forecasts.of_subject(MOTHER, pupil, school.ALGEBRA, ())
        with pytest.raises(NotFound):
            await services.forecasts.everywhere(MOTHER, pupil, (Tried(5, 0),))


async def test_a_teacher_of_a_subgroup_sees_and_sets_that_subgroup(services: Services) -> None:
    english = ResultPlace(school.CLASS_7A, school.ENGLISH, Period.Q2)
    for teacher, pupils in (
        (school.ENGLISH_1, {school.IVANOV, school.PETROVA}),
        (school.ENGLISH_2, {school.SIDOROV, school.KUZINA}),
        (school.CLASS_TEACHER_7A, {school.IVANOV, school.PETROVA, school.SIDOROV, school.KUZINA}),
    ):
        sheet = await services.results.sheet(school.actor(teacher), english)
        assert {line.seat.pupil for line in sheet.lines} == pupils
        assert sheet.mine is (teacher != school.CLASS_TEACHER_7A)
    with pytest.raises(NotFound):
        await services.results.put(school.actor(school.ENGLISH_1), english, school.SIDOROV, "н/а")


async def test_who_teaches_by_the_load_alone_sets_results_too(services: Services, database: Database) -> None:
    history = SubjectId(50)
    row = {"id": history, "name": "История", "short": "Ист", "name_norm": "история"}
    async with database.begin() as tx:
        await tx.run(insert(t.subjects), [row])
        load = {"teacher_id": school.ENGLISH_2, "subject_id": history, "class_id": school.CLASS_7A}
        await tx.run(insert(t.teaching_loads), [load])
        tx.touch("timetable")
    place = ResultPlace(school.CLASS_7A, history, Period.Q2)
    assert await services.results.put(school.actor(school.ENGLISH_2), place, school.IVANOV, "н/а")
    with pytest.raises(NotAllowed):
        await services.results.put(school.actor(school.ENGLISH_1), place, school.IVANOV, "осв.")


async def test_the_years_result_follows_from_the_terms(services: Services, clock: SetClock) -> None:
    clock.set(school.MORNING.replace(year=2027, month=5, day=24))
    for period, value in ((Period.Q1, "4"), (Period.Q2, "5"), (Period.Q3, "5"), (Period.Q4, "4")):
        place = ResultPlace(school.CLASS_7A, school.ALGEBRA, period)
        assert await services.results.put(TEACHER, place, school.IVANOV, value, "перенос из бумажного журнала")
    year = ResultPlace(school.CLASS_7A, school.ALGEBRA, Period.YEAR)
    assert await services.results.accept_all(TEACHER, year) == 1
    sheet = await services.results.sheet(TEACHER, year)
    [line] = [one for one in sheet.lines if one.result is not None]
    assert (line.seat.pupil, line.result and line.result.value, str(line.explained.average)) == (
        school.IVANOV,
        "5",
        "4.50",
    )


async def test_a_closed_term_takes_nothing_until_it_is_opened_with_a_reason(
    services: Services, database: Database
) -> None:
    await _marks(services, database, "5545444")
    closed = ClosedTerms(database)
    assert not await closed.closed(2, school.CLASS_7A)  # type: ignore[arg-type]
    assert await services.term_closing.close(DEPUTY, school.CLASS_7A, Period.Q2)
    assert not await services.term_closing.close(DEPUTY, school.CLASS_7A, Period.Q2)
    assert await closed.closed(2, school.CLASS_7A)  # type: ignore[arg-type]
    assert not await closed.closed(2, school.CLASS_7B)  # type: ignore[arg-type]
    with pytest.raises(TermClosed):
        await services.results.put(TEACHER, HERE, school.IVANOV, "4")
    with pytest.raises(TermClosed):
        await services.results.accept_all(TEACHER, HERE)
    with pytest.raises(Refused):
        await services.grading.put(
            TEACHER, LessonRef(school.entry_of(0), school.TUESDAY), school.PETROVA, "5", WorkKindId(1)
        )
    with pytest.raises(ReopeningNeedsReason):
        await services.term_closing.reopen(DEPUTY, school.CLASS_7A, Period.Q2, " ")
    for stranger in (TEACHER, school.actor(school.DIRECTOR), school.actor(school.ADMIN)):
        with pytest.raises(NotAllowed):
            await services.term_closing.reopen(stranger, school.CLASS_7A, Period.Q2, "так")
    assert await services.term_closing.reopen(DEPUTY, school.CLASS_7A, Period.Q2, "опечатка")
    assert not await services.term_closing.reopen(DEPUTY, school.CLASS_7A, Period.Q2, "опечатка")
    assert not await closed.closed(2, school.CLASS_7A)  # type: ignore[arg-type]
    assert await services.results.put(TEACHER, HERE, school.IVANOV, "4")


async def test_what_is_missing_is_counted_until_nothing_is(services: Services) -> None:
    states = {one.school_class.name: one.missing for one in await services.term_closing.classes(DEPUTY)}
    assert states == {"7А": 16, "7Б": 3}
    for course in await services.results.courses_of_class(DEPUTY, school.CLASS_7B):
        teacher = school.actor(
            {school.ALGEBRA: school.ALGEBRA_TEACHER, school.SPORTS: school.SPORT}.get(course.subject, school.DEPUTY)
        )
        place = ResultPlace(school.CLASS_7B, course.subject, Period.Q2)
        assert await services.results.put(teacher, place, school.ORLOV, "н/а")
    page = await services.term_closing.page(DEPUTY, school.CLASS_7B, Period.Q2)
    assert (page.lacking, page.closed) == (0, False)
    states = {one.school_class.name: one.missing for one in await services.term_closing.classes(DEPUTY)}
    assert states["7Б"] == 0


async def test_accepting_all_is_one_act_of_seven_statements(services: Services, database: Database) -> None:
    for pupil in (school.IVANOV, school.PETROVA, school.KUZINA):
        await _marks(services, database, "5545444", pupil)
    await services.results.sheet(TEACHER, HERE)
    with counted(database) as asked:
        assert await services.results.accept_all(TEACHER, HERE) == 3
    assert asked.statements <= 7, "two to read, one to begin, four to write: standing, results, change log, facts"
    assert await services.results.accept_all(TEACHER, HERE) == 0
