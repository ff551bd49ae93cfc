"""Letters with files, against a Bot API over HTTP."""

from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.local_telegram import LocalTelegram
from bot.local_telegram.calls import Upload
from bot.pushed import cut
from bot.sender import TelegramSender
from bot.turnstile import Turnstile
from domain.messaging.outbox import Blocked, Outcome, Refused, Retry, Sent, Unknown
from domain.messaging.ports import Letter
from domain.talk.wording import Attachment, FileKind
from handlers.kit.files import groups
from tests.local_telegram.test_files import PNG
from tests.people import Message, People, Phone

TOKEN = "123456789:AAE-test-test-test-test-test-test"
KEYBOARD = {"inline_keyboard": [[{"text": "Ответить", "callback_data": "ok"}]]}
LOST = "📎 Вложение доставить не удалось."
PHOTO, DOCUMENT, VIDEO = FileKind.PHOTO, FileKind.DOCUMENT, FileKind.VIDEO
AUDIO, VOICE, NOTE = FileKind.AUDIO, FileKind.VOICE, FileKind.VIDEO_NOTE


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    telegram = LocalTelegram(token=TOKEN)
    await telegram.start()
    telegram.add_user("Мария", user_id=1201, started=True)
    yield telegram
    await telegram.stop()


@pytest.fixture
async def sender(telegram: LocalTelegram, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TelegramSender]:
    """Nobody counts, so nobody rests."""
    telegram.exchange.limits.enforced = False
    monkeypatch.setattr("bot.sender.AFTER_ALBUM", 0.0)
    session = AiohttpSession(api=TelegramAPIServer.from_base(telegram.url))
    yield TelegramSender(Bot(TOKEN, session=session), 1000)
    await session.close()


@pytest.fixture
async def people(telegram: LocalTelegram) -> AsyncIterator[People]:
    async with People(telegram.url) as people:
        yield people


@pytest.fixture
async def phone(people: People) -> Phone:
    return await people.phone(1201)


def files(telegram: LocalTelegram, *kinds: FileKind) -> tuple[Attachment, ...]:
    """As people have sent them before."""
    return tuple(
        Attachment(kind, telegram.exchange.files.keep(Upload("a.bin", "", PNG + bytes([at])), kind.value).file_id)
        for at, kind in enumerate(kinds)
    )


def letter(text: str, attached: Sequence[Attachment]) -> Letter:
    return Letter(text, KEYBOARD, tuple(attached), LOST)


def numbers(outcome: Outcome) -> list[int | None]:
    assert isinstance(outcome, Sent)
    return [*outcome.others, outcome.message_id]


def kinds(messages: Sequence[Message]) -> list[str | None]:
    return [message.file for message in messages]


@pytest.mark.parametrize("kind", [PHOTO, DOCUMENT, VIDEO, AUDIO, VOICE])
async def test_one_file_and_a_short_text_are_one_message(
    telegram: LocalTelegram, sender: TelegramSender, phone: Phone, kind: FileKind
) -> None:
    outcome = await sender.send(1201, letter("<b>Анна</b>: вот", files(telegram, kind)), None)
    [message] = await phone.messages()
    assert numbers(outcome) == [message.id]
    assert (message.file, message.text, message.marked("bold")) == (kind.value, "Анна: вот", ["Анна"])
    assert message.labels == ["Ответить"]
    assert message.raw["notify"]


async def test_a_text_too_long_for_a_caption_answers_its_file(
    telegram: LocalTelegram, sender: TelegramSender, phone: Phone
) -> None:
    outcome = await sender.send(1201, letter("я" * 1025, files(telegram, PHOTO)), None)
    photo, text = await phone.messages()
    assert numbers(outcome) == [photo.id, text.id]
    assert (photo.file, photo.text, photo.labels, photo.raw["notify"]) == ("photo", "", [], False)
    assert (text.answers, text.labels, text.raw["notify"]) == (photo.id, ["Ответить"], True)


async def test_a_caption_is_counted_after_its_tags_are_read(
    telegram: LocalTelegram, sender: TelegramSender, phone: Phone
) -> None:
    await sender.send(1201, letter("<b>&amp;</b>" * 1024, files(telegram, PHOTO)), None)
    [message] = await phone.messages()
    assert message.text == "&" * 1024


async def test_a_video_note_has_no_caption_so_the_text_follows(
    telegram: LocalTelegram, sender: TelegramSender, phone: Phone
) -> None:
    outcome = await sender.send(1201, letter("Анна", files(telegram, NOTE)), None)
    note, text = await phone.messages()
    assert (note.file, text.answers, numbers(outcome)) == ("video_note", note.id, [note.id, text.id])


