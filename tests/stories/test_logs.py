"""What the log holds after a day at school: ids and kinds, never a name, a text, a code or the token."""

import json
import logging
from collections.abc import Iterator
from io import StringIO

import pytest
from sqlalchemy import text

from bot.logs import set_up_logs
from tests import school
from tests.stories.conftest import TOKEN, Story

HOMEWORK, ANNOUNCEMENT, TOPIC, CHATTER = "учебник страница сорок", "сбор у входа", "дроби и доли", "а когда каникулы"
WRITTEN = (HOMEWORK, ANNOUNCEMENT, TOPIC, CHATTER)
WRONG_CODE = "K7QD-3MXA-9WZ"
NAMES = {part for name in school.PEOPLE.values() for part in (name.surname, name.given, name.patronymic) if part}


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Everything that is logged at all, as JSON."""
    set_up_logs("json", "debug")
    written = StringIO()
    (handler,) = logging.getLogger().handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(written)
    yield written
    set_up_logs("console", "warning")


def _leaks(log: StringIO) -> list[str]:
    """Lines that hold anything of it, written out or as escapes of escapes."""
    secrets = {*NAMES, *WRITTEN, TOKEN, WRONG_CODE, WRONG_CODE.replace("-", "")}
    secrets |= {json.dumps(secret).strip('"').replace("\\", "") for secret in secrets}
    return [line for line in log.getvalue().splitlines() if any(one in line.replace("\\", "") for one in secrets)]


async def _a_day_at_school(story: Story) -> None:
    teacher, class_teacher, mother, stranger = (
        await story.phone(school.ALGEBRA_TEACHER),
        await story.phone(school.CLASS_TEACHER_7A),
        await story.phone(school.MOTHER),
        await story.stranger(),
    )
    await teacher.write("/lesson")
    await teacher.press("✅ Иванов Пётр")
    await teacher.wait_for("Нет 1 из 4")
    await teacher.write(f"/dz 7А алгебра {HOMEWORK}")
    await teacher.wait_for(HOMEWORK)
    await story.later(minutes=3)
    await mother.wait_for("нет на уроке")
    await mother.press("Болеет")
    await mother.wait_for("Вы ответили")
    await class_teacher.write(f"/class {ANNOUNCEMENT}")
    await class_teacher.wait_for("Получат", button="Отправить")
    await class_teacher.press("Отправить")
    await mother.wait_for(ANNOUNCEMENT)
    await mother.write(CHATTER)
    await mother.wait_for("Не понял")
    await stranger.write(WRONG_CODE)
    await stranger.wait_for("не подходит")
    await story.later(hours=10)
    await mother.wait_for("Задано")


async def test_a_day_at_school_leaves_no_personal_data_in_the_log(story: Story, log: StringIO) -> None:
    await _a_day_at_school(story)
    assert _leaks(log) == []
    assert all(isinstance(json.loads(line), dict) for line in log.getvalue().splitlines())


async def test_what_goes_wrong_is_logged_with_its_place_and_without_its_words(
    story: Story, log: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database's own error would name the values of the row that it refused."""
    monkeypatch.setattr("bot.intake.AGAIN_AFTER", (0.1, 0.1))
    async with story.application.database.begin() as tx:
        await tx.run(text("ALTER TABLE change_log RENAME TO change_log_gone"))
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.press("Тема")
    await teacher.wait_for("Напишите тему")
    await teacher.write(f"{TOPIC}: {school.PEOPLE[school.IVANOV].full}")
    await teacher.wait_for("Что-то пошло не так")
    assert _leaks(log) == []
    failed, *_ = [json.loads(line) for line in log.getvalue().splitlines() if "update_failed" in line]
    assert "set_topic" in failed["exception"]
    assert "Error" in failed["exception"]


async def test_a_telegram_that_cannot_be_reached_leaves_no_token_in_the_log(story: Story, log: StringIO) -> None:
    await story.people.fault("cut_before", "getUpdates", times=1)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await story.people.fault("cut_before", "sendMessage", times=1)
    await teacher.write("/help")
    await story.later(minutes=1)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    assert log.getvalue()
    assert _leaks(log) == []
