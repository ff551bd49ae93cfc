"""An announcement in the hands of its reader: opened from a reminder, acknowledged."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ids import AnnouncementId
from domain.roles.people import Actor
from domain.talk.acknowledging import Acknowledging
from domain.talk.letters import AnnouncementLetter
from domain.talk.polling import Polling
from handlers.kit.show import close, show
from handlers.talk import announced_screens as screens
from handlers.talk.announced_buttons import Acknowledge, AcknowledgeInDigest, OpenAnnouncement
from handlers.texts.translator import Markup, Texts

router = Router(name="reading")


@router.callback_query(OpenAnnouncement.filter())
async def open_announcement(
    query: CallbackQuery,
    callback_data: OpenAnnouncement,
    actor: Actor,
    texts: Texts,
    acknowledging: Acknowledging,
    polling: Polling,
) -> None:
    letter = await acknowledging.letter(actor, AnnouncementId(callback_data.announcement))
    poll = await polling.carried(actor, letter)
    await show(query, screens.letter_screen(letter, actor.person, texts, poll))


@router.callback_query(Acknowledge.filter())
async def acknowledge(
    query: CallbackQuery,
    callback_data: Acknowledge,
    actor: Actor,
    texts: Texts,
    acknowledging: Acknowledging,
    polling: Polling,
) -> None:
    letter = await acknowledging.acknowledge(actor, AnnouncementId(callback_data.announcement))
    poll = await polling.carried(actor, letter)
    await show(query, screens.letter_screen(letter, actor.person, texts, poll), _said(letter, actor, texts))


@router.callback_query(AcknowledgeInDigest.filter())
async def acknowledge_in_digest(
    query: CallbackQuery, callback_data: AcknowledgeInDigest, actor: Actor, texts: Texts, acknowledging: Acknowledging
) -> None:
    letter = await acknowledging.acknowledge(actor, AnnouncementId(callback_data.announcement))
    await close(query, _said(letter, actor, texts))


def _said(letter: AnnouncementLetter, actor: Actor, texts: Texts) -> Markup:
    return texts("announcement-thanks" if actor.person in letter.acknowledged else "announcement-closed")
