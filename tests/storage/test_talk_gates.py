"""The gates before what people write, on both databases."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, update

from bot.gates_wiring import announcement_gate, thread_gate, working_hours
from bot.services import Wiring
from domain.errors import NotAllowed, Refused
from domain.ids import PersonId, ThreadId
from domain.messaging.quiet_hours import NEVER
from domain.roles.codes import grouped, new_code
from domain.talk.gates import AnswersOnly, Held, HoldAsked, TooFast, TooManyBegun, TooManyUrgent
from domain.talk.threads import Side
from domain.talk.wording import Wording, Writing
from storage.database import Database
from storage.tables.roles import access_codes, people
from storage.tables.school import enrolments
from storage.tables.talk import announcements, thread_members, thread_messages, threads, writing_limits
from tests import school
from tests.storage.statement_cases import wired

MINUTE = timedelta(minutes=1)
HELLO = Writing(Wording("Здравствуйте!"))
MOTHER, TEACHER, DEPUTY = (school.actor(one) for one in (school.MOTHER, school.ALGEBRA_TEACHER, school.DEPUTY))


@pytest.fixture
def wiring(database: Database) -> Wiring:
    return wired(database)


async def _thread(database: Database, opened_by: PersonId, at: datetime, side: str, **other: Any) -> ThreadId:
    row = {"kind": "guardian", "opened_by": opened_by, "opened_at": at, "last_at": at, **other}
    async with database.begin() as tx:
        thread = ThreadId(await tx.add(insert(threads).values(**row)))
        member = {"thread_id": thread, "person_id": opened_by, "party": "asking", "side": side, "joined_at": at}
        await tx.run(insert(thread_members).values(**member))
    return thread


async def _said(
    database: Database,
    thread: ThreadId,
    by: PersonId,
    times: Sequence[datetime],
    *,
    party: str = "asking",
    **other: Any,
) -> None:
    async with database.begin() as tx:
        for at in times:
            source = {"source_account_id": school.account_of(by), "source_message_id": thread * 1000 + at.minute}
            row = {"thread_id": thread, "author_id": by, "party": party, "text": "…", "written_at": at}
            message = await tx.add(insert(thread_messages).values(**row, **source, **other))
        changed = update(threads).where(threads.c.id == thread)
        await tx.run(changed.values(last_message_id=message, last_at=times[-1]))


async def _limited(database: Database, person: PersonId) -> None:
    row = {"person_id": person, "reason": "Грубость", "limited_by": school.ADMIN, "limited_at": database.clock.now()}
    async with database.begin() as tx:
        await tx.run(insert(writing_limits).values(**row))


async def test_the_twentieth_message_of_a_family_goes_and_the_next_waits(wiring: Wiring) -> None:
    database, now = wiring.database, wiring.database.clock.now()
    gate = thread_gate(wiring)
    thread = await _thread(database, school.MOTHER, now, "family")
    times = [now - 9 * MINUTE + n * timedelta(seconds=20) for n in range(20)]
    rows = [
        {"thread_id": thread, "author_id": school.MOTHER, "party": "asking", "text": "…", "written_at": at}
        | {"source_account_id": school.account_of(school.MOTHER), "source_message_id": n}
        for n, at in enumerate(times)
    ]
    async with database.begin() as tx:
        await tx.run(insert(thread_messages), rows[:19])
    await gate.check(MOTHER, HELLO, False, False, thread=thread)
    async with database.begin() as tx:
        await tx.run(insert(thread_messages), rows[19:])
    with pytest.raises(TooFast) as refused:
        await gate.check(MOTHER, HELLO, False, False, thread=thread)
    assert refused.value.wait_minutes == 1
    await gate.check(school.actor(school.FATHER), HELLO, False, False, thread=thread)


async def test_staff_write_oftener_and_begin_as_many_threads_as_they_need(wiring: Wiring) -> None:
    database, now = wiring.database, wiring.database.clock.now()
    for minute in range(15):
        thread = await _thread(database, school.ALGEBRA_TEACHER, now, "staff")
        await _said(database, thread, school.ALGEBRA_TEACHER, [now - n % 8 * MINUTE for n in range(minute % 2, 2)])
    await thread_gate(wiring).check(TEACHER, HELLO, True, False)


async def test_ten_threads_are_begun_on_a_school_day(wiring: Wiring) -> None:
    database, now, gate = wiring.database, wiring.database.clock.now(), thread_gate(wiring)
    midnight = datetime(2026, 11, 24, 0, 0, tzinfo=school.ZONE)
    for _ in range(3):
        await _thread(database, school.MOTHER, midnight - MINUTE, "family", last_at=now)
    for _ in range(9):
        thread = await _thread(database, school.MOTHER, midnight, "family")
    await gate.check(MOTHER, HELLO, True, False)
    await _thread(database, school.MOTHER, now, "family")
    with pytest.raises(TooManyBegun) as refused:
        await gate.check(MOTHER, HELLO, True, False)
    assert refused.value.most == 10
    await gate.check(MOTHER, HELLO, False, False, thread=thread)


async def test_who_is_limited_answers_the_school_and_asks_the_administrator(wiring: Wiring) -> None:
    database, now, gate = wiring.database, wiring.database.clock.now(), thread_gate(wiring)
    own = await _thread(database, school.MOTHER, now, "family")
    schools = await _thread(database, school.ALGEBRA_TEACHER, now, "staff")
    asked = await _thread(database, school.MOTHER, now, "family", kind="help", desk="help")
    for thread in (own, schools, asked):
        await _said(database, thread, school.MOTHER, [now])
    await gate.check(MOTHER, HELLO, True, False)
    await _limited(database, school.MOTHER)
    for refused_act in ({"begins": True}, {"begins": False, "thread": own}, {"begins": False, "thread": ThreadId(999)}):
        with pytest.raises(AnswersOnly) as refused:
            await gate.check(MOTHER, HELLO, held_is_fine=False, **refused_act)  # type: ignore[arg-type]
        assert refused.value.reason == "Грубость"
    await gate.check(MOTHER, HELLO, False, False, thread=schools)
    await gate.check(MOTHER, HELLO, False, False, thread=asked)
    await gate.check(MOTHER, HELLO, True, False, open_to_limited=True)
    await _said(database, own, school.ALGEBRA_TEACHER, [now + MINUTE], party="asked")
    await gate.check(MOTHER, HELLO, False, False, thread=own)
    await gate.check(school.actor(school.FATHER), HELLO, True, False)
    async with database.begin() as tx:
        await tx.run(update(writing_limits).values(lifted_at=now, lifted_by=school.ADMIN))
    await gate.check(MOTHER, HELLO, True, False)


async def _code(database: Database, wiring: Wiring, **other: Any) -> str:
    code, now = new_code(), database.clock.now()
    row = {"person_id": school.FATHER, "roles": ["guardian"], "code_hash": wiring.hasher(code), "issued_at": now}
    async with database.begin() as tx:
        await tx.run(insert(access_codes).values(**row, **{"expires_at": now + timedelta(days=1), **other}))
    return code


async def test_a_live_code_is_asked_about_and_a_dead_one_goes(wiring: Wiring) -> None:
    database, now = wiring.database, wiring.database.clock.now()
    one_to_one, to_many = thread_gate(wiring), announcement_gate(wiring)
    live = Wording(f"Код: {grouped(await _code(database, wiring))}")
    dead = [
        await _code(database, wiring, used_at=now),
        await _code(database, wiring, revoked_at=now),
        await _code(database, wiring, expires_at=now),
        new_code(),
    ]
    for held in (one_to_one.check(MOTHER, Writing(live), True, False), to_many.check(DEPUTY, live, (), False)):
        with pytest.raises(HoldAsked) as refused:
            await held
        assert (refused.value.why, refused.value.n) == (Held.CODE, 1)
    await one_to_one.check(MOTHER, Writing(live), True, True)
    await to_many.check(DEPUTY, live, (), True)
    await one_to_one.check(MOTHER, Writing(Wording(" ".join(dead))), True, False)


async def test_a_list_of_pupils_is_asked_about_in_what_goes_to_many(wiring: Wiring) -> None:
    database, gate = wiring.database, announcement_gate(wiring)
    text = Wording("Не сдали: Иванов, Петрова, Сидоров, Кузина, Зайцев")
    await gate.check(DEPUTY, text, (school.CLASS_7A,), False)
    async with database.begin() as tx:
        row = {"surname": "Зайцев", "given": "Олег", "name_norm": "зайцев олег", "created_at": school.STARTED}
        pupil = await tx.add(insert(people).values(**row))
        await tx.run(
            insert(enrolments).values(pupil_id=pupil, class_id=school.CLASS_7A, from_day=school.STARTED.date())
        )
        tx.touch("lists")
    for classes in ((school.CLASS_7A,), (school.CLASS_7B,), ()):
        with pytest.raises(HoldAsked) as refused:
            await gate.check(DEPUTY, text, classes, False)
        assert refused.value.about == {"why": Held.NAMES, "n": 5, "class_name": "7А"}
    await gate.check(DEPUTY, text, (school.CLASS_7A,), True)
    await thread_gate(wiring).check(MOTHER, Writing(text), True, False)


async def test_leaders_write_urgently_five_times_a_day(wiring: Wiring) -> None:
    database, now = wiring.database, wiring.database.clock.now()
    one_to_one, to_many = thread_gate(wiring), announcement_gate(wiring)
    for actor in (MOTHER, TEACHER, school.actor(school.ADMIN), school.actor(school.CLASS_TEACHER_7A)):
        for act in (
            one_to_one.check(actor, HELLO, True, False, urgent=True),
            to_many.check(actor, HELLO.wording, (), False, urgent=True),
        ):
            with pytest.raises(NotAllowed):
                await act
    thread = await _thread(database, school.DEPUTY, now, "staff")
    await _said(database, thread, school.DEPUTY, [now, now + MINUTE], urgent=True)
    await _said(database, thread, school.DEPUTY, [now + 2 * MINUTE])
    async with database.begin() as tx:
        row = {"sender_id": school.DEPUTY, "sender_account_id": 1, "audience": "staff", "text": "…", "urgent": True}
        made = [{"made_at": now, "taken_back_at": None}] * 2 + [{"made_at": now, "taken_back_at": now}]
        made += [{"made_at": now - timedelta(days=1), "taken_back_at": None}]
        await tx.run(insert(announcements), [{**row, **one, "draft_key": f"{n}"} for n, one in enumerate(made)])
    await one_to_one.check(DEPUTY, HELLO, True, False, urgent=True)
    await _said(database, thread, school.DEPUTY, [now + 3 * MINUTE], urgent=True)
    for act in (
        one_to_one.check(DEPUTY, HELLO, True, False, urgent=True),
        to_many.check(DEPUTY, HELLO.wording, (), False, urgent=True),
    ):
        with pytest.raises(TooManyUrgent) as refused:
            await act
        assert refused.value.most == 5
    await one_to_one.check(DEPUTY, HELLO, True, False)
    await one_to_one.check(school.actor(school.DIRECTOR), HELLO, True, False, urgent=True)


async def test_what_is_asked_of_a_message_is_one_statement_and_of_a_limited_guardian_two(wiring: Wiring) -> None:
    database, now, gate = wiring.database, wiring.database.clock.now(), thread_gate(wiring)
    thread = await _thread(database, school.ALGEBRA_TEACHER, now, "staff")
    for limited, statements in ((False, 1), (True, 2)):
        if limited:
            await _limited(database, school.MOTHER)
        before = database.statements
        await gate.check(MOTHER, HELLO, False, False, thread=thread)
        assert database.statements - before == statements


async def test_the_hours_of_many_are_one_statement(wiring: Wiring) -> None:
    hours, database = working_hours(wiring), wiring.database
    await wiring.services().choosing.choose_quiet(TEACHER, NEVER)
    staff = [school.ALGEBRA_TEACHER, school.SPORT, school.PRIMARY]
    before = database.statements
    assert await hours.rings_at(staff, Side.STAFF) == {}
    assert database.statements - before == 1
    database.clock.set(datetime(2026, 11, 28, 20, 0, tzinfo=school.ZONE))  # type: ignore[attr-defined]
    monday = datetime(2026, 11, 30, 7, 30, tzinfo=school.ZONE)
    assert await hours.rings_at(staff, Side.STAFF) == {school.SPORT: monday, school.PRIMARY: monday}


async def test_refusals_hold_no_text_and_no_code(wiring: Wiring) -> None:
    code = await _code(wiring.database, wiring)
    with pytest.raises(Refused) as refused:
        await announcement_gate(wiring).check(DEPUTY, Wording(code), (), False)
    assert code not in f"{refused.value!r} {refused.value.about}"
