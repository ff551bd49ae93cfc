"""The page of the local Telegram, in Chromium, against the real server."""

import re
import struct
import zlib

import pytest
from playwright.async_api import Page, expect

from bot.local_telegram.server import LocalTelegram
from tests.browser.conftest import Open
from tests.browser.phones import MOTHER, TEACHER, BotSide, keys, phone

pytestmark = pytest.mark.browser

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "שלום <b> abc",
    "&lt;b&gt; 👨\u200d👩\u200d👧",
)


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x40\x90\xd0" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


async def write(page: Page, role: str, text: str) -> None:
    field = phone(page, role).get_by_role("textbox", name="Сообщение")
    await field.fill(text)
    await field.press("Enter")


async def test_a_message_appears_with_its_formatting(bot: BotSide, look: Open) -> None:
    page = await look()
    await bot.say("🔔 <b>Пётр</b> отсутствует, <code>2</code> урок. <i>Смотрите</i> /marks", parse_mode="HTML")
    bubble = phone(page, "Мама").locator(".message")
    await expect(bubble.locator(".text")).to_have_text("🔔 Пётр отсутствует, 2 урок. Смотрите /marks")
    await expect(bubble.locator("strong")).to_have_text("Пётр")
    await expect(bubble.locator("code")).to_have_text("2")
    await bubble.get_by_role("button", name="/marks").click()
    assert (await bot.update("message"))["text"] == "/marks"


async def test_what_a_person_writes_reaches_the_bot_and_stands_on_the_right(bot: BotSide, look: Open) -> None:
    await bot.say("Здравствуйте")
    page = await look()
    await write(page, "Мама", "завтра")
    await expect(phone(page, "Мама").locator(".message.out .text")).to_have_text("завтра")
    assert (await bot.update("message"))["text"] == "завтра"


async def test_a_button_shows_that_it_waits_and_then_the_bots_alert(bot: BotSide, look: Open) -> None:
    sent = await bot.say("Пётр отсутствует", reply_markup=keys([{"text": "Не знал(а)!", "callback_data": "a:1"}]))
    page = await look()
    mother = phone(page, "Мама")
    button = mother.get_by_role("button", name="Не знал(а)!")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    query = await bot.update("callback_query")
    assert (query["data"], query["message"]["message_id"]) == ("a:1", sent["message_id"])
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Учитель узнает", show_alert=True)
    await expect(mother.get_by_role("alertdialog")).to_contain_text("Учитель узнает")
    await expect(button).not_to_have_attribute("aria-busy", "true")
    await page.keyboard.press("Escape")
    await expect(mother.get_by_role("alertdialog")).to_have_count(0)


async def test_an_answer_without_alert_is_a_toast(bot: BotSide, look: Open) -> None:
    await bot.say("Класс", reply_markup=keys([{"text": "н", "callback_data": "n"}]))
    page = await look()
    await phone(page, "Мама").get_by_role("button", name="н", exact=True).click()
    query = await bot.update("callback_query")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Записано")
    await expect(phone(page, "Мама").locator(".toast")).to_have_text("Записано")


async def test_an_edit_changes_the_bubble_in_place(bot: BotSide, look: Open) -> None:
    sent = await bot.say("Все здесь", reply_markup=keys([{"text": "Готово", "callback_data": "d"}]))
    await bot.say("Следующее")
    page = await look()
    first = phone(page, "Мама").locator(".message").first
    await expect(first.locator(".text")).to_have_text("Все здесь")
    await bot.call("editMessageText", chat_id=MOTHER, message_id=sent["message_id"], text="Нет: Смирнов")
    await expect(first.locator(".text")).to_have_text("Нет: Смирнов")
    await expect(first.locator(".edited")).to_have_text("изменено")
    await expect(first.get_by_role("button", name="Готово")).to_have_count(0)
    await expect(phone(page, "Мама").locator(".message")).to_have_count(2)


async def test_a_deleted_message_goes(bot: BotSide, look: Open) -> None:
    sent = await bot.say("Ошибка")
    page = await look()
    await expect(phone(page, "Мама").locator(".message")).to_have_count(1)
    await bot.call("deleteMessage", chat_id=MOTHER, message_id=sent["message_id"])
    await expect(phone(page, "Мама").locator(".message")).to_have_count(0)


async def test_a_reply_keyboard_sends_what_it_says(bot: BotSide, look: Open) -> None:
    page = await look()
    markup = {"keyboard": [[{"text": "📅 Завтра"}]], "resize_keyboard": True}
    await bot.say("Меню", reply_markup=markup)
    await phone(page, "Мама").get_by_role("button", name="📅 Завтра").click()
    assert (await bot.update("message"))["text"] == "📅 Завтра"
    await bot.say("Убираю", reply_markup={"remove_keyboard": True})
    await expect(phone(page, "Мама").get_by_role("button", name="📅 Завтра")).to_have_count(0)


