"""The class-meeting kit in the database: who gets a slip, which codes stop working, who may print."""

import pytest
from sqlalchemy import insert, update

from bot.services import Wiring
from domain.errors import NotAllowed, NotFound
from domain.ids import ClassId, CodeId, PersonId
from domain.roles.class_kit import ClassKit, EveryoneIsIn, Slip, SlipsOutdated
from domain.roles.getting_in import CodeNotAccepted, ConsentAsked, Entered
from domain.roles.people import Actor, Role
from storage.database import Database
from storage.tables import roles
from tests import school
from tests.storage.statement_cases import wired

TEACHER, ADMIN = school.actor(school.CLASS_TEACHER_7A), school.actor(school.ADMIN)
NOT_IN = {school.IVANOV, school.MOTHER, school.PETROVA_MOTHER, school.DEPUTY}


@pytest.fixture
async def wiring(database: Database) -> Wiring:
    """Four of 7А's nine have not come in."""
    async with database.begin() as tx:
        out = update(roles.bindings).where(roles.bindings.c.person_id.in_(NOT_IN))
        await tx.run(out.values(ended_at=school.STARTED))
    return wired(database)


async def _printed(kit: ClassKit, actor: Actor = TEACHER) -> list[Slip]:
    question = await kit.ask(TEACHER, school.CLASS_7A)
    return await kit.print(actor, school.CLASS_7A, question.last_code)


def _code_of(slips: list[Slip], person: PersonId) -> str:
    return next(one.code.code for one in slips if one.code.person == person)


async def test_there_is_a_slip_for_each_who_has_not_come_in_and_for_nobody_else(wiring: Wiring) -> None:
    kit = wiring.class_kit()
    slips = await _printed(kit)
    assert {one.code.person for one in slips} == NOT_IN
    assert (await kit.ask(TEACHER, school.CLASS_7A)).people == len(slips) == 4
    children = {one.code.person: [pupil.full for pupil in one.pupils] for one in slips}
    assert children[school.MOTHER] == [school.PEOPLE[school.IVANOV].full]
    assert children[school.IVANOV] == []


async def test_it_is_counted_who_is_in(wiring: Wiring) -> None:
    seen = await wiring.class_kit().turnout(TEACHER, school.CLASS_7A)
    assert (seen.guardians.inside, seen.guardians.all) == (2, 5)
    assert (seen.pupils.inside, seen.pupils.all) == (3, 4)
    assert {one.person for one in seen.waiting} == NOT_IN


async def test_a_mother_of_two_in_the_class_counts_once_and_gets_one_slip(wiring: Wiring, database: Database) -> None:
    async with database.begin() as tx:
        twin = {"guardian_id": school.MOTHER, "pupil_id": school.SIDOROV, "relation": "mother"}
        await tx.run(insert(roles.guardianships), [twin])
    slips = await _printed(wiring.class_kit())
    (hers,) = [one for one in slips if one.code.person == school.MOTHER]
    assert {pupil.full for pupil in hers.pupils} == {
        school.PEOPLE[school.IVANOV].full,
        school.PEOPLE[school.SIDOROV].full,
    }
    assert (await wiring.class_kit().turnout(TEACHER, school.CLASS_7A)).guardians.all == 5


async def test_a_restricted_guardian_gets_no_slip(wiring: Wiring, database: Database) -> None:
    async with database.begin() as tx:
        hers = update(roles.guardianships).where(roles.guardianships.c.guardian_id == school.PETROVA_MOTHER)
        await tx.run(hers.values(restricted_at=school.STARTED))
    assert school.PETROVA_MOTHER not in {one.code.person for one in await _printed(wiring.class_kit())}


async def test_the_codes_let_in_and_the_older_ones_do_not(wiring: Wiring) -> None:
    first = await _printed(wiring.class_kit())
    second = await _printed(wiring.class_kit())
    getting_in = wiring.services().getting_in
    with pytest.raises(CodeNotAccepted):
        await getting_in.enter(70_001, _code_of(first, school.IVANOV))
    assert isinstance(await getting_in.enter(70_002, _code_of(second, school.IVANOV)), Entered)
    assert isinstance(await getting_in.enter(70_003, _code_of(second, school.PETROVA_MOTHER)), Entered | ConsentAsked)


