"""Results of many: the deputy and the director see the school, a class teacher the class, a teacher the own course."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert, select

from domain.control.achievement_lists import Group
from domain.control.achievement_scope import Asked, By, Scope
from domain.control.risks import Risk
from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.periods import Period
from handlers.control.analysis_buttons import (
    Chart,
    ChooseAnalysis,
    DrawAnalysis,
    ExplainAnalysis,
    OpenAnalysis,
    OpenPupilBelow,
    OpenScope,
    ShowAnalysis,
    ShowList,
    ShowLists,
    ShowRisk,
    ShowRisks,
    ShowSplit,
    ShowUnfollowed,
    TakeAnalysis,
)
from storage.tables import grading, journal, office
from tests import school
from tests.papers import needs_ghostscript, pages_of
from tests.stories.conftest import Story
from tests.stories.forging import forged
from tests.stories.test_results import _marks

MARKS: dict[SubjectId, dict[PersonId, str]] = {
    school.ALGEBRA: {school.IVANOV: "5", school.PETROVA: "4", school.SIDOROV: "3", school.KUZINA: "н/а"},
    school.RUSSIAN: {school.IVANOV: "5", school.PETROVA: "5", school.SIDOROV: "3", school.KUZINA: "4"},
    school.ENGLISH: {school.IVANOV: "5", school.PETROVA: "5", school.SIDOROV: "4", school.KUZINA: "4"},
    school.SPORTS: {school.IVANOV: "5", school.PETROVA: "5", school.SIDOROV: "5", school.KUZINA: "осв."},
}
NOT_ALLOWED = "Это действие вам недоступно. Если так быть не должно — спросите администратора журнала."
NOT_FOUND = "Не нашлось. Возможно, запись изменилась — откройте /menu и попробуйте ещё раз."
COURSE = Scope(class_id=school.CLASS_7A, subject=school.ALGEBRA)


@pytest.fixture(autouse=True)
async def first_quarter(story: Story) -> None:
    """Its results in 7А and 7Б, and marks of the second, which runs."""
    rows = [_row(pupil, school.CLASS_7A, subject, v) for subject, of in MARKS.items() for pupil, v in of.items()]
    rows.append(_row(school.ORLOV, school.CLASS_7B, school.ALGEBRA, "2"))
    async with story.application.database.begin() as tx:
        await tx.run(insert(grading.results), rows)
    await _marks(story, {school.IVANOV: "3434", school.PETROVA: "555", school.SIDOROV: "3222"})


def _row(pupil: PersonId, class_id: int, subject: SubjectId, value: str) -> dict[str, object]:
    return {
        "pupil_id": pupil,
        "subject_id": subject,
        "class_id": class_id,
        "year_id": 1,
        "kind": "quarter",
        "number": 1,
        "value": value,
        "reason": "Болезнь" if value == "н/а" else None,
        "set_by": school.ALGEBRA_TEACHER,
        "set_at": school.STARTED,
    }


async def test_the_deputy_goes_from_the_school_to_a_pupil(story: Story) -> None:
    deputy = await story.phone(school.DEPUTY)
    await deputy.write("/analysis")
    first = await deputy.wait_for("Вся школа", button="1 четв.")
    assert "прогноз по текущим отметкам" in first.text
    await deputy.press("1 четв.")
    page = await deputy.wait_for("Успеваемость — 87,50 %")  # 14 of 16
    assert "Качество — 75 %" in page.text
    assert "не выставлено" not in page.text
    await deputy.press("По классам")
    split = await deputy.wait_for("7Б — усп. 0 %, кач. 0 %, СОУ 16 %, ср. 2,00")
    assert "7А — усп. 93,33 %, кач. 80 %, СОУ 75,67 %, ср. 4,43" in split.text
    await deputy.press("7А")
    mine = await deputy.wait_for("Учтено отметок: 15 (из них н/а: 1), учеников: 4.")
    assert "отличники: 1, хорошисты: 1, с одной «4»: 1, с одной «3»: 0, неуспевающие: 0, н/а: 1" in mine.text
    assert "Не учтено: осв. — 1." in mine.text
    await deputy.press("Списки")
    await deputy.press("отличники: 1")
    await deputy.wait_for("1. Иванов Пётр, 7А")
    await deputy.press("Иванов Пётр")
    await deputy.wait_for("Алгебра")


async def test_every_figure_says_how_it_was_counted(story: Story) -> None:
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await teacher.write("/analysis")
    await teacher.press("1 четв.")
    await teacher.wait_for("Учтено отметок: 15")
    await teacher.press("Как посчитано?")
    page = await teacher.wait_for("Всего N = 15.")
    assert "Успеваемость = («5» + «4» + «3») / N = (8 + 4 + 2) / 15 = 14 / 15 = 93,33 %" in page.text
    assert "СОУ = (100·8 + 64·4 + 36·2 + 16·0 + 7·1) / 15 = 1135 / 15 = 75,67 %" in page.text
    assert "Средний балл = (5·8 + 4·4 + 3·2 + 2·0) / 14 = 62 / 14 = 4,43" in page.text
    assert "Не входят в N: осв. — 1" in page.text


async def test_the_class_teacher_sees_who_is_at_risk_and_what_does_not_follow(story: Story) -> None:
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await teacher.write("/analysis")
    first = await teacher.wait_for("7А")
    assert "прогноз по текущим отметкам" in first.text
    await teacher.press("Зона риска")
    await teacher.wait_for("в зоне риска 2 ученика")
    await teacher.press("Ниже прошлого итога: 2")
    below = await teacher.wait_for("Иванов Пётр, 7А — Алгебра: было 5, выходит 4 (3,50)")
    assert below.text.index("Сидоров Семён, 7А — Алгебра: было 3, выходит 2 (2,25)") < below.text.index("Иванов")
    await teacher.press("Назад")
    await teacher.press("Три «2» подряд: 1")
    await teacher.wait_for("Сидоров Семён, 7А — Алгебра: «2» подряд — 3, последняя 12 ноября")
    await teacher.press("Назад")
    await teacher.press("Назад")
    await teacher.press("1 четв.")
    await teacher.press("Не по отметкам")
    page = await teacher.wait_for("итог не следует из отметок")
    assert "Алгебра: 5" in page.text, "nothing of the first quarter's marks is there"
    assert "причина: «Болезнь»" not in page.text, "too few marks make «н/а» follow"


async def test_a_teacher_sees_the_own_courses_alone(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/analysis")
    await teacher.press("1 четв.")
    page = await teacher.wait_for("Алгебрина А. Б.")
    assert "Учтено отметок: 5" in page.text
    assert "«5»: 1, «4»: 1, «3»: 1, «2» и незач: 1, н/а: 1" in page.text
    assert not any("PDF" in label for label in page.labels), "a file is of one class"
    await teacher.press("По классам")
    await teacher.press("7А")
    await teacher.wait_for("7А · Алгебрина А. Б.")
    await teacher.press("Другой выбор")
    await teacher.press("7А · Алгебра")
    course = await teacher.wait_for("7А · Алгебра", button="Выставить итоги")
    assert "Учтено отметок: 3 (из них н/а: 0), учеников: 4" in course.text, "of the running term, by current marks"


async def test_of_a_subgroup_its_teacher_sees_that_subgroup(story: Story) -> None:
    achievements = story.application.services.achievements
    asked = Asked(Scope(class_id=school.CLASS_7A, subject=school.ENGLISH), Period.Q1)
    page = await achievements.page(school.actor(school.ENGLISH_1), asked)
    assert (page.counts.n5, page.counts.n4) == (2, 0)
    assert (await achievements.page(school.actor(school.CLASS_TEACHER_7A), asked)).counts.n4 == 2


async def test_charts_come_as_pictures(story: Story) -> None:
    director = await story.phone(school.DIRECTOR)
    await director.write("/analysis")
    await director.press("1 четв.")
    await director.wait_for("Успеваемость — 87,50 %")
    await director.press("Диаграмма")
    assert (await director.wait_for("🖼 Вся школа")).raw["photo"]


async def test_a_pupils_year_is_drawn_for_who_may_see_the_pupil(story: Story) -> None:
    """Marks of one month are nothing to draw: October's come with a second one."""
    mother = await story.phone(school.MOTHER)
    data = f"rg:{school.IVANOV}"
    answer = await forged(story, school.telegram_id(school.MOTHER), data)
    assert answer["text"].startswith("Рисовать пока нечего")
    await _october(story)
    await mother.write("/marks")
    await mother.wait_for("Пётр, 7А")
    await mother.press("Итоги")
    await mother.press("Динамика")
    picture = await mother.wait_for("средний балл по всем предметам по месяцам")
    assert "1-я четверть: 5,00" in picture.text
    for person in (school.ORLOV_MOTHER, school.ENGLISH_1, school.PRIMARY):
        assert (await forged(story, school.telegram_id(person), data))["text"] == NOT_FOUND


