"""Who is let in, on both databases: one answer counts, and a class meeting costs as many statements as one slip."""

import asyncio

import pytest
from sqlalchemy import select, update

from bot.services import Wiring
from bot.settings import Settings
from domain.errors import NotFound
from domain.ids import AccountId, PersonId
from domain.roles.codes import CodeHasher
from domain.roles.getting_in import Entered, shown_name
from domain.roles.letting_in import DecidedOtherwise
from domain.roles.people import Role
from storage.database import Database
from storage.tables.roles import bindings
from tests import school
from tests.scheduler.post_office import Pigeon, all_turns, delivery
from tests.statements import counted

TEACHER = school.actor(school.CLASS_TEACHER_7A)
MOTHERS = (school.PETROVA_MOTHER, school.SIDOROV_MOTHER, school.ORLOV_MOTHER)


def _wired(database: Database, confirms: bool = True) -> Wiring:
    return Wiring(database, Settings(confirm_guardians=confirms), "ru", CodeHasher(b"k" * 32))


async def _out(database: Database) -> None:
    async with database.begin() as tx:
        gone = update(bindings).where(bindings.c.person_id.in_(MOTHERS))
        await tx.run(gone.values(ended_at=school.STARTED, ended_why="revoked"))


async def _comes(wiring: Wiring, person: PersonId, telegram_id: int) -> AccountId:
    code = (await wiring.codes().issue_by_program([person]))[0].code
    step = await wiring.services().getting_in.enter(telegram_id, code, True, account_name="Ник")
    assert isinstance(step, Entered)
    row = await wiring.database.reader.row(
        select(bindings.c.id).where(bindings.c.telegram_id == telegram_id, bindings.c.ended_at.is_(None))
    )
    assert row is not None
    return AccountId(row.id)


async def test_the_actor_of_who_waits_reaches_no_child_and_of_who_is_let_in_does(database: Database) -> None:
    wiring = _wired(database)
    await _out(database)
    account = await _comes(wiring, school.PETROVA_MOTHER, 70_001)
    waiting = await wiring.actors.actor(70_001)
    assert waiting is not None
    assert (waiting.roles, waiting.children, waiting.awaited) == (frozenset(), (), True)
    assert account not in {reader.account for reader in await wiring.readers.family([school.PETROVA])}
    _, first = await wiring.services().letting_in.decide(TEACHER, account, let_in=True)
    assert first
    with counted(database) as asked:
        let_in = await wiring.actors.actor(70_001)
    assert asked.statements == 2
    assert let_in is not None
    assert (let_in.roles, let_in.children) == ({Role.GUARDIAN}, (school.PETROVA,))
    assert account in {reader.account for reader in await wiring.readers.family([school.PETROVA])}


async def test_answers_at_the_same_instant_are_one_answer(database: Database) -> None:
    wiring = _wired(database)
    await _out(database)
    account = await _comes(wiring, school.PETROVA_MOTHER, 70_001)
    letting_in, admin = wiring.services().letting_in, school.actor(school.ADMIN)
    both = await asyncio.gather(
        letting_in.decide(TEACHER, account, let_in=True),
        letting_in.decide(admin, account, let_in=False),
        return_exceptions=True,
    )
    assert sorted(type(one).__name__ for one in both) == ["DecidedOtherwise", "tuple"]
    with pytest.raises((DecidedOtherwise, NotFound)):
        await letting_in.decide(admin, account, let_in=isinstance(both[0], DecidedOtherwise))


async def test_where_the_school_does_not_ask_a_guardian_is_in_at_once(database: Database) -> None:
    wiring = _wired(database, confirms=False)
    await _out(database)
    await _comes(wiring, school.PETROVA_MOTHER, 70_001)
    actor = await wiring.actors.actor(70_001)
    assert actor is not None
    assert actor.children == (school.PETROVA,)


async def test_a_class_meeting_is_told_in_as_many_statements_as_one_newcomer(database: Database) -> None:
    wiring = _wired(database)
    await _out(database)
    spent: list[int] = []
    pigeon = Pigeon()
    for newcomers in (MOTHERS[:1], MOTHERS[1:]):
        for number, person in enumerate(newcomers):
            await _comes(wiring, person, 70_000 + 10 * len(newcomers) + number)
        post = delivery(database, wiring.time, pigeon)
        with counted(database) as asked:
            plan = await post.telling.plan()
        assert len(plan.told) == len(newcomers)
        spent.append(asked.statements)
        await all_turns(post)
        with counted(database) as asked:
            await wiring.services().letting_in.waiting(TEACHER, school.CLASS_7A)
        assert asked.statements == 2
    assert spent[0] == spent[1]


@pytest.mark.parametrize(
    ("called", "shown"), [("Оля  \n П.", "Оля П."), ("\u202eяло\u0000", "яло"), ("я" * 200, "я" * 80), ("", "")]
)
def test_the_accounts_name_is_one_short_line(called: str, shown: str) -> None:
    assert shown_name(called) == shown
