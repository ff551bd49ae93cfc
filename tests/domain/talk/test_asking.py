"""What a question to the administrator is headed by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.talk.asking import MOST_WORDS, matter_of

LONG = "Не могу войти с нового телефона, пишет что код не подходит, что делать?"


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Не вижу отметок", "Не вижу отметок"),
        ("\n  Не вижу   отметок \nуже неделю", "Не вижу отметок"),
        (LONG, "Не могу войти с нового телефона, пишет что код не подходит,…"),
        ("а" * 70, "а" * MOST_WORDS + "…"),
        ("", None),
        ("  \n ", None),
    ],
)
def test_first_words(text: str, matter: str | None) -> None:
    assert matter_of(text) == matter


@given(st.text(max_size=300))
def test_any_text_gives_a_short_line_or_none(text: str) -> None:
    matter = matter_of(text)
    assert matter is None or (0 < len(matter) <= MOST_WORDS + 1 and "\n" not in matter)