@needs_ghostscript
async def test_files_hold_the_page_and_are_counted(story: Story, tmp_path: Path) -> None:
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await teacher.write("/analysis")
    await teacher.press("1 четв.")
    await teacher.wait_for("Учтено отметок: 15")
    await teacher.press("XLSX")
    sent = await teacher.wait_for("7А: 1-я четверть")
    book = load_workbook(BytesIO(await teacher.download(sent.raw["document"]["file_id"])))
    cells = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
    assert {"Итоги: 7А", "Иванов Пётр", "Алгебра", "отличники: 1"} <= set(cells)
    assert any(isinstance(cell, float) and cell == pytest.approx(93.33) for cell in cells)
    await teacher.press("PDF")
    pdf = await teacher.wait_for("7А: 1-я четверть")
    assert len(pages_of(await teacher.download(pdf.raw["document"]["file_id"]), tmp_path)) == 2
    async with story.application.database.begin() as tx:
        asked = select(office.audit_log.c.times).where(office.audit_log.c.what == "export_achievement")
        assert [row.times for row in await tx.rows(asked)] == [2]


def _acts(scope: Scope) -> list[str]:
    asked = Asked(scope, Period.Q1)
    made = [
        ShowAnalysis.of(asked),
        OpenScope.of(asked),
        ExplainAnalysis.of(asked),
        ShowLists.of(asked),
        ShowList.of(asked, group=Group.EXCELLENT, page=0),
        ShowUnfollowed.of(asked, page=0),
        ShowRisks.of(asked),
        ShowRisk.of(asked, risk=Risk.MISSED, page=0),
        DrawAnalysis.of(asked, what=Chart.TERMS),
        TakeAnalysis.of(asked, printed=True),
        *(ShowSplit.of(asked, by=by, page=0) for by in By),
    ]
    return [one.pack() for one in made]


