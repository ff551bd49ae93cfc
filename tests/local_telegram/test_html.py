"""HTML to entities: what is escaped comes back, what does not parse is refused in Telegram's words."""

from html import escape

import pytest
from aiogram.types import MessageEntity
from aiogram.utils.text_decorations import html_decoration
from hypothesis import given
from hypothesis import strategies as st

from bot.local_telegram.chats import JSON
from bot.local_telegram.errors import Refused
from bot.local_telegram.html import SIMPLE, HtmlText, utf16_length
from bot.local_telegram.texts import formatted

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>5</b>", "5", [("bold", 0, 1)]),
        ("<STRONG>5</strong>", "5", [("bold", 0, 1)]),
        ("😀<i>a</i>", "😀a", [("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ('<a href="https://a.ru/?x=1&amp;y=2">к</a>', "к", [("text_link", 0, 1)]),
        ("<a href='tg://user?id=7'>Аня</a>", "Аня", [("text_mention", 0, 3)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2)]),
        ('<tg-time unix="1795459131" format="wDT">в среду</tg-time>', "в среду", [("date_time", 0, 7)]),
        ("&lt;&gt;&amp;&quot;&#33;&#x21;&nbsp;", '<>&"!!&nbsp;', []),
        ("<b></b>a", "a", []),
        ("<b>a</>", "a", [("bold", 0, 1)]),
    ],
)
def test_markup_becomes_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    plain, found = HtmlText(source).parse()
    assert plain == text
    assert [(e["type"], e["offset"], e["length"]) for e in found] == entities


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("ё<b>a</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
        ("2 <3", "Unclosed start tag at byte offset 2"),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=x!>a</a>", "Unexpected end of name token at byte offset 8"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
    ],
)
def test_what_does_not_parse_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(Refused) as refusal:
        HtmlText(source).parse()
    assert refusal.value.description == f"Bad Request: can't parse entities: {words}"


@given(TEXTS)
def test_what_is_escaped_comes_back(text: str) -> None:
    assert HtmlText(escape(text)).parse() == (text, [])


@given(TEXTS.filter(bool), st.sampled_from(sorted(set(SIMPLE) - {"span"})), TEXTS)
def test_a_tag_covers_exactly_its_text(inside: str, tag: str, before: str) -> None:
    plain, entities = HtmlText(f"{escape(before)}<{tag}>{escape(inside)}</{tag}>").parse()
    assert plain == before + inside
    assert entities == [{"type": SIMPLE[tag], "offset": utf16_length(before), "length": utf16_length(inside)}]


@given(st.text(st.sampled_from('<>/&;"=ab 😀'), max_size=40))
def test_any_text_parses_or_is_refused(source: str) -> None:
    outcome = parsed(source)
    if isinstance(outcome, Refused):
        assert outcome.description.startswith("Bad Request: can't parse entities: ")
        return
    plain, entities = outcome
    assert all(e["offset"] >= 0 and e["offset"] + e["length"] <= utf16_length(plain) for e in entities)


def parsed(source: str) -> tuple[str, list[JSON]] | Refused:
    try:
        return HtmlText(source).parse()
    except Refused as refusal:
        return refusal


@given(
    st.lists(st.tuples(st.sampled_from(["bold", "italic", "code", "underline"]), TEXTS.filter(str.strip)), max_size=5)
)
def test_aiograms_own_rendering_of_the_entities_gives_the_same_again(parts: list[tuple[str, str]]) -> None:
    text, entities = "", []
    for kind, part in parts:
        entities.append(MessageEntity(type=kind, offset=utf16_length(text), length=utf16_length(part)))
        text += part + " "
    plain, found = HtmlText(html_decoration.unparse(text, entities)).parse()
    assert plain == text
    assert found == [entity.model_dump(exclude_none=True) for entity in entities]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/start abc", {"bot_command": "/start"}),
        ("см. https://school.ru/a, ждём", {"url": "https://school.ru/a"}),
        ("#домашка для @anna_teacher", {"hashtag": "#домашка", "mention": "@anna_teacher"}),
        ("пишите a.b@school.ru", {"email": "a.b@school.ru"}),
        ("1/2 и 5/5", {}),
    ],
)
def test_links_and_commands_are_found_in_plain_text(text: str, kinds: dict[str, str]) -> None:
    plain, entities = formatted(text, None, None)
    found = {e["type"]: plain[e["offset"] : e["offset"] + e["length"]] for e in entities}
    assert found == kinds


def test_blanks_at_the_ends_are_cut_off_with_their_entities() -> None:
    assert formatted("  <b> 5 </b>  ", "HTML", None) == ("5", [{"type": "bold", "offset": 0, "length": 1}])


@pytest.mark.parametrize("mode", ["Markdown", "MarkdownV2", "wiki"])
def test_other_parse_modes_are_refused(mode: str) -> None:
    with pytest.raises(Refused, match="Bad Request"):
        formatted("a", mode, None)
