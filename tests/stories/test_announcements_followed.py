"""What follows an announcement: counted for each child, listed, reminded, closed, corrected, answered to its sender."""

from datetime import timedelta
from io import BytesIO
from itertools import count

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import func, select, update

from domain.ids import AnnouncementId, PersonId
from domain.talk.audiences import Audience
from domain.talk.wording import Attachment, Entity, FileKind, Style, Wording
from storage.tables.roles import bindings
from storage.tables.talk import announcement_receipts, threads
from tests import school
from tests.announced import GUARDIANS, PUPILS, TEACHERS, announced
from tests.people import Phone
from tests.pictures import grey_png
from tests.soon import soon
from tests.stories.conftest import Story
from tests.stories.forging import forged

TEXT = "Собрание в 18:00"
_numbers = count(700_000)


async def _sent(story: Story, **more: object) -> AnnouncementId:
    """As composing leaves it."""
    made = await announced(story.application.database, text=TEXT, **more)  # type: ignore[arg-type]
    story.application.nudge()
    return made


async def _line(story: Story, teacher: Phone, announcement: AnnouncementId) -> None:
    """Into the sender's chat, in place of a menu."""
    await teacher.write("/menu")
    shown = await teacher.wait_for("")
    forged_keyboard = {"inline_keyboard": [[{"text": "📣", "callback_data": f"anv:{announcement}"}]]}
    story.telegram.exchange.chat_of(teacher.id, teacher.id).posts[shown.id].payload["reply_markup"] = forged_keyboard
    await teacher.press_raw(shown.id, f"anv:{announcement}")


async def _acknowledged(story: Story, announcement: AnnouncementId) -> int:
    r = announcement_receipts.c
    mine = select(func.count(r.acknowledged_at)).where(r.announcement_id == announcement)
    row = await story.application.database.reader.row(mine)
    assert row is not None
    return int(row[0])


async def test_the_letter_says_who_writes_as_what_to_whom_until_when_and_who_is_silent_is_listed(story: Story) -> None:
    teacher, mother, father, other = await story.phones(
        school.CLASS_TEACHER_7A, school.MOTHER, school.FATHER, school.PETROVA_MOTHER
    )
    made = await _sent(story, close_on=school.TUESDAY + timedelta(days=2))
    letter = await mother.wait_for(TEXT)
    assert letter.text.startswith("📣 Павлова Ольга Павловна, классный руководитель\n7А, родители")
    assert "Просим ознакомиться до 26 ноября" in letter.text
    await father.wait_for(TEXT)
    await other.wait_for(TEXT)
    await mother.press("Ознакомлен")
    await mother.wait_for("Вы ознакомились")
    await _line(story, teacher, made)
    line = await teacher.wait_for("Доставлено")
    assert "Ознакомились: 1 из 4 детей" in line.text
    await father.press("Ознакомлен")
    await father.wait_for("Вы ознакомились")
    await teacher.press("Обновить")
    await teacher.press("Кто не ознакомился (3)")
    seen = await teacher.wait_for("Ещё не ознакомились: 3")
    assert "Петрова Анна — Петрова О. В." in seen.text
    assert "Иванов" not in seen.text
    await teacher.press("Список файлом")
    book = await teacher.wait_for("Кто ещё не ознакомился: 3", timeout=10)
    content = BytesIO(await teacher.download(book.raw["document"]["file_id"]))
    rows = CalamineWorkbook.from_filelike(content).get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows[1:]] == ["Кузина Вера Романовна", "Петрова Анна Сергеевна", "Сидоров Семён Ильич"]
    assert {row[0] for row in rows[1:]} == {"7А"}


async def test_who_has_not_is_reminded_by_one_tap_once_a_day_and_opens_it_from_there(story: Story) -> None:
    teacher, mother, father, other = await story.phones(
        school.CLASS_TEACHER_7A, school.MOTHER, school.FATHER, school.PETROVA_MOTHER
    )
    made = await _sent(story)
    await mother.wait_for(TEXT)
    await mother.press("Ознакомлен")
    await mother.wait_for("Вы ознакомились")
    await other.wait_for(TEXT)
    await _line(story, teacher, made)
    answer = await teacher.press("Напомнить (3)")
    assert answer is not None
    assert "Напоминаем" in answer.text
    reminder = await other.wait_for("Напоминаем: просим ознакомиться с объявлением")
    assert reminder.labels == ["📖 Открыть"]
    await other.press("Открыть")
    await other.wait_for(TEXT, button="Ознакомлен")
    await other.press("Ознакомлен")
    await other.wait_for("Вы ознакомились")
    assert [m.text for m in await father.messages() if "Напоминаем" in m.text] == []
    answer = await teacher.press("Напомнить")
    assert answer is not None
    assert "уже напоминали" in answer.text
    await story.later(days=1)
    await teacher.press("Напомнить")
    sidorova = await story.phone(school.SIDOROV_MOTHER)
    await soon(lambda: _count(sidorova, "Напоминаем", 2))


