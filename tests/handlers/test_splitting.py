"""Long texts in parts, read back by the local Telegram's own reader of HTML."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from bot.local_telegram.html import HtmlText
from handlers.kit.splitting import MOST, parts

WORDS = st.text(alphabet="аяё <&>\"'\n🙂x", max_size=30).map(escape)
TAGS = st.sampled_from(
    ["b", "i", "blockquote", "blockquote expandable", 'a href="https://example.org/?a=1&amp;b=2"', "tg-spoiler"]
)


def _wrapped(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tagged = st.tuples(TAGS, inside).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>")
    return st.lists(st.one_of(tagged, inside), max_size=6).map("".join)


TEXTS = st.recursive(WORDS, _wrapped, max_leaves=40)


def _marked(html: str) -> list[tuple[str, frozenset[str]]]:
    """Each character that is no white space, with the kinds of entities over it."""
    plain, entities = HtmlText(html).parse()
    over: list[set[str]] = [set() for _ in plain.encode("utf-16-le")[::2]]
    for entity in entities:
        for place in range(entity["offset"], entity["offset"] + entity["length"]):
            over[place].add(f"{entity['type']} {entity.get('url')}")
    marked, at = [], 0
    for character in plain:
        if not character.isspace():
            marked.append((character, frozenset(over[at])))
        at += len(character.encode("utf-16-le")) // 2
    return marked


@given(TEXTS, st.integers(min_value=1, max_value=60))
def test_parts_fit_and_say_the_same_in_the_same_entities(html: str, most: int) -> None:
    split = parts(html, most)
    if _marked(html):
        assert [mark for part in split for mark in _marked(part)] == _marked(html)
    if len(html) > most:
        assert all(HtmlText(part).parse()[0].strip() for part in split)
    assert all(len(HtmlText(part).parse()[0]) <= most for part in split)


def test_a_long_text_is_cut_at_the_end_of_a_line() -> None:
    html = "\n".join(f"<b>{line}</b> " + "я" * 90 for line in range(100))
    first, *_, last = parts(html)
    assert len(HtmlText(first).parse()[0]) <= MOST
    assert first.endswith("я" * 90)
    assert parts(html)[1].startswith("<b>")
    assert last.endswith("я" * 90)


def test_an_entity_over_a_cut_is_closed_and_opened_again() -> None:
    assert parts("<b>один <i>два</i>\nтри</b>", 9) == ["<b>один <i>два</i></b>", "<b>три</b>"]


def test_a_short_text_stays_as_it_is() -> None:
    assert parts("<b>два</b>\n\n ") == ["<b>два</b>\n\n "]
