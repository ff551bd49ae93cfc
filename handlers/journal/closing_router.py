"""Closing a term by class, and opening it again with a reason."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.ids import ClassId
from domain.journal.closing import TermClosing
from domain.journal.periods import Period
from domain.roles.access import Action, reach_of
from domain.roles.people import Actor
from handlers.journal import closing_screens as screens
from handlers.journal.results_buttons import AskReopening, ClosingOfClass, OpenClosing, SetClosed
from handlers.journal.results_forms import ReopeningForm
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.texts.translator import Texts

router = Router(name="closing")


@router.message(Command("closing", "закрытие"))
async def show_closing(message: Message, actor: Actor, texts: Texts, term_closing: TermClosing) -> None:
    await show(message, screens.classes(texts, await term_closing.classes(actor)))


@router.callback_query(OpenClosing.filter())
async def open_closing(query: CallbackQuery, actor: Actor, texts: Texts, term_closing: TermClosing) -> None:
    await show(query, screens.classes(texts, await term_closing.classes(actor)))


@router.callback_query(ClosingOfClass.filter())
async def closing_of_class(
    query: CallbackQuery,
    callback_data: ClosingOfClass,
    actor: Actor,
    texts: Texts,
    term_closing: TermClosing,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await state.clear()
    class_id, period = ClassId(callback_data.school_class), callback_data.period
    await show(query, await _page(actor, texts, term_closing, school_time, class_id, period))


@router.callback_query(SetClosed.filter())
async def set_closed(
    query: CallbackQuery,
    callback_data: SetClosed,
    actor: Actor,
    texts: Texts,
    term_closing: TermClosing,
    school_time: SchoolTime,
) -> None:
    class_id, period = ClassId(callback_data.school_class), callback_data.period
    await term_closing.close(actor, class_id, period)
    screen = await _page(actor, texts, term_closing, school_time, class_id, period)
    await show(query, screen, texts("closing-closed-toast"))


@router.callback_query(AskReopening.filter())
async def ask_reopening(
    query: CallbackQuery,
    callback_data: AskReopening,
    actor: Actor,
    texts: Texts,
    term_closing: TermClosing,
    state: FSMContext,
) -> None:
    page = await term_closing.page(actor, ClassId(callback_data.school_class), callback_data.period)
    await state.set_state(ReopeningForm.reason)
    await state.set_data({"asked": callback_data.pack()})
    await show(query, screens.ask_reopening(texts, page))


@router.message(StateFilter(ReopeningForm.reason), F.text, ~F.text.startswith("/"))
async def reopen(
    message: Message,
    actor: Actor,
    texts: Texts,
    term_closing: TermClosing,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    asked = AskReopening.unpack((await state.get_data())["asked"])
    class_id = ClassId(asked.school_class)
    await term_closing.reopen(actor, class_id, asked.period, message.text or "")
    await state.clear()
    await show(message, await _page(actor, texts, term_closing, school_time, class_id, asked.period))


async def _page(
    actor: Actor, texts: Texts, term_closing: TermClosing, time: SchoolTime, class_id: ClassId, period: Period
) -> Screen:
    page = await term_closing.page(actor, class_id, period)
    return screens.page(texts, page, time, bool(reach_of(actor, Action.CLOSE_TERM)))
