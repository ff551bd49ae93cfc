"""Screens: each draws in both languages whatever it may have to show, and Telegram takes what it drew."""

import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import pytest
from pydantic import SecretStr

import handlers
from bot.application import _bot
from bot.local_telegram.markup import markup_of
from bot.local_telegram.texts import message_text
from bot.settings import Settings
from domain.ids import DeliveryId
from domain.messaging.announcements import Audience
from domain.messaging.contents import (
    DigestNews,
    GuessingNews,
    HoldNews,
    HoldTold,
    LostNews,
    LostPerson,
    MarkNews,
    QuarantineNews,
    VeiledNews,
)
from domain.roles.getting_in import ConsentAsked
from domain.roles.people import Role
from handlers.areas import MENU
from handlers.attendance import screens as attendance
from handlers.journal import homework_screens as homework
from handlers.journal import lesson_screens as lesson
from handlers.journal import marks_screens as marks
from handlers.kit.screen import Screen
from handlers.messaging import bundle_screens as bundle
from handlers.messaging import digest_screens as digest
from handlers.messaging import hold_screens as holds
from handlers.messaging import mark_screens as mark_news
from handlers.messaging import opening_screens as opening
from handlers.messaging import screens as announcing
from handlers.messaging import settings_screens as settings
from handlers.roles import screens as roles
from handlers.school import screens as schedule
from handlers.texts.translator import LANGUAGES, texts_in
from tests.architecture import screen_samples as s

BOTH = (False, True)
PLACE = {"school_class": [s.CLASS.id], "page": [0]}
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    attendance.absence: {"card": s.CARDS},
    attendance.absence_corrected: {"card": s.CARDS, "before": [None, *s.AWAY]},
    attendance.absence_closed: {"card": s.CARDS},
    attendance.answer_taken: {"card": s.CARDS},
    attendance.answer_told: {"card": s.CARDS},
    homework.how: {},
    homework.was_set: {"done": s.SET},
    homework.cancelled: {},
    homework.ask: {"doubt": s.DOUBTS, "line": [s.BIG]},
    homework.coming: {"page": s.HOMEWORK_PAGES, "pupils": [[], s.CHILDREN[:1], s.CHILDREN]},
    homework.no_pupils: {},
    homework.news: {"card": s.HOMEWORKS, "pupil": [s.NAME], "own": BOTH, "correction": BOTH},
    lesson.roll_call: {"page": s.LESSON_PAGES, "sheet": s.SHEETS, "number": [0, 1, 7]},
    lesson.marks: {
        "page": s.LESSON_PAGES,
        "sheet": s.SHEETS,
        "number": [0, 1],
        "kind": [0, s.KINDS[0].id],
        "opened": [0, s.SEATS[0].pupil],
    },
    lesson.no_lesson: {},
    lesson.other_lessons: {"lessons": [[], [s.LESSON] * 8], "back": [0, 1, 60], "day": ["вторник, 24 ноября"]},
    lesson.ask_topic: {"lesson": [s.LESSON]},
    marks.term_marks: {"page": s.MARK_PAGES, "pupils": [[], s.CHILDREN[:1], s.CHILDREN]},
    marks.no_pupils: {},
    holds.question_screen: {"news": [HoldNews(card) for card in s.HOLDS]},
    holds.told_screen: {"news": [HoldTold(card) for card in s.HOLDS]},
    holds.pupils_screen: {"card": s.HOLDS[:1], "pupils": [[], [s.NAME], [s.NAME] * 65]},
    bundle.bundle_screen: {"news": s.BUNDLES},
    digest.digest_screen: {"news": [DigestNews(page, s.NOBODY, own) for page in s.PAGES for own in BOTH]},
    digest.lost_screen: {"news": [LostNews(LostPerson(s.NAME, (s.NAME,) * n)) for n in range(4)]},
    digest.guessing_screen: {"news": [GuessingNews(n) for n in (1, 3, 60)]},
    digest.quarantine_screen: {"news": [QuarantineNews(n) for n in (1, 3, 60)]},
    mark_news.mark_screen: {
        "news": [
            MarkNews(card, own, again, before)
            for card in s.MARKS
            for own in BOTH
            for again in BOTH
            for before in (None, "2")
        ]
    },
    announcing.classes_screen: {"classes": [[], s.CLASSES]},
    announcing.audience_screen: {"school_class": [s.CLASS]},
    announcing.ask_text_screen: {"school_class": [s.CLASS], "audience": list(Audience)},
    announcing.preview_screen: {"preview": s.PREVIEWS, "key": ["ffffffff"]},
    announcing.status_screen: {"state": s.STATES},
    announcing.unreached_screen: {"people": [[], s.UNREACHED[:1], s.UNREACHED]},
    announcing.dropped_screen: {},
    announcing.letter_screen: {"letter": [s.LETTER], "reader": [s.NOBODY]},
    settings.settings_screen: {"notifications": s.CHOICES},
    settings.choices_screen: {"notifications": s.CHILDRENS, "pupil": [s.BIG]},
    settings.quiet_screen: {"notifications": s.CHOICES},
    opening.veiled_screen: {"news": [VeiledNews(DeliveryId(s.BIG), urgent) for urgent in BOTH]},
    opening.nothing_left_screen: {},
    settings.hours_screen: {"notifications": s.CHOICES},
    roles.welcome: {},
    roles.consent: {"asked": [None, ConsentAsked(s.CODE.code, 1)]},
    roles.declined: {},
    roles.menu: {"actor": s.ACTORS, "items": [MENU], "greeting": [None]},
    roles.help_page: {"actor": s.ACTORS},
    roles.me: {"actor": s.ACTORS, "accounts": [s.ACCOUNTS[:n] for n in range(4)], "time": [s.TIME]},
    roles.leave_question: {"account": [None, s.ACCOUNTS[0].account]},
    roles.left: {},
    roles.choose_class: {"classes": [s.CLASSES]},
    roles.class_access: {"school_class": [s.CLASS], "families": [[], s.FAMILY[:1], s.FAMILY], "page": [0, 1]},
    roles.one_person: {"one": s.FAMILY[:8], **PLACE, "time": [s.TIME]},
    roles.issued: {"one": [s.CODE], "bot": [s.BOT], **PLACE, "time": [s.TIME]},
    roles.revoke_question: {"one": s.FAMILY[:2], **PLACE},
    schedule.days: {"pages": s.DAYS, "today": [s.TODAY - s.DAY, s.TODAY, s.TODAY + 400 * s.DAY], "staff": BOTH},
    schedule.choose_class: {"classes": [s.CLASSES], "day": [s.TODAY], "today": [s.TODAY]},
}
NAMES = [f"{screen.__module__}.{screen.__name__}" for screen in SAMPLES]


