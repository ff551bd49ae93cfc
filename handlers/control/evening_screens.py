"""«Осталось сделать» as a message: the own lessons, then the led classes and the courses whose term ends."""

from domain.control.evening_card import EveningCard
from handlers.control.class_duties_screens import evening_part
from handlers.control.duties_screens import duties
from handlers.kit.screen import Screen
from handlers.texts.translator import Texts


def evening_screen(news: EveningCard, texts: Texts, page: int = 0) -> Screen:
    """`page`: of the own lessons."""
    own = duties(texts, news, page)
    parts, rows = evening_part(texts, news)
    if not parts:
        return own
    *lines, last = own.rows
    return Screen("\n\n".join([own.text, *parts]), [*lines, *rows, last])
