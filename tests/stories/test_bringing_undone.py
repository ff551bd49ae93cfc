"""A file taken back: within a day, the last one first, whole or not at all."""

from datetime import timedelta

from sqlalchemy import func, insert, select, update

from storage.tables import journal
from storage.tables import school as t
from storage.tables.office import brought_files
from tests import school
from tests.stories.bringing import brought, number_of, people_of
from tests.stories.conftest import Story


async def test_undoing_after_a_day_is_refused_and_its_rows_are_forgotten(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await brought(secretary)
    await secretary.press("✅ Применить")
    await secretary.wait_for("внесено.")
    story.clock.advance(hours=25)
    await story.application.jobs.forget_old()
    rows = await story.application.database.reader.rows(
        select(brought_files.c.id).where(brought_files.c.undo.is_(None))
    )
    assert len(rows) == 1
    answer = await secretary.press("↩️ Отменить")
    assert answer is not None
    assert "в течение суток" in answer.text


async def test_what_was_worked_with_since_is_told_and_nothing_is_taken_back(story: Story) -> None:
    secretary, database = await story.phone(school.SECRETARY), story.application.database
    await brought(secretary)
    await secretary.press("✅ Применить")
    await secretary.wait_for("внесено.")
    newest = await database.reader.row(select(func.max(t.enrolments.c.pupil_id)))
    assert newest is not None
    about = {"day": school.TUESDAY, "subject_id": school.ALGEBRA, "kind_id": 1, "value": "5"}
    async with database.begin() as tx:
        lesson = await tx.add(
            insert(journal.lessons).values(
                entry_id=school.entry_of(0),
                day=school.TUESDAY,
                position=1,
                subject_id=school.ALGEBRA,
                teacher_id=school.ALGEBRA_TEACHER,
            )
        )
        mark = {"lesson_id": lesson, "pupil_id": newest[0], "set_by": school.ALGEBRA_TEACHER, "set_at": school.MORNING}
        await tx.run(insert(journal.marks).values(**mark, **about))
    before = await people_of(story)
    await secretary.press("↩️ Отменить")
    told = await secretary.wait_for("отменить уже нельзя")
    assert "• отметки: 1" in told.text
    assert (await people_of(story), await number_of(story, school.IVANOV)) == (before, "У-1")


async def test_a_value_changed_since_is_told_and_nothing_is_taken_back(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await brought(secretary)
    await secretary.press("✅ Применить")
    await secretary.wait_for("внесено.")
    async with story.application.database.begin() as tx:
        left = update(t.enrolments).where(t.enrolments.c.pupil_id > school.ORLOV_MOTHER)
        await tx.run(left.values(until_day=school.TUESDAY - timedelta(days=1)))
    await secretary.press("↩️ Отменить")
    assert "• потом изменились: 1 ученик" in (await secretary.wait_for("отменить уже нельзя")).text


async def test_what_was_applied_today_can_be_taken_back_from_the_screen_of_import_too(story: Story) -> None:
    secretary, admin = await story.phones(school.SECRETARY, school.ADMIN)
    await brought(secretary)
    await secretary.press("✅ Применить")
    await secretary.wait_for("внесено.")
    await secretary.press("‹ Меню")
    await secretary.wait_for("секретарь")
    await admin.write("/import")
    assert "↩️ Отменить 7А.csv" not in (await admin.wait_for("Списки и расписание")).labels
    await secretary.write("/import")
    await secretary.press("↩️ Отменить 7А.csv")
    await secretary.wait_for("прежние значения вернулись")
    await secretary.press("‹ Назад")
    assert "↩️ Отменить 7А.csv" not in (await secretary.wait_for("Списки и расписание")).labels


async def test_of_two_files_the_later_is_taken_back_first(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await brought(secretary)
    await secretary.press("✅ Применить")
    first = await secretary.wait_for("внесено.")
    await brought(secretary, [("7Б", "Васильков Лев Денисович", "", "", "")], "7Б.csv")
    await secretary.press("✅ Применить")
    second = await secretary.wait_for("7Б.csv: внесено.")
    answer = await secretary.press("↩️ Отменить", message=first)
    assert answer is not None
    assert "внесён другой" in answer.text
    for one in (second, first):
        await secretary.press("↩️ Отменить", message=one)
        await secretary.wait_for("прежние значения вернулись")
