"""The office changes the year in one line or by taps; diaries follow at once, and whoever may not only reads."""

from datetime import date

import pytest

from domain.errors import NotAllowed, NotFound, Outdated
from domain.ids import ChangeId, SpanId
from domain.school.calendar import Span, SpanKind, TermKind
from domain.school.calendar_said import SaidTerm
from tests import school
from tests.stories.conftest import Story

ADMIN = school.actor(school.ADMIN)
WEDNESDAY = date(2026, 11, 25)
OFFICE = [school.ADMIN, school.DEPUTY, school.SECRETARY]
OTHERS = [
    school.DIRECTOR,
    school.CLASS_TEACHER_7A,
    school.ALGEBRA_TEACHER,
    school.SITE_EDITOR,
    school.MOTHER,
    school.IVANOV,
]


async def test_a_family_sees_the_year_of_its_grades_with_the_next_vacation_first(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await mother.write("/calendar")
    page = await mother.wait_for("Учебный год 2026/27")
    assert page.text.index("До каникул 27 учебных дней") < page.text.index("Осенние каникулы")
    assert "2-я четверть: 2 ноября – 30 декабря ◂ сейчас" in page.text
    assert "✏️ Изменить" not in page.labels


async def test_a_line_makes_tomorrow_a_day_off_and_a_tap_takes_it_back(story: Story) -> None:
    secretary, mother = await story.phones(school.SECRETARY, school.MOTHER)
    await secretary.write("выходной завтра 7 классы: карантин")
    assert "25 ноября, ср — Карантин · 7 кл." in (await secretary.wait_for("Записано")).text
    await mother.write("/tomorrow")
    assert "Карантин: уроков нет" in (await mother.wait_for("Пётр")).text
    await secretary.press("Отменить")
    await secretary.wait_for("➖")
    await mother.write("/tomorrow")
    assert "Алгебра" in (await mother.wait_for("Пётр")).text


async def test_what_is_written_of_the_day_is_asked_about_and_stays(story: Story) -> None:
    teacher, secretary = await story.phones(school.ALGEBRA_TEACHER, school.SECRETARY)
    await teacher.write("дз 7А алгебра на среду № 5")
    await teacher.wait_for("№ 5")
    await secretary.write("выходной 25 ноября")
    question = await secretary.wait_for("Внести?")
    assert "задано 1 домашнее задание" in question.text
    await secretary.press("Внести")
    await secretary.wait_for("Записано")
    mother = await story.phone(school.MOTHER)
    await mother.write("/homework")
    assert "Выходной день" in (await mother.wait_for("№ 5")).text
    await mother.write("25.11")
    assert "Выходной день: уроков нет" in (await mother.wait_for("25 ноября")).text


async def test_a_working_saturday_by_monday_has_mondays_lessons(story: Story) -> None:
    admin, mother = await story.phones(school.ADMIN, school.MOTHER)
    await admin.write("рабочая суббота 28 ноября по понедельнику")
    assert "уроки понедельника" in (await admin.wait_for("Записано")).text
    await mother.write("28.11")
    assert "Алгебра" in (await mother.wait_for("28 ноября")).text
    (lesson, *_) = (await story.application.wiring.timetable.day(date(2026, 11, 28))).by_class[school.CLASS_7A]
    assert lesson.ref.entry == school.entry_of(0, 1)


async def test_by_taps_a_vacation_of_first_grades(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("/calendar")
    await deputy.wait_for("Учебный год")
    for tap in ("Изменить", "Каникулы", "27", "28", "1 кл."):
        await deputy.press(tap)
    assert "27–28 ноября — Осенние каникулы · 1 кл." in (await deputy.wait_for("Записано")).text
    calendar = (await story.application.wiring.timetable.plan()).calendar
    assert calendar.day_off(date(2026, 11, 27), 1) is not None
    assert calendar.day_off(date(2026, 11, 27), 7) is None


async def test_a_day_is_taken_away_by_its_card_and_comes_back(story: Story) -> None:
    admin = await story.phone(school.ADMIN)
    await admin.write("/calendar")
    await admin.wait_for("Учебный год")
    await admin.press("Изменить")
    await admin.press("Зимние каникулы")
    await admin.press("Убрать")
    await admin.wait_for("Записано")
    calendar = (await story.application.wiring.timetable.plan()).calendar
    assert calendar.day_off(date(2027, 1, 8), 7) is None
    await admin.press("Отменить")
    await admin.wait_for("Записано")
    calendar = (await story.application.wiring.timetable.plan()).calendar
    assert calendar.day_off(date(2027, 1, 8), 7) is not None


async def test_the_countrys_holidays_come_with_one_tap_and_once(story: Story) -> None:
    admin = await story.phone(school.ADMIN)
    await admin.write("/calendar")
    await admin.wait_for("Учебный год")
    await admin.press("Изменить")
    await admin.press("Праздники России")
    assert "Рабочая суббота" in (await admin.wait_for("которых в календаре нет")).text
    await admin.press("Добавить")
    await admin.wait_for("Записано")
    calendar = (await story.application.wiring.timetable.plan()).calendar
    assert calendar.day_off(date(2027, 2, 23), 7) is not None
    assert calendar.day_off(date(2027, 2, 20), 7) is None
    assert await story.application.wiring.services().calendar_keeping.missing_holidays(ADMIN) == ()


async def test_a_term_is_moved_by_a_line_and_back(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("2 четверть 5 ноября – 28 декабря")
    await deputy.wait_for("Записано")
    assert _second(story, await story.application.wiring.timetable.plan()) == (date(2026, 11, 5), date(2026, 12, 28))
    await deputy.press("Отменить")
    await deputy.wait_for("Записано")
    assert _second(story, await story.application.wiring.timetable.plan()) == (date(2026, 11, 2), date(2026, 12, 30))


async def test_a_term_over_its_neighbour_and_days_of_another_year_are_refused(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("2 четверть 20 октября – 28 декабря")
    await deputy.wait_for("пересекаются")
    await deputy.write("каникулы 2–8 июня")
    await deputy.wait_for("в учебном году нет")
    await deputy.write("выходной 31 февраля")
    await deputy.wait_for("Такого дня нет")


async def test_to_a_parent_a_line_of_the_office_is_a_question(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    await mother.write("выходной 25 ноября")
    await mother.wait_for("Учебный год")
    assert (await story.application.wiring.timetable.plan()).calendar.day_off(WEDNESDAY, 7) is None


@pytest.mark.parametrize("person", OTHERS)
async def test_nobody_else_changes_the_year(story: Story, person: school.PersonId) -> None:
    services, actor = story.application.wiring.services(), school.actor(person)
    keeping, terms = services.calendar_keeping, services.terms_keeping
    day_off = Span(WEDNESDAY, WEDNESDAY, SpanKind.NON_WORKING, "")
    term = SaidTerm(TermKind.QUARTER, 2, WEDNESDAY, date(2026, 12, 1))
    for attempt in (
        keeping.understood(actor, "выходной завтра"),
        keeping.propose(actor, day_off),
        keeping.keep(actor, day_off),
        keeping.spans(actor),
        keeping.span(actor, SpanId(1)),
        keeping.take_away(actor, SpanId(1), date(2026, 10, 26)),
        keeping.undo(actor, ChangeId(1)),
        keeping.missing_holidays(actor),
        keeping.add_holidays(actor),
        terms.terms(actor),
        terms.propose(actor, term),
        terms.keep(actor, term),
        terms.undo(actor, ChangeId(1)),
    ):
        with pytest.raises(NotAllowed):
            await attempt
    assert (await services.calendar_pages.year(actor)).begun


async def test_an_old_undo_and_another_days_number_do_nothing(story: Story) -> None:
    keeping, admin = story.application.wiring.services().calendar_keeping, ADMIN
    change = await keeping.keep(admin, Span(WEDNESDAY, WEDNESDAY, SpanKind.NON_WORKING, "Карантин"))
    (made,) = change.added
    assert made.id is not None
    with pytest.raises(NotFound):
        await keeping.take_away(admin, made.id, date(2026, 11, 26))
    await keeping.take_away(admin, made.id, WEDNESDAY)
    await keeping.keep(admin, Span(date(2026, 11, 26), date(2026, 11, 26), SpanKind.NON_WORKING, "Карантин"))
    with pytest.raises(Outdated):
        await keeping.undo(admin, change.id)
    with pytest.raises(Outdated):
        await keeping.undo(admin, ChangeId(9999))


@pytest.mark.parametrize("person", OFFICE)
async def test_the_office_has_the_button(story: Story, person: school.PersonId) -> None:
    phone = await story.phone(person)
    await phone.write("каникулы")
    await phone.wait_for("Учебный год")
    await phone.press("Изменить")
    await phone.wait_for("каникулы 2–8 ноября")


def _second(story: Story, plan: object) -> tuple[date, date]:
    return next((t.starts_on, t.ends_on) for t in plan.calendar.terms if t.number == 2)  # type: ignore[attr-defined]
