"""A clock that leaps a day ahead and back around the hour of the digest."""

from datetime import datetime, time, timedelta

import pytest

from tests import school
from tests.faults.conftest import give_a_mark, quiet, told
from tests.stories.conftest import Story

DAY = timedelta(days=1)
DIGEST = "🌙 Иванов Пётр"
EVENING = datetime.combine(school.TUESDAY, time(18, 1), tzinfo=school.ZONE)


@pytest.mark.parametrize("leaps", [(-DAY, DAY), (DAY, -DAY)], ids=["back and ahead", "ahead and back"])
async def test_after_the_digest_a_leap_and_back_brings_none_again(story: Story, leaps: tuple[timedelta, ...]) -> None:
    await give_a_mark(story)
    await _set(story, EVENING)
    [digest] = await told(story, school.MOTHER, DIGEST)
    for leap in leaps:
        story.clock.set(story.clock.now() + leap)
        await story.restart()
        await story.later()
        await quiet(story)
    digests = await told(story, school.MOTHER, DIGEST)
    assert digests.count(digest) == 1
    assert len({text.splitlines()[0] for text in digests}) == len(digests)


async def test_a_clock_a_day_ahead_at_the_digest_leaves_each_day_its_one_digest(story: Story) -> None:
    await give_a_mark(story)
    for moment in (EVENING + DAY, EVENING, EVENING + DAY):
        await _set(story, moment)
        await told(story, school.MOTHER, DIGEST, times=1 if moment > EVENING else 2)
        await quiet(story)
    titles = [text.splitlines()[0] for text in await told(story, school.MOTHER, DIGEST, times=2)]
    assert titles == [f"{DIGEST} — среда, 25 ноября", f"{DIGEST} — вторник, 24 ноября"]


async def _set(story: Story, moment: datetime) -> None:
    story.clock.set(moment)
    await story.later()
