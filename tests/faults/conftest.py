"""The stories' school for what happens on the way; a bot in a process of its own for what happens to the machine."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from domain.ids import PersonId
from tests import school
from tests.chaos.processes import Bot, bot, local_telegram
from tests.chaos.school import USERS, ChaosSchool, account, found
from tests.chaos.witness import MARK
from tests.people import JSON, People, Phone
from tests.stories.conftest import Story, story, telegram

__all__ = ["story", "telegram"]
PATIENCE = 45.0
MARK_GRACE = 901.0


@dataclass(frozen=True)
class Machine:
    """A bot in a process of its own, and the people of its local Telegram."""

    bot: Bot
    people: People
    school: ChaosSchool

    async def teacher(self, number: int = 0) -> Phone:
        """At the lesson of her class, the roll call on the screen."""
        phone = await self.people.phone(account(self.school.classes[number].teacher))
        await phone.write("/lesson")
        await phone.wait_for(self.school.classes[number].name, timeout=PATIENCE)
        return phone

    async def phone(self, person: int) -> Phone:
        return await self.people.phone(account(person))


@pytest.fixture(scope="session")
def chaos_school(tmp_path_factory: pytest.TempPathFactory) -> ChaosSchool:
    return found(tmp_path_factory.mktemp("chaos") / "school.db")


@pytest.fixture
async def machine(chaos_school: ChaosSchool, tmp_path: Path) -> AsyncIterator[Machine]:
    chaos_school.copy(tmp_path)
    async with (
        local_telegram(USERS) as url,
        People(url) as people,
        bot(tmp_path, url, school.MORNING, {"SENDS_PER_SECOND": "30"}) as running,
    ):
        yield Machine(running, people, chaos_school)


async def give_a_mark(story: Story, value: str = "5", pupil: str = "Иванов Пётр") -> None:
    """The teacher's, saved; the family has heard nothing yet."""
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Отметки")
    await teacher.wait_for("Вид работы")
    await teacher.press(pupil)
    await teacher.wait_for("Вид работы", button=value)
    await teacher.press(value)
    await teacher.wait_for("Вид работы", button=f"{pupil} · {value}")


async def told(story: Story, person: PersonId, word: str, times: int = 1) -> list[str]:
    """Texts with the word in the person's chat, once there are so many; the school's clock goes on meanwhile."""
    phone = await story.phone(person)

    async def look() -> Sequence[str]:
        return [message.text for message in await phone.messages() if not message.out and word in message.text]

    return list(await _going_on(story, look, times))


async def quiet(story: Story) -> None:
    """Long enough for every repeat that could be due."""
    for _ in range(4):
        await story.later(seconds=40)
        await asyncio.sleep(0.15)


async def _going_on(story: Story, look: Callable[[], Awaitable[Sequence[str]]], times: int) -> Sequence[str]:
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while len(found_ := await look()) < times:
        assert asyncio.get_running_loop().time() < deadline, found_
        await story.later(seconds=5)
        await asyncio.sleep(0.1)
    return found_


def repeats(texts: Sequence[str]) -> list[bool]:
    """Of each text, whether it says that it is a repeat."""
    return [MARK in text for text in texts]


async def sends(people: People, chat_id: int) -> list[JSON]:
    return await people.calls("sendMessage", chat_id=chat_id)