async def test_several_photos_and_films_are_an_album_without_a_sound(
    telegram: LocalTelegram, sender: TelegramSender, phone: Phone
) -> None:
    outcome = await sender.send(1201, letter("Экскурсия", files(telegram, PHOTO, VIDEO, PHOTO)), None)
    *album, text = await phone.messages()
    assert kinds(album) == ["photo", "video", "photo"]
    assert (len({one.album for one in album}), {one.raw["notify"] for one in album}) == (1, {False})
    assert (text.text, text.answers, text.labels) == ("Экскурсия", album[0].id, ["Ответить"])
    assert numbers(outcome) == [one.id for one in [*album, text]]


def test_files_go_in_telegrams_mixes() -> None:
    given = [PHOTO, VOICE, DOCUMENT, VIDEO, VOICE, DOCUMENT, AUDIO, *[PHOTO] * 10]
    mixed = list(groups([Attachment(kind, str(at)) for at, kind in enumerate(given)]))
    assert [[one.kind for one in group] for group in mixed] == [
        [PHOTO, VIDEO, *[PHOTO] * 8],
        [PHOTO, PHOTO],
        [VOICE],
        [DOCUMENT, DOCUMENT],
        [VOICE],
        [AUDIO],
    ]


async def test_a_file_that_telegram_no_longer_has_is_said_to_be_lost_and_the_text_goes(
    telegram: LocalTelegram, sender: TelegramSender, phone: Phone
) -> None:
    outcome = await sender.send(1201, letter("Анна: вот", [Attachment(PHOTO, "gone")]), None)
    [message] = await phone.messages()
    assert (message.file, message.text, message.labels) == (None, f"Анна: вот\n\n{LOST}", ["Ответить"])
    assert numbers(outcome) == [message.id]


async def test_one_lost_picture_does_not_take_its_album_along(
    telegram: LocalTelegram, sender: TelegramSender, phone: Phone
) -> None:
    first, second = files(telegram, PHOTO, PHOTO)
    await sender.send(1201, letter("Вот", [first, Attachment(PHOTO, "gone"), second]), None)
    one, two, text = await phone.messages()
    assert kinds([one, two, text]) == ["photo", "photo", None]
    assert (text.answers, text.text) == (one.id, f"Вот\n\n{LOST}")


async def test_who_takes_no_voice_gets_the_words(telegram: LocalTelegram, sender: TelegramSender, phone: Phone) -> None:
    await phone.take_voice(False)
    await sender.send(1201, letter("Анна", files(telegram, VOICE)), None)
    assert [one.text for one in await phone.messages()] == [f"Анна\n\n{LOST}"]


async def test_who_is_gone_is_out_of_reach_with_files_too(
    telegram: LocalTelegram, sender: TelegramSender, phone: Phone
) -> None:
    await phone.block()
    for attached in (files(telegram, PHOTO), files(telegram, PHOTO, PHOTO)):
        assert isinstance(await sender.send(1201, letter("Анна", attached), None), Blocked)


@pytest.mark.parametrize(("fault", "outcome"), [("429", Retry), ("500", Unknown), ("cut_after", Unknown)])
@pytest.mark.parametrize("count", [1, 3])
async def test_where_the_first_of_it_fails_nothing_more_is_tried(
    telegram: LocalTelegram, sender: TelegramSender, people: People, fault: str, outcome: type, count: int
) -> None:
    await people.fault(fault, retry_after=7)
    assert isinstance(await sender.send(1201, letter("Анна", files(telegram, *[PHOTO] * count)), None), outcome)
    assert len(await people.calls()) == 1


async def test_a_text_behind_its_album_is_tried_again_alone(
    telegram: LocalTelegram, sender: TelegramSender, people: People, phone: Phone
) -> None:
    await people.fault("429", "sendMessage", retry_after=1)
    assert isinstance(await sender.send(1201, letter("Анна", files(telegram, PHOTO, PHOTO)), None), Sent)
    assert kinds(await phone.messages()) == ["photo", "photo", None]


async def test_where_the_text_behind_an_album_does_not_go_the_whole_is_in_doubt(
    telegram: LocalTelegram, sender: TelegramSender, people: People
) -> None:
    await people.fault("429", "sendMessage", retry_after=60)
    outcome = await sender.send(1201, letter("Анна", files(telegram, PHOTO, PHOTO)), None)
    assert outcome == Unknown("Too Many Requests", answered=True)


async def test_an_edit_finds_out_whether_there_is_a_caption(
    telegram: LocalTelegram, sender: TelegramSender, phone: Phone
) -> None:
    one, two = files(telegram, PHOTO, PHOTO)
    for attached in ([one], [one, two], [Attachment(PHOTO, "gone")]):
        outcome = await sender.send(1201, letter("раз", attached), None)
        again = await sender.send(1201, letter("<b>два</b>", attached), numbers(outcome)[-1])
        assert numbers(again) == numbers(outcome)[-1:]
        last = (await phone.messages())[-1]
        assert (last.text, last.marked("bold"), last.labels) == ("два", ["два"], ["Ответить"])
        assert last.file == ("photo" if attached == [one] else None)


