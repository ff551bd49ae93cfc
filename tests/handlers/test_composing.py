"""Announcements before they go: kept as drafts, set for a moment, taken back, listed; what is wrong with one."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from domain.clock import SchoolTime
from domain.errors import NotAllowed, NotFound
from domain.ids import AnnouncementId, PersonId
from domain.messaging.contents import AnnouncementNews
from domain.messaging.delivery import Delivery
from domain.talk.announcements import (
    AnnouncementEmpty,
    AnnouncementLeft,
    Announcing,
    ClosesBeforeItGoes,
    Draft,
    NobodyToTell,
    SendingPassed,
    TooManyFiles,
)
from domain.talk.audiences import Audience, Scope, ScopeKind
from domain.talk.polls import ClosesTooEarly, PollDraft, PollKind
from domain.talk.scopes import writes_as
from domain.talk.wording import Attachment, Entity, FileKind, Style, Wording
from handlers.talk.announcing_buttons import of_scope, scope_said
from storage.database import Database
from storage.tables.journal import change_log
from storage.tables.talk import announcement_wards, announcements, poll_options
from tests import school
from tests.announcing import announcing_of, class_draft
from tests.clock import SetClock
from tests.scheduler.post_office import Pigeon, all_turns, delivery

TEACHER, DEPUTY = school.actor(school.CLASS_TEACHER_7A), school.actor(school.DEPUTY)
DRAFT = class_draft("key1", school.CLASS_7A, Audience.GUARDIANS, "Собрание")
PHOTO = Attachment(FileKind.PHOTO, "photo", "план.jpg", 7)
EVENING = datetime.combine(school.TUESDAY, time(18), school.ZONE).astimezone(UTC)


@pytest.fixture
def pigeon() -> Pigeon:
    return Pigeon()


@pytest.fixture
def post(database: Database, school_time: SchoolTime, pigeon: Pigeon) -> Delivery:
    return delivery(database, school_time, pigeon)


@pytest.fixture
def announcing(database: Database, school_time: SchoolTime) -> Announcing:
    return announcing_of(database, school_time, grace=timedelta(seconds=60))


def told(pigeon: Pigeon) -> set[PersonId]:
    letters = [one for one in pigeon.carried if isinstance(one.content, AnnouncementNews)]
    return {one.content.reader for one in letters if isinstance(one.content, AnnouncementNews)}


@pytest.mark.parametrize(
    "draft",
    [
        DRAFT,
        Draft("k", Scope(ScopeKind.PARALLEL, grade=7), Audience.FAMILIES),
        replace(
            DRAFT,
            wording=Wording("Жирно", (Entity(Style.BOLD, 0, 5), Entity(Style.LINK, 0, 2, "https://a.example"))),
            files=(PHOTO,),
            asks=False,
            close_on=date(2026, 12, 1),
            send_at=EVENING,
            urgent=True,
            poll=PollDraft(PollKind.NUMBER, unit="₽", least=Decimal("1.50")),
        ),
    ],
)
def test_a_draft_comes_back_from_the_conversation_as_it_was(draft: Draft) -> None:
    assert Draft.of(draft.kept()) == draft


@pytest.mark.parametrize(
    "scope",
    [
        Scope.of_class(school.CLASS_7A),
        Scope(ScopeKind.PARALLEL, grade=7),
        Scope(ScopeKind.GROUP, group=school.GROUP_2),
        Scope(ScopeKind.DEBTS),
        Scope(ScopeKind.DEBTS, (school.CLASS_7A,)),
        *(Scope(kind) for kind in (ScopeKind.TAUGHT, ScopeKind.STAFF, ScopeKind.SCHOOL, ScopeKind.TAUGHT_DEBTS)),
    ],
)
def test_a_button_says_the_scope_that_it_was_made_of(scope: Scope) -> None:
    assert scope_said(scope.kind, of_scope(scope)) == scope


def test_one_writes_as_what_one_is_to_the_readers() -> None:
    own, school_wide = Scope.of_class(school.CLASS_7A), Scope(ScopeKind.SCHOOL)
    assert writes_as(TEACHER, own) == "class_teacher"
    assert writes_as(TEACHER, Scope(ScopeKind.TAUGHT)) == "teacher"
    assert writes_as(DEPUTY, school_wide) == "deputy"
    assert writes_as(school.actor(school.MOTHER), school_wide) is None


async def test_within_the_grace_nothing_has_left_and_it_is_taken_back(
    announcing: Announcing, post: Delivery, pigeon: Pigeon, clock: SetClock
) -> None:
    sent = await announcing.send(TEACHER, DRAFT, 77)
    assert sent.goes_at is not None
    clock.advance(seconds=59)
    await all_turns(post)
    assert told(pigeon) == set()
    assert (await announcing.take_back(TEACHER, sent.id)).taken_back
    assert (await announcing.take_back(TEACHER, sent.id)).taken_back
    clock.advance(seconds=60)
    await all_turns(post)
    assert told(pigeon) == set()


async def test_after_the_grace_it_goes_and_cannot_be_taken_back(
    announcing: Announcing, post: Delivery, pigeon: Pigeon, clock: SetClock
) -> None:
    sent = await announcing.send(TEACHER, DRAFT, 77)
    clock.advance(seconds=60)
    await all_turns(post)
    assert school.MOTHER in told(pigeon)
    with pytest.raises(AnnouncementLeft):
        await announcing.take_back(TEACHER, sent.id)


async def test_only_the_sender_takes_back(announcing: Announcing) -> None:
    sent = await announcing.send(TEACHER, DRAFT, 77)
    for actor in (DEPUTY, school.actor(school.ADMIN), school.actor(school.MOTHER)):
        with pytest.raises(NotFound):
            await announcing.take_back(actor, sent.id)
    with pytest.raises(NotFound):
        await announcing.take_back(TEACHER, AnnouncementId(sent.id + 1))


async def test_an_urgent_one_goes_at_once_and_is_logged(
    database: Database, announcing: Announcing, post: Delivery, pigeon: Pigeon
) -> None:
    sent = await announcing.send(DEPUTY, replace(DRAFT, urgent=True), 77)
    assert sent.goes_at is None
    await all_turns(post)
    assert school.MOTHER in told(pigeon)
    rows = await database.reader.rows(select(change_log.c.what, change_log.c.person_id, change_log.c.after))
    assert [tuple(row) for row in rows] == [("urgent", school.DEPUTY, {"announcement": sent.id})]
    with pytest.raises(NotAllowed):
        await announcing.send(TEACHER, replace(DRAFT, key="k2", urgent=True), 77)


async def test_what_is_set_for_later_goes_then_and_stands_on_top_of_ones_own(
    announcing: Announcing, post: Delivery, pigeon: Pigeon, clock: SetClock
) -> None:
    later = await announcing.send(TEACHER, replace(DRAFT, send_at=EVENING), 77)
    clock.advance(minutes=5)
    first = await announcing.send(TEACHER, replace(DRAFT, key="k2"), 78)
    dropped = await announcing.send(TEACHER, replace(DRAFT, key="k3"), 79)
    await announcing.take_back(TEACHER, dropped.id)
    clock.advance(minutes=5)
    mine = await announcing.mine(TEACHER)
    assert ([one.id for one in mine.scheduled], [one.id for one in mine.sent]) == ([later.id], [first.id])
    assert (await announcing.mine(DEPUTY)).sent == ()
    clock.set(EVENING)
    await all_turns(post)
    assert school.MOTHER in told(pigeon)


async def test_to_whom_one_wrote_lately_comes_back_while_one_still_may(
    database: Database, announcing: Announcing, clock: SetClock
) -> None:
    for n, audience in enumerate((Audience.GUARDIANS, Audience.PUPILS, Audience.GUARDIANS)):
        clock.advance(minutes=1)
        await announcing.send(TEACHER, class_draft(f"k{n}", school.CLASS_7A, audience, "Собрание"), 77)
    lately = await announcing.lately(TEACHER)
    assert [one.audience for one in lately] == [Audience.GUARDIANS, Audience.PUPILS]
    assert lately[0].scope.class_names == ("7А",)
    assert (await announcing.like(TEACHER, lately[0].announcement)).scope == lately[0].scope
    with pytest.raises(NotFound):
        await announcing.like(DEPUTY, lately[0].announcement)
    async with database.begin() as tx:
        await tx.run(update(announcements).values(scope=Scope(ScopeKind.SCHOOL).kept()))
    assert await announcing.lately(TEACHER) == []
    with pytest.raises(NotAllowed):
        await announcing.like(TEACHER, lately[0].announcement)


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (replace(DRAFT, wording=Wording(" ")), AnnouncementEmpty),
        (replace(DRAFT, files=(PHOTO,) * 11), TooManyFiles),
        (replace(DRAFT, send_at=school.MORNING.astimezone(UTC)), SendingPassed),
        (replace(DRAFT, send_at=EVENING + timedelta(days=61)), SendingPassed),
        (replace(DRAFT, close_on=date(2026, 11, 23)), ClosesBeforeItGoes),
        (replace(DRAFT, send_at=EVENING + timedelta(days=1), close_on=school.TUESDAY), ClosesBeforeItGoes),
        (
            replace(DRAFT, send_at=EVENING, poll=PollDraft(PollKind.ONE, ("да", "нет"), close_at=EVENING)),
            ClosesTooEarly,
        ),
        (Draft("k", Scope(ScopeKind.DEBTS, (school.CLASS_7A,)), Audience.GUARDIANS, Wording("Долги")), NobodyToTell),
    ],
)
async def test_what_is_wrong_with_a_draft_is_said_before_it_goes(
    announcing: Announcing, draft: Draft, refusal: type[Exception]
) -> None:
    for act in (announcing.preview(TEACHER, draft), announcing.send(TEACHER, draft, 77)):
        with pytest.raises(refusal):
            await act


async def test_a_picture_alone_is_an_announcement(announcing: Announcing) -> None:
    assert (await announcing.preview(TEACHER, replace(DRAFT, wording=Wording(""), files=(PHOTO,)))).reached == 5


async def test_who_is_not_disturbed_now_is_counted_with_when_it_rings(announcing: Announcing, clock: SetClock) -> None:
    assert (await announcing.preview(TEACHER, DRAFT)).resting == 0
    clock.set(datetime(2026, 11, 24, 23, 30, tzinfo=school.ZONE))
    night = await announcing.preview(TEACHER, DRAFT)
    assert night.resting == night.reached == 5
    assert night.rings_at is not None
    assert night.rings_at.date() == date(2026, 11, 25)
    assert (await announcing.preview(DEPUTY, replace(DRAFT, urgent=True))).resting == 0
    staff = Draft("k", Scope(ScopeKind.STAFF), Audience.STAFF, Wording("Педсовет"))
    assert (await announcing.preview(DEPUTY, staff)).resting > 0


async def test_for_which_children_a_guardian_is_told_is_kept_and_a_poll_goes_with_it(
    database: Database, announcing: Announcing
) -> None:
    poll = PollDraft(PollKind.ONE, ("Приду", "Не приду"))
    everyone = Draft("k", Scope(ScopeKind.SCHOOL), Audience.FAMILIES, Wording("Линейка"), poll=poll)
    await announcing.send(DEPUTY, everyone, 77)
    rows = await database.reader.rows(select(announcement_wards.c.person_id, announcement_wards.c.pupil_id))
    wards = {(row.person_id, row.pupil_id) for row in rows}
    assert wards == {
        *((guardian, pupil) for guardian, pupil, _ in school.GUARDIANS if guardian != school.DEPUTY),
        *((pupil, pupil) for pupil in school.SEATS),
    }
    options = await database.reader.rows(select(poll_options.c.text).order_by(poll_options.c.position))
    assert [row.text for row in options] == ["Приду", "Не приду"]
    [row] = await database.reader.rows(select(announcements.c.class_id, announcements.c.scope))
    assert (row.class_id, row.scope) == (None, {"kind": "school"})
