"""Whose names may be one person's, and whose children may be of one family."""

import pytest

from domain.roles.people import PersonName
from domain.school.importing.likeness import may_be_same_name, siblings_by_name


def _name(full: str) -> PersonName:
    return PersonName(*full.split(maxsplit=2))


@pytest.mark.parametrize(
    ("brother", "sister"),
    [
        ("Иванов Пётр Олегович", "Иванова Анна Олеговна"),
        ("Достоевский Лев Ильич", "Достоевская Ия Ильинична"),
        ("Толстой Лев Никитич", "Толстая Ия Никитична"),
        ("Ткачёв Лев Юрьевич", "Ткачева Ия Юрьевна"),
        ("Птицын-Лунин Лев Кузьмич", "Птицына-Лунина Ия Кузьминична"),
        ("Алиев Али Вели оглы", "Алиева Лала Вели кызы"),
        ("Ковальчук Лев Львович", "Ковальчук Ия Львовна"),
    ],
)
def test_brother_and_sister_share_surname_and_fathers_name(brother: str, sister: str) -> None:
    assert siblings_by_name(_name(brother), _name(sister))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Иванов Пётр Олегович", "Иванова Анна Игоревна"),
        ("Иванов Пётр Олегович", "Петрова Анна Олеговна"),
        ("Иванов Пётр", "Иванова Анна"),
        ("Иванов Пётр Олегович", "Иванова Анна"),
        ("Сорока Лев Львович", "Сорок Ия Львовна"),
    ],
)
def test_others_are_no_siblings_by_name(one: str, other: str) -> None:
    assert not siblings_by_name(_name(one), _name(other))


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("Петрова Ольга", "Петрова Ольга Павловна", True),
        ("Петрова О. П.", "Петрова Ольга Павловна", True),
        ("Петрова Ольга Ивановна", "Петрова Ольга Павловна", False),
        ("Петрова О. И.", "Петрова Ольга Павловна", False),
        ("Петров Олег", "Петрова Ольга Павловна", False),
    ],
)
def test_a_shorter_name_may_be_the_same(one: str, other: str, may_be: bool) -> None:
    assert may_be_same_name(_name(one), _name(other)) is may_be_same_name(_name(other), _name(one)) is may_be
