"""The administrator limits a guardian to answers: who may, who is told, what stays."""

import pytest
from sqlalchemy import func, select

from domain.ids import PersonId
from handlers.talk.limits_buttons import LiftLimit, LimitGuardian, LimitInClass, LimitOfPupil, ShowLimits
from storage.tables.talk import writing_limits
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story
from tests.stories.forging import forged

REASON = "Грубые сообщения учителю 20 ноября"
BUTTONS = (
    ShowLimits(),
    LimitInClass(),
    LimitInClass(school_class=school.CLASS_7A),
    LimitOfPupil(pupil=school.IVANOV),
    LimitGuardian(pupil=school.IVANOV, person=school.FATHER),
    LiftLimit(person=school.FATHER),
)
OTHERS = (
    school.DIRECTOR,
    school.DEPUTY,
    school.SECRETARY,
    school.SITE_EDITOR,
    school.CLASS_TEACHER_7A,
    school.ALGEBRA_TEACHER,
    school.MOTHER,
    school.IVANOV,
)


async def _limited(story: Story) -> None:
    admin = await story.phone(school.ADMIN)
    await admin.write("/limits")
    await admin.wait_for("Сейчас никто не ограничен")
    await admin.press("Ограничить")
    await admin.press("7А")
    await admin.wait_for("чей родитель")
    await admin.press("Иванов Пётр")
    await admin.wait_for("Кому оставить только ответы")
    await admin.press("Иванов Олег Николаевич")
    await admin.wait_for("Напишите причину")
    await admin.write("не")
    await admin.wait_for("Нужна причина")
    await admin.write(REASON)
    shown = await admin.wait_for(REASON)
    assert "Иванов Олег Николаевич (Иванов Пётр, 7А, Иванова Маша, 1А)" in shown.text
    assert "с 24 ноября, Адамова А. А." in shown.text


async def _standing(story: Story) -> int:
    row = await story.application.database.reader.row(select(func.count()).where(writing_limits.c.lifted_at.is_(None)))
    return int(row[0]) if row else 0


async def test_the_guardian_is_told_why_and_told_when_it_ends(story: Story) -> None:
    father, mother = await story.phones(school.FATHER, school.MOTHER)
    await _limited(story)
    told = await father.wait_for("ограничил вашу переписку")
    assert REASON in told.text
    assert "/ask" in told.text
    assert "Адамова" not in told.text
    admin = await story.phone(school.ADMIN)
    await admin.press("Снять: Иванов О. Н.")
    await admin.wait_for("Сейчас никто не ограничен")
    await father.wait_for("Ограничение снято")
    assert await _standing(story) == 0
    assert not [one for one in await mother.messages() if "ограничил" in one.text]


async def test_who_is_limited_already_and_who_works_here_are_not_offered(story: Story) -> None:
    await _limited(story)
    admin = await story.phone(school.ADMIN)
    await admin.press("Ограничить")
    await admin.press("7А")
    await admin.press("Иванов Пётр")
    shown = await admin.wait_for("уже только отвечает")
    assert not any("Олег" in label for label in shown.labels)
    await admin.press("Назад")
    await admin.press("Кузина Вера")
    assert "работает в школе" in (await admin.wait_for("Ограничить здесь некого")).text
    for person, said in ((school.FATHER, "уже может только отвечать"), (school.DEPUTY, "работает в школе")):
        tapped = LimitGuardian(pupil=school.IVANOV, person=person).pack()
        assert said in (await forged(story, admin.id, tapped))["text"]


async def test_a_second_tap_on_lifting_tells_nobody_twice(story: Story) -> None:
    father = await story.phone(school.FATHER)
    await _limited(story)
    await father.wait_for("ограничил")
    admin = await story.phone(school.ADMIN)
    for _ in range(2):
        await forged(story, admin.id, LiftLimit(person=school.FATHER).pack())
    await father.wait_for("Ограничение снято")
    await story.later(minutes=1)
    assert len([one for one in await father.messages() if "снято" in one.text]) == 1


@pytest.mark.parametrize("person", OTHERS)
async def test_nobody_but_the_administrator_limits(story: Story, person: int) -> None:
    hand = await story.phone(PersonId(person))
    await hand.write("/limits")
    await hand.wait_for("вам недоступно")
    for button in BUTTONS:
        assert "вам недоступно" in (await forged(story, hand.id, button.pack()))["text"]
    assert await _standing(story) == 0


async def _tapped(story: Story, phone: Phone) -> None:
    """The command and all the buttons, by somebody whom the bot does not know."""
    await phone.write("/limits")
    await phone.wait_for("одноразовый код")
    user = {"id": phone.id, "is_bot": False, "first_name": "А"}
    shown = {"message_id": 1, "date": 1, "chat": {"id": phone.id, "type": "private"}, "text": "x"}
    for number, button in enumerate(BUTTONS, 950_000):
        query = {"id": str(number), "from": user, "chat_instance": "1", "message": shown, "data": button.pack()}
        await story.people.updates(update={"update_id": number, "callback_query": query})
    await phone.stays_silent()
    assert not [one for one in await phone.messages() if "Только ответы" in one.text or "чей родитель" in one.text]
    assert await _standing(story) == 0


async def test_a_stranger_limits_nobody(story: Story) -> None:
    await _tapped(story, await story.stranger())


async def test_a_revoked_account_limits_nobody(story: Story) -> None:
    admin = await story.phone(school.ADMIN)
    await admin.write("/me")
    await admin.press("Выйти здесь")
    await admin.press("Да, выйти")
    await admin.wait_for("вышли")
    await _tapped(story, admin)


async def test_numbers_of_nobody_are_refused(story: Story) -> None:
    admin = await story.phone(school.ADMIN)
    for button in (
        LimitInClass(school_class=999),
        LimitOfPupil(pupil=school.FATHER),
        LimitGuardian(pupil=school.IVANOV, person=school.SECRETARY),
        LimitGuardian(pupil=school.IVANOV, person=10**9),
    ):
        assert "Не нашлось" in (await forged(story, admin.id, button.pack()))["text"]
    await forged(story, admin.id, LiftLimit(person=10**9).pack())
    assert await _standing(story) == 0
