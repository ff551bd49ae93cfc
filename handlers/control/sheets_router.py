"""`/sheets`: what this person may print; сводная ведомость of a class."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.control.mark_sheet import MarkSheets
from domain.control.report_card import ReportCards
from domain.control.sheet_classes import SheetClasses
from domain.ids import ClassId
from domain.roles.people import Actor
from domain.school.ports import SchoolCards
from handlers.control import sheets_screens as screens
from handlers.control.mark_sheet_paper import mark_sheet_file
from handlers.control.mark_sheet_screens import mark_sheet
from handlers.control.sheet_files import send_sheet
from handlers.control.sheets_buttons import (
    ChooseClass,
    ClassSheet,
    OpenMarkSheet,
    OpenSheets,
    ShowMarkSheet,
    TakeMarkSheet,
)
from handlers.control.sheets_hub import SHEETS
from handlers.kit.show import close, show
from handlers.texts.translator import Texts

router = Router(name="sheets")


@router.message(Command("sheets", "ведомости"))
async def sheets(message: Message, actor: Actor, texts: Texts, report_cards: ReportCards) -> None:
    await show(message, screens.hub(texts, actor, SHEETS, await report_cards.own(actor)))


@router.callback_query(OpenSheets.filter())
async def open_sheets(query: CallbackQuery, actor: Actor, texts: Texts, report_cards: ReportCards) -> None:
    await show(query, screens.hub(texts, actor, SHEETS, await report_cards.own(actor)))


@router.callback_query(ChooseClass.filter())
async def choose_class(
    query: CallbackQuery, callback_data: ChooseClass, actor: Actor, texts: Texts, sheet_classes: SheetClasses
) -> None:
    choice = await sheet_classes.choice(actor, past=callback_data.past)
    await show(query, screens.choose_class(texts, callback_data.sheet, choice))


@router.callback_query(OpenMarkSheet.filter())
async def open_mark_sheet(
    query: CallbackQuery,
    callback_data: OpenMarkSheet,
    actor: Actor,
    texts: Texts,
    sheet_classes: SheetClasses,
    mark_sheets: MarkSheets,
) -> None:
    class_id = sheet_classes.meant(actor, callback_data.school_class)
    if class_id is None:
        await show(query, screens.choose_class(texts, ClassSheet.MARKS, await sheet_classes.choice(actor)))
        return
    await show(query, mark_sheet(texts, await mark_sheets.of(actor, class_id)))


@router.callback_query(ShowMarkSheet.filter())
async def show_mark_sheet(
    query: CallbackQuery, callback_data: ShowMarkSheet, actor: Actor, texts: Texts, mark_sheets: MarkSheets
) -> None:
    sheet = await mark_sheets.of(actor, ClassId(callback_data.school_class), callback_data.period)
    await show(query, mark_sheet(texts, sheet))


@router.callback_query(TakeMarkSheet.filter())
async def take_mark_sheet(
    query: CallbackQuery,
    callback_data: TakeMarkSheet,
    actor: Actor,
    texts: Texts,
    mark_sheets: MarkSheets,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    sheet = await mark_sheets.take(actor, ClassId(callback_data.school_class), callback_data.period)
    await close(query, None)
    await send_sheet(query, texts, callback_data.kind, mark_sheet_file(texts, sheet), school_cards, school_time)
