"""Under the preview: what is asked, until when, at what moment, how urgently; sent, dropped, taken back."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.clock import SchoolTime
from domain.errors import NotFound
from domain.ids import AnnouncementId
from domain.roles.people import Actor
from domain.talk.announcements import Announcing, DraftGone
from domain.talk.gates import HoldAsked
from handlers.kit.days import day_of
from handlers.kit.show import close, send, show
from handlers.talk import announcing_control_screens as screens
from handlers.talk.announced_screens import status_screen
from handlers.talk.announcing_buttons import (
    AskReaders,
    BackToControl,
    ChooseClosing,
    ChooseMoment,
    CloseOn,
    DropAnnouncement,
    LookAtDraft,
    MakeUrgent,
    OnlyLook,
    OpenMine,
    Reword,
    SendAnnouncement,
    SendAt,
    TakeBack,
)
from handlers.talk.announcing_control import control_of, draft_of, show_control
from handlers.talk.announcing_forms import AnnouncementForm
from handlers.talk.announcing_preview import show_as_received
from handlers.talk.composing_draft import load
from handlers.talk.gate_screens import held
from handlers.texts.translator import Texts

router = Router(name="announcing-control")


@router.callback_query(BackToControl.filter())
async def back_to_control(
    query: CallbackQuery,
    callback_data: BackToControl,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
) -> None:
    await show_control(query, await draft_of(state, callback_data.key), actor, texts, announcing, state)


@router.callback_query(AskReaders.filter())
async def ask_readers(
    query: CallbackQuery,
    callback_data: AskReaders,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
) -> None:
    """Without «ознакомлен» there is nothing that ends."""
    draft = await draft_of(state, callback_data.key)
    draft = replace(draft, asks=callback_data.on, close_on=draft.close_on if callback_data.on else None)
    await show_control(query, draft, actor, texts, announcing, state)


@router.callback_query(ChooseClosing.filter())
async def choose_closing(
    query: CallbackQuery,
    callback_data: ChooseClosing,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    preview = await announcing.preview(actor, await draft_of(state, callback_data.key))
    await show(query, screens.closing_screen(preview, school_time.today(), texts))


@router.callback_query(CloseOn.filter())
async def close_on(
    query: CallbackQuery, callback_data: CloseOn, actor: Actor, texts: Texts, announcing: Announcing, state: FSMContext
) -> None:
    day = day_of(callback_data.day) if callback_data.day else None
    draft = replace(await draft_of(state, callback_data.key), asks=True, close_on=day)
    await show_control(query, draft, actor, texts, announcing, state)


@router.callback_query(ChooseMoment.filter())
async def choose_moment(
    query: CallbackQuery, callback_data: ChooseMoment, texts: Texts, school_time: SchoolTime, state: FSMContext
) -> None:
    """By a button, or typed."""
    draft = await draft_of(state, callback_data.key)
    await state.set_state(AnnouncementForm.moment)
    await show(query, screens.moment_screen(draft.key, school_time.local(), texts))


@router.callback_query(SendAt.filter())
async def send_at(
    query: CallbackQuery,
    callback_data: SendAt,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    school_time: SchoolTime,
    state: FSMContext,
) -> None:
    at = _moment(callback_data.at) if callback_data.at else None
    instant = school_time.instant(at.date(), at.time()) if at else None
    draft = replace(await draft_of(state, callback_data.key), send_at=instant, urgent=False)
    await show_control(query, draft, actor, texts, announcing, state)


@router.callback_query(MakeUrgent.filter())
async def make_urgent(
    query: CallbackQuery,
    callback_data: MakeUrgent,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
) -> None:
    """It is asked once more before it rings at any hour."""
    draft = await draft_of(state, callback_data.key)
    urgent = replace(draft, urgent=callback_data.on, send_at=None)
    if callback_data.on and not callback_data.sure:
        await announcing.preview(actor, urgent)
        await show(query, screens.urgent_screen(draft.key, texts))
        return
    await show_control(query, urgent, actor, texts, announcing, state)


@router.callback_query(Reword.filter())
async def reword(query: CallbackQuery, callback_data: Reword, texts: Texts, state: FSMContext) -> None:
    draft = await draft_of(state, callback_data.key)
    await state.set_state(AnnouncementForm.text)
    await show(query, screens.reword_screen(draft, texts))


@router.callback_query(LookAtDraft.filter())
async def look_at_draft(
    query: CallbackQuery,
    callback_data: LookAtDraft,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
) -> None:
    """Below, with the screen once more under it."""
    draft = await draft_of(state, callback_data.key)
    preview = await announcing.preview(actor, draft)
    if query.message is not None:
        await show_as_received(query.message, preview, actor, announcing.time.local(), texts)
    await send(query, await control_of(draft, actor, texts, announcing))


@router.callback_query(OnlyLook.filter())
async def only_look(query: CallbackQuery, texts: Texts) -> None:
    await close(query, texts("compose-only-look"))


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
    before = await announcing.sent(actor, callback_data.key)
    if before is not None:
        await show(query, status_screen(before, texts), texts("compose-sent-before"))
        return
    draft = await draft_of(state, callback_data.key)
    if query.message is None:
        raise DraftGone
    try:
        sent = await announcing.send(actor, draft, query.message.message_id, held_is_fine=callback_data.sure)
    except HoldAsked as asked:
        anyway, change = SendAnnouncement(key=draft.key, sure=True), Reword(key=draft.key)
        await show(query, held(texts, asked, anyway, change))
        return
    await state.clear()
    await show(query, status_screen(sent, texts))


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
        await show(query, status_screen(before, texts), texts("compose-sent-before"))
        return
    draft = await load(state)
    if draft is not None and draft.key == callback_data.key:
        await state.clear()
    await show(query, screens.dropped_screen(texts))


@router.callback_query(TakeBack.filter())
async def take_back(
    query: CallbackQuery, callback_data: TakeBack, actor: Actor, texts: Texts, announcing: Announcing
) -> None:
    state = await announcing.take_back(actor, AnnouncementId(callback_data.announcement))
    await show(query, screens.taken_back_screen(state, texts))


@router.callback_query(OpenMine.filter())
async def open_mine(query: CallbackQuery, actor: Actor, texts: Texts, announcing: Announcing) -> None:
    await show(query, screens.mine_screen(await announcing.mine(actor), texts))


def _moment(said: str) -> datetime:
    """Raises `NotFound` for what is no moment: buttons are a stranger's until they are checked."""
    try:
        return datetime.strptime(said, "%y%m%d%H%M")  # noqa: DTZ007
    except ValueError:
        raise NotFound from None