async def test_a_caption_that_grew_too_long_is_cut(
    telegram: LocalTelegram, sender: TelegramSender, phone: Phone
) -> None:
    attached = files(telegram, VOICE)
    outcome = await sender.send(1201, letter("раз", attached), None)
    await sender.send(1201, letter(f"<i>{'я' * 1500}</i>", attached), numbers(outcome)[-1])
    [message] = await phone.messages()
    assert (message.file, message.text) == ("voice", "я" * 1023 + "…")


async def test_a_text_that_became_short_stays_beside_its_file(
    telegram: LocalTelegram, sender: TelegramSender, phone: Phone
) -> None:
    attached = files(telegram, PHOTO)
    outcome = await sender.send(1201, letter("я" * 1500, attached), None)
    await sender.send(1201, letter("коротко", attached), numbers(outcome)[-1])
    assert [(one.file, one.text) for one in await phone.messages()] == [("photo", ""), (None, "коротко")]


async def test_an_edit_of_a_message_that_is_gone_is_refused(telegram: LocalTelegram, sender: TelegramSender) -> None:
    assert isinstance(await sender.send(1201, letter("два", files(telegram, PHOTO)), 12345), Refused)


def test_what_fits_is_not_cut() -> None:
    assert cut("<b>раз</b>", 3) == "<b>раз</b>"
    assert cut("<b>раз два</b>", 4) == "<b>раз</b>…"


async def test_a_letter_with_files_keeps_the_limits_of_its_chat_and_of_all(
    telegram: LocalTelegram, people: People
) -> None:
    """At the bot's own pace: no refusal of Telegram's for wanting too much."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(telegram.url))
    sender = TelegramSender(Bot(TOKEN, session=session), 25)
    for user in range(1301, 1304):
        telegram.add_user("Олег", user_id=user, started=True)
    attached = files(telegram, *[PHOTO] * 10)
    outcomes: list[Any] = [await sender.send(user, letter("Анна", attached), None) for user in range(1301, 1304)]
    await session.close()
    assert all(isinstance(one, Sent) for one in outcomes)
    assert [one for one in await people.calls() if one["outcome"] != "taken"] == []


@pytest.mark.parametrize("per_second", [25, 2.5, 1])
def test_albums_among_messages_never_come_closer_than_the_limit(
    per_second: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.turnstile._now", lambda: 100.0)
    turnstile = Turnstile(per_second)
    sizes = [1, 10, 1, 1, 7, 10, 10, *[1] * 40, 2, 1, 10]
    moments = [place for size in sizes for place in [turnstile._taken(size)] * size]
    for first in moments:
        within = [one for one in moments if first <= one < first + 1 - 1e-6]
        assert len(within) <= max(per_second + 1, 10)
    assert moments[-1] - 100 < 2 * len(moments) / per_second


def test_without_albums_messages_go_evenly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.turnstile._now", lambda: 100.0)
    turnstile = Turnstile(25)
    moments = [turnstile._taken() for _ in range(100)]
    assert [round(one - 100, 6) for one in moments] == [round(at / 25, 6) for at in range(100)]


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32"><rect width="64" height="32" fill="#2563c9"/></svg>'
)


async def test_a_picture_of_ours_is_drawn_and_has_the_text_below_it(sender: TelegramSender, phone: Phone) -> None:
    outcome = await sender.send(1201, Letter("<b>Неделя</b> школы", KEYBOARD, svg=SVG), None)
    [message] = await phone.messages()
    assert numbers(outcome) == [message.id]
    assert (message.file, message.text, message.labels) == ("photo", "Неделя школы", ["Ответить"])
    assert message.marked("bold") == ["Неделя"]
    assert message.raw["notify"]


async def test_a_text_too_long_for_a_caption_answers_the_picture(sender: TelegramSender, phone: Phone) -> None:
    outcome = await sender.send(1201, Letter("я" * 1025, KEYBOARD, svg=SVG), None)
    photo, text = await phone.messages()
    assert numbers(outcome) == [photo.id, text.id]
    assert (photo.file, photo.labels, photo.raw["notify"]) == ("photo", [], False)
    assert (text.answers, text.labels) == (photo.id, ["Ответить"])


async def test_where_telegram_takes_no_picture_the_text_comes_alone(
    sender: TelegramSender, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(svg: str) -> bytes:
        return b""

    monkeypatch.setattr("bot.sender.drawn", nothing)
    assert isinstance(await sender.send(1201, Letter("Неделя", KEYBOARD, svg=SVG), None), Sent)
    [message] = await phone.messages()
    assert (message.file, message.text, message.labels) == (None, "Неделя", ["Ответить"])
