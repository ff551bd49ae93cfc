"""How marks are shown: a retaken one stays visible, struck through or before an arrow, the retake beside it."""

from collections.abc import Sequence
from html import escape

from domain.ids import MarkId
from domain.journal.ports import LessonMark, TermMark
from handlers.texts.translator import Markup

DEBT = "•"
"""«Точка», as in the paper journal."""


def on_button(marks: Sequence[LessonMark]) -> str:
    """«5 2→4»: buttons know no struck letters."""
    later = {mark.retakes: mark for mark in marks if mark.retakes is not None}
    known = {mark.id for mark in marks}
    return " ".join(_chain(mark, later) for mark in marks if mark.retakes not in known)


def _chain(mark: LessonMark, later: dict[MarkId, LessonMark]) -> str:
    values, following = [mark.value], later.get(mark.id)
    while following is not None:
        values.append(following.value)
        following = later.get(following.id)
    return "→".join(values)


def in_text(marks: Sequence[TermMark], most: int | None = None) -> Markup:
    """«5 <s>2</s> 4», the newest `most` of them."""
    retaken = {mark.retakes for mark in marks if mark.retakes is not None}
    shown = marks if most is None else marks[-most:]
    return Markup(" ".join(_struck(mark.value, mark.id in retaken) for mark in shown))


def _struck(value: str, retaken: bool) -> str:
    return f"<s>{escape(value, quote=False)}</s>" if retaken else escape(value, quote=False)
