"""`/incident`: a suspected leak opened, looked at, closed."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import IncidentId
from domain.messaging.office import on_the_wall
from domain.roles.incidents import Incidents
from domain.roles.people import Actor
from domain.school.ports import SchoolCards
from handlers.kit.screen import Screen
from handlers.kit.show import send, show
from handlers.roles import incident_screens as screens
from handlers.roles.incident_buttons import AskIncidentNote, DraftNotice, IncidentForm, ShowIncident
from handlers.texts.translator import Texts

router = Router(name="incident")


@router.message(Command("incident", "инцидент"))
async def incident(
    message: Message, actor: Actor, texts: Texts, incidents: Incidents, school_time: SchoolTime, state: FSMContext
) -> None:
    await state.clear()
    await show(message, await _standing(actor, texts, incidents, school_time))


@router.callback_query(ShowIncident.filter())
async def show_incident(
    query: CallbackQuery, actor: Actor, texts: Texts, incidents: Incidents, school_time: SchoolTime, state: FSMContext
) -> None:
    await state.clear()
    await show(query, await _standing(actor, texts, incidents, school_time))


@router.callback_query(AskIncidentNote.filter())
async def ask_note(
    query: CallbackQuery,
    callback_data: AskIncidentNote,
    actor: Actor,
    texts: Texts,
    incidents: Incidents,
    state: FSMContext,
) -> None:
    await incidents.standing(actor)
    await state.set_state(IncidentForm.note)
    await state.set_data({"incident": callback_data.incident})
    await show(query, screens.ask_note(texts, bool(callback_data.incident)))


@router.message(StateFilter(IncidentForm.note), F.text, ~F.text.startswith("/"))
async def take_note(
    message: Message, actor: Actor, texts: Texts, incidents: Incidents, school_time: SchoolTime, state: FSMContext
) -> None:
    asked = (await state.get_data())["incident"]
    if asked:
        done = await incidents.close(actor, IncidentId(asked), message.text or "")
        await state.clear()
        await show(message, screens.closed(texts, done))
        return
    await incidents.open(actor, message.text or "")
    await state.clear()
    await show(message, await _standing(actor, texts, incidents, school_time))


@router.callback_query(DraftNotice.filter())
async def draft_notice(
    query: CallbackQuery,
    actor: Actor,
    texts: Texts,
    incidents: Incidents,
    school_cards: SchoolCards,
    school_time: SchoolTime,
) -> None:
    standing, card = await incidents.standing(actor), await school_cards.card()
    if standing is None or card is None:
        raise NotFound
    await send(query, screens.draft(texts, on_the_wall(standing, school_time), card.name))


async def _standing(actor: Actor, texts: Texts, incidents: Incidents, time: SchoolTime) -> Screen:
    found = await incidents.standing(actor)
    if found is None:
        return screens.none_open(texts)
    return screens.standing(texts, on_the_wall(found, time), time.local())
