"""`/limits`: the administrator limits a guardian to answers, and lifts that."""

from typing import TypedDict, cast

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.ids import ClassId, PersonId
from domain.roles.people import Actor
from domain.talk.limiting import MOST_REASON, Limiting
from handlers.kit.show import show
from handlers.talk import limits_screens as screens
from handlers.talk.limits_buttons import LiftLimit, LimitGuardian, LimitInClass, LimitOfPupil, ShowLimits
from handlers.texts.translator import Texts

router = Router(name="limits")


class LimitForm(StatesGroup):
    reason = State()
    """Waits for the reason, which the guardian is told."""


class LimitInForm(TypedDict):
    person: int


@router.message(Command("limits", "ограничения"))
async def limits(
    message: Message, actor: Actor, texts: Texts, limiting: Limiting, school_time: SchoolTime, state: FSMContext
) -> None:
    await state.clear()
    await show(message, screens.limits(texts, await limiting.limits(actor), school_time))


@router.callback_query(ShowLimits.filter())
async def tap_limits(
    query: CallbackQuery,
    callback_data: ShowLimits,
    actor: Actor,
    texts: Texts,
    limiting: Limiting,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await state.clear()
    await show(query, screens.limits(texts, await limiting.limits(actor), school_time, max(0, callback_data.page)))


@router.callback_query(LimitInClass.filter())
async def choose_in_class(
    query: CallbackQuery, callback_data: LimitInClass, actor: Actor, texts: Texts, limiting: Limiting
) -> None:
    if not callback_data.school_class:
        await show(query, screens.choose_class(texts, await limiting.classes(actor)))
        return
    school_class, seats = await limiting.pupils(actor, ClassId(callback_data.school_class))
    await show(query, screens.choose_pupil(texts, school_class, seats))


@router.callback_query(LimitOfPupil.filter())
async def choose_guardian(
    query: CallbackQuery,
    callback_data: LimitOfPupil,
    actor: Actor,
    texts: Texts,
    limiting: Limiting,
    state: FSMContext,
) -> None:
    await state.clear()
    of = await limiting.guardians(actor, PersonId(callback_data.pupil))
    await show(query, screens.choose_guardian(texts, of))


@router.callback_query(LimitGuardian.filter())
async def ask_reason(
    query: CallbackQuery,
    callback_data: LimitGuardian,
    actor: Actor,
    texts: Texts,
    limiting: Limiting,
    state: FSMContext,
) -> None:
    guardian = await limiting.guardian(actor, PersonId(callback_data.person))
    await state.set_state(LimitForm.reason)
    await state.set_data(dict(LimitInForm(person=guardian.person)))
    await show(query, screens.ask_reason(texts, guardian, PersonId(callback_data.pupil), MOST_REASON))


@router.message(StateFilter(LimitForm.reason))
async def take_reason(
    message: Message, actor: Actor, texts: Texts, limiting: Limiting, school_time: SchoolTime, state: FSMContext
) -> None:
    form = cast(LimitInForm, await state.get_data())
    await limiting.limit(actor, PersonId(form["person"]), message.text or "")
    await state.clear()
    await show(message, screens.limits(texts, await limiting.limits(actor), school_time))


@router.callback_query(LiftLimit.filter())
async def lift(
    query: CallbackQuery,
    callback_data: LiftLimit,
    actor: Actor,
    texts: Texts,
    limiting: Limiting,
    school_time: SchoolTime,
) -> None:
    await limiting.lift(actor, PersonId(callback_data.person))
    await show(query, screens.limits(texts, await limiting.limits(actor), school_time), texts("limits-lifted"))
