"""The record of substitutions of a month: a screen, and the same as a workbook and on paper."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.clock import SchoolTime
from domain.roles.people import Actor
from domain.school.ports import SchoolCards
from domain.school.substitution_report import SubstitutionReports
from handlers.kit.paper import imprint_of, paper_pdf
from handlers.kit.show import close, send_file, show
from handlers.school import report_screens as screens
from handlers.school.report_buttons import PrintSubstitutions, ShowSubstitutions, TakeSubstitutions
from handlers.school.report_sheet import substitutions_book, substitutions_paper
from handlers.texts.translator import Texts

router = Router(name="substitutions")


@router.callback_query(ShowSubstitutions.filter())
async def show_substitutions(
    query: CallbackQuery,
    callback_data: ShowSubstitutions,
    actor: Actor,
    texts: Texts,
    substitution_reports: SubstitutionReports,
) -> None:
    await show(query, screens.month(texts, await substitution_reports.month(actor, callback_data.first)))


@router.callback_query(TakeSubstitutions.filter())
async def take_substitutions(
    query: CallbackQuery,
    callback_data: TakeSubstitutions,
    actor: Actor,
    texts: Texts,
    substitution_reports: SubstitutionReports,
) -> None:
    page = await substitution_reports.month(actor, callback_data.first)
    await close(query, None)
    caption = texts("subs-file-caption", month=screens.month_said(texts, page))
    await send_file(query, substitutions_book(texts, page), f"zameny-{page.first:%Y-%m}.xlsx", caption)


@router.callback_query(PrintSubstitutions.filter())
async def print_substitutions(
    query: CallbackQuery,
    callback_data: PrintSubstitutions,
    actor: Actor,
    texts: Texts,
    substitution_reports: SubstitutionReports,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    page = await substitution_reports.month(actor, callback_data.first)
    await close(query, None)
    imprint = await imprint_of(texts, school_cards, school_time)
    caption = texts("subs-file-caption", month=screens.month_said(texts, page))
    file = await paper_pdf(imprint, *substitutions_paper(texts, page))
    await send_file(query, file, f"zameny-{page.first:%Y-%m}.pdf", caption)
