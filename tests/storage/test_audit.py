"""The audit log on both kinds of database: counted up by day, searched, read by the family; the gate of exports."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.services import Wiring
from domain.attendance.presence import Presence
from domain.errors import NotAllowed, NotFound
from domain.events import DataTakenOut
from domain.ids import ClassId, PersonId, WorkKindId
from domain.roles.audit import PER_PAGE, AuditQuestion, Look, Side
from domain.roles.exports import Export, ExportKind, ExportsFrozen, TooManyExports
from domain.roles.people import PersonName, Role
from domain.roles.watching import Glance
from domain.school.movement_report import ReportPeriod
from domain.school.timetable import LessonRef
from storage.database import Database
from storage.messaging.facts import UntoldFacts
from tests import school
from tests.clock import SetClock
from tests.statements import counted
from tests.storage.statement_cases import wired

ADMIN, DIRECTOR, LEADER, MOTHER, TEACHER = (
    school.actor(one)
    for one in (school.ADMIN, school.DIRECTOR, school.CLASS_TEACHER_7A, school.MOTHER, school.ALGEBRA_TEACHER)
)
KIT = Export(ExportKind.CLASS_KIT, school.CLASS_7A)


@pytest.fixture
def wiring(database: Database) -> Wiring:
    return wired(database)


def _look(
    actor: PersonId = school.DEPUTY,
    subject: PersonId | None = school.IVANOV,
    class_id: ClassId | None = None,
    what: str = "see_pupil_diary",
    days_ago: int = 0,
) -> Look:
    at = school.MORNING - timedelta(days=days_ago)
    return Look(Glance(actor, what, subject, class_id), at.date(), 1, at)


async def _write(database: Database, *looks: Look) -> None:
    async with database.begin() as tx:
        await tx.audit.write(looks)


async def test_the_same_deed_of_a_day_is_one_line_that_counts(wiring: Wiring, database: Database) -> None:
    for _ in range(3):
        await _write(database, _look(), _look(class_id=school.CLASS_7A, subject=None), _look(days_ago=1))
    entries = (await wiring.services().audit.search(ADMIN, AuditQuestion())).entries
    assert [(one.at.day, one.subject is None, one.times) for one in entries] == [
        (24, True, 3),
        (24, False, 3),
        (23, False, 3),
    ]
    assert entries[1].actor == school.PEOPLE[school.DEPUTY]
    assert entries[1].roles >= {Role.DEPUTY, Role.TEACHER}
    assert entries[0].class_name == "7А"


async def test_any_number_of_looks_is_one_statement(database: Database) -> None:
    looks = [_look(subject=person) for person in school.PEOPLE]
    with counted(database) as asked:
        await _write(database, *looks)
    assert asked.statements <= 1 + database.is_sqlite


async def test_a_page_costs_the_same_whatever_is_in_the_log(wiring: Wiring, database: Database) -> None:
    audit = wiring.services().audit
    await _write(database, _look())
    with counted(database) as small:
        await audit.search(ADMIN, AuditQuestion(person=school.IVANOV))
    await _write(database, *(_look(actor, person) for actor in school.PEOPLE for person in school.SEATS))
    with counted(database) as grown:
        page = await audit.search(ADMIN, AuditQuestion(person=school.IVANOV))
    assert (len(page.entries), page.more) == (PER_PAGE, True)
    assert grown.statements == small.statements == 4


async def test_the_log_is_narrowed_by_whom_by_who_by_deed_and_by_time(wiring: Wiring, database: Database) -> None:
    audit = wiring.services().audit
    await _write(
        database,
        _look(),
        _look(subject=school.ORLOV, what="see_remarks"),
        _look(school.CLASS_TEACHER_7A, None, school.CLASS_7A, "see_remarks"),
        _look(days_ago=8),
    )

    async def found(asked: AuditQuestion) -> list[str]:
        return [one.what for one in (await audit.search(DIRECTOR, asked)).entries]

    assert await found(AuditQuestion(person=school.IVANOV)) == ["see_remarks", "see_pupil_diary"]
    assert await found(AuditQuestion(person=school.DEPUTY, side=Side.BY)) == ["see_remarks", "see_pupil_diary"]
    assert await found(AuditQuestion(person=school.ORLOV)) == ["see_remarks"]
    assert len(await found(AuditQuestion(days=30, what="see_pupil_diary"))) == 2
    assert await audit.deeds(ADMIN, AuditQuestion()) == ["see_pupil_diary", "see_remarks"]


async def test_people_are_found_by_part_of_their_name_and_by_nothing_else(wiring: Wiring) -> None:
    audit = wiring.services().audit
    assert set(await audit.find(ADMIN, "ОЛЕГОВИЧ иванов")) == {school.IVANOV}
    assert await audit.find(ADMIN, "%") == await audit.find(ADMIN, "_") == await audit.find(ADMIN, " ") == {}


@pytest.mark.parametrize("person", [school.MOTHER, school.ALGEBRA_TEACHER, school.DEPUTY, school.SECRETARY])
async def test_only_the_administrator_and_the_director_read_the_log(wiring: Wiring, person: PersonId) -> None:
    audit, actor = wiring.services().audit, school.actor(person)
    for reading in (
        audit.search(actor, AuditQuestion()),
        audit.all_of(actor, AuditQuestion()),
        audit.find(actor, "Иванов"),
        audit.deeds(actor, AuditQuestion()),
    ):
        with pytest.raises(NotAllowed):
            await reading


async def test_a_person_who_does_not_exist_is_not_found(wiring: Wiring) -> None:
    with pytest.raises(NotFound):
        await wiring.services().audit.search(ADMIN, AuditQuestion(person=PersonId(999)))


async def test_the_family_reads_who_looked_at_the_child_and_at_nobody_else(wiring: Wiring, database: Database) -> None:
    audit = wiring.services().audit
    await _write(database, _look(), _look(subject=None, class_id=school.CLASS_7A), _look(subject=school.PETROVA))
    await _write(database, _look(school.MOTHER, school.IVANOV, what="export_own_data"))
    seen = await audit.who_looked(MOTHER, school.IVANOV, 0)
    assert [(one.actor, one.class_name) for one in seen.entries] == [
        (school.PEOPLE[school.DEPUTY], "7А"),
        (school.PEOPLE[school.DEPUTY], None),
    ]
    assert len((await audit.who_looked(school.actor(school.IVANOV), school.IVANOV, 0)).entries) == 3
    await _write(database, _look(subject=school.MOTHER))
    assert len((await audit.who_looked(MOTHER, school.MOTHER, 0)).entries) == 1
    for other in (school.PETROVA, school.DEPUTY):
        with pytest.raises(NotAllowed):
            await audit.who_looked(MOTHER, other, 0)
    with pytest.raises(NotAllowed):
        await audit.who_looked(LEADER, school.IVANOV, 0)


async def test_a_look_at_whom_there_is_not_is_no_look_and_keeps_no_other_from_being_written(
    wiring: Wiring, database: Database
) -> None:
    nobody, nowhere = PersonId(2**40), ClassId(2**40)
    forged = (_look(subject=nobody), _look(subject=None, class_id=nowhere), _look(actor=nobody))
    await _write(database, *forged, _look())
    entries = (await wiring.services().audit.search(ADMIN, AuditQuestion())).entries
    assert [one.subject for one in entries] == [school.PEOPLE[school.IVANOV]]


async def test_ten_files_a_day_leave_and_each_is_written_down_and_told(
    wiring: Wiring, database: Database, clock: SetClock
) -> None:
    gate = wiring.export_gate()
    for _ in range(10):
        await gate.allow(LEADER, KIT)
    with pytest.raises(TooManyExports):
        await gate.allow(LEADER, KIT)
    await gate.allow(LEADER, Export(ExportKind.SLIP, school.CLASS_7A, school.MOTHER))
    facts = await UntoldFacts(database.reader).untold(100)
    assert [one.fact for one in facts] == [DataTakenOut(school.CLASS_TEACHER_7A)] * 10
    taken = (await wiring.services().audit.search(ADMIN, AuditQuestion())).entries
    assert {(one.what, one.times) for one in taken} == {("export_class_kit", 10), ("export_slip", 1)}
    clock.advance(days=1)
    await gate.allow(LEADER, KIT)


@pytest.mark.parametrize(
    ("person", "class_id"),
    [
        (school.MOTHER, school.CLASS_7A),
        (school.IVANOV, school.CLASS_7A),
        (school.CLASS_TEACHER_7A, school.CLASS_1A),
        (school.CLASS_TEACHER_7A, None),
        (school.SITE_EDITOR, school.CLASS_7A),
    ],
)
async def test_nothing_leaves_for_who_does_not_reach_the_class(
    wiring: Wiring, database: Database, person: PersonId, class_id: ClassId | None
) -> None:
    with pytest.raises(NotAllowed):
        await wiring.export_gate().allow(school.actor(person), Export(ExportKind.CLASS_KIT, class_id))
    assert await UntoldFacts(database.reader).untold(1) == []


async def test_while_an_incident_stands_nothing_leaves(wiring: Wiring, database: Database) -> None:
    async with database.begin() as tx:
        opened = await tx.incidents.add("Потерян телефон", ADMIN)
    with pytest.raises(ExportsFrozen):
        await wiring.export_gate().allow(LEADER, KIT)
    async with database.begin() as tx:
        assert await tx.incidents.close(opened, "Нашёлся", ADMIN)
    await wiring.export_gate().allow(LEADER, KIT)


async def test_lists_and_movement_leave_through_the_gate_too(wiring: Wiring, database: Database) -> None:
    services = wiring.services()
    await services.exporting.of_class(ADMIN, school.CLASS_7A)
    await services.movement_reports.take(ADMIN, ReportPeriod.MONTH)
    await services.movement_reports.take(LEADER, ReportPeriod.MONTH)
    taken = (await services.audit.search(ADMIN, AuditQuestion())).entries
    assert {(one.what, one.class_name) for one in taken if one.what.startswith("export_")} == {
        ("export_lists_of_class", "7А"),
        ("export_movement", None),
        ("export_movement", "7А"),
    }
    async with database.begin() as tx:
        await tx.incidents.add("Потерян телефон", ADMIN)
    with pytest.raises(ExportsFrozen):
        await services.exporting.of_class(ADMIN, school.CLASS_7A)
    with pytest.raises(ExportsFrozen):
        await services.movement_reports.take(LEADER, ReportPeriod.MONTH)


async def test_what_was_changed_is_read_by_whom_by_whose_and_by_what(wiring: Wiring, database: Database) -> None:
    services, lesson = wiring.services(), LessonRef(school.entry_of(0), school.TUESDAY)
    await services.roll_call.set_status(TEACHER, lesson, school.IVANOV, Presence.ABSENT)
    await services.grading.put(TEACHER, lesson, school.PETROVA, "5", WorkKindId(1))

    async def found(asked: AuditQuestion) -> list[tuple[str, PersonName | None]]:
        page = await services.audit.search(ADMIN, replace(asked, changes=True))
        assert all(one.actor == school.PEOPLE[school.ALGEBRA_TEACHER] for one in page.entries)
        return [(one.what, one.subject) for one in page.entries]

    marked, away = (f"changed_{what}" for what in ("mark", "attendance"))
    petrova, ivanov = school.PEOPLE[school.PETROVA], school.PEOPLE[school.IVANOV]
    assert await found(AuditQuestion()) == [(marked, petrova), (away, ivanov)]
    assert await found(AuditQuestion(person=school.IVANOV)) == [(away, ivanov)]
    assert await found(AuditQuestion(person=school.PETROVA, side=Side.BY)) == []
    assert len(await found(AuditQuestion(person=school.ALGEBRA_TEACHER, side=Side.BY))) == 2
    assert await found(AuditQuestion(what=marked)) == [(marked, petrova)]
    assert await services.audit.deeds(ADMIN, AuditQuestion(changes=True)) == [away, marked]
    assert await found(AuditQuestion(days=1)) == [(marked, petrova), (away, ivanov)]
    assert (await services.audit.search(ADMIN, AuditQuestion())).entries == []
    with pytest.raises(NotAllowed):
        await services.audit.search(LEADER, AuditQuestion(changes=True))
