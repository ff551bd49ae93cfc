"""«📊 Опрос» of an announcement that is composed: kind, options, names, end; then back to the announcement."""

from dataclasses import replace
from datetime import datetime, time

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.talk.announcements import Draft, DraftGone
from domain.talk.poll_lines import number_asked, options_in, slots_in, spread, until_in
from domain.talk.polls import LONGEST_PLACE, PollDraft, PollKind, SlotDraft
from handlers.kit.days import day_of
from handlers.kit.show import show
from handlers.kit.words import Says
from handlers.talk import poll_composing_screens as screens
from handlers.talk.announcing_control import draft_of
from handlers.talk.composing_draft import load, save
from handlers.talk.poll_composing_buttons import (
    AnyNumber,
    AskComing,
    AskPlace,
    AskPollEnd,
    ChangePollKind,
    ChoosePollKind,
    ComposePoll,
    CountPoll,
    DropPoll,
    EndPoll,
    NamePoll,
    OfferSlots,
    SlotsFrom,
    SlotsOn,
    SlotsTill,
)
from handlers.talk.poll_forms import PollComposing
from handlers.texts.translator import Texts

router = Router(name="poll-composing")
NOT_A_COMMAND = r"(?!/)"
WAITS: dict[PollKind, State] = {
    PollKind.ONE: PollComposing.options,
    PollKind.SEVERAL: PollComposing.options,
    PollKind.NUMBER: PollComposing.bounds,
    PollKind.SLOT: PollComposing.slots,
}
KIND = "poll_kind"


@router.callback_query(ComposePoll.filter())
async def compose_poll(
    query: CallbackQuery, callback_data: ComposePoll, texts: Texts, school_time: SchoolTime, state: FSMContext
) -> None:
    draft = await draft_of(state, callback_data.key)
    await state.set_state(None)
    if draft.poll is None:
        await show(query, screens.kinds(draft.key, texts, again=False))
    else:
        await show(query, screens.composed(draft, draft.poll, school_time.zone(), texts))


@router.callback_query(ChangePollKind.filter())
async def change_kind(query: CallbackQuery, callback_data: ChangePollKind, texts: Texts, state: FSMContext) -> None:
    draft = await draft_of(state, callback_data.key)
    await state.set_state(None)
    await show(query, screens.kinds(draft.key, texts, again=draft.poll is not None))


@router.callback_query(ChoosePollKind.filter())
async def choose_kind(
    query: CallbackQuery, callback_data: ChoosePollKind, texts: Texts, school_time: SchoolTime, state: FSMContext
) -> None:
    draft, kind = await draft_of(state, callback_data.key), callback_data.kind
    await state.set_state(WAITS[kind])
    await state.update_data({KIND: kind.value})
    match kind:
        case PollKind.NUMBER:
            await show(query, screens.ask_bounds(draft.key, texts))
        case PollKind.SLOT:
            await show(query, screens.ask_slots(draft.key, school_time.today(), texts))
        case PollKind.ONE | PollKind.SEVERAL:
            await show(query, screens.ask_options(draft.key, texts))


@router.callback_query(AskComing.filter())
async def ask_coming(
    query: CallbackQuery, callback_data: AskComing, texts: Texts, school_time: SchoolTime, state: FSMContext
) -> None:
    """In the sender's language: these words go to the readers as they are."""
    draft = await draft_of(state, callback_data.key)
    poll = PollDraft(PollKind.ONE, (str(texts("poll-yes")), str(texts("poll-no"))))
    await _shown(query, draft, poll, texts, school_time, state)


@router.callback_query(AnyNumber.filter())
async def any_number(
    query: CallbackQuery, callback_data: AnyNumber, texts: Texts, school_time: SchoolTime, state: FSMContext
) -> None:
    draft = await draft_of(state, callback_data.key)
    await _shown(query, draft, PollDraft(PollKind.NUMBER), texts, school_time, state)


@router.message(StateFilter(PollComposing.options), Says(NOT_A_COMMAND))
async def take_options(message: Message, texts: Texts, school_time: SchoolTime, state: FSMContext) -> None:
    kind = PollKind((await state.get_data()).get(KIND, PollKind.ONE.value))
    poll = PollDraft(kind, options_in(message.text or ""))
    await _shown(message, await _current(state), poll, texts, school_time, state)


@router.message(StateFilter(PollComposing.bounds), Says(NOT_A_COMMAND))
async def take_bounds(message: Message, texts: Texts, school_time: SchoolTime, state: FSMContext) -> None:
    await _shown(message, await _current(state), number_asked(message.text or ""), texts, school_time, state)


@router.message(StateFilter(PollComposing.slots), Says(NOT_A_COMMAND))
async def take_slots(message: Message, texts: Texts, school_time: SchoolTime, state: FSMContext) -> None:
    slots = slots_in(message.text or "", school_time)
    draft = await _current(state)
    await _shown(message, draft, _with_slots(draft, slots), texts, school_time, state)


@router.callback_query(SlotsOn.filter())
async def slots_on(query: CallbackQuery, callback_data: SlotsOn, texts: Texts, state: FSMContext) -> None:
    draft = await draft_of(state, callback_data.key)
    await show(query, screens.ask_start(draft.key, day_of(callback_data.day), texts))


@router.callback_query(SlotsFrom.filter())
async def slots_from(query: CallbackQuery, callback_data: SlotsFrom, texts: Texts, state: FSMContext) -> None:
    draft = await draft_of(state, callback_data.key)
    start = _time(callback_data.span)
    await show(query, screens.ask_end_of_slots(draft.key, day_of(callback_data.day), start, texts))


