"""An announcement to a thousand, and eight hundred of them tap «Ознакомлен» at once.

Each delivery and each tap changes the sender's live line; it is edited every three seconds at the most, and says at the
end how many they were. The local Telegram holds its limits: a single 429 ends the measurement (`taken`).
"""

import asyncio
import re
import time
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from handlers.talk.announced_buttons import Acknowledge
from tests.bench.bench import Bench
from tests.bench.echo import BUTTON
from tests.bench.figures import Figure, figure
from tests.bench.hall import Hall
from tests.bench.load import LONGEST, Load, taken
from tests.bench.programs import echo_bot
from tests.people import JSON, Message

SHARE = 0.8
"""Of the readers."""
GAP = 3.0
"""Seconds between two edits of the live line, at least."""
UNCHANGED = "message is not modified"
SLACK = 0.1
"""By so much two edits may seem nearer to each other: the ledger sees them arrive."""


class Run(NamedTuple):
    """Seconds: until the last tap was answered, until half of them were, from the last answer to the right number."""

    whole: float
    half: float
    counted: float


async def measure(bench: Bench) -> list[Figure]:
    """Each repeat on a bot freshly started, at its default pace, after the echo bot had as many taps."""
    hall = await bench.hall()
    who = _confirming(hall)
    runs, echoes = list[Run](), list[Run]()
    async with bench.people() as echoed, echo_bot(echoed.url), bench.people(limits=True) as people:
        buttons = await _buttons_of_echo(echoed, who)
        for repeat in range(bench.repeats):
            echoes.append(await _echo(echoed, buttons))
            async with bench.bot(people, hall.copy(bench.folder / f"acknowledged-{repeat}.db")):
                runs.append(await _run(people, hall, who))
    return [
        figure("acknowledged_800", [run.whole for run in runs], "s", [run.whole for run in echoes]),
        figure("acknowledged_median", [run.half for run in runs], "s", [run.half for run in echoes]),
        figure("acknowledged_counted", [run.counted for run in runs], "s", [2 * GAP] * len(runs)),
    ]


async def _buttons_of_echo(people: Load, users: Sequence[int]) -> Mapping[int, int]:
    """A message with a button for each; they stay, so all repeats tap the same."""
    await people.crowd(users, BUTTON)
    return {user: (await people.phone(user).messages())[-1].id for user in users}


async def _echo(people: Load, buttons: Mapping[int, int]) -> Run:
    taps = [(user, message, BUTTON) for user, message in buttons.items()]
    began, answered = await _tapped(people, taps)
    return Run(answered[-1] - began, median(answered) - began, 0.0)


def _confirming(hall: Hall) -> Sequence[int]:
    """Of each child that is counted both guardians, who are half the hall apart; a child counts once."""
    children = len(hall.readers) // 2
    half = int(children * SHARE)
    return [*hall.readers[:half], *hall.readers[children : children + half]]


async def _run(people: Load, hall: Hall, who: Sequence[int]) -> Run:
    await hall.announce(people)
    letters: dict[int, tuple[int, str]] = {}
    entries: list[JSON] = []
    async with asyncio.timeout(LONGEST):
        while len(letters) < len(hall.readers):
            await asyncio.sleep(0.2)
            fresh = _taken(await people.all_calls())
            letters |= _letters(fresh, hall)
            entries += fresh
    meant = [(user, *letters[user]) for user in who]
    began, answered = await _tapped(people, meant, entries)
    line = await _counted(people, hall, len(who) // 2, entries)
    _check_gaps(entries, hall.author, line.id)
    return Run(answered[-1] - began, median(answered) - began, max(0.0, time.monotonic() - answered[-1]))


def _letters(entries: Sequence[JSON], hall: Hall) -> Mapping[int, tuple[int, str]]:
    """The message with each reader and what its button says."""
    sent = [one for one in entries if one["method"] == "sendMessage" and one["chat_id"] in set(hall.readers)]
    return {one["chat_id"]: (one["message_id"], _button(one)) for one in sent}


def _button(entry: JSON) -> str:
    rows = entry["params"]["reply_markup"]["inline_keyboard"]
    data = [str(button["callback_data"]) for row in rows for button in row if "callback_data" in button]
    return next(one for one in data if one.startswith(f"{Acknowledge.__prefix__}:"))


async def _tapped(
    people: Load, taps: Sequence[tuple[int, int, str]], seen: list[JSON] | None = None
) -> tuple[float, list[float]]:
    """All tap before the bot is given any of it; when it was, and when each had an answer, the earliest first."""
    await people.people.updates(hold=True)
    await people.press_all(taps)
    entries: list[JSON] = seen if seen is not None else []
    entries += _taken(await people.all_calls())
    began = time.monotonic()
    await people.people.updates(hold=False)
    answered: list[float] = []
    async with asyncio.timeout(LONGEST):
        while len(answered) < len(taps):
            await asyncio.sleep(0.2)
            fresh = _taken(await people.all_calls())
            answered += [one["monotonic"] for one in fresh if one["method"] == "answerCallbackQuery"]
            entries += fresh
    return began, sorted(answered)


async def _counted(people: Load, hall: Hall, children: int, entries: list[JSON]) -> Message:
    """The live line, once it says the right number."""
    phone, right = people.phone(hall.author), re.compile(rf"\b{children}\D+{len(hall.readers) // 2}\b")
    async with asyncio.timeout(LONGEST):
        while True:
            said = [one for one in await phone.messages() if right.search(one.text)]
            entries += _taken(await people.all_calls())
            if said:
                return said[-1]
            await asyncio.sleep(0.1)


def _taken(entries: Sequence[JSON]) -> list[JSON]:
    """An edit that changes nothing is refused and does no harm: the counter stood right already."""
    return taken(one for one in entries if UNCHANGED not in one.get("description", ""))


def _check_gaps(entries: Sequence[JSON], author: int, line: int) -> None:
    """Raises AssertionError where the live line was edited too often."""
    edits = [one for one in entries if one["method"] == "editMessageText" and one["chat_id"] == author]
    moments = [one["monotonic"] for one in edits if str(one["params"]["message_id"]) == str(line)]
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    # The first edit is the answer to the sender's own tap, and the first that counts may follow it at once.
    if any(gap < GAP - SLACK for gap in gaps[1:]):
        raise AssertionError(f"the live line was edited {min(gaps[1:]):.2f} s after the edit before")
