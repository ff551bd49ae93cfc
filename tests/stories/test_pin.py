"""2.3, STAFF_PIN: staff give a PIN before they write; reading never asks; the act that was asked for is not lost."""

from sqlalchemy import select

from domain.ids import PersonId
from storage.tables.attendance import attendance
from storage.tables.messaging import conversations
from storage.tables.office import staff_pins
from storage.tables.roles import bindings
from tests import school
from tests.people import Message, Phone
from tests.stories.conftest import Story
from tests.stories.forging import forged

PIN = "2580"
NEW, ASK = "Придумайте PIN", "PIN сотрудника"


async def _asks(story: Story) -> None:
    story.settings.staff_pin = True
    await story.restart()


async def _chooses(phone: Phone, pin: str = PIN) -> None:
    await phone.wait_for(NEW)
    await phone.write(pin)
    await phone.wait_for("тот же PIN ещё раз")
    await phone.write(pin)
    await phone.wait_for("PIN принят")


async def _press_pin(phone: Phone, pin: str, pad: Message) -> None:
    for digit in pin:
        await phone.press(digit, message=pad)
    await phone.press("✅", message=pad)


async def _row(story: Story, person: PersonId) -> object:
    return await story.application.database.reader.row(select(staff_pins).where(staff_pins.c.person_id == person))


async def test_the_first_writing_tap_asks_for_a_new_pin_and_goes_on_after_it(story: Story) -> None:
    await _asks(story)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Нет всех")
    await _chooses(teacher)
    await teacher.press("Продолжить")
    await teacher.wait_for("Алгебра")
    rows = await story.application.database.reader.rows(select(attendance.c.status))
    assert [row.status for row in rows] == ["absent"] * 4
    assert [one.text for one in await teacher.messages() if PIN in one.text] == []
    kept = await story.application.database.reader.rows(select(conversations.c.body))
    assert [row.body for row in kept if PIN in str(row.body)] == []
    assert PIN not in str(await _row(story, school.ALGEBRA_TEACHER))


async def test_a_line_in_writing_is_not_lost_either_and_twelve_hours_later_the_pad_asks(story: Story) -> None:
    await _asks(story)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/dz 7А алгебра № 345")
    await _chooses(teacher)
    await teacher.press("Продолжить")
    await teacher.wait_for("№ 345")
    await teacher.write("/dz 7А алгебра № 346")
    await teacher.wait_for("№ 346")
    await story.later(hours=12, minutes=1)
    await teacher.write("/dz 7А алгебра № 347")
    pad = await teacher.wait_for(ASK)
    keys = [button.data for row in pad.buttons for button in row if button.text.isdigit()]
    assert sorted(keys) == [f"apk:{place}" for place in range(10)]
    await _press_pin(teacher, "9731", pad)
    assert "Осталось 4 попытки" in (await teacher.wait_for("PIN не подошёл")).text
    await _press_pin(teacher, PIN, pad)
    await teacher.wait_for("PIN принят")
    await teacher.press("Продолжить")
    await teacher.wait_for("№ 347")


async def test_a_form_goes_on_where_it_was(story: Story) -> None:
    await _asks(story)
    admin = await story.phone(school.ADMIN)
    await admin.write("/staff")
    await admin.press("Закрыть доступ всем")
    await admin.press("Да, закрыть")
    await admin.wait_for("напишите слово")
    await admin.write("ЗАКРЫТЬ")
    await _chooses(admin)
    rows = await story.application.database.reader.rows(select(bindings.c.id).where(bindings.c.ended_at.is_not(None)))
    assert list(rows) == []
    await admin.press("Продолжить")
    await admin.wait_for("Доступ закрыт")


async def test_reading_and_family_acts_never_ask(story: Story) -> None:
    await _asks(story)
    said = ("/lesson", "/tomorrow", "/owed", "/results", "/class", "/absences", "/remarks", "/requests", "/closing")
    more = ("/where 7А", "/free 2", "/exempt", "/staff", "/menu", "/me", "/settings", "/marks", "/week", "/homework")
    for person in (school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.DEPUTY, school.DIRECTOR, school.ADMIN):
        phone = await story.phone(person)
        for command in (*said, *more):
            await phone.write(command)
            seen = await phone.wait_for("")
            assert "PIN" not in seen.text, (person, command)
        await story.later(minutes=1)
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("/absent Вера завтра болеет")
    await deputy.wait_for("Записано")


async def test_five_wrong_tries_lock_until_the_administrator_resets(story: Story) -> None:
    await _asks(story)
    teacher, admin = await story.phones(school.ALGEBRA_TEACHER, school.ADMIN)
    await teacher.write("/dz 7А алгебра № 345")
    await _chooses(teacher)
    await story.later(hours=13)
    await teacher.write("/dz 7А алгебра № 346")
    await teacher.wait_for(ASK)
    for _ in range(4):
        await teacher.write("9731")
        await teacher.wait_for("PIN не подошёл")
    await teacher.write("9731")
    await teacher.wait_for("закрыт")
    await teacher.write(PIN)
    await teacher.wait_for("закрыт")
    await teacher.write("/lesson")
    assert "PIN" not in (await teacher.wait_for("")).text
    for person in (school.DEPUTY, school.DIRECTOR, school.CLASS_TEACHER_7A, school.MOTHER, school.ALGEBRA_TEACHER):
        answer = await forged(story, school.telegram_id(person), f"apr:0:{school.ALGEBRA_TEACHER}")
        assert answer.get("show_alert"), person
    await admin.write("/staff")
    await admin.press("Алгебрина Алла")
    await admin.press("Сбросить PIN")
    await _chooses(admin, "1937")
    await admin.press("Продолжить")
    await admin.wait_for("PIN сброшен")
    await teacher.write("/dz 7А алгебра № 347")
    await _chooses(teacher, "8052")
    await teacher.press("Продолжить")
    await teacher.wait_for("№ 347")


async def test_a_plain_pin_is_not_taken_and_two_that_differ_begin_again(story: Story) -> None:
    await _asks(story)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/dz 7А алгебра № 345")
    await teacher.wait_for(NEW)
    for plain in ("1234", "0000", "123", "123456789", "4321"):
        await teacher.write(plain)
        await teacher.wait_for("не угадать")
    await teacher.write(PIN)
    await teacher.wait_for("ещё раз")
    await teacher.write("2581")
    await teacher.wait_for("не совпали")
    assert await _row(story, school.ALGEBRA_TEACHER) is None


async def test_where_the_school_does_not_ask_nobody_is_asked(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/dz 7А алгебра № 345")
    assert "PIN" not in (await teacher.wait_for("№ 345")).text
