"""What its sender does with an announcement that was sent: looks how it goes, reminds, corrects."""

from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.ids import AnnouncementId
from domain.roles.people import Actor
from domain.talk.following import Following
from domain.talk.gates import HoldAsked
from domain.talk.wording import Wording
from handlers.kit.show import close, send, send_file, show
from handlers.kit.writing import writing_of
from handlers.talk import announced_screens as screens
from handlers.talk.announced_buttons import (
    CorrectAnnouncement,
    CorrectHeld,
    RemindSilent,
    ShowAnnouncement,
    ShowSilent,
    ShowUnreached,
    TakeSilent,
)
from handlers.talk.announced_forms import FollowingForm
from handlers.talk.announced_sheet import silent_book
from handlers.talk.gate_screens import held
from handlers.texts.translator import Texts

router = Router(name="announced")


@router.callback_query(ShowAnnouncement.filter())
async def show_announcement(
    query: CallbackQuery,
    callback_data: ShowAnnouncement,
    actor: Actor,
    texts: Texts,
    following: Following,
    state: FSMContext,
) -> None:
    if await state.get_state() == FollowingForm.correcting.state:
        await state.clear()
    shown = await following.state(actor, AnnouncementId(callback_data.announcement))
    await show(query, screens.status_screen(shown, texts))


@router.callback_query(ShowUnreached.filter())
async def show_unreached(
    query: CallbackQuery, callback_data: ShowUnreached, actor: Actor, texts: Texts, following: Following
) -> None:
    """As a new message: the live line above goes on counting, and would take its place."""
    people = await following.unreached(actor, AnnouncementId(callback_data.announcement))
    await send(query, screens.unreached_screen(people, texts))


@router.callback_query(ShowSilent.filter())
async def show_silent(
    query: CallbackQuery, callback_data: ShowSilent, actor: Actor, texts: Texts, following: Following
) -> None:
    announcement = AnnouncementId(callback_data.announcement)
    people, shown = await following.silent(actor, announcement), await following.state(actor, announcement)
    taken = following.may_take_out(actor, shown)
    screen = screens.silent_screen(shown, people, callback_data.page, texts, may_take_out=taken)
    await (send(query, screen) if callback_data.below else show(query, screen))


@router.callback_query(TakeSilent.filter())
async def take_silent(
    query: CallbackQuery, callback_data: TakeSilent, actor: Actor, texts: Texts, following: Following
) -> None:
    people = await following.take_out(actor, AnnouncementId(callback_data.announcement))
    await close(query, None)
    name = f"ne-oznakomilis-{callback_data.announcement}-{_today(following):%Y-%m-%d}.xlsx"
    await send_file(query, silent_book(texts, people), name, texts("announce-silent-file", n=len(people)))


@router.callback_query(RemindSilent.filter())
async def remind_silent(
    query: CallbackQuery, callback_data: RemindSilent, actor: Actor, following: Following, texts: Texts
) -> None:
    """The screen stays: of the live line and of the list both, a tap says only that it was done."""
    await following.remind(actor, AnnouncementId(callback_data.announcement))
    await close(query, texts("announce-reminded"))


@router.callback_query(CorrectAnnouncement.filter())
async def ask_correction(
    query: CallbackQuery,
    callback_data: CorrectAnnouncement,
    actor: Actor,
    texts: Texts,
    following: Following,
    state: FSMContext,
) -> None:
    shown = await following.changeable(actor, AnnouncementId(callback_data.announcement))
    await state.clear()
    await state.set_state(FollowingForm.correcting)
    await state.set_data({"announcement": callback_data.announcement})
    await send(query, screens.correcting_screen(shown, texts))


@router.message(StateFilter(FollowingForm.correcting))
async def take_correction(
    message: Message, actor: Actor, texts: Texts, following: Following, state: FSMContext
) -> None:
    """What is refused leaves the form open: the next message is taken in its place."""
    announcement = AnnouncementId((await state.get_data())["announcement"])
    wording = (await writing_of(message)).wording
    try:
        shown = await following.correct(actor, announcement, wording)
    except HoldAsked as asked:
        await state.update_data({"text": wording.text, "entities": wording.kept()})
        again = CorrectAnnouncement(announcement=announcement)
        await show(message, held(texts, asked, CorrectHeld(announcement=announcement), again))
        return
    await state.clear()
    await show(message, screens.corrected_screen(shown, texts))


@router.callback_query(CorrectHeld.filter())
async def correct_held(
    query: CallbackQuery,
    callback_data: CorrectHeld,
    actor: Actor,
    texts: Texts,
    following: Following,
    state: FSMContext,
) -> None:
    """Only what waits in the form, and only for the announcement that it was written for."""
    form = await state.get_data()
    if form.get("announcement") != callback_data.announcement or "text" not in form:
        await close(query, texts("announce-correct-gone"))
        return
    wording = Wording.of(form["text"], form["entities"])
    shown = await following.correct(actor, AnnouncementId(callback_data.announcement), wording, held_is_fine=True)
    await state.clear()
    await show(query, screens.corrected_screen(shown, texts))


def _today(following: Following) -> date:
    return following.time.today()
