"""To whom each role may write, and whom that means: everyone once, none who is kept from the child."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, insert, update

from domain.clock import SchoolTime
from domain.errors import NotAllowed, NotFound
from domain.ids import ClassId, GroupId, PersonId
from domain.talk.audiences import Audience, Scope, ScopeKind, Why
from domain.talk.not_in_yet import NotInYet
from domain.talk.scopes import Scopes
from storage.database import Database
from storage.journal.loads import KnownLoads
from storage.school.roster import KnownRoster
from storage.school.timetable import KnownTimetable
from storage.tables.grading import debts
from storage.tables.journal import lessons
from storage.tables.roles import bindings, consents, guardianships, role_grants
from storage.tables.school import teaching_loads
from storage.talk.audiences import AudienceReading
from tests import school
from tests.clock import SetClock

CLASS_7A, CLASS_7B = Scope.of_class(school.CLASS_7A), Scope.of_class(school.CLASS_7B)
BOTH = Scope(ScopeKind.CLASSES, (school.CLASS_7A, school.CLASS_7B))
SEVENTH, FIRST = Scope(ScopeKind.PARALLEL, grade=7), Scope(ScopeKind.PARALLEL, grade=1)
ENGLISH_1, ENGLISH_2 = Scope(ScopeKind.GROUP, group=school.GROUP_1), Scope(ScopeKind.GROUP, group=school.GROUP_2)
TAUGHT, TAUGHT_DEBTS = Scope(ScopeKind.TAUGHT), Scope(ScopeKind.TAUGHT_DEBTS)
TEACHERS, STAFF, SCHOOL = Scope(ScopeKind.TEACHERS), Scope(ScopeKind.STAFF), Scope(ScopeKind.SCHOOL)
DEBTS, DEBTS_7A = Scope(ScopeKind.DEBTS), Scope(ScopeKind.DEBTS, (school.CLASS_7A,))
EVERY = {
    "7А": CLASS_7A,
    "7Б": CLASS_7B,
    "7А+7Б": BOTH,
    "7-е": SEVENTH,
    "1-е": FIRST,
    "англ1": ENGLISH_1,
    "англ2": ENGLISH_2,
    "учу": TAUGHT,
    "долги мне": TAUGHT_DEBTS,
    "учителя": TEACHERS,
    "сотрудники": STAFF,
    "школа": SCHOOL,
    "долги": DEBTS,
    "долги 7А": DEBTS_7A,
}
ALL = frozenset(EVERY)
TEACHES = {"учу", "долги мне"}
MAY = {
    school.ADMIN: ALL - TEACHES,
    school.DIRECTOR: ALL - TEACHES,
    school.DEPUTY: ALL,
    school.SECRETARY: set(),
    school.SITE_EDITOR: set(),
    school.CLASS_TEACHER_7A: {"7А", "англ1", "англ2", "долги 7А", *TEACHES},
    school.ALGEBRA_TEACHER: {"7А", "7Б", "7А+7Б", "7-е", "англ1", "англ2", *TEACHES},
    school.ENGLISH_1: {"англ1", *TEACHES},
    school.PRIMARY: {"1-е", *TEACHES},
    school.MOTHER: set(),
    school.IVANOV: set(),
}
FAMILIES_7A = {school.MOTHER, school.FATHER, school.PETROVA_MOTHER, school.SIDOROV_MOTHER, school.DEPUTY}


@pytest.fixture
def scopes(database: Database, school_time: SchoolTime) -> Scopes:
    roster, reader = KnownRoster(database, school_time), database.reader
    return Scopes(school_time, roster, KnownTimetable(database), KnownLoads(database), AudienceReading(reader))


@pytest.mark.parametrize("person", MAY, ids=lambda person: school.PEOPLE[person].surname)
async def test_a_role_writes_to_whom_the_table_says_and_to_nobody_else(scopes: Scopes, person: PersonId) -> None:
    actor, found = school.actor(person), set()
    for name, scope in EVERY.items():
        try:
            await scopes.checked(actor, scope, scope.audiences[0])
        except NotAllowed:
            continue
        found.add(name)
    assert found == MAY[person]


async def test_what_is_offered_is_what_is_allowed(scopes: Scopes) -> None:
    lead = await scopes.choices(school.actor(school.CLASS_TEACHER_7A))
    assert ([one.name for one in lead.own], [one.name for one in lead.classes], lead.grades) == (["7А"], ["7А"], ())
    assert lead.kinds == {ScopeKind.TAUGHT, ScopeKind.TAUGHT_DEBTS}
    assert [one.id for one in lead.groups] == [school.GROUP_1, school.GROUP_2]
    english = await scopes.choices(school.actor(school.ENGLISH_1))
    assert (english.classes, [one.id for one in english.groups], english.leads) == ((), [school.GROUP_1], False)
    deputy = await scopes.choices(school.actor(school.DEPUTY))
    assert (len(deputy.classes), deputy.grades, deputy.leads) == (3, (7,), True)
    for person in (school.SECRETARY, school.MOTHER, school.IVANOV):
        with pytest.raises(NotAllowed):
            await scopes.choices(school.actor(person))


@pytest.mark.parametrize(
    "scope",
    [
        Scope.of_class(ClassId(999)),
        Scope(ScopeKind.CLASSES),
        Scope(ScopeKind.CLASSES, (school.CLASS_7A, ClassId(999))),
        Scope(ScopeKind.PARALLEL, grade=12),
        Scope(ScopeKind.PARALLEL),
        Scope(ScopeKind.GROUP, group=GroupId(99)),
        Scope(ScopeKind.GROUP),
    ],
)
async def test_what_is_not_there_is_not_found(scopes: Scopes, scope: Scope) -> None:
    with pytest.raises(NotFound):
        await scopes.checked(school.actor(school.DEPUTY), scope)


async def test_an_audience_that_makes_no_sense_is_not_found(scopes: Scopes) -> None:
    for scope, audience in ((TEACHERS, Audience.GUARDIANS), (CLASS_7A, Audience.STAFF)):
        with pytest.raises(NotFound):
            await scopes.checked(school.actor(school.DEPUTY), scope, audience)


async def test_a_scope_is_said_by_the_names_of_the_day(scopes: Scopes) -> None:
    deputy = school.actor(school.DEPUTY)
    assert (await scopes.checked(deputy, BOTH)).class_names == ("7А", "7Б")
    group = await scopes.checked(deputy, ENGLISH_1)
    assert (group.class_names, group.group_name, group.subject) == (("7А",), "1", "Английский язык")
    assert Scope.of(group.kept()) == group


async def _meant(scopes: Scopes, sender: PersonId, scope: Scope, audience: Audience) -> set[PersonId]:
    found = await scopes.addressed(school.actor(sender), scope, audience)
    assert len({one.person for one in found}) == len(found)
    return {one.person for one in found}


async def test_guardians_pupils_and_families_of_a_class(scopes: Scopes) -> None:
    teacher, pupils = school.CLASS_TEACHER_7A, {school.IVANOV, school.PETROVA, school.SIDOROV, school.KUZINA}
    assert await _meant(scopes, teacher, CLASS_7A, Audience.GUARDIANS) == FAMILIES_7A
    assert await _meant(scopes, teacher, CLASS_7A, Audience.PUPILS) == pupils
    assert await _meant(scopes, teacher, CLASS_7A, Audience.FAMILIES) == FAMILIES_7A | pupils


async def test_a_guardian_of_several_is_told_once_for_each_child(scopes: Scopes) -> None:
    found = await scopes.addressed(school.actor(school.ADMIN), SCHOOL, Audience.GUARDIANS)
    [mother] = [one for one in found if one.person == school.MOTHER]
    assert set(mother.wards) == {school.IVANOV, school.IVANOVA_MASHA}
    assert {one.given for one in mother.pupils} == {"Пётр", "Маша"}


async def test_a_subgroup_is_its_pupils_and_a_teacher_means_those_whom_they_teach(scopes: Scopes) -> None:
    assert await _meant(scopes, school.ENGLISH_1, ENGLISH_1, Audience.PUPILS) == {school.IVANOV, school.PETROVA}
    assert await _meant(scopes, school.ENGLISH_1, TAUGHT, Audience.PUPILS) == {school.IVANOV, school.PETROVA}
    both = set(school.SEATS) - {school.IVANOVA_MASHA}
    assert await _meant(scopes, school.ALGEBRA_TEACHER, TAUGHT, Audience.PUPILS) == both


async def test_the_load_counts_where_the_timetable_has_no_lesson_yet(database: Database, scopes: Scopes) -> None:
    async with database.begin() as tx:
        await tx.run(
            insert(teaching_loads).values(
                teacher_id=school.ENGLISH_2, subject_id=school.ENGLISH, class_id=school.CLASS_7B, hours_week=2
            )
        )
        tx.touch("timetable")
    actor = replace(school.actor(school.ENGLISH_2), taught_classes=(school.CLASS_7A, school.CLASS_7B))
    await scopes.checked(actor, CLASS_7B)
    assert school.ORLOV in await _meant(scopes, school.ENGLISH_2, TAUGHT, Audience.PUPILS)


async def test_staff_are_told_without_the_sender(scopes: Scopes) -> None:
    everyone = {one for one in school.PEOPLE if one < school.IVANOV}
    assert await _meant(scopes, school.DIRECTOR, STAFF, Audience.STAFF) == everyone - {school.DIRECTOR}
    teachers = everyone - {school.ADMIN, school.DIRECTOR, school.SECRETARY, school.SITE_EDITOR}
    assert await _meant(scopes, school.DIRECTOR, TEACHERS, Audience.STAFF) == teachers


async def test_who_leads_a_class_is_told_with_the_teachers_whatever_they_were_granted(
    database: Database, scopes: Scopes
) -> None:
    async with database.begin() as tx:
        await tx.run(delete(role_grants).where(role_grants.c.person_id == school.CLASS_TEACHER_7A))
    assert school.CLASS_TEACHER_7A in await _meant(scopes, school.DIRECTOR, TEACHERS, Audience.STAFF)


async def _owe(database: Database, clock: SetClock, pupil: PersonId, line: int, *, closed: bool = False) -> None:
    subject = school.DAILY[line][1]
    async with database.begin() as tx:
        lesson = await tx.add(
            insert(lessons).values(
                entry_id=school.entry_of(line), day=school.TUESDAY, position=school.DAILY[line][0], subject_id=subject
            )
        )
        await tx.run(
            insert(debts).values(
                lesson_id=lesson,
                pupil_id=pupil,
                kind_id=1,
                due_day=school.TUESDAY,
                set_by=school.ALGEBRA_TEACHER,
                set_at=clock.now(),
                closed_at=clock.now() if closed else None,
            )
        )


async def test_debts_mean_who_owes_in_the_own_class_the_own_subjects_the_school(
    database: Database, clock: SetClock, scopes: Scopes
) -> None:
    await _owe(database, clock, school.IVANOV, 0)
    await _owe(database, clock, school.PETROVA, 1)
    await _owe(database, clock, school.ORLOV, 5)
    await _owe(database, clock, school.SIDOROV, 3, closed=True)
    pupils = Audience.PUPILS
    assert await _meant(scopes, school.CLASS_TEACHER_7A, DEBTS_7A, pupils) == {school.IVANOV, school.PETROVA}
    assert await _meant(scopes, school.ALGEBRA_TEACHER, TAUGHT_DEBTS, pupils) == {school.IVANOV, school.ORLOV}
    assert await _meant(scopes, school.CLASS_TEACHER_7A, TAUGHT_DEBTS, pupils) == {school.PETROVA}
    assert await _meant(scopes, school.DIRECTOR, DEBTS, pupils) == {school.IVANOV, school.PETROVA, school.ORLOV}
    assert await _meant(scopes, school.CLASS_TEACHER_7A, DEBTS_7A, Audience.GUARDIANS) == {
        school.MOTHER,
        school.FATHER,
        school.PETROVA_MOTHER,
    }


async def test_a_guardian_kept_from_one_child_is_told_for_the_other_alone(
    database: Database, clock: SetClock, scopes: Scopes
) -> None:
    async with database.begin() as tx:
        kin = guardianships.c
        barred = update(guardianships).where(kin.guardian_id == school.FATHER, kin.pupil_id == school.IVANOV)
        await tx.run(barred.values(restricted_at=clock.now(), restricted_by=school.ADMIN, restricted_order="1"))
    admin = school.actor(school.ADMIN)
    assert school.FATHER not in await _meant(scopes, school.ADMIN, CLASS_7A, Audience.GUARDIANS)
    found = await scopes.addressed(admin, SCHOOL, Audience.GUARDIANS)
    assert [one.wards for one in found if one.person == school.FATHER] == [(school.IVANOVA_MASHA,)]


async def test_why_somebody_is_out_of_reach(database: Database, clock: SetClock, scopes: Scopes) -> None:
    async with database.begin() as tx:
        await tx.run(delete(bindings).where(bindings.c.person_id == school.FATHER))
        waits = update(bindings).where(bindings.c.person_id == school.MOTHER)
        await tx.run(waits.values(confirmed_at=None))
        blocked = update(bindings).where(bindings.c.person_id == school.PETROVA_MOTHER)
        await tx.run(blocked.values(unreachable_at=clock.now(), unreachable_why="blocked"))
        await tx.run(delete(consents).where(consents.c.person_id == school.SIDOROV_MOTHER))
    found = await scopes.addressed(school.actor(school.CLASS_TEACHER_7A), CLASS_7A, Audience.GUARDIANS)
    assert {one.person: one.why for one in found} == {
        school.FATHER: Why.NEVER_CAME_IN,
        school.MOTHER: Why.NOT_CONFIRMED,
        school.PETROVA_MOTHER: Why.BLOCKED,
        school.SIDOROV_MOTHER: Why.NO_CONSENT,
        school.DEPUTY: None,
    }


async def test_who_has_not_come_in_is_listed_by_child_with_what_they_are_to_it(
    database: Database, school_time: SchoolTime
) -> None:
    async with database.begin() as tx:
        await tx.run(delete(bindings).where(bindings.c.person_id.in_([school.FATHER, school.PETROVA_MOTHER])))
        kin = guardianships.c
        barred = update(guardianships).where(kin.guardian_id == school.FATHER, kin.pupil_id == school.IVANOVA_MASHA)
        await tx.run(barred.values(restricted_at=school.STARTED, restricted_by=school.ADMIN, restricted_order="1"))
    listing = NotInYet(KnownRoster(database, school_time), AudienceReading(database.reader))
    found = await listing.of_class(school.actor(school.CLASS_TEACHER_7A), school.CLASS_7A)
    assert [(one.name.given, [who.relation for who in one.guardians]) for one in found.children] == [
        ("Пётр", ["father"]),
        ("Анна", ["mother"]),
    ]
    counted = await listing.by_class(school.actor(school.DEPUTY))
    assert {one.name: n for one, n in counted} == {"1А": 0, "7А": 2, "7Б": 0}
    for person in (school.ALGEBRA_TEACHER, school.SECRETARY, school.MOTHER):
        with pytest.raises(NotAllowed):
            await listing.of_class(school.actor(person), school.CLASS_7A)
    with pytest.raises(NotAllowed):
        await listing.of_class(school.actor(school.CLASS_TEACHER_7A), school.CLASS_7B)
