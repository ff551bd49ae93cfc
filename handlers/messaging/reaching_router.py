"""Who stops the bot, and who comes back (`my_chat_member`); for strangers nothing happens."""

from aiogram import F, Router
from aiogram.filters import JOIN_TRANSITION, LEAVE_TRANSITION, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated

from domain.messaging.reaching import Reaching

router = Router(name="reaching")
router.my_chat_member.filter(F.chat.type == "private")


@router.my_chat_member(ChatMemberUpdatedFilter(JOIN_TRANSITION))
async def came_back(update: ChatMemberUpdated, reaching: Reaching) -> None:
    await reaching.back(update.from_user.id)


@router.my_chat_member(ChatMemberUpdatedFilter(LEAVE_TRANSITION))
async def went_away(update: ChatMemberUpdated, reaching: Reaching) -> None:
    await reaching.gone(update.from_user.id, "bot was blocked by the user")
