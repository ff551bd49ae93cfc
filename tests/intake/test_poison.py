"""Ten thousand broken updates: none stops the bot, none stays, and whoever is next is answered."""

import pytest

from tests import school
from tests.intake.poison import feed
from tests.stories.conftest import Story, story, telegram

__all__ = ["story", "telegram"]
ROUNDS = {"sqlite": 10_000, "postgresql": 1_000}
SEED = 20261125


@pytest.mark.slow
@pytest.mark.timeout(400)
async def test_ten_thousand_broken_updates_stop_nothing(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.intake.AGAIN_AFTER", (0.0, 0.0))
    rounds = ROUNDS[story.application.database.url.get_backend_name()]
    ended = await feed(story.application, story.clock, rounds, SEED)
    assert not story.task.done()
    assert rounds / 10 < ended["quarantined unreadable"] < rounds * 0.9
    assert ended.keys() == {"quarantined unreadable"}, "handlers must not fail, whatever they are given"
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/help")
    await teacher.wait_for("/dz")
