"""The week of the diary, signed by a guardian with one tap; the class teacher sees who has, and reminds."""

from datetime import datetime, timedelta
from io import BytesIO

from python_calamine import CalamineWorkbook
from sqlalchemy import update

from domain.ids import PersonId
from storage.tables.roles import guardianships
from storage.topics import ACCESS
from tests import school
from tests.people import Message, Phone
from tests.stories.conftest import Story
from tests.stories.forging import forged

FRIDAY = datetime(2026, 11, 27, 8, 40, tzinfo=school.ZONE)
MONDAY = "261123"


async def _evening(story: Story) -> None:
    """18:02 of the Friday, nothing else having happened in the week."""
    story.clock.set(FRIDAY)
    await story.later(hours=9, minutes=22)


async def _week_of(phone: Phone, name: str) -> Message:
    return await phone.wait_for(name, button="Видел(а) неделю")


async def _tapped(phone: Phone, message: Message) -> str:
    answer = await phone.press("Видел(а) неделю", message=message)
    assert answer is not None
    return answer.text


async def test_the_week_comes_with_the_fridays_digest_and_is_signed_by_one_tap(story: Story) -> None:
    mother, father, teacher = await story.phones(school.MOTHER, school.FATHER, school.CLASS_TEACHER_7A)
    await _evening(story)
    digest = await _week_of(mother, "Иванов Пётр")
    assert "Неделя 23 ноября – 27 ноября" in digest.text
    other = await _week_of(father, "Иванов Пётр")
    assert await _tapped(mother, digest) == "✅ Неделя подписана: мать, Иванова М. П."
    assert await _tapped(father, other) == "✅ Неделя подписана: мать, Иванова М. П."
    await teacher.write("/signatures")
    page = await teacher.wait_for("подписи дневника")
    assert "1 из 4" in page.text
    assert "✅ Иванов Пётр — мать" in page.text
    assert "▫️ Петрова Анна" in page.text


async def test_it_comes_once_over_a_restart_and_not_again_the_day_after(story: Story) -> None:
    mother = await story.phone(school.PETROVA_MOTHER)
    await _evening(story)
    await _week_of(mother, "Петрова Анна")
    await story.restart()
    await story.later(minutes=1)
    await story.later(days=1)
    await story.later(days=2)
    await mother.stays_silent()


async def test_the_week_of_a_digest_that_was_missed_comes_with_the_next(story: Story) -> None:
    mother = await story.phone(school.PETROVA_MOTHER)
    story.clock.set(FRIDAY + timedelta(days=1))
    await story.later(hours=9, minutes=22)
    digest = await _week_of(mother, "Петрова Анна")
    assert "23 ноября" in digest.text


async def test_in_holidays_there_is_nothing_to_sign(story: Story) -> None:
    mother = await story.phone(school.PETROVA_MOTHER)
    story.clock.set(datetime(2026, 10, 30, 18, 2, tzinfo=school.ZONE))
    await story.later(minutes=1)
    await mother.stays_silent()


async def test_where_the_friday_is_off_the_week_comes_a_day_before(story: Story) -> None:
    mother = await story.phone(school.PETROVA_MOTHER)
    story.clock.set(datetime(2026, 12, 30, 18, 2, tzinfo=school.ZONE))
    await story.later(minutes=1)
    digest = await _week_of(mother, "Петрова Анна")
    assert "Неделя 28 декабря – 30 декабря" in digest.text


async def test_an_earlier_week_is_signed_in_the_diary(story: Story) -> None:
    mother = await story.phone(school.PETROVA_MOTHER)
    await mother.write("/week")
    week = await mother.wait_for("Алг")
    assert week.button("Видел(а) неделю") is None
    await mother.press("‹")
    await mother.wait_for("16 ноября", button="Видел(а) неделю")
    await mother.press("Видел(а) неделю")
    signed = await mother.wait_for("Неделя подписана: мать, Петрова О. В.")
    assert signed.button("Видел(а) неделю") is None


async def test_a_week_that_goes_on_is_not_signed(story: Story) -> None:
    answer = await forged(story, school.telegram_id(school.MOTHER), f"sgn:{school.IVANOV}:{MONDAY}")
    assert answer["text"] == "Неделя ещё идёт. Подписать её можно с 14:00: пятница, 27 ноября."


