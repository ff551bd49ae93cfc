"""The inbox in the chat: what is new, what waits for three days, the word of it in the morning, a thread taken out."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from domain.errors import NotFound
from domain.ids import DeliveryId, PersonId, ThreadId
from domain.messaging.inbox_news import OwedNews
from domain.messaging.kinds import Kind
from domain.messaging.outbox import Claimed
from domain.messaging.owed_mornings import OWED
from domain.messaging.preparing import Dropped, Prepared
from domain.roles.exports import ExportsFrozen, TooManyExports
from domain.school.documents import DocumentAudience, NewDocument
from domain.talk.announcements import Draft
from domain.talk.audiences import Audience, Scope
from domain.talk.handovers import History
from domain.talk.wording import Wording
from storage.tables.messaging import outbox
from tests import school
from tests.people import Phone
from tests.polls import COMING
from tests.stories.conftest import Story
from tests.stories.forging import forged
from tests.talks import TO_ALGEBRA, TO_CLASS_TEACHER, answer, begin

TEACHER = school.ALGEBRA_TEACHER
FRIDAY = datetime(2026, 11, 27, 8, 0, 10, tzinfo=school.ZONE)


async def _opened(story: Story, person: PersonId) -> Phone:
    phone = await story.phone(person)
    await phone.write("/inbox")
    return phone


async def _remind(story: Story, at: datetime) -> int:
    story.clock.set(at)
    queued = await story.application.jobs.remind_owed()
    story.application.nudge()
    return queued


async def _told_of_owed(story: Story) -> int:
    rows = await story.application.database.reader.rows(select(outbox).where(outbox.c.kind == Kind.TALK_TOLD))
    return len(rows)


async def test_a_thread_is_bold_until_it_is_opened(story: Story) -> None:
    await begin(story.application.services, school.MOTHER, TO_ALGEBRA, "Пётр завтра <b>будет</b>?")
    teacher = await _opened(story, TEACHER)
    shown = await teacher.wait_for("1 непрочитанная переписка")
    assert "1. Иванова Мария Петровна (мама) · Иванов Пётр, 7А · Алгебра" in shown.marked("bold")
    assert "Пётр завтра <b>будет</b>? · 08:40" in shown.text
    await teacher.press("● 1")
    await teacher.wait_for("Пётр завтра")
    await teacher.press("К сообщениям")
    shown = await teacher.wait_for("Иванова Мария Петровна (мама)")
    assert "непрочитан" not in shown.text
    assert shown.button("● 1") is None
    mother = await _opened(story, school.MOTHER)
    shown = await mother.wait_for("вы: Пётр завтра")
    assert "Алгебрина Алла Борисовна · Пётр · Алгебра" in shown.text


async def test_what_waits_three_days_is_on_top_and_told_once_on_the_morning_of_a_school_day(story: Story) -> None:
    services = story.application.services
    await begin(services, school.MOTHER, TO_ALGEBRA, "Старый вопрос")
    of_petrova = replace(TO_CLASS_TEACHER, pupil=school.PETROVA)
    story.clock.advance(hours=1)
    other = await begin(services, school.PETROVA_MOTHER, of_petrova, "Классному")
    assert await _remind(story, FRIDAY) == 0
    assert await _remind(story, FRIDAY + timedelta(days=1, hours=5)) == 0
    assert await _remind(story, FRIDAY + timedelta(days=2)) == 0, "on a Sunday nobody is at work"
    teacher, class_teacher = await story.phones(TEACHER, school.CLASS_TEACHER_7A)
    monday = FRIDAY + timedelta(days=3)
    assert await _remind(story, monday) == 2
    assert await _remind(story, monday + timedelta(minutes=10)) == 0
    await story.restart()
    assert await _remind(story, monday + timedelta(minutes=20)) == 0
    told = await teacher.wait_for("Ждут ответа три дня и дольше: 1")
    assert "вопрос" not in told.text
    await class_teacher.wait_for("Ждут ответа три дня и дольше: 1")
    await teacher.press("К сообщениям")
    await teacher.wait_for("⏳ Ждут ответа три дня и дольше: 1")
    await teacher.press("✓ 1: ответ не нужен")
    shown = await teacher.wait_for("Старый вопрос")
    assert "⏳" not in shown.text
    await answer(story.application.services, school.CLASS_TEACHER_7A, other, "Отвечаю")
    assert await _remind(story, monday + timedelta(days=1)) == 0
    assert await _told_of_owed(story) == 2


async def test_what_was_answered_before_it_is_told_is_not_told(story: Story) -> None:
    thread = await begin(story.application.services, school.MOTHER, TO_ALGEBRA, "Вопрос")
    story.clock.set(FRIDAY + timedelta(days=3))
    account, body = school.account_of(TEACHER), {"what": OWED}
    row = Claimed(DeliveryId(1), "owed", 1, account, Kind.TALK_TOLD, None, body, 1, False, None, None, None)
    preparing = story.application.wiring.preparing()
    [told] = await preparing.prepare([row])
    assert isinstance(told, Prepared)
    assert told.content == OwedNews(1)
    await answer(story.application.services, TEACHER, thread, "Ответ")
    [told] = await preparing.prepare([row])
    assert isinstance(told, Dropped)


async def test_documents_that_wait_are_one_line_that_leads_there(story: Story) -> None:
    new = NewDocument("Устав", school.TUESDAY, DocumentAudience.ALL, True, link="https://school.example/")
    await story.application.services.publishing.publish(school.actor(school.SITE_EDITOR), new)
    mother = await _opened(story, school.MOTHER)
    await mother.wait_for("Документов ждут подтверждения: 1")
    await mother.press("📄 Документы · 1")
    await mother.wait_for("Устав")


async def test_a_family_takes_its_own_thread_out_as_often_as_it_likes(story: Story) -> None:
    services = story.application.services
    thread = await begin(services, school.MOTHER, TO_ALGEBRA, "Вопрос")
    mother = await _opened(story, school.MOTHER)
    await mother.press("1")
    await mother.press("Скачать переписку")
    sent = await mother.wait_for("Храните бережно")
    assert sent.raw["document"]["file_name"] == "переписка.pdf"
    assert (await mother.download(sent.raw["document"]["file_id"])).startswith(b"%PDF")
    for _ in range(11):
        record = await services.thread_records.take(school.actor(school.MOTHER), thread)
    assert [one.spoken.wording.text for one in record.talk] == ["Вопрос"]
    director = await story.phone(school.DIRECTOR)
    await director.write("/audit")
    await director.wait_for("получил(а) файл со своей перепиской")


async def test_staff_take_out_so_many_a_day_and_nothing_while_an_incident_stands(story: Story) -> None:
    services, teacher = story.application.services, school.actor(TEACHER)
    thread = await begin(services, school.MOTHER, TO_ALGEBRA, "Вопрос")
    for _ in range(10):
        await services.thread_records.take(teacher, thread)
    with pytest.raises(TooManyExports):
        await services.thread_records.take(teacher, thread)
    await services.incidents.open(school.actor(school.DIRECTOR), "Потерян телефон")
    for person in (TEACHER, school.MOTHER):
        with pytest.raises(ExportsFrozen):
            await services.thread_records.take(school.actor(person), thread)


async def test_a_substitute_takes_out_what_they_see(story: Story) -> None:
    services = story.application.services
    thread = await begin(services, school.MOTHER, TO_ALGEBRA, "Раньше")
    await story.later(days=1)
    day = school.TUESDAY + timedelta(days=1)
    handovers = services.handovers
    await handovers.make(school.actor(school.ADMIN), TEACHER, school.SPORT, day, None, History.NOTHING)
    await answer(services, school.MOTHER, thread, "Позже")
    record = await services.thread_records.take(school.actor(school.SPORT), thread)
    assert [one.spoken.wording.text for one in record.talk] == ["Позже"]
    assert record.since is not None
    whole = await services.thread_records.take(school.actor(TEACHER), thread)
    assert [one.spoken.wording.text for one in whole.talk] == ["Раньше", "Позже"]


@pytest.mark.parametrize(
    "person",
    [
        *(school.PETROVA_MOTHER, school.ORLOV_MOTHER, school.PETROVA, school.IVANOV, school.ENGLISH_1),
        *(school.CLASS_TEACHER_7A, school.DIRECTOR, school.DEPUTY, school.ADMIN, school.SECRETARY, school.SITE_EDITOR),
    ],
)
async def test_nobody_else_lists_settles_or_takes_out_a_thread(story: Story, person: PersonId) -> None:
    services, actor = story.application.services, school.actor(person)
    thread = await begin(services, school.MOTHER, TO_ALGEBRA, "Только учителю")
    assert (await services.inbox.page(actor)).lines == ()
    for number in (thread, ThreadId(99_999)):
        for act in (services.thread_records.take(actor, number), services.talking.settle(actor, number)):
            with pytest.raises(NotFound):
                await act
        for data in (f"vif:{number}", f"vix:-:0:{number}"):
            assert (await forged(story, school.telegram_id(person), data))["show_alert"]


async def test_a_stranger_and_a_revoked_account_meet_the_door(story: Story) -> None:
    await begin(story.application.services, school.MOTHER, TO_ALGEBRA, "Вопрос")
    stranger = await story.stranger()
    await stranger.write("/inbox")
    await stranger.wait_for("код")
    teacher = await _opened(story, TEACHER)
    await teacher.wait_for("Вопрос")
    await story.application.services.access.revoke(school.actor(school.ADMIN), TEACHER)
    await teacher.write("/inbox")
    shown = await teacher.wait_for("код")
    assert "Вопрос" not in shown.text


async def test_an_announcement_waits_there_until_it_is_confirmed(story: Story) -> None:
    teacher, mother, father = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER, school.FATHER)
    await teacher.write("/class Собрание в пятницу")
    await teacher.press("Отправить")
    await mother.wait_for("Собрание в пятницу")
    await mother.write("/inbox")
    await mother.wait_for("Объявлений ждут вашего ответа: 1")
    await mother.press("Ответить на объявления · 1")
    await mother.wait_for("Ждут вашего ответа", button="Собрание в пятницу")
    await mother.press("Собрание в пятницу")
    await mother.wait_for("Собрание в пятницу")
    await mother.press("Ознакомлен")
    for phone in (mother, father):
        await phone.write("/inbox")
        shown = await phone.wait_for("Сообщения")
        assert "Объявлений" not in shown.text


async def test_a_poll_waits_there_until_one_of_the_guardians_has_answered(story: Story) -> None:
    teacher, mother, father = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER, school.FATHER)
    await teacher.write("/menu")
    shown = await teacher.wait_for("")
    scope = Scope.of_class(school.CLASS_7A, "7А")
    draft = Draft("ffffffff", scope, Audience.GUARDIANS, Wording("Придёте?"), asks=False, poll=COMING)
    draft = replace(draft, send_at=story.clock.now() + timedelta(hours=2))
    await story.application.services.announcing.send(school.actor(school.CLASS_TEACHER_7A), draft, shown.id)
    await mother.write("/inbox")
    assert "Объявлений" not in (await mother.wait_for("Сообщения")).text, "it has not gone yet"
    await story.later(hours=2, seconds=1)
    await mother.wait_for("Придёте?")
    await mother.write("/inbox")
    await mother.wait_for("Объявлений ждут вашего ответа: 1")
    await mother.press("Ответить на объявления · 1")
    await mother.press("Придёте?")
    await mother.wait_for("Придёте?", button="Приду")
    await mother.press("Приду")
    for phone in (mother, father):
        await phone.write("/inbox")
        shown = await phone.wait_for("Сообщения")
        assert "Объявлений" not in shown.text
