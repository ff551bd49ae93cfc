"""What follows an announcement: its live line, whom it does not reach, «Ознакомлен»."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ids import AnnouncementId
from domain.roles.people import Actor
from domain.talk.acknowledging import Acknowledging
from handlers.kit.show import close, send, show
from handlers.talk import announced_screens as screens
from handlers.talk.announced_buttons import Acknowledge, AcknowledgeInDigest, ShowAnnouncement, ShowUnreached
from handlers.texts.translator import Texts

router = Router(name="announced")


@router.callback_query(ShowAnnouncement.filter())
async def show_announcement(
    query: CallbackQuery, callback_data: ShowAnnouncement, actor: Actor, texts: Texts, acknowledging: Acknowledging
) -> None:
    state = await acknowledging.state(actor, AnnouncementId(callback_data.announcement))
    await show(query, screens.status_screen(state, texts))


@router.callback_query(ShowUnreached.filter())
async def show_unreached(
    query: CallbackQuery, callback_data: ShowUnreached, actor: Actor, texts: Texts, acknowledging: Acknowledging
) -> None:
    """As a new message: the live line above goes on counting, and would take its place."""
    people = await acknowledging.unreached(actor, AnnouncementId(callback_data.announcement))
    await send(query, screens.unreached_screen(people, texts))


@router.callback_query(Acknowledge.filter())
async def acknowledge(
    query: CallbackQuery, callback_data: Acknowledge, actor: Actor, texts: Texts, acknowledging: Acknowledging
) -> None:
    letter = await acknowledging.acknowledge(actor, AnnouncementId(callback_data.announcement))
    await show(query, screens.letter_screen(letter, actor.person, texts), texts("announcement-thanks"))


@router.callback_query(AcknowledgeInDigest.filter())
async def acknowledge_in_digest(
    query: CallbackQuery, callback_data: AcknowledgeInDigest, actor: Actor, texts: Texts, acknowledging: Acknowledging
) -> None:
    await acknowledging.acknowledge(actor, AnnouncementId(callback_data.announcement))
    await close(query, texts("announcement-thanks"))