async def test_who_has_not_signed_is_reminded_once_a_day(story: Story) -> None:
    teacher, mother, signed = await story.phones(school.CLASS_TEACHER_7A, school.PETROVA_MOTHER, school.SIDOROV_MOTHER)
    await _evening(story)
    await _week_of(mother, "Петрова Анна")
    await _tapped(signed, await _week_of(signed, "Сидоров Семён"))
    await teacher.write("/signatures")
    await teacher.press("Напомнить (3)")
    reminder = await mother.wait_for("Анна, 7А: неделя 23 ноября – 27 ноября", button="Видел(а) неделю")
    await signed.stays_silent()
    class_id = school.CLASS_7A
    again = await forged(story, school.telegram_id(school.CLASS_TEACHER_7A), f"sgr:{class_id}:{MONDAY}")
    assert again["text"] == "Сегодня уже напоминали. Снова можно завтра."
    await mother.press("Видел(а) неделю", message=reminder)
    await mother.wait_for("✅ Неделя подписана: мать, Петрова О. В.")
    await mother.press("Открыть неделю")
    assert "✅ Неделя подписана" in (await mother.wait_for("понедельник, 23 ноября".capitalize())).text


async def test_who_is_told_of_nothing_signs_nothing(story: Story) -> None:
    mother = await story.phone(school.PETROVA_MOTHER)
    choosing = story.application.services.choosing
    for kind in ("absence", "mark", "homework", "timetable", "announcement"):
        actor = school.actor(school.PETROVA_MOTHER)
        await choosing.choose(actor, school.PETROVA, kind, "off")  # type: ignore[arg-type]
    await _evening(story)
    await mother.stays_silent()


async def test_the_weeks_of_a_year_are_one_file(story: Story) -> None:
    teacher, mother = await story.phones(school.CLASS_TEACHER_7A, school.PETROVA_MOTHER)
    await _evening(story)
    await _tapped(mother, await _week_of(mother, "Петрова Анна"))
    await teacher.write("/signatures")
    await teacher.press("Все недели (XLSX)")
    sent = await teacher.wait_for("Подписи дневника, 7А")
    book = CalamineWorkbook.from_filelike(BytesIO(await teacher.download(sent.raw["document"]["file_id"])))
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[0][0] == "Ученик"
    assert rows[0][-1] == "23.11–27.11"
    assert len(rows[0]) == 13, "September has five weeks, October four, November four but for the holidays"
    assert {row[0]: row[-1] for row in rows[1:]}["Петрова Анна"] == "Петрова О. В., 27.11"


async def test_nobody_else_signs_sees_or_reminds(story: Story) -> None:
    """Guardians of others, the pupil, teachers, who is kept away by a court, a stranger."""
    await _evening(story)
    await _kept_away(story, school.FATHER, school.IVANOV)
    pupil, class_id = school.IVANOV, school.CLASS_7A
    acts = [f"{prefix}:{pupil}:{MONDAY}" for prefix in ("sgn", "sgd", "sgw", "sgo")]
    acts += [f"sgs:{class_id}:0", f"sgr:{class_id}:{MONDAY}", f"sgx:{class_id}"]
    for person in (school.ORLOV_MOTHER, school.FATHER, school.ALGEBRA_TEACHER, school.PRIMARY, school.SECRETARY):
        for act in acts:
            answer = await forged(story, school.telegram_id(person), act)
            assert answer["text"] == REFUSED[act.startswith(("sgn", "sgd", "sgw"))], (person, act)
    for act in acts[:3] + acts[4:]:
        assert (await forged(story, school.telegram_id(pupil), act))["text"] in REFUSED.values(), act
    page = await story.application.services.signature_pages.page(school.actor(school.DIRECTOR), class_id)
    assert len(page.waiting) == 4


REFUSED = {
    True: "Это действие вам недоступно. Если так быть не должно — спросите администратора журнала.",
    False: "Не нашлось. Возможно, запись изменилась — откройте /menu и попробуйте ещё раз.",
}


async def _kept_away(story: Story, guardian: PersonId, pupil: PersonId) -> None:
    kin = guardianships.c
    async with story.application.database.begin() as tx:
        mine = (kin.guardian_id == guardian, kin.pupil_id == pupil)
        await tx.run(update(guardianships).where(*mine).values(restricted_at=story.clock.now()))
        tx.touch(ACCESS)
