"""What messaging tells, in the reader's language: the renderer that `domain/messaging` asks for."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.attendance.presence import Presence
from domain.messaging.contents import (
    AbsenceClosed,
    AbsenceNews,
    AnnouncementNews,
    AnswerNews,
    BundleNews,
    Content,
    DigestNews,
    GuessingNews,
    HoldNews,
    HoldTold,
    HomeworkNews,
    LostNews,
    MarkNews,
    QuarantineNews,
    StatusNews,
    VeiledNews,
)
from domain.messaging.ports import Letter
from handlers.attendance import screens as attendance
from handlers.journal import homework_screens as homework
from handlers.kit.screen import Screen
from handlers.messaging.bundle_screens import bundle_screen
from handlers.messaging.digest_screens import digest_screen, guessing_screen, lost_screen, quarantine_screen
from handlers.messaging.hold_screens import question_screen, told_screen
from handlers.messaging.mark_screens import mark_screen
from handlers.messaging.opening_screens import veiled_screen
from handlers.messaging.screens import letter_screen, status_screen
from handlers.texts.translator import Texts, texts_in


class ScreenRenderer:
    def render(self, content: Content, language: str, repeat: bool) -> Letter:
        texts = texts_in(language)
        screen = screen_of(content, texts)
        html = f"{texts('message-repeat')}\n\n{screen.text}" if repeat else screen.text
        return Letter(html, screen.keyboard())


def screen_of(content: Content, texts: Texts) -> Screen:
    return SCREENS[type(content)](content, texts)


def _absence(news: AbsenceNews, texts: Texts) -> Screen:
    if not news.correction:
        return attendance.absence(texts, news.card)
    if news.card.status is Presence.ABSENT:
        # Absent after all: the guardian is asked again.
        card = attendance.absence(texts, news.card)
        return Screen(f"{texts('message-corrected')}\n{card.text}", card.rows)
    return attendance.absence_corrected(texts, news.card, news.before)


def _closed(news: AbsenceClosed, texts: Texts) -> Screen:
    return attendance.absence_closed(texts, news.card)


def _answer(news: AnswerNews, texts: Texts) -> Screen:
    return attendance.answer_told(texts, news.card)


def _homework(news: HomeworkNews, texts: Texts) -> Screen:
    return homework.news(texts, news.card, news.pupil, own=news.own, correction=news.correction)


def _letter(news: AnnouncementNews, texts: Texts) -> Screen:
    return letter_screen(news.letter, news.reader, texts)


def _status(news: StatusNews, texts: Texts) -> Screen:
    return status_screen(news.state, texts)


SCREENS: Mapping[type, Callable[[Any, Texts], Screen]] = {
    AbsenceNews: _absence,
    AbsenceClosed: _closed,
    AnswerNews: _answer,
    MarkNews: mark_screen,
    HomeworkNews: _homework,
    BundleNews: bundle_screen,
    AnnouncementNews: _letter,
    StatusNews: _status,
    DigestNews: digest_screen,
    HoldNews: question_screen,
    HoldTold: told_screen,
    LostNews: lost_screen,
    GuessingNews: guessing_screen,
    QuarantineNews: quarantine_screen,
    VeiledNews: veiled_screen,
}
"""By kind of content; a test compares the keys with `Content`."""
