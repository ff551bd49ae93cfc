"""`/exempt`: who does not learn a subject with the class; the secretary enters it by the order."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from domain.ids import ClassId, ExemptionId, PersonId, SubjectId
from domain.roles.access import Action, reach_of
from domain.roles.people import Actor
from domain.school.exemptions import Exemptions, Learning
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.school import exemption_screens as screens
from handlers.school.exemption_buttons import (
    EndExemption,
    ExemptClass,
    ExemptFrom,
    ExemptHow,
    ExemptPupil,
    ShowExemptions,
)
from handlers.texts.translator import Texts

router = Router(name="exemptions")


class ExemptionForm(StatesGroup):
    days = State()


@router.message(Command("exempt", "освобождения"))
async def show_exemptions(message: Message, actor: Actor, texts: Texts, exemptions: Exemptions) -> None:
    await show(message, await _listed(actor, texts, exemptions))


@router.callback_query(ShowExemptions.filter())
async def tap_exemptions(
    query: CallbackQuery, actor: Actor, texts: Texts, exemptions: Exemptions, state: FSMContext
) -> None:
    await state.clear()
    await show(query, await _listed(actor, texts, exemptions))


@router.callback_query(ExemptClass.filter())
async def choose_class(
    query: CallbackQuery, callback_data: ExemptClass, actor: Actor, texts: Texts, exemptions: Exemptions
) -> None:
    if not callback_data.school_class:
        await show(query, screens.choose_class(texts, await exemptions.classes(actor)))
        return
    seats = await exemptions.pupils(actor, ClassId(callback_data.school_class))
    await show(query, screens.choose_pupil(texts, seats))


@router.callback_query(ExemptPupil.filter())
async def choose_subject(
    query: CallbackQuery, callback_data: ExemptPupil, actor: Actor, texts: Texts, exemptions: Exemptions
) -> None:
    pupil = PersonId(callback_data.pupil)
    await show(query, screens.choose_subject(texts, pupil, await exemptions.subjects(actor, pupil)))


@router.callback_query(ExemptFrom.filter())
async def choose_kind(query: CallbackQuery, callback_data: ExemptFrom, texts: Texts) -> None:
    await show(query, screens.choose_kind(texts, PersonId(callback_data.pupil), callback_data.subject))


@router.callback_query(ExemptHow.filter())
async def ask_days(query: CallbackQuery, callback_data: ExemptHow, texts: Texts, state: FSMContext) -> None:
    await state.set_state(ExemptionForm.days)
    await state.set_data(callback_data.model_dump(mode="json"))
    await show(query, screens.ask_days(texts))


@router.message(StateFilter(ExemptionForm.days), F.text, ~F.text.startswith("/"))
async def take_days(message: Message, actor: Actor, texts: Texts, exemptions: Exemptions, state: FSMContext) -> None:
    waiting = await state.get_data()
    pupil, subject, kind = PersonId(waiting["pupil"]), SubjectId(waiting["subject"]), Learning(waiting["kind"])
    made = await exemptions.put(actor, pupil, subject, kind, message.text or "")
    await state.clear()
    await show(message, screens.entered(texts, made))


@router.callback_query(EndExemption.filter())
async def end_exemption(
    query: CallbackQuery, callback_data: EndExemption, actor: Actor, texts: Texts, exemptions: Exemptions
) -> None:
    await exemptions.take_back(actor, ExemptionId(callback_data.exemption))
    await show(query, await _listed(actor, texts, exemptions), texts("exempt-ended"))


async def _listed(actor: Actor, texts: Texts, exemptions: Exemptions) -> Screen:
    edits = bool(reach_of(actor, Action.EXEMPT_PUPIL))
    return screens.listed(texts, await exemptions.listed(actor), edits)
