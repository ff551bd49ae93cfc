"""Voice, video and albums both ways, captions edited, forwards and reactions."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    ReplyParameters,
)

from tests.local_telegram.test_files import PNG
from tests.people import People, PeopleError, Phone

KINDS = ["voice", "video", "audio", "video_note"]


async def given(bot: Bot) -> list[Message]:
    """What people sent since the last look."""
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return [message for one in updates if (message := one.message or one.edited_message)]


async def sent_back(bot: Bot, anna: Phone, kind: str, source: Any, **more: Any) -> Any:
    send = getattr(bot, f"send_{kind}")
    return await send(anna.id, **{kind: source}, **more)


@pytest.mark.parametrize("kind", KINDS)
async def test_what_a_phone_sends_can_be_sent_on_by_its_id(bot: Bot, anna: Phone, kind: str) -> None:
    await anna.media(kind, b"OggS" * 9, "Слушайте")
    [message] = await given(bot)
    file = getattr(message, kind)
    assert file.duration > 0
    assert message.caption == (None if kind == "video_note" else "Слушайте")
    again = await sent_back(bot, anna, kind, file.file_id)
    assert getattr(again, kind).file_id == file.file_id
    got = await anna.wait_for()
    assert got.file == kind
    assert await anna.download(file.file_id) == b"OggS" * 9


async def test_a_file_stays_what_it_is_and_a_photo_is_a_world_apart(bot: Bot, anna: Phone) -> None:
    await anna.media("voice")
    await anna.photo(PNG)
    voice, photo = await given(bot)
    assert voice.voice is not None
    assert photo.photo is not None
    assert (await bot.send_document(anna.id, voice.voice.file_id)).voice is not None
    with pytest.raises(TelegramBadRequest, match="can't use file of type Photo as VoiceNote"):
        await bot.send_voice(anna.id, photo.photo[-1].file_id)
    with pytest.raises(TelegramBadRequest, match="can't use file of type VoiceNote as Photo"):
        await bot.send_photo(anna.id, voice.voice.file_id)


async def test_a_file_that_telegram_no_longer_knows_is_refused(bot: Bot, anna: Phone, telegram: Any) -> None:
    await anna.media("voice")
    [message] = await given(bot)
    assert message.voice is not None
    telegram.exchange.files.forget(message.voice.file_id)
    with pytest.raises(TelegramBadRequest, match="wrong file identifier/HTTP URL specified"):
        await bot.send_voice(anna.id, message.voice.file_id)


@pytest.mark.parametrize("kind", ["voice", "video_note"])
async def test_some_accounts_take_no_voice_from_anyone(bot: Bot, anna: Phone, kind: str) -> None:
    await anna.take_voice(False)
    with pytest.raises(TelegramBadRequest, match="VOICE_MESSAGES_FORBIDDEN"):
        await sent_back(bot, anna, kind, BufferedInputFile(b"OggS", "a.oga"))
    await anna.take_voice(True)
    assert await sent_back(bot, anna, kind, BufferedInputFile(b"OggS", "a.oga"))


async def test_photos_and_videos_mix_in_an_album_and_nothing_else(bot: Bot, people: People, anna: Phone) -> None:
    await people.limits(enforced=False)
    photo = InputMediaPhoto(media=BufferedInputFile(PNG, "a.png"))
    video = InputMediaVideo(media=BufferedInputFile(b"v", "a.mp4"))
    audio = InputMediaAudio(media=BufferedInputFile(b"a", "a.mp3"))
    paper = InputMediaDocument(media=BufferedInputFile(b"d", "a.pdf"))
    mixed = await bot.send_media_group(anna.id, [photo, video])
    assert len({message.media_group_id for message in mixed}) == 1
    assert (mixed[0].photo, mixed[1].video) != (None, None)
    assert len(await bot.send_media_group(anna.id, [audio, audio])) == 2
    for one, other, words in (
        (photo, paper, "document can't"),
        (video, audio, "audio can't"),
        (paper, audio, "can't be"),
    ):
        with pytest.raises(TelegramBadRequest, match=words):
            await bot.send_media_group(anna.id, [one, other])


async def test_a_caption_is_edited_as_a_caption_and_the_file_stays(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_voice(anna.id, BufferedInputFile(b"OggS", "a.oga"), caption="раз")
    await bot.edit_message_caption(chat_id=anna.id, message_id=sent.message_id, caption="<b>два</b>")
    got = await anna.wait_for("два")
    assert (got.file, got.marked("bold"), got.edited) == ("voice", ["два"], True)
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await bot.edit_message_text("три", chat_id=anna.id, message_id=sent.message_id)


@pytest.mark.parametrize("kind", ["text", "video_note"])
async def test_where_there_is_no_caption_none_is_edited(bot: Bot, anna: Phone, kind: str) -> None:
    note = BufferedInputFile(b"v", "a.mp4")
    sent = await (bot.send_message(anna.id, "x") if kind == "text" else bot.send_video_note(anna.id, note))
    with pytest.raises(TelegramBadRequest, match="there is no caption in the message to edit"):
        await bot.edit_message_caption(chat_id=anna.id, message_id=sent.message_id, caption="два")


async def test_an_edited_caption_of_an_album_comes_with_its_photo_and_its_album(bot: Bot, anna: Phone) -> None:
    first = await anna.photo(PNG, "Экскурсия", album="7")
    await anna.photo(PNG, album="7")
    await given(bot)
    await anna.edit(first, "Экскурсия в 10:00")
    [edited] = await given(bot)
    assert (edited.caption, edited.media_group_id, edited.message_id) == ("Экскурсия в 10:00", "7", first.id)
    assert edited.photo
    assert edited.edit_date


async def test_a_video_note_and_anothers_message_cannot_be_edited(bot: Bot, anna: Phone) -> None:
    note = await anna.media("video_note")
    await bot.send_message(anna.id, "Здравствуйте")
    for message in (note, await anna.wait_for("Здравствуйте")):
        with pytest.raises(PeopleError, match="Only one's own"):
            await anna.edit(message, "x")


async def test_one_replies_to_any_picture_of_an_album(bot: Bot, people: People, anna: Phone) -> None:
    await people.limits(enforced=False)
    photo = InputMediaPhoto(media=BufferedInputFile(PNG, "a.png"))
    album = await bot.send_media_group(anna.id, [photo, photo, photo])
    shown = {message.id: message for message in await anna.messages()}
    for part in album:
        await anna.write("спасибо", reply_to=shown[part.message_id])
        await anna.media("voice", reply_to=shown[part.message_id])
    answers = [message.reply_to_message for message in await given(bot)]
    assert [one and one.message_id for one in answers] == [part.message_id for part in album for _ in range(2)]


async def test_the_bot_replies_with_an_album_and_to_one(bot: Bot, people: People, anna: Phone) -> None:
    await people.limits(enforced=False)
    asked = await anna.write("покажите")
    photo = InputMediaPhoto(media=BufferedInputFile(PNG, "a.png"))
    album = await bot.send_media_group(anna.id, [photo, photo], reply_parameters=ReplyParameters(message_id=asked.id))
    await bot.send_message(anna.id, "вот", reply_parameters=ReplyParameters(message_id=album[0].message_id))
    assert (await anna.wait_for("вот")).answers == album[0].message_id
    assert {message.answers for message in await anna.messages() if message.album} == {asked.id}


async def test_a_forward_names_its_origin_as_far_as_that_allows(bot: Bot, anna: Phone) -> None:
    await anna.forward("Список сдали?", "Мария П.")
    [message] = await given(bot)
    assert message.forward_origin is not None
    assert (message.text, message.forward_origin.type) == ("Список сдали?", "hidden_user")


async def test_a_reaction_is_told_to_a_bot_that_asked_for_it(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(anna.id, "Собрание в 18:00")
    await bot.get_updates(allowed_updates=["message_reaction"])
    message = await anna.wait_for("Собрание")
    await anna.react(message, "👍")
    await anna.react(message, None)
    put, taken = [one.message_reaction for one in await bot.get_updates()]
    assert put is not None
    assert taken is not None
    assert (put.message_id, put.user and put.user.id, put.old_reaction) == (sent.message_id, anna.id, [])
    assert [one.model_dump()["emoji"] for one in put.new_reaction] == ["👍"]
    assert (taken.new_reaction, len(taken.old_reaction)) == ([], 1)


async def test_a_reaction_stands_beside_the_bots_own(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(anna.id, "Собрание")
    await bot.set_message_reaction(anna.id, sent.message_id, reaction=[{"type": "emoji", "emoji": "👀"}])  # type: ignore[list-item]
    await anna.react(await anna.wait_for("Собрание"), "👍")
    assert [message.reactions for message in await anna.messages()] == [["👀", "👍"]]
    with pytest.raises(PeopleError, match="no such reaction"):
        await anna.react((await anna.messages())[0], "✅")


async def test_a_phones_own_formatting_reaches_the_bot(bot: Bot, anna: Phone) -> None:
    await anna.write("<b>Важно</b>: завтра", html=True)
    [message] = await given(bot)
    assert message.text == "Важно: завтра"
    assert [one.type for one in message.entities or ()] == ["bold"]
