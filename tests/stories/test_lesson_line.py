"""A lesson in one line: typed, looked at, written by one tap; nothing is guessed and nothing is written before."""

from datetime import date
from typing import Any

from sqlalchemy import func, insert, select

from domain.roles.names import norm
from storage.tables import attendance, journal, roles
from storage.tables import school as t
from storage.tables.messaging import facts, known_updates
from storage.topics import LISTS
from tests import school
from tests.people import Message, Phone
from tests.stories.conftest import Story

LINE = "7а алгебра: Иванов 5, Петрова 4 кр, Сидоров н, оп Кузина; тема Степени; дз № 345–350"
KEPT = (journal.marks, journal.homework, attendance.attendance, journal.lessons, journal.change_log, facts)
SURNAMES = (
    "Абрамов Белов Воронцов Гусев Данилов Ермаков Жуков Зайцев Комаров Лебедев Макаров Никитин Осипов Поляков Рожков "
    "Соболев Тарасов Уваров Фёдоров Хохлов Цветков Чернов Шубин Щукин"
)
NEW = 900
"""Ids of the pupils that a test adds begin here."""


async def _rows(story: Story) -> dict[str, int]:
    reader, counts = story.application.database.reader, {}
    for table in KEPT:
        row: Any = await reader.row(select(func.count()).select_from(table))
        counts[table.name] = row[0]
    return counts


async def _lesson(story: Story) -> Any:
    row = await story.application.database.reader.row(select(journal.lessons))
    assert row is not None
    return row


async def _marks(story: Story) -> list[tuple[int, str, str, int]]:
    asked = select(journal.marks.c.pupil_id, journal.marks.c.value, journal.work_kinds.c.short, journal.marks.c.slot)
    rows = await story.application.database.reader.rows(asked.join(journal.work_kinds).order_by(journal.marks.c.id))
    return [tuple(row) for row in rows]


async def _presence(story: Story) -> dict[int, tuple[str, int | None]]:
    rows = await story.application.database.reader.rows(select(attendance.attendance))
    return {row.pupil_id: (row.status, row.minutes) for row in rows}


async def _add_pupils(story: Story, *names: tuple[str, str]) -> None:
    async with story.application.database.begin() as tx:
        people = [
            {"id": NEW + n, "surname": s, "given": g, "name_norm": norm(f"{s} {g}"), "created_at": school.STARTED}
            for n, (s, g) in enumerate(names)
        ]
        start = date(2026, 9, 1)
        seats = [{"pupil_id": one["id"], "class_id": school.CLASS_7A, "from_day": start} for one in people]
        await tx.run(insert(roles.people), people)
        await tx.run(insert(t.enrolments), seats)
        tx.touch(LISTS)


async def test_a_line_is_shown_then_written_and_the_families_are_told(story: Story) -> None:
    teacher, mother, petrova, sidorov = await story.phones(
        school.ALGEBRA_TEACHER, school.MOTHER, school.PETROVA_MOTHER, school.SIDOROV_MOTHER
    )
    await teacher.write(LINE)
    card = await teacher.wait_for("Алгебра · 7А", button="✅ Записать")
    assert card.text.split("\n")[1:] == [
        "вторник, 24 ноября · 1-й урок",
        "Нет: Сидоров Семён (н)",
        "Опоздали: Кузина Вера",
        "Остальные на месте: 2",
        "Отметки: Иванов Пётр — 5 отв, Петрова Анна — 4 кр",
        "Тема: Степени",
        "На дом в среду, 25 ноября: № 345–350",
    ]
    assert not any((await _rows(story)).values())
    await teacher.press("✅ Записать")
    await teacher.wait_for("Записано")
    lesson = await _lesson(story)
    assert (lesson.topic, lesson.roll_call_closed_by) == ("Степени", school.ALGEBRA_TEACHER)
    assert await _marks(story) == [(school.IVANOV, "5", "отв", 1), (school.PETROVA, "4", "кр", 1)]
    assert await _presence(story) == {school.SIDOROV: ("absent", None), school.KUZINA: ("late", None)}
    assert await _rows(story) == {
        "marks": 2,
        "homework": 1,
        "attendance": 2,
        "lessons": 1,
        "change_log": 7,
        "facts": 5,
    }
    await story.later(minutes=2, seconds=1)
    assert "нет на уроке" in (await sidorov.wait_for("Семён")).text
    await story.later(minutes=15)
    assert "5" in (await mother.wait_for("Алгебра")).text
    assert "4" in (await petrova.wait_for("Алгебра")).text
    await mother.write("/homework")
    assert "№ 345–350" in (await mother.wait_for("Пётр")).text


