"""The class meeting: the teacher prints slips, families come in by them, and the count on the screen goes up."""

import re
from pathlib import Path

import pytest
from sqlalchemy import select, update

from domain.ids import PersonId
from domain.roles.codes import new_code
from storage.tables import roles
from tests import school
from tests.papers import needs_ghostscript, needs_scanner, pages_of, scanned, texts_of
from tests.people import Message, Phone
from tests.stories.conftest import Story

NOT_IN = (school.IVANOV, school.PETROVA_MOTHER, school.SIDOROV_MOTHER)
CODE = re.compile(r"\b\w{4}-\w{4}-\w{3}\b")


async def _empty_class(story: Story) -> None:
    """Three of 7А have not come in."""
    async with story.application.database.begin() as tx:
        out = update(roles.bindings).where(roles.bindings.c.person_id.in_(NOT_IN))
        await tx.run(out.values(ended_at=school.STARTED))


async def _access(phone: Phone) -> Message:
    await phone.write("/menu")
    await phone.wait_for("", button="Доступ класса")
    await phone.press("Доступ класса")
    return await phone.wait_for("Доступ, 7А")


async def _file(phone: Phone, caption: str) -> bytes:
    message = await phone.wait_for(caption)
    return await phone.download(message.raw["document"]["file_id"])


async def _tap(story: Story, phone: Phone, message: Message, data: str, number: int) -> None:
    """A button that the screen no longer has, or never had."""
    user = {"id": phone.id, "is_bot": False, "first_name": "А"}
    chat = {"id": phone.id, "type": "private"}
    tapped = {"message_id": message.id, "date": 1, "chat": chat, "text": "x"}
    query = {"id": str(number), "from": user, "chat_instance": "1", "message": tapped, "data": data}
    await story.people.updates(update={"update_id": number, "callback_query": query})
    await phone.stays_silent()


async def _codes(story: Story) -> int:
    """How many were ever given out."""
    return len(await story.application.database.reader.rows(select(roles.access_codes)))


@needs_ghostscript
@needs_scanner
async def test_a_family_comes_in_by_the_slip_and_the_teacher_sees_it(story: Story, tmp_path: Path) -> None:
    await _empty_class(story)
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    seen = await _access(teacher)
    assert "Родители: вошли 3 из 5" in seen.text
    assert "Ученики: вошли 3 из 4" in seen.text
    await teacher.press("Листки для собрания")
    assert "Будет 3 листка" in (await teacher.wait_for("Листки для собрания, 7А")).text
    await teacher.press("Сделать файл")
    pdf = await _file(teacher, "Листки, 7А: 3")
    page, listed = pages_of(pdf, tmp_path)
    links = scanned(page)
    assert len(links) == 3
    assert not scanned(listed)
    assert all(link.startswith("https://t.me/") for link in links)
    pupil = await story.stranger()
    code = CODE.findall(texts_of(pdf)[0])[0].replace("-", "")
    await pupil.start(next(link.split("start=")[1] for link in links if link.endswith(code)))
    await pupil.wait_for("Пётр, что посмотрим?")
    await teacher.press("🔄")
    await teacher.wait_for("Ученики: вошли 4 из 4")


async def test_the_list_of_who_is_not_in_leads_to_a_person_and_back(story: Story) -> None:
    await _empty_class(story)
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await _access(teacher)
    await teacher.press("Кто ещё не вошёл: 3")
    waiting = await teacher.wait_for("Ещё не вошли, 7А")
    people = [label for label in waiting.labels if label.startswith("▫️")]
    assert len(people) == 3
    assert not [label for label in waiting.labels if "✅" in label]
    await teacher.press("Сидорова Жанна")
    await teacher.wait_for("Ещё не входил")
    await teacher.press("Назад")
    await teacher.wait_for("Доступ, 7А")


async def test_a_second_tap_makes_no_second_file_and_says_so(story: Story) -> None:
    await _empty_class(story)
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await _access(teacher)
    await teacher.press("Листки для собрания")
    question = await teacher.wait_for("Будет 3 листка")
    button = question.button("Сделать файл")
    assert button is not None
    await teacher.press("Сделать файл")
    await teacher.wait_for("Листки, 7А: 3")
    await teacher.wait_for("Доступ, 7А")
    given = await _codes(story)
    await _tap(story, teacher, question, button.data or "", 900_001)
    assert await _codes(story) == given == len(NOT_IN)
    files = [message for message in await teacher.messages() if "document" in message.raw]
    assert len(files) == 1


async def test_one_persons_slip_has_the_code_of_the_screen(story: Story) -> None:
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await _access(teacher)
    await teacher.press("Петрова Ольга")
    await teacher.wait_for("Петрова Ольга Викторовна")
    await teacher.press("Новый код")
    shown = CODE.search((await teacher.wait_for("Код одноразовый")).text)
    assert shown is not None
    await teacher.press("Листок")
    (page,) = texts_of(await _file(teacher, "Листок для: Петрова Ольга Викторовна"))
    assert shown[0] in page
    assert "родитель, ребёнок: Петрова Анна" in page


async def test_the_administrator_prints_for_any_class(story: Story) -> None:
    await _empty_class(story)
    admin = await story.phone(school.ADMIN)
    await admin.write("/menu")
    await admin.press("Доступ класса")
    await admin.wait_for("Какой класс?")
    await admin.press("7А")
    await admin.wait_for("Доступ, 7А")
    await admin.press("Листки для собрания")
    await admin.wait_for("Будет 3 листка")
    await admin.press("Сделать файл")
    assert "Сидорова Жанна Львовна" in texts_of(await _file(admin, "Листки, 7А: 3"))[0]


@pytest.mark.parametrize(
    "person", [school.ALGEBRA_TEACHER, school.MOTHER, school.PRIMARY], ids=["subject teacher", "guardian", "other"]
)
async def test_the_same_tap_of_others_is_refused_and_issues_nothing(story: Story, person: PersonId) -> None:
    await _empty_class(story)
    other = await story.phone(person)
    await other.write("/menu")
    menu = await other.wait_for("")
    for number, button in enumerate(("cka:2", "ckp:2:0", "ckn:2:0", f"cko:2:{new_code()}")):
        await _tap(story, other, menu, button, 900_001 + number)
    assert await _codes(story) == 0
    assert len(await other.messages()) == 2


async def test_a_strangers_tap_brings_no_file(story: Story) -> None:
    await _empty_class(story)
    stranger = await story.stranger()
    await stranger.write("привет")
    said = await stranger.wait_for("одноразовый код")
    await _tap(story, stranger, said, f"ckp:{school.CLASS_7A}:0", 900_001)
    assert await _codes(story) == 0
    assert not [message for message in await stranger.messages() if "document" in message.raw]
