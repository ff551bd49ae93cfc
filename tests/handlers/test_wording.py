"""What people wrote as HTML, read back by the local Telegram's own reader of HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local_telegram.html import HtmlText
from domain.talk.wording import Entity, Style, Wording
from handlers.kit.wording import html_of

TEXT = st.text(alphabet="аяё <&>\"'\n🙂👨x\u200d", max_size=40)
SPOTS = st.integers(min_value=-3, max_value=60)
ENTITIES = st.builds(
    lambda style, offset, length: Entity(
        style, offset, length, 'https://example.org/?a="><b>&amp;' if style is Style.LINK else None
    ),
    st.sampled_from(list(Style)),
    SPOTS,
    SPOTS,
)


def _kinds(text: str, spans: list[tuple[int, int, str]]) -> list[set[str]]:
    """Over each character, counted as Telegram counts."""
    over: list[set[str]] = []
    at = 0
    for character in text:
        size = len(character.encode("utf-16-le")) // 2
        over.append({kind for start, end, kind in spans if start < at + size and at + size <= end})
        at += size
    return over


def read_back(html: str) -> tuple[str, list[set[str]]]:
    text, entities = HtmlText(html).parse()
    return text, _kinds(text, [(one["offset"], one["offset"] + one["length"], one["type"]) for one in entities])


@given(TEXT, st.lists(ENTITIES, max_size=8))
def test_every_character_stays_with_its_formatting_whatever_the_entities(text: str, entities: list[Entity]) -> None:
    said, over = read_back(html_of(Wording(text, tuple(entities))))
    assert said == text
    meant = _kinds(text, [(max(one.offset, 0), one.offset + one.length, one.style.value) for one in entities])
    plain = {"code", "pre"}
    assert [kinds - plain for kinds in over] == [kinds - plain for kinds in meant]


def test_crossing_entities_are_split_and_nothing_is_said_twice() -> None:
    wording = Wording("раз два три", (Entity(Style.BOLD, 0, 7), Entity(Style.ITALIC, 4, 7)))
    assert html_of(wording) == "<b>раз <i>два</i></b><i> три</i>"


def test_emoji_count_as_two() -> None:
    assert html_of(Wording("🙂👍 ок", (Entity(Style.BOLD, 2, 2),))) == "🙂<b>👍</b> ок"


def test_half_of_an_emoji_is_the_whole_of_it() -> None:
    assert html_of(Wording("🙂а", (Entity(Style.BOLD, 1, 2),))) == "<b>🙂а</b>"


@pytest.mark.parametrize("text", ["<b>", "</b>&lt;", '<a href="tg://user?id=1">', "&amp;<script>"])
def test_what_looks_like_tags_is_said_as_it_is_written(text: str) -> None:
    said, over = read_back(html_of(Wording(text, (Entity(Style.ITALIC, 0, len(text)),))))
    assert said == text
    assert over == [{"italic"}] * len(text)


def test_an_address_with_a_quote_stays_inside_its_link() -> None:
    url = 'https://example.org/"><a href="https://evil.example/'
    text, entities = HtmlText(html_of(Wording("сайт", (Entity(Style.LINK, 0, 4, url),)))).parse()
    assert (text, [(one["type"], one["url"]) for one in entities]) == ("сайт", [("text_link", url)])


def test_bare_words_stay_bare() -> None:
    assert html_of(Wording("Завтра — экскурсия")) == "Завтра — экскурсия"
