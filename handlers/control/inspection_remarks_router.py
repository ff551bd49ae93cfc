"""Remarks of an inspection, by who looks: their words, their day, what becomes of them (3.6.2)."""

from typing import cast

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.control.findings import RemarkState
from domain.control.inspecting import Deck, Inspecting
from domain.control.inspection_pages import InspectionPages
from domain.control.inspections import Remark
from domain.ids import InspectionRemarkId
from domain.roles.people import Actor
from handlers.control import inspection_page_screens as pages
from handlers.control import inspection_screens as screens
from handlers.control.inspection_buttons import (
    AskWording,
    OpenRemark,
    PickDue,
    SetDue,
    SettleRemark,
)
from handlers.control.inspection_forms import InspectionForm, WordingInForm
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="inspection_remarks")
forms = Router(name="inspection_remark_forms")
"""Free text: asked after commands."""


@router.callback_query(OpenRemark.filter())
async def open_remark(
    query: CallbackQuery,
    callback_data: OpenRemark,
    actor: Actor,
    texts: Texts,
    inspecting: Inspecting,
    inspection_pages: InspectionPages,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await state.clear()
    await show(query, await _remark(actor, texts, callback_data.number, inspecting, inspection_pages, school_time))


@router.callback_query(AskWording.filter())
async def ask_wording(
    query: CallbackQuery,
    callback_data: AskWording,
    actor: Actor,
    texts: Texts,
    inspecting: Inspecting,
    state: FSMContext,
) -> None:
    remark = await inspecting.draft(actor, callback_data.number)
    await state.set_state(InspectionForm.wording)
    await state.set_data(dict(WordingInForm(remark=remark.id)))
    await show(query, screens.ask_wording(texts, remark))


@forms.message(StateFilter(InspectionForm.wording))
async def take_wording(
    message: Message,
    actor: Actor,
    texts: Texts,
    inspecting: Inspecting,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    form = cast(WordingInForm, await state.get_data())
    remark = await inspecting.reword(actor, InspectionRemarkId(form["remark"]), message.text or "")
    await state.clear()
    page = await inspecting.deck(actor, remark.inspection)
    await show(message, _drafted(texts, page, remark, school_time))


@router.callback_query(SetDue.filter())
async def set_due(
    query: CallbackQuery,
    callback_data: SetDue,
    actor: Actor,
    texts: Texts,
    inspecting: Inspecting,
    inspection_pages: InspectionPages,
    school_time: SchoolTime,
) -> None:
    await inspecting.put_off(actor, callback_data.number, callback_data.day)
    await show(query, await _remark(actor, texts, callback_data.number, inspecting, inspection_pages, school_time))


@router.callback_query(PickDue.filter())
async def pick_due(
    query: CallbackQuery,
    callback_data: PickDue,
    actor: Actor,
    texts: Texts,
    inspection_pages: InspectionPages,
) -> None:
    sheet = await inspection_pages.remark(actor, callback_data.number)
    await show(query, screens.ask_due(texts, sheet.remark, callback_data.month))


@router.callback_query(SettleRemark.filter())
async def settle_remark(
    query: CallbackQuery,
    callback_data: SettleRemark,
    actor: Actor,
    texts: Texts,
    inspecting: Inspecting,
    inspection_pages: InspectionPages,
    school_time: SchoolTime,
) -> None:
    remark = await inspecting.settle(actor, callback_data.number, callback_data.becomes)
    sheet = await inspection_pages.remark(actor, callback_data.number)
    if sheet.inspection.goes_on and remark.state is RemarkState.WITHDRAWN:
        page = await inspecting.deck(actor, remark.inspection)
        place = page.place(remark.course, remark.finding)
        screen = screens.deck(texts, page) if place is None else screens.card(texts, page, place, school_time.today())
        await show(query, screen)
    else:
        await show(query, pages.remark(texts, sheet, school_time.today()), texts("inspection-settled"))


async def _remark(
    actor: Actor,
    texts: Texts,
    number: InspectionRemarkId,
    inspecting: Inspecting,
    inspection_pages: InspectionPages,
    school_time: SchoolTime,
) -> Screen:
    """As a card while its inspection goes on and the reader looks, else as its page."""
    sheet = await inspection_pages.remark(actor, number)
    if not (sheet.inspects and sheet.inspection.goes_on and sheet.remark.waits):
        return pages.remark(texts, sheet, school_time.today())
    return _drafted(texts, await inspecting.deck(actor, sheet.inspection.id), sheet.remark, school_time)


def _drafted(texts: Texts, page: Deck, remark: Remark, school_time: SchoolTime) -> Screen:
    place = page.place(remark.course, remark.finding)
    if place is None:
        return screens.draft(texts, remark, school_time.today())
    return screens.card(texts, page, place, school_time.today())
