"""From Telegram's message to what is carried on."""

from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.types import Message

from domain.errors import Refused
from domain.talk.wording import Attachment, Entity, FileKind, Style, Wording
from handlers.kit.writing import (
    ContactNotPassed,
    PlaceNotPassed,
    PollNotPassed,
    StickerNotPassed,
    WritingNotPassed,
    WritingTooLong,
    is_web,
    writing_of,
)

WHEN = int(datetime(2026, 11, 24, 9, tzinfo=UTC).timestamp())
FILE = {"file_id": "AgAD1", "file_unique_id": "u1"}
SIZED = {**FILE, "width": 9, "height": 9}
LONG = {**SIZED, "duration": 3}


def message(**content: Any) -> Message:
    return Message.model_validate(
        {"message_id": 7, "date": WHEN, "chat": {"id": 1201, "type": "private", "first_name": "А"}, **content}
    )


async def test_words_come_with_their_formatting() -> None:
    wanted = Entity(Style.BOLD, 0, 3), Entity(Style.LINK, 4, 3, "https://example.org")
    entities = [
        {"type": "bold", "offset": 0, "length": 3},
        {"type": "text_link", "offset": 4, "length": 3, "url": "https://example.org"},
    ]
    writing = await writing_of(message(text="Для вас", entities=entities))
    assert (writing.wording, writing.account_message, writing.files) == (Wording("Для вас", wanted), 7, ())


async def test_accounts_and_foreign_protocols_are_left_out_of_the_formatting() -> None:
    entities = [
        {"type": "text_mention", "offset": 0, "length": 3, "user": {"id": 5, "is_bot": False, "first_name": "Ж"}},
        {"type": "mention", "offset": 4, "length": 3},
        {"type": "text_link", "offset": 0, "length": 3, "url": "tg://user?id=5"},
        {"type": "text_link", "offset": 0, "length": 3, "url": "javascript:alert(1)"},
        {"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "1"},
        {"type": "expandable_blockquote", "offset": 0, "length": 3},
    ]
    writing = await writing_of(message(text="Она @ab", entities=entities))
    assert writing.wording.entities == (Entity(Style.BLOCKQUOTE, 0, 3),)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1", True),
        ("http://example.org", True),
        ("https://school.example@evil.example", False),
        ("https://", False),
        ("https://[", False),
        ("ftp://example.org", False),
        ("https://example.org/" + "a" * 2000, False),
        (None, False),
    ],
)
def test_links_lead_to_the_web_alone(url: str | None, kept: bool) -> None:
    assert is_web(url) is kept


@pytest.mark.parametrize(
    ("content", "kind", "name"),
    [
        ({"photo": [{**SIZED, "file_id": "small"}, SIZED]}, FileKind.PHOTO, None),
        ({"document": {**FILE, "file_name": "справка.pdf"}}, FileKind.DOCUMENT, "справка.pdf"),
        ({"video": {**LONG, "file_name": "урок.mp4"}}, FileKind.VIDEO, "урок.mp4"),
        ({"audio": {**FILE, "duration": 3, "title": "Гимн"}}, FileKind.AUDIO, "Гимн"),
        ({"voice": {**FILE, "duration": 3}}, FileKind.VOICE, None),
        ({"video_note": {**FILE, "duration": 3, "length": 240}}, FileKind.VIDEO_NOTE, None),
        ({"animation": LONG, "document": FILE}, FileKind.DOCUMENT, None),
    ],
)
async def test_a_file_is_known_by_telegrams_name(content: dict[str, Any], kind: FileKind, name: str | None) -> None:
    writing = await writing_of(message(caption="Вот", media_group_id="13", **content))
    assert writing.files == (Attachment(kind, "AgAD1", name, 7),)
    assert (writing.wording.text, writing.album) == ("Вот", "13")


async def test_a_caption_keeps_its_formatting() -> None:
    entities = [{"type": "italic", "offset": 0, "length": 3}]
    writing = await writing_of(message(photo=[SIZED], caption="Вот", caption_entities=entities))
    assert writing.wording == Wording("Вот", (Entity(Style.ITALIC, 0, 3),))


CONTACT = {"phone_number": "+70000000000", "first_name": "А"}
POINT = {"latitude": 55.0, "longitude": 37.0}
STICKER = {**SIZED, "type": "regular", "is_animated": False, "is_video": False}
ASKED = {
    "id": "1",
    "question": "?",
    "options": [],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "members_only": False,
}


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        ({"contact": CONTACT}, ContactNotPassed),
        ({"location": POINT}, PlaceNotPassed),
        ({"location": POINT, "venue": {"location": POINT, "title": "Т", "address": "А"}}, PlaceNotPassed),
        ({"sticker": STICKER}, StickerNotPassed),
        ({"dice": {"emoji": "🎲", "value": 4}}, StickerNotPassed),
        (
            {"poll": {**ASKED, "type": "regular", "allows_multiple_answers": False, "allows_revoting": False}},
            PollNotPassed,
        ),
        ({"story": {"chat": {"id": 5, "type": "private"}, "id": 1}}, WritingNotPassed),
        ({"new_chat_title": "Т"}, WritingNotPassed),
        ({"text": "а" * 4097}, WritingTooLong),
        ({"voice": {**FILE, "file_id": "A" * 201, "duration": 1}}, WritingNotPassed),
    ],
)
async def test_what_is_not_carried_on_is_refused(content: dict[str, Any], refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        await writing_of(message(**content))


@pytest.mark.parametrize(
    "origin",
    [
        {"type": "user", "date": WHEN, "sender_user": {"id": 5, "is_bot": False, "first_name": "Жанна"}},
        {"type": "hidden_user", "date": WHEN, "sender_user_name": "Жанна"},
    ],
)
async def test_a_forward_is_the_writers_own_words_without_anyones_name(origin: dict[str, Any]) -> None:
    writing = await writing_of(message(text="Переслано", forward_origin=origin))
    assert writing.wording == Wording("Переслано")
    assert "Жанна" not in repr(writing)


async def test_characters_that_a_database_refuses_become_spaces_and_nothing_moves() -> None:
    entities = [{"type": "bold", "offset": 2, "length": 1}]
    writing = await writing_of(message(text="а\x00б\u202e", entities=entities))
    assert writing.wording == Wording("а б ", (Entity(Style.BOLD, 2, 1),))


async def test_of_a_long_file_name_the_ending_stays() -> None:
    writing = await writing_of(message(document={**FILE, "file_name": "я" * 300 + ".docx"}))
    name = writing.files[0].name
    assert name is not None
    assert (len(name), name[-5:]) == (200, ".docx")
