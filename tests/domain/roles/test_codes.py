"""One-time codes: typed wrong they are found out, typed otherwise they are understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.roles.codes import (
    ALPHABET,
    LENGTH,
    CodeHasher,
    _check,
    grouped,
    looks_like_code,
    new_code,
    parse_code,
    without_codes,
)

codes = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH).map(lambda body: body + _check(body))
places = st.integers(0, LENGTH)
SEPARATORS = st.sampled_from(["", "-", " ", " - ", "–", "—", "_", ".", "\u00a0"])


@given(codes)
def test_a_code_reads_back_as_itself(code: str) -> None:
    assert parse_code(code) == code
    assert parse_code(grouped(code)) == code
    assert looks_like_code(grouped(code))


@given(codes)
def test_every_single_wrong_character_is_found(code: str) -> None:
    for place in range(len(code)):
        for letter in ALPHABET.replace(code[place], ""):
            assert parse_code(code[:place] + letter + code[place + 1 :]) is None


@given(codes)
def test_every_swap_of_neighbours_is_found(code: str) -> None:
    for place in range(len(code) - 1):
        left, right = code[place : place + 2]
        swapped = code[:place] + right + left + code[place + 2 :]
        assert parse_code(swapped) == (code if left == right else None)


@given(codes, places, places)
def test_every_swap_of_any_two_is_found(code: str, one: int, other: int) -> None:
    letters = list(code)
    letters[one], letters[other] = letters[other], letters[one]
    assert parse_code("".join(letters)) == (code if code[one] == code[other] else None)


@given(codes, st.data())
def test_case_grouping_and_alike_letters_are_forgiven(code: str, data: st.DataObject) -> None:
    """O for 0, I and L for 1, U for V; letters of a Russian keyboard that look the same."""
    alike = {"0": "0OoОо", "1": "1IiLl", "V": "VvUu", "A": "AaАа", "B": "BbВ", "C": "CcСс", "E": "EeЕе", "H": "HhН"}
    alike |= {"K": "KkКк", "M": "MmМ", "P": "PpРр", "T": "TtТ", "X": "XxХх", "Y": "YyУу", "3": "3З"}
    typed = "".join(
        data.draw(st.sampled_from(alike.get(letter, letter + letter.lower()))) + data.draw(SEPARATORS)
        for letter in code
    )
    assert parse_code(f"  {typed}\n") == code


@given(st.text(max_size=30))
def test_what_is_no_code_is_never_an_error(typed: str) -> None:
    code = parse_code(typed)
    assert code is None or (len(code) == LENGTH + 1 and set(code) <= set(ALPHABET))
    assert looks_like_code(typed) or code is None


@pytest.mark.parametrize("typed", ["завтра", "расписание на пятницу", "/start", "№ 345–350", "27.11", "", "🔔" * 11])
def test_what_people_write_otherwise_does_not_look_like_a_code(typed: str) -> None:
    assert not looks_like_code(typed)


def test_a_mistyped_code_still_looks_like_one() -> None:
    assert looks_like_code("K7QD-3MXA-9W")
    assert parse_code("K7QD-3MXA-9W") is None


def test_new_codes_are_right_and_differ() -> None:
    made = {new_code() for _ in range(500)}
    assert len(made) == 500
    assert all(parse_code(code) == code for code in made)


def test_a_hash_needs_the_key_and_the_hasher_does_not_show_it() -> None:
    one, other = CodeHasher(b"a" * 32), CodeHasher(b"b" * 32)
    code = new_code()
    assert one(code) == one(code) != other(code)
    assert len(one(code)) == 64
    assert "aaa" not in repr(one)


@pytest.mark.parametrize(
    "written", ["{code}", "/start {code}", "Иванов {code}", "код: {grouped}.", "{spaced} — это мой", "({lower})"]
)
def test_a_code_is_blotted_out_of_what_is_kept_of_a_text(written: str) -> None:
    code = new_code()
    forms = {"code": code, "grouped": grouped(code), "spaced": grouped(code).replace("-", " "), "lower": code.lower()}
    kept = without_codes(written.format(**forms))
    assert kept == written.format(**dict.fromkeys(forms, "•••"))


def test_what_is_no_code_is_kept() -> None:
    for text in ("Контрольная на 4 урока", "K7QD-3MXA-9W", "№ 345–350, с. 12.03.2026"):
        assert without_codes(text) == text
