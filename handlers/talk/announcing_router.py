"""`/class` and «Написать классу»: choose, write, look, confirm."""

from secrets import token_hex
from typing import cast

from aiogram import Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.ids import ClassId
from domain.roles.people import Actor
from domain.school.class_names import class_norm
from domain.school.roster import SchoolClass
from domain.talk.announcements import Announcing, Draft, DraftGone
from domain.talk.audiences import Audience, Scope
from domain.talk.wording import Wording
from handlers.kit.screen import Screen
from handlers.kit.show import show
from handlers.talk import announcing_screens as screens
from handlers.talk.announced_screens import status_screen
from handlers.talk.announcing_buttons import (
    AnnounceTo,
    AnnounceToClass,
    DropAnnouncement,
    OpenAnnouncing,
    SendAnnouncement,
)
from handlers.talk.announcing_forms import AnnouncementForm, DraftInForm
from handlers.talk.composing_draft import load, save
from handlers.texts.translator import Texts

router = Router(name="messaging")


@router.message(Command("class", "класс"))
async def write_by_command(
    message: Message, command: CommandObject, actor: Actor, texts: Texts, announcing: Announcing, state: FSMContext
) -> None:
    """`/class текст`, for who may write to several classes also `/class 7А текст`; without a text it is asked for."""
    classes = await announcing.classes(actor)
    chosen, text = _class_and_text(classes, (command.args or "").strip())
    await state.clear()
    if not text or chosen is None:
        await state.update_data(text=text)
        await show(message, _choose(classes, chosen, texts))
        return
    draft = _draft(chosen, Audience.GUARDIANS, text)
    await show(message, await _preview(draft, actor, texts, announcing, state))


@router.callback_query(OpenAnnouncing.filter())
async def choose_class(
    query: CallbackQuery, actor: Actor, texts: Texts, announcing: Announcing, state: FSMContext
) -> None:
    await state.clear()
    await show(query, _choose(await announcing.classes(actor), None, texts))


@router.callback_query(AnnounceToClass.filter())
async def choose_audience(
    query: CallbackQuery, callback_data: AnnounceToClass, actor: Actor, texts: Texts, announcing: Announcing
) -> None:
    chosen = await announcing.class_of(actor, ClassId(callback_data.class_id))
    await show(query, screens.audience_screen(chosen, texts))


@router.callback_query(AnnounceTo.filter())
async def ask_text(
    query: CallbackQuery,
    callback_data: AnnounceTo,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
) -> None:
    """The text may have come with the command already."""
    chosen = await announcing.class_of(actor, ClassId(callback_data.class_id))
    form = await _form(state)
    if form.get("text"):
        draft = _draft(chosen, callback_data.audience, form["text"])
        await show(query, await _preview(draft, actor, texts, announcing, state))
        return
    await state.set_state(AnnouncementForm.text)
    await state.set_data({"class_id": chosen.id, "audience": callback_data.audience.value})
    await show(query, screens.ask_text_screen(chosen, callback_data.audience, texts))


@router.message(StateFilter(AnnouncementForm.text))
async def take_text(message: Message, actor: Actor, texts: Texts, announcing: Announcing, state: FSMContext) -> None:
    form = await _form(state)
    text = (message.text or message.caption or "").strip()
    chosen = await announcing.class_of(actor, ClassId(form["class_id"]))
    draft = _draft(chosen, Audience(form["audience"]), text)
    await show(message, await _preview(draft, actor, texts, announcing, state))


@router.callback_query(SendAnnouncement.filter())
async def send_announcement(
    query: CallbackQuery,
    callback_data: SendAnnouncement,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
) -> None:
    """A second tap shows how the announcement goes, and sends nothing."""
    draft = await load(state)
    if draft is not None and draft.key == callback_data.key and query.message is not None:
        sent = await announcing.send(actor, draft, query.message.message_id)
        await state.clear()
        await show(query, status_screen(sent, texts))
        return
    before = await announcing.sent(actor, callback_data.key)
    if before is None:
        raise DraftGone
    await show(query, status_screen(before, texts), texts("announce-sent-before"))


@router.callback_query(DropAnnouncement.filter())
async def drop_announcement(
    query: CallbackQuery,
    callback_data: DropAnnouncement,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
) -> None:
    before = await announcing.sent(actor, callback_data.key)
    if before is not None:
        await show(query, status_screen(before, texts), texts("announce-sent-before"))
        return
    draft = await load(state)
    if draft is not None and draft.key == callback_data.key:
        await state.clear()
    await show(query, screens.dropped_screen(texts))


async def _preview(draft: Draft, actor: Actor, texts: Texts, announcing: Announcing, state: FSMContext) -> Screen:
    """Keeps the draft until it is confirmed or another takes its place."""
    preview = await announcing.preview(actor, draft)
    await state.set_state(AnnouncementForm.confirming)
    await state.set_data({})
    await save(state, draft)
    return screens.preview_screen(preview, draft.key, texts)


def _choose(classes: list[SchoolClass], chosen: SchoolClass | None, texts: Texts) -> Screen:
    if chosen is None and len(classes) == 1:
        chosen = classes[0]
    return screens.audience_screen(chosen, texts) if chosen else screens.classes_screen(classes, texts)


def _class_and_text(classes: list[SchoolClass], typed: str) -> tuple[SchoolClass | None, str]:
    """A first word that names one of the classes is not a part of the text."""
    first, _, rest = typed.partition(" ")
    named = next((one for one in classes if first and class_norm(one.name) == class_norm(first)), None)
    if named is not None:
        return named, rest.strip()
    return classes[0] if len(classes) == 1 else None, typed


def _draft(chosen: SchoolClass, audience: Audience, text: str) -> Draft:
    return Draft(token_hex(4), Scope.of_class(chosen.id, chosen.name), audience, Wording(text))


async def _form(state: FSMContext) -> DraftInForm:
    return cast(DraftInForm, await state.get_data())
