"""From the teacher's tap on «н» to the first guardian's phone, and to the last of sixty."""

import asyncio
import time
from collections.abc import Callable
from statistics import median

from domain.attendance.presence import Presence
from handlers.journal.buttons import SetPresence, SetPresenceOfAll
from tests.bench.bench import Bench
from tests.bench.figures import Figure, figure
from tests.bench.load import Load
from tests.bench.programs import echo_bot
from tests.people import Message, Phone

TAPS = 5
GUARDIANS = 60
PACE = 25
"""Messages a second that the bot allows itself of Telegram's thirty."""
QUIET = 0.5
"""Seconds that everyone rests between two taps."""


async def measure(bench: Bench) -> list[Figure]:
    """Each repeat on a bot freshly started: «нет всех» is offered while nobody is noted."""
    firsts, lasts, echoes = [], [], []
    async with bench.people() as echoed, bench.people(limits=True) as people, echo_bot(echoed.url):
        await _round_trips(echoed)
        for repeat in range(bench.repeats):
            async with bench.bot(people, await bench.copy(f"absence-{repeat}.db")):
                echoes.append(await _round_trips(echoed))
                firsts.append(await _first_guardians(people, (await bench.school()).first))
                lasts.append(await _sixtieth(people, (await bench.school()).full))
    return [
        figure("absence_first", firsts, "ms", echoes),
        figure("absence_last_of_60", lasts, "s", [GUARDIANS / PACE] * len(lasts)),
    ]


async def _round_trips(echoed: Load) -> float:
    """Milliseconds, the median of a few, with the same rests as between taps: a processor that rests wakes slowly."""
    waits = []
    for user in range(1, TAPS + 1):
        await asyncio.sleep(QUIET)
        waits.append(await echoed.round_trip(user, "?"))
    return median(waits) * 1000


async def _first_guardians(people: Load, teacher: int) -> float:
    phone = await _at_the_lesson(people, teacher)
    waits = []
    for data in buttons(phone.last, is_absent)[:TAPS]:
        await asyncio.sleep(QUIET)
        waits.append(await _tap(people, phone, data, 1))
    return median(waits) * 1000


async def _sixtieth(people: Load, teacher: int) -> float:
    phone = await _at_the_lesson(people, teacher)
    await asyncio.sleep(2 * QUIET)
    [nobody] = buttons(phone.last, lambda data: data.startswith(f"{SetPresenceOfAll.__prefix__}:"))
    return await _tap(people, phone, nobody, GUARDIANS)


async def _at_the_lesson(people: Load, teacher: int) -> Phone:
    phone = people.phone(teacher)
    await phone.write("/lesson")
    await phone.wait_for()
    return phone


def buttons(message: Message, wanted: Callable[[str], bool]) -> list[str]:
    """What is behind them."""
    data = (button.data for row in message.buttons for button in row)
    return [one for one in data if one is not None and wanted(one)]


def is_absent(data: str) -> bool:
    """A pupil's «н»."""
    return data.startswith(f"{SetPresence.__prefix__}:") and SetPresence.unpack(data).to is Presence.ABSENT


async def _tap(people: Load, phone: Phone, data: str, guardians: int) -> float:
    """Seconds until so many messages to others than the teacher have arrived."""
    await people.calls()
    began = time.monotonic()
    await phone.press_raw(phone.last.id, data, wait=0)
    told = await people.until(lambda entries: sum(one["chat_id"] != phone.id for one in entries) >= guardians)
    arrived = sorted(one["monotonic"] for one in told if one["chat_id"] != phone.id)
    return arrived[guardians - 1] - began
