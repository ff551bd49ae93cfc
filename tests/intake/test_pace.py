"""Who sends too much is told so once and not acted on for a while; strangers are answered once a minute."""

from datetime import UTC, datetime, timedelta
from typing import Any

from aiogram.types import Chat, Message, Update, User
from sqlalchemy import select

from bot.middlewares.pace import MOST_ACTS, Act, KeepsPace, Pace
from domain.ids import PersonId
from handlers.texts.translator import texts_in
from storage.tables.journal import homework
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story

NOW = school.MORNING.astimezone(UTC)
TOO_FAST = "Слишком быстро"
WELCOME = "одноразовый код"


def _acts(pace: Pace, count: int, apart: float, start: datetime = NOW) -> list[bool]:
    """Of so many acts, so many seconds apart, which were too fast."""
    first = int((start - NOW).total_seconds() * 1000)
    acts = (Act(first + number, start + timedelta(seconds=apart * number)) for number in range(count))
    return [pace.too_fast(act, MOST_ACTS) for act in acts]


def test_twenty_acts_at_once_pass_and_the_next_does_not() -> None:
    assert _acts(Pace(), 21, apart=0) == [False] * 20 + [True]


def test_two_acts_a_second_pass_for_ever() -> None:
    assert not any(_acts(Pace(), 200, apart=0.5))


def test_after_half_a_minute_it_goes_on() -> None:
    pace = Pace()
    _acts(pace, 21, apart=0)
    assert _acts(pace, 1, apart=0, start=NOW + timedelta(seconds=29)) == [True]
    assert _acts(pace, 19, apart=0, start=NOW + timedelta(seconds=30)) == [False] * 19


def test_who_never_calms_is_never_heard_again() -> None:
    assert all(_acts(Pace(), 1000, apart=0.1)[20:])


def test_a_clock_that_is_set_back_locks_nobody_out() -> None:
    pace = Pace()
    _acts(pace, 21, apart=0)
    assert _acts(pace, 3, apart=1, start=NOW - timedelta(days=1)) == [False] * 3


def test_an_act_that_is_handled_again_counts_once() -> None:
    pace = Pace()
    assert not any(pace.too_fast(Act(1, NOW), MOST_ACTS) for _ in range(50))
    assert pace.strangers_turn(Act(1, NOW))
    assert pace.strangers_turn(Act(1, NOW))
    assert not pace.strangers_turn(Act(2, NOW + timedelta(seconds=59)))
    assert pace.strangers_turn(Act(3, NOW + timedelta(seconds=60)))


async def test_people_without_number_take_little_memory_and_who_floods_stays_known() -> None:
    paces = KeepsPace(remembered=100)
    handled: list[int] = []

    async def handler(event: Any, data: dict[str, Any]) -> None:
        handled.append(data["event_from_user"].id)

    for number in range(1, 2001):
        await paces(handler, *_given(number, person=number))
        await paces(handler, *_given(10_000 + number, person=0))
    assert len(paces._paces) == 100
    assert handled.count(0) == 1
    assert len(handled) == 2001


async def test_the_21st_line_is_answered_once_and_not_acted_on(story: Story) -> None:
    teacher, other = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await _write(teacher, [f"/dz 7А алгебра № {number}" for number in range(25)])
    await teacher.wait_for(TOO_FAST)
    await other.write("/tomorrow")
    await other.wait_for("Алгебра")
    assert await _times(teacher, TOO_FAST) == 1
    assert await _homework(story) == [f"№ {number}" for number in range(20)]
    story.clock.advance(seconds=31)
    await teacher.write("/dz 7А алгебра № 25")
    await teacher.wait_for("№ 25")
    assert len(await _homework(story)) == 21


async def test_a_tap_that_is_too_fast_is_answered_by_an_alert_and_does_nothing(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await mother.write("/marks")
    page = await mother.wait_for("Пётр")
    button = page.button("Пётр")
    assert button is not None
    answers = [await mother.press_raw(page.id, button.data or "") for _ in range(20)]
    assert [answer.show_alert for answer in answers if answer] == [False] * 19 + [True]
    assert await mother.press_raw(page.id, button.data or "", wait=0.3) is None


async def test_what_was_typed_in_peace_while_the_bot_was_down_is_all_done(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await story.people.updates(hold=True)
    for number in range(25):
        await teacher.write(f"/dz 7А алгебра № {number}")
        story.clock.advance(seconds=5)
    await story.people.updates(hold=False)
    await teacher.wait_for("№ 24")
    assert len(await _homework(story)) == 25
    assert await _times(teacher, TOO_FAST) == 0


async def test_a_stranger_is_answered_once_a_minute(story: Story) -> None:
    stranger = await story.stranger()
    await stranger.write("/start")
    await stranger.wait_for(WELCOME)
    await _write(stranger, ["привет", "кто здесь", "/help"])
    await stranger.stays_silent()
    await story.later(minutes=1)
    await stranger.write("привет")
    await stranger.wait_for(WELCOME)


async def test_a_stranger_with_a_code_waits_for_no_turn(story: Story) -> None:
    async with story.application.database.begin() as tx:
        await tx.consents.answer(school.MOTHER, 1, False)
    stranger = await story.stranger()
    await stranger.write("/start")
    await stranger.wait_for(WELCOME)
    await stranger.write("AAAA-AAAA-AA1")
    await stranger.wait_for("Код не подходит")
    await stranger.start(await _code(story, school.MOTHER))
    await stranger.wait_for("согласия на обработку")
    await stranger.press("Согласен")
    await stranger.wait_for("Осталось подписать")
    await stranger.write("Мария Иванова")
    await stranger.wait_for("Имя пока не совпало")
    await stranger.write("Иванова Мария Петровна")
    await stranger.wait_for("Вы вошли")


async def test_codes_too_are_no_faster_than_twenty_in_ten_seconds(story: Story) -> None:
    stranger = await story.stranger()
    await _write(stranger, ["AAAA-AAAA-AA1"] * 25)
    await stranger.wait_for(TOO_FAST)
    assert await _times(stranger, "Код не подходит") == 20
    assert await _times(stranger, TOO_FAST) == 1


async def _write(phone: Phone, lines: list[str]) -> None:
    for line in lines:
        await phone.write(line)


async def _times(phone: Phone, text: str) -> int:
    return sum(not message.out and text in message.text for message in await phone.messages())


async def _homework(story: Story) -> list[str]:
    rows = await story.application.database.reader.rows(select(homework.c.text).order_by(homework.c.id))
    return [row.text for row in rows]


async def _code(story: Story, person: PersonId) -> str:
    return (await story.application.wiring.codes().issue_by_program([person]))[0].code


def _given(number: int, person: int) -> tuple[Message, dict[str, Any]]:
    """A stranger's message without words, and what stands before the middleware; nothing of it is answered."""
    user, chat = User(id=person, is_bot=False, first_name="Кто-то"), Chat(id=-1, type="supergroup")
    message = Message(message_id=number, date=NOW, chat=chat, from_user=user)
    update = Update(update_id=number, message=message)
    about = {"event_from_user": user, "event_chat": chat, "event_update": update, "sent_at": NOW, "actor": None}
    return message, {**about, "texts": texts_in("ru")}
