"""Stories 4 and 6: a message to a class's parents, and the evening digest."""

from tests import school
from tests.stories.conftest import Story


async def test_a_message_to_the_parents_of_a_class_is_confirmed_delivered_and_acknowledged(story: Story) -> None:
    sender, mother, father, other_class = await story.phones(
        school.CLASS_TEACHER_7A, school.MOTHER, school.FATHER, school.ORLOV_MOTHER
    )
    await sender.write("/class Завтра собрание в 18:30, кабинет 21")
    await sender.wait_for("Завтра собрание")
    control = await sender.wait_for("Получат", button="Отправить")
    assert "5 из 5" in control.text
    await mother.stays_silent()
    await sender.press("Отправить")
    letter = await mother.wait_for("Завтра собрание в 18:30", button="Ознакомлен")
    assert "Павлова Ольга Павловна" in letter.text
    assert "7А" in letter.text
    await father.wait_for("Завтра собрание")
    await mother.press("Ознакомлен")
    await mother.wait_for("Вы ознакомились")
    await story.later(seconds=4)
    live = await sender.wait_for("Ознакомились: 1")
    assert "5" in live.text
    await other_class.stays_silent()


async def test_a_second_tap_on_send_sends_nothing_twice(story: Story) -> None:
    sender, mother = await story.phones(school.CLASS_TEACHER_7A, school.MOTHER)
    await sender.write("/class Ждём всех на субботнике")
    preview = await sender.wait_for("Получат", button="Отправить")
    data = preview.button("Отправить").data  # type: ignore[union-attr]
    await sender.press_raw(preview.id, data or "")
    await mother.wait_for("субботнике")
    await story.restart()
    before = len(await mother.messages())
    await story.people.post("/people/updates", {"duplicate": True})
    await mother.stays_silent()
    assert len(await mother.messages()) == before


async def test_who_cannot_be_reached_is_listed_with_the_reason(story: Story) -> None:
    sender, father, mother = await story.phones(school.CLASS_TEACHER_7A, school.FATHER, school.MOTHER)
    await father.block()
    await sender.write("/class Родительское собрание")
    await sender.wait_for("Получат", button="Отправить")
    await sender.press("Отправить")
    await mother.wait_for("собрание")
    await story.later(seconds=4)
    await sender.press("не дошло")
    assert "Иванов Олег" in (await sender.wait_for("Иванов Олег")).text


async def test_a_guardian_cannot_write_to_a_class(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await mother.write("/class привет всем")
    await mother.wait_for("недоступно")


async def test_the_digest_comes_once_for_each_child_with_something_new(story: Story) -> None:
    teacher, mother, father, other = await story.phones(
        school.ALGEBRA_TEACHER, school.MOTHER, school.FATHER, school.SIDOROV_MOTHER
    )
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Отметки")
    await teacher.press("Иванов Пётр")
    await teacher.press("4")
    await teacher.wait_for("Вид работы", button="Иванов Пётр · 4")
    await story.later(minutes=16)
    await mother.wait_for("Алгебра")
    await father.wait_for("Алгебра")
    await story.later(hours=9, minutes=10)
    evening = await mother.wait_for("Пётр")
    assert "Алгебра" in evening.text
    assert "4" in evening.text
    assert "Маша" not in evening.text
    await father.wait_for("Пётр")
    await other.stays_silent()
    await story.restart()
    await story.later(minutes=5)
    await mother.stays_silent()


async def test_a_digest_missed_while_down_comes_late_but_not_at_night(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await teacher.write("/dz 7А алгебра № 7")
    await teacher.wait_for("№ 7")
    await story.later(hours=11)
    late = await mother.wait_for("Пётр")
    assert "№ 7" in late.text


async def test_nothing_of_the_evening_comes_at_night(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await teacher.write("/dz 7А алгебра № 7")
    await teacher.wait_for("№ 7")
    await story.later(hours=14)
    await mother.stays_silent()
