"""What messaging tells, in the reader's language: the renderer that `domain/messaging` asks for."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.attendance.presence import Presence
from domain.messaging.contents import (
    AbsenceClosed,
    AbsenceNews,
    AlarmNews,
    AlarmTakenNews,
    AnnouncementNews,
    AnswerNews,
    BackupNews,
    BindingNews,
    BindingTold,
    BundleNews,
    ChangedNews,
    ConsentAskedAgain,
    Content,
    DebtNews,
    DigestNews,
    DisownedNews,
    DocumentNews,
    GuessingNews,
    HoldNews,
    HoldTold,
    HomeworkNews,
    LessonChangeNews,
    LessonChangesNews,
    LessonNews,
    LimitNews,
    ListAsked,
    ListsLeft,
    LockedNews,
    LostNews,
    MarkNews,
    MarkRequestNews,
    MarkRequestTold,
    MarkTouchedNews,
    MeetingNews,
    MeetingsNews,
    MovementNews,
    MovementTold,
    NoteNews,
    PhoneNews,
    QuarantineNews,
    ResultNews,
    SignOffNews,
    StatusNews,
    VeiledNews,
    WithdrawnNews,
)
from domain.messaging.inbox_news import HandoverNews, OwedNews
from domain.messaging.office_news import ErasureNews, IncidentNews, RetentionNews, TakenOutNews
from domain.messaging.ports import Letter
from domain.messaging.talk_news import TalkNews
from handlers.attendance import screens as attendance
from handlers.attendance.note_screens import note_news
from handlers.control.news_screens import CONTROL_SCREENS
from handlers.journal import homework_screens as homework
from handlers.journal import lesson_screens as lesson
from handlers.journal import request_screens as requests
from handlers.kit.screen import Screen
from handlers.messaging.backup_screens import backup_screen
from handlers.messaging.bundle_screens import bundle_screen
from handlers.messaging.changed_screens import changed_screen
from handlers.messaging.debt_screens import debt_screen
from handlers.messaging.digest_screens import digest_screen, guessing_screen, lost_screen, quarantine_screen
from handlers.messaging.hold_screens import question_screen, told_screen
from handlers.messaging.lesson_change_screens import change_screen, changes_screen
from handlers.messaging.mark_screens import mark_screen
from handlers.messaging.opening_screens import veiled_screen
from handlers.messaging.result_screens import result_screen
from handlers.roles import letting_in_screens as letting_in
from handlers.roles.consent_screens import consent_asked_again, withdrawn_told
from handlers.roles.incident_screens import (
    erasure_news_screen,
    incident_screen,
    retention_screen,
    taken_out_screen,
)
from handlers.school.class_list_screens import asked_screen, left_screen
from handlers.school.document_screens import document_news
from handlers.school.movement_screens import movement_screen, movement_told_screen
from handlers.talk.announced_screens import letter_screen, reminder_screen, status_screen
from handlers.talk.inbox_screens import handover_news, owed_news
from handlers.talk.limits_screens import limit_screen
from handlers.talk.poll_screens import meeting_screen, meetings_screen
from handlers.talk.signature_screens import sign_off_screen
from handlers.talk.thread_screens import talk_screen
from handlers.texts.translator import Texts, texts_in


class ScreenRenderer:
    def render(self, content: Content, language: str, repeat: bool) -> Letter:
        texts = texts_in(language)
        screen = screen_of(content, texts)
        html = f"{texts('message-repeat')}\n\n{screen.text}" if repeat else screen.text
        if not screen.files:
            return Letter(html, screen.keyboard(), svg=screen.svg)
        return Letter(html, screen.keyboard(), screen.files, texts("files-lost", files=len(screen.files)))


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


def _alarm(news: AlarmNews, texts: Texts) -> Screen:
    return attendance.alarm(texts, news.card)


def _alarm_taken(news: AlarmTakenNews, texts: Texts) -> Screen:
    return attendance.alarm_taken(texts, news.card)


def _homework(news: HomeworkNews, texts: Texts) -> Screen:
    return homework.news(texts, news.card, news.pupil, own=news.own, correction=news.correction)


def _lesson(news: LessonNews, texts: Texts) -> Screen:
    """As «Мой урок» shows it; its buttons go on from here."""
    screen = lesson.roll_call(texts, news.page, news.sheet, 0)
    return Screen(f"{texts('bell-rings')}\n{screen.text}", screen.rows)


def _letter(news: AnnouncementNews, texts: Texts) -> Screen:
    if news.reminder:
        return reminder_screen(news.letter, texts, news.poll)
    return letter_screen(news.letter, news.reader, texts, news.poll)


def _status(news: StatusNews, texts: Texts) -> Screen:
    return status_screen(news.state, texts)


def _touched(news: MarkTouchedNews, texts: Texts) -> Screen:
    return requests.touched(texts, news.card)


def _request(news: MarkRequestNews, texts: Texts) -> Screen:
    return requests.question(texts, news.card)


def _request_told(news: MarkRequestTold, texts: Texts) -> Screen:
    return requests.told(texts, news.card)


SCREENS: Mapping[type, Callable[[Any, Texts], Screen]] = {
    AbsenceNews: _absence,
    AbsenceClosed: _closed,
    AnswerNews: _answer,
    AlarmNews: _alarm,
    AlarmTakenNews: _alarm_taken,
    NoteNews: note_news,
    MarkNews: mark_screen,
    DebtNews: debt_screen,
    MarkTouchedNews: _touched,
    ChangedNews: changed_screen,
    MarkRequestNews: _request,
    MarkRequestTold: _request_told,
    MovementNews: movement_screen,
    MovementTold: movement_told_screen,
    ListAsked: asked_screen,
    ListsLeft: left_screen,
    ResultNews: result_screen,
    HomeworkNews: _homework,
    LessonChangeNews: change_screen,
    LessonChangesNews: changes_screen,
    BundleNews: bundle_screen,
    AnnouncementNews: _letter,
    StatusNews: _status,
    DigestNews: digest_screen,
    SignOffNews: sign_off_screen,
    HoldNews: question_screen,
    HoldTold: told_screen,
    LostNews: lost_screen,
    GuessingNews: guessing_screen,
    QuarantineNews: quarantine_screen,
    BackupNews: backup_screen,
    BindingNews: letting_in.binding_screen,
    BindingTold: letting_in.told_screen,
    PhoneNews: letting_in.phone_screen,
    DisownedNews: letting_in.disowned_screen,
    LockedNews: letting_in.locked_screen,
    WithdrawnNews: withdrawn_told,
    ConsentAskedAgain: consent_asked_again,
    DocumentNews: document_news,
    TakenOutNews: taken_out_screen,
    IncidentNews: incident_screen,
    ErasureNews: erasure_news_screen,
    RetentionNews: retention_screen,
    LessonNews: _lesson,
    MeetingNews: meeting_screen,
    MeetingsNews: meetings_screen,
    HandoverNews: handover_news,
    OwedNews: owed_news,
    TalkNews: talk_screen,
    LimitNews: limit_screen,
    VeiledNews: veiled_screen,
    **CONTROL_SCREENS,
}
"""By kind of content; a test compares the keys with `Content`."""
