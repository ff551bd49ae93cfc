"""sendMessage, the methods that send a file, sendMediaGroup."""

import itertools
from typing import Any

from aiogram.methods import (
    SendAudio,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendVideo,
    SendVideoNote,
    SendVoice,
)
from aiogram.types import ReplyParameters

from bot.local_telegram.calls import Call, Upload, given
from bot.local_telegram.chats import JSON, Chat
from bot.local_telegram.errors import bad_request
from bot.local_telegram.exchange import Exchange
from bot.local_telegram.files import FOLDERS, PHOTO
from bot.local_telegram.texts import caption_text, message_text

ALBUM = range(2, 11)
SPOKEN = {"voice", "video_note"}
TYPES = {
    "photo": "Photo",
    "document": "Document",
    "video": "Video",
    "audio": "Audio",
    "voice": "VoiceNote",
    "video_note": "VideoNote",
}
"""In Telegram's refusals."""
album_ids = itertools.count(13_000_000_000_000_001)


def send_message(exchange: Exchange, call: Call[SendMessage]) -> JSON:
    args = call.args
    chat = exchange.chat_for_bot(args.chat_id)
    text, entities = message_text(args.text, args.parse_mode, args.entities)
    content: JSON = reply(exchange, chat, args.reply_parameters, args.reply_to_message_id)
    content["text"] = text
    if entities:
        content["entities"] = entities
    preview = given(args.link_preview_options)
    if preview is not None:
        content["link_preview_options"] = set_fields(preview)
    exchange.limits.take(chat, length=len(text))
    return posted(exchange, call, chat, content)


def send_photo(exchange: Exchange, call: Call[SendPhoto]) -> JSON:
    return send_file(exchange, call, call.args.photo, PHOTO)


def send_document(exchange: Exchange, call: Call[SendDocument]) -> JSON:
    return send_file(exchange, call, call.args.document, "document")


def send_video(exchange: Exchange, call: Call[SendVideo]) -> JSON:
    return send_file(exchange, call, call.args.video, "video")


def send_audio(exchange: Exchange, call: Call[SendAudio]) -> JSON:
    return send_file(exchange, call, call.args.audio, "audio")


def send_voice(exchange: Exchange, call: Call[SendVoice]) -> JSON:
    return send_file(exchange, call, call.args.voice, "voice")


def send_video_note(exchange: Exchange, call: Call[SendVideoNote]) -> JSON:
    """The one file that has no caption."""
    return send_file(exchange, call, call.args.video_note, "video_note")


def send_file(exchange: Exchange, call: Call[Any], source: Any, kind: str) -> JSON:
    args = call.args
    chat = exchange.chat_for_bot(args.chat_id)
    content = reply(exchange, chat, args.reply_parameters, args.reply_to_message_id)
    content |= file_content(exchange, source, call.uploads, kind)
    if kind != "video_note":
        content |= caption(args.caption, args.parse_mode, args.caption_entities)
    if kind in ("photo", "video") and args.has_spoiler:
        content["has_media_spoiler"] = True
    refuse_unwanted(exchange, chat, content)
    exchange.limits.take(chat, length=len(content.get("caption", "")))
    return posted(exchange, call, chat, content)


def refuse_unwanted(exchange: Exchange, chat: Chat, content: JSON) -> None:
    if chat.private and not exchange.accounts[chat.id].takes_voice and content.keys() & SPOKEN:
        raise bad_request("VOICE_MESSAGES_FORBIDDEN")


def send_media_group(exchange: Exchange, call: Call[SendMediaGroup]) -> list[JSON]:
    args = call.args
    chat = exchange.chat_for_bot(args.chat_id)
    check_album(args.media)
    album = {"media_group_id": str(next(album_ids))}
    quoted = reply(exchange, chat, args.reply_parameters, args.reply_to_message_id)
    contents = [quoted | album | album_item(exchange, item, call.uploads) for item in args.media]
    exchange.limits.take(chat, messages=len(contents))
    return [posted(exchange, call, chat, content) for content in contents]


def check_album(media: list[Any]) -> None:
    """2–10 photos and videos, or documents, or audios."""
    if len(media) not in ALBUM:
        few = "too many" if len(media) >= ALBUM.stop else "too few"
        raise bad_request(f"{few} messages to send as an album")
    kinds = {item.type for item in media}
    if strange := kinds - {"photo", "video", "document", "audio"}:
        raise bad_request(f"this local Telegram takes no {', '.join(sorted(strange))} in an album")
    for alone in ("document", "audio"):
        if alone in kinds and len(kinds) > 1:
            raise bad_request(f"{alone} can't be mixed with other media types")


def album_item(exchange: Exchange, item: Any, uploads: dict[str, Upload]) -> JSON:
    content = file_content(exchange, item.media, uploads, item.type)
    return content | caption(item.caption, item.parse_mode, item.caption_entities)


def posted(exchange: Exchange, call: Call[Any], chat: Chat, content: JSON) -> JSON:
    args = call.args
    post = exchange.post_from_bot(
        chat,
        content,
        call.markup,
        notify=not args.disable_notification,
        protected=bool(given(args.protect_content)),
    )
    return post.payload


def caption(text: str | None, parse_mode: Any, entities: Any) -> JSON:
    plain, found = caption_text(text, parse_mode, entities)
    content: JSON = {}
    if plain:
        content["caption"] = plain
    if found:
        content["caption_entities"] = found
    return content


def reply(exchange: Exchange, chat: Chat, parameters: ReplyParameters | None, message_id: int | None) -> JSON:
    """What the message answers to; refused when that is gone, unless the bot says that it does not mind."""
    wanted = parameters.message_id if parameters is not None else message_id
    if wanted is None:
        return {}
    quoted = exchange.quoted(chat, wanted)
    lenient = parameters is not None and given(parameters.allow_sending_without_reply)
    if not quoted and not lenient:
        raise bad_request("message to be replied not found")
    return quoted


def takes_caption(payload: JSON) -> bool:
    return any(kind in payload for kind in FOLDERS if kind != "video_note")


def file_content(exchange: Exchange, source: Any, uploads: dict[str, Upload], kind: str) -> JSON:
    """A file that came with the call (attach://name), or one that Telegram already has (its file_id).

    One that it has stays what it is: a voice message sent as a document is a voice message. Photos are a world apart.
    """
    name = str(source)
    if name.startswith("attach://"):
        upload = uploads.get(name.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"can't find file {name} in the request")
        return exchange.upload(upload, kind)
    if name.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = exchange.files.get(name)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if (kind == PHOTO) != (stored.kind == PHOTO):
        raise bad_request(f"can't use file of type {TYPES[stored.kind]} as {TYPES[kind]}")
    return stored.as_part()


def set_fields(options: Any) -> JSON:
    """Only what was given: aiogram's defaults are not part of the answer."""
    kept: JSON = options.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    return kept
