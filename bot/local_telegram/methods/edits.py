"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage, setMessageReaction."""

from typing import Any

from aiogram.methods import (
    DeleteMessage,
    EditMessageCaption,
    EditMessageReplyMarkup,
    EditMessageText,
    SetMessageReaction,
)

from bot.local_telegram.calls import Call, given
from bot.local_telegram.chats import JSON, Chat, Post
from bot.local_telegram.errors import bad_request
from bot.local_telegram.exchange import Exchange
from bot.local_telegram.methods.messages import caption, set_fields, takes_caption
from bot.local_telegram.texts import message_text

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
DELETABLE = 48 * 3600
"""Seconds by the clock of messages."""
REACTION_ROWS = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥",
    "🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨",
    "🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡",
)
REACTIONS = frozenset(emoji for row in REACTION_ROWS for emoji in row.split())


def edit_message_text(exchange: Exchange, call: Call[EditMessageText]) -> JSON:
    args = call.args
    if args.rich_message is not None:
        raise bad_request("this local Telegram has no rich messages")
    chat, post = editable(exchange, args)
    if "text" not in post.payload:
        raise bad_request("there is no text in the message to edit")
    text, entities = message_text(args.text, args.parse_mode, args.entities)
    content: JSON = {"text": text}
    if entities:
        content["entities"] = entities
    preview = given(args.link_preview_options)
    if preview is not None:
        content["link_preview_options"] = set_fields(preview)
    return changed(exchange, call, chat, post, ("text", "entities", "link_preview_options"), content)


def edit_message_caption(exchange: Exchange, call: Call[EditMessageCaption]) -> JSON:
    args = call.args
    chat, post = editable(exchange, args)
    if not takes_caption(post.payload):
        raise bad_request("there is no caption in the message to edit")
    content = caption(args.caption, args.parse_mode, args.caption_entities)
    return changed(exchange, call, chat, post, ("caption", "caption_entities"), content)


def edit_message_reply_markup(exchange: Exchange, call: Call[EditMessageReplyMarkup]) -> JSON:
    chat, post = editable(exchange, call.args)
    return changed(exchange, call, chat, post, (), {})


def editable(exchange: Exchange, args: Any) -> tuple[Chat, Post]:
    """The message that a call names; only the bot's own can be edited."""
    if args.inline_message_id is not None:
        raise bad_request("MESSAGE_ID_INVALID")
    if args.chat_id is None:
        raise bad_request("chat_id is empty")
    if args.message_id is None:
        raise bad_request("message identifier is not specified")
    chat = exchange.chat_for_bot(args.chat_id)
    post = chat.posts.get(args.message_id)
    if post is None:
        raise bad_request("message to edit not found")
    if post.author != exchange.bot_id or (post.keyboard is not None and "keyboard" in post.keyboard):
        raise bad_request("message can't be edited")
    return chat, post


def changed(
    exchange: Exchange, call: Call[Any], chat: Chat, post: Post, replaced: tuple[str, ...], content: JSON
) -> JSON:
    """Puts the new content and keyboard in place; no keyboard in the call removes the one that was there."""
    if call.markup.reply is not None:
        raise bad_request("inline keyboard expected")
    before = {name: post.payload[name] for name in replaced if name in post.payload}
    if before == content and post.inline_keyboard == call.markup.inline:
        raise bad_request(NOT_MODIFIED)
    exchange.limits.take_edit(chat)
    payload = {
        name: value for name, value in post.payload.items() if name not in (*replaced, "reply_markup", "edit_date")
    }
    payload |= {**content, "edit_date": exchange.unix_now()}
    if call.markup.inline is not None:
        payload["reply_markup"] = call.markup.inline
    post.payload = payload
    exchange.mark_edited(chat, post)
    return payload


def delete_message(exchange: Exchange, call: Call[DeleteMessage]) -> bool:
    chat = exchange.chat_for_bot(call.args.chat_id)
    post = chat.posts.get(call.args.message_id)
    if post is None:
        raise bad_request("message to delete not found")
    if not chat.private and post.author != exchange.bot_id:
        raise bad_request("message can't be deleted")
    if exchange.unix_now() - post.payload["date"] > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    exchange.remove(chat, post)
    return True


def set_message_reaction(exchange: Exchange, call: Call[SetMessageReaction]) -> bool:
    chat = exchange.chat_for_bot(call.args.chat_id)
    post = chat.posts.get(call.args.message_id)
    if post is None:
        raise bad_request("message to react not found")
    reactions = [reaction.model_dump(mode="json", exclude_none=True) for reaction in call.args.reaction or ()]
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(reaction["type"] != "emoji" or reaction["emoji"] not in REACTIONS for reaction in reactions):
        raise bad_request("REACTION_INVALID")
    post.reactions = reactions
    exchange.show_reactions(chat, post)
    return True
