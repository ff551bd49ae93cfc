"""A court's order about a guardian, entered and lifted with its number."""

from typing import cast

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.errors import NotFound
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Target, require
from domain.roles.access_control import Access
from domain.roles.people import Actor
from domain.roles.ports import FamilyAccess
from domain.roles.restricting import Restricting
from handlers.kit.show import show
from handlers.roles import restricting_screens as screens
from handlers.roles.forms import RestrictionForm, RestrictionInForm
from handlers.roles.restricting_buttons import AskRestriction
from handlers.texts.translator import Texts

router = Router(name="restricting")


@router.callback_query(AskRestriction.filter())
async def ask_order(
    query: CallbackQuery, callback_data: AskRestriction, actor: Actor, texts: Texts, access: Access, state: FSMContext
) -> None:
    require(actor, Action.RESTRICT_GUARDIAN, Target(person=PersonId(callback_data.pupil)))
    form = cast(RestrictionInForm, callback_data.model_dump())
    one = await _row(actor, access, form)
    await state.set_state(RestrictionForm.order)
    await state.set_data(dict(form))
    await show(query, screens.ask_order(texts, one, ClassId(form["school_class"]), form["on"]))


@router.message(StateFilter(RestrictionForm.order))
async def take_order(
    message: Message, actor: Actor, texts: Texts, access: Access, restricting: Restricting, state: FSMContext
) -> None:
    form = cast(RestrictionInForm, await state.get_data())
    one = await _row(actor, access, form)
    put = restricting.restrict if form["on"] else restricting.lift
    await put(actor, one.person, one.pupil, message.text or "")
    await state.clear()
    await show(message, screens.restriction_put(texts, one, ClassId(form["school_class"]), form["on"]))


async def _row(actor: Actor, access: Access, form: RestrictionInForm) -> FamilyAccess:
    families = await access.of_class(actor, ClassId(form["school_class"]))
    pair = form["guardian"], form["pupil"]
    found = next((one for one in families if (one.person, one.pupil) == pair and one.person != one.pupil), None)
    if found is None:
        raise NotFound
    return found
