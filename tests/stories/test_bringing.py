"""Files of lists through the chat: looked at, applied by one tap, taken back; the lists of a class taken out."""

from pathlib import Path

import pytest
from sqlalchemy import select

from domain.errors import NotAllowed
from domain.ids import BroughtFileId
from domain.school.bringing import FileGone
from storage.files.spreadsheets import read_workbook
from storage.tables.office import brought_files
from tests import school
from tests.stories.bringing import CLASS_7A, brought, csv_of, number_of, people_of
from tests.stories.conftest import Story


async def test_a_file_is_looked_at_applied_by_one_tap_and_taken_back(story: Story) -> None:
    secretary, before = await story.phone(school.SECRETARY), await people_of(story)
    told = await brought(secretary)
    assert "➕ Новые: 1 ученик, 1 родитель." in told.text
    assert "✏️ Изменится: 1 ученик." in told.text
    assert "Без изменений: 2 ученика, 1 родитель." in told.text
    assert "🔎 Нет в файле: 1\n• 7А · Кузина Вера\nОни остаются в школе" in told.text
    assert await people_of(story) == before
    await secretary.press("✅ Применить")
    done = await secretary.wait_for("внесено.", button="↩️ Отменить")
    assert "до 08:40, 25 ноября" in done.text
    assert (await people_of(story), await number_of(story, school.IVANOV)) == (before + 2, "У-1")
    await secretary.press("↩️ Отменить")
    await secretary.wait_for("прежние значения вернулись")
    assert (await people_of(story), await number_of(story, school.IVANOV)) == (before, None)


async def test_what_would_change_is_listed_in_a_workbook_with_its_rows(story: Story, tmp_path: Path) -> None:
    secretary = await story.phone(school.SECRETARY)
    await secretary.file(csv_of([*CLASS_7A, ("7А", "=cmd|' /C calc'!A0 Иван", "", "", "")]), "7А.csv")
    await secretary.wait_for("поправить 1 место")
    await brought(secretary)
    files = [one for one in await secretary.messages() if "document" in one.raw and not one.out]
    rows = {}
    for number, one in enumerate(files):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(await secretary.download(one.raw["document"]["file_id"]))
        rows |= {sheet.name: [row.cells for row in sheet.rows[1:]] for sheet in read_workbook(path)}
    assert rows["Ошибки"][0][0] == "=cmd|' /C calc'!A0 Иван"
    assert ("Ромашкин Илья Андреевич", "класс", "", "7А", "", "", "5") in rows["Ученики"]
    assert ("Иванов Пётр Олегович", "личный номер", "", "У-1", "", "", "2") in rows["Ученики"]
    relation = ("Ромашкина Нина Павловна", "кем приходится", "", "мать", "Ромашкин Илья Андреевич", "", "E5")
    assert relation in rows["Родители"]


async def test_a_list_that_changed_meanwhile_is_shown_anew_and_nothing_is_written(story: Story) -> None:
    secretary, admin = await story.phones(school.SECRETARY, school.ADMIN)
    await brought(secretary)
    await brought(admin, [("7А", "Васильков Лев Денисович", "", "", "")], "новый.csv")
    await admin.press("✅ Применить")
    await admin.wait_for("внесено.")
    before = await people_of(story)
    await secretary.press("✅ Применить")
    anew = await secretary.wait_for("Списки успели измениться", button="✅ Применить")
    assert "Нет в файле: 2" in anew.text
    assert await people_of(story) == before
    await secretary.press("✅ Применить")
    await secretary.wait_for("внесено.")
    assert await people_of(story) == before + 2


