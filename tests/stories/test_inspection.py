"""The deputy looks through a journal card by card; the teacher mends; the program sees it and closes the remark."""

from datetime import date, datetime
from io import BytesIO

import docx

from tests import inspecting, school
from tests.people import Message, Phone
from tests.stories.conftest import Story
from tests.stories.forging import forged

MONDAY = date(2026, 11, 23)
AFTERNOON = datetime(2026, 11, 24, 15, 0, tzinfo=school.ZONE)


async def _gaps(story: Story, **missing: list[date]) -> None:
    story.clock.set(AFTERNOON)
    await inspecting.kept(story.application.database, **missing)


async def _deck(deputy: Phone, whose: str = "Алгебрина А. Б.") -> Message:
    await deputy.write("/inspections")
    await deputy.wait_for("Проверка журнала", button="Новая проверка")
    await deputy.press("Новая проверка")
    await deputy.wait_for("Чей журнал", button="По учителю")
    await deputy.press("По учителю")
    await deputy.wait_for("Журнал какого учителя", button=whose)
    await deputy.press(whose)
    await deputy.wait_for("За какие дни", button="Две недели")
    await deputy.press("Две недели")
    return await deputy.wait_for("карточ", button="Смотреть карточки")


async def test_a_gap_is_remarked_mended_and_closed_by_the_fact(story: Story) -> None:
    await _gaps(story, topics=[MONDAY])
    deputy, teacher = await story.phones(school.DEPUTY, school.ALGEBRA_TEACHER)
    await _deck(deputy)
    await deputy.press("Смотреть карточки")
    card = await deputy.wait_for("Карточка 1")
    assert "7А · Алгебра · Алгебрина А. Б." in card.text
    assert "Нет темы в 1 уроке: 23 ноября" in card.text
    await deputy.press("✍️ Замечание")
    made = await deputy.wait_for("Записать темы уроков: 23 ноября.")
    assert "вторник, 1 декабря" in made.text
    await deputy.press("3 дня")
    assert "пятница, 27 ноября" in (await deputy.wait_for("Исправить до")).text
    await deputy.press("К проверке")
    await teacher.stays_silent()
    await deputy.press("Завершить и отправить")

    news = await teacher.wait_for("Журнал проверен", button="1. Открыть")
    await teacher.press("Исправлено", message=news)
    refused = await teacher.wait_for("Программа пока видит 1 урок: 23 ноября")
    await teacher.press("пн 23.11")
    lesson = await teacher.wait_for("Алг", button="Тема")
    await teacher.press("Тема", message=lesson)
    await teacher.write("Степень с целым показателем")
    await teacher.wait_for("Степень с целым")
    answer = await teacher.press("✅ Исправлено", message=refused)
    assert answer is not None
    assert answer.text == "Спасибо! Замечание закрыто ✅"
    await deputy.wait_for("исправлено. Записать темы")
    await deputy.write("/inspections")
    assert "1 из 1" in " ".join((await deputy.wait_for("Проверка журнала")).labels)


async def _finished(story: Story, deputy: Phone, words: str = "Заполнить титул журнала") -> Message:
    """One remark in own words about algebra of 7А, with a conclusion, sent."""
    await _deck(deputy)
    await deputy.press("Замечание своими словами")
    await deputy.wait_for("О каком предмете", button="7А · Алг")
    await deputy.press("7А · Алг")
    await deputy.wait_for("Напишите замечание")
    await deputy.write(words)
    await deputy.wait_for("Замечаний: 1", button="Вывод")
    await deputy.press("Вывод")
    await deputy.wait_for("Напишите вывод")
    await deputy.write("Журнал ведётся, замечание одно.")
    await deputy.wait_for("Вывод:", button="Завершить")
    await deputy.press("Завершить")
    return await deputy.wait_for("Замечаний: 1, исправлено: 0", button="Справка (DOCX)")


async def test_what_only_the_deputy_can_see_comes_back_to_them(story: Story) -> None:
    await _gaps(story)
    deputy, teacher = await story.phones(school.DEPUTY, school.ALGEBRA_TEACHER)
    await _finished(story, deputy)
    news = await teacher.wait_for("Заполнить титул журнала", button="Исправлено")
    answer = await teacher.press("Исправлено", message=news)
    assert answer is not None
    assert answer.text == "Спасибо! Завуч увидит и примет."
    told = await deputy.wait_for("отмечено как исправленное, посмотрите")
    await deputy.press("7А · Алг", message=told)
    sheet = await deputy.wait_for("Учитель отметил: исправлено", button="Вернуть учителю")
    await deputy.press("Вернуть учителю", message=sheet)
    back = await teacher.wait_for("Замечание вернулось")
    await teacher.press("7А · Алг", message=back)
    await teacher.press("Исправлено", message=await teacher.wait_for("Исправить до", button="Исправлено"))
    again = await deputy.wait_for("отмечено как исправленное")
    await deputy.press("7А · Алг", message=again)
    await deputy.press("Принять", message=await deputy.wait_for("Учитель отметил", button="Принять"))
    await deputy.wait_for("Исправлено и закрыто")
    await teacher.wait_for("Замечание закрыто: 7А, Алгебра")


