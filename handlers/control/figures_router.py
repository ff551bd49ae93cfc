"""Figures, the lists behind them and participation as files."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.clock import SchoolTime
from domain.control.figure_files import FigureFiles
from domain.control.slicing import Slicing
from domain.roles.people import Actor
from domain.school.ports import SchoolCards
from handlers.control.control_buttons import Paper, TakeFamilies, TakeFigures, TakeList
from handlers.control.figure_words import named
from handlers.control.figures_sheets import list_sheet, page_sheet, participation_sheet
from handlers.control.place_text import list_place
from handlers.control.slice_words import capital, room_said, slice_said
from handlers.kit.paper import paper_book, paper_pdf
from handlers.kit.sheets import Imprint, Sheet
from handlers.kit.show import close, send_file
from handlers.texts.translator import Texts

router = Router(name="figures")
ENDINGS = {Paper.BOOK: "xlsx", Paper.PDF: "pdf"}


@router.callback_query(TakeFigures.filter())
async def take_figures(
    query: CallbackQuery,
    callback_data: TakeFigures,
    actor: Actor,
    texts: Texts,
    figure_files: FigureFiles,
    slicing: Slicing,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    asked = callback_data.asked
    slice_ = await slicing.named(actor, asked)
    sheet = page_sheet(texts, await figure_files.page(actor, asked), slice_)
    said = texts("control-file-caption", what=texts("control-sheet"), slice=slice_said(texts, slice_))
    name = f"kontrol-{asked.first}-{asked.last}"
    await _send(query, callback_data.paper, sheet, name, said, texts, school_cards, school_time)


@router.callback_query(TakeList.filter())
async def take_list(
    query: CallbackQuery,
    callback_data: TakeList,
    actor: Actor,
    texts: Texts,
    figure_files: FigureFiles,
    slicing: Slicing,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    place = list_place(callback_data.place)
    slice_ = await slicing.named(actor, place.slice)
    found = await figure_files.behind(actor, place.slice, place.measure, place.by)
    said = texts("control-file-caption", what=named(texts, place.measure), slice=slice_said(texts, slice_))
    name = f"kontrol-{place.measure.replace('_', '-')}-{place.slice.first}-{place.slice.last}"
    sheet = list_sheet(texts, found, slice_)
    await _send(query, callback_data.paper, sheet, name, said, texts, school_cards, school_time)


@router.callback_query(TakeFamilies.filter())
async def take_families(
    query: CallbackQuery,
    callback_data: TakeFamilies,
    actor: Actor,
    texts: Texts,
    figure_files: FigureFiles,
    slicing: Slicing,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    """As it is today."""
    slice_ = await slicing.named(actor, callback_data.asked)
    room = capital(room_said(texts, slice_))
    sheet = participation_sheet(texts, await figure_files.participation(actor, callback_data.asked), room)
    said = texts("control-file-caption", what=texts("control-participation"), slice=room)
    name = f"uchastie-{school_time.today()}"
    await _send(query, callback_data.paper, sheet, name, said, texts, school_cards, school_time)


async def _send(
    query: CallbackQuery,
    paper: Paper,
    sheet: Sheet,
    name: str,
    caption: str,
    texts: Texts,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    await close(query, None)
    card = await school_cards.card()
    imprint = Imprint(texts, card.name if card else "", school_time.local())
    made = await (paper_pdf if paper is Paper.PDF else paper_book)(imprint, sheet)
    await send_file(query, made, f"{name}.{ENDINGS[paper]}", caption)
