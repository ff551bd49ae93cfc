"""Templates: which gaps the thread fills, which are asked for, and what is left as it is written."""

import pytest

from domain.talk.template_words import TemplateField, asked, filled
from domain.talk.templates import TemplateLinesWanted, answers

KNOWN = {
    TemplateField.CHILD: "Пётр",
    TemplateField.CLASS_NAME: "7А",
    TemplateField.SUBJECT: "Алгебра",
    TemplateField.DAY: "24 ноября",
    TemplateField.NAME: "Мария Петровна",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{имя}, добрый день!", "Мария Петровна, добрый день!"),
        ("{ребёнок} ({класс}), {предмет}, {дата}", "Пётр (7А), Алгебра, 24 ноября"),
        ("{Ребенок} и { КЛАСС }", "Пётр и 7А"),
        ("{child} {class} {subject} {date} {name}", "Пётр 7А Алгебра 24 ноября Мария Петровна"),
    ],
)
def test_the_thread_fills_its_fields_in_both_languages(text: str, expected: str) -> None:
    assert asked(text, KNOWN) == ()
    assert filled(text, KNOWN, ()) == expected


def test_what_the_thread_does_not_know_is_asked_for_once_in_its_order() -> None:
    text = "{имя}, не сдана {работа}. {Работа} — до {срок}, пересдача в …"
    assert asked(text, KNOWN) == ("работа", "срок", "пересдача в …")
    done = "Мария Петровна, не сдана к/р 3. к/р 3 — до 1.12, пересдача в 14:00"
    assert filled(text, KNOWN, ["к/р 3", "1.12", "14:00"]) == done


def test_a_field_of_the_thread_that_it_lacks_is_asked_for() -> None:
    assert asked("{ребёнок}: {предмет}", {}) == ("ребёнок", "предмет")
    assert filled("{ребёнок}: {предмет}", {}, ["Анна", "физика"]) == "Анна: физика"


def test_dots_at_the_end_of_a_word_are_only_dots() -> None:
    assert asked("Ну вот… Не сдана работа по …, жду.", KNOWN) == ("работа по …",)
    assert asked("И так далее...", KNOWN) == ()
    assert filled("Нет работ по ... и по …", KNOWN, ["алгебре", "химии"]) == "Нет работ по алгебре и по химии"


@pytest.mark.parametrize("text", ["{}", "{ }", "}{", "{{", "{" + "а" * 41 + "}", "{а\nб}", "{", "100 % {"])
def test_other_braces_are_a_text_like_any_other(text: str) -> None:
    assert asked(text, KNOWN) == ()
    assert filled(text, KNOWN, ()) == text


def test_what_is_put_in_is_not_looked_through_again() -> None:
    assert filled("{а} {б}", {}, ["{имя}", "{а} …"]) == "{имя} {а} …"
    assert filled("{ребёнок}", {TemplateField.CHILD: "{класс}"}, ()) == "{класс}"


def test_one_thing_asked_for_may_be_of_several_lines_and_several_are_a_line_each() -> None:
    assert answers("стр. 5\nстр. 6", 1) == ["стр. 5\nстр. 6"]
    assert answers(" к/р \n\n 1.12 ", 2) == ["к/р", "1.12"]
    for said in ("", "к/р", "а\nб\nв"):
        with pytest.raises(TemplateLinesWanted):
            answers(said, 2)
    with pytest.raises(TemplateLinesWanted):
        answers("  ", 1)
