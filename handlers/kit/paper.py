"""Sheets (`sheets.py`) as files: printed (PDF) or bound into a workbook (XLSX), both for A4."""

import asyncio

from domain.clock import SchoolTime
from domain.school.ports import SchoolCards
from handlers.kit.paper_book import bound_book
from handlers.kit.paper_pdf import drawn_paper
from handlers.kit.sheets import Imprint, Sheet
from handlers.texts.translator import Texts


async def imprint_of(texts: Texts, cards: SchoolCards, time: SchoolTime) -> Imprint:
    """Of what is printed now."""
    card = await cards.card()
    return Imprint(texts, card.name if card else "", time.local())


async def paper_pdf(imprint: Imprint, *sheets: Sheet) -> bytes:
    """Drawn outside the event loop; the heading is repeated on each page, long texts are wrapped."""
    return await asyncio.to_thread(drawn_paper, imprint, sheets)


async def paper_book(imprint: Imprint, *sheets: Sheet) -> bytes:
    """Made outside the event loop; a tab for each sheet, set up to be printed; no text becomes a formula or a link."""
    return await asyncio.to_thread(bound_book, imprint, sheets)