async def _count(phone: Phone, text: str, n: int) -> bool:
    return len([m for m in await phone.messages() if text in m.text]) == n


async def test_after_its_day_a_tap_is_thanked_and_counts_no_more(story: Story) -> None:
    teacher, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    made = await _sent(story, close_on=school.TUESDAY)
    await mother.wait_for(TEXT)
    await story.later(days=1)
    answer = await mother.press("Ознакомлен")
    assert answer is not None
    assert "Ответы уже не собирают" in answer.text
    shown = await mother.wait_for("Ознакомиться просили до 24 ноября")
    assert shown.button("Ознакомлен") is None
    assert await _acknowledged(story, made) == 0
    await _line(story, teacher, made)
    line = await teacher.wait_for("Закрыто: ответы собирали до 24 ноября")
    assert line.button("Напомнить") is None


async def test_a_correction_comes_into_the_messages_that_stand_formatting_and_picture_with_it(story: Story) -> None:
    teacher, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    photo = Attachment(FileKind.PHOTO, await _a_photo(story, teacher))
    made = await _sent(story, files=(photo,))
    before = await mother.wait_for(TEXT)
    assert "photo" in before.raw
    await _line(story, teacher, made)
    await teacher.press("Исправить")
    await teacher.wait_for("Исправить объявление")
    await teacher.write("Собрание в 19:00")
    await teacher.wait_for("Исправлено")
    await story.later(seconds=4)
    after = await mother.wait_for("Собрание в 19:00")
    assert after.id == before.id
    assert "Исправлено в 08:40" in after.text
    await mother.press("Ознакомлен")
    acknowledged = await mother.wait_for("Вы ознакомились")
    assert (acknowledged.id, "photo" in acknowledged.raw) == (before.id, True)
    bold = Wording("Собрание в 20:00", (Entity(Style.BOLD, 0, 8),))
    await story.application.services.following.correct(school.actor(school.CLASS_TEACHER_7A), made, bold)
    await story.later(seconds=4)
    again = await mother.wait_for("Собрание в 20:00")
    assert "Собрание" in again.marked("bold")


async def _a_photo(story: Story, teacher: Phone) -> str:
    sent = await teacher.photo(grey_png(40, 40))
    return str(sent.raw["photo"][-1]["file_id"])


async def test_an_answer_comes_to_the_sender_alone_by_the_button_and_by_telegrams_reply(story: Story) -> None:
    teacher, mother, father, deputy = await story.phones(
        school.CLASS_TEACHER_7A, school.MOTHER, school.FATHER, school.DEPUTY
    )
    await _sent(story)
    letter = await mother.wait_for(TEXT)
    await mother.press("Ответить отправителю")
    await mother.wait_for("Увидит его только отправитель — Ольга Павловна")
    await mother.write("Придём вдвоём")
    await mother.wait_for("Отправлено")
    await teacher.wait_for("Придём вдвоём")
    own = await father.wait_for(TEXT)
    await soon(lambda: _arrived(story, school.FATHER, own.id))
    await father.write("А парковка есть?", reply_to=own)
    await father.wait_for("Отправлено")
    await teacher.wait_for("А парковка есть?")
    await mother.write("Ой, втроём", reply_to=letter)
    await mother.wait_for("Отправлено")
    await teacher.wait_for("Ой, втроём")
    for phone in (father, deputy):
        assert [m.text for m in await phone.messages() if "вдвоём" in m.text or "втроём" in m.text] == []
    rows = await story.application.database.reader.rows(select(threads.c.kind, threads.c.opened_by))
    assert sorted((row.kind, row.opened_by) for row in rows) == [("answer", school.MOTHER), ("answer", school.FATHER)]


async def _arrived(story: Story, person: PersonId, message_id: int) -> bool:
    acknowledging = story.application.services.acknowledging
    return await acknowledging.letter_at(school.actor(person), message_id) is not None


async def test_staff_read_and_answer_too_and_the_sender_has_no_letter(story: Story) -> None:
    director, sport, algebra = await story.phones(school.DIRECTOR, school.SPORT, school.ALGEBRA_TEACHER)
    told: dict[PersonId, list[PersonId]] = {school.SPORT: [], school.ALGEBRA_TEACHER: []}
    made = await _sent(story, wards=told, scope=TEACHERS, audience=Audience.STAFF, sender=school.DIRECTOR, urgent=True)
    letter = await sport.wait_for(TEXT)
    assert letter.text.startswith("⚡ Срочно\n📣 Директорова Дина Дмитриевна, директор\nвсе учителя")
    await sport.press("Ознакомлен")
    await sport.wait_for("Вы ознакомились")
    await algebra.wait_for(TEXT)
    await algebra.press("Ответить отправителю")
    await algebra.wait_for("только отправитель")
    await algebra.write("У меня урок")
    await director.wait_for("У меня урок")
    state = await story.application.services.following.state(school.actor(school.DIRECTOR), made)
    assert (state.persons.all, state.persons.acknowledged, state.children.all) == (2, 1, 0)