def _screens_of_code() -> Iterator[Callable[..., Any]]:
    """Public functions that return a screen, or several, in the modules that draw."""
    for found in pkgutil.walk_packages(handlers.__path__, "handlers."):
        if not found.name.endswith("screens"):
            continue
        module = importlib.import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            draws = inspect.signature(function).return_annotation in (Screen, list[Screen])
            if draws and function.__module__ == found.name and not name.startswith("_"):
                yield function


def _drawn(draw: Callable[..., Any], language: str) -> Iterator[Screen]:
    samples = SAMPLES[draw]
    for values in product(*samples.values()):
        drawn = draw(texts=texts_in(language), **dict(zip(samples, values, strict=True)))
        yield from drawn if isinstance(drawn, list) else [drawn]


def test_every_screen_has_samples() -> None:
    assert set(_screens_of_code()) == set(SAMPLES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("draw", SAMPLES, ids=NAMES)
def test_telegram_takes_the_screen(draw: Callable[..., Any], language: str) -> None:
    """HTML that parses, at most 4096 characters; at most 100 buttons, 8 in a row, 64 bytes behind each, 10 kB."""
    for screen in _drawn(draw, language):
        plain, _ = message_text(screen.text, "HTML", None)
        assert plain.strip()
        keyboard = screen.keyboard()
        if keyboard is not None:
            markup_of(json.dumps(keyboard, ensure_ascii=False))


@pytest.mark.parametrize("draw", SAMPLES, ids=NAMES)
def test_no_screen_shows_a_key_or_the_inside_of_the_program(draw: Callable[..., Any]) -> None:
    for screen in _drawn(draw, "ru"):
        shown = " ".join([screen.text, *(button.label for row in screen.rows for button in row)])
        for trace in ("None", "True", "False", "{ $", "Presence.", "???", "()", "  ·"):
            assert trace not in shown


def test_keyboards_leave_the_bot_as_they_are_measured_here() -> None:
    assert _bot(Settings(bot_token=SecretStr("42:SCREENS-token"))).session.json_dumps("Ёж") == '"Ёж"'


def test_every_role_has_a_menu_and_help_in_both_languages() -> None:
    assert {role for actor in s.ACTORS for role in actor.roles} == set(Role)
