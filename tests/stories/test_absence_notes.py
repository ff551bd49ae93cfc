"""An absence announced: silent at home, known in the roll call, told to who must know."""

from sqlalchemy import func, select

from domain.ids import PersonId
from storage.tables.attendance import absence_notes
from tests import school
from tests.pictures import grey_png
from tests.stories.conftest import Story


async def test_what_a_guardian_announces_stands_in_the_roll_call_and_rings_nowhere(story: Story) -> None:
    mother, father, class_teacher, teacher = await story.phones(
        school.MOTHER, school.FATHER, school.CLASS_TEACHER_7A, school.ALGEBRA_TEACHER
    )
    await mother.write("/absent")
    await mother.wait_for("Кто не придёт?", button="Иванов Пётр")
    await mother.press("Иванов Пётр")
    await mother.wait_for("Когда Пётр", button="вт 24.11")
    await mother.press("вт 24.11")
    await mother.wait_for("Почему?", button="Болеет")
    await mother.press("Болеет")
    saved = await mother.wait_for("Записано: Иванов Пётр, вт 24.11 — болеет", button="отменить")
    assert "тревожить вас не будем" in saved.text

    await teacher.write("/lesson")
    await teacher.wait_for("Нет 1 из 4", button="📨 Иванов Пётр · б")
    await teacher.press("✅ Петрова Анна")
    await teacher.wait_for("Нет 2 из 4", button="🤒 Иванов Пётр · б")

    await story.later(minutes=2, seconds=1)
    for phone in (father, class_teacher):
        told = await phone.wait_for("не придёт вт 24.11 — болеет")
        assert "Иванов Пётр, 7А" in told.text
        assert "Предупреждает Мария Петровна" in told.text
    await story.later(minutes=5)
    await mother.stays_silent()


async def test_one_line_is_enough_and_an_absence_announced_stays_silent_even_as_n(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await mother.write("/absent Петя сегодня к врачу, талон на 10")
    await mother.wait_for("вт 24.11 — врач («к врачу, талон на 10»)")
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра", button="📨 Иванов Пётр · у")
    await teacher.press("н")
    await teacher.wait_for("Алгебра", button="🔴 Иванов Пётр · н")
    await story.later(minutes=10)
    await mother.stays_silent()


async def test_the_teacher_sees_the_child_after_all_and_says_so_with_a_tap(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await mother.write("/absent Пётр сегодня болеет")
    await mother.wait_for("Записано")
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра", button="📨 Иванов Пётр · б")
    await teacher.press("📨 Иванов Пётр · б")
    await teacher.wait_for("Все на месте", button="✅ Иванов Пётр")


async def test_closing_writes_what_was_announced(story: Story) -> None:
    mother, teacher = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER)
    await mother.write("/absent Пётр сегодня болеет")
    await mother.wait_for("Записано")
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра", button="📨 Иванов Пётр · б")
    await teacher.press("Готово")
    await teacher.wait_for("Нет 1 из 4", button="🤒 Иванов Пётр · б")
    await mother.write("/absences")
    await mother.wait_for("🤒 урок 1: болезнь")


async def test_it_is_taken_back_and_who_was_told_hears(story: Story) -> None:
    mother, father = await story.phones(school.MOTHER, school.FATHER)
    await mother.write("/absent Пётр завтра болеет")
    await mother.wait_for("Записано")
    await story.later(minutes=3)
    await father.wait_for("не придёт ср 25.11")
    await mother.press("отменить")
    await mother.wait_for("Отменено: Иванов Пётр")
    await story.later(minutes=3)
    await father.wait_for("отменено. Собирались пропустить ср 25.11")


async def test_a_photo_that_follows_is_the_paper_and_the_class_teacher_opens_it(story: Story) -> None:
    mother, class_teacher = await story.phones(school.MOTHER, school.CLASS_TEACHER_7A)
    await mother.write("/absent Пётр завтра болеет")
    await mother.wait_for("Записано")
    await mother.photo(grey_png(40, 40))
    await mother.wait_for("Справка приложена")
    await story.later(minutes=3)
    await class_teacher.wait_for("не придёт ср 25.11", button="Показать справку")
    await class_teacher.press("Показать справку")


async def test_a_pupil_may_not_and_a_stranger_is_met_as_ever(story: Story) -> None:
    pupil = await story.phone(school.IVANOV)
    await pupil.write("/absent завтра болеет")
    await pupil.wait_for("недоступно")
    stranger = await story.stranger()
    await stranger.write("/absent завтра болеет")
    await stranger.wait_for("код")


async def test_days_without_lessons_are_refused_with_words(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await mother.write("/absent Пётр 29.11 болеет")
    await mother.wait_for("уроков в эти дни и так нет")
    await mother.write("/absent Пётр 20.11 болеет")
    await mother.wait_for("уже прошли")


async def test_another_familys_child_and_a_revoked_account_are_refused(story: Story) -> None:
    other = await story.phone(school.PETROVA_MOTHER)
    mother = await story.phone(school.MOTHER)
    await mother.write("/absent Пётр завтра болеет")
    await mother.wait_for("Записано")
    await other.write("/menu")
    menu = await other.wait_for("родитель")
    for data in (
        f"aba:261125261125{0:04}:{school.IVANOV}:ill",
        "abc:1",
        "abn:1",
        "abp:1",
        f"abd:{school.IVANOV}",
        f"abm:{school.IVANOV}",
    ):
        await _forge(story, school.PETROVA_MOTHER, menu.id, data)
    await other.stays_silent()
    row = await story.application.database.reader.row(select(absence_notes))
    assert row is not None
    assert (row.version, row.cancelled_at) == (1, None)
    class_teacher = await story.phone(school.CLASS_TEACHER_7A)
    await class_teacher.write("/menu")
    await class_teacher.wait_for("Ольга Павловна")
    await story.application.services.access.revoke(school.actor(school.CLASS_TEACHER_7A), school.PETROVA_MOTHER)
    await other.write("/absent завтра болеет")
    await other.wait_for("код")
    assert await _notes(story) == 1


async def _forge(story: Story, person: PersonId, message: int, data: str) -> None:
    user = {"id": school.telegram_id(person), "is_bot": False, "first_name": "О"}
    chat = {"id": user["id"], "type": "private"}
    await story.people.updates(
        update={
            "update_id": 900_000 + sum(data.encode()),
            "callback_query": {
                "id": data,
                "from": user,
                "chat_instance": "1",
                "message": {"message_id": message, "date": 1, "chat": chat, "text": "x"},
                "data": data,
            },
        }
    )


async def _notes(story: Story) -> int:
    row = await story.application.database.reader.row(select(func.count()).select_from(absence_notes))
    assert row is not None
    return int(row[0])


async def test_the_diarys_page_of_a_day_leads_there_for_a_guardian_alone(story: Story) -> None:
    mother, pupil = await story.phones(school.MOTHER, school.IVANOV)
    await mother.write("/day")
    await mother.wait_for("24 ноября", button="Не придём")
    await mother.press("Не придём")
    await mother.wait_for("не придёт?", button="вт 24.11")
    await pupil.write("/day")
    page = await pupil.wait_for("24 ноября")
    assert not any("Не придём" in label for label in page.labels)
