"""Documents: published by the site editor, opened and confirmed by those concerned, replaced, withdrawn, packed."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from domain.errors import NotAllowed, NotFound
from domain.ids import DocumentId, PersonId
from domain.school.document_drafts import MOST_BYTES, DocumentEmpty
from domain.school.documents import DocumentAudience, DocumentReplaced, NewDocument
from domain.school.documents_publishing import NobodyToRemind, NothingToPack, RemindedToday
from tests import school
from tests.people import Phone
from tests.stories.conftest import Story

PDF = b"%PDF-1.4 the charter"


async def _publish(
    story: Story,
    audience: DocumentAudience = DocumentAudience.ALL,
    *,
    asks: bool = True,
    replaces: DocumentId | None = None,
    link: str | None = None,
) -> DocumentId:
    file = {} if link else {"file_name": "Устав.pdf", "content": PDF}
    new = NewDocument("Устав школы", school.TUESDAY, audience, asks, link=link, replaces=replaces, **file)
    return await story.application.services.publishing.publish(school.actor(school.SITE_EDITOR), new)


async def _bring(phone: Phone, file: bytes, name: str, caption: str = "") -> None:
    await phone.write("/docs")
    await phone.wait_for("")
    await phone.press("Опубликовать документ")
    await phone.wait_for("Пришлите файл")
    await phone.file(file, name, caption)


async def test_a_file_is_published_in_three_taps_read_and_confirmed(story: Story) -> None:
    editor, mother, teacher, pupil = await story.phones(
        school.SITE_EDITOR, school.MOTHER, school.ALGEBRA_TEACHER, school.IVANOV
    )
    await _bring(editor, PDF, "Положение_о_журнале.pdf")
    shown = await editor.wait_for("Положение о журнале")
    assert "24 ноября 2026" in shown.text
    await editor.press("Опубликовать")
    await editor.wait_for("Опубликовано")
    for reader in (mother, teacher):
        await reader.wait_for("просим ознакомиться")
        await reader.press("Открыть")
        await reader.wait_for("Школа просит прочитать и подтвердить")
        await reader.press("Открыть")
        sent = await reader.wait_for("Положение о журнале")
        assert await reader.download(sent.raw["document"]["file_id"]) == PDF
        await reader.press("Ознакомлен(а)")
        await reader.wait_for("Вы ознакомились: 24 ноября 2026")
    await pupil.write("/docs")
    page = await pupil.wait_for("Положение о журнале")
    assert "подтверждения" not in page.text
    await editor.write("/docs")
    await editor.press("Положение о журнале")
    await editor.press("Кто ознакомился")
    counted = await editor.wait_for("Ознакомились 3 из 17")
    assert "Сотрудники: 1 из 11" in counted.text
    assert "Семьи: 2 из 6" in counted.text
    assert "7А: 1 из 4" in counted.text
    assert counted.button("7А · 3") is None


async def test_title_date_audience_and_question_change_before_it_is_published(story: Story) -> None:
    editor, mother, teacher = await story.phones(school.SITE_EDITOR, school.MOTHER, school.ALGEBRA_TEACHER)
    await editor.write("/docs")
    await editor.press("Опубликовать документ")
    await editor.wait_for("Пришлите файл")
    await editor.write("javascript:alert(1)//://x")
    await editor.wait_for("Такую ссылку опубликовать нельзя")
    await editor.write("просто слова")
    await editor.wait_for("Нужен файл или ссылка")
    await editor.write("Инструкция https://school.example/a?b=1&c=2")
    await editor.wait_for("Ссылка: https://school.example/a?b=1&c=2")
    await editor.press("Название")
    await editor.wait_for("Напишите название")
    await editor.write("Инструкция <b>для</b> учителей")
    await editor.wait_for("Инструкция <b>для</b> учителей")
    await editor.press("Дата")
    await editor.wait_for("Напишите дату")
    await editor.write("1 сентября")
    await editor.wait_for("1 сентября 2026")
    await editor.press("Сотрудникам")
    await editor.press("Просить ознакомиться")
    await editor.press("✅ Опубликовать")
    await editor.wait_for("Опубликовано")
    told = await teacher.wait_for("Новый документ школы")
    assert "Инструкция <b>для</b> учителей · 1 сентября 2026" in told.text
    await teacher.press("Открыть")
    opened = await teacher.wait_for("редакция 1", button="Открыть")
    button = opened.button("Открыть")
    assert button is not None
    assert button.url == "https://school.example/a?b=1&c=2"
    assert opened.button("Ознакомлен(а)") is None
    await mother.stays_silent()
    await mother.write("/docs")
    await mother.wait_for("Документов пока нет")


async def test_a_new_version_takes_its_place_and_is_confirmed_anew(story: Story) -> None:
    first = await _publish(story)
    documents, mother = story.application.services.documents, school.actor(school.MOTHER)
    await documents.confirm(mother, first)
    second = await _publish(story, replaces=first)
    page = await documents.page(mother, first)
    assert (page.document.id, page.document.version, page.asks) == (second, 2, True)
    assert [one.id for one in page.earlier] == [first]
    assert (await documents.file(mother, first)).name == "Устав.pdf"
    with pytest.raises(DocumentReplaced):
        await documents.confirm(mother, first)
    with pytest.raises(DocumentReplaced):
        await _publish(story, replaces=first)
    phone = await story.phone(school.MOTHER)
    await phone.write("/docs")
    await phone.press("Устав школы")
    await phone.press("Прежние редакции")
    await phone.press("Редакция 1")
    sent = await phone.wait_for("редакция 1", timeout=5)
    assert sent.raw["document"]["file_name"] == "Устав.pdf"


async def test_what_is_withdrawn_is_gone_for_everyone_with_its_earlier_versions(story: Story) -> None:
    first = await _publish(story)
    second = await _publish(story, replaces=first)
    services, editor = story.application.services, await story.phone(school.SITE_EDITOR)
    await editor.write("/docs")
    await editor.press("Устав школы")
    await editor.press("Снять")
    await editor.wait_for("Снять с публикации")
    await editor.press("Да, снять")
    await editor.wait_for("Снято с публикации")
    for person in (school.MOTHER, school.SITE_EDITOR):
        assert await services.documents.listed(school.actor(person)) == ()
        for document in (first, second):
            with pytest.raises(NotFound):
                await services.documents.file(school.actor(person), document)


async def test_who_waits_is_reminded_once_a_day_and_who_confirmed_is_not(story: Story) -> None:
    document = await _publish(story, DocumentAudience.FAMILIES)
    mother, father, other, director = await story.phones(
        school.MOTHER, school.FATHER, school.PETROVA_MOTHER, school.DIRECTOR
    )
    for one in (mother, father, other):
        await one.wait_for("просим ознакомиться")
    await story.application.services.documents.confirm(school.actor(school.MOTHER), document)
    await director.write("/docs")
    await director.wait_for("Документов пока нет")
    publishing, deputy = story.application.services.publishing, school.actor(school.DEPUTY)
    assert (await publishing.remind(deputy, document)).read == 2
    await other.wait_for("Напоминаем")
    await mother.stays_silent()
    await father.stays_silent()
    with pytest.raises(RemindedToday):
        await publishing.remind(deputy, document)
    await story.later(days=1)
    await publishing.remind(deputy, document)
    await other.wait_for("Напоминаем")


async def test_the_class_teacher_sees_by_name_which_families_of_the_class_wait(story: Story) -> None:
    document = await _publish(story)
    teacher = await story.phone(school.CLASS_TEACHER_7A)
    await story.application.services.documents.confirm(school.actor(school.FATHER), document)
    await teacher.wait_for("просим ознакомиться")
    await teacher.press("Открыть")
    await teacher.press("7А: кто ознакомился")
    seen = await teacher.wait_for("7А: ознакомились семьи 1 из 4")
    assert "Ещё нет: Кузина В. Р., Петрова А. С., Сидоров С. И." in seen.text


@pytest.mark.parametrize(
    "person", [school.MOTHER, school.IVANOV, school.ALGEBRA_TEACHER, school.SECRETARY, school.DIRECTOR, school.DEPUTY]
)
async def test_who_is_no_editor_publishes_withdraws_and_packs_nothing(story: Story, person: PersonId) -> None:
    document = await _publish(story)
    publishing, actor = story.application.services.publishing, school.actor(person)
    new = NewDocument("Устав", school.TUESDAY, DocumentAudience.ALL, False, file_name="a.pdf", content=PDF)
    for act in (
        publishing.publish(actor, new),
        publishing.check(actor, new),
        publishing.withdraw(actor, document),
        publishing.editable(actor, document),
        publishing.pack(actor),
        publishing.may_publish(actor),
    ):
        with pytest.raises(NotAllowed):
            await act
    phone = await story.phone(person)
    await phone.write("/docs")
    shown = await phone.wait_for("Устав школы")
    assert shown.button("Опубликовать") is None
    forged = {"inline_keyboard": [[{"text": "➕", "callback_data": "dcn:0"}]]}
    story.telegram.exchange.chat_of(phone.id, phone.id).posts[shown.id].payload["reply_markup"] = forged
    answer = await phone.press_raw(shown.id, "dcn:0")
    assert answer is not None
    assert answer.show_alert


async def test_a_document_of_the_staff_does_not_exist_for_a_family(story: Story) -> None:
    document = await _publish(story, DocumentAudience.STAFF)
    services = story.application.services
    for person in (school.MOTHER, school.IVANOV):
        for act in (services.documents.page, services.documents.file, services.documents.content):
            with pytest.raises(NotFound):
                await act(school.actor(person), document)
        with pytest.raises(NotFound):
            await services.documents.confirm(school.actor(person), document)
    with pytest.raises(NotAllowed):
        await services.publishing.who_read(school.actor(school.MOTHER), document)
    with pytest.raises(NotAllowed):
        await services.publishing.class_reading(school.actor(school.PRIMARY), document, school.CLASS_7A)


async def test_a_pupil_is_asked_to_confirm_nothing(story: Story) -> None:
    document = await _publish(story, DocumentAudience.FAMILIES)
    with pytest.raises(NotFound):
        await story.application.services.documents.confirm(school.actor(school.IVANOV), document)
    pupil = await story.phone(school.IVANOV)
    await pupil.stays_silent()


async def test_nothing_asked_nobody_to_remind(story: Story) -> None:
    document = await _publish(story, asks=False)
    with pytest.raises(NobodyToRemind):
        await story.application.services.publishing.remind(school.actor(school.ADMIN), document)


async def test_the_pack_for_the_site_holds_what_is_for_everyone_under_harmless_names(story: Story) -> None:
    editor = await story.phone(school.SITE_EDITOR)
    await _publish(story, DocumentAudience.STAFF)
    with pytest.raises(NothingToPack):
        await story.application.services.publishing.pack(school.actor(school.SITE_EDITOR))
    await _bring(editor, PDF, "../../etc/\u202efdp.exe", "<script>alert(1)</script> ../..")
    await editor.press("✅ Опубликовать")
    await editor.wait_for("Опубликовано")
    await editor.write("/docs")
    await editor.press("Пакет для сайта")
    sent = await editor.wait_for("Пакет для сайта школы")
    packed = ZipFile(BytesIO(await editor.download(sent.raw["document"]["file_id"])))
    names = packed.namelist()
    assert names == ["files/0002-script-alert-1-script.exe", "index.html", "documents.json"]
    page = packed.read("index.html").decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    [listed] = json.loads(packed.read("documents.json"))["documents"]
    assert packed.read(listed["file"]) == PDF
    assert listed["version"] == 1


async def test_a_hostile_name_is_not_shown_to_who_opens_it(story: Story) -> None:
    editor, mother = await story.phones(school.SITE_EDITOR, school.MOTHER)
    await _bring(editor, PDF, "план\u202efdp.exe")
    await editor.press("✅ Опубликовать")
    await mother.wait_for("ознакомиться")
    await mother.press("Открыть")
    await mother.press("Открыть")
    sent = await mother.wait_for("редакция 1", timeout=5)
    assert sent.raw["document"]["file_name"] == "планfdp.exe"


async def test_an_empty_file_is_not_published(story: Story) -> None:
    new = NewDocument("Устав", school.TUESDAY, DocumentAudience.ALL, False, file_name="a.pdf", content=b"")
    with pytest.raises(DocumentEmpty):
        await story.application.services.publishing.publish(school.actor(school.ADMIN), new)
    assert MOST_BYTES == 20 * 1024 * 1024
