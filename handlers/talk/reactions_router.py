"""A reaction under a message of a thread: whoever reacts has read it. «Ознакомлен» is the button's alone."""

from aiogram import Router
from aiogram.types import MessageReactionUpdated

from domain.roles.people import Actor
from domain.talk.talking import Talking

router = Router(name="reactions")


@router.message_reaction()
async def reacted(update: MessageReactionUpdated, actor: Actor, talking: Talking) -> None:
    if update.chat.type == "private" and update.new_reaction:
        await talking.seen(actor, update.message_id)
