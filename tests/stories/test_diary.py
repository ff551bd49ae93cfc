"""What families see: the diary of a day and a week, ticks, individual homework, overload, marks of a subject."""

from domain.messaging.kinds import Kind, Mode
from handlers.messaging.buttons import ChooseMode
from tests import school
from tests.people import Phone
from tests.statements import grow
from tests.stories.conftest import Story


async def _set(teacher: Phone, line: str) -> str:
    await teacher.write(line)
    return (await teacher.wait_for("📚")).text


async def test_a_mother_reads_the_day_of_each_of_her_children(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await _set(teacher, "/dz 7А алгебра № 345–350 ~20 мин")
    await mother.write("/day")
    today = await mother.wait_for("Вторник, 24 ноября — сегодня")
    assert "1. 08:30 Алгебра · каб. 12" in today.text
    assert "Пётр" in today.text
    await mother.press("ср 25.11 ›")
    tomorrow = await mother.wait_for("Среда, 25 ноября")
    assert "№ 345–350 (~20 мин)" in tomorrow.text.replace("\xa0", " ")
    assert "Домашнее задание: около 20 мин" in tomorrow.text.replace("\xa0", " ")
    await mother.press("Маша")
    other = await mother.wait_for("Маша, 1А")
    assert "Среда, 25 ноября" in other.text
    assert "Математика" in other.text
    assert "В первом классе отметок не ставят и на дом не задают" in other.text
    assert "№ 345" not in other.text


async def test_a_week_is_one_screen_and_turns_by_weeks(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await _set(teacher, "/dz 7А алгебра на пятницу § 12")
    await mother.write("/week")
    week = await mother.wait_for("Понедельник, 23 ноября")
    assert "§ 12" in week.text.partition("Пятница, 27 ноября")[2]
    assert "Суббота" not in week.text
    await mother.press("пн 30.11 ›")
    await mother.wait_for("Понедельник, 30 ноября")
    await mother.press("‹ пн 23.11")
    await mother.wait_for("Понедельник, 23 ноября")
    await mother.press("пт 27.11")
    assert "§ 12" in (await mother.wait_for("Пятница, 27 ноября")).text


async def test_marks_and_absences_of_the_day_stand_under_their_lessons(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Отметки")
    await teacher.wait_for("Вид работы")
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Вид работы", button="5")
    await teacher.press("5")
    await mother.write("/day")
    line = next(line for line in (await mother.wait_for("24 ноября")).text.split("\n") if "Алгебра" in line)
    assert line.endswith("· 5 отв")
    await story.later(minutes=60)
    russian = await story.phone(school.CLASS_TEACHER_7A)
    await russian.write("/lesson")
    await russian.wait_for("Русский язык")
    await russian.press("Иванов Пётр")
    await mother.write("/day")
    await mother.wait_for("Русский язык · каб. 21 · 🔴 нет на уроке")


async def test_the_pupil_ticks_homework_off_and_the_mother_sees_it(story: Story) -> None:
    teacher, pupil, mother = await story.phones(school.ALGEBRA_TEACHER, school.IVANOV, school.MOTHER)
    await _set(teacher, "/dz 7А алгебра № 345")
    await pupil.write("/homework")
    await pupil.wait_for("№ 345", button="☐ Алгебра")
    answer = await pupil.press("☐ Алгебра")
    assert answer is not None
    assert answer.text == "✅ Сделано"
    await pupil.wait_for("№ 345", button="✅ Алгебра")
    await mother.write("/homework")
    seen = await mother.wait_for("№ 345")
    assert "№ 345 ✅" in seen.text
    assert not any("Алгебра" in label for label in seen.labels)
    await pupil.write("/day")
    await pupil.wait_for("24 ноября")
    await pupil.press("ср 25.11 ›")
    await pupil.wait_for("25 ноября", button="✅ Алг")
    await pupil.press("✅ Алг")
    await pupil.wait_for("📚 № 345", button="☐ Алг")


async def test_individual_homework_is_seen_by_that_family_alone(story: Story) -> None:
    teacher, mother, other = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER, school.PETROVA_MOTHER)
    said = await _set(teacher, "дз 7а алгебра Иванову: разобрать № 12 ~15 мин")
    assert "1 ученик" in said
    assert "👤 Лично: Иванов Пётр" in said
    assert "разобрать № 12" in said
    for command in ("/homework", "/tomorrow", "/week"):
        await mother.write(command)
        assert "разобрать № 12" in (await mother.wait_for("Алг")).text
        await other.write(command)
        assert "разобрать № 12" not in (await other.wait_for("Анна" if command != "/week" else "Анна, 7А")).text
    await story.later(hours=10)
    assert "разобрать № 12" in (await mother.wait_for("Пётр")).text
    await other.stays_silent()


async def test_who_is_not_in_the_class_and_namesakes_are_refused_with_words(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("дз 7а алгебра Иванову, Орлову: № 12")
    await teacher.wait_for("Орлову: такого ученика в 7А нет. Ничего не записано")


async def test_nothing_set_is_said_and_homework_takes_its_place(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра · 7А")
    await teacher.press("📚 Д/з")
    await teacher.wait_for("7А, в среду, 25 ноября: пока ничего", button="📚 Не задано")
    await teacher.press("📚 Не задано")
    await teacher.wait_for("не задано — семьи так и видят")
    await mother.write("/homework")
    assert "Алгебра: не задано" in (await mother.wait_for("Пётр")).text
    await _set(teacher, "дз 7а алгебра № 7")
    await mother.write("/homework")
    seen = (await mother.wait_for("Пётр")).text
    assert "Алгебра: № 7" in seen
    assert "не задано" not in seen
    await teacher.write("дз 7а алгебра не задано")
    await teacher.wait_for("на этот урок уже задано")


async def test_a_correction_reaches_who_was_told_and_nobody_else(story: Story) -> None:
    teacher, mother, other = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER, school.PETROVA_MOTHER)
    await mother.write("/settings")
    await mother.press("Пётр")
    await mother.press(data=ChooseMode(pupil=school.IVANOV, kind=Kind.HOMEWORK, mode=Mode.NOW).pack())
    await _set(teacher, "/dz 7А алгебра Иванову: № 345")
    await story.later(minutes=6)
    assert "№ 345" in (await mother.wait_for("Алгебра")).text
    await teacher.press("→ чт 26.11")
    await teacher.wait_for("в четверг, 26 ноября")
    await story.later(minutes=6)
    assert "в четверг, 26 ноября" in (await mother.wait_for("задание изменено")).text
    await teacher.press("Отменить")
    await story.later(minutes=6)
    await mother.wait_for("задание отменено")
    await other.stays_silent()


async def test_the_teacher_is_warned_of_too_much_and_offered_a_free_day(story: Story) -> None:
    russian, teacher = await story.phones(school.CLASS_TEACHER_7A, school.ALGEBRA_TEACHER)
    await _set(russian, "/dz 7А русский на завтра упр. 12 ~100 мин")
    quiet = await _set(teacher, "/dz 7А алгебра № 1 ~50 мин")
    assert "⚠️" not in quiet
    await teacher.press("Отменить")
    await teacher.wait_for("отменено")
    much = (await _set(teacher, "/dz 7А алгебра № 1 ~51 мин")).replace("\xa0", " ")
    assert "около 151 мин, норма — 150 мин" in much
    assert "Свободно в четверг, 26 ноября" in much
    await teacher.press("→ чт 26.11")
    assert "⚠️" not in (await teacher.wait_for("в четверг, 26 ноября")).text


async def test_an_announced_control_work_is_warned_of(story: Story) -> None:
    russian, teacher = await story.phones(school.CLASS_TEACHER_7A, school.ALGEBRA_TEACHER)
    await _set(russian, "/dz 7А русский на пятницу подготовиться к контрольной")
    said = await _set(teacher, "/dz 7А алгебра на пятницу контрольная работа, повторить § 5")
    assert "В этот день у класса уже есть контрольная: Русский язык" in said
    assert "Это первый урок дня" in said


async def test_a_control_work_is_warned_of_before_its_first_mark(story: Story) -> None:
    russian, teacher = await story.phones(school.CLASS_TEACHER_7A, school.ALGEBRA_TEACHER)
    await _set(russian, "/dz 7А русский контрольная работа")
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра · 7А")
    await teacher.press("Отметки")
    assert "⚠️" not in (await teacher.wait_for("Вид работы")).text
    await teacher.press("кр")
    warned = await teacher.wait_for("Контрольная работа")
    assert "В этот день у класса уже есть контрольная: Русский язык." in warned.text
    assert "Это первый урок дня" in warned.text
    await teacher.press("Петрова Анна")
    await teacher.wait_for("Контрольная работа", button="5")
    await teacher.press("5")
    await teacher.wait_for("Контрольная работа", button="Петрова Анна · 5")
    await teacher.press("отв")
    await teacher.wait_for("Ответ на уроке")
    await teacher.press("кр")
    assert "⚠️" not in (await teacher.wait_for("Контрольная работа")).text


async def test_a_subjects_page_shows_the_class_without_names_and_how_the_average_moved(story: Story) -> None:
    await grow(story.application.database)
    mother = await story.phone(school.MOTHER)
    await mother.write("/marks")
    marks = await mother.wait_for("2-я четверть", button="Алгебра")
    assert "Алгебра: 4 4 4 · средний 4,00" in marks.text
    await mother.press("📅 По дням")
    assert "вт 17.11: Алгебра\u00a04" in (await mother.wait_for("17.11: Алгебра")).text
    await mother.press("📚 По предметам")
    await mother.wait_for("средний 4,00")
    await mother.press("Алгебра")
    page = await mother.wait_for("Средний балл: 4,00")
    assert "В классе по среднему баллу (без имён): 4\u00a0—\u00a0у\u00a037" in page.text
    assert "➡️ С 3 ноября: 4,00 → 4,00" in page.text
    assert "Многих" not in page.text
    await mother.press("📈 Динамика")
    picture = await mother.wait_for("Средний балл: 4,00 (3 ноября) → 4,00 (17 ноября)")
    assert "photo" in picture.raw
    await mother.press("‹ Назад")
    await mother.press("1 четв.")
    await mother.wait_for("Пётр, 7А · 1-я четверть")


async def test_a_class_of_four_shows_no_distribution(story: Story) -> None:
    mother = await story.phone(school.MOTHER)
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("/lesson")
    await teacher.press("Отметки")
    for name in ("Иванов Пётр", "Петрова Анна", "Сидоров Семён", "Кузина Вера"):
        await teacher.press(name)
        await teacher.wait_for("Вид работы", button="4")
        await teacher.press("4")
        await teacher.wait_for("Вид работы", button=f"{name} · 4")
    await mother.write("/marks")
    await mother.press("Алгебра")
    page = await mother.wait_for("Средний балл: 4,00")
    assert "В классе" not in page.text
