"""One-time codes in what people write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.roles.codes import grouped, new_code
from domain.talk.held_codes import codes_in
from domain.talk.wording import Entity, Style, Wording

CODE = "V7TEYVV8CBD"


@pytest.mark.parametrize(
    "text",
    [
        CODE,
        f"код: {grouped(CODE)}",
        f"Вот код {grouped(CODE).lower()}, не потеряйте",
        f"Мама {grouped(CODE).replace('-', ' ')} папа",
        f"https://t.me/school_bot?start={CODE}",
        grouped(CODE).replace("-", "\n"),
        f"({grouped(CODE)})",
    ],
)
def test_a_code_is_found_however_it_is_written(text: str) -> None:
    assert codes_in(Wording(text)) == {CODE}


def test_a_code_behind_a_link_is_found() -> None:
    link = Entity(Style.LINK, 0, 4, f"https://t.me/school_bot?start={CODE}")
    assert codes_in(Wording("сюда", (link,))) == {CODE}


def test_each_code_is_found_once() -> None:
    other = new_code()
    assert codes_in(Wording(f"{CODE} {other}\n{grouped(CODE)}")) == {CODE, other}


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщыьэюя ,.-—№§\n", max_size=200))
def test_russian_words_pass_the_check_character_by_chance_only(text: str) -> None:
    assert all(len(code) == 11 for code in codes_in(Wording(text)))