@router.callback_query(SlotsTill.filter())
async def slots_till(query: CallbackQuery, callback_data: SlotsTill, texts: Texts, state: FSMContext) -> None:
    draft = await draft_of(state, callback_data.key)
    start, end = _span(callback_data.span)
    await show(query, screens.ask_step(draft.key, day_of(callback_data.day), start, end, texts))


@router.callback_query(OfferSlots.filter())
async def offer_slots(
    query: CallbackQuery, callback_data: OfferSlots, texts: Texts, school_time: SchoolTime, state: FSMContext
) -> None:
    draft, day = await draft_of(state, callback_data.key), day_of(callback_data.day)
    if callback_data.step not in screens.STEPS:
        raise NotFound
    slots = tuple(
        SlotDraft(school_time.instant(day, start), school_time.instant(day, start) + length)
        for start, length in spread(*_span(callback_data.span), callback_data.step)
    )
    await _shown(query, draft, _with_slots(draft, slots), texts, school_time, state)


@router.callback_query(NamePoll.filter())
async def name_poll(
    query: CallbackQuery, callback_data: NamePoll, texts: Texts, school_time: SchoolTime, state: FSMContext
) -> None:
    draft, poll = await _polled(state, callback_data.key)
    await _shown(query, draft, replace(poll, named=callback_data.named), texts, school_time, state)


@router.callback_query(CountPoll.filter())
async def count_poll(
    query: CallbackQuery, callback_data: CountPoll, texts: Texts, school_time: SchoolTime, state: FSMContext
) -> None:
    draft, poll = await _polled(state, callback_data.key)
    await _shown(query, draft, replace(poll, per=callback_data.per), texts, school_time, state)


@router.callback_query(AskPlace.filter())
async def ask_place(query: CallbackQuery, callback_data: AskPlace, texts: Texts, state: FSMContext) -> None:
    draft, _ = await _polled(state, callback_data.key)
    await state.set_state(PollComposing.place)
    await show(query, screens.ask_place(draft.key, texts))


@router.message(StateFilter(PollComposing.place), Says(NOT_A_COMMAND))
async def take_place(message: Message, texts: Texts, school_time: SchoolTime, state: FSMContext) -> None:
    draft, place = await _current(state), " ".join((message.text or "").split())[:LONGEST_PLACE]
    if draft.poll is None:
        raise DraftGone
    slots = tuple(replace(one, place=place) for one in draft.poll.slots)
    await _shown(message, draft, replace(draft.poll, slots=slots), texts, school_time, state)


@router.callback_query(AskPollEnd.filter())
async def ask_end(
    query: CallbackQuery, callback_data: AskPollEnd, texts: Texts, school_time: SchoolTime, state: FSMContext
) -> None:
    draft, poll = await _polled(state, callback_data.key)
    await state.set_state(PollComposing.end)
    await show(query, screens.ask_end(draft.key, poll, school_time.today(), texts))


@router.callback_query(EndPoll.filter())
async def end_poll(
    query: CallbackQuery, callback_data: EndPoll, texts: Texts, school_time: SchoolTime, state: FSMContext
) -> None:
    draft, poll = await _polled(state, callback_data.key)
    at = callback_data.at
    until = school_time.instant(day_of(at[:6]), _time(at[6:])) if at else None
    await _shown(query, draft, replace(poll, close_at=until), texts, school_time, state)


@router.message(StateFilter(PollComposing.end), Says(NOT_A_COMMAND))
async def take_end(message: Message, texts: Texts, school_time: SchoolTime, state: FSMContext) -> None:
    draft, until = await _current(state), until_in(message.text or "", school_time)
    if draft.poll is None:
        raise DraftGone
    await _shown(message, draft, replace(draft.poll, close_at=until), texts, school_time, state)


@router.callback_query(DropPoll.filter())
async def drop_poll(query: CallbackQuery, callback_data: DropPoll, texts: Texts, state: FSMContext) -> None:
    draft = await draft_of(state, callback_data.key)
    await save(state, replace(draft, poll=None))
    await state.set_state(None)
    await show(query, screens.kinds(draft.key, texts, again=False), texts("poll-dropped"))


async def _shown(
    event: Message | CallbackQuery,
    draft: Draft,
    poll: PollDraft,
    texts: Texts,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    """What cannot be asked is refused, and the form goes on waiting."""
    poll.check(school_time.now())
    draft = replace(draft, poll=poll)
    await save(state, draft)
    await state.set_state(None)
    await show(event, screens.composed(draft, poll, school_time.zone(), texts))


async def _current(state: FSMContext) -> Draft:
    draft = await load(state)
    if draft is None:
        raise DraftGone
    return draft


async def _polled(state: FSMContext, key: str) -> tuple[Draft, PollDraft]:
    draft = await draft_of(state, key)
    if draft.poll is None:
        raise DraftGone
    return draft, draft.poll


def _with_slots(draft: Draft, slots: tuple[SlotDraft, ...]) -> PollDraft:
    """Beside those offered before."""
    before = draft.poll
    if before is None or before.kind is not PollKind.SLOT:
        return PollDraft(PollKind.SLOT, slots=slots)
    return replace(before, slots=(*before.slots, *slots))


def _span(said: str) -> tuple[time, time]:
    start, _, end = said.partition("-")
    return _time(start), _time(end)


def _time(said: str) -> time:
    """HHMM; raises `NotFound` for what is no time: buttons are a stranger's until they are checked."""
    try:
        return datetime.strptime(said, "%H%M").time()  # noqa: DTZ007
    except ValueError:
        raise NotFound from None
