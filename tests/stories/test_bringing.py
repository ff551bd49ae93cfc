"""Files of lists through the chat: looked at, applied by one tap, taken back; the lists of a class taken out."""

import csv
import io
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, update

from domain.errors import NotAllowed
from domain.ids import BroughtFileId
from domain.school.bringing import FileGone
from storage.files.spreadsheets import read_workbook
from storage.tables import journal, roles
from storage.tables import school as t
from storage.tables.office import brought_files
from tests import school
from tests.people import Message, Phone
from tests.stories.conftest import Story

PUPILS = ("Класс", "ФИО", "Дата рождения", "Номер", "Мать")
CLASS_7A = [
    ("7А", "Иванов Пётр Олегович", "", "У-1", "Иванова Мария Петровна"),
    ("7А", "Петрова Анна Сергеевна", "", "", ""),
    ("7А", "Сидоров Семён Ильич", "", "", ""),
    ("7А", "Ромашкин Илья Андреевич", "17.05.2013", "", "Ромашкина Нина Павловна"),
]
"""A new pupil with his mother, a number for Иванов, without Кузина."""


def _csv(rows: Sequence[Sequence[str]], headings: Sequence[str] = PUPILS) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([headings, *rows])
    return text.getvalue().encode()


async def _brought(phone: Phone, rows: Sequence[Sequence[str]] = CLASS_7A, name: str = "7А.csv") -> Message:
    await phone.file(_csv(rows), name)
    return await phone.wait_for("проверка", button="✅ Применить")


async def _people(story: Story) -> int:
    row = await story.application.database.reader.row(select(func.count()).select_from(roles.people))
    assert row is not None
    return int(row[0])


async def _number_of(story: Story, person: int) -> str | None:
    number = select(roles.people.c.external_number).where(roles.people.c.id == person)
    row = await story.application.database.reader.row(number)
    return row[0] if row else None


async def test_a_file_is_looked_at_applied_by_one_tap_and_taken_back(story: Story) -> None:
    secretary, before = await story.phone(school.SECRETARY), await _people(story)
    told = await _brought(secretary)
    assert "➕ Новые: 1 ученик, 1 родитель." in told.text
    assert "✏️ Изменится: 1 ученик." in told.text
    assert "Без изменений: 2 ученика, 1 родитель." in told.text
    assert "🔎 Нет в файле: 1\n• 7А · Кузина Вера\nОни остаются в школе" in told.text
    assert await _people(story) == before
    await secretary.press("✅ Применить")
    done = await secretary.wait_for("внесено.", button="↩️ Отменить")
    assert "до 08:40, 25 ноября" in done.text
    assert (await _people(story), await _number_of(story, school.IVANOV)) == (before + 2, "У-1")
    await secretary.press("↩️ Отменить")
    await secretary.wait_for("прежние значения вернулись")
    assert (await _people(story), await _number_of(story, school.IVANOV)) == (before, None)


async def test_what_would_change_is_listed_in_a_workbook_with_its_rows(story: Story, tmp_path: Path) -> None:
    secretary = await story.phone(school.SECRETARY)
    await secretary.file(_csv([*CLASS_7A, ("7А", "=cmd|' /C calc'!A0 Иван", "", "", "")]), "7А.csv")
    await secretary.wait_for("поправить 1 место")
    await _brought(secretary)
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
    await _brought(secretary)
    await _brought(admin, [("7А", "Васильков Лев Денисович", "", "", "")], "новый.csv")
    await admin.press("✅ Применить")
    await admin.wait_for("внесено.")
    before = await _people(story)
    await secretary.press("✅ Применить")
    anew = await secretary.wait_for("Списки успели измениться", button="✅ Применить")
    assert "Нет в файле: 2" in anew.text
    assert await _people(story) == before
    await secretary.press("✅ Применить")
    await secretary.wait_for("внесено.")
    assert await _people(story) == before + 2