async def test_a_second_tap_on_an_old_screen_does_nothing_twice(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    bringing, actor = story.application.wiring.services().bringing, school.actor(school.SECRETARY)
    await brought(secretary)
    await secretary.press("✅ Применить")
    await secretary.wait_for("внесено.")
    before = await people_of(story)
    for again in (bringing.apply, bringing.drop):
        with pytest.raises(FileGone):
            await again(actor, BroughtFileId(1))
    assert await people_of(story) == before
    await secretary.press("↩️ Отменить")
    await secretary.wait_for("прежние значения вернулись")
    with pytest.raises(FileGone):
        await bringing.undo(actor, BroughtFileId(1))


async def test_a_file_that_is_left_is_kept_no_longer(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await brought(secretary)
    await secretary.press("Не надо")
    await secretary.wait_for("Файл отложен")
    rows = await story.application.database.reader.rows(select(brought_files.c.state, brought_files.c.content))
    assert [tuple(row) for row in rows] == [("dropped", None)]


async def test_what_is_not_applied_within_a_day_is_forgotten(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await brought(secretary)
    story.clock.advance(hours=25)
    await story.application.jobs.forget_old()
    rows = await story.application.database.reader.rows(select(brought_files.c.content))
    assert [row.content for row in rows] == [None]
    answer = await secretary.press("✅ Применить")
    assert answer is not None
    assert "ждал больше суток" in answer.text


async def test_several_files_are_each_looked_at_by_themselves(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    for name in ("7А.csv", "7Б.csv"):
        rows = [(name[:2], "Васильков Лев Денисович", "", "", "")]
        await secretary.file(csv_of(rows), name, album="album-1")
    for name in ("7А.csv", "7Б.csv"):
        assert (await secretary.wait_for(f"{name}: проверка")).button("✅ Применить")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.4\0\0", "таблица XLSX, ODS или CSV"),
        (b"PK\x03\x04 and nothing more", "таблица XLSX, ODS или CSV"),
        (b" ", "этот пуст"),
        ("Фамилия;Телефон\nИванов;5".encode(), "«Шаблон таблицы» в /import"),
        (b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><timetable>&a;</timetable>', "готовое расписание"),
    ],
)
async def test_what_cannot_be_read_is_answered_with_what_to_do(story: Story, content: bytes, said: str) -> None:
    secretary = await story.phone(school.SECRETARY)
    await secretary.file(content, "список.xlsx")
    told = await secretary.wait_for("нужно поправить 1 место")
    assert said in told.text
    assert "✅ Применить" not in told.labels


async def test_a_heavy_file_is_not_even_fetched(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await secretary.file(b"x" * (5 * 2**20 + 1), "список.csv")
    await secretary.wait_for("больше 5 МБ")
    assert await story.people.calls("getFile") == []


async def test_the_lists_of_a_class_are_taken_out_and_bring_nothing_new(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await secretary.write("/import")
    await secretary.press("📤 Выгрузить списки")
    await secretary.press("7А")
    taken = await secretary.wait_for("7А: 4 ученика")
    content = await secretary.download(taken.raw["document"]["file_id"])
    assert taken.raw["document"]["file_name"] == "Списки 7А.xlsx"
    await secretary.file(content, "7А.xlsx")
    told = await secretary.wait_for("менять нечего")
    assert "Без изменений: 4 ученика, 5 родителей." in told.text
    assert "Нет в файле" not in told.text


async def test_the_template_comes_through_the_chat(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await secretary.write("/import")
    await secretary.press("📄 Шаблон таблицы")
    sent = await secretary.wait_for("Замените примеры")
    assert sent.raw["document"]["file_name"] == "Шаблон списков.xlsx"


async def test_the_deputy_brings_a_timetable_and_no_lists(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("/import")
    assert (await deputy.wait_for("Расписание из файла")).labels == ["‹ Меню"]
    await deputy.file(csv_of(CLASS_7A), "7А.csv")
    await deputy.wait_for("Это действие вам недоступно")
    week = [("День", "Урок", "7А"), ("Понедельник", "1", "Алгебра"), ("Понедельник", "2", "Русский язык")]
    await deputy.file(csv_of(week[1:], week[0]), "расписание.csv")
    told = await deputy.wait_for("проверка", button="✅ Применить")
    assert "Расписание одной кнопкой не вернуть" in told.text
    await deputy.press("✅ Применить")
    assert "↩️ Отменить" not in (await deputy.wait_for("внесено.")).labels


async def test_whoever_may_not_bring_files_cannot_do_it_by_any_button(story: Story) -> None:
    secretary, teacher, mother = await story.phones(school.SECRETARY, school.ALGEBRA_TEACHER, school.MOTHER)
    await brought(secretary)
    before = await people_of(story)
    for phone in (teacher, mother):
        await phone.file(csv_of(CLASS_7A), "7А.csv")
        await phone.wait_for("Не понял")
        await phone.write("/import")
        await phone.wait_for("Это действие вам недоступно")
    services, file = story.application.wiring.services(), BroughtFileId(1)
    for person in (school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A, school.DIRECTOR, school.MOTHER, school.IVANOV):
        actor = school.actor(person)
        for use in (services.bringing.apply, services.bringing.drop, services.bringing.undo):
            with pytest.raises(NotAllowed):
                await use(actor, file)
        with pytest.raises(NotAllowed):
            await services.bringing.read(actor, "7А.csv", csv_of(CLASS_7A))
        with pytest.raises(NotAllowed):
            await services.exporting.of_class(actor, school.CLASS_7A)
    with pytest.raises(NotAllowed):
        await services.exporting.of_class(school.actor(school.DEPUTY), school.CLASS_7A)
    assert await people_of(story) == before


async def test_a_file_is_applied_left_and_taken_back_by_who_brought_it_alone(story: Story) -> None:
    secretary, bringing = await story.phone(school.SECRETARY), story.application.wiring.services().bringing
    await brought(secretary)
    admin, file = school.actor(school.ADMIN), BroughtFileId(1)
    for use in (bringing.apply, bringing.drop):
        with pytest.raises(FileGone):
            await use(admin, file)
    await secretary.press("✅ Применить")
    await secretary.wait_for("внесено.")
    with pytest.raises(FileGone):
        await bringing.undo(admin, file)
