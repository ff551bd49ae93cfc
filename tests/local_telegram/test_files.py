"""Files both ways, and their sizes."""

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramEntityTooLarge
from aiogram.types import BufferedInputFile, InputMediaDocument, InputMediaPhoto

from bot.local_telegram.files import image_size
from tests.people import People, PeopleError, Phone

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (40).to_bytes(4, "big") + (30).to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
)
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + (30).to_bytes(2, "big") + (40).to_bytes(2, "big") + b"\x03" * 9
)
MEGABYTE = 1024 * 1024


@pytest.mark.parametrize("content", [PNG, JPEG, b"GIF89a" + (40).to_bytes(2, "little") + (30).to_bytes(2, "little")])
def test_a_pictures_size_is_read_from_its_head(content: bytes) -> None:
    assert image_size(content) == (40, 30)


@pytest.mark.parametrize("content", [b"", b"text", PNG[:20], b"\xff\xd8\xff", b"RIFF1234WEBP"])
def test_what_is_no_picture_has_no_size(content: bytes) -> None:
    assert image_size(content) is None


async def test_a_photo_from_a_phone_is_downloaded_by_the_bot(bot: Bot, anna: Phone) -> None:
    await anna.photo(PNG, "/dz 7А алгебра № 345")
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.photo is not None
    assert (message.caption, message.photo[-1].width) == ("/dz 7А алгебра № 345", 40)
    content = await bot.download(message.photo[-1])
    assert content is not None
    assert content.read() == PNG


async def test_a_file_from_a_phone_keeps_its_name(bot: Bot, anna: Phone) -> None:
    await anna.file(b"a;b", "Список 7А.csv", album="1")
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.document is not None
    assert (message.document.file_name, message.document.mime_type) == ("Список 7А.csv", "text/csv")
    assert message.media_group_id == "1"


async def test_the_bots_files_reach_the_phone_and_can_be_sent_again_by_id(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_photo(anna.id, BufferedInputFile(JPEG, "a.jpg"), caption="<b>Лист</b>")
    got = await anna.wait_for("Лист")
    assert got.marked("bold") == ["Лист"]
    assert await anna.download(got.raw["photo"][0]["file_id"]) == JPEG
    assert sent.photo is not None
    again = await bot.send_photo(anna.id, sent.photo[-1].file_id)
    assert again.photo is not None
    assert again.photo[-1].file_id == sent.photo[-1].file_id
    with pytest.raises(TelegramBadRequest, match="can't use file of type Photo as Document"):
        await bot.send_document(anna.id, sent.photo[-1].file_id)


async def test_an_album_is_of_two_to_ten_of_one_kind(bot: Bot, people: People, anna: Phone) -> None:
    await people.limits(enforced=False)
    photo = InputMediaPhoto(media=BufferedInputFile(PNG, "a.png"), caption="Стенгазета")
    paper = InputMediaDocument(media=BufferedInputFile(b"a", "a.txt"))
    sent = await bot.send_media_group(anna.id, [photo, photo])
    assert len({message.media_group_id for message in sent}) == 1
    for album, words in (([photo], "too few"), ([photo] * 11, "too many"), ([photo, paper], "can't be mixed")):
        with pytest.raises(TelegramBadRequest, match=words):
            await bot.send_media_group(anna.id, album)  # type: ignore[arg-type]


async def test_sizes_are_limited(bot: Bot, people: People, anna: Phone) -> None:
    await people.limits(enforced=False)
    with pytest.raises(TelegramBadRequest, match="too big for a photo; the maximum size is 10485760 bytes"):
        await bot.send_photo(anna.id, BufferedInputFile(PNG + bytes(10 * MEGABYTE), "a.png"))
    sent = await bot.send_document(anna.id, BufferedInputFile(bytes(20 * MEGABYTE + 1), "a.bin"))
    assert sent.document is not None
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.get_file(sent.document.file_id)
    with pytest.raises(TelegramEntityTooLarge):
        await bot.send_document(anna.id, BufferedInputFile(bytes(50 * MEGABYTE + 1), "a.bin"))


async def test_files_that_are_not_what_they_should_be_are_refused(bot: Bot, anna: Phone) -> None:
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot.send_photo(anna.id, BufferedInputFile(b"text", "a.png"))
    with pytest.raises(TelegramBadRequest, match="file must be non-empty"):
        await bot.send_document(anna.id, BufferedInputFile(b"", "a.txt"))
    with pytest.raises(TelegramBadRequest, match="message caption is too long"):
        await bot.send_document(anna.id, BufferedInputFile(b"a", "a.txt"), caption="я" * 1025)
    with pytest.raises(TelegramBadRequest, match="wrong file identifier"):
        await bot.send_document(anna.id, "nonsense")
    with pytest.raises(PeopleError, match="400"):
        await anna.photo(b"text")


async def test_a_file_cannot_be_had_without_the_token(bot: Bot, anna: Phone, people: People) -> None:
    sent = await bot.send_document(anna.id, BufferedInputFile(b"a", "a.txt"))
    assert sent.document is not None
    path = (await bot.get_file(sent.document.file_id)).file_path
    async with aiohttp.ClientSession() as session, session.get(f"{people.url}/file/bot1:NO/{path}") as response:
        assert response.status == 404
