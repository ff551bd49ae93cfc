"""Отчёт классного руководителя."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.clock import SchoolTime
from domain.control.class_report import ClassReports
from domain.control.sheet_classes import SheetClasses
from domain.ids import ClassId
from domain.roles.people import Actor
from domain.school.ports import SchoolCards
from handlers.control.class_report_paper import class_report_file
from handlers.control.class_report_screens import class_report
from handlers.control.sheet_files import send_sheet
from handlers.control.sheets_buttons import ClassSheet, OpenClassReport, ShowClassReport, TakeClassReport
from handlers.control.sheets_screens import choose_class
from handlers.kit.show import close, show
from handlers.texts.translator import Texts

router = Router(name="class_reports")


@router.callback_query(OpenClassReport.filter())
async def open_class_report(
    query: CallbackQuery,
    callback_data: OpenClassReport,
    actor: Actor,
    texts: Texts,
    sheet_classes: SheetClasses,
    class_reports: ClassReports,
) -> None:
    class_id = sheet_classes.meant(actor, callback_data.school_class)
    if class_id is None:
        await show(query, choose_class(texts, ClassSheet.REPORT, await sheet_classes.choice(actor)))
        return
    await show(query, class_report(texts, await class_reports.of(actor, class_id)))


@router.callback_query(ShowClassReport.filter())
async def show_class_report(
    query: CallbackQuery, callback_data: ShowClassReport, actor: Actor, texts: Texts, class_reports: ClassReports
) -> None:
    report = await class_reports.of(actor, ClassId(callback_data.school_class), callback_data.period)
    await show(query, class_report(texts, report))


@router.callback_query(TakeClassReport.filter())
async def take_class_report(
    query: CallbackQuery,
    callback_data: TakeClassReport,
    actor: Actor,
    texts: Texts,
    class_reports: ClassReports,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    report = await class_reports.take(actor, ClassId(callback_data.school_class), callback_data.period)
    await close(query, None)
    await send_sheet(query, texts, callback_data.kind, class_report_file(texts, report), school_cards, school_time)
