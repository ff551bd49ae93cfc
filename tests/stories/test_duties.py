"""«Осталось сделать»: it comes in the evening, each field by one tap, and edits itself down to «всё заполнено»."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from domain.messaging.kinds import Kind
from domain.school.timetable import LessonRef
from handlers.control.duties_buttons import EveryoneThere, NoneGiven, NoteAbsent, OpenDuty, WritePlanned
from handlers.kit.days import packed
from storage.tables import attendance, journal, messaging
from storage.tables.office import teacher_absences
from storage.topics import HOMEWORK, TEACHER_ABSENCES
from tests import school
from tests.people import Message, Phone
from tests.soon import soon
from tests.stories.conftest import Story
from tests.stories.forging import forged
from tests.stories.test_plans import plan_file

DAYS = [school.TUESDAY - timedelta(days=n) for n in range(1, 15) if (school.TUESDAY - timedelta(days=n)).weekday() < 5]
"""School days of the two weeks before the Tuesday."""
ALGEBRA_7A, ALGEBRA_7B = LessonRef(school.entry_of(0), school.TUESDAY), LessonRef(school.entry_of(5), school.TUESDAY)
LINES_7A = [
    "👥 7А · Алг, 1-й урок: кто был",
    "📝 7А · Алг, 1-й урок: тема",
    "📚 7А · Алг, 1-й урок: дом. задание",
]
LINES_7B = [
    "👥 7Б · Алг, 2-й урок: кто был",
    "📝 7Б · Алг, 2-й урок: тема",
    "📚 7Б · Алг, 2-й урок: дом. задание",
]
DONE = "Всё заполнено"


async def _evening(story: Story) -> None:
    """17:01 of the Tuesday, everything of the days before being filled in."""
    await filled(story, *DAYS)
    await at(story, 17, 1)


async def at(story: Story, hour: int, minute: int) -> None:
    story.clock.set(datetime(2026, 11, 24, hour, minute, tzinfo=school.ZONE))
    await tick(story)


async def tick(story: Story, **span: float) -> None:
    """What the ticks of the scheduler do a while later."""
    story.clock.advance(**span)
    await story.application.jobs.tell_duties()
    story.application.nudge()


async def filled(story: Story, *days: Any) -> None:
    """Topic and roll call of every lesson of those days; homework of theirs cannot be given any more."""
    lessons = [
        {
            "entry_id": school.entry_of(n, day.isoweekday()),
            "day": day,
            "position": position,
            "subject_id": subject,
            "teacher_id": teachers[0],
            "topic": "Повторение",
            "topic_set_at": school.MORNING,
            "roll_call_closed_at": school.MORNING,
        }
        for day in days
        for n, (position, subject, _, _, teachers) in enumerate(school.DAILY)
    ]
    parts = {school.entry_of(n, weekday): line[3] for weekday in range(1, 6) for n, line in enumerate(school.DAILY)}
    async with story.application.database.begin() as tx:
        await tx.run(insert(journal.lessons), lessons)
        rows = await tx.rows(select(journal.lessons.c.id, journal.lessons.c.entry_id))
        links = [{"lesson_id": row.id, "class_id": one} for row in rows for one, _ in parts[row.entry_id]]
        await tx.run(insert(journal.lesson_classes), links)


async def rows_of(story: Story, kind: Kind) -> int:
    """Of the algebra teacher's account."""
    out = messaging.outbox.c
    mine = out.kind == kind, out.account_id == school.account_of(school.ALGEBRA_TEACHER)
    asked = select(func.count()).select_from(messaging.outbox).where(*mine)
    row = await story.application.database.reader.row(asked)
    return int(row[0]) if row else 0


async def _card(teacher: Phone) -> Message:
    return await teacher.wait_for("Осталось сделать")


async def _again(teacher: Phone, card: Message) -> Message:
    """The same message as it stands now."""
    return next(one for one in await teacher.messages() if one.id == card.id)


def own_lines(message: Message) -> list[str]:
    return [label for label in message.labels if label[0] in "👥📝📚✍"]


