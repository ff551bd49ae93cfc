"""The menu: what a person's roles reach, and no button that leads to nothing."""

import pytest

from domain.ids import PersonId
from handlers.areas import MENU
from handlers.kit.menu import menu_rows
from handlers.texts.translator import texts_in
from tests import school

FAMILY = {"📊 Отметки", "📚 Домашнее задание"}


def _labels(person: PersonId) -> set[str]:
    rows = menu_rows(MENU, school.actor(person), texts_in("ru"))
    return {button.label for row in rows for button in row}


@pytest.mark.parametrize("person", [school.MOTHER, school.SIDOROV, school.DEPUTY])
def test_a_family_finds_its_diary(person: PersonId) -> None:
    assert _labels(person) >= FAMILY


@pytest.mark.parametrize("person", [school.ADMIN, school.CLASS_TEACHER_7A, school.ALGEBRA_TEACHER, school.SECRETARY])
def test_who_has_no_children_here_has_no_diary_to_open(person: PersonId) -> None:
    assert _labels(person).isdisjoint(FAMILY)


def test_a_deputy_who_teaches_and_is_a_mother_has_one_menu_for_all_of_it() -> None:
    assert _labels(school.DEPUTY) >= {"📖 Мой урок", "📣 Написать классу", "📊 Отметки"}
