"""The methods of the Bot API that the local Telegram knows, by their name in lower case."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiogram import methods as api
from aiogram.methods.base import TelegramMethod

from bot.local_telegram.methods import chats, edits, messages, updates


@dataclass(frozen=True, slots=True)
class Method:
    """`run` takes the exchange and the call and gives Telegram's result, at once or awaited."""

    kind: type[TelegramMethod[Any]]
    run: Callable[..., Any]

    @property
    def name(self) -> str:
        return self.kind.__api_method__


KNOWN = [
    Method(api.GetMe, chats.get_me),
    Method(api.GetUpdates, updates.get_updates),
    Method(api.SetWebhook, updates.set_webhook),
    Method(api.DeleteWebhook, updates.delete_webhook),
    Method(api.GetWebhookInfo, updates.get_webhook_info),
    Method(api.SendMessage, messages.send_message),
    Method(api.SendPhoto, messages.send_photo),
    Method(api.SendDocument, messages.send_document),
    Method(api.SendVideo, messages.send_video),
    Method(api.SendAudio, messages.send_audio),
    Method(api.SendVoice, messages.send_voice),
    Method(api.SendVideoNote, messages.send_video_note),
    Method(api.SendMediaGroup, messages.send_media_group),
    Method(api.EditMessageText, edits.edit_message_text),
    Method(api.EditMessageCaption, edits.edit_message_caption),
    Method(api.EditMessageReplyMarkup, edits.edit_message_reply_markup),
    Method(api.DeleteMessage, edits.delete_message),
    Method(api.SetMessageReaction, edits.set_message_reaction),
    Method(api.AnswerCallbackQuery, updates.answer_callback_query),
    Method(api.GetFile, chats.get_file),
    Method(api.SetMyCommands, chats.set_my_commands),
    Method(api.GetMyCommands, chats.get_my_commands),
    Method(api.DeleteMyCommands, chats.delete_my_commands),
    Method(api.SendChatAction, chats.send_chat_action),
    Method(api.GetChat, chats.get_chat),
    Method(api.SetChatMenuButton, chats.set_chat_menu_button),
]
METHODS = {method.name.lower(): method for method in KNOWN}