async def test_unread_messages_are_counted_until_the_phone_is_touched(bot: BotSide, look: Open) -> None:
    await bot.say("Привет", to=MOTHER)
    page = await look()
    teacher = phone(page, "Учитель")
    for text in ("раз", "два"):
        await bot.say(text, to=TEACHER)
    await expect(teacher.locator(".caption .badge")).to_have_text("2")
    await expect(teacher).to_have_class(re.compile("ringing"))
    await expect(page).to_have_title(re.compile(r"^\(2\)"))
    await teacher.get_by_role("log").click()
    await expect(teacher.locator(".caption .badge")).to_be_hidden()
    await expect(page).to_have_title(re.compile("^Звонок"))


async def test_a_photo_is_shown_and_opens_large(bot: BotSide, look: Open) -> None:
    page = await look()
    await bot.send_photo(png(320, 200))
    picture = phone(page, "Мама").get_by_role("button", name="Фотография")
    await expect(picture).to_be_visible()
    assert (
        await picture.locator("img").evaluate("async (image) => { await image.decode(); return image.naturalWidth; }")
        == 320
    )
    await picture.click()
    await expect(page.get_by_role("dialog", name="Фотография")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog", name="Фотография")).to_have_count(0)


async def test_a_chosen_picture_is_sent_with_its_caption(bot: BotSide, look: Open) -> None:
    await bot.say("Здравствуйте", to=TEACHER)
    page = await look()
    teacher = phone(page, "Учитель")
    await teacher.locator("input[type=file]").set_input_files(
        {"name": "dz.png", "mimeType": "image/png", "buffer": png(40, 30)}
    )
    await teacher.get_by_role("textbox", name="Подпись").fill("/dz 7А алгебра")
    await teacher.get_by_role("dialog").get_by_role("button", name="Отправить").click()
    message = await bot.update("message")
    assert (message["caption"], message["photo"][-1]["width"]) == ("/dz 7А алгебра", 40)


async def test_a_link_to_the_bot_starts_it_on_the_same_phone(bot: BotSide, look: Open) -> None:
    await bot.say("Ваш вход: https://t.me/zvonok_school_bot?start=ABCD-1")
    page = await look()
    await phone(page, "Мама").get_by_role("link").click()
    assert (await bot.update("message"))["text"] == "/start ABCD-1"
    assert len(page.context.pages) == 1


async def test_an_empty_chat_has_a_start_button(bot: BotSide, look: Open) -> None:
    page = await look()
    await phone(page, "Учитель").get_by_role("button", name="Начать").click()
    assert (await bot.update("message"))["text"] == "/start"
    await expect(phone(page, "Учитель").get_by_role("textbox", name="Сообщение")).to_be_visible()


async def test_the_commands_menu_opens_by_button_and_by_slash(bot: BotSide, look: Open) -> None:
    commands = [{"command": "tomorrow", "description": "Завтра"}, {"command": "marks", "description": "Оценки"}]
    await bot.call("setMyCommands", commands=commands)
    await bot.say("Здравствуйте")
    page = await look()
    mother = phone(page, "Мама")
    await mother.get_by_role("button", name="Меню", exact=True).click()
    await expect(mother.get_by_role("option")).to_have_count(2)
    await page.keyboard.press("Escape")
    await expect(mother.get_by_role("option")).to_have_count(0)
    await mother.get_by_role("textbox", name="Сообщение").press_sequentially("/ma")
    await expect(mother.get_by_role("option")).to_have_text(["/marksОценки"])
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    assert (await bot.update("message"))["text"] == "/marks"


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "שלום <b> abc", "&lt;b&gt; 𝟘👨‍👩‍👧"]
)
async def test_a_hostile_text_is_shown_as_text(bot: BotSide, look: Open, text: str) -> None:
    page = await look()
    text = (await bot.say(text))["text"]
    shown = phone(page, "Мама").locator(".message .text")
    await expect(shown).to_have_count(1)
    assert await shown.evaluate("node => [node.textContent, node.querySelectorAll('script, img').length]") == [text, 0]


async def test_the_keyboard_alone_is_enough(bot: BotSide, look: Open) -> None:
    sent = await bot.say("Класс", reply_markup=keys([{"text": "Болеет", "callback_data": "i"}]))
    page = await look()
    mother = phone(page, "Мама")
    await mother.get_by_role("log").focus()
    await page.keyboard.press("Tab")
    button = mother.get_by_role("button", name="Болеет")
    await expect(button).to_be_focused()
    assert await button.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    await page.keyboard.press("Enter")
    query = await bot.update("callback_query")
    markup = keys([{"text": "Болеет ✓", "callback_data": "j"}])
    await bot.call(
        "editMessageText", chat_id=MOTHER, message_id=sent["message_id"], text="Принято", reply_markup=markup
    )
    await bot.call("answerCallbackQuery", callback_query_id=query["id"])
    await expect(mother.get_by_role("button", name="Болеет ✓")).to_be_focused()
    await mother.get_by_role("log").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await page.get_by_role("menuitem", name="Ответить").press("Enter")
    await page.keyboard.type("спасибо")
    await page.keyboard.press("Enter")
    assert (await bot.update("message"))["reply_to_message"]["message_id"] == sent["message_id"]