async def test_nothing_is_asked_where_nothing_was_to_be_confirmed(story: Story) -> None:
    teacher, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    made = await _sent(story, asks=False)
    letter = await mother.wait_for(TEXT)
    assert letter.button("Ознакомлен") is None
    await forged(story, mother.id, f"ack:{made}")
    assert await _acknowledged(story, made) == 0
    await _line(story, teacher, made)
    line = await teacher.wait_for("Доставлено")
    assert "Ознакомились" not in line.text
    assert line.button("Кто не ознакомился") is None


READERS = ("ack", "akd", "anq", "ang")
SENDERS = ("anv", "anu", "anl", "anr", "ane", "anh")


@pytest.mark.parametrize("person", [school.ORLOV_MOTHER, school.IVANOV, school.ALGEBRA_TEACHER, school.ADMIN])
async def test_to_whom_it_did_not_go_it_does_not_exist(story: Story, person: PersonId) -> None:
    """A guardian and a pupil out of it, a teacher, the administrator."""
    made = await _sent(story)
    for prefix in (*READERS, *SENDERS):
        answer = await forged(story, school.telegram_id(person), f"{prefix}:{made}")
        assert answer.get("show_alert") or prefix == "anh", prefix
    assert await _acknowledged(story, made) == 0
    rows = await story.application.database.reader.rows(select(threads.c.id))
    assert list(rows) == []


async def test_who_was_revoked_or_is_kept_from_the_child_acknowledges_and_answers_nothing(story: Story) -> None:
    father, other = await story.phones(school.FATHER, school.PETROVA_MOTHER)
    made = await _sent(story)
    for phone in (father, other):
        await phone.wait_for(TEXT)
    restricting = story.application.services.restricting
    await restricting.restrict(school.actor(school.ADMIN), school.FATHER, school.IVANOV, "№ 1 от 20.11.2026")
    async with story.application.database.begin() as tx:
        gone = {"ended_at": story.clock.now(), "ended_why": "revoked"}
        await tx.run(update(bindings).where(bindings.c.person_id == school.PETROVA_MOTHER).values(**gone))
        tx.touch("access")
    stranger = await story.stranger()
    for prefix in READERS:
        assert (await forged(story, father.id, f"{prefix}:{made}")).get("show_alert")
        for phone in (other, stranger):
            await _tapped(story, phone, f"{prefix}:{made}")
    assert [m.text for m in await stranger.messages() if TEXT in m.text] == []
    assert await _acknowledged(story, made) == 0
    state = await story.application.services.following.state(school.actor(school.CLASS_TEACHER_7A), made)
    assert (state.children.all, state.addressed) == (4, 4)
    rows = await story.application.database.reader.rows(select(threads.c.id))
    assert list(rows) == []


async def _tapped(story: Story, phone: Phone, data: str) -> None:
    """By one whom the bot does not know any more, or never did: it need not answer."""
    number = next(_numbers)
    sender = {"id": phone.id, "is_bot": False, "first_name": "О"}
    message = {"message_id": 1, "date": 1, "chat": {"id": phone.id, "type": "private"}, "text": "x"}
    query = {"id": str(number), "from": sender, "chat_instance": "1", "message": message, "data": data}
    await story.people.updates(update={"update_id": number, "callback_query": query})


async def test_families_are_counted_as_children_and_as_pupils_who_answer_for_themselves(story: Story) -> None:
    teacher, mother, pupil = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER, school.IVANOV)
    made = await _sent(story, wards=GUARDIANS | PUPILS, audience=Audience.FAMILIES)
    for phone in (mother, pupil):
        await phone.wait_for(TEXT)
        await phone.press("Ознакомлен")
        await phone.wait_for("Вы ознакомились")
    await _line(story, teacher, made)
    line = await teacher.wait_for("Ознакомились: 1 из 4 детей")
    assert "Сами ученики: 1 из 4" in line.text


async def test_a_code_in_a_correction_is_asked_about_before_it_goes(story: Story) -> None:
    teacher, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    made = await _sent(story)
    await mother.wait_for(TEXT)
    await _line(story, teacher, made)
    await teacher.press("Исправить")
    await teacher.wait_for("Исправить объявление")
    code = (await story.application.wiring.codes().issue_by_program([school.FATHER]))[0].code
    await teacher.write(f"Код отца: {code}")
    await teacher.wait_for("", button="Отправить")
    await mother.stays_silent()
    await teacher.press("Отправить")
    await teacher.wait_for("Исправлено")
    await story.later(seconds=4)
    await mother.wait_for("Код отца")
