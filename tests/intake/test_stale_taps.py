"""A tap older than the facts of its screen: refused with what has changed, and nothing written."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select, update

from bot.middlewares.refusals import refusal_text
from bot.services import Services, Wiring
from bot.settings import Settings
from domain.attendance.answering import AlreadyAnswered, NotAwayAnyMore
from domain.attendance.answers import Answer
from domain.attendance.presence import Presence
from domain.errors import NotAllowed, NotFound, Refused
from domain.ids import AccountId, ClassId, LessonId, SubjectId, WorkKindId
from domain.journal.homework_meant import HomeworkCancelled, HomeworkSet, SubjectNotTaught, Understood
from domain.roles.access_control import AccountNotOpen
from domain.roles.codes import CodeHasher
from domain.roles.getting_in import ConsentAsked, Entered, NameNotAlike
from domain.school.lesson_access import LessonCancelled, LessonGone, LessonMoved, LessonSubstituted, PupilNotAtLesson
from domain.school.timetable import LessonRef
from handlers.texts.translator import texts_in
from storage.database import Database
from storage.tables import journal, roles
from storage.tables import school as t
from storage.tables.attendance import absence_answers, attendance
from storage.topics import LISTS, TIMETABLE
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story

ALGEBRA_7A = LessonRef(school.entry_of(0), school.TUESDAY)
TEACHER, MOTHER, FATHER = (school.actor(one) for one in (school.ALGEBRA_TEACHER, school.MOTHER, school.FATHER))
ANSWER = WorkKindId(1)
WEDNESDAY = school.TUESDAY + timedelta(days=1)


@pytest.fixture
def services(database: Database) -> Services:
    return Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32)).services()


REWORDED = "Согласие на обработку: новый текст"


async def reworded(database: Database) -> int:
    """The text of the consent has changed; its version."""
    async with database.begin() as tx:
        await tx.consents.publish(2, REWORDED, school.ADMIN)
    return 2


async def test_a_cancelled_lesson(services: Services, database: Database) -> None:
    await _change(database, "cancelled")
    refused = await _refused(services, database, LessonCancelled)
    assert _said(refused) == "Алгебра, вторник, 24 ноября: урок отменён."


async def test_a_lesson_given_to_another_teacher(services: Services, database: Database) -> None:
    await _change(database, "substituted", teacher_id=school.SPORT)
    refused = await _refused(services, database, LessonSubstituted)
    assert "этот урок ведёт Бегунов Игорь" in _said(refused)
    await services.grading.put(school.actor(school.SPORT), ALGEBRA_7A, school.IVANOV, "5", ANSWER)


async def test_who_never_gave_the_lesson_hears_nothing_of_its_substitute(
    services: Services, database: Database
) -> None:
    await _change(database, "substituted", teacher_id=school.SPORT)
    with pytest.raises(NotAllowed) as refused:
        await services.grading.put(school.actor(school.PRIMARY), ALGEBRA_7A, school.IVANOV, "5", ANSWER)
    assert not isinstance(refused.value, LessonSubstituted)


async def test_a_lesson_that_the_timetable_has_moved(services: Services, database: Database) -> None:
    await _end(database, 1)
    await _stand(database, weekday=2, position=4)
    refused = await _refused(services, database, LessonMoved)
    assert (refused.to, refused.position) == (school.TUESDAY, 4)
    assert "Ближайший такой — вторник, 24 ноября, 4-й урок" in _said(refused)


async def test_a_lesson_whose_like_stands_on_another_day(services: Services, database: Database) -> None:
    await _end(database, 1)
    refused = await _refused(services, database, LessonMoved)
    assert (refused.to, refused.position) == (WEDNESDAY, 1)


async def test_a_subject_that_has_left_the_timetable(services: Services, database: Database) -> None:
    await _end(database, 5)
    refused = await _refused(services, database, LessonGone)
    assert _said(refused).startswith("Алгебра, 7А · вторник, 24 ноября: в расписании этого урока больше нет.")


async def test_who_never_gave_a_moved_lesson_hears_nothing_of_it(services: Services, database: Database) -> None:
    await _end(database, 1)
    with pytest.raises(NotFound) as refused:
        await services.grading.put(school.actor(school.PRIMARY), ALGEBRA_7A, school.IVANOV, "5", ANSWER)
    assert not isinstance(refused.value, LessonMoved)


async def test_a_pupil_who_has_left_the_class(services: Services, database: Database) -> None:
    async with database.begin() as tx:
        left = update(t.enrolments).where(t.enrolments.c.pupil_id == school.IVANOV)
        await tx.run(left.values(until_day=school.TUESDAY - timedelta(days=1)))
        tx.touch(LISTS)
    refused = await _refused(services, database, PupilNotAtLesson)
    assert "этого ученика в списке урока больше нет" in _said(refused)


async def test_cancelled_homework_is_not_moved(services: Services, database: Database) -> None:
    done = await _homework(services)
    await services.homework_book.cancel(TEACHER, done.id)
    with pytest.raises(HomeworkCancelled) as refused:
        await services.homework_book.move(TEACHER, done.id, done.others[0].ref.day)
    assert _said(refused.value).startswith("Это задание уже отменено (среда, 25 ноября).")
    row = await database.reader.row(select(journal.homework.c.due_day, journal.homework.c.version))
    assert row is not None
    assert tuple(row) == (WEDNESDAY, 2)
    assert not await services.homework_book.cancel(TEACHER, done.id)


async def test_homework_of_a_subject_that_somebody_else_gives_by_now(services: Services, database: Database) -> None:
    done = await _homework(services)
    async with database.begin() as tx:
        given = t.timetable_entry_teachers
        mine = [school.entry_of(0, weekday) for weekday in range(1, 6)]
        await tx.run(update(given).where(given.c.entry_id.in_(mine)).values(teacher_id=school.SPORT))
        tx.touch(TIMETABLE)
    with pytest.raises(SubjectNotTaught) as refused:
        await services.homework_book.move(TEACHER, done.id, done.others[0].ref.day)
    assert _said(refused.value) == "Алгебра, 7А: в расписании этих уроков у вас больше нет."
    with pytest.raises(NotFound) as unknown:
        await services.homework_book.taught_by(TEACHER, ClassId(987), SubjectId(654))
    assert type(unknown.value) is NotFound


async def test_an_absence_that_the_other_guardian_has_answered(services: Services, database: Database) -> None:
    lesson = await _absent(services, database)
    await services.absence_answers.answer(FATHER, lesson, school.IVANOV, Answer.ILL)
    with pytest.raises(AlreadyAnswered) as refused:
        await services.absence_answers.answer(MOTHER, lesson, school.IVANOV, Answer.UNKNOWN)
    assert _said(refused.value) == "На это уже ответили: болеет. Первый ответ остаётся в силе."
    again = await services.absence_answers.answer(FATHER, lesson, school.IVANOV, Answer.ILL)
    assert again.answer is Answer.ILL


@pytest.mark.parametrize(
    ("status", "said"), [(Presence.PRESENT, "ребёнок на уроке"), (Presence.LATE, "ребёнок пришёл с опозданием")]
)
async def test_an_absence_that_the_teacher_has_put_right(
    services: Services, database: Database, status: Presence, said: str
) -> None:
    """«Не знал(а)!» of a child who sits there would send people running."""
    lesson = await _absent(services, database)
    await services.roll_call.set_status(TEACHER, ALGEBRA_7A, school.IVANOV, status)
    with pytest.raises(NotAwayAnyMore) as refused:
        await services.absence_answers.answer(MOTHER, lesson, school.IVANOV, Answer.UNKNOWN)
    assert said in _said(refused.value)
    assert await _count(database, absence_answers) == 0


@pytest.mark.parametrize("yes", [True, False])
async def test_an_answer_to_an_older_text_of_the_consent_is_none(
    services: Services, database: Database, yes: bool
) -> None:
    new_consent = await reworded(database)
    before = await _count(database, roles.consents)
    asked = ConsentAsked("", new_consent, REWORDED)
    assert await services.getting_in.consent(MOTHER, yes, 1, MOTHER.name.full) == asked
    assert await _count(database, roles.consents) == before
    assert await services.getting_in.asked(MOTHER) == asked
    assert await services.getting_in.consent(MOTHER, True, new_consent, MOTHER.name.full) is None
    assert await services.getting_in.asked(MOTHER) is None


async def test_a_code_with_an_older_consent_asks_for_the_new_one(database: Database) -> None:
    new_consent = await reworded(database)
    wiring = Wiring(database, Settings(), "ru", CodeHasher(b"k" * 32))
    getting_in = wiring.services().getting_in
    code = (await wiring.codes().issue_by_program([school.MOTHER]))[0].code
    assert await getting_in.enter(99, code, True, 1) == ConsentAsked(code, new_consent, REWORDED)
    with pytest.raises(NameNotAlike):
        await getting_in.enter(99, code, True, new_consent)
    kept = getting_in.remembered(code)
    assert code not in kept
    assert await getting_in.sign(99, kept, 1, MOTHER.name.full) == ConsentAsked("", new_consent, REWORDED)
    assert isinstance(await getting_in.sign(99, kept, new_consent, MOTHER.name.full), Entered)


async def test_leaving_where_one_has_left_and_where_one_never_was_is_said_alike(services: Services) -> None:
    await services.access.leave(MOTHER, school.account_of(school.MOTHER))
    for account in (school.account_of(school.MOTHER), school.account_of(school.FATHER), AccountId(987)):
        with pytest.raises(AccountNotOpen):
            await services.access.leave(MOTHER, account)


async def test_the_teacher_reads_over_the_old_screen_where_the_lesson_went(story: Story) -> None:
    teacher = await _at_roll_call(story)
    await _end(story.application.database, 1)
    await _stand(story.application.database, weekday=2, position=4)
    answer = await teacher.press("Иванов Пётр")
    assert answer is not None
    assert answer.show_alert
    assert "Ближайший такой — вторник, 24 ноября, 4-й урок" in answer.text
    assert await _count(story.application.database, attendance) == 0


async def test_the_teacher_reads_over_the_old_screen_who_gives_the_lesson(story: Story) -> None:
    teacher = await _at_roll_call(story)
    await _change(story.application.database, "substituted", teacher_id=school.SPORT)
    answer = await teacher.press("Нет всех")
    assert answer is not None
    assert answer.show_alert
    assert "этот урок ведёт Бегунов Игорь" in answer.text
    assert await _count(story.application.database, attendance) == 0


async def test_a_guardian_who_agreed_to_an_older_text_gets_the_new_one(story: Story) -> None:
    """The button was sent before the text was changed."""
    new_consent = await reworded(story.application.database)
    mother = await story.phone(school.MOTHER)
    await mother.write("/menu")
    asked = await mother.wait_for(REWORDED)
    agrees = asked.button("Согласен")
    assert agrees is not None
    assert agrees.data == f"co:{new_consent}:1:"
    story.telegram.exchange.chat_of(mother.id, mother.id).posts[asked.id].payload["reply_markup"] = {
        "inline_keyboard": [[{"text": "Согласен(на)", "callback_data": "co:1:1:"}]]
    }
    answer = await mother.press_raw(asked.id, "co:1:1:")
    assert answer is not None
    assert "текст согласия изменился" in answer.text
    await mother.press(data=f"co:{new_consent}:1:")
    await mother.wait_for("Осталось подписать")
    await mother.write("/menu")
    await mother.wait_for(REWORDED)
    await mother.write("Иванова Мария Петровна")
    await mother.wait_for("родитель")


async def test_an_older_question_does_not_set_the_newer_line(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await story.later(hours=8)
    await teacher.write("/dz алгебра первое")
    first = await teacher.wait_for("Кому задать")
    await teacher.write("/dz алгебра второе")
    second = await teacher.wait_for("Кому задать")
    button = first.button("7А")
    assert button is not None
    answer = await teacher.press_raw(first.id, button.data or "")
    assert answer is not None
    assert "больше не ждёт ответа" in answer.text
    assert await _count(story.application.database, journal.homework) == 0
    await teacher.press("7А", message=second)
    await teacher.wait_for("второе")
    row = await story.application.database.reader.row(select(journal.homework.c.text))
    assert row is not None
    assert row.text == "второе"


async def _at_roll_call(story: Story) -> Phone:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    return teacher


async def _refused(services: Services, database: Database, kind: type[Any]) -> Any:
    """What all that writes at the lesson refuses alike: the refusal, of this kind, and nothing written."""
    writes = [
        services.roll_call.set_status(TEACHER, ALGEBRA_7A, school.IVANOV, Presence.ABSENT),
        services.grading.put(TEACHER, ALGEBRA_7A, school.IVANOV, "5", ANSWER),
        services.grading.take_back(TEACHER, ALGEBRA_7A, school.IVANOV, ANSWER),
    ]
    if kind is not PupilNotAtLesson:
        writes += [
            services.roll_call.set_all(TEACHER, ALGEBRA_7A, Presence.ABSENT),
            services.roll_call.close(TEACHER, ALGEBRA_7A),
            services.my_lessons.set_topic(TEACHER, ALGEBRA_7A, "Дроби"),
        ]
    for write in writes:
        with pytest.raises(kind) as refused:
            await write
    assert await _count(database, journal.change_log) == 0
    return refused.value


def _said(refused: Refused) -> str:
    return refusal_text(texts_in("ru"), refused)


async def _homework(services: Services) -> HomeworkSet:
    meant = await services.homework_book.understand(TEACHER, "7А алгебра № 5")
    assert isinstance(meant, Understood)
    return await services.homework_book.set(TEACHER, meant, [])


async def _absent(services: Services, database: Database) -> LessonId:
    await services.roll_call.set_status(TEACHER, ALGEBRA_7A, school.IVANOV, Presence.ABSENT)
    row = await database.reader.row(select(attendance.c.lesson_id))
    assert row is not None
    return LessonId(row.lesson_id)


async def _count(database: Database, table: Any) -> int:
    row = await database.reader.row(select(func.count()).select_from(table))
    return int(row[0]) if row else 0


async def _change(database: Database, kind: str, **differs: Any) -> None:
    """The office changes the lesson of that day."""
    row = {"entry_id": ALGEBRA_7A.entry, "day": ALGEBRA_7A.day, "kind": kind, "made_at": school.STARTED}
    async with database.begin() as tx:
        await tx.run(insert(t.lesson_changes).values(**row, **differs))
        tx.touch(TIMETABLE)


async def _end(database: Database, weekdays: int) -> None:
    """The timetable has no algebra in 7А from this week on: on Tuesdays, or on all five days."""
    days = [2] if weekdays == 1 else range(1, 6)
    ended = [school.entry_of(0, weekday) for weekday in days]
    async with database.begin() as tx:
        entries = update(t.timetable_entries).where(t.timetable_entries.c.id.in_(ended))
        await tx.run(entries.values(valid_until=date(2026, 11, 22)))
        tx.touch(TIMETABLE)


async def _stand(database: Database, weekday: int, position: int) -> None:
    """And has it at another time."""
    row = {"valid_from": date(2026, 11, 23), "weekday": weekday, "position": position, "subject_id": school.ALGEBRA}
    async with database.begin() as tx:
        entry = await tx.add(insert(t.timetable_entries).values(**row))
        await tx.run(insert(t.timetable_entry_classes).values(entry_id=entry, class_id=school.CLASS_7A))
        teaches = {"entry_id": entry, "teacher_id": school.ALGEBRA_TEACHER}
        await tx.run(insert(t.timetable_entry_teachers).values(**teaches))
        tx.touch(TIMETABLE)
