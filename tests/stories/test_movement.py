"""Movement of pupils: the office enters it, a class teacher proposes it, and the office decides."""

import pytest

from domain.errors import NotAllowed, NotFound
from domain.ids import MovementId
from domain.school.movement import MovementKind, Wanted
from domain.school.movement_report import ReportPeriod
from tests import school
from tests.papers import texts_of
from tests.people import Phone
from tests.stories.conftest import Story


async def _move(phone: Phone, *labels: str) -> None:
    await phone.write("/movement")
    for label in labels:
        await phone.press(label)


async def test_the_office_moves_a_pupil_and_undoes_it_by_one_tap(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await _move(secretary, "Переведён", "7А", "Петрова Анна", "7Б")
    await secretary.wait_for("С какого дня и по какому приказу")
    await secretary.write("сегодня приказ 45-у")
    assert "Петрова Анна Сергеевна, 7А → 7Б, с 24 ноября, приказ 45-у" in (await secretary.wait_for("✅ Внесено")).text
    roster = await story.application.services.rosters.roster()
    assert roster.seats[school.PETROVA].class_id == school.CLASS_7B
    assert roster.seats[school.PETROVA].groups == frozenset()
    await secretary.press("↩️ Отменить")
    await secretary.wait_for("Отменено: Секретарёва")
    roster = await story.application.services.rosters.roster()
    assert roster.seats[school.PETROVA].class_id == school.CLASS_7A
    assert roster.seats[school.PETROVA].groups == {school.GROUP_1}


async def test_a_pupil_is_found_by_what_was_typed_and_leaves(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await _move(secretary, "Выбыл")
    await secretary.write("7а сидоров")
    await secretary.wait_for("Кто из них", button="Сидоров Семён Ильич, 7А")
    await secretary.press("Сидоров Семён Ильич, 7А")
    await secretary.press("Это отчисление")
    await secretary.press("вт 24.11")
    await secretary.wait_for("отчисление, последний день 24 ноября")
    story.clock.advance(days=1)
    assert school.SIDOROV not in (await story.application.services.rosters.roster()).seats


async def test_a_class_teacher_proposes_and_the_first_answer_stands(story: Story) -> None:
    teacher, secretary, admin = await story.phones(school.CLASS_TEACHER_7A, school.SECRETARY, school.ADMIN)
    await _move(teacher, "Переведён", "Петрова Анна", "7Б", "ср 25.11")
    await teacher.wait_for("Предложение ушло в канцелярию")
    card = await secretary.wait_for("Петрова Анна Сергеевна, 7А → 7Б", button="✅ Принять")
    assert "Предложение: Павлова Ольга Павловна" in card.text
    await admin.wait_for("Петрова Анна Сергеевна, 7А → 7Б", button="✅ Принять")
    answer = await secretary.press("✅ Принять")
    assert answer is not None
    assert answer.text == "Решено"
    await teacher.wait_for("✅ Принято: Секретарёва")
    closed = await admin.wait_for("✅ Принято: Секретарёва")
    assert closed.edited
    assert closed.button("Принять") is None
    movements, admin_actor = story.application.services.movements, school.actor(school.ADMIN)
    card_, first, _ = await movements.accept(admin_actor, MovementId(1))
    assert (first, card_.decided_by) == (False, school.PEOPLE[school.SECRETARY])


async def test_a_proposal_taken_back_closes_the_cards_of_the_office(story: Story) -> None:
    teacher, secretary = await story.phones(school.CLASS_TEACHER_7A, school.SECRETARY)
    await _move(teacher, "Выбыл", "Петрова Анна", "вт 24.11")
    await secretary.wait_for("выбытие", button="✅ Принять")
    await teacher.press("↩️ Отозвать")
    closed = await secretary.wait_for("↩️ Отменено: Павлова")
    assert (closed.edited, closed.button("Принять")) == (True, None)


async def test_declining_asks_for_a_reason_which_the_class_teacher_reads(story: Story) -> None:
    teacher, secretary = await story.phones(school.CLASS_TEACHER_7A, school.SECRETARY)
    await _move(teacher, "Выбыл", "Петрова Анна", "вт 24.11")
    await secretary.press("✖️ Отклонить")
    await secretary.wait_for("почему отклоняете")
    await secretary.write("нет заявления <родителей>")
    await secretary.wait_for("✖️ Отклонено")
    await teacher.wait_for("Причина: нет заявления <родителей>")
    assert school.PETROVA in (await story.application.services.rosters.roster()).seats


async def test_a_proposed_newcomer_becomes_a_person_and_a_namesake_is_offered(story: Story) -> None:
    teacher, secretary = await story.phones(school.CLASS_TEACHER_7A, school.SECRETARY)
    for label in ("✅ Принять", "Нет, другой ребёнок"):
        await _move(teacher, "Прибыл")
        await teacher.wait_for("Новый ученик в 7А")
        await teacher.write("Новенький Лев Ильич 12.03.2013 приказ 46")
        await teacher.wait_for("Предложение ушло")
        card = await secretary.wait_for("Новенький Лев Ильич", button="✅ Принять")
        assert "12.03.2013" not in card.text
        await secretary.press("✅ Принять", message=card)
        if label != "✅ Принять":
            await secretary.wait_for("Это он же?", button="Да: Новенький Лев Ильич · 7А")
            await secretary.press(label)
        await teacher.wait_for("✅ Принято")
    seats = (await story.application.services.rosters.roster()).of_class[school.CLASS_7A]
    assert [seat.name.surname for seat in seats].count("Новенький") == 2


async def test_the_report_and_its_workbook(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await _move(secretary, "Переведён", "7А", "Петрова Анна", "7Б", "вт 24.11")
    await secretary.wait_for("✅ Внесено")
    await _move(secretary, "Отчёт")
    shown = await secretary.wait_for("📊 Движение: 01.11.2026 — 24.11.2026")
    assert "7А: 4 → 3 (в другие классы 1)" in shown.text
    assert "7Б: 1 → 2 (из других классов 1)" in shown.text
    assert "Всего: 6 → 6" in shown.text
    await secretary.press("📄 Файл XLSX")
    sent = await secretary.wait_for("📄 Движение: 01.11.2026 — 24.11.2026")
    assert sent.raw["document"]["file_name"].endswith(".xlsx")
    await secretary.press("🖨 PDF", message=shown)
    printed = await secretary.wait_for("📄 Движение: 01.11.2026 — 24.11.2026")
    [text] = texts_of(await secretary.download(printed.raw["document"]["file_id"]))
    assert "Движение учащихся: прибывшие и выбывшие" in text
    assert "24.11.2026 Петрова Анна Сергеевна перевод 7А 7Б" in text
    await secretary.write("/movement 15.10")
    assert "Всего: 6" in (await secretary.wait_for("Учеников на 15.10.2026")).text


@pytest.mark.parametrize(
    "person", [school.ALGEBRA_TEACHER, school.PRIMARY, school.DEPUTY, school.MOTHER, school.PETROVA, school.DIRECTOR]
)
async def test_nobody_else_moves_a_pupil_or_decides(story: Story, person: int) -> None:
    movements, actor = story.application.services.movements, school.actor(school.PersonId(person))
    moved = Wanted(MovementKind.MOVED, school.TUESDAY, school.PETROVA, to_class=school.CLASS_7B)
    with pytest.raises(NotAllowed):
        await movements.enter(actor, moved)
    await movements.enter(school.actor(school.CLASS_TEACHER_7A), moved)
    for act in (movements.accept(actor, MovementId(1)), movements.decline(actor, MovementId(1), "нет")):
        with pytest.raises(NotAllowed):
            await act
    with pytest.raises((NotAllowed, NotFound)):
        await movements.take_back(actor, MovementId(1))


async def test_who_leads_another_class_does_not_see_the_proposal(story: Story) -> None:
    movements, reports = story.application.services.movements, story.application.services.movement_reports
    await movements.enter(
        school.actor(school.CLASS_TEACHER_7A), Wanted(MovementKind.LEFT, school.TUESDAY, school.PETROVA)
    )
    other = school.actor(school.PRIMARY)
    assert await movements.waiting(other) == []
    with pytest.raises(NotFound):
        await movements.card(other, MovementId(1))
    assert [line.name for line in (await reports.of(other, ReportPeriod.YEAR)).lines] == ["1А"]
    mother = await story.phone(school.MOTHER)
    await mother.write("/movement")
    await mother.wait_for("не")
    with pytest.raises(NotAllowed):
        await reports.of(school.actor(school.MOTHER), ReportPeriod.YEAR)


async def test_the_class_teacher_confirms_the_list_and_the_deputy_sees_that_it_changed(story: Story) -> None:
    teacher, deputy = await story.phones(school.CLASS_TEACHER_7A, school.DEPUTY)
    await _move(teacher, "Списки классов", "7А")
    await teacher.wait_for("Список класса 7А, учеников: 4", button="✅ Список верен")
    await teacher.press("✅ Список верен")
    await teacher.wait_for("✅ 7А: 4, 24 ноября, Павлова О. П.")
    await _move(deputy, "Списки классов")
    states = (await deputy.wait_for("Списки классов")).text
    assert "✅ 7А: 4, 24 ноября, Павлова О. П." in states
    assert "⏳ 7Б: 1, не подтверждён" in states
    story.clock.advance(minutes=1)
    office = school.actor(school.SECRETARY)
    await story.application.services.movements.enter(
        office, Wanted(MovementKind.MOVED, school.TUESDAY, school.PETROVA, to_class=school.CLASS_7B)
    )
    await _move(deputy, "Списки классов")
    assert "⚠️ 7А: 3, был подтверждён 24 ноября (4)" in (await deputy.wait_for("Списки классов")).text
