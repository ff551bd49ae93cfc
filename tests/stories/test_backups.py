"""A night without a copy of the journal is told to the administrators, once, and to nobody else."""

import asyncio
from pathlib import Path

import pytest
from pydantic import SecretStr

from storage.backups.rows import BackupsReading
from tests import school
from tests.people import Phone
from tests.soon import soon
from tests.stories.conftest import Story

KEY = SecretStr("any-long-random-text-of-32-characters")
PATIENCE = 60.0


async def _with_folder(story: Story, folder: Path) -> None:
    """Started anew with a folder for copies, which is not there yet."""
    story.settings = story.settings.model_copy(update={"backup_folder": folder, "backup_key": KEY})
    await story.restart()


async def _copies_told(phone: Phone) -> list[str]:
    return [message.text for message in await phone.messages() if "копия журнала" in message.text]


async def test_the_administrator_hears_once_of_a_night_without_a_copy_and_nobody_else_does(
    story: Story, tmp_path: Path
) -> None:
    admin, teacher, mother = await story.phones(school.ADMIN, school.ALGEBRA_TEACHER, school.MOTHER)
    await _with_folder(story, tmp_path / "backups")
    await admin.wait_for("Резервная копия журнала не сделана: папка")
    await story.application.jobs.back_up()
    await story.later(minutes=5)
    (tmp_path / "backups").mkdir()
    await story.application.jobs.back_up()
    await story.later(minutes=5)
    await admin.stays_silent()
    newest, *_ = await BackupsReading(story.application.database.reader).backups()
    assert newest.proved_at is not None
    assert [len(await _copies_told(phone)) for phone in (admin, teacher, mother)] == [1, 0, 0]


async def test_the_missed_night_is_made_up_for_at_the_next_start(story: Story, tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    await _with_folder(story, tmp_path / "backups")
    log = BackupsReading(story.application.database.reader)
    await soon(lambda: any((tmp_path / "backups").iterdir()), PATIENCE)
    await story.application.jobs.back_up_missed()
    [backup] = await log.backups()
    assert (backup.trouble, backup.made_at) == (None, story.clock.now())
    await story.restart()
    await asyncio.sleep(0.2)
    assert len(list((tmp_path / "backups").iterdir())) == 1, "nothing was missed"


async def test_without_a_key_nothing_is_made_and_the_log_says_so(
    story: Story, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "backups").mkdir()
    story.settings = story.settings.model_copy(update={"backup_folder": tmp_path / "backups"})
    await story.restart()
    await story.application.jobs.back_up()
    assert list((tmp_path / "backups").iterdir()) == []
    assert "BACKUP_KEY is missing" in caplog.text
