"""Albums, voice, documents, forwards, edited captions and reactions, from a phone through a thread to another."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import select

from storage.tables import messaging, talk
from tests import school
from tests.people import Message, Phone
from tests.pictures import grey_png
from tests.stories.conftest import Story

PICTURES = [grey_png(20 + at, 20) for at in range(3)]
ALBUM_COMES = 5
"""Seconds after which an album is taken to be complete."""


@pytest.fixture
async def talks(story: Story) -> tuple[Phone, Phone, Message]:
    """A mother and a teacher, and what the mother has written to her."""
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await mother.write("/write")
    await mother.press("Иванов Пётр")
    await mother.press("Алла Борисовна")
    await mother.wait_for("Напишите сообщение")
    await mother.write("Можно показать работу?")
    await mother.wait_for("Отправлено")
    came = await teacher.wait_for("Можно показать работу?")
    await _rows(story, select(talk.talk_arrivals), 1)
    return mother, teacher, came


async def _rows(story: Story, asked: Any, least: int) -> Sequence[Any]:
    """Once there are so many."""
    for _ in range(100):
        rows: Sequence[Any] = await story.application.database.reader.rows(asked)
        if len(rows) >= least:
            return rows
        await asyncio.sleep(0.05)
    raise AssertionError(f"{least} rows did not come")


async def _album(story: Story, teacher: Phone, came: Message) -> list[Message]:
    """Three photos as the answer, each of them a message of its own."""
    sent = [await teacher.photo(PICTURES[0], "Вот <работа>", album="77", reply_to=came)]
    sent += [await teacher.photo(one, album="77") for one in PICTURES[1:]]
    await _rows(story, talk.talk_files.select(), len(sent))
    assert any("Отправлено" in one.text for one in await teacher.messages())
    await story.later(seconds=ALBUM_COMES)
    return sent


async def test_an_album_comes_as_an_album_and_each_picture_of_it_can_be_answered(
    story: Story, talks: tuple[Phone, Phone, Message]
) -> None:
    mother, teacher, came = talks
    await _album(story, teacher, came)
    words = await mother.wait_for("Вот <работа>", button="Ответить")
    album = [one for one in await mother.messages() if one.album]
    assert [one.file for one in album] == ["photo"] * 3
    assert words.answers == album[0].id
    got = [await mother.download(one.raw["photo"][-1]["file_id"]) for one in album]
    assert got == PICTURES
    await _rows(story, select(talk.talk_arrivals), 5)
    await mother.media("voice", b"OggS" * 5, reply_to=album[1])
    await mother.wait_for("Отправлено")
    voice = await teacher.wait_for("Мария Петровна", button="Ответить")
    assert (voice.file, voice.album) == ("voice", None)
    assert await teacher.download(voice.raw["voice"]["file_id"]) == b"OggS" * 5
    await _rows(story, select(talk.talk_arrivals), 6)
    await teacher.file(b"%PDF", "Критерии.pdf", "По ним", reply_to=voice)
    paper = await mother.wait_for("По ним", button="Ответить")
    assert (paper.file, paper.raw["document"]["file_name"]) == ("document", "Критерии.pdf")


@pytest.mark.parametrize("kind", ["video", "audio", "video_note"])
async def test_every_kind_of_file_arrives_as_what_it_is(talks: tuple[Phone, Phone, Message], kind: str) -> None:
    mother, teacher, came = talks
    await teacher.media(kind, b"data", "" if kind == "video_note" else "Смотрите", reply_to=came)
    await teacher.wait_for("Отправлено")
    words = await mother.wait_for("Алла Борисовна", button="Ответить")
    assert [one.file for one in (await mother.messages()) if one.file] == [kind]
    assert (words.file == kind) is (kind != "video_note")


async def test_a_forward_goes_on_without_the_name_of_who_wrote_it(talks: tuple[Phone, Phone, Message]) -> None:
    mother, teacher, came = talks
    await teacher.press("Ответить")
    await teacher.wait_for("Напишите ответ")
    await teacher.forward("Сбор в 8:15 у входа", "Зинаида К.")
    await teacher.wait_for("Отправлено")
    told = await mother.wait_for("Сбор в 8:15 у входа")
    assert "Зинаида" not in told.text
    assert "forward_origin" not in told.raw
    assert came.id != told.id


async def test_a_caption_that_is_corrected_changes_under_the_photo(talks: tuple[Phone, Phone, Message]) -> None:
    mother, teacher, came = talks
    sent = await teacher.photo(PICTURES[0], "Сдать до среды", reply_to=came)
    told = await mother.wait_for("Сдать до среды")
    await teacher.edit(sent, "Сдать до четверга")
    changed = await mother.wait_for("Сдать до четверга")
    assert (changed.id, changed.file) == (told.id, "photo")
    assert changed.button("Ответить") is not None


async def test_the_caption_of_an_album_is_corrected_in_the_words_below_it(
    story: Story, talks: tuple[Phone, Phone, Message]
) -> None:
    mother, teacher, came = talks
    first, *_ = await _album(story, teacher, came)
    told = await mother.wait_for("Вот <работа>", button="Ответить")
    await teacher.edit(first, "Вот вся работа")
    changed = await mother.wait_for("Вот вся работа")
    assert (changed.id, changed.file) == (told.id, None)


async def test_formatting_goes_along(talks: tuple[Phone, Phone, Message]) -> None:
    mother, teacher, came = talks
    await teacher.write(
        "<b>Важно</b>: <a href='https://example.org/'>задание</a> &lt;7А&gt; 🙂", reply_to=came, html=True
    )
    told = await mother.wait_for("Важно: задание <7А> 🙂")
    assert "Важно" in told.marked("bold")
    assert told.marked("text_link") == ["задание"]


async def test_what_is_not_passed_on_is_said_and_the_answer_is_still_awaited(
    talks: tuple[Phone, Phone, Message],
) -> None:
    mother, teacher, _ = talks
    await teacher.press("Ответить")
    await teacher.wait_for("Напишите ответ")
    await teacher.contact("+70000000000")
    refused = await teacher.wait_for("Номера телефонов здесь не нужны")
    assert "+7" not in refused.text
    await teacher.write("Хорошо")
    await mother.wait_for("Хорошо")


async def test_a_file_that_telegram_has_lost_is_said_to_be(story: Story, talks: tuple[Phone, Phone, Message]) -> None:
    mother, teacher, came = talks
    await story.people.updates(hold=True)
    sent = await teacher.photo(PICTURES[0], "Вот", reply_to=came)
    story.telegram.exchange.files.forget(sent.raw["photo"][-1]["file_id"])
    await story.people.updates(hold=False)
    told = await mother.wait_for("Вот")
    assert told.file is None
    assert "доставить не удалось" in told.text


async def test_a_reaction_says_that_it_was_read(story: Story, talks: tuple[Phone, Phone, Message]) -> None:
    _, teacher, came = talks
    reader = talk.thread_reads.c
    asked = select(reader.read_to).where(reader.person_id == school.ALGEBRA_TEACHER)
    assert await story.application.database.reader.row(asked) is None
    await teacher.react(came, "👍")
    [read] = await _rows(story, asked, 1)
    [said] = await _rows(story, select(talk.thread_messages.c.id), 1)
    assert read.read_to == said.id


async def test_a_reaction_under_what_is_no_thread_does_nothing(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/menu")
    menu = await teacher.wait_for("")
    await teacher.react(menu, "👍")
    await teacher.react(menu, None)
    stranger = await story.stranger()
    await stranger.start()
    greeting = await stranger.wait_for("")
    await stranger.react(greeting, "👍")
    await stranger.write("Здравствуйте")
    for phone in (teacher, stranger):
        await phone.write("/help")
        await asyncio.sleep(0.3)
    assert len(await teacher.messages()) == 4
    assert await story.people.pending() == 0
    aside = select(messaging.inbox.c.reason).where(messaging.inbox.c.state == "quarantined")
    assert await story.application.database.reader.rows(aside) == []


async def _announce(sender: Phone, picture: bytes, words: str) -> None:
    await sender.write("/menu")
    await sender.wait_for("", button="Объявление")
    for button in ("Объявление", "Родителям 7А"):
        await sender.press(button)
    await sender.wait_for("одним сообщением")
    await sender.photo(picture, words)
    await sender.wait_for("Получ", button="Отправить")
    await sender.press("Отправить")


async def test_an_announcement_with_a_photo_is_acknowledged_under_the_photo(story: Story) -> None:
    sender, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    await _announce(sender, PICTURES[0], "Афиша спектакля")
    told = await mother.wait_for("Афиша спектакля", button="Ознакомлен")
    assert told.file == "photo"
    await mother.press("Ознакомлен")
    done = await mother.wait_for("Вы ознакомились")
    assert (done.id, done.file) == (told.id, "photo")
    assert "Афиша спектакля" in done.text


async def test_a_reaction_is_no_acknowledgement(story: Story) -> None:
    sender, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    await _announce(sender, PICTURES[0], "Афиша спектакля")
    told = await mother.wait_for("Афиша спектакля", button="Ознакомлен")
    await mother.react(told, "👍")
    await mother.write("/menu")
    await mother.wait_for("")
    await sender.write("/menu")
    await sender.wait_for("")
    confirmed = select(talk.announcement_receipts.c.acknowledged_at)
    rows = await _rows(story, confirmed, 1)
    assert {row.acknowledged_at for row in rows} == {None}