async def test_a_blocked_bot_is_told_so_and_can_come_back(bot: BotSide, look: Open) -> None:
    await bot.say("Здравствуйте")
    page = await look()
    mother = phone(page, "Мама")
    await mother.get_by_role("button", name="Меню телефона").click()
    await mother.get_by_role("menuitem", name="Заблокировать бота").click()
    assert (await bot.update("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    await mother.get_by_role("button", name="Разблокировать").click()
    await expect(mother.get_by_role("textbox", name="Сообщение")).to_be_visible()


async def test_the_reader_who_scrolled_up_stays_there(bot: BotSide, look: Open) -> None:
    for number in range(40):
        await bot.say(f"Сообщение {number}")
    page = await look()
    mother = phone(page, "Мама")
    log = mother.get_by_role("log")
    await expect(mother.locator(".message").last).to_be_in_viewport()
    await log.evaluate("node => node.scrollTo(0, 0)")
    await bot.say("Новое")
    await expect(mother.locator(".to-bottom .badge")).to_have_text("1")
    assert await log.evaluate("node => node.scrollTop") == 0
    await mother.get_by_role("button", name="К последним сообщениям").click()
    await expect(mother.get_by_text("Новое")).to_be_in_viewport()
    await expect(mother.locator(".to-bottom")).to_be_hidden()


async def test_a_lost_connection_is_shown_and_what_was_missed_is_fetched(
    bot: BotSide, look: Open, telegram: LocalTelegram
) -> None:
    page = await look()
    await bot.say("до")
    await expect(phone(page, "Мама").locator(".message")).to_have_count(1)
    port = int(telegram.url.rsplit(":", 1)[1])
    await telegram.stop()
    await expect(phone(page, "Мама").locator(".chat-subtitle")).to_contain_text("нет связи")
    telegram.exchange.closing.clear()
    await telegram.start(port=port)
    await bot.say("после")
    await expect(phone(page, "Мама").locator(".message .text")).to_have_text(["до", "после"], timeout=10_000)
    await expect(phone(page, "Мама").locator(".chat-subtitle")).to_have_text("бот")


async def test_a_voice_message_and_an_album_of_a_photo_and_a_film_are_shown(bot: BotSide, look: Open) -> None:
    await bot.say("Здравствуйте")
    page = await look()
    mother = phone(page, "Мама")
    await mother.locator("input[type=file]").set_input_files(
        [
            {"name": "a.png", "mimeType": "image/png", "buffer": png(40, 30)},
            {"name": "b.mp4", "mimeType": "video/mp4", "buffer": b"film"},
        ]
    )
    await mother.get_by_role("dialog").get_by_role("button", name="Отправить").click()
    first, second = await bot.update("message"), await bot.update("message")
    assert ("photo" in first, "video" in second) == (True, True)
    assert first["media_group_id"] == second["media_group_id"]
    await expect(mother.locator(".album video")).to_have_count(1)
    await mother.locator("input[type=file]").set_input_files(
        {"name": "v.ogg", "mimeType": "audio/ogg", "buffer": b"OggS"}
    )
    await mother.get_by_role("dialog").get_by_role("button", name="Отправить").click()
    assert "voice" in await bot.update("message")
    await expect(mother.locator(".sound audio")).to_have_attribute("aria-label", "Голосовое сообщение")


async def test_a_caption_is_changed_and_a_message_gets_a_thumb(bot: BotSide, look: Open) -> None:
    await bot.say("Здравствуйте")
    page = await look()
    mother = phone(page, "Мама")
    await mother.locator("input[type=file]").set_input_files(
        {"name": "a.png", "mimeType": "image/png", "buffer": png(40, 30)}
    )
    await mother.get_by_role("textbox", name="Подпись").fill("Справка")
    await mother.get_by_role("dialog").get_by_role("button", name="Отправить").click()
    await bot.update("message")
    await mother.locator(".message.out .text").click(button="right")
    await mother.get_by_role("menuitem", name="Изменить").click()
    await expect(mother.get_by_role("textbox", name="Сообщение")).to_have_value("Справка")
    await mother.get_by_role("textbox", name="Сообщение").fill("Справка от врача")
    await page.keyboard.press("Enter")
    await expect(mother.locator(".message.out .text")).to_have_text("Справка от врача")
    await mother.locator(".message.in .text").click(button="right")
    await mother.get_by_role("menuitem", name="👍 Поставить").click()
    await expect(mother.locator(".message.in .reaction")).to_have_text("👍")
