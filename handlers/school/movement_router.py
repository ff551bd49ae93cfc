"""`/movement`: entering and proposing movement of pupils, and deciding on proposals."""

from datetime import date

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import ClassId, MovementId, PersonId
from domain.roles.access import Action, reach_of
from domain.roles.people import Actor
from domain.school.movement import MovementKind, Wanted
from domain.school.movement_report import MovementReports
from domain.school.movement_said import pupils_said, said_movement, said_newcomer
from domain.school.moving import Movements
from domain.school.said_dates import day_in
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.school import movement_report_screens as reports
from handlers.school import movement_screens as screens
from handlers.school.movement_buttons import (
    AcceptMovement,
    DeclineMovement,
    MoveAsk,
    MoveClass,
    MoveOn,
    MovePupil,
    NewcomerTo,
    OpenMovement,
    ShowMovement,
    TakeMovementBack,
)
from handlers.texts.translator import Texts

router = Router(name="movement")


class MovementForm(StatesGroup):
    who = State()
    day = State()
    newcomer = State()
    why = State()


@router.message(Command("movement", "движение"))
async def show_movement(
    message: Message,
    command: CommandObject,
    actor: Actor,
    texts: Texts,
    movements: Movements,
    movement_reports: MovementReports,
    school_time: SchoolTime,
) -> None:
    """With a day: how many pupils there were on it."""
    said = day_in(command.args, school_time.today()) if command.args else None
    if said is not None:
        await show(message, reports.on_day(texts, await movement_reports.on(actor, said.day)))
        return
    await show(message, await _home(actor, texts, movements))


@router.callback_query(OpenMovement.filter())
async def tap_movement(
    query: CallbackQuery, actor: Actor, texts: Texts, movements: Movements, state: FSMContext
) -> None:
    await state.clear()
    await show(query, await _home(actor, texts, movements))


@router.callback_query(MoveClass.filter())
async def choose_class(
    query: CallbackQuery,
    callback_data: MoveClass,
    actor: Actor,
    texts: Texts,
    movements: Movements,
    state: FSMContext,
) -> None:
    """Who leads one class only is not asked which."""
    kind, classes = callback_data.kind, await movements.classes(actor)
    await state.set_state(MovementForm.who)
    await state.set_data({"kind": kind.value})
    chosen = callback_data.school_class or (classes[0].id if len(classes) == 1 else 0)
    if not chosen:
        await show(query, screens.choose_class(texts, kind, classes))
        return
    await show(query, screens.choose_pupil(texts, kind, await movements.pupils(actor, ClassId(chosen))))


@router.message(StateFilter(MovementForm.who), F.text, ~F.text.startswith("/"))
async def find_pupil(message: Message, actor: Actor, texts: Texts, movements: Movements, state: FSMContext) -> None:
    kind = MovementKind((await state.get_data())["kind"])
    roster = await movements.everyone(actor)
    seats = [(seat, roster.classes[seat.class_id].name) for seat in pupils_said(message.text or "", roster)]
    await show(message, screens.found(texts, kind, seats))


@router.callback_query(MovePupil.filter())
async def choose_target(
    query: CallbackQuery,
    callback_data: MovePupil,
    actor: Actor,
    texts: Texts,
    movements: Movements,
    state: FSMContext,
) -> None:
    await state.clear()
    seat, school_class = await movements.pupil(actor, PersonId(callback_data.pupil))
    targets = await movements.targets(actor, school_class.id)
    await show(query, screens.choose_target(texts, seat, school_class.name, targets))


