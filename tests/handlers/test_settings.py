"""Choosing what to be told of: one's own children only, kinds that one hears of, buttons with the target in them."""

from datetime import time

import pytest

from domain.clock import SchoolTime
from domain.errors import NotAllowed, NotFound
from domain.messaging.choosing import Choosing
from domain.messaging.kinds import Kind, Mode
from handlers.messaging import settings_screens as screens
from handlers.messaging.buttons import ChooseMode
from handlers.texts.translator import texts_in
from storage.database import Database
from storage.messaging.choices import ChoicesReading
from storage.school.roster import KnownRoster
from tests import school

MOTHER, PUPIL = school.actor(school.MOTHER), school.actor(school.IVANOV)


@pytest.fixture
def choosing(database: Database, school_time: SchoolTime) -> Choosing:
    return Choosing(KnownRoster(database, school_time), ChoicesReading(database.reader), database.begin)


async def test_what_is_chosen_for_one_child_does_not_touch_the_other(choosing: Choosing) -> None:
    await choosing.choose(MOTHER, school.IVANOV, Kind.MARK, Mode.OFF)
    await choosing.choose(MOTHER, school.IVANOV, Kind.MARK, Mode.DIGEST)
    pages = (await choosing.of(MOTHER)).pages
    assert {page.pupil: page.modes[Kind.MARK] for page in pages} == {
        school.IVANOV: Mode.DIGEST,
        school.IVANOVA_MASHA: Mode.NOW,
    }


async def test_nobody_chooses_for_anothers_child_nor_a_kind_that_cannot_be_chosen(choosing: Choosing) -> None:
    with pytest.raises(NotFound):
        await choosing.choose(MOTHER, school.PETROVA, Kind.MARK, Mode.OFF)
    with pytest.raises(NotFound):
        await choosing.of_pupil(MOTHER, school.PETROVA)
    with pytest.raises(NotFound):
        await choosing.choose(MOTHER, school.IVANOV, Kind.DIGEST, Mode.OFF)
    with pytest.raises(NotFound):
        await choosing.choose(PUPIL, school.IVANOV, Kind.ABSENCE, Mode.OFF)
    with pytest.raises(NotAllowed):
        await choosing.choose_hour(school.actor(school.ALGEBRA_TEACHER), time(19))


async def test_the_hour_is_one_of_those_offered(choosing: Choosing) -> None:
    assert (await choosing.of(MOTHER)).digest_at == time(18, 0)
    assert (await choosing.choose_hour(MOTHER, time(20, 0))).digest_at == time(20, 0)
    with pytest.raises(NotFound):
        await choosing.choose_hour(MOTHER, time(3, 0))


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_each_button_carries_the_mode_that_it_sets(choosing: Choosing, language: str) -> None:
    notifications = await choosing.choose(MOTHER, school.IVANOV, Kind.ABSENCE, Mode.OFF)
    texts = texts_in(language)
    screen = screens.choices_screen(notifications, school.IVANOV, texts)
    chosen = [button for row in screen.rows for button in row if isinstance(button.action, ChooseMode)]
    assert len(chosen) == 5 * 3
    ticked = [b.action for b in chosen if b.label.startswith("✅") and isinstance(b.action, ChooseMode)]
    assert {(action.kind, action.mode) for action in ticked} == {
        (Kind.ABSENCE, Mode.OFF),
        (Kind.MARK, Mode.NOW),
        (Kind.HOMEWORK, Mode.DIGEST),
        (Kind.TIMETABLE, Mode.NOW),
        (Kind.ANNOUNCEMENT, Mode.NOW),
    }
    assert screen.keyboard() is not None
    assert screens.settings_screen(notifications, texts).rows[0][0].label == "Иванов Пётр"
    assert screens.hours_screen(notifications, texts).keyboard() is not None


async def test_a_pupil_chooses_about_themself(choosing: Choosing) -> None:
    notifications = await choosing.of(PUPIL)
    assert [(page.pupil, page.own, Kind.ABSENCE in page.modes) for page in notifications.pages] == [
        (school.IVANOV, True, False)
    ]
    assert "Обо мне" in screens.settings_screen(notifications, texts_in("ru")).text