async def test_a_slip_opens_the_family_side_alone_whoever_prints(wiring: Wiring) -> None:
    """The deputy is a mother in 7А: a paper from the meeting must not open the whole school."""
    slips = await _printed(wiring.class_kit(), ADMIN)
    (hers,) = [one for one in slips if one.code.person == school.DEPUTY]
    assert hers.code.roles == {Role.GUARDIAN}


async def test_a_second_tap_spoils_no_slip_of_the_first(wiring: Wiring) -> None:
    kit = wiring.class_kit()
    question = await kit.ask(TEACHER, school.CLASS_7A)
    slips = await kit.print(TEACHER, school.CLASS_7A, question.last_code)
    with pytest.raises(SlipsOutdated):
        await kit.print(TEACHER, school.CLASS_7A, question.last_code)
    entered = await wiring.services().getting_in.enter(70_001, _code_of(slips, school.IVANOV))
    assert isinstance(entered, Entered)


async def test_nothing_is_printed_when_everyone_is_in(database: Database) -> None:
    kit = wired(database).class_kit()
    with pytest.raises(EveryoneIsIn):
        await kit.ask(TEACHER, school.CLASS_7A)
    with pytest.raises(EveryoneIsIn):
        await kit.print(TEACHER, school.CLASS_7A, CodeId(0))


@pytest.mark.parametrize(
    "person",
    [school.ALGEBRA_TEACHER, school.PRIMARY, school.DEPUTY, school.MOTHER, school.IVANOV, school.SECRETARY],
    ids=["subject teacher", "teacher of another class", "deputy", "guardian", "pupil", "secretary"],
)
async def test_others_print_nothing(wiring: Wiring, person: PersonId) -> None:
    kit, actor = wiring.class_kit(), school.actor(person)
    with pytest.raises(NotAllowed):
        await kit.ask(actor, school.CLASS_7A)
    with pytest.raises(NotAllowed):
        await kit.print(actor, school.CLASS_7A, CodeId(0))
    with pytest.raises(NotAllowed):
        await kit.slip_of(actor, school.CLASS_7A, "0" * 11)
    assert (await kit.ask(TEACHER, school.CLASS_7A)).last_code == 0


async def test_a_deputy_sees_who_is_in_and_no_button_to_print(wiring: Wiring) -> None:
    kit = wiring.class_kit()
    assert not (await kit.turnout(school.actor(school.DEPUTY), school.CLASS_7A)).prints
    assert (await kit.turnout(ADMIN, school.CLASS_7A)).prints


async def test_one_slip_carries_the_code_that_was_just_given(wiring: Wiring) -> None:
    issued = await wiring.codes().issue(TEACHER, school.MOTHER)
    slip = await wiring.class_kit().slip_of(TEACHER, school.CLASS_7A, issued.code)
    assert (slip.code.code, slip.code.expires_at) == (issued.code, issued.expires_at)
    assert [pupil.full for pupil in slip.pupils] == [school.PEOPLE[school.IVANOV].full]
    assert isinstance(await wiring.services().getting_in.enter(70_001, issued.code), Entered | ConsentAsked)
    with pytest.raises(NotFound):
        await wiring.class_kit().slip_of(TEACHER, school.CLASS_7A, issued.code)


async def test_a_code_of_another_class_makes_no_slip(wiring: Wiring) -> None:
    issued = await wiring.codes().issue(ADMIN, school.ORLOV)
    with pytest.raises(NotFound):
        await wiring.class_kit().slip_of(TEACHER, school.CLASS_7A, issued.code)


async def test_a_class_that_is_not_there_has_nobody_to_print_for(wiring: Wiring) -> None:
    with pytest.raises(EveryoneIsIn):
        await wiring.class_kit().ask(ADMIN, ClassId(987_654))
