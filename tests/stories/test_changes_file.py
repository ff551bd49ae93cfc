"""Substitutions as a file: looked at, applied by one tap, told of as those made by buttons."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import func, select

from domain.errors import NotAllowed
from domain.ids import BroughtFileId, PersonId
from domain.school.bringing import FileGone
from storage.files.spreadsheets import read_workbook
from storage.tables import school as t
from tests import school
from tests.people import Message, Phone
from tests.stories.bringing import brought, csv_of
from tests.stories.conftest import Story

HEADINGS = ("урок", "КЛАСС", "Дата", "Что", "Кто заменяет", "Перенести на", "Каб.")
ROWS = [
    ("1", "7А", "25.11.2026", "Замена", "Бегунов И.О.", "", ""),
    ("2 урок", "7 «а»", "", "отмена", "", "", ""),
    ("3", "7Б", "", "", "", "27.11, 4 урок", ""),
    ("1", "7Ю", "", "отмена", "", "", ""),
    ("2", "1А", "", "", "Алгебрина", "", ""),
]
"""Of tomorrow: three that can be done, a class that there is not, a teacher who is busy."""


async def _sent(phone: Phone, rows: Sequence[Sequence[str]] = ROWS, headings: Sequence[str] = HEADINGS) -> Message:
    await phone.file(csv_of(rows, headings), "замены.csv")
    return await phone.wait_for("замены.csv")


async def _changes(story: Story) -> int:
    row = await story.application.database.reader.row(select(func.count()).select_from(t.lesson_changes))
    assert row is not None
    return int(row[0])


async def test_a_table_is_looked_at_and_applied_by_one_tap(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    told = await _sent(deputy)
    assert "замены.csv: проверка. Пока ничего не записано." in told.text
    assert told.text.split("\n\n")[1].splitlines() == [
        "Среда, 25 ноября",
        "1. 7А · Алгебра — 🔁 Бегунов И. О.",
        "2. 7А · Русский язык — ✖️ отменяется",
        "3. 7Б · Геометрия — ➡️ переносится: пт 27.11, 4-й урок",
    ]
    assert told.text.split("\n\n")[2].splitlines() == [
        "❔ Под вопросом: 2, не вносятся, пока не поправлены:",
        "• строка 5 (7Ю, 1): класса «7Ю» нет",
        "• строка 6, 2. 1А · Литературное чтение: учитель в это время ведёт 7Б · Алгебра",
        "Если так и задумано, например, подгруппы объединены, — поставьте кнопками: /subs",
    ]
    assert await _changes(story) == 0
    await deputy.press("✅ Применить: 3")
    done = await deputy.wait_for("внесено, 3", button="‹ Все замены")
    assert "Вернуть можно каждое отдельно: /subs" in done.text
    await deputy.write("/subs")
    day = await deputy.wait_for("Замены и изменения")
    for line in told.text.split("\n\n")[1].splitlines():
        assert line in day.text
    again = await _sent(deputy)
    assert "вносить нечего, кроме строк под вопросом" in again.text
    assert "Уже так и есть: 3." in again.text


async def test_families_and_teachers_hear_of_it_once(story: Story) -> None:
    deputy, mother, sport, orlov = await story.phones(school.DEPUTY, school.MOTHER, school.SPORT, school.ORLOV_MOTHER)
    await _sent(deputy)
    await deputy.press("✅ Применить: 3")
    await deputy.wait_for("внесено")
    await story.later(minutes=4)
    told = await mother.wait_for("Завтра, среда, 25 ноября, 7А")
    assert told.text.splitlines()[1:] == ["1. Алгебра — 🔁 Бегунов И. О.", "2. Русский язык — ✖️ отменяется"]
    assert "1. 7А · Алгебра — 🔁 ведёте вы" in (await sport.wait_for("ваши уроки")).text
    assert "Геометрия — ➡️ переносится" in (await orlov.wait_for("Завтра, среда, 25 ноября, 7Б")).text
    await story.later(minutes=30)
    for phone in (mother, sport):
        await phone.stays_silent(0.2)


async def test_a_timetable_that_changed_meanwhile_is_shown_anew_and_nothing_is_written(story: Story) -> None:
    deputy, admin = await story.phones(school.DEPUTY, school.ADMIN)
    await _sent(deputy)
    await admin.write("завтра 7А 1 урок каб 40")
    await admin.wait_for("✅")
    before = await _changes(story)
    await deputy.press("✅ Применить: 3")
    anew = await deputy.wait_for("Расписание успело измениться", button="✅ Применить: 3")
    assert "1. 7А · Алгебра — 🔁 Бегунов И. О., каб. 40" in anew.text
    assert await _changes(story) == before
    await deputy.press("✅ Применить: 3")
    await deputy.wait_for("внесено, 3")


async def test_what_the_journal_holds_is_not_cancelled_by_a_file(story: Story) -> None:
    deputy, teacher = await story.phones(school.DEPUTY, school.ALGEBRA_TEACHER)
    rows = [("1", "7А", "сегодня", "отмена", "", "", ""), ("2", "7А", "", "отмена", "", "", "")]
    await _sent(deputy, rows)
    await teacher.write("/lesson")
    await teacher.press("✅ Иванов Пётр", message=await teacher.wait_for("1-й урок"))
    await teacher.wait_for("Нет 1")
    await deputy.press("✅ Применить: 2")
    anew = await deputy.wait_for("Расписание успело измениться", button="✅ Применить: 1")
    assert "строка 2, 1. 7А · Алгебра: в журнале уже есть записи этого урока" in anew.text
    assert await _changes(story) == 0


async def test_a_second_tap_and_a_file_that_is_left_do_nothing(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    services, actor = story.application.wiring.services(), school.actor(school.DEPUTY)
    await _sent(deputy)
    for use in (services.bringing.apply, services.changes_files.apply):
        with pytest.raises(FileGone):
            await use(school.actor(school.ADMIN), BroughtFileId(1))
    with pytest.raises(FileGone):
        await services.bringing.apply(actor, BroughtFileId(1))
    await deputy.press("Не надо")
    await deputy.wait_for("Файл отложен")
    with pytest.raises(FileGone):
        await services.changes_files.apply(actor, BroughtFileId(1))
    assert await _changes(story) == 0


async def test_lists_can_be_taken_back_after_substitutions_came_in(story: Story) -> None:
    admin = await story.phone(school.ADMIN)
    await brought(admin)
    await admin.press("✅ Применить")
    lists = await admin.wait_for("внесено.", button="↩️ Отменить")
    await _sent(admin)
    await admin.press("✅ Применить: 3")
    await admin.wait_for("внесено, 3")
    await admin.press("↩️ Отменить", message=lists)
    await admin.wait_for("прежние значения вернулись")


@pytest.mark.parametrize("person", [school.SECRETARY, school.DIRECTOR, school.CLASS_TEACHER_7A, school.MOTHER])
async def test_nobody_else_changes_lessons_by_a_file(story: Story, person: PersonId) -> None:
    phone, actor = await story.phone(person), school.actor(person)
    await phone.file(csv_of(ROWS, HEADINGS), "замены.csv")
    assert "проверка" not in (await phone.wait_for()).text
    files = story.application.wiring.services().changes_files
    for use in (files.apply, files.drop):
        with pytest.raises(NotAllowed):
            await use(actor, BroughtFileId(1))
    for ask in (files.way, files.template):
        with pytest.raises(NotAllowed):
            await ask(actor)
    with pytest.raises(NotAllowed):
        await files.bring(actor, "замены.csv", b"", ())
    assert await _changes(story) == 0


async def test_a_stranger_is_asked_for_a_code(story: Story) -> None:
    stranger = await story.stranger()
    await stranger.file(csv_of(ROWS, HEADINGS), "замены.csv")
    assert "проверка" not in (await stranger.wait_for()).text


async def test_what_cells_hold_stays_text(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    rows = [
        ("1", "=cmd|' /C calc'!A0", "завтра", "отмена", "", "", ""),
        ("1", "7А", "завтра", "замена", "<b>=HYPERLINK(1)</b>", "", ""),
        ("1", "7А", "завтра", "", "", "", "=1+1&<i>"),
        ("1" * 4000, "7А", "завтра", "отмена", "", "", ""),
    ]
    told = await _sent(deputy, rows)
    assert "класса «=cmd|' /C calc'!A0» нет" in told.text
    assert "учителя «<b>=HYPERLINK(1)</b>» в расписании нет" in told.text
    assert "1. 7А · Алгебра — 🚪 =1+1&<i>" in told.text


async def test_of_a_long_table_every_row_is_in_a_workbook(story: Story, tmp_path: Path) -> None:
    deputy = await story.phone(school.DEPUTY)
    good = [("1", "7А", f"{day}.12", "отмена", "", "", "") for day in (1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16)]
    bad = [("1", "=1+1", "25.11", "отмена", "", "", "")] * 10
    told = await _sent(deputy, [*good, *bad])
    assert told.button("✅ Применить: 12")
    (book,) = [one for one in await deputy.messages() if "document" in one.raw and not one.out]
    path = tmp_path / "строки.xlsx"
    path.write_bytes(await deputy.download(book.raw["document"]["file_id"]))
    changes, doubts = read_workbook(path)
    assert [row.cells for row in changes.rows[1:3]] == [
        ("вт 01.12", "1. 7А · Алгебра — ✖️ отменяется"),
        ("ср 02.12", "1. 7А · Алгебра — ✖️ отменяется"),
    ]
    assert doubts.rows[10].cells == ("25.11", "строка 23 (=1+1, 1): класса «=1+1» нет")
    many = [("1", "7А", "завтра", "отмена", "", "", "")] * 201
    await deputy.file(csv_of(many, HEADINGS), "много.csv")
    await deputy.wait_for("можно не больше 200")


async def test_the_template_is_taken_and_is_such_a_table(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("/subs")
    await deputy.press("📎 Замены файлом", message=await deputy.wait_for("Замены и изменения"))
    await deputy.press("📄 Шаблон таблицы", message=await deputy.wait_for("Пришлите таблицу сюда"))
    taken = await deputy.wait_for("Замените примеры")
    await deputy.file(await deputy.download(taken.raw["document"]["file_id"]), "замены.xlsx")
    told = await deputy.wait_for("замены.xlsx")
    assert "строка 2, 1. 7А · Алгебра: учителя «Лютикова О. В.» в расписании нет" in told.text
    assert "3. 7А/1 · Английский язык — ✖️ отменяется" in told.text
