"""Guardians are let in by who knows the family; a phone that is «not us» is shut out."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ids import AccountId
from domain.roles.letting_in import LettingIn
from domain.roles.people import Actor
from domain.school.ports import Rosters
from handlers.kit.show import show
from handlers.roles import letting_in_screens as screens
from handlers.roles.class_access import class_of
from handlers.roles.greeting import Greeting
from handlers.roles.letting_in_buttons import ComeIn, LetIn, NotUs, WaitingOne, WhoWaits
from handlers.texts.translator import Texts

router = Router(name="letting-in")


@router.callback_query(LetIn.filter())
async def let_in(query: CallbackQuery, callback_data: LetIn, actor: Actor, texts: Texts, letting_in: LettingIn) -> None:
    card, first = await letting_in.decide(actor, AccountId(callback_data.account), callback_data.yes)
    await show(query, screens.question(texts, card), texts("hold-decided" if first else "hold-decided-before"))


@router.callback_query(WhoWaits.filter())
async def who_waits(
    query: CallbackQuery, callback_data: WhoWaits, actor: Actor, texts: Texts, letting_in: LettingIn, rosters: Rosters
) -> None:
    school_class = await class_of(callback_data.school_class, rosters)
    cards = await letting_in.waiting(actor, school_class.id)
    await show(query, screens.waiting_list(texts, school_class, cards))


@router.callback_query(WaitingOne.filter())
async def waiting_one(
    query: CallbackQuery, callback_data: WaitingOne, actor: Actor, texts: Texts, letting_in: LettingIn
) -> None:
    card = await letting_in.card(actor, AccountId(callback_data.account))
    await show(query, screens.question(texts, card))


@router.callback_query(NotUs.filter())
async def not_us(query: CallbackQuery, callback_data: NotUs, actor: Actor, texts: Texts, letting_in: LettingIn) -> None:
    name = await letting_in.disown(actor, AccountId(callback_data.account))
    await show(query, screens.shut_out(texts, name.full))


@router.callback_query(ComeIn.filter())
async def come_in(query: CallbackQuery, actor: Actor, texts: Texts, greeting: Greeting) -> None:
    await show(query, await greeting.let_in(query.from_user.id, actor))
