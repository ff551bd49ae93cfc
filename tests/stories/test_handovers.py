"""Threads handed over: the substitute reads from the date on and answers, the former one goes on, strangers do not."""

from datetime import date, timedelta

import pytest

from domain.errors import NotAllowed, NotFound
from domain.ids import HandoverId, PersonId, ThreadId
from domain.school.teacher_absences import Why
from domain.talk.handovers import (
    HandoverOver,
    HandoverStands,
    HandoverTooEarly,
    HandoverToOneself,
    History,
)
from tests import school
from tests.stories.conftest import Story
from tests.talks import TO_ALGEBRA, TO_CLASS_TEACHER, answer, begin

GIVER, TAKER = school.ALGEBRA_TEACHER, school.ENGLISH_1
TODAY, DAY = school.TUESDAY, timedelta(days=1)


async def _hand(
    story: Story,
    by: PersonId = school.DEPUTY,
    *,
    giver: PersonId = GIVER,
    first: date = TODAY,
    last: date | None = TODAY + DAY,
    history: History = History.NOTHING,
) -> HandoverId:
    return await story.application.services.handovers.make(school.actor(by), giver, TAKER, first, last, history)


async def _texts(story: Story, person: PersonId, thread: ThreadId) -> list[str]:
    page = await story.application.services.talking.page(school.actor(person), thread)
    return [one.wording.text for one in page.spoken]


async def test_a_deputy_hands_threads_over_in_taps_both_hear_and_it_is_taken_back(story: Story) -> None:
    deputy, giver, taker = await story.phones(school.DEPUTY, GIVER, TAKER)
    await deputy.write("/handover")
    await deputy.wait_for("никто ничего не передал")
    await deputy.press("Передать")
    await deputy.wait_for("Чью переписку")
    await deputy.press("Алгебрина А. Б.")
    asked = await deputy.wait_for("Кто будет отвечать")
    assert asked.button("Алгебрина") is None
    assert asked.button("Сайтова") is None
    await deputy.press("Лондонова Н. И.")
    await deputy.wait_for("С какого дня?")
    await deputy.press("С сегодня")
    await deputy.wait_for("По какой день включительно?")
    await deputy.press("7 дней, по 30 ноября")
    checked = await deputy.wait_for("увидит переписку с 2 ноября 2026")
    assert checked.button("● С начала четверти") is not None
    await deputy.press("Только новое")
    await deputy.wait_for("увидит переписку с 24 ноября 2026")
    await deputy.press("✅ Передать")
    await deputy.wait_for("24 ноября — 30 ноября 2026")
    told = await giver.wait_for("На вашу переписку теперь отвечает")
    assert "Лондонова Нина Ильинична" in told.text
    told = await taker.wait_for("Вы отвечаете на переписку")
    assert "Сказанное с 24 ноября 2026" in told.text
    await deputy.press("Вернуть")
    await deputy.wait_for("больше не увидит")
    await deputy.press("Да, вернуть")
    await deputy.wait_for("никто ничего не передал")
    await giver.wait_for("больше не отвечает")
    await taker.wait_for("Переписка возвращена")
    await deputy.stays_silent()


async def test_a_teacher_hands_over_their_own_and_nobody_elses(story: Story) -> None:
    teacher, taker = await story.phones(GIVER, TAKER)
    await teacher.write("/handover")
    await teacher.press("Передать")
    await teacher.wait_for("Кто будет отвечать")
    await teacher.press("Лондонова")
    await teacher.press("С завтра")
    await teacher.press("Без срока")
    await teacher.press("✅ Передать")
    await teacher.wait_for("с 25 ноября 2026 без срока")
    await taker.wait_for("Вы отвечаете на переписку")
    await teacher.stays_silent()
    await taker.write("/handover")
    await taker.press("1")
    seen = await taker.wait_for("без срока")
    assert seen.button("Вернуть") is None
    handovers, mine = story.application.services.handovers, school.actor(TAKER)
    [standing] = await handovers.listed(mine)
    for act in (
        handovers.make(mine, GIVER, TAKER, TODAY, None, History.TERM),
        handovers.takers(mine, GIVER),
        handovers.end(mine, standing.id),
    ):
        with pytest.raises(NotAllowed):
            await act
    with pytest.raises(NotFound):
        await handovers.one(school.actor(school.SPORT), standing.id)


async def test_the_substitute_reads_from_the_date_on_and_answers_and_then_no_more(story: Story) -> None:
    services = story.application.services
    thread = await begin(services, school.MOTHER, TO_ALGEBRA, "Было раньше")
    with pytest.raises(NotFound):
        await services.talking.page(school.actor(TAKER), thread)
    await story.later(days=1)
    await _hand(story, first=TODAY + DAY, last=TODAY + 2 * DAY)
    mother, taker, giver = await story.phones(school.MOTHER, TAKER, GIVER)
    await answer(services, school.MOTHER, thread, "Новое")
    await taker.wait_for("Новое")
    assert await _texts(story, TAKER, thread) == ["Новое"]
    await answer(services, TAKER, thread, "Отвечаю за коллегу")
    heard = await mother.wait_for("Отвечаю за коллегу")
    assert "Нина Ильинична" in heard.text
    await giver.wait_for("Отвечаю за коллегу")
    assert await _texts(story, GIVER, thread) == ["Было раньше", "Новое", "Отвечаю за коллегу"]
    await answer(services, GIVER, thread, "И я здесь")
    await story.later(days=2)
    for act in (
        services.talking.page(school.actor(TAKER), thread),
        services.thread_records.take(school.actor(TAKER), thread),
        answer(services, TAKER, thread, "Ещё"),
    ):
        with pytest.raises(NotFound):
            await act
    assert (await services.inbox.page(school.actor(TAKER))).lines == ()
    await answer(services, school.MOTHER, thread, "После срока")
    await giver.wait_for("После срока")


