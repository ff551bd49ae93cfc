"""How sheets become files: what stands on every page of them, and the two kinds that one may take."""

from domain.clock import SchoolTime
from domain.school.ports import SchoolCards
from handlers.control.paper_buttons import FileKind
from handlers.kit.paper import paper_book, paper_pdf
from handlers.kit.sheets import Imprint, Sheet
from handlers.texts.translator import Texts

ENDINGS = {FileKind.PDF: "pdf", FileKind.XLSX: "xlsx"}


async def imprint_of(texts: Texts, cards: SchoolCards, time: SchoolTime) -> Imprint:
    card = await cards.card()
    return Imprint(texts, card.name if card else "", time.local())


async def made(imprint: Imprint, kind: FileKind, *sheets: Sheet) -> bytes:
    return await (paper_pdf if kind is FileKind.PDF else paper_book)(imprint, *sheets)
