"""Telegram's own ways of answering: its reply, its edit, more of an album; and text that nobody asked for."""

import asyncio
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from domain.clock import SchoolTime
from domain.roles.people import Actor
from domain.talk.talking import Talking
from domain.talk.thread_ports import Place
from domain.talk.threads import TalkCard
from handlers.kit.show import show
from handlers.kit.writing import writing_of
from handlers.talk import thread_screens as screens
from handlers.talk.thread_forms import in_thread, keep
from handlers.talk.thread_sending import Post
from handlers.texts.translator import Texts

router = Router(name="replies")
unasked = Router(name="unasked")
WAITS = (0.02, 0.1, 0.5, 1, 2, 0)
"""Seconds until it is written down as which message something has arrived: an answer may be quicker."""


class RepliesInThread(Filter):
    """An answer, by Telegram's reply, to a message of a thread; a command is none."""

    async def __call__(self, message: Message, actor: Actor, talking: Talking) -> bool | dict[str, Any]:
        replied = message.reply_to_message
        if replied is None or (message.text or "").startswith("/"):
            return False
        for pause in WAITS:
            arriving = await talking.on_its_way(actor)
            place = await talking.place_at(actor, replied.message_id)
            if place is not None or not arriving:
                break
            await asyncio.sleep(pause)
        return {"place": place} if place is not None else False


class MoreOfAlbum(Filter):
    """A further picture of an album whose first went into a thread."""

    async def __call__(self, message: Message, actor: Actor, talking: Talking) -> bool:
        album = message.media_group_id
        return album is not None and await talking.began_album(actor, album)


class WroteInThread(Filter):
    """An edit of a message that went into a thread."""

    async def __call__(self, message: Message, actor: Actor | None, talking: Talking) -> bool:
        private = message.chat.type == "private"
        return actor is not None and private and await talking.wrote(actor, message.message_id)


class AfterTalk(Filter):
    """What came last was a message of a thread, within a day."""

    async def __call__(self, message: Message, actor: Actor, talking: Talking) -> bool | dict[str, Any]:
        if (message.text or "").startswith("/"):
            return False
        heard = await talking.heard_last(actor)
        return {"heard": heard} if heard is not None else False


@router.message(MoreOfAlbum())
async def more_of_album(message: Message, actor: Actor, talking: Talking) -> None:
    """The first picture was answered with a receipt already."""
    await talking.join(actor, await writing_of(message))


@router.message(RepliesInThread())
async def reply(
    message: Message,
    place: Place,
    actor: Actor,
    texts: Texts,
    talking: Talking,
    state: FSMContext,
    school_time: SchoolTime,
) -> None:
    """Whatever form the person is in goes on."""
    target = in_thread(place.thread, place.message)
    writing = await writing_of(message)
    screen, _ = await Post(talking, texts, state, school_time).send(actor, target, writing)
    await show(message, screen)


@router.edited_message(WroteInThread())
async def reword(message: Message, actor: Actor, texts: Texts, talking: Talking) -> None:
    if await talking.reword(actor, message.message_id, await writing_of(message)) is not None:
        await show(message, screens.reworded_screen(texts))


@unasked.message(AfterTalk())
async def offer_to_answer(message: Message, heard: TalkCard, actor: Actor, texts: Texts, state: FSMContext) -> None:
    """Nothing goes to anybody unasked: one tap says that it is the answer."""
    await keep(state, in_thread(heard.head.id, heard.spoken.id), await writing_of(message))
    await show(message, screens.unasked_screen(heard, texts))
