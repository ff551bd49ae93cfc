"""`/consents`: who of a class has consented, papers written down, and a new text."""

from secrets import token_hex

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.errors import NotAllowed
from domain.ids import ClassId, PersonId
from domain.roles.access import Action, Reach, reach_of
from domain.roles.consents import Consents, PaperDayUnclear
from domain.roles.getting_in import ConsentAsked
from domain.roles.people import Actor
from domain.school.ports import Rosters
from domain.school.said_dates import day_in
from handlers.kit.screen import Screen
from handlers.kit.show import close, show
from handlers.roles import consent_screens as screens
from handlers.roles.class_access import class_of
from handlers.roles.consent_buttons import (
    AskPaperDay,
    ClassConsentsOf,
    NewConsentText,
    OneConsent,
    PublishConsentText,
    RecordConsent,
    ShowConsentText,
)
from handlers.roles.consent_form import ConsentForm
from handlers.texts.translator import Texts

router = Router(name="consents")


@router.message(Command("consents", "согласия"))
async def show_consents(
    message: Message, actor: Actor, texts: Texts, consents: Consents, rosters: Rosters, school_time: SchoolTime
) -> None:
    await show(message, await _page(actor, texts, consents, rosters, school_time, 0, 0))


@router.callback_query(ClassConsentsOf.filter())
async def tap_consents(
    query: CallbackQuery,
    callback_data: ClassConsentsOf,
    actor: Actor,
    texts: Texts,
    consents: Consents,
    rosters: Rosters,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await state.clear()
    place = (callback_data.school_class, callback_data.page)
    await show(query, await _page(actor, texts, consents, rosters, school_time, *place))


@router.callback_query(OneConsent.filter())
async def one_consent(
    query: CallbackQuery,
    callback_data: OneConsent,
    actor: Actor,
    texts: Texts,
    consents: Consents,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    await state.clear()
    listed, one = await consents.one(actor, ClassId(callback_data.school_class), PersonId(callback_data.person))
    await show(query, screens.one(texts, listed, one, callback_data.page, school_time))


@router.callback_query(RecordConsent.filter())
async def record_consent(
    query: CallbackQuery,
    callback_data: RecordConsent,
    actor: Actor,
    texts: Texts,
    consents: Consents,
    rosters: Rosters,
    school_time: SchoolTime,
) -> None:
    await consents.record(actor, PersonId(callback_data.person), callback_data.date)
    place = (callback_data.school_class, callback_data.page)
    page = await _page(actor, texts, consents, rosters, school_time, *place)
    await show(query, page, texts("consent-recorded"))


@router.callback_query(AskPaperDay.filter())
async def ask_day(query: CallbackQuery, callback_data: AskPaperDay, texts: Texts, state: FSMContext) -> None:
    await state.set_state(ConsentForm.day)
    await state.set_data(callback_data.model_dump())
    await show(query, screens.ask_day(texts, **callback_data.model_dump()))


@router.message(StateFilter(ConsentForm.day), F.text, ~F.text.startswith("/"))
async def take_day(
    message: Message,
    actor: Actor,
    texts: Texts,
    consents: Consents,
    rosters: Rosters,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    waiting, typed = await state.get_data(), message.text or ""
    said = day_in(typed, school_time.today())
    if said is None:
        raise PaperDayUnclear(typed)
    await consents.record(actor, PersonId(waiting["person"]), said.day)
    await state.clear()
    place = (waiting["school_class"], waiting["page"])
    await show(message, await _page(actor, texts, consents, rosters, school_time, *place))


@router.callback_query(ShowConsentText.filter())
async def show_text(query: CallbackQuery, actor: Actor, texts: Texts, consents: Consents, state: FSMContext) -> None:
    await state.clear()
    text = await consents.text(actor)
    await show(query, screens.standing_text(texts, ConsentAsked("", text.version, text.text)))


@router.callback_query(NewConsentText.filter())
async def ask_text(query: CallbackQuery, actor: Actor, texts: Texts, consents: Consents, state: FSMContext) -> None:
    await consents.text(actor)
    await state.set_state(ConsentForm.text)
    await show(query, screens.ask_text(texts))


@router.message(StateFilter(ConsentForm.text, ConsentForm.confirming), F.text, ~F.text.startswith("/"))
async def take_text(message: Message, actor: Actor, texts: Texts, consents: Consents, state: FSMContext) -> None:
    """A second text takes the place of the first."""
    preview, key = await consents.preview(actor, message.text or ""), token_hex(4)
    await state.set_state(ConsentForm.confirming)
    await state.set_data({"key": key, "text": preview.text})
    await show(message, screens.preview_text(texts, preview, key))


@router.callback_query(PublishConsentText.filter())
async def publish_text(
    query: CallbackQuery,
    callback_data: PublishConsentText,
    actor: Actor,
    texts: Texts,
    consents: Consents,
    state: FSMContext,
) -> None:
    waiting = await state.get_data()
    if waiting.get("key") != callback_data.key:
        await close(query, texts("consent-text-gone"), alert=True)
        return
    published = await consents.publish(actor, callback_data.version, waiting["text"])
    await state.clear()
    await show(query, screens.published_text(texts, published.version))


async def _page(
    actor: Actor,
    texts: Texts,
    consents: Consents,
    rosters: Rosters,
    school_time: SchoolTime,
    school_class: int,
    page: int,
) -> Screen:
    """0: which class? Who leads one alone, and words no text, is shown that."""
    reaches = reach_of(actor, Action.SEE_CONSENTS)
    if not reaches:
        raise NotAllowed
    everyone = Reach.SCHOOL in reaches
    alone = not everyone and len(actor.own_classes) == 1
    school_class = school_class or (actor.own_classes[0] if alone else 0)
    if school_class:
        listed = await consents.of_class(actor, ClassId(school_class))
        return screens.class_page(texts, listed, (await class_of(school_class, rosters)).name, page, alone, school_time)
    classes = (await rosters.roster()).classes.values()
    mine = [one for one in classes if everyone or one.id in actor.own_classes]
    return screens.choose_class(texts, mine, bool(reach_of(actor, Action.PUBLISH_CONSENT)))