@router.callback_query(MoveAsk.filter())
async def ask_day(
    query: CallbackQuery,
    callback_data: MoveAsk,
    actor: Actor,
    texts: Texts,
    movements: Movements,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    kind, to = callback_data.kind, ClassId(callback_data.to) if callback_data.to else None
    seat, school_class = await movements.pupil(actor, PersonId(callback_data.pupil))
    named = await movements.targets(actor, school_class.id) if to is not None else ()
    to_name = next((one.name for one in named if one.id == to), "")
    await state.set_state(MovementForm.day)
    await state.set_data(callback_data.model_dump(mode="json"))
    names = (school_class.name, to_name)
    await show(query, screens.ask_day(texts, kind, seat, names, to, school_time.today()))


@router.message(StateFilter(MovementForm.day), F.text, ~F.text.startswith("/"))
async def take_day(
    message: Message, actor: Actor, texts: Texts, movements: Movements, school_time: SchoolTime, state: FSMContext
) -> None:
    asked = await state.get_data()
    said = said_movement(message.text or "", school_time.today())
    wanted = _wanted(MovementKind(asked["kind"]), asked["pupil"], asked["to"], said.day, said.order)
    card, _ = await movements.enter(actor, wanted)
    await state.clear()
    await show(message, screens.entered(texts, card))


@router.callback_query(MoveOn.filter())
async def enter_on(
    query: CallbackQuery,
    callback_data: MoveOn,
    actor: Actor,
    texts: Texts,
    movements: Movements,
    state: FSMContext,
) -> None:
    wanted = _wanted(callback_data.kind, callback_data.pupil, callback_data.to, callback_data.date, None)
    card, _ = await movements.enter(actor, wanted)
    await state.clear()
    await show(query, screens.entered(texts, card))


@router.callback_query(NewcomerTo.filter())
async def ask_newcomer(
    query: CallbackQuery,
    callback_data: NewcomerTo,
    actor: Actor,
    texts: Texts,
    movements: Movements,
    state: FSMContext,
) -> None:
    classes = await movements.classes(actor)
    chosen = callback_data.school_class or (classes[0].id if len(classes) == 1 else 0)
    if not chosen:
        await show(query, screens.choose_class_to(texts, classes))
        return
    school_class = next((one for one in classes if one.id == chosen), None)
    if school_class is None:
        raise NotFound
    await state.set_state(MovementForm.newcomer)
    await state.set_data({"to": chosen})
    await show(query, screens.ask_newcomer(texts, school_class))


@router.message(StateFilter(MovementForm.newcomer), F.text, ~F.text.startswith("/"))
async def take_newcomer(
    message: Message, actor: Actor, texts: Texts, movements: Movements, school_time: SchoolTime, state: FSMContext
) -> None:
    to = ClassId((await state.get_data())["to"])
    said = said_newcomer(message.text or "", school_time.today())
    wanted = Wanted(MovementKind.ENROLLED, said.day, newcomer=said.newcomer, to_class=to, order=said.order)
    card, known = await movements.enter(actor, wanted)
    await state.clear()
    await show(message, screens.namesakes(texts, card, known) if known else screens.entered(texts, card))


@router.callback_query(ShowMovement.filter())
async def show_proposal(
    query: CallbackQuery,
    callback_data: ShowMovement,
    actor: Actor,
    texts: Texts,
    movements: Movements,
    state: FSMContext,
) -> None:
    await state.clear()
    card = await movements.card(actor, MovementId(callback_data.movement))
    await show(query, screens.proposal(texts, card, bool(reach_of(actor, Action.MOVE_PUPIL))))


@router.callback_query(AcceptMovement.filter())
async def accept(
    query: CallbackQuery, callback_data: AcceptMovement, actor: Actor, texts: Texts, movements: Movements
) -> None:
    person = PersonId(callback_data.person) if callback_data.person >= 0 else None
    card, first, known = await movements.accept(actor, MovementId(callback_data.movement), person)
    if known:
        await show(query, screens.namesakes(texts, card, known))
        return
    said = texts("movement-decided" if first else "movement-decided-before")
    await show(query, screens.entered(texts, card) if first else screens.proposal(texts, card, True), said)


@router.callback_query(DeclineMovement.filter())
async def ask_why(
    query: CallbackQuery,
    callback_data: DeclineMovement,
    actor: Actor,
    texts: Texts,
    movements: Movements,
    state: FSMContext,
) -> None:
    card = await movements.card(actor, MovementId(callback_data.movement))
    await state.set_state(MovementForm.why)
    await state.set_data({"movement": callback_data.movement})
    await show(query, screens.ask_why(texts, card))


@router.message(StateFilter(MovementForm.why), F.text, ~F.text.startswith("/"))
async def decline(message: Message, actor: Actor, texts: Texts, movements: Movements, state: FSMContext) -> None:
    number = MovementId((await state.get_data())["movement"])
    card, _ = await movements.decline(actor, number, message.text or "")
    await state.clear()
    await show(message, screens.proposal(texts, card, True))


@router.callback_query(TakeMovementBack.filter())
async def take_back(
    query: CallbackQuery, callback_data: TakeMovementBack, actor: Actor, texts: Texts, movements: Movements
) -> None:
    card = await movements.take_back(actor, MovementId(callback_data.movement))
    await show(query, screens.proposal(texts, card, False), texts("movement-undone"))


async def _home(actor: Actor, texts: Texts, movements: Movements) -> Screen:
    waiting = await movements.waiting(actor)
    enters = bool(reach_of(actor, Action.MOVE_PUPIL) or reach_of(actor, Action.PROPOSE_MOVEMENT))
    return screens.home(texts, waiting, enters)


def _wanted(kind: MovementKind, pupil: int, to: int, day: date, order: str | None) -> Wanted:
    return Wanted(kind, day, PersonId(pupil), to_class=ClassId(to) if to else None, order=order)
