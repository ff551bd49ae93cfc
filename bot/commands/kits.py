"""`codes --class 7А --pdf FILE`: the slips of the class-meeting kit, from the machine itself."""

import os
from pathlib import Path
from typing import TypedDict

from bot.commands.codes import bot_username, wiring_of
from bot.commands.database import writing
from bot.commands.problems import Mistaken
from bot.services import Wiring
from bot.settings import Settings
from domain.roles.class_kit import EveryoneIsIn
from domain.school.class_names import class_norm
from domain.school.roster import SchoolClass
from handlers.roles.kit_sheet import ClassPaper, Printed, kit_pdf
from handlers.roles.screens import BotCard
from handlers.texts.translator import texts_in
from storage.school.card import school_card

OWNER_ONLY = 0o600
"""The file holds codes in clear: nobody else of the machine reads it."""


class PrintedKit(TypedDict):
    file: str
    slips: int


async def print_kits(classes: list[str], file: Path) -> PrintedKit:
    """Slips for everyone of these classes who has not come in. Raises `Mistaken`, issuing none, where it can't be."""
    if not file.parent.is_dir():
        raise Mistaken(f"There is no folder {file.parent} for the file.")
    async with writing("issuing codes") as (settings, database):
        wiring = await wiring_of(settings, database)
        bot = await _bot_card(settings)
        papers = await _papers(wiring, await _named(wiring, classes))
        card = await school_card(database.reader)
        assert card is not None
        printed = Printed(texts_in(card.language), card.name, bot, wiring.time)
        _write(file, await kit_pdf(printed, papers))
        return PrintedKit(file=str(file), slips=sum(len(paper.slips) for paper in papers))


async def _papers(wiring: Wiring, classes: list[SchoolClass]) -> list[ClassPaper]:
    """Of those classes where somebody has not come in yet. Raises `Mistaken` where that is none."""
    kit, papers = wiring.class_kit(), list[ClassPaper]()
    for one in classes:
        try:
            papers.append(ClassPaper(one.name, await kit.print_by_program(one.id)))
        except EveryoneIsIn:
            continue
    if not papers:
        raise Mistaken("Nothing to print: everyone of the class has come in, or nobody is in it.")
    return papers


async def _named(wiring: Wiring, names: list[str]) -> list[SchoolClass]:
    classes = {class_norm(one.name): one for one in (await wiring.roster.roster()).classes.values()}
    for name in names:
        if class_norm(name) not in classes:
            raise Mistaken(f"There is no class {name}.")
    return [classes[norm] for norm in dict.fromkeys(class_norm(name) for name in names)]


async def _bot_card(settings: Settings) -> BotCard:
    username = await bot_username(settings)
    if username is None:
        raise Mistaken("The slips carry the bot's link: set BOT_USERNAME, or BOT_TOKEN to ask Telegram for it.")
    return BotCard(username)


def _write(file: Path, pdf: bytes) -> None:
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY), "wb") as written:
        written.write(pdf)
