"""`docs --zip FILE`: the documents that are for everyone, packed for the school's site."""

from pathlib import Path
from typing import TypedDict

from bot.commands.problems import Mistaken
from bot.settings import read_settings
from bot.system_clock import SystemClock
from domain.clock import SchoolTime
from domain.ids import PersonId
from domain.school.documents_publishing import for_the_site
from handlers.school.document_pack import SitePack
from handlers.texts.translator import texts_in
from storage.database import Database
from storage.school.card import school_card
from storage.school.documents import DocumentReads

NOBODY = PersonId(0)
"""Asks without having confirmed anything."""


class PackedDocuments(TypedDict):
    file: str
    documents: int


async def pack_documents(file: Path) -> PackedDocuments:
    """Never half a file; the bot may be running. Raises `Mistaken`."""
    if not file.parent.is_dir():
        raise Mistaken(f"There is no folder {file.parent} for the file.")
    database = Database.open(read_settings().database_url, SystemClock())
    unfinished = file.with_name(file.name + ".part")
    try:
        packed = await _pack(database, unfinished)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
        await database.close()
    return PackedDocuments(file=str(file), documents=packed)


async def _pack(database: Database, file: Path) -> int:
    card = await school_card(database.reader)
    if card is None:
        raise Mistaken("The database holds no school yet: run `python -m bot init` first.")
    reads = DocumentReads(database.reader, SchoolTime(database.clock, lambda: card.zone))
    documents = for_the_site(await reads.all(NOBODY))
    if not documents:
        raise Mistaken("There is nothing to pack: no document is published for everyone.")
    with file.open("wb") as target:
        pack = SitePack(target, texts_in(card.language), card.name)
        for one in documents:
            pack.add(one, (await reads.contents([one.id]))[one.id] if one.link is None else None)
        pack.close()
    return len(documents)
