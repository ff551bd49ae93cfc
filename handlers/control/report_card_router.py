"""Табели: of one pupil for the family and for who leads the class, of a whole class in one file."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.clock import SchoolTime
from domain.control.report_card import ReportCards
from domain.control.sheet_classes import SheetClasses
from domain.ids import ClassId, PersonId
from domain.roles.people import Actor
from domain.school.ports import SchoolCards
from handlers.control import report_card_screens as screens
from handlers.control.report_card_paper import report_card_file
from handlers.control.sheet_files import send_sheet
from handlers.control.sheets_buttons import (
    ClassSheet,
    OpenReportCard,
    OpenReportCards,
    TakeReportCard,
    TakeReportCards,
)
from handlers.control.sheets_screens import choose_class
from handlers.kit.show import close, show
from handlers.texts.translator import Texts

router = Router(name="report_cards")


@router.callback_query(OpenReportCards.filter())
async def open_report_cards(
    query: CallbackQuery,
    callback_data: OpenReportCards,
    actor: Actor,
    texts: Texts,
    sheet_classes: SheetClasses,
    report_cards: ReportCards,
) -> None:
    class_id = sheet_classes.meant(actor, callback_data.school_class)
    if class_id is None:
        await show(query, choose_class(texts, ClassSheet.CARDS, await sheet_classes.choice(actor)))
        return
    await show(query, screens.report_cards(texts, *await report_cards.pupils(actor, class_id)))


@router.callback_query(OpenReportCard.filter())
async def open_report_card(
    query: CallbackQuery, callback_data: OpenReportCard, actor: Actor, texts: Texts, report_cards: ReportCards
) -> None:
    card = await report_cards.one(actor, PersonId(callback_data.pupil))
    await show(query, screens.report_card(texts, card, actor))


@router.callback_query(TakeReportCard.filter())
async def take_report_card(
    query: CallbackQuery,
    callback_data: TakeReportCard,
    actor: Actor,
    texts: Texts,
    report_cards: ReportCards,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    card = await report_cards.take(actor, PersonId(callback_data.pupil))
    await close(query, None)
    await send_sheet(query, texts, callback_data.kind, report_card_file(texts, [card]), school_cards, school_time)


@router.callback_query(TakeReportCards.filter())
async def take_report_cards(
    query: CallbackQuery,
    callback_data: TakeReportCards,
    actor: Actor,
    texts: Texts,
    report_cards: ReportCards,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    cards = await report_cards.take_all(actor, ClassId(callback_data.school_class))
    await close(query, None)
    await send_sheet(query, texts, callback_data.kind, report_card_file(texts, cards), school_cards, school_time)