async def test_a_second_tap_on_an_old_screen_does_nothing_twice(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    bringing, actor = story.application.wiring.services().bringing, school.actor(school.SECRETARY)
    await _brought(secretary)
    await secretary.press("✅ Применить")
    await secretary.wait_for("внесено.")
    before = await _people(story)
    for again in (bringing.apply, bringing.drop):
        with pytest.raises(FileGone):
            await again(actor, BroughtFileId(1))
    assert await _people(story) == before
    await secretary.press("↩️ Отменить")
    await secretary.wait_for("прежние значения вернулись")
    with pytest.raises(FileGone):
        await bringing.undo(actor, BroughtFileId(1))


async def test_a_file_that_is_left_is_kept_no_longer(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await _brought(secretary)
    await secretary.press("Не надо")
    await secretary.wait_for("Файл отложен")
    rows = await story.application.database.reader.rows(select(brought_files.c.state, brought_files.c.content))
    assert [tuple(row) for row in rows] == [("dropped", None)]


async def test_what_is_not_applied_within_a_day_is_forgotten(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await _brought(secretary)
    story.clock.advance(hours=25)
    await story.application.jobs.forget_old()
    rows = await story.application.database.reader.rows(select(brought_files.c.content))
    assert [row.content for row in rows] == [None]
    answer = await secretary.press("✅ Применить")
    assert answer is not None
    assert "ждал больше суток" in answer.text


async def test_undoing_after_a_day_is_refused_and_its_rows_are_forgotten(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await _brought(secretary)
    await secretary.press("✅ Применить")
    await secretary.wait_for("внесено.")
    story.clock.advance(hours=25)
    await story.application.jobs.forget_old()
    rows = await story.application.database.reader.rows(
        select(brought_files.c.id).where(brought_files.c.undo.is_(None))
    )
    assert len(rows) == 1
    answer = await secretary.press("↩️ Отменить")
    assert answer is not None
    assert "в течение суток" in answer.text


async def test_what_was_worked_with_since_is_told_and_nothing_is_taken_back(story: Story) -> None:
    secretary, database = await story.phone(school.SECRETARY), story.application.database
    await _brought(secretary)
    await secretary.press("✅ Применить")
    await secretary.wait_for("внесено.")
    newest = await database.reader.row(select(func.max(t.enrolments.c.pupil_id)))
    assert newest is not None
    about = {"day": school.TUESDAY, "subject_id": school.ALGEBRA, "kind_id": 1, "value": "5"}
    async with database.begin() as tx:
        lesson = await tx.add(
            insert(journal.lessons).values(
                entry_id=school.entry_of(0),
                day=school.TUESDAY,
                position=1,
                subject_id=school.ALGEBRA,
                teacher_id=school.ALGEBRA_TEACHER,
            )
        )
        mark = {"lesson_id": lesson, "pupil_id": newest[0], "set_by": school.ALGEBRA_TEACHER, "set_at": school.MORNING}
        await tx.run(insert(journal.marks).values(**mark, **about))
    before = await _people(story)
    await secretary.press("↩️ Отменить")
    told = await secretary.wait_for("отменить уже нельзя")
    assert "• отметки: 1" in told.text
    assert (await _people(story), await _number_of(story, school.IVANOV)) == (before, "У-1")


async def test_a_value_changed_since_is_told_and_nothing_is_taken_back(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await _brought(secretary)
    await secretary.press("✅ Применить")
    await secretary.wait_for("внесено.")
    async with story.application.database.begin() as tx:
        left = update(t.enrolments).where(t.enrolments.c.pupil_id > school.ORLOV_MOTHER)
        await tx.run(left.values(until_day=school.TUESDAY - timedelta(days=1)))
    await secretary.press("↩️ Отменить")
    assert "• потом изменились: 1 ученик" in (await secretary.wait_for("отменить уже нельзя")).text


async def test_of_two_files_the_later_is_taken_back_first(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await _brought(secretary)
    await secretary.press("✅ Применить")
    first = await secretary.wait_for("внесено.")
    await _brought(secretary, [("7Б", "Васильков Лев Денисович", "", "", "")], "7Б.csv")
    await secretary.press("✅ Применить")
    second = await secretary.wait_for("7Б.csv: внесено.")
    answer = await secretary.press("↩️ Отменить", message=first)
    assert answer is not None
    assert "внесён другой" in answer.text
    for one in (second, first):
        await secretary.press("↩️ Отменить", message=one)
        await secretary.wait_for("прежние значения вернулись")


async def test_several_files_are_each_looked_at_by_themselves(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    for name in ("7А.csv", "7Б.csv"):
        rows = [(name[:2], "Васильков Лев Денисович", "", "", "")]
        await secretary.file(_csv(rows), name, album="album-1")
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
    await deputy.file(_csv(CLASS_7A), "7А.csv")
    await deputy.wait_for("Это действие вам недоступно")
    week = [("День", "Урок", "7А"), ("Понедельник", "1", "Алгебра"), ("Понедельник", "2", "Русский язык")]
    await deputy.file(_csv(week[1:], week[0]), "расписание.csv")
    told = await deputy.wait_for("проверка", button="✅ Применить")
    assert "Расписание одной кнопкой не вернуть" in told.text
    await deputy.press("✅ Применить")
    assert "↩️ Отменить" not in (await deputy.wait_for("внесено.")).labels


async def test_whoever_may_not_bring_files_cannot_do_it_by_any_button(story: Story) -> None:
    secretary, teacher, mother = await story.phones(school.SECRETARY, school.ALGEBRA_TEACHER, school.MOTHER)
    await _brought(secretary)
    before = await _people(story)
    for phone in (teacher, mother):
        await phone.file(_csv(CLASS_7A), "7А.csv")
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
            await services.bringing.bring(actor, "7А.csv", _csv(CLASS_7A))
        with pytest.raises(NotAllowed):
            await services.exporting.of_class(actor, school.CLASS_7A)
    with pytest.raises(NotAllowed):
        await services.exporting.of_class(school.actor(school.DEPUTY), school.CLASS_7A)
    assert await _people(story) == before


async def test_a_file_is_applied_left_and_taken_back_by_who_brought_it_alone(story: Story) -> None:
    secretary, bringing = await story.phone(school.SECRETARY), story.application.wiring.services().bringing
    await _brought(secretary)
    admin, file = school.actor(school.ADMIN), BroughtFileId(1)
    for use in (bringing.apply, bringing.drop):
        with pytest.raises(FileGone):
            await use(admin, file)
    await secretary.press("✅ Применить")
    await secretary.wait_for("внесено.")
    with pytest.raises(FileGone):
        await bringing.undo(admin, file)
