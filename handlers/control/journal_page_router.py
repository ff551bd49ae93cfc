"""Pages of the journal: which one, of which days, as a screen and as files."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.clock import SchoolTime
from domain.control.journal_page import JournalPages
from domain.ids import ClassId
from domain.roles.people import Actor
from domain.school.ports import SchoolCards
from handlers.control import journal_page_screens as screens
from handlers.control.journal_page_sheet import file_name, journal_page_sheets
from handlers.control.paper_buttons import (
    JournalPagesOfClass,
    JournalPagesOfLastYear,
    OpenJournalPages,
    ShowJournalPage,
    TakeJournalPage,
)
from handlers.control.paper_days import days_said
from handlers.control.paper_files import ENDINGS, made
from handlers.kit.paper import imprint_of
from handlers.kit.show import close, send_file, show
from handlers.texts.translator import Texts

router = Router(name="journal pages")


@router.callback_query(OpenJournalPages.filter())
async def open_journal_pages(query: CallbackQuery, actor: Actor, texts: Texts, journal_pages: JournalPages) -> None:
    last_year = await journal_pages.has_last_year()
    await show(query, screens.choose(texts, *await journal_pages.open_to(actor), last_year=last_year))


@router.callback_query(JournalPagesOfLastYear.filter())
async def journal_pages_of_last_year(
    query: CallbackQuery, actor: Actor, texts: Texts, journal_pages: JournalPages
) -> None:
    await show(query, screens.choose_of_last_year(texts, *await journal_pages.open_to(actor, last_year=True)))


@router.callback_query(JournalPagesOfClass.filter())
async def journal_pages_of_class(
    query: CallbackQuery, callback_data: JournalPagesOfClass, actor: Actor, texts: Texts, journal_pages: JournalPages
) -> None:
    await show(query, screens.of_class(texts, await journal_pages.of_class(actor, ClassId(callback_data.school_class))))


@router.callback_query(ShowJournalPage.filter())
async def show_journal_page(
    query: CallbackQuery, callback_data: ShowJournalPage, actor: Actor, texts: Texts, journal_pages: JournalPages
) -> None:
    page = await journal_pages.page(actor, callback_data.place, callback_data.when)
    await show(query, screens.page(texts, page))


@router.callback_query(TakeJournalPage.filter())
async def take_journal_page(
    query: CallbackQuery,
    callback_data: TakeJournalPage,
    actor: Actor,
    texts: Texts,
    journal_pages: JournalPages,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    page = await journal_pages.take(actor, callback_data.place, callback_data.when)
    await close(query, None)
    imprint = await imprint_of(texts, school_cards, school_time)
    file = await made(imprint, callback_data.file, *journal_page_sheets(texts, page))
    caption = texts("paper-journal-caption", course=screens.course_said(page.course), days=days_said(texts, page.days))
    await send_file(query, file, f"{file_name(page)}.{ENDINGS[callback_data.file]}", caption)
