"""The menu: what a person's roles reach, and no button that leads to nothing."""

import pytest

from domain.ids import PersonId
from handlers.areas import MENU
from handlers.kit.menu import MOST, menu_rows, more_rows
from handlers.kit.screen import Button
from handlers.roles.buttons import OpenMore
from handlers.texts.translator import texts_in
from tests import school

MORE = Button("🗂 Ещё", OpenMore())
FAMILY = {"📊 Отметки", "📚 Домашнее задание"}


def _labels(person: PersonId) -> set[str]:
    texts, actor = texts_in("ru"), school.actor(person)
    rows = (*menu_rows(MENU, actor, texts, MORE), *more_rows(MENU, actor, texts))
    return {button.label for row in rows for button in row}


@pytest.mark.parametrize("person", [school.MOTHER, school.SIDOROV, school.DEPUTY])
def test_a_family_finds_its_diary(person: PersonId) -> None:
    assert _labels(person) >= FAMILY


@pytest.mark.parametrize("person", [school.ADMIN, school.CLASS_TEACHER_7A, school.ALGEBRA_TEACHER, school.SECRETARY])
def test_who_has_no_children_here_has_no_diary_to_open(person: PersonId) -> None:
    assert _labels(person).isdisjoint(FAMILY)


@pytest.mark.parametrize("person", school.PEOPLE)
def test_a_menu_fits_on_a_phone_and_nothing_is_lost_behind_the_button(person: PersonId) -> None:
    texts, actor = texts_in("ru"), school.actor(person)
    shown = [button for row in menu_rows(MENU, actor, texts, MORE) for button in row]
    folded = [button for row in more_rows(MENU, actor, texts) for button in row]
    assert len(shown) <= 22
    if MORE in shown:
        assert not {one.label for one in folded} & {one.label for one in shown}
    else:
        assert len(shown) <= MOST
        assert {one.label for one in folded} <= {one.label for one in shown}


def test_who_has_little_to_do_sees_all_of_it_at_once_and_a_class_teacher_a_button_for_more() -> None:
    texts = texts_in("ru")
    for person, folds in ((school.MOTHER, False), (school.IVANOV, False), (school.CLASS_TEACHER_7A, True)):
        rows = menu_rows(MENU, school.actor(person), texts, MORE)
        assert any(MORE in row for row in rows) is folds


def test_a_deputy_who_teaches_and_is_a_mother_has_one_menu_for_all_of_it() -> None:
    assert _labels(school.DEPUTY) >= {"📖 Мой урок", "📣 Объявление", "📊 Отметки"}
