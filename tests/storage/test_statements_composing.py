"""Composing an announcement costs as many statements for a big school as for a small one."""

import pytest

from bot.services import Wiring
from domain.talk.announcements import Draft
from domain.talk.audiences import Audience, Scope, ScopeKind
from domain.talk.wording import Wording
from storage.database import Database
from tests import school
from tests.clock import SetClock
from tests.storage.statement_cases import CLASS_TEACHER, DEPUTY, TEACHER, Case, is_as_cheap_when_grown

TEXT = Wording("Собрание в 18:00")


async def to_the_school(wiring: Wiring) -> None:
    announcing = wiring.services().announcing
    draft = Draft("ffffffff", Scope(ScopeKind.SCHOOL), Audience.FAMILIES, TEXT)
    assert (await announcing.preview(DEPUTY, draft)).reached >= 10
    sent = await announcing.send(DEPUTY, draft, 1)
    assert (await announcing.take_back(DEPUTY, sent.id)).taken_back


async def to_those_whom_one_teaches(wiring: Wiring) -> None:
    draft = Draft("ffffffff", Scope(ScopeKind.TAUGHT), Audience.PUPILS, TEXT)
    assert (await wiring.services().announcing.send(TEACHER, draft, 1)).addressed >= 5


async def to_staff(wiring: Wiring) -> None:
    draft = Draft("ffffffff", Scope(ScopeKind.STAFF), Audience.STAFF, TEXT)
    assert (await wiring.services().announcing.preview(DEPUTY, draft)).reached >= 10


async def choices_and_ones_own(wiring: Wiring) -> None:
    announcing = wiring.services().announcing
    for n in range(3):
        draft = Draft(f"fffffff{n}", Scope.of_class(school.CLASS_7A), Audience.GUARDIANS, TEXT)
        await announcing.send(CLASS_TEACHER, draft, 1)
    assert (await announcing.choices(DEPUTY)).classes
    assert len((await announcing.mine(CLASS_TEACHER)).scheduled) == 3
    assert len(await announcing.lately(CLASS_TEACHER)) == 1


async def who_has_not_come_in(wiring: Wiring) -> None:
    assert await wiring.services().not_in_yet.by_class(DEPUTY)
    await wiring.services().not_in_yet.of_class(CLASS_TEACHER, school.CLASS_7A)


@pytest.mark.parametrize(
    "case", [to_the_school, to_those_whom_one_teaches, to_staff, choices_and_ones_own, who_has_not_come_in]
)
async def test_it_is_as_cheap_when_grown(case: Case, database: Database, clock: SetClock) -> None:
    await is_as_cheap_when_grown(case, database, clock)
