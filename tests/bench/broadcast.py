"""An announcement to a thousand at Telegram's limits, and absences noted meanwhile, whose messages it has to let by.

Nobody is asked whether a thousand are meant: STORM_MESSAGES is 0, and no deputy has come in.
"""

import asyncio
import time
from collections.abc import Collection, Iterable
from functools import partial
from statistics import quantiles

from handlers.journal.buttons import OpenRollCall
from tests.bench.absence import buttons, is_absent
from tests.bench.bench import Bench
from tests.bench.figures import Figure, figure
from tests.bench.hall import Hall
from tests.bench.load import Load
from tests.people import JSON, Phone

LIMIT = 30
"""Messages a second that Telegram takes."""
SOON = 5.0
"""Seconds after which a guardian is to know."""
REST = 1.0
"""Seconds between a guardian's message and the teacher's next tap."""
GUARDIANS = 2
"""Of each pupil, with an account."""
PAGES = 2
"""Of the roll call of thirty."""


async def measure(bench: Bench) -> list[Figure]:
    """Each repeat on a bot freshly started, at its default pace. A single 429 ends the measurement (`taken`)."""
    hall, teacher = await bench.hall(), (await bench.school()).full
    runs: list[tuple[float, float]] = []
    async with bench.people(limits=True) as people:
        for repeat in range(bench.repeats):
            async with bench.bot(people, hall.copy(bench.folder / f"broadcast-{repeat}.db")):
                runs.append(await _run(people, hall, teacher))
    return [
        figure("instant_during_broadcast", [instant for instant, _ in runs], "s", [SOON] * len(runs)),
        figure("broadcast_1000", [whole for _, whole in runs], "s", [len(hall.readers) / LIMIT] * len(runs)),
    ]


async def _run(people: Load, hall: Hall, teacher: int) -> tuple[float, float]:
    """Seconds that 95 of 100 taps take at most to both guardians, and those of the whole announcement."""
    phone, readers = people.phone(teacher), set(hall.readers)
    taps = await _taps(phone)
    arrived: dict[int, float] = {}
    waits: list[tuple[float, float]] = []
    began = await hall.announce(people)
    for message, data in taps:
        if readers <= arrived.keys():
            break
        tapped = time.monotonic()
        await phone.press_raw(message, data, wait=0)
        told = await people.until(lambda entries: len(_moments(entries, readers, inside=False)) >= GUARDIANS)
        waits.append((tapped, max(_moments(told, readers, inside=False).values()) - tapped))
        arrived |= _moments(told, readers)
        await asyncio.sleep(REST)
    arrived |= _moments(await people.until(lambda entries: readers <= {*arrived, *_moments(entries, readers)}), readers)
    last = max(arrived.values())
    meanwhile = [seconds for tapped, seconds in waits if tapped < last]
    return quantiles(meanwhile, n=20, method="inclusive")[-1], last - began


async def _taps(phone: Phone) -> list[tuple[int, str]]:
    """One for each pupil, each page of the roll call open in a message of its own."""
    taps: list[tuple[int, str]] = []
    for number in range(PAGES):
        await phone.write("/lesson")
        page = await phone.wait_for()
        for turn in buttons(page, partial(_turns_to, number)) if number else ():
            await phone.press_raw(page.id, turn, wait=0)
            page = await phone.wait_for()
        taps += [(page.id, data) for data in buttons(page, is_absent)]
        await asyncio.sleep(REST)
    return taps


def _turns_to(number: int, data: str) -> bool:
    return data.startswith(f"{OpenRollCall.__prefix__}:") and OpenRollCall.unpack(data).page == number


def _moments(entries: Iterable[JSON], readers: Collection[int], *, inside: bool = True) -> dict[int, float]:
    """When each chat inside, or outside, of the announcement's readers was written to."""
    return {one["chat_id"]: one["monotonic"] for one in entries if (one["chat_id"] in readers) is inside}
