"""A sheet as the file that was asked for, under the screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.types import CallbackQuery

from domain.clock import SchoolTime
from domain.school.ports import SchoolCards
from handlers.control.paper_buttons import FileKind
from handlers.control.paper_files import ENDINGS, made
from handlers.kit.sheets import Imprint, Sheet
from handlers.kit.show import send_file
from handlers.texts.translator import Texts


@dataclass(frozen=True, slots=True)
class SheetFile:
    """`printed` for paper, `bound` for a workbook, which need not be cut to pages; `name` without its ending."""

    name: str
    caption: str
    printed: Sequence[Sheet]
    bound: Sequence[Sheet]


async def send_sheet(
    query: CallbackQuery,
    texts: Texts,
    kind: FileKind,
    file: SheetFile,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    """Drawn outside the event loop. The tap itself is the caller's to close."""
    card = await school_cards.card()
    imprint = Imprint(texts, card.name if card else "", school_time.local())
    sheets = file.printed if kind is FileKind.PDF else file.bound
    await send_file(query, await made(imprint, kind, *sheets), f"{file.name}.{ENDINGS[kind]}", file.caption)
