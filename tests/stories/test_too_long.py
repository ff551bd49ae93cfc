"""What is longer than the journal keeps is refused with both lengths, never cut."""

import re

from sqlalchemy import select

from domain.journal.homework import MOST_TEXT
from domain.journal.my_lesson import MOST_TOPIC
from storage.tables.journal import homework, lessons
from tests import school
from tests.people import Message
from tests.stories.conftest import Story


async def test_homework_that_does_not_fit_is_refused_and_nothing_is_set(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write(f"/dz 7А алгебра {'я' * (MOST_TEXT + 1)}")
    assert _lengths(await teacher.wait_for("не поместилось")) == [MOST_TEXT + 1, MOST_TEXT]
    await teacher.write(f"/dz 7А алгебра {'я' * MOST_TEXT}")
    await teacher.wait_for("7А · Алгебра", button="Отменить")
    assert await _kept(story, homework.c.text) == ["я" * MOST_TEXT]


async def test_homework_that_does_not_fit_is_refused_before_anything_is_asked(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await story.later(hours=8)
    await teacher.write(f"/hw {'я' * (MOST_TEXT + 1)}")
    await teacher.wait_for("не поместилось")
    await teacher.stays_silent()


async def test_a_topic_that_does_not_fit_is_refused_and_the_next_one_is_taken(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Тема")
    await teacher.wait_for("Напишите тему")
    await teacher.write("т" * (MOST_TOPIC + 1))
    assert _lengths(await teacher.wait_for("не поместилась")) == [MOST_TOPIC + 1, MOST_TOPIC]
    assert await _kept(story, lessons.c.topic) == []
    await teacher.write("т" * MOST_TOPIC)
    await teacher.wait_for("Тема: т")
    assert await _kept(story, lessons.c.topic) == ["т" * MOST_TOPIC]


def _lengths(refusal: Message) -> list[int]:
    return [int(re.sub(r"\D", "", number)) for number in re.findall(r"\d[\d\s]*", refusal.text)]


async def _kept(story: Story, column: object) -> list[str]:
    asked = select(column)  # type: ignore[call-overload]
    return [row[0] for row in await story.application.database.reader.rows(asked) if row[0] is not None]
