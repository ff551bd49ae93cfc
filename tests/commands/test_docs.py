"""`docs --zip`: the pack for the school's site, from the machine itself."""

import asyncio
import json
from zipfile import ZipFile

from bot.system_clock import SystemClock
from domain.ids import PersonId
from domain.school.documents import DocumentAudience, NewDocument
from storage.database import Database
from tests import school
from tests.commands.conftest import Machine


async def _publish(url: str) -> None:
    database = Database.open(url, SystemClock())
    async with database.begin() as tx:
        for audience in DocumentAudience:
            new = NewDocument(
                f"Устав: {audience}", school.TUESDAY, audience, False, file_name="Устав.pdf", content=b"%PDF"
            )
            await tx.documents.add(new, 1, PersonId(school.SITE_EDITOR))
    await database.close()


def test_what_is_for_everyone_is_packed_and_nothing_else(staffed: Machine) -> None:
    asyncio.run(_publish(f"sqlite:///{staffed.folder / 'zvonok.db'}"))
    packed = staffed.well("docs", "--zip", "site.zip", "--json").json
    assert packed == {"file": "site.zip", "documents": 1}
    archive = ZipFile(staffed.folder / "site.zip")
    assert archive.namelist() == ["files/0001-устав-all.pdf", "index.html", "documents.json"]
    told = json.loads(archive.read("documents.json"))
    assert told["school"] == "Школа № 5"
    assert [one["title"] for one in told["documents"]] == ["Устав: all"]
    assert not (staffed.folder / "site.zip.part").exists()


def test_nothing_to_pack_is_one_line_and_leaves_no_file(staffed: Machine) -> None:
    assert "nothing to pack" in staffed.run("docs", "--zip", "site.zip").refused()
    assert not list(staffed.folder.glob("site.zip*"))
    assert "no folder" in staffed.run("docs", "--zip", "nowhere/site.zip").refused()
