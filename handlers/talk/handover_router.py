"""`/handover`: who answers threads in place of whom, made in five taps and taken back in two."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import PersonId
from domain.roles.access import Action, Target, allowed
from domain.roles.people import Actor
from domain.talk.handovers import Colleague, Handover, Handovers
from handlers.kit.days import day_of
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.talk import handover_screens as screens
from handlers.talk.handover_buttons import (
    CheckHandover,
    ChooseGiver,
    ChooseTaker,
    EndHandover,
    HandOverFrom,
    HandOverUntil,
    MakeHandover,
    OpenHandovers,
    ShowHandover,
)
from handlers.texts.translator import Texts

router = Router(name="handovers")


@router.message(Command("handover", "передача"))
async def show_handovers(message: Message, actor: Actor, texts: Texts, handovers: Handovers) -> None:
    await show(message, screens.listed(texts, await handovers.listed(actor)))


@router.callback_query(OpenHandovers.filter())
async def tap_handovers(query: CallbackQuery, actor: Actor, texts: Texts, handovers: Handovers) -> None:
    await show(query, screens.listed(texts, await handovers.listed(actor)))


@router.callback_query(ChooseGiver.filter())
async def choose_giver(
    query: CallbackQuery,
    callback_data: ChooseGiver,
    actor: Actor,
    texts: Texts,
    handovers: Handovers,
    school_time: SchoolTime,
) -> None:
    """Who can only hand over their own threads is asked at once to whom."""
    people = await handovers.givers(actor)
    if [one.person for one in people] == [actor.person]:
        await show(query, await _takers(actor, texts, handovers, school_time, actor.person, 0))
        return
    await show(query, screens.choose_giver(texts, people, callback_data.page))


@router.callback_query(ChooseTaker.filter())
async def choose_taker(
    query: CallbackQuery,
    callback_data: ChooseTaker,
    actor: Actor,
    texts: Texts,
    handovers: Handovers,
    school_time: SchoolTime,
) -> None:
    await show(query, await _takers(actor, texts, handovers, school_time, callback_data.whose, callback_data.page))


@router.callback_query(HandOverFrom.filter())
async def hand_over_from(
    query: CallbackQuery,
    callback_data: HandOverFrom,
    actor: Actor,
    texts: Texts,
    handovers: Handovers,
    school_time: SchoolTime,
) -> None:
    giver, taker = await _both(actor, handovers, callback_data.whose, callback_data.whom)
    month = day_of(callback_data.day)
    await show(query, screens.choose_first(texts, giver, taker, school_time.today(), month))


@router.callback_query(HandOverUntil.filter())
async def hand_over_until(
    query: CallbackQuery, callback_data: HandOverUntil, actor: Actor, texts: Texts, handovers: Handovers
) -> None:
    giver, taker = await _both(actor, handovers, callback_data.whose, callback_data.whom)
    month = day_of(callback_data.day)
    await show(query, screens.choose_last(texts, giver, taker, callback_data.first, month))


@router.callback_query(CheckHandover.filter())
async def check_handover(
    query: CallbackQuery, callback_data: CheckHandover, actor: Actor, texts: Texts, handovers: Handovers
) -> None:
    one = callback_data
    handing = await handovers.asked(actor, one.whose, one.whom, one.first, one.until, one.history)
    await show(query, screens.check(texts, handing))


@router.callback_query(MakeHandover.filter())
async def make_handover(
    query: CallbackQuery, callback_data: MakeHandover, actor: Actor, texts: Texts, handovers: Handovers
) -> None:
    one = callback_data
    made = await handovers.make(actor, one.whose, one.whom, one.first, one.until, one.history)
    await show(query, _handover(actor, texts, await handovers.one(actor, made)), texts("handover-made"))


@router.callback_query(ShowHandover.filter())
async def show_handover(
    query: CallbackQuery, callback_data: ShowHandover, actor: Actor, texts: Texts, handovers: Handovers
) -> None:
    await show(query, _handover(actor, texts, await handovers.one(actor, callback_data.number)))


@router.callback_query(EndHandover.filter())
async def end_handover(
    query: CallbackQuery, callback_data: EndHandover, actor: Actor, texts: Texts, handovers: Handovers
) -> None:
    if not callback_data.sure:
        await show(query, screens.end_question(texts, await handovers.one(actor, callback_data.number)))
        return
    await handovers.end(actor, callback_data.number)
    await show(query, screens.listed(texts, await handovers.listed(actor)), texts("handover-ended"))


async def _takers(
    actor: Actor, texts: Texts, handovers: Handovers, school_time: SchoolTime, whose: PersonId, page: int
) -> Screen:
    giver, people = await handovers.giver(actor, whose), await handovers.takers(actor, whose)
    return screens.choose_taker(texts, giver, people, page, school_time.today())


async def _both(actor: Actor, handovers: Handovers, whose: PersonId, whom: PersonId) -> tuple[Colleague, Colleague]:
    giver = await handovers.giver(actor, whose)
    taker = next((one for one in await handovers.takers(actor, whose) if one.person == whom), None)
    if taker is None:
        raise NotFound
    return giver, taker


def _handover(actor: Actor, texts: Texts, one: Handover) -> Screen:
    ends = allowed(actor, Action.HAND_OVER_THREADS, Target(person=one.giver.person))
    return screens.handover(texts, one, ends)
