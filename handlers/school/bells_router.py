"""`/bells`, «звонки»: today's for everyone; rules and new bells for who keeps them."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from domain.errors import Outdated
from domain.ids import BellRuleId, ChangeId
from domain.roles.access import Action, reach_of
from domain.roles.people import Actor
from domain.school.bells_keeping import BellKeeping
from domain.school.bells_page import BellPages
from domain.school.bells_whom import Scope
from handlers.kit.show import show
from handlers.kit.words import Says
from handlers.school import bells_screens as screens
from handlers.school.bells_buttons import (
    ALWAYS,
    EditBells,
    KeepBells,
    PickBellClasses,
    PickBellDays,
    PickBellGrades,
    ShowBellRule,
    ShowBells,
    TakeBellsAway,
    TypeBellDays,
    TypeBells,
    UndoBells,
    classes_of,
    packed_whom,
    whom_of,
)
from handlers.school.calendar_buttons import packed_days
from handlers.texts.translator import Texts

router = Router(name="bells")
ASKS = r"(?i)^\s*(?:расписание\s+)?(?:звонк\w+|когда\s+(?:звонок|перемена)|bells?)\s*\??\s*$"


class BellForm(StatesGroup):
    whom = State()
    days = State()
    times = State()


@router.message(Command("bells", "звонки"))
@router.message(StateFilter(None), Says(ASKS))
@router.callback_query(ShowBells.filter())
async def show_bells(
    event: Message | CallbackQuery, actor: Actor, texts: Texts, bell_pages: BellPages, state: FSMContext
) -> None:
    await state.set_state(None)
    edits = bool(reach_of(actor, Action.SET_BELLS))
    await show(event, screens.bells(texts, await bell_pages.today(actor), edits=edits))


@router.callback_query(EditBells.filter())
async def show_rules(
    query: CallbackQuery, actor: Actor, texts: Texts, bell_keeping: BellKeeping, state: FSMContext
) -> None:
    await state.set_state(None)
    await show(query, screens.rules(texts, await bell_keeping.rules(actor)))


@router.callback_query(ShowBellRule.filter())
async def show_rule(
    query: CallbackQuery, callback_data: ShowBellRule, actor: Actor, texts: Texts, bell_keeping: BellKeeping
) -> None:
    await show(query, screens.one_rule(texts, await bell_keeping.rule(actor, BellRuleId(callback_data.rule))))


@router.callback_query(PickBellGrades.filter())
async def pick_grades(query: CallbackQuery, texts: Texts, state: FSMContext) -> None:
    await state.set_state(BellForm.whom)
    await show(query, screens.pick_grades(texts))


@router.callback_query(PickBellClasses.filter())
async def pick_classes(
    query: CallbackQuery,
    callback_data: PickBellClasses,
    actor: Actor,
    texts: Texts,
    bell_keeping: BellKeeping,
    state: FSMContext,
) -> None:
    chosen = classes_of(callback_data.whom) if callback_data.whom else ()
    await state.set_state(BellForm.whom)
    await show(query, screens.pick_classes(texts, await bell_keeping.classes(actor), chosen))


@router.message(StateFilter(BellForm.whom), F.text, ~F.text.startswith("/"))
async def take_whom(message: Message, actor: Actor, texts: Texts, bell_keeping: BellKeeping, state: FSMContext) -> None:
    """With the times too, they ring always."""
    scope, said = await bell_keeping.whom(actor, message.text or "")
    asked = TypeBells(whom=packed_whom(scope), weekday=0, days=ALWAYS)
    if not said:
        await state.set_state(None)
        return await show(message, screens.pick_days(texts, scope))
    found = await bell_keeping.understood(actor, scope, said)
    await state.set_state(BellForm.times)
    await state.set_data({"scope": asked.model_dump(), "bells": said})
    return await show(message, screens.preview(texts, found))


@router.callback_query(PickBellDays.filter())
async def pick_days(
    query: CallbackQuery,
    callback_data: PickBellDays,
    actor: Actor,
    texts: Texts,
    bell_keeping: BellKeeping,
    state: FSMContext,
) -> None:
    await state.set_state(None)
    await show(query, screens.pick_days(texts, await bell_keeping.named(actor, whom_of(callback_data.whom))))


@router.callback_query(TypeBellDays.filter())
async def ask_days(
    query: CallbackQuery,
    callback_data: TypeBellDays,
    actor: Actor,
    texts: Texts,
    bell_keeping: BellKeeping,
    state: FSMContext,
) -> None:
    scope = await bell_keeping.named(actor, whom_of(callback_data.whom))
    await state.set_state(BellForm.days)
    await state.set_data(callback_data.model_dump())
    await show(query, screens.ask_days(texts, scope))


@router.message(StateFilter(BellForm.days), F.text, ~F.text.startswith("/"))
async def take_days(message: Message, actor: Actor, texts: Texts, bell_keeping: BellKeeping, state: FSMContext) -> None:
    whom = TypeBellDays.model_validate(await state.get_data()).whom
    days = packed_days(*await bell_keeping.days(actor, message.text or ""))
    asked = TypeBells(whom=whom, weekday=0, days=days)
    await _ask_times(message, asked, await bell_keeping.named(actor, asked.scope()), texts, state)


@router.callback_query(TypeBells.filter())
async def ask_times(
    query: CallbackQuery,
    callback_data: TypeBells,
    actor: Actor,
    texts: Texts,
    bell_keeping: BellKeeping,
    state: FSMContext,
) -> None:
    scope = await bell_keeping.named(actor, callback_data.scope())
    await _ask_times(query, callback_data, scope, texts, state)


@router.message(StateFilter(BellForm.times), F.text, ~F.text.startswith("/"))
async def take_times(
    message: Message, actor: Actor, texts: Texts, bell_keeping: BellKeeping, state: FSMContext
) -> None:
    """Written again, the newer message counts."""
    asked = TypeBells.model_validate((await state.get_data())["scope"])
    found = await bell_keeping.understood(actor, asked.scope(), message.text or "")
    await state.update_data(bells=message.text)
    await show(message, screens.preview(texts, found))


@router.callback_query(KeepBells.filter())
async def keep(query: CallbackQuery, actor: Actor, texts: Texts, bell_keeping: BellKeeping, state: FSMContext) -> None:
    kept = await state.get_data()
    if "bells" not in kept:
        raise Outdated
    found = await bell_keeping.understood(actor, TypeBells.model_validate(kept["scope"]).scope(), kept["bells"])
    change = await bell_keeping.keep(actor, found.rules)
    await state.clear()
    await show(query, screens.changed(texts, change))


@router.callback_query(TakeBellsAway.filter())
async def take_away(
    query: CallbackQuery, callback_data: TakeBellsAway, actor: Actor, texts: Texts, bell_keeping: BellKeeping
) -> None:
    [whose, *_] = whom_of(callback_data.whom)
    change = await bell_keeping.take_away(actor, BellRuleId(callback_data.rule), whose)
    await show(query, screens.changed(texts, change))


@router.callback_query(UndoBells.filter())
async def undo(
    query: CallbackQuery, callback_data: UndoBells, actor: Actor, texts: Texts, bell_keeping: BellKeeping
) -> None:
    await show(query, screens.changed(texts, await bell_keeping.undo(actor, ChangeId(callback_data.change))))


async def _ask_times(
    event: Message | CallbackQuery, asked: TypeBells, scope: Scope, texts: Texts, state: FSMContext
) -> None:
    await state.set_state(BellForm.times)
    await state.set_data({"scope": asked.model_dump()})
    await show(event, screens.ask_times(texts, scope))
