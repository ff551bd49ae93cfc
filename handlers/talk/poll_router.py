"""Answering a poll from the letter that carries it: each tap does what its button says, whenever it is pressed."""

from decimal import Decimal

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.ids import AnnouncementId, PersonId, PollOptionId
from domain.roles.people import Actor
from domain.talk.acknowledging import Acknowledging
from domain.talk.poll_cards import PollCard
from domain.talk.poll_lines import number_in
from domain.talk.polling import Polling, SlotTaken
from handlers.kit.screen import Screen
from handlers.kit.show import send, show
from handlers.kit.words import Says
from handlers.talk import poll_forms as forms
from handlers.talk.announced_screens import letter_screen
from handlers.talk.poll_buttons import (
    AskNumber,
    ChooseMarked,
    ChooseOption,
    GiveNumber,
    GiveSlotBack,
    MarkOptions,
    OpenPoll,
    OpenPollBelow,
    TakeSlot,
)
from handlers.talk.poll_forms import PollForm, PollNumberUnclear
from handlers.talk.poll_rows import AS_RECEIVED, PollView, marked
from handlers.talk.poll_screens import ask_number
from handlers.texts.translator import Texts

router = Router(name="polls")
NOT_A_COMMAND = r"(?!/)"


@router.callback_query(OpenPoll.filter())
async def open_poll(
    query: CallbackQuery,
    callback_data: OpenPoll,
    actor: Actor,
    texts: Texts,
    polling: Polling,
    acknowledging: Acknowledging,
    state: FSMContext,
) -> None:
    if await state.get_state() == PollForm.number.state:
        await state.clear()
    card = await polling.card(actor, AnnouncementId(callback_data.announcement))
    view = PollView(PersonId(callback_data.ward), callback_data.again)
    await show(query, await _letter(actor, texts, acknowledging, card, view))


@router.callback_query(OpenPollBelow.filter())
async def open_below(
    query: CallbackQuery,
    callback_data: OpenPollBelow,
    actor: Actor,
    texts: Texts,
    polling: Polling,
    acknowledging: Acknowledging,
) -> None:
    card = await polling.card(actor, AnnouncementId(callback_data.announcement))
    await send(query, await _letter(actor, texts, acknowledging, card))


@router.callback_query(ChooseOption.filter())
async def choose_option(
    query: CallbackQuery,
    callback_data: ChooseOption,
    actor: Actor,
    texts: Texts,
    polling: Polling,
    acknowledging: Acknowledging,
) -> None:
    announcement, ward = AnnouncementId(callback_data.announcement), PersonId(callback_data.ward)
    card = await polling.choose(actor, announcement, ward, [PollOptionId(callback_data.option)])
    await show(query, await _letter(actor, texts, acknowledging, card), texts("poll-thanks"))


@router.callback_query(MarkOptions.filter())
async def mark_options(
    query: CallbackQuery,
    callback_data: MarkOptions,
    actor: Actor,
    texts: Texts,
    polling: Polling,
    acknowledging: Acknowledging,
) -> None:
    """Nothing is written: what is ticked lies in the buttons."""
    card = await polling.card(actor, AnnouncementId(callback_data.announcement))
    view = PollView(PersonId(callback_data.ward), again=True, marks=callback_data.marks)
    await show(query, await _letter(actor, texts, acknowledging, card, view))


@router.callback_query(ChooseMarked.filter())
async def choose_marked(
    query: CallbackQuery,
    callback_data: ChooseMarked,
    actor: Actor,
    texts: Texts,
    polling: Polling,
    acknowledging: Acknowledging,
) -> None:
    announcement = AnnouncementId(callback_data.announcement)
    head = (await polling.card(actor, announcement)).head
    ward, chosen = PersonId(callback_data.ward), marked(head, callback_data.marks)
    card = await polling.choose(actor, announcement, ward, chosen)
    await show(query, await _letter(actor, texts, acknowledging, card), texts("poll-thanks"))


@router.callback_query(TakeSlot.filter())
async def take_slot(
    query: CallbackQuery,
    callback_data: TakeSlot,
    actor: Actor,
    texts: Texts,
    polling: Polling,
    acknowledging: Acknowledging,
) -> None:
    """Who came second sees at once what is still free."""
    announcement, ward = AnnouncementId(callback_data.announcement), PersonId(callback_data.ward)
    try:
        card = await polling.take_slot(actor, announcement, ward, PollOptionId(callback_data.option))
    except SlotTaken as taken:
        card = await polling.card(actor, announcement)
        screen = await _letter(actor, texts, acknowledging, card, PollView(ward, again=True))
        await show(query, screen, texts(taken.key), alert=True)
        return
    await show(query, await _letter(actor, texts, acknowledging, card), texts("poll-thanks"))


@router.callback_query(GiveSlotBack.filter())
async def give_slot_back(
    query: CallbackQuery,
    callback_data: GiveSlotBack,
    actor: Actor,
    texts: Texts,
    polling: Polling,
    acknowledging: Acknowledging,
) -> None:
    announcement, ward = AnnouncementId(callback_data.announcement), PersonId(callback_data.ward)
    card = await polling.give_back(actor, announcement, ward)
    await show(query, await _letter(actor, texts, acknowledging, card), texts("poll-given-back"))


@router.callback_query(GiveNumber.filter())
async def give_number(
    query: CallbackQuery,
    callback_data: GiveNumber,
    actor: Actor,
    texts: Texts,
    polling: Polling,
    acknowledging: Acknowledging,
) -> None:
    announcement, ward = AnnouncementId(callback_data.announcement), PersonId(callback_data.ward)
    card = await polling.number(actor, announcement, ward, Decimal(callback_data.number))
    await show(query, await _letter(actor, texts, acknowledging, card), texts("poll-thanks"))


@router.callback_query(AskNumber.filter())
async def ask_for_number(
    query: CallbackQuery, callback_data: AskNumber, actor: Actor, texts: Texts, polling: Polling, state: FSMContext
) -> None:
    card = await polling.card(actor, AnnouncementId(callback_data.announcement))
    ward = PersonId(callback_data.ward)
    await forms.wait_for_number(state, card.head.announcement, ward)
    await show(query, ask_number(card, ward, texts))


@router.message(StateFilter(PollForm.number), Says(NOT_A_COMMAND))
async def take_number(
    message: Message, actor: Actor, texts: Texts, polling: Polling, acknowledging: Acknowledging, state: FSMContext
) -> None:
    """What is refused is asked again: the form goes on waiting."""
    number = number_in(message.text or "")
    if number is None:
        raise PollNumberUnclear
    announcement, ward = await forms.waited_for(state)
    card = await polling.number(actor, announcement, ward, number)
    await state.clear()
    await show(message, await _letter(actor, texts, acknowledging, card))


async def _letter(
    actor: Actor, texts: Texts, acknowledging: Acknowledging, card: PollCard, view: PollView = AS_RECEIVED
) -> Screen:
    letter = await acknowledging.letter(actor, card.head.announcement)
    return letter_screen(letter, actor.person, texts, card, view)