async def test_the_report_opens_as_docx_and_as_pdf(story: Story) -> None:
    await _gaps(story)
    deputy = await story.phone(school.DEPUTY)
    page = await _finished(story, deputy, "Исправить =HYPERLINK & <титул>")
    await deputy.press("Справка (DOCX)", message=page)
    sent = await deputy.wait_for("Справка: Алгебрина")
    assert sent.file == "document"
    report = docx.Document(BytesIO(await deputy.download(sent.raw["document"]["file_id"])))
    said = "\n".join(one.text for one in report.paragraphs)
    for words in ("Школа № 5", "СПРАВКА", "Учитель: Алгебрина Алла Борисовна", "Журнал ведётся, замечание одно."):
        assert words in said
    [table] = report.tables
    assert [cell.text for cell in table.rows[1].cells][1:4] == [
        "7А, Алгебра",
        "Алгебрина А. Б.",
        "Исправить =HYPERLINK & <титул>",
    ]
    await deputy.press("Справка (PDF)", message=page)
    printed = await deputy.wait_for("Справка: Алгебрина")
    assert (await deputy.download(printed.raw["document"]["file_id"])).startswith(b"%PDF")


async def test_the_director_reads_and_writes_nothing(story: Story) -> None:
    await _gaps(story)
    deputy, director = await story.phones(school.DEPUTY, school.DIRECTOR)
    await _finished(story, deputy)
    await director.write("/inspections")
    listed = await director.wait_for("Ждёт 1 замечание")
    assert listed.button("Новая проверка") is None
    await director.press("Алгебрина")
    await director.press("Заполнить титул", message=await director.wait_for("Замечаний: 1"))
    sheet = await director.wait_for("Исправить до")
    assert [label for label in sheet.labels if "Назад" not in label] == []
    for data in ("kie:1:closed", "kie:1:withdrawn", "kiu:1:261127", "kif:1", "kij:1:1", "kih:0:0", "kib:2:0:term"):
        answer = await forged(story, school.telegram_id(school.DIRECTOR), data)
        assert answer["text"], data
    assert "Ждёт 1 замечание" in (await _again(director)).text


async def _again(phone: Phone) -> Message:
    await phone.write("/inspections")
    return await phone.wait_for("Проверка журнала")


async def test_forged_buttons_of_others_change_nothing(story: Story) -> None:
    await _gaps(story)
    deputy, teacher = await story.phones(school.DEPUTY, school.ALGEBRA_TEACHER)
    await _finished(story, deputy)
    news = await teacher.wait_for("Заполнить титул журнала")
    mine = ("kiy:1", "kik:1:0", "kik:1:1", "kik:999:1")
    others = (school.SPORT, school.CLASS_TEACHER_7A, school.MOTHER, school.IVANOV, school.ADMIN, school.SECRETARY)
    for person in others:
        for data in mine:
            answer = await forged(story, school.telegram_id(person), data)
            assert answer["text"], (person, data)
    looking = ("ki:0", "kin:1:0", "kir:1", "kie:1:closed", "kit:1:docx", "kid:1", "kim:1:2:1:11:topic")
    for person in (*others, school.ALGEBRA_TEACHER):
        for data in looking:
            answer = await forged(story, school.telegram_id(person), data)
            assert answer["text"], (person, data)
    await teacher.press("1. Открыть", message=news)
    assert "Исправить до" in (await teacher.wait_for("Заполнить титул журнала", button="Исправлено")).text


async def test_an_own_day_and_other_words_are_set_while_it_goes_on(story: Story) -> None:
    await _gaps(story, topics=[MONDAY])
    deputy = await story.phone(school.DEPUTY)
    await _deck(deputy)
    await deputy.press("Смотреть карточки")
    await deputy.wait_for("Карточка 1", button="Замечание")
    await deputy.press("✍️ Замечание")
    await deputy.wait_for("Исправить до", button="Другой срок")
    await deputy.press("Другой срок")
    await deputy.wait_for("До какого дня", button="декабрь 2026")
    await deputy.press("15")
    assert "вторник, 15 декабря" in (await deputy.wait_for("Исправить до", button="Изменить текст")).text
    await deputy.press("Изменить текст")
    await deputy.wait_for("Напишите замечание")
    await deputy.write("Тему урока, пожалуйста")
    changed = await deputy.wait_for("Тему урока, пожалуйста", button="Убрать")
    assert "Карточка 1" in changed.text
    await deputy.press("Убрать")
    assert (await deputy.wait_for("Карточка 1")).button("✍️ Замечание") is not None
    await deputy.press("К проверке")
    await deputy.wait_for("Замечаний пока нет", button="Отменить проверку")
    await deputy.press("Отменить проверку")
    await deputy.wait_for("Отменить проверку «Алгебрина А. Б.»", button="Да, отменить")
    await deputy.press("Да, отменить")
    await deputy.wait_for("Проверок пока нет")
