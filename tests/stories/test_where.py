"""Questions to the timetable: where now, who is free, a week as text, picture and calendar."""

import json
from functools import partial

import pytest
from icalendar import Calendar
from sqlalchemy import insert

from domain.ids import PersonId
from domain.school.where import Whose
from handlers.school.where_buttons import DrawWeek, OpenWhere, ShowFree, ShowWeek, ShowWhere, TakeCalendar
from storage.tables.school import lesson_changes
from storage.topics import TIMETABLE
from tests import school
from tests.people import Message, Phone
from tests.soon import soon
from tests.stories.conftest import Story

PNG = b"\x89PNG"
DAY = "261124"


async def cancel_the_first_lesson(story: Story) -> None:
    async with story.application.database.begin() as tx:
        row = {"entry_id": school.entry_of(0), "day": school.TUESDAY, "kind": "cancelled"}
        await tx.run(insert(lesson_changes).values(**row, made_at=school.STARTED))
        tx.touch(TIMETABLE)


async def document(story: Story, phone: Phone) -> bytes:
    shown = await phone.wait_for("повторов не будет")
    assert shown.raw["document"]["file_name"] == "zvonok.ics"
    return await phone.download(shown.raw["document"]["file_id"])


async def test_staff_see_where_a_class_is_and_what_comes(story: Story) -> None:
    director = await story.phone(school.DIRECTOR)
    await director.write("Где сейчас 7А?")
    shown = await director.wait_for("Сейчас, до 09:15")
    assert "Дальше: 2. 09:25 Русский язык · каб. 21 · Павлова О. П." in shown.text
    await story.later(minutes=37)
    await director.write("7а сейчас")
    shown = await director.wait_for("Сейчас урока нет")
    assert "Дальше: 2. 09:25" in shown.text


