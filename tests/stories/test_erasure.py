"""A guardian asks to be erased; the administrator sees what goes and what stays, and does it in one act."""

from tests import school
from tests.stories.conftest import Story


async def test_a_guardian_is_erased_at_her_wish(story: Story) -> None:
    mother, admin, director = await story.phones(school.PETROVA_MOTHER, school.ADMIN, school.DIRECTOR)
    await mother.write("/mydata")
    await mother.wait_for("Мои данные", button="Удалить мои данные")
    await mother.press("Удалить мои данные")
    await mother.wait_for("Попросить?")
    await mother.press("Да, попросить")
    await mother.wait_for("Просьба передана администратору")
    await admin.wait_for("Петрова Ольга Викторовна просит удалить свои данные", button="Посмотреть")
    await admin.press("Посмотреть")
    await admin.wait_for("Запросы на удаление данных: 1", button="Петрова О. В.")
    await admin.press("Петрова О. В.")
    dry = await admin.wait_for("Удалится:")
    assert "• связи с детьми: 1" in dry.text
    assert "• имя, дата рождения, номер, язык" in dry.text
    assert "Хранить по закону нечего." in dry.text
    await admin.press("Удалить…")
    await admin.wait_for("Вернуть это будет нельзя")
    await admin.press("Удалить безвозвратно")
    await admin.wait_for("Данные удалены: Петрова Ольга Викторовна")
    await mother.write("/mydata")
    said = await mother.wait_for()
    assert "Мои данные" not in said.text
    await admin.write("/erasures")
    await admin.wait_for("нет ни одного")
    await director.write("/erasures")
    await director.wait_for("Это действие вам недоступно")


async def test_the_file_comes_to_the_person_alone(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await mother.write("/me")
    await mother.wait_for("", button="Мои данные")
    await mother.press("Мои данные")
    await mother.wait_for("Мои данные и данные детей", button="Получить файл")
    for _ in range(3):
        await mother.press("Получить файл")
        sent = await mother.wait_for("Всё, что хранит журнал")
    page = (await mother.download(sent.raw["document"]["file_id"])).decode()
    assert sent.raw["document"]["file_name"] == "Мои данные.html"
    assert "<h2>Иванова Мария Петровна</h2>" in page
    assert "<h2>Иванов Пётр Олегович</h2>" in page
    assert "Петрова" not in page
    refused = await mother.press("Получить файл")
    assert refused is not None
    assert "файл уже получен 3 раза" in refused.text
