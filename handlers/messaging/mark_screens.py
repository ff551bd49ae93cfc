"""A mark, as the family is told of it at once, and its correction."""

from domain.journal.ports import MarkCard
from domain.messaging.contents import MarkNews
from handlers.kit.screen import Screen
from handlers.texts.translator import Texts


def mark_screen(news: MarkNews, texts: Texts) -> Screen:
    """«исправлено: 2 → 4», «отметка 2 отменена»: a correction names what was said before, where that is known."""
    card = news.card
    about = {"name": card.pupil_name.listed, "own": news.own, "subject": card.subject, "day": texts.date(card.day)}
    if card.taken_back:
        return Screen(texts("mark-cancelled", before=news.before or "none", **about))
    if news.correction and news.before is not None:
        return Screen(texts("mark-corrected", before=news.before, value=card.value, **about))
    text = texts("mark-told", value=card.value, work=work_of(texts, card), **about)
    if card.comment:
        text = texts("mark-with-comment", told=text, comment=card.comment)
    return Screen(text)


def work_of(texts: Texts, card: MarkCard) -> str:
    """«контрольная работа, пересдача — было 2»"""
    return texts("marks-retake-of", work=card.kind, before=card.retook) if card.retook is not None else card.kind
