"""Stories 2 and 3: a mark at once, homework by one line."""

from tests import school
from tests.pictures import grey_png
from tests.stories.conftest import Story

PHOTO = grey_png(40, 30)


async def test_a_mark_reaches_the_guardians_and_the_pupil_after_the_grace(story: Story) -> None:
    teacher, mother, pupil, other = await story.phones(
        school.ALGEBRA_TEACHER, school.MOTHER, school.IVANOV, school.PETROVA_MOTHER
    )
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Отметки")
    await teacher.wait_for("Вид работы")
    await teacher.press("кр")
    await teacher.wait_for("Контрольная работа")
    await teacher.press("Иванов Пётр")
    await teacher.wait_for("Контрольная работа", button="5")
    answer = await teacher.press("5")
    assert answer is not None
    assert answer.text == "Отметка: 5"
    await teacher.wait_for("Контрольная работа", button="Иванов Пётр · 5")
    await mother.stays_silent()
    await story.later(minutes=15, seconds=1)
    told = await mother.wait_for("Пётр")
    assert "5" in told.text
    assert "Алгебра" in told.text
    assert "контрольная работа" in told.text.casefold()
    await pupil.wait_for("Алгебра")
    await other.stays_silent()
    await mother.write("/marks")
    assert "Алгебра: 5" in (await mother.wait_for("2-я четверть")).text


async def test_a_mark_changed_within_the_grace_is_told_once_as_it_stands(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await teacher.write("/lesson")
    await teacher.wait_for("Алгебра")
    await teacher.press("Отметки")
    for value in ("2", "4"):
        await teacher.press("Иванов Пётр")
        await teacher.press(value)
        await teacher.wait_for("Вид работы", button=f"Иванов Пётр · {value}")
    await story.later(minutes=16)
    told = await mother.wait_for("Алгебра")
    assert "4" in told.text
    assert "исправлено" not in told.text
    await mother.stays_silent()


async def test_homework_by_one_line_is_understood_and_seen_by_the_family(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await teacher.write("/dz 7А алгебра № 345–350")
    understood = await teacher.wait_for("7А · Алгебра")
    assert "в среду, 25 ноября, 1-й урок · 4 ученика" in understood.text
    assert "№ 345–350" in understood.text
    await mother.write("/tomorrow")
    assert "№ 345–350" in (await mother.wait_for("Алгебра")).text
    await mother.write("/homework")
    assert "№ 345–350" in (await mother.wait_for("Пётр")).text
    await teacher.press("Отменить")
    await teacher.wait_for("отменено")
    await mother.write("/homework")
    await mother.wait_for("ничего не задано")


async def test_homework_for_a_said_day_and_moved_by_a_button(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await teacher.write("дз 7а алг на пятницу учить правило")
    said = await teacher.wait_for("7А · Алгебра")
    assert "в пятницу, 27 ноября" in said.text
    assert "учить правило" in said.text
    await teacher.press("→ чт 26.11")
    await teacher.wait_for("в четверг, 26 ноября")


async def test_what_is_ambiguous_is_asked_and_never_guessed(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    await story.later(hours=8)
    await teacher.write("/hw № 12")
    asked = await teacher.wait_for("Кому задать?")
    assert asked.labels[:2] == ["7А · Алгебра", "7Б · Алгебра"]
    await story.restart()
    await teacher.press("7Б · Алгебра")
    assert "№ 12" in (await teacher.wait_for("7Б · Алгебра")).text


async def test_a_photo_with_the_line_as_its_caption_reaches_the_family(story: Story) -> None:
    teacher, mother = await story.phones(school.ALGEBRA_TEACHER, school.MOTHER)
    await teacher.photo(PHOTO, "/dz 7А алгебра номера на фото", album="a1")
    await teacher.wait_for("1 файл")
    await teacher.photo(PHOTO, album="a1")
    await mother.write("/homework")
    await mother.wait_for("номера на фото", button="📎 Алгебра")
    await mother.press("📎 Алгебра")
    await mother.wait_for("")
    photos = [message for message in await mother.messages() if "photo" in message.raw]
    assert len(photos) == 2


async def test_a_line_in_reply_to_a_file_takes_the_file(story: Story) -> None:
    teacher = await story.phone(school.ALGEBRA_TEACHER)
    sent = await teacher.file(b"plan", "задание.pdf")
    await teacher.write("/дз 7А алгебра", reply_to=sent)
    await teacher.wait_for("1 файл")


async def test_first_grades_have_neither_marks_nor_homework(story: Story) -> None:
    teacher, mother = await story.phones(school.PRIMARY, school.MOTHER)
    await teacher.write("/dz 1А математика с. 5")
    await teacher.wait_for("В первых классах домашних заданий не задают (п. 1.2 положения)")
    await teacher.write("/lesson")
    lesson = await teacher.wait_for("Математика · 1А")
    assert not any("Отметки" in label for label in lesson.labels)
    await mother.write("/marks")
    await mother.press("Маша")
    await mother.wait_for("В первом классе отметок не ставят")


async def test_another_teachers_class_is_refused_with_words(story: Story) -> None:
    teacher = await story.phone(school.ENGLISH_1)
    await teacher.write("/dz 7Б алгебра № 1")
    await teacher.wait_for("нет ваших уроков в 7Б")
    mother = await story.phone(school.MOTHER)
    await mother.write("/dz 7А алгебра № 1")
    await mother.wait_for("недоступно")
