"""A sheet as the file that was asked for, under the screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.types import CallbackQuery

from domain.clock import SchoolTime
from domain.school.ports import SchoolCards
from handlers.control.sheets_buttons import Form
from handlers.kit.paper import paper_book, paper_pdf
from handlers.kit.sheets import Imprint, Sheet
from handlers.kit.show import send_file
from handlers.texts.translator import Texts

ENDING = {Form.PDF: "pdf", Form.BOOK: "xlsx"}


@dataclass(frozen=True, slots=True)
class SheetFile:
    """`printed` for paper, `bound` for a workbook, which need not be cut to pages; `name` without its ending."""

    name: str
    caption: str
    printed: Sequence[Sheet]
    bound: Sequence[Sheet]


async def send_sheet(
    query: CallbackQuery, texts: Texts, form: Form, file: SheetFile, school_cards: SchoolCards, school_time: SchoolTime
) -> None:
    """Drawn outside the event loop. The tap itself is the caller's to close."""
    card = await school_cards.card()
    imprint = Imprint(texts, card.name if card else "", school_time.local())
    if form is Form.PDF:
        content = await paper_pdf(imprint, *file.printed)
    else:
        content = await paper_book(imprint, *file.bound)
    await send_file(query, content, f"{file.name}.{ENDING[form]}", file.caption)