def _write_button(card: Message) -> str:
    found = card.button("✅ Записать")
    assert found is not None
    assert found.data is not None
    return found.data


async def _tap_again(story: Story, phone: Phone, message: Message, data: str, number: int) -> None:
    """A button that the screen no longer has: an old tap that comes late, or a forged one."""
    user = {"id": phone.id, "is_bot": False, "first_name": "А"}
    chat = {"id": phone.id, "type": "private"}
    tapped = {"message_id": message.id, "date": 1, "chat": chat, "text": "x"}
    query = {"id": str(number), "from": user, "chat_instance": "1", "message": tapped, "data": data}
    await story.people.updates(update={"update_id": number, "callback_query": query})
    await phone.stays_silent()


async def test_a_second_tap_writes_nothing_twice_even_after_a_restart(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write(LINE)
    card = await teacher.wait_for("Степени", button="✅ Записать")
    await story.restart()
    await teacher.press("✅ Записать")
    await teacher.wait_for("Записано")
    before = await _rows(story)
    await _tap_again(story, teacher, card, _write_button(card), 900_001)
    assert await _rows(story) == before


async def test_the_same_line_once_more_changes_nothing_but_the_log(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    for _ in range(2):
        before = await _rows(story)
        await teacher.write(LINE)
        card = await teacher.wait_for("Степени", button="✅ Записать")
        await teacher.press("✅ Записать")
        await teacher.wait_for("Записано")
    again = await _rows(story)
    assert {name: again[name] - before[name] for name in before if again[name] != before[name]} == {"change_log": 1}
    await _tap_again(story, teacher, card, "jw:00000000:0", 900_002)
    assert await _rows(story) == again


async def test_who_is_meant_of_two_is_asked_and_never_guessed(story: Story) -> None:
    await _add_pupils(story, ("Иванов", "Семён"))
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("7а: иванов 5, петрова н")
    asked = await teacher.wait_for("Кто это: «иванов 5»?")
    assert asked.labels == ["Иванов Пётр Олегович", "Иванов Семён", "Никто из них", "✏️ Исправить"]
    await story.restart()
    await teacher.press("Иванов Семён")
    card = await teacher.wait_for("Иванов Семён — 5 отв", button="✅ Записать")
    assert "Нет: Петрова Анна (н)" in card.text
    await teacher.press("✅ Записать")
    await teacher.wait_for("Записано")
    assert await _marks(story) == [(NEW, "5", "отв", 1)]


async def test_initials_and_typos_name_who_they_can_only_name(story: Story) -> None:
    await _add_pupils(story, ("Иванов", "Семён"))
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("7а алг Иванов П. 5, Пертова 4, иванов семен 3")
    card = await teacher.wait_for("Алгебра · 7А")
    assert "Отметки: Иванов Пётр — 5 отв, Пертова → Петрова Анна — 4 отв, Иванов Семён — 3 отв" in card.text


async def test_what_is_not_understood_is_shown_word_for_word_and_leaves_the_roll_call_open(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("7а алгебра: Пупкин н, Иванов 6, Петрова 5, Кузина оп 5, Сидоров б")
    card = await teacher.wait_for("Алгебра · 7А")
    assert "Нет в этом классе: «Пупкин н»" in card.text
    assert "Таких отметок не ставят: «Иванов 6»" in card.text
    assert "Не понято: «Кузина оп 5»" in card.text
    assert "Перекличка останется открытой" in card.text
    await teacher.press("Записать без непонятого")
    await teacher.wait_for("Записано")
    assert (await _lesson(story)).roll_call_closed_at is None
    assert await _presence(story) == {school.SIDOROV: ("ill", None)}
    assert await _marks(story) == [(school.PETROVA, "5", "отв", 1)]


async def test_a_dictated_line_without_class_is_of_the_lesson_going_on(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("Иванов пять четыре Петрова четыре контрольная Сидоров нет тема степени")
    card = await teacher.wait_for("Алгебра · 7А", button="✅ Записать")
    assert "Отметки: Иванов Пётр — 5 отв, 4 отв, Петрова Анна — 4 кр" in card.text
    assert "Тема: степени" in card.text
    await teacher.press("✅ Записать")
    await teacher.wait_for("Записано")
    assert await _marks(story) == [
        (school.IVANOV, "5", "отв", 1),
        (school.IVANOV, "4", "отв", 2),
        (school.PETROVA, "4", "кр", 1),
    ]


async def test_marks_alone_leave_the_roll_call_unless_everyone_is_said_to_be_here(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("Иванов 5")
    assert "перекличка останется как есть" in (await teacher.wait_for("Иванов Пётр — 5 отв")).text
    await teacher.press("✅ Записать, все на месте")
    assert "Все на месте" in (await teacher.wait_for("Записано")).text
    assert (await _lesson(story)).roll_call_closed_at is not None


async def test_who_was_noted_as_away_gets_no_mark_by_a_line(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("Сидоров н")
    await teacher.press("✅ Записать")
    await teacher.wait_for("Записано")
    await teacher.write("Сидоров 5, Иванов 5")
    card = await teacher.wait_for("Не было на уроке, поэтому без отметки: «Сидоров 5»")
    assert "Отметки: Иванов Пётр — 5 отв" in card.text
    await teacher.write("все на месте; Сидоров 5")
    await teacher.wait_for("Сидоров Семён — 5 отв", button="✅ Записать")
    await teacher.press("✅ Записать")
    await teacher.wait_for("Записано")
    assert await _presence(story) == {school.SIDOROV: ("present", None)}


async def test_another_day_is_said_at_the_beginning(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("вчера 7б: Орлов 5, все на месте")
    await teacher.wait_for("понедельник, 23 ноября · 2-й урок", button="✅ Записать")
    await teacher.press("✅ Записать")
    await teacher.wait_for("Записано")
    lesson = await _lesson(story)
    assert (lesson.day, lesson.entry_id) == (date(2026, 11, 23), school.entry_of(5, 1))
    await teacher.write("21.11 7а: все")
    await teacher.wait_for("7А: суббота, 21 ноября по расписанию такого урока у вас нет")
    await teacher.write("7б геометрия: все")
    await teacher.wait_for("7Б")


async def test_which_of_several_lessons_is_asked(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await story.later(hours=3)
    await teacher.write("все на месте; тема Степени")
    asked = await teacher.wait_for("Какой это урок")
    assert asked.labels[:2] == ["1. 08:30 Алг 7А", "2. 09:25 Алг 7Б"]
    await teacher.press("2. 09:25 Алг 7Б")
    await teacher.wait_for("Алгебра · 7Б", button="✅ Записать")
    await teacher.press("✅ Записать")
    await teacher.wait_for("Записано")
    assert (await _lesson(story)).entry_id == school.entry_of(5)


async def test_correcting_gives_the_line_back_and_writes_nothing(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("Иванов 5 < 6; тема Степени")
    await teacher.wait_for("Не понято: «Иванов 5 < 6»")
    await teacher.press("✏️ Исправить")
    given = await teacher.wait_for("Пока ничего не записано")
    assert given.marked("code") == ["Иванов 5 < 6; тема Степени"]
    await teacher.press("Назад")
    await teacher.wait_for("Тема: Степени", button="✅ Записать")
    assert not any((await _rows(story)).values())


async def test_a_lesson_of_28_is_kept_by_one_line_and_one_tap(story: Story) -> None:
    """Three absent, two marks, topic and homework (issue 4): the teacher's whole effort, as the bot received it."""
    await _add_pupils(story, *((surname, "Илья") for surname in SURNAMES.split()))
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    before = await _received(story)
    await teacher.write("н Сидоров, Кузина, Фёдоров; Иванов 5, Петрова 4 кр; тема Степени\nдз № 345")
    assert "Остальные на месте: 25" in (await teacher.wait_for("Алгебра · 7А", button="✅ Записать")).text
    await teacher.press("✅ Записать")
    await teacher.wait_for("Записано")
    assert await _received(story) - before == 2
    lesson = await _lesson(story)
    assert (lesson.topic, lesson.roll_call_closed_by) == ("Степени", school.ALGEBRA_TEACHER)
    assert len(await _presence(story)) == 3
    assert (await _rows(story))["marks"] == 2
    assert (await _rows(story))["homework"] == 1


async def _received(story: Story) -> int:
    row: Any = await story.application.database.reader.row(select(func.count()).select_from(known_updates))
    return int(row[0])


async def test_how_it_is_written_is_told(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/line")
    assert "Урок одной строкой" in (await teacher.wait_for("тема Степени")).text