async def test_history_goes_back_as_far_as_was_chosen(story: Story) -> None:
    thread = await begin(story.application.services, school.MOTHER, TO_ALGEBRA, "Было раньше")
    await story.later(days=3)
    await _hand(story, first=TODAY + 3 * DAY, last=None, history=History.TERM)
    [line] = (await story.application.services.inbox.page(school.actor(TAKER))).lines
    assert line.unread
    assert await _texts(story, TAKER, thread) == ["Было раньше"]
    [line] = (await story.application.services.inbox.page(school.actor(TAKER))).lines
    assert not line.unread


async def test_the_desk_of_a_class_teacher_is_handed_over_too(story: Story) -> None:
    thread = await begin(story.application.services, school.MOTHER, TO_CLASS_TEACHER, "Классному")
    await _hand(story, giver=school.CLASS_TEACHER_7A, history=History.YEAR)
    assert await _texts(story, TAKER, thread) == ["Классному"]


async def test_taken_back_it_is_over_at_once(story: Story) -> None:
    services = story.application.services
    thread = await begin(services, school.MOTHER, TO_ALGEBRA, "Вопрос")
    made = await _hand(story, history=History.YEAR)
    assert await _texts(story, TAKER, thread) == ["Вопрос"]
    for _ in range(2):
        await services.handovers.end(school.actor(school.ADMIN), made)
    with pytest.raises(NotFound):
        await services.talking.page(school.actor(TAKER), thread)


async def test_what_cannot_be_is_refused(story: Story) -> None:
    handovers, deputy = story.application.services.handovers, school.actor(school.DEPUTY)
    await _hand(story)
    with pytest.raises(HandoverStands):
        await _hand(story, last=None)
    with pytest.raises(HandoverOver):
        await _hand(story, first=TODAY + 5 * DAY, last=TODAY + 4 * DAY)
    with pytest.raises(HandoverTooEarly):
        await _hand(story, first=TODAY - DAY)
    with pytest.raises(HandoverToOneself):
        await handovers.make(deputy, GIVER, GIVER, TODAY, None, History.TERM)
    for taker in (school.MOTHER, school.SITE_EDITOR, school.IVANOV, PersonId(9_999)):
        with pytest.raises(NotFound):
            await handovers.make(deputy, GIVER, taker, TODAY, None, History.TERM)
    for giver in (school.MOTHER, PersonId(9_999)):
        with pytest.raises(NotFound):
            await handovers.make(deputy, giver, TAKER, TODAY, None, History.TERM)
    with pytest.raises(NotFound):
        await handovers.end(deputy, HandoverId(9_999))
    await _hand(story, first=TODAY + 2 * DAY, last=None)


@pytest.mark.parametrize(
    "person", [school.MOTHER, school.IVANOV, school.SECRETARY, school.SITE_EDITOR, school.DIRECTOR]
)
async def test_who_hands_nothing_over_sees_none_of_it(story: Story, person: PersonId) -> None:
    made, handovers, actor = await _hand(story), story.application.services.handovers, school.actor(person)
    for act in (
        handovers.listed(actor),
        handovers.givers(actor),
        handovers.one(actor, made),
        handovers.end(actor, made),
        handovers.make(actor, person, TAKER, TODAY, None, History.TERM),
    ):
        with pytest.raises(NotAllowed):
            await act
    phone = await story.phone(person)
    await phone.write("/handover")
    await phone.wait_for("недоступно")


async def test_a_stranger_and_one_whose_access_was_revoked_meet_the_door(story: Story) -> None:
    stranger = await story.stranger()
    await stranger.write("/handover")
    await stranger.wait_for("код")
    teacher = await story.phone(GIVER)
    await teacher.write("/handover")
    await teacher.wait_for("Передача")
    await story.application.services.access.revoke(school.actor(school.ADMIN), GIVER)
    await teacher.write("/handover")
    await teacher.wait_for("код")


async def test_of_a_teacher_who_is_away_the_threads_are_handed_over_from_the_same_screen(story: Story) -> None:
    absent = story.application.services.absent_teachers
    await absent.note(school.actor(school.DEPUTY), GIVER, TODAY, TODAY + DAY, Why.SICK)
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("/subs")
    await deputy.press("Учитель отсутствует")
    await deputy.press("Алгебрина А. Б.")
    await deputy.press("Передать переписку")
    await deputy.wait_for("Алгебрина Алла Борисовна")
