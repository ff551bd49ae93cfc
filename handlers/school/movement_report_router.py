"""Reports of movement and the state of class lists; what is tapped under `/movement`."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.clock import SchoolTime
from domain.ids import ClassId
from domain.roles.people import Actor
from domain.school.class_lists import ClassLists
from domain.school.movement_report import MovementReports
from domain.school.ports import SchoolCards
from handlers.kit.paper import imprint_of, paper_pdf
from handlers.kit.show import close, send_file, show
from handlers.school import class_list_screens as lists
from handlers.school import movement_report_screens as screens
from handlers.school.movement_buttons import ConfirmList, PrintReport, ShowList, ShowLists, ShowReport, TakeReport
from handlers.school.movement_sheet import movement_paper, movement_sheet
from handlers.texts.translator import Texts

router = Router(name="movement_reports")


@router.callback_query(ShowReport.filter())
async def show_report(
    query: CallbackQuery,
    callback_data: ShowReport,
    actor: Actor,
    texts: Texts,
    movement_reports: MovementReports,
    state: FSMContext,
) -> None:
    await state.clear()
    await show(query, screens.report(texts, await movement_reports.of(actor, callback_data.period)))


@router.callback_query(TakeReport.filter())
async def take_report(
    query: CallbackQuery, callback_data: TakeReport, actor: Actor, texts: Texts, movement_reports: MovementReports
) -> None:
    report = await movement_reports.take(actor, callback_data.period)
    caption = texts("movement-file", first=screens.full(report.first), last=screens.full(report.last))
    name = f"movement-{report.first}-{report.last}.xlsx"
    await send_file(query, movement_sheet(texts, report), name, caption)
    await close(query, None)


@router.callback_query(PrintReport.filter())
async def print_report(
    query: CallbackQuery,
    callback_data: PrintReport,
    actor: Actor,
    texts: Texts,
    movement_reports: MovementReports,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    report = await movement_reports.take(actor, callback_data.period)
    await close(query, None)
    imprint = await imprint_of(texts, school_cards, school_time)
    caption = texts("movement-file", first=screens.full(report.first), last=screens.full(report.last))
    file = await paper_pdf(imprint, *movement_paper(texts, report))
    await send_file(query, file, f"movement-{report.first}-{report.last}.pdf", caption)


@router.callback_query(ShowLists.filter())
async def show_lists(
    query: CallbackQuery,
    actor: Actor,
    texts: Texts,
    class_lists: ClassLists,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await state.clear()
    await show(query, lists.states(texts, await class_lists.states(actor), school_time))


@router.callback_query(ShowList.filter())
async def show_list(
    query: CallbackQuery,
    callback_data: ShowList,
    actor: Actor,
    texts: Texts,
    class_lists: ClassLists,
    school_time: SchoolTime,
) -> None:
    page = await class_lists.page(actor, ClassId(callback_data.school_class))
    await show(query, lists.page(texts, page, school_time))


@router.callback_query(ConfirmList.filter())
async def confirm_list(
    query: CallbackQuery,
    callback_data: ConfirmList,
    actor: Actor,
    texts: Texts,
    class_lists: ClassLists,
    school_time: SchoolTime,
) -> None:
    page = await class_lists.confirm(actor, ClassId(callback_data.school_class), callback_data.pupils)
    await show(query, lists.page(texts, page, school_time), texts("list-thanks"))