async def test_a_teacher_and_a_room_are_found_by_words_and_by_buttons(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("где Алгебрина")
    assert "Алгебра · 7А · каб. 12" in (await deputy.wait_for("Алгебрина А. Б.")).text
    await deputy.write("каб 12")
    assert "Кузина Е. Ю." in (await deputy.wait_for("кабинет 12")).text
    await deputy.write("/where")
    await deputy.wait_for("Нажмите или напишите")
    await deputy.press("Учителя")
    await deputy.press("Бегунов И. О.")
    assert "12:30 Физическая культура · 7А, 7Б" in (await deputy.wait_for("Дальше: 5.")).text
    await deputy.press("Ещё спросить")
    await deputy.press("Кабинеты")
    await deputy.press("31")
    assert "Лондонова Н. И." in (await deputy.wait_for("кабинет 31")).text


async def test_a_substitute_is_seen_in_the_lesson_that_he_gives(story: Story) -> None:
    async with story.application.database.begin() as tx:
        row = {"entry_id": school.entry_of(0), "day": school.TUESDAY, "kind": "substituted"}
        await tx.run(insert(lesson_changes).values(**row, teacher_id=school.SPORT, made_at=school.STARTED))
        tx.touch(TIMETABLE)
    director = await story.phone(school.DIRECTOR)
    await director.write("где Бегунов")
    assert "Сейчас, до 09:15: 1. 08:30 Алгебра · 7А" in (await director.wait_for("Бегунов")).text


async def test_who_is_free_is_asked_lesson_by_lesson(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("кто свободен 3 урок")
    shown = await deputy.wait_for("3-й урок")
    assert "Алгебрина А. Б." in shown.text
    assert "Лондонова" not in shown.text
    await deputy.press("1", message=shown)
    shown = await deputy.wait_for("1-й урок")
    assert "Алгебрина" not in shown.text
    assert "Лондонова Н. И." in shown.text


async def test_a_guardian_asks_of_each_child(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await mother.write("неделя")
    assert "Темзина" not in (await mother.wait_for("Пётр, 7А")).text
    assert "Чтение" in (await mother.wait_for("Маша, 1А")).text
    await mother.write("сейчас")
    await mother.wait_for("Сейчас, до 09:15: 1. 08:30 Алгебра")
    await mother.write("7а пятница")
    assert "27 ноября" in (await mother.wait_for("Алгебра")).text


async def test_the_week_comes_as_a_picture(story: Story) -> None:
    mother, teacher, director = await story.phones(school.MOTHER, school.ALGEBRA_TEACHER, school.DIRECTOR)
    await mother.write("завтра")
    await mother.wait_for("Пётр")
    await mother.press("🖼 Пётр")
    shown = await mother.wait_for("Пётр, 7А · 23 ноября")
    photo = shown.raw["photo"][-1]
    assert (await mother.download(photo["file_id"])).startswith(PNG)
    assert photo["width"] == 1080
    await teacher.write("/today")
    await teacher.press("🖼 Неделя")
    assert "photo" in (await teacher.wait_for("Алгебрина А. Б. · 23 ноября")).raw
    await director.write("расписание 7Б")
    await director.press("🖼 Неделя")
    assert "photo" in (await director.wait_for("7Б · 23 ноября")).raw


async def test_lessons_go_into_a_phones_calendar(story: Story) -> None:
    await cancel_the_first_lesson(story)
    pupil = await story.phone(school.IVANOV)
    await pupil.write("завтра")
    await pupil.press("В календарь")
    content = await document(story, pupil)
    events = Calendar.from_ical(content).walk("VEVENT")
    assert len(events) == 4 * 5 * 4, "four lessons a day, without the other subgroup's"
    first = events[0]
    assert first["DTSTART"].to_ical() == b"20261124T083000"
    assert first["DTSTART"].params["TZID"] == "Europe/Moscow"
    assert b"BEGIN:VTIMEZONE" in content
    assert (first["STATUS"], events[1]["STATUS"]) == ("CANCELLED", "CONFIRMED")
    assert (first["SUMMARY"], first["LOCATION"]) == ("Алгебра", "12")
    assert len({event["UID"] for event in events}) == len(events)
    for name in ("Иванов", "Пётр"):
        assert name not in content.decode()
    await pupil.press("В календарь")
    again = Calendar.from_ical(await document(story, pupil)).walk("VEVENT")
    assert [one["UID"] for one in again] == [one["UID"] for one in events]


async def test_in_the_holidays_there_is_no_empty_file(story: Story) -> None:
    story.clock.set(school.MORNING.replace(year=2027, month=7, day=1))
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("сейчас")
    await teacher.wait_for("Уроков нет")
    answer = await teacher.press("В календарь")
    assert answer is not None
    assert "уроков нет" in answer.text


FORGED = [
    *(
        kind(day=DAY, kind=whose, whose=one)
        for kind in (ShowWhere, ShowWeek, DrawWeek)
        for whose, one in (
            (Whose.PUPIL, school.IVANOV),
            (Whose.CLASS, school.CLASS_7A),
            (Whose.TEACHER, school.ALGEBRA_TEACHER),
            (Whose.ROOM, 4),
        )
    ),
    TakeCalendar(kind=Whose.PUPIL, whose=school.IVANOV),
    TakeCalendar(kind=Whose.CLASS, whose=school.CLASS_7A),
    OpenWhere(kind=Whose.TEACHER, page=0),
    ShowFree(day=DAY, position=1),
]


@pytest.mark.parametrize("who", [school.ORLOV_MOTHER, school.DIRECTOR])
async def test_forged_buttons_show_only_staff_anything(who: PersonId, story: Story) -> None:
    phone = await story.phone(who)
    await phone.start()
    await forge_all(story, phone, await phone.wait_for(""))
    await phone.write("/me")
    await phone.wait_for(school.PEOPLE[who].surname)
    told = json.dumps([one.raw for one in await phone.messages() if not one.out], ensure_ascii=False)
    seen = [trace for trace in ("Алгебра", "Алгебрина", "7А", '"photo"', '"document"') if trace in told]
    assert bool(seen) is (who == school.DIRECTOR), seen


async def test_a_stranger_with_forged_buttons_sees_only_how_to_come_in(story: Story) -> None:
    stranger = await story.stranger()
    await stranger.start()
    shown = await stranger.wait_for("код")
    await forge_all(story, stranger, shown)
    await stranger.start()
    await stranger.wait_for("код")
    assert {one.text for one in await stranger.messages() if not one.out} == {shown.text}


async def forge_all(story: Story, phone: Phone, shown: Message) -> None:
    for number, button in enumerate(FORGED):
        await story.later(minutes=2)
        query = {
            "id": str(number),
            "from": {"id": phone.id, "is_bot": False, "first_name": "О"},
            "chat_instance": "1",
            "message": {"message_id": shown.id, "date": 1, "chat": {"id": phone.id, "type": "private"}, "text": "x"},
            "data": button.pack(),
        }
        await story.people.updates(update={"update_id": 900_000 + number, "callback_query": query})
    await soon(partial(_all_fetched, story))
    await story.people.updates(next_id=901_000)
    await story.later(minutes=2)


async def _all_fetched(story: Story) -> bool:
    return not await story.people.pending()


async def test_a_family_does_not_ask_of_others_in_words(story: Story) -> None:
    other = await story.phone(school.ORLOV_MOTHER)
    for question in ("где 7А", "7а сейчас", "7а неделя", "где Алгебрина", "каб 12", "/where", "/free", "кто свободен"):
        await story.later(seconds=5)
        await other.write(question)
        said = (await other.wait_for("")).text
        assert [trace for trace in ("Алгебра", "каб. 12", "свободен\n") if trace in said] == [], question
