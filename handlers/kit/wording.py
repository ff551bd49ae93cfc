"""What people wrote, as HTML. aiogram's `unparse` says crossing entities twice and lets a quote out of a link."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from html import escape
from itertools import accumulate, pairwise, zip_longest

from domain.talk.wording import Entity, Style, Wording
from handlers.texts.translator import Markup

_TAGS = {
    Style.BOLD: "b",
    Style.ITALIC: "i",
    Style.UNDERLINE: "u",
    Style.STRIKETHROUGH: "s",
    Style.SPOILER: "tg-spoiler",
    Style.CODE: "code",
    Style.PRE: "pre",
    Style.BLOCKQUOTE: "blockquote",
    Style.LINK: "a",
}


def html_of(wording: Wording) -> Markup:
    """Safe, and balanced whatever the entities are: what crosses is split, what lies outside of the text is left."""
    text = wording.text
    spans = sorted(_spans(wording), key=lambda span: (span[0], -span[1]))
    cuts = sorted({0, len(text), *(place for start, end, _ in spans for place in (start, end))})
    done: list[str] = []
    open_now: list[Entity] = []
    for start, end in pairwise(cuts):
        over = _of_each_style(entity for begins, ends, entity in spans if begins <= start and end <= ends)
        done += _turned(open_now, over)
        done.append(escape(text[start:end], quote=False))
        open_now = over
    return Markup("".join([*done, *_turned(open_now, [])]))


def _of_each_style(entities: Iterable[Entity]) -> list[Entity]:
    return list({entity.style: entity for entity in entities}.values())


def _turned(before: Sequence[Entity], after: Sequence[Entity]) -> list[str]:
    """The tags from what is open to what is to be; those outside that stay are not touched."""
    same = next((number for number, pair in enumerate(zip_longest(before, after)) if pair[0] is not pair[1]), None)
    if same is None:
        return []
    closed = [f"</{_TAGS[entity.style]}>" for entity in reversed(before[same:])]
    return closed + [_opening(entity) for entity in after[same:]]


def _opening(entity: Entity) -> str:
    if entity.style is Style.LINK:
        return f'<a href="{escape(entity.url or "")}">'
    return f"<{_TAGS[entity.style]}>"


def _spans(wording: Wording) -> list[tuple[int, int, Entity]]:
    """Entities by characters: where one begins, where it ends. Half of a surrogate pair counts as its whole."""
    units = [0, *accumulate(2 if ord(character) > 0xFFFF else 1 for character in wording.text)]
    spans = []
    for entity in wording.entities:
        start = bisect_right(units, max(entity.offset, 0)) - 1
        end = bisect_right(units, max(entity.offset + entity.length, 0)) - 1
        if start < end:
            spans.append((start, end, entity))
    return spans
