"""A debt («точка»), as the family is told of it."""

from domain.messaging.contents import DebtNews
from handlers.kit.screen import Screen
from handlers.texts.translator import Texts


def debt_screen(news: DebtNews, texts: Texts) -> Screen:
    """What can still be handed in, and until when; that it is no longer owed."""
    card = news.card
    about = {
        "name": card.pupil_name.listed,
        "own": news.own,
        "subject": card.subject,
        "work": card.kind.lower(),
        "day": texts.date(card.day),
    }
    if card.ended:
        return Screen(texts("marks-debt-told-gone", **about))
    key = "marks-debt-told-again" if news.correction else "marks-debt-told"
    return Screen(texts(key, due=texts.date(card.due), **about))
