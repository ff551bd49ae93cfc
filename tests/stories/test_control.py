"""`/control`: from a figure to its list, to the lessons, to a lesson and back; slices, files, the load; who may not."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from domain.control.indicators import By, Measure, Slice
from domain.ids import ClassId, EntryId, PersonId, SubjectId
from domain.school.timetable import LessonRef
from handlers.control.control_buttons import (
    ChooseClass,
    ChooseFirst,
    ChooseLast,
    ChoosePeriod,
    ChooseSubject,
    ChooseTeacher,
    DrawLoad,
    OpenControl,
    Paper,
    ShowControl,
    ShowCourseOf,
    ShowHow,
    ShowLessonOf,
    ShowLessons,
    ShowList,
    ShowLoad,
    TakeFamilies,
    TakeFigures,
    TakeList,
)
from handlers.control.place_text import CLASS, SUBJECT, LessonsPlace, ListPlace, lesson_text
from handlers.control.slice_text import packed_slice
from storage.tables.office import audit_log
from tests import school
from tests.papers import texts_of
from tests.people import Message, Phone
from tests.stories.conftest import Story
from tests.stories.forging import forged, tapped

EVENING = school.MORNING.replace(hour=21, minute=30)
NOVEMBER = Slice(date(2026, 11, 1), date(2026, 11, 30))
ALGEBRA = LessonRef(school.entry_of(0), school.TUESDAY)
NO_LESSON = lesson_text(
    LessonsPlace(NOVEMBER, Measure.TOPICS, By.TEACHER, 0, 0), LessonRef(EntryId(999), school.TUESDAY)
)
REFUSED = ("Это действие вам недоступно", "Не нашлось")
LEADERS = [school.DEPUTY, school.DIRECTOR, school.ADMIN]
OTHERS = [
    school.SECRETARY,
    school.SITE_EDITOR,
    school.ALGEBRA_TEACHER,
    school.CLASS_TEACHER_7A,
    school.MOTHER,
    school.IVANOV,
]
STRANGER = 99


async def _filled(story: Story) -> None:
    """The algebra of today is written of: the roll call at its lesson, then it is evening."""
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.press("✅ Готово")
    await teacher.wait_for("отмечено")
    story.clock.set(EVENING)


async def _opened(phone: Phone) -> Message:
    await phone.write("/control")
    return await phone.wait_for("Контроль", button="Присутствие")


@pytest.mark.parametrize("person", LEADERS)
async def test_from_a_figure_to_a_lesson_and_all_the_way_back(story: Story, person: PersonId) -> None:
    await _filled(story)
    phone = await story.phone(person)
    hub = await _opened(phone)
    assert "Ноябрь 2026 · вся школа" in hub.text
    assert "Посещаемость отмечена: 🔴 0 % (1 из 144)" in hub.text
    await phone.press("Присутствие")
    behind = await phone.wait_for("Сначала те, у кого не хватает больше", button="Алгебрина А. Б.")
    assert any("(1/32) · Алгебрина А. Б." in label for label in behind.labels)
    await phone.press("Алгебрина А. Б.")
    lessons = await phone.wait_for("Уроки без отметки о посещаемости: 31. Сначала последние.")
    assert "вся школа · Алгебрина А. Б." in lessons.text
    assert "вт 24.11, 2-й урок · Алг · 7Б" in lessons.labels
    await phone.press("›")
    await phone.wait_for("Уроки без отметки", button="2 / 4")
    await phone.press("чт 12.11, 1-й урок")
    await phone.wait_for("Алгебра", button="‹ К списку уроков")
    await phone.press("‹ К списку уроков")
    await phone.wait_for("Уроки без отметки", button="2 / 4")
    await phone.press("‹ К списку")
    await phone.wait_for("Сначала те", button="Как посчитано?")
    await phone.press("‹ Назад")
    await phone.wait_for("Посещаемость отмечена: 🔴 0 % (1 из 144)")


async def test_how_it_is_counted_is_told_under_every_figure(story: Story) -> None:
    await _filled(story)
    phone = await story.phone(school.DIRECTOR)
    await _opened(phone)
    await phone.press("Урок в срок")
    await phone.press("Как посчитано?")
    told = await phone.wait_for("Как посчитано: Посещаемость и тема в срок")
    assert "Срок — 21:00 того же дня" in told.text
    assert "Не вошли: ещё впереди — 36" in told.text
    assert "✅ — от 95 %" in told.text
    await phone.press("‹ Назад")
    await phone.wait_for("Сначала те", button="По классам")


async def test_a_slice_is_chosen_by_taps_and_let_go_of_by_one(story: Story) -> None:
    await _filled(story)
    phone = await story.phone(school.DEPUTY)
    await _opened(phone)
    await phone.press("🏫 Класс")
    await phone.press("7Б")
    await phone.wait_for("Ноябрь 2026 · 7Б")
    await phone.press("📚 Предмет")
    subjects = await phone.wait_for("Какой предмет?")
    assert [one for one in subjects.labels if "Англ" in one] == []
    await phone.press("Алгебра")
    page = await phone.wait_for("Ноябрь 2026 · 7Б · Алгебра")
    assert "Семьи" not in page.text
    await phone.press("👤 Учитель")
    await phone.press("Алгебрина А. Б.")
    await phone.wait_for("7Б · Алгебра · Алгебрина А. Б.")
    await phone.press("📅 Период")
    await phone.press("📆 Свои даты")
    await phone.press("16")
    await phone.wait_for("Последний день?")
    await phone.press("24")
    own = await phone.wait_for("16.11–24.11.2026 · 7Б · Алгебра · Алгебрина А. Б.")
    assert "Посещаемость отмечена: 🔴 0 % (0 из 7)" in own.text
    await phone.press("✖️ Вся школа")
    await phone.wait_for("16.11–24.11.2026 · вся школа")


async def test_too_few_marks_open_the_results_of_the_course_and_lead_back(story: Story) -> None:
    await _filled(story)
    phone = await story.phone(school.DEPUTY)
    await _opened(phone)
    await phone.press("Отметок хватает")
    await phone.wait_for("Отметок меньше, чем нужно", button="Иванов Пётр · 7А")
    await phone.press("Иванов Пётр · 7А · Алг")
    sheet = await phone.wait_for("Алгебра", button="‹ К списку")
    assert "7А" in sheet.text
    await phone.press("‹ К списку")
    await phone.wait_for("Отметок меньше, чем нужно")


async def test_families_are_counted_by_class_and_their_names_stay_where_they_were(story: Story) -> None:
    phone = await story.phone(school.DIRECTOR)
    hub = await _opened(phone)
    assert "Родители вошли: ✅ 100 % (6 из 6)" in hub.text
    await phone.press("Родители")
    behind = await phone.wait_for("Сначала те, где", button="7А")
    assert not any(name.surname in behind.text for name in school.PEOPLE.values())
    await phone.press("7А")
    await phone.wait_for("7А", button="Иванов")


async def test_figures_lists_and_participation_are_files(story: Story) -> None:
    await _filled(story)
    phone = await story.phone(school.DEPUTY)
    await _opened(phone)
    await phone.press("📊 XLSX")
    sent = await phone.wait_for("Показатели ведения журнала")
    rows = await _rows(phone, sent)
    assert ("Посещаемость отмечена", 0, 1, 144) in [row[:4] for row in rows]
    await phone.press("👪 XLSX")
    rows = await _rows(phone, await phone.wait_for("Участие родителей и учеников"))
    assert rows[-1] == ("Итого", 6, 6, 0, 0, 6, 6, 0, 0)
    assert ("7А", 5, 5, 0, 0, 4, 4, 0, 0) in rows
    await phone.press("Присутствие")
    await phone.wait_for("Сначала те", button="По классам")
    await phone.press("📄 PDF")
    sent = await phone.wait_for("Посещаемость отмечена\nНоябрь 2026 · вся школа")
    assert sent.raw["document"]["file_name"] == "kontrol-attendance-2026-11-01-2026-11-30.pdf"
    (text,) = texts_of(await phone.download(sent.raw["document"]["file_id"]))
    assert "Алгебрина Алла Борисовна" in text
    kinds = await story.application.database.reader.rows(
        select(audit_log.c.what, func.sum(audit_log.c.times))
        .where(audit_log.c.what.like("export%"))
        .group_by(audit_log.c.what)
    )
    assert {tuple(row) for row in kinds} == {("export_indicators", 2), ("export_participation", 1)}


async def test_the_load_of_a_class_is_told_and_drawn(story: Story) -> None:
    phone = await story.phone(school.DEPUTY)
    await _opened(phone)
    await phone.press("📚 Нагрузка по дням недели")
    told = await phone.wait_for("Нагрузка по дням недели")
    assert "<b>" not in told.text
    assert "вт — уроков 3" in told.text
    await phone.press("🖼 Картинкой")
    picture = await phone.wait_for("Нагрузка по дням недели\nНоябрь 2026 · вся школа")
    content = await phone.download(picture.raw["photo"][-1]["file_id"])
    assert content.startswith(b"\x89PNG")


async def test_it_is_all_there_in_english(story: Story) -> None:
    await _filled(story)
    phone = await story.phone(school.DIRECTOR)
    await phone.write("/me")
    await phone.press("English")
    await phone.wait_for("You come in from")
    await phone.write("/control")
    hub = await phone.wait_for("Keeping the journal")
    assert "November 2026 · whole school" in hub.text
    await phone.press("Attendance")
    await phone.wait_for("Who lacks most comes first")


def _forgeries() -> list[str]:
    """Of every kind of button, with what there is and with what there is not."""
    strange = Slice(NOVEMBER.first, NOVEMBER.last, ClassId(999), None, SubjectId(999), PersonId(school.IVANOV))
    narrow = Slice(NOVEMBER.first, NOVEMBER.last, school.CLASS_7A, 7, school.ALGEBRA, school.ALGEBRA_TEACHER)
    made: list[str] = [OpenControl().pack()]
    for one in (NOVEMBER, narrow, strange):
        said = packed_slice(one)
        place = ListPlace(one, Measure.ATTENDANCE, By.TEACHER).text
        lessons = LessonsPlace(one, Measure.DENSITY, By.PUPIL, 0, CLASS | SUBJECT).text
        lesson = lesson_text(LessonsPlace(one, Measure.TOPICS, By.TEACHER, 0, 0), ALGEBRA)
        made += [
            *(kind(slice=said).pack() for kind in (ShowControl, ChoosePeriod, ChooseClass, ShowLoad, DrawLoad)),
            *(kind(slice=said, month=2611).pack() for kind in (ChooseFirst, ChooseLast)),
            *(kind(slice=said, page=0).pack() for kind in (ChooseSubject, ChooseTeacher)),
            *(kind(slice=said, paper=Paper.BOOK).pack() for kind in (TakeFigures, TakeFamilies)),
            *(kind(place=place).pack() for kind in (ShowList, ShowHow)),
            TakeList(place=place, paper=Paper.PDF).pack(),
            *(kind(lessons=lessons).pack() for kind in (ShowLessons, ShowCourseOf)),
            ShowLessonOf(lesson=lesson).pack(),
        ]
    return made


@pytest.mark.parametrize("person", OTHERS)
async def test_nobody_else_opens_anything_of_it(story: Story, person: PersonId) -> None:
    wrong = []
    own = {ShowLessonOf.__prefix__, ShowCourseOf.__prefix__} if person in TEACH else set()
    for data in _forgeries():
        if data.partition(":")[0] in own:
            continue
        story.clock.advance(seconds=10)
        told = (await forged(story, school.telegram_id(person), data)).get("text") or ""
        if not told.startswith(REFUSED):
            wrong.append(f"{data}: {told}")
    assert wrong == []
    phone = await story.phone(person)
    await phone.write("/control")
    await phone.wait_for("Это действие вам недоступно")
    assert not any("Контроль" in label for label in (await _menu(phone)).labels)
    assert await _taken_out(story) == 0


TEACH = (school.ALGEBRA_TEACHER, school.CLASS_TEACHER_7A)
"""Who sees that lesson and that course by their own doors."""


async def test_a_stranger_is_told_nothing(story: Story) -> None:
    phone = await story.stranger(STRANGER)
    for data in _forgeries():
        await tapped(story, STRANGER, data)
    await phone.write("/control")
    await phone.stays_silent()
    assert not any("Контроль" in one for one in await _read(story, STRANGER))
    assert await _taken_out(story) == 0


@pytest.mark.parametrize(
    "data",
    [
        "kqs:",
        "kqs:zzz",
        "kqs:1y41y4.999",
        f"kqs:{packed_slice(Slice(NOVEMBER.first, NOVEMBER.last, teacher=school.MOTHER))}",
        f"kqf:{packed_slice(NOVEMBER)}:2613",
        f"kra:{packed_slice(NOVEMBER)}/zt00",
        f"kra:{packed_slice(NOVEMBER)}/jt00",
        f"krb:{packed_slice(NOVEMBER)}/nc00000",
        f"kre:{NO_LESSON}",
        f"krc:{packed_slice(NOVEMBER)}/jp00600",
    ],
)
async def test_what_is_none_is_not_found_for_the_deputy_either(story: Story, data: str) -> None:
    told = await forged(story, school.telegram_id(school.DEPUTY), data)
    assert (told.get("text") or "").startswith("Не нашлось"), told


async def _rows(phone: Phone, sent: Message) -> list[tuple[object, ...]]:
    book = load_workbook(BytesIO(await phone.download(sent.raw["document"]["file_id"])))
    return list(book.worksheets[0].iter_rows(values_only=True))


async def _menu(phone: Phone) -> Message:
    await phone.write("/menu")
    return await phone.wait_for("", button="Настройки")


async def _read(story: Story, account: int) -> list[str]:
    calls = [one for method in ("sendMessage", "editMessageText") for one in await story.people.calls(method)]
    return [str(one["params"].get("text")) for one in calls if one["params"].get("chat_id") == account]


async def _taken_out(story: Story) -> int:
    row = await story.application.database.reader.row(
        select(func.count()).select_from(audit_log).where(audit_log.c.what.like("export%"))
    )
    assert row is not None
    return int(row[0])
