"""`retention`: shows and changes nothing; erases with --apply; never beside the running bot."""

import asyncio

from storage.lock import sole_writer
from tests.commands.conftest import Machine

INIT = ("init", "--name", "Школа № 5", "--admin", "Иванова Мария Петровна")


async def test_a_young_school_has_nothing_over_its_term(machine: Machine) -> None:
    machine.well(*INIT)
    assert machine.well("retention", "--json").json == {"erased": False, "rows": {}}
    assert machine.well("retention", "--apply", "--json").json == {"erased": True, "rows": {}}
    async with sole_writer(machine.url, "the bot"):
        ran = await asyncio.to_thread(machine.run, "retention")
    assert "The database is in use by" in ran.refused()
