"""The draft as its sender looks at it: the preview as it will be received, the screen with what can be chosen."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.roles.people import Actor
from domain.talk.announcements import Announcing, Draft, DraftGone
from handlers.kit.screen import Screen
from handlers.kit.show import put, show
from handlers.talk.announcing_control_screens import Terms, control_screen
from handlers.talk.announcing_forms import ALBUM, AnnouncementForm
from handlers.talk.announcing_preview import show_as_received
from handlers.talk.composing_draft import load, save
from handlers.texts.translator import Texts


async def draft_of(state: FSMContext, key: str) -> Draft:
    """Raises `DraftGone` where the screen that was tapped shows another one than waits."""
    draft = await load(state)
    if draft is None or draft.key != key:
        raise DraftGone
    return draft


async def control_of(draft: Draft, actor: Actor, texts: Texts, announcing: Announcing) -> Screen:
    """Raises what is wrong with the draft."""
    preview = await announcing.preview(actor, draft)
    return control_screen(preview, Terms(announcing.grace, announcing.may_be_urgent(actor)), texts)


async def show_control(
    event: Message | CallbackQuery, draft: Draft, actor: Actor, texts: Texts, announcing: Announcing, state: FSMContext
) -> None:
    """After a choice: the draft is kept as it is now, once nothing is wrong with it, and waits to be sent."""
    screen = await control_of(draft, actor, texts, announcing)
    await state.set_state(AnnouncementForm.confirming)
    await save(state, draft)
    await show(event, screen)


async def show_draft(
    message: Message,
    draft: Draft,
    actor: Actor,
    texts: Texts,
    announcing: Announcing,
    state: FSMContext,
    album: str | None = None,
) -> None:
    """What was just written: as it will be received, and below it what can be chosen.

    Of an album the first picture is here so far: it is looked at by a button, when all have come.
    """
    preview = await announcing.preview(actor, draft)
    await state.set_state(AnnouncementForm.confirming)
    await state.set_data({})
    await save(state, draft)
    if album is None:
        await show_as_received(message, preview, actor, announcing.time.local(), texts)
    number = await put(message, await control_of(draft, actor, texts, announcing))
    if album is not None:
        await state.update_data({ALBUM: [album, number]})
