"""An announcement in the hands of its reader: opened from a reminder, acknowledged, answered to its sender alone."""

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clock import SchoolTime
from domain.ids import AnnouncementId
from domain.roles.people import Actor
from domain.talk.acknowledging import Acknowledging
from domain.talk.letters import AnnouncementLetter
from domain.talk.polling import Polling
from domain.talk.talking import Talking
from handlers.kit.files import show_files
from handlers.kit.show import close, send, show
from handlers.kit.writing import writing_of
from handlers.talk import announced_screens as screens
from handlers.talk.announced_buttons import Acknowledge, AcknowledgeInDigest, AnswerAnnouncement, OpenAnnouncement
from handlers.talk.thread_forms import TalkForm, Target
from handlers.talk.thread_sending import Post
from handlers.texts.translator import Markup, Texts

router = Router(name="reading")
replies = Router(name="answers to announcements")


class RepliesToAnnouncement(Filter):
    """An answer, by Telegram's reply, to an announcement; a command is none."""

    async def __call__(
        self, message: Message, actor: Actor, acknowledging: Acknowledging
    ) -> bool | dict[str, AnnouncementLetter]:
        replied = message.reply_to_message
        if replied is None or (message.text or "").startswith("/"):
            return False
        letter = await acknowledging.letter_at(actor, replied.message_id)
        return {"letter": letter} if letter is not None else False


@replies.message(RepliesToAnnouncement())
async def reply(
    message: Message,
    letter: AnnouncementLetter,
    actor: Actor,
    texts: Texts,
    talking: Talking,
    state: FSMContext,
    school_time: SchoolTime,
) -> None:
    """Whatever form the person is in goes on."""
    post = Post(talking, texts, state, school_time)
    screen, _ = await post.send(actor, Target(announcement=letter.id), await writing_of(message))
    await show(message, screen)


@router.callback_query(AnswerAnnouncement.filter())
async def ask_answer(
    query: CallbackQuery,
    callback_data: AnswerAnnouncement,
    actor: Actor,
    texts: Texts,
    acknowledging: Acknowledging,
    state: FSMContext,
) -> None:
    """Below the announcement, which stays."""
    letter = await acknowledging.letter(actor, AnnouncementId(callback_data.announcement))
    await state.set_state(TalkForm.text)
    await state.set_data(dict(Target(announcement=letter.id)))
    await send(query, screens.answering_screen(letter, texts))


@router.callback_query(OpenAnnouncement.filter())
async def open_announcement(
    query: CallbackQuery,
    callback_data: OpenAnnouncement,
    bot: Bot,
    actor: Actor,
    texts: Texts,
    acknowledging: Acknowledging,
    polling: Polling,
) -> None:
    """Its files below: the message that it took the place of brought none."""
    letter = await acknowledging.letter(actor, AnnouncementId(callback_data.announcement))
    poll = await polling.carried(actor, letter)
    await show(query, screens.letter_screen(letter, actor.person, texts, poll))
    if letter.files and query.message is not None:
        await show_files(bot, query.message.chat.id, letter.files)


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
