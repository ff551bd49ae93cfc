"""`/inbox`: threads by who talks, what waits for an answer, what announcements ask; a thread as a file."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.roles.people import Actor
from domain.school.ports import SchoolCards
from domain.talk.inbox import Inbox
from domain.talk.talking import Talking
from domain.talk.thread_record import ThreadRecords
from handlers.kit.show import close, send_file, show
from handlers.talk import inbox_screens as screens
from handlers.talk.inbox_buttons import OpenInbox, SettleInInbox, ShowAsking, TakeThread, TurnInbox
from handlers.talk.thread_sheet import thread_pdf
from handlers.texts.translator import Texts

router = Router(name="inbox")


@router.message(Command("inbox", "сообщения"))
async def show_inbox(message: Message, actor: Actor, texts: Texts, inbox: Inbox, school_time: SchoolTime) -> None:
    await show(message, screens.inbox(texts, await inbox.page(actor), school_time))


@router.callback_query(OpenInbox.filter())
async def tap_inbox(
    query: CallbackQuery, actor: Actor, texts: Texts, inbox: Inbox, school_time: SchoolTime, state: FSMContext
) -> None:
    await state.clear()
    await show(query, screens.inbox(texts, await inbox.page(actor), school_time))


@router.callback_query(TurnInbox.filter())
async def turn_inbox(
    query: CallbackQuery,
    callback_data: TurnInbox,
    actor: Actor,
    texts: Texts,
    inbox: Inbox,
    school_time: SchoolTime,
) -> None:
    page = await inbox.page(actor, callback_data.of, callback_data.page)
    await show(query, screens.inbox(texts, page, school_time))


@router.callback_query(SettleInInbox.filter())
async def settle_in_inbox(
    query: CallbackQuery,
    callback_data: SettleInInbox,
    actor: Actor,
    texts: Texts,
    inbox: Inbox,
    talking: Talking,
    school_time: SchoolTime,
) -> None:
    """The thread counts as read with it: who says so has looked."""
    await talking.settle(actor, callback_data.which)
    page = await inbox.page(actor, callback_data.of, callback_data.page)
    await show(query, screens.inbox(texts, page, school_time), texts("inbox-settled"))


@router.callback_query(ShowAsking.filter())
async def show_asking(query: CallbackQuery, actor: Actor, texts: Texts, inbox: Inbox) -> None:
    await show(query, screens.asking(texts, await inbox.asking(actor)))


@router.callback_query(TakeThread.filter())
async def take_thread(
    query: CallbackQuery,
    callback_data: TakeThread,
    actor: Actor,
    texts: Texts,
    thread_records: ThreadRecords,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    record, card = await thread_records.take(actor, callback_data.which), await school_cards.card()
    await close(query, None)
    made = await thread_pdf(texts, record, school_time, card.name if card else "")
    await send_file(query, made, texts("thread-paper-file"), texts("thread-paper-caption"))
