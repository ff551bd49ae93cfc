"""Who looked at whom: the administration reads all of it, a family what concerns the child; files are told of."""

from io import BytesIO
from zipfile import ZipFile

from handlers.roles.audit_buttons import FROM_MENU, WhoLookedAt
from tests import school
from tests.people import Message, Phone
from tests.stories.conftest import Story


async def _remarks_of_ivanov(phone: Phone) -> None:
    await phone.write("/remarks")
    await phone.wait_for("какой класс?", button="7А")
    await phone.press("7А")
    await phone.wait_for("за год", button="Иванов Пётр")
    await phone.press("Иванов Пётр")
    await phone.wait_for("Записей пока нет")


async def _tap(story: Story, phone: Phone, message: Message, data: str, number: int) -> None:
    """A button that this screen does not have."""
    user = {"id": phone.id, "is_bot": False, "first_name": "А"}
    chat = {"id": phone.id, "type": "private"}
    tapped = {"message_id": message.id, "date": 1, "chat": chat, "text": "x"}
    query = {"id": str(number), "from": user, "chat_instance": "1", "message": tapped, "data": data}
    await story.people.updates(update={"update_id": number, "callback_query": query})
    await phone.stays_silent()


async def _log(phone: Phone) -> str:
    await phone.write("/audit")
    return (await phone.wait_for("Кто смотрел и выгружал")).text


async def test_the_family_sees_who_of_the_staff_looked_at_the_child(story: Story) -> None:
    deputy, mother, admin = await story.phones(school.DEPUTY, school.MOTHER, school.ADMIN)
    await _remarks_of_ivanov(deputy)
    await _remarks_of_ivanov(deputy)
    await mother.write("/day")
    await mother.wait_for("📔")
    await story.application.jobs.note_seen()
    await mother.write("/mydata")
    await mother.wait_for("Мои данные и данные детей", button="Кто смотрел: Иванов Пётр")
    await mother.press("Кто смотрел: Иванов Пётр")
    seen = (await mother.wait_for("данные ребёнка, Иванов Пётр")).text
    line = "Кузина Е. Ю. (завуч, учитель, классный руководитель) — замечания и благодарности"
    roles = line if line in seen else line.replace(", классный руководитель", "")
    assert f"{roles} ×2" in seen
    assert f"{roles}: весь 7А ×2" in seen
    assert "Иванова М." not in seen
    log = await _log(admin)
    assert "замечания и благодарности: Иванов П. О. ×2" in log
    assert "Иванова М." not in log


async def test_nobody_else_reads_it(story: Story) -> None:
    deputy, mother, teacher, pupil = await story.phones(
        school.DEPUTY, school.ORLOV_MOTHER, school.ALGEBRA_TEACHER, school.ORLOV
    )
    await _remarks_of_ivanov(deputy)
    await story.application.jobs.note_seen()
    for phone in (mother, teacher, pupil, deputy):
        await phone.write("/audit")
        await phone.wait_for("Это действие вам недоступно")
        await phone.write("/mydata")
        shown = await phone.wait_for("Мои данные")
        for number, button in enumerate((WhoLookedAt(person=school.IVANOV, page=0), FROM_MENU)):
            await _tap(story, phone, shown, button.pack(), phone.id * 10 + number)
    stranger = await story.stranger()
    await stranger.write("/audit")
    assert "Кузина" not in (await stranger.wait_for()).text


async def test_a_person_is_found_and_the_log_turned_round(story: Story) -> None:
    deputy, admin = await story.phones(school.DEPUTY, school.ADMIN)
    await _remarks_of_ivanov(deputy)
    await story.application.jobs.note_seen()
    await admin.write("/audit кузина елена")
    await admin.wait_for("Кого показать?", button="Смотрит: Кузина Е. Ю.")
    await admin.press("Смотрит: Кузина Е. Ю.")
    by = await admin.wait_for("Кто: Кузина Е. Ю.")
    assert "Иванов П. О." in by.text
    await admin.press("данные: Кузина Е. Ю.")
    of = await admin.wait_for("Чьи данные: Кузина Е. Ю.")
    assert "Записей нет" in of.text or "записей нет" in of.text
    await admin.press("Кто менял")
    changed = await admin.wait_for("Кто что менял", button="👁 Кто смотрел")
    assert "аписей нет" in changed.text
    await admin.write("/audit Никтова")
    await admin.wait_for("Никого с таким именем нет")


async def test_the_sheet_is_a_file_that_is_written_down_and_told_in_the_evening(story: Story) -> None:
    deputy, admin, director = await story.phones(school.DEPUTY, school.ADMIN, school.DIRECTOR)
    await _remarks_of_ivanov(deputy)
    await story.application.jobs.note_seen()
    await _log(admin)
    for _ in range(10):
        await admin.press("Таблица XLSX")
    sheet = await admin.wait_for("Эта выгрузка тоже записана")
    assert sheet.raw["document"]["file_name"] == "Кто смотрел данные.xlsx"
    with ZipFile(BytesIO(await admin.download(sheet.raw["document"]["file_id"]))) as book:
        assert "Кузина Елена Юрьевна" in book.read("xl/sharedStrings.xml").decode()
    refused = await admin.press("Таблица XLSX")
    assert refused is not None
    assert "выгрузили уже 10 файлов" in refused.text
    assert "выгрузка: кто смотрел данные: вся школа ×10" in await _log(admin)
    await director.stays_silent()
    await story.later(hours=9, minutes=30)
    told = await director.wait_for("файлов с данными учеников")
    assert "Адамова А. А." in told.text
    assert "— 10" in told.text
    await director.stays_silent()
