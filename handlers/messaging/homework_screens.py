"""Homework, for who wants to hear of it at once."""

from domain.messaging.contents import HomeworkNews
from handlers.kit.screen import Screen
from handlers.texts.translator import Texts

LONGEST = 3000
"""Characters of the text; with the rest it stays below Telegram's 4096."""


def homework_screen(news: HomeworkNews, texts: Texts) -> Screen:
    card = news.card
    about = {"name": news.pupil.listed, "own": news.own, "subject": card.subject, "day": texts.short_day(card.due_day)}
    if card.cancelled:
        return Screen(texts("homework-taken-back", **about))
    key = "homework-corrected" if news.correction else "homework-told"
    return Screen(texts(key, text=card.text[:LONGEST], files=card.files, **about))
