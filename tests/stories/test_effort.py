"""A teacher's effort: real presses of a lesson's buttons are counted; one more than promised is a failure."""

import csv
import io
from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, select

from domain.roles.names import norm
from storage.tables import attendance, journal, roles
from storage.tables import school as t
from storage.topics import LISTS
from tests import school
from tests.people import Answer, Message, Phone
from tests.stories.conftest import Story

SURNAMES = (
    "Абрамов Белов Воронцов Гусев Данилов Ермаков Жуков Зайцев Комаров Лебедев Макаров Никитин Осипов Поляков "
    "Рябов Соболев Тарасов Уваров Фёдоров Хохлов Цветков Чернов Шубин Щукин"
)
"""With the four of the known cast a class of 28, on two pages of 14."""
NEW = 900
MOST_TAPS = 9
TOPIC = "Степень с натуральным показателем"
PLAN = (("№", "Тема", "Часы"), ("1", TOPIC, "2"), ("2", "Умножение степеней", "1"))


@dataclass
class Hand:
    """A teacher's hand: every press on the newest message is counted, and shows what it changed."""

    phone: Phone
    taps: int = 0
    lines: int = 0

    async def tap(self, label: str, then: str) -> Message:
        await self._press(label)
        return await self.phone.wait_for(then)

    async def write(self, line: str, then: str, button: str | None = None) -> Message:
        self.lines += 1
        await self.phone.write(line)
        return await self.phone.wait_for(then, button=button)

    async def _press(self, label: str) -> Answer | None:
        self.taps += 1
        return await self.phone.press(label)


async def _class_of_28(story: Story) -> None:
    async with story.application.database.begin() as tx:
        people = [
            {"id": NEW + n, "surname": s, "given": "Олег", "name_norm": norm(f"{s} Олег"), "created_at": school.STARTED}
            for n, s in enumerate(SURNAMES.split())
        ]
        start = date(2026, 9, 1)
        seats = [{"pupil_id": one["id"], "class_id": school.CLASS_7A, "from_day": start} for one in people]
        await tx.run(insert(roles.people), people)
        await tx.run(insert(t.enrolments), seats)
        tx.touch(LISTS)


async def _plan_is_there(teacher: Phone) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(PLAN)
    await teacher.file(text.getvalue().encode("cp1251"), "план.csv", "КТП 7а алгебра")
    await teacher.wait_for("Пока ничего не записано", button="✅ Записать план")
    await teacher.press("✅ Записать план")
    await teacher.wait_for("✅ Записано")


async def _ready(story: Story) -> Hand:
    await _class_of_28(story)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await _plan_is_there(teacher)
    await story.later(seconds=20)
    return Hand(teacher)


async def _is_kept(story: Story) -> None:
    """Three absent, two marks, the topic of the plan, the roll call closed, homework."""
    reader = story.application.database.reader
    (lesson,) = await reader.rows(select(journal.lessons))
    assert (lesson.topic, lesson.roll_call_closed_by) == (TOPIC, school.ALGEBRA_TEACHER)
    assert lesson.plan_topic_id is not None
    noted = await reader.rows(select(attendance.attendance.c.status))
    assert [row.status for row in noted] == ["absent"] * 3
    marks = await reader.rows(select(journal.marks.c.value).order_by(journal.marks.c.id))
    assert [row.value for row in marks] == ["5", "4"]
    (task,) = await reader.rows(select(journal.homework.c.text))
    assert task.text == "№ 345"


async def test_by_taps_a_lesson_of_28_is_nine_taps_and_the_line_of_homework(story: Story) -> None:
    """The absent sit on both pages of the class; the marks on the page that is open."""
    hand = await _ready(story)
    await hand.phone.write("/lesson")
    await hand.phone.wait_for("Все на месте")
    await hand.tap("Белов Олег", "Нет 1 из 28")
    await hand.tap("Гусев Олег", "Нет 2 из 28")
    await hand.tap("2", "Нет 2 из 28")
    await hand.tap("Чернов Олег", "Нет 3 из 28")
    await hand.tap("✅ Готово и эта тема", "Тема: Степень")
    await story.later(seconds=20)
    for name, mark in (("Рябов Олег", "5"), ("Соболев Олег", "4")):
        await hand.tap(name, "Нет 3 из 28")
        await hand.tap(mark, "Нет 3 из 28")
    await hand.write("дз № 345", "№ 345")
    await _is_kept(story)
    assert (hand.taps, hand.lines) == (MOST_TAPS, 1)


async def test_by_the_form_it_is_one_line_and_one_tap(story: Story) -> None:
    hand = await _ready(story)
    line = "Белов н, Гусев н, Чернов н, Рябов 5, Соболев 4; тема 1; дз № 345"
    await hand.write(line, "Остальные на месте: 25", button="✅ Записать")
    await hand.tap("✅ Записать", "Записано")
    await _is_kept(story)
    assert (hand.taps, hand.lines) == (1, 1)


async def test_finishing_by_one_tap_is_of_the_lessons_own_plan(story: Story) -> None:
    """A topic of another plan in the button, and another teacher: nothing is written."""
    hand = await _ready(story)
    await hand.phone.write("/lesson")
    card = await hand.phone.wait_for("Все на месте")
    button = card.button("✅ Готово и эта тема")
    assert button is not None
    assert button.data is not None
    await _forged(story, hand.phone, card, f"{button.data.rsplit(':', 1)[0]}:999", 900_001)
    await _forged(story, await story.phone(school.ENGLISH_1), card, button.data, 900_002)
    assert await story.application.database.reader.rows(select(journal.lessons)) == []


async def _forged(story: Story, phone: Phone, message: Message, data: str, number: int) -> None:
    user = {"id": phone.id, "is_bot": False, "first_name": "А"}
    chat = {"id": phone.id, "type": "private"}
    tapped = {"message_id": message.id, "date": 1, "chat": chat, "text": "x"}
    query = {"id": str(number), "from": user, "chat_instance": "1", "message": tapped, "data": data}
    await story.people.updates(update={"update_id": number, "callback_query": query})
    await phone.stays_silent()