async def test_the_evenings_message_has_a_line_for_each_field_and_each_is_settled_by_a_tap(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _evening(story)
    card = await _card(teacher)
    assert "вторник, 24 ноября" in card.text
    assert "сегодня до 21:00" in card.text
    assert own_lines(card) == [*LINES_7A, *LINES_7B]
    for lesson in (LINES_7A, LINES_7B):
        await teacher.press(lesson[0], message=card)
        there = await teacher.press("✅ Все на месте", message=await _again(teacher, card))
        assert there is not None
        assert there.text == "✅ Присутствие отмечено"
        await teacher.press(lesson[2], message=await _again(teacher, card))
        none = await teacher.press("✅ Не задано", message=await _again(teacher, card))
        assert none is not None
        assert none.text == "📚 Записано: не задано"
    assert own_lines(await _again(teacher, card)) == [LINES_7A[1], LINES_7B[1]]
    for topic, number in ((LINES_7A[1], "Степень"), (LINES_7B[1], "Дроби")):
        await teacher.press(topic, message=await _again(teacher, card))
        await teacher.write(number)
        told = await teacher.wait_for("📝 Тема записана")
        assert told.id == card.id
    assert DONE in told.text
    await tick(story, minutes=2)
    assert DONE in (await _again(teacher, card)).text
    assert await rows_of(story, Kind.DUTIES) == 1
    assert await rows_of(story, Kind.DUTIES_EDITED) == 0


async def test_the_plans_topic_is_one_tap_and_the_list_comes_back(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.file(plan_file(), "план.csv", "КТП 7а алгебра")
    await teacher.press("✅ Записать план", message=await teacher.wait_for("Пока ничего не записано"))
    await teacher.wait_for("✅ Записано")
    await _evening(story)
    card = await _card(teacher)
    await teacher.press(LINES_7A[1], message=card)
    opened = await _again(teacher, card)
    assert "Тема урока: Алгебра · 7А" in opened.text
    assert opened.labels[0] == "📝 Степень с натуральным показателем"
    done = await teacher.press(opened.labels[0], message=opened)
    assert done is not None
    assert done.text == "📝 Тема записана"
    assert own_lines(await _again(teacher, card)) == [LINES_7A[0], LINES_7A[2], *LINES_7B]


async def test_an_own_tap_is_not_followed_by_an_edit_that_takes_the_screen_away(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _evening(story)
    card = await _card(teacher)
    await teacher.press(LINES_7A[0], message=card)
    await teacher.press("✅ Все на месте", message=await _again(teacher, card))
    await teacher.press(LINES_7A[1], message=await _again(teacher, card))
    await tick(story, minutes=3)
    await tick(story, minutes=1)
    assert await rows_of(story, Kind.DUTIES_EDITED) == 0
    assert "Тема урока" in (await _again(teacher, card)).text


async def test_what_is_filled_in_elsewhere_leaves_the_message_within_minutes_and_nothing_is_added_twice(
    story: Story,
) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _evening(story)
    card = await _card(teacher)
    await teacher.write("/dz 7А алгебра № 345")
    await teacher.wait_for("№ 345")
    await tick(story, minutes=2)
    await soon(lambda: _lacks(teacher, card, LINES_7A[2]))
    edits = await rows_of(story, Kind.DUTIES_EDITED)
    assert edits == 1
    await tick(story, minutes=1)
    await story.restart()
    await tick(story, minutes=1)
    await tick(story, minutes=1)
    assert await rows_of(story, Kind.DUTIES_EDITED) == edits
    assert await rows_of(story, Kind.DUTIES) == 1


async def _lacks(teacher: Phone, card: Message, line: str) -> bool:
    return line not in (await _again(teacher, card)).labels


async def test_a_roll_call_with_absences_opens_below_and_the_list_stays(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _evening(story)
    card = await _card(teacher)
    await teacher.press(LINES_7A[0], message=card)
    await teacher.press("Отметить, кого не было", message=await _again(teacher, card))
    below = await teacher.wait_for("Алгебра · 7А", button="✅ Готово")
    assert below.id != card.id
    assert "Осталось сделать" in (await _again(teacher, card)).text
    await teacher.press("Иванов", message=below)
    await tick(story, minutes=2)
    await soon(lambda: _lacks(teacher, card, LINES_7A[0]))


async def test_who_has_filled_everything_in_hears_nothing(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await filled(story, *DAYS, school.TUESDAY)
    async with story.application.database.begin() as tx:
        rows = [
            {"subject_id": school.ALGEBRA, "class_id": one, "due_day": school.TUESDAY + timedelta(days=1)}
            for one in (school.CLASS_7A, school.CLASS_7B)
        ]
        said = {"text": "№ 2", "set_by": school.ALGEBRA_TEACHER, "set_at": school.MORNING}
        await tx.run(insert(journal.homework), [row | said for row in rows])
        tx.touch(HOMEWORK)
    await at(story, 17, 1)
    await teacher.stays_silent()
    await teacher.write("/duties")
    told = await teacher.wait_for(DONE)
    assert own_lines(told) == []


async def test_a_first_grade_is_asked_for_attendance_and_topics_alone(story: Story) -> None:
    teacher = await story.phone(school.PRIMARY)
    await _evening(story)
    card = await _card(teacher)
    assert own_lines(card) == [
        "👥 1А · Мат, 1-й урок: кто был",
        "📝 1А · Мат, 1-й урок: тема",
        "👥 1А · Чтение, 2-й урок: кто был",
        "📝 1А · Чтение, 2-й урок: тема",
    ]


async def test_who_is_on_sick_leave_is_not_asked(story: Story) -> None:
    teacher, other = await story.phones(school.ALGEBRA_TEACHER, school.ENGLISH_1)
    ill = {
        "teacher_id": school.ALGEBRA_TEACHER,
        "from_day": school.TUESDAY,
        "until_day": school.TUESDAY,
        "reason": "sick",
        "noted_by": school.ADMIN,
        "noted_at": school.MORNING,
    }
    async with story.application.database.begin() as tx:
        await tx.run(insert(teacher_absences), [ill])
        tx.touch(TEACHER_ABSENCES)
    await _evening(story)
    await _card(other)
    await teacher.stays_silent()


async def test_a_substitute_is_asked_in_place_of_the_teacher_and_can_settle_everything(story: Story) -> None:
    deputy, teacher, substitute = await story.phones(school.DEPUTY, school.ALGEBRA_TEACHER, school.PRIMARY)
    await deputy.write("отменить 7Б 2 урок сегодня")
    await deputy.wait_for("✅")
    await deputy.write("сегодня 7А 1 урок замена Азбукина")
    await deputy.press("Всё равно поставить")
    await deputy.wait_for("✅")
    await _evening(story)
    card = await _card(substitute)
    assert [line for line in own_lines(card) if "Алг" in line] == LINES_7A
    await substitute.press(LINES_7A[2], message=card)
    none = await substitute.press("✅ Не задано", message=await _again(substitute, card))
    assert none is not None
    assert none.text == "📚 Записано: не задано"
    await substitute.press(LINES_7A[0], message=await _again(substitute, card))
    await substitute.press("✅ Все на месте", message=await _again(substitute, card))
    assert [line for line in own_lines(await _again(substitute, card)) if "Алг" in line] == [LINES_7A[1]]
    await teacher.write("/duties")
    # The cancelled lesson is nobody's; homework of the one before it can be given until the next one begins.
    assert own_lines(await teacher.wait_for("24 ноября")) == ["📚 пн 23.11 · 7Б · Алг, 2-й: дом. задание"]


async def test_on_a_day_off_nobody_is_asked_for_anything(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    story.clock.set(datetime(2026, 11, 4, 17, 1, tzinfo=school.ZONE))
    await tick(story)
    await teacher.stays_silent()


async def test_homework_is_typed_where_it_is_asked_for(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _evening(story)
    card = await _card(teacher)
    await teacher.press(LINES_7A[2], message=card)
    await teacher.write("№ 345–350")
    told = await teacher.wait_for("📚 Задание записано")
    assert told.id == card.id
    assert own_lines(told) == [*LINES_7A[:2], *LINES_7B]
    asked = select(journal.homework.c.text, journal.homework.c.due_day, journal.homework.c.class_id)
    (row,) = await story.application.database.reader.rows(asked)
    assert tuple(row) == ("№ 345–350", school.TUESDAY + timedelta(days=1), school.CLASS_7A)


async def test_a_question_that_was_left_does_not_swallow_a_command(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _evening(story)
    card = await _card(teacher)
    await teacher.press(LINES_7A[1], message=card)
    await teacher.write("/owed")
    told = await teacher.wait_for("Осталось сделать")
    await teacher.write("просто слова")
    assert "Тема записана" not in (await teacher.wait_for("")).text
    assert own_lines(told) == [*LINES_7A, *LINES_7B]


async def test_what_is_older_comes_after_today_and_more_than_eight_lines_turn(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await filled(story, *DAYS[1:])
    story.clock.set(datetime(2026, 11, 24, 17, 1, tzinfo=school.ZONE))
    await teacher.write("/duties")
    first = await teacher.wait_for("Осталось сделать")
    assert own_lines(first) == [*LINES_7A, *LINES_7B, *_of_monday("7А", 1), *_of_monday("7Б", 2)][:8]
    await teacher.press("и ещё 2 ›", message=first)
    second = await _again(teacher, first)
    assert own_lines(second) == _of_monday("7Б", 2)
    await teacher.press("‹ К началу", message=second)
    assert own_lines(await _again(teacher, first)) == own_lines(first)


def _of_monday(name: str, position: int) -> list[str]:
    """Without homework: its next lesson has been."""
    return [
        f"{sign} пн 23.11 · {name} · Алг, {position}-й: {what}" for sign, what in (("👥", "кто был"), ("📝", "тема"))
    ]


FORGED = [
    ("кто был", OpenDuty(entry=ALGEBRA_7A.entry, day=packed(ALGEBRA_7A.day), what="a")),
    ("тема", OpenDuty(entry=ALGEBRA_7A.entry, day=packed(ALGEBRA_7A.day), what="t")),
    ("задание", OpenDuty(entry=ALGEBRA_7A.entry, day=packed(ALGEBRA_7A.day), what="h")),
    ("отметки", OpenDuty(entry=ALGEBRA_7A.entry, day=packed(ALGEBRA_7A.day), what="w")),
    ("ничего", OpenDuty(entry=ALGEBRA_7A.entry, day=packed(ALGEBRA_7A.day), what="x")),
    ("все", EveryoneThere(entry=ALGEBRA_7A.entry, day=packed(ALGEBRA_7A.day))),
    ("не было", NoteAbsent(entry=ALGEBRA_7A.entry, day=packed(ALGEBRA_7A.day))),
    ("план", WritePlanned(entry=ALGEBRA_7A.entry, day=packed(ALGEBRA_7A.day), topic=1)),
    ("не задано", NoneGiven(entry=ALGEBRA_7A.entry, day=packed(ALGEBRA_7A.day))),
    ("день", EveryoneThere(entry=ALGEBRA_7A.entry, day="999999")),
]


@pytest.mark.parametrize("person", [school.ENGLISH_1, school.MOTHER, school.IVANOV, school.SECRETARY])
async def test_nobody_else_settles_or_opens_a_lesson_by_a_forged_button(story: Story, person: Any) -> None:
    await _evening(story)
    for name, button in FORGED:
        answer = await forged(story, school.telegram_id(person), button.pack())
        assert answer["text"], name
        assert answer["show_alert"], name
    async with story.application.database.begin() as tx:
        written = select(journal.lessons.c.id).where(journal.lessons.c.day == school.TUESDAY)
        assert await tx.rows(written) == []
        assert await tx.rows(select(attendance.attendance.c.lesson_id)) == []


async def test_the_list_is_of_who_teaches(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await mother.write("/duties")
    told = await mother.wait_for("")
    assert "Осталось" not in told.text
    assert DONE not in told.text