FORGED = [
    (school.MOTHER, Scope()),
    (school.MOTHER, Scope(class_id=school.CLASS_7A)),
    (school.IVANOV, COURSE),
    (school.SECRETARY, Scope()),
    (school.SITE_EDITOR, Scope(grade=7)),
    (school.ALGEBRA_TEACHER, Scope()),
    (school.ALGEBRA_TEACHER, Scope(class_id=school.CLASS_7A)),
    (school.ALGEBRA_TEACHER, Scope(subject=school.ALGEBRA)),
    (school.ALGEBRA_TEACHER, Scope(class_id=school.CLASS_7A, subject=school.RUSSIAN)),
    (school.ALGEBRA_TEACHER, Scope(teacher=school.ENGLISH_1)),
    (school.CLASS_TEACHER_7A, Scope(class_id=school.CLASS_7B)),
    (school.CLASS_TEACHER_7A, Scope(grade=7)),
]


@pytest.mark.parametrize(("person", "scope"), FORGED, ids=[f"{person}-{n}" for n, (person, _) in enumerate(FORGED)])
async def test_who_may_not_is_refused_whatever_they_tap(story: Story, person: PersonId, scope: Scope) -> None:
    for act in _acts(scope):
        answer = await forged(story, school.telegram_id(person), act)
        assert answer["text"] == NOT_ALLOWED, act


async def test_without_a_reach_the_door_is_shut_too(story: Story) -> None:
    for person in (school.MOTHER, school.IVANOV, school.SECRETARY):
        for act in (OpenAnalysis(), ChooseAnalysis(grade=0), ChooseAnalysis(grade=7)):
            assert (await forged(story, school.telegram_id(person), act.pack()))["text"] == NOT_ALLOWED
    opened = OpenPupilBelow(pupil=school.ORLOV).pack()
    assert (await forged(story, school.telegram_id(school.CLASS_TEACHER_7A), opened))["text"] == NOT_FOUND
    stranger = await story.stranger()
    await stranger.write("/analysis")
    assert "Успеваемость" not in (await stranger.wait_for()).text


async def test_what_is_not_there_is_said_so(story: Story) -> None:
    deputy = school.telegram_id(school.DEPUTY)
    for scope in (
        Scope(class_id=ClassId(999)),
        Scope(subject=SubjectId(999)),
        Scope(teacher=school.MOTHER),
    ):
        act = ShowAnalysis.of(Asked(scope, Period.Q1)).pack()
        assert (await forged(story, deputy, act))["text"] == NOT_FOUND
    past = ShowAnalysis.of(Asked(Scope(), Period.YEAR, past=True)).pack()
    assert (await forged(story, deputy, past))["text"] == NOT_FOUND, "no year was closed"
    first_grade = ShowAnalysis.of(Asked(Scope(class_id=school.CLASS_1A), Period.Q1)).pack()
    assert "1" in (await forged(story, deputy, first_grade))["text"]


async def test_a_first_grades_class_teacher_is_told_that_there_are_no_marks(story: Story) -> None:
    primary = await story.phone(school.PRIMARY)
    await primary.write("/analysis")
    await primary.wait_for("В первых классах их не ставят")


async def _october(story: Story) -> None:
    async with story.application.database.begin() as tx:
        day = date(2026, 10, 6)
        lesson = await tx.add(
            insert(journal.lessons).values(
                entry_id=school.entry_of(0), day=day, position=1, subject_id=school.ALGEBRA, teacher_id=11
            )
        )
        await tx.run(
            insert(journal.marks),
            [
                {
                    "lesson_id": lesson,
                    "pupil_id": school.IVANOV,
                    "day": day,
                    "subject_id": school.ALGEBRA,
                    "kind_id": 1,
                    "value": "5",
                    "set_by": school.ALGEBRA_TEACHER,
                    "set_at": school.STARTED,
                }
            ],
        )
