"""Screens: each draws in both languages whatever it may have to show, and Telegram takes what it drew."""

import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from pydantic import SecretStr

import handlers
from bot.application import _bot
from bot.local_telegram.markup import markup_of
from bot.local_telegram.texts import message_text
from bot.settings import Settings
from domain.attendance.notes import NoteReason
from domain.ids import DeliveryId, NoteId
from domain.journal.courses import Course
from domain.journal.periods import Period
from domain.messaging.contents import (
    DigestNews,
    GuessingNews,
    HoldNews,
    HoldTold,
    LostNews,
    LostPerson,
    MarkNews,
    QuarantineNews,
    ResultNews,
    VeiledNews,
)
from domain.roles.getting_in import ConsentAsked
from domain.roles.people import Role
from domain.talk.audiences import Audience
from handlers.areas import MENU
from handlers.attendance import absences_screens as absences
from handlers.attendance import note_screens as notes
from handlers.attendance import screens as attendance
from handlers.journal import closing_screens as closing
from handlers.journal import day_screens as diary
from handlers.journal import explained_screens as explained
from handlers.journal import forecast_screens as forecast
from handlers.journal import grading_screens as grading
from handlers.journal import homework_screens as homework
from handlers.journal import lesson_line_screens as lesson_line
from handlers.journal import lesson_screens as lesson
from handlers.journal import marks_screens as marks
from handlers.journal import overload_screens as overload
from handlers.journal import pupil_results_screens as pupil_results
from handlers.journal import request_screens as requests
from handlers.journal import results_screens as results
from handlers.journal import subject_screens as subject
from handlers.kit.screen import Screen
from handlers.messaging import bundle_screens as bundle
from handlers.messaging import changed_screens as changed
from handlers.messaging import debt_screens as debts
from handlers.messaging import digest_screens as digest
from handlers.messaging import hold_screens as holds
from handlers.messaging import mark_screens as mark_news
from handlers.messaging import opening_screens as opening
from handlers.messaging import result_screens as result_news
from handlers.messaging import settings_screens as settings
from handlers.roles import screens as roles
from handlers.school import screens as schedule
from handlers.talk import announced_screens as announced
from handlers.talk import announcing_control_screens as control
from handlers.talk import announcing_screens as announcing
from handlers.talk import not_in_screens as calling
from handlers.talk.announcing_preview_screens import as_received
from handlers.texts.translator import LANGUAGES, texts_in
from tests import school
from tests.architecture import absence_samples as a
from tests.architecture import (
    access_samples,
    analysis_samples,
    backup_samples,
    bring_samples,
    calendar_samples,
    change_samples,
    changes_file_samples,
    class_duty_samples,
    consent_samples,
    control_samples,
    document_samples,
    duty_samples,
    gate_samples,
    inbox_samples,
    inspection_samples,
    kit_samples,
    movement_samples,
    overview_samples,
    paper_samples,
    plan_samples,
    poll_samples,
    privacy_samples,
    remark_samples,
    sheet_samples,
    signature_samples,
    talk_samples,
    where_samples,
)
from tests.architecture import announced_samples as sent
from tests.architecture import composing_samples as compose
from tests.architecture import diary_samples as d
from tests.architecture import mark_samples as m
from tests.architecture import screen_samples as s

BOTH = (False, True)
PLACE = {"school_class": [s.CLASS.id], "page": [0]}
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    attendance.absence: {"card": s.CARDS},
    attendance.absence_corrected: {"card": s.CARDS, "before": [None, *s.AWAY]},
    attendance.absence_closed: {"card": s.CARDS},
    attendance.answer_taken: {"card": s.CARDS},
    attendance.answer_told: {"card": [*s.CARDS, *a.ALARMS]},
    attendance.alarm: {"card": a.ALARMS},
    attendance.alarm_answered: {"card": a.ALARMS},
    attendance.alarm_taken: {"card": a.TAKEN},
    notes.choose_child: {"children": [s.SEATS[:3]], "span": [None, *a.SPANS[:2]], "reason": [None, NoteReason.ILL]},
    notes.days: {"seat": s.SEATS[:1], "offered": [[], a.DAYS_AHEAD[:1], a.DAYS_AHEAD], "note": [None, NoteId(s.BIG)]},
    notes.lessons: {"seat": s.SEATS[:1], "day": [s.TODAY], "planned": [[], [s.LESSON] * 8]},
    notes.reasons: {"seat": s.SEATS[:1], "span": a.SPANS},
    notes.other_reasons: {"card": a.CARDS[:2]},
    notes.ask_words: {"name": [s.NAME], "span": a.SPANS, "pupil": [a.BIG]},
    notes.own_note: {"card": a.CARDS},
    notes.note_news: {"news": a.NEWS},
    absences.pupil_absences: {"page": a.PUPIL_PAGES, "pupils": [s.CHILDREN[:1], s.CHILDREN], "announces": BOTH},
    absences.class_days: {"page": a.CLASS_PAGES, "number": [0, 1, 99]},
    absences.class_totals: {"page": a.CLASS_PAGES},
    absences.class_doubts: {"page": a.CLASS_PAGES},
    absences.choose_class: {"classes": [s.CLASSES]},
    absences.no_pupils: {},
    diary.day: {"page": d.PAGES, "children": d.CHILDREN},
    diary.week: {"page": d.WEEKS, "children": d.CHILDREN, "signed": signature_samples.WEEKS_OF_DIARY},
    diary.nobody: {},
    homework.how: {},
    homework.was_set: {"done": [*s.SET, *d.FOR_SOME], "overload": d.TOO_MUCH},
    homework.after_lesson: {"after": d.AFTER, "ref": [s.LESSON.ref], "done": d.NONE_SET},
    homework.cancelled: {},
    homework.ask: {"doubt": s.DOUBTS, "line": [s.BIG]},
    homework.coming: {"page": s.HOMEWORK_PAGES, "pupils": [[], s.CHILDREN[:1], s.CHILDREN]},
    homework.no_pupils: {},
    homework.news: {"card": s.HOMEWORKS, "pupil": [s.NAME], "own": BOTH, "correction": BOTH},
    lesson.roll_call: {"page": s.LESSON_PAGES, "sheet": [*s.SHEETS, *a.PRESET], "number": [0, 1, 7]},
    grading.marks: {
        "page": m.LESSON_PAGES,
        "sheet": s.SHEETS[:2],
        "pad": m.PADS,
        "number": [0, 1],
        "kind": [0, s.KINDS[0].id],
        "opened": [0, s.SEATS[0].pupil],
        "slot": [0, 2],
    },
    grading.debt_days: {
        "page": s.LESSON_PAGES[:3],
        "days": [(), (s.TODAY, s.TODAY + s.DAY)],
        "number": [0],
        "kind": [0, s.KINDS[0].id],
        "pupil": [0, s.SEATS[0].pupil],
        "stands": BOTH,
    },
    grading.mark_page: {"page": m.ONE_MARK, "number": [0, 2], "retake": BOTH},
    grading.mark_history: {"page": m.ONE_MARK[:2], "events": [[], m.EVENTS[:1], m.EVENTS], "number": [0]},
    grading.ask_comment: {"page": m.ONE_MARK[:1], "number": [0]},
    grading.ask_reason: {"page": m.ONE_MARK[:1], "value": [None, "5"], "days": [1, 3, 7]},
    grading.request_sent: {"page": m.ONE_MARK[:1]},
    grading.touch_undone: {"value": ["5"], "taken_back": BOTH},
    requests.question: {"card": m.REQUESTS},
    requests.waiting: {"cards": [[], m.REQUESTS[:1], m.REQUESTS * 5]},
    requests.told: {"card": m.REQUESTS[1:]},
    requests.touched: {"card": m.TOUCHES},
    changed.changed_screen: {"news": m.CHANGES},
    debts.debt_screen: {"news": m.DEBTS},
    lesson.no_lesson: {},
    lesson.other_lessons: {
        "lessons": [[], [s.LESSON] * 8],
        "back": [0, 1, 60],
        "day": ["вторник, 24 ноября"],
        "courses": [(), (Course("11А", s.SUBJECT.name, s.PART.id, s.SUBJECT.id),)],
    },
    **backup_samples.SAMPLES,
    **plan_samples.SAMPLES,
    **remark_samples.SAMPLES,
    **kit_samples.SAMPLES,
    **access_samples.SAMPLES,
    **consent_samples.SAMPLES,
    **document_samples.SAMPLES,
    **class_duty_samples.SAMPLES,
    **duty_samples.SAMPLES,
    **gate_samples.SAMPLES,
    **poll_samples.SAMPLES,
    **inbox_samples.SAMPLES,
    **talk_samples.SAMPLES,
    **privacy_samples.SAMPLES,
    **where_samples.SAMPLES,
    **calendar_samples.SAMPLES,
    **change_samples.SAMPLES,
    **changes_file_samples.SAMPLES,
    **bring_samples.SAMPLES,
    **movement_samples.SAMPLES,
    **signature_samples.SAMPLES,
    **inspection_samples.SAMPLES,
    **overview_samples.SAMPLES,
    **control_samples.SAMPLES,
    **analysis_samples.SAMPLES,
    **sheet_samples.SAMPLES,
    **paper_samples.SAMPLES,
    subject.subject: {"page": d.SUBJECT_PAGES},
    overload.warned: {"screen": [Screen("Урок")], "overload": d.TOO_MUCH},
    marks.marks_by_day: {"page": [*s.MARK_PAGES, d.BUSY], "pupils": [[], s.CHILDREN[:1], s.CHILDREN]},
    marks.term_marks: {
        "page": s.MARK_PAGES,
        "pupils": [[], s.CHILDREN[:1], s.CHILDREN],
        "owed": [[], m.OWED[:1], m.OWED],
    },
    marks.no_pupils: {},
    lesson_line.how: {},
    lesson_line.card: {"card": d.LINE_CARDS, "key": ["ffffffff"]},
    lesson_line.left_question: {"screen": [Screen("Урок")]},
    lesson_line.which: {"found": s.LINE_WHICH, "key": ["ffffffff"]},
    lesson_line.correct: {"line": ["Иванов 5", s.text(4096)], "key": ["ffffffff"]},
    lesson_line.written: {"card": s.LINE_CARDS[1:]},
    results.choose_course: {"courses": [(), s.COURSES], "classes": [(), s.CLASSES], "last_year": [False, True]},
    results.choose_of_last_year: {"courses": [(), s.COURSES], "classes": [(), s.CLASSES]},
    results.courses_of_class: {"courses": [(), s.COURSES]},
    results.sheet: {"sheet": s.RESULT_SHEETS, "number": [0, 9], "opened": [0, s.RESULT_LINES[0].seat.pupil]},
    results.ask_reason: {
        "sheet": s.RESULT_SHEETS[:1],
        "line": s.RESULT_LINES,
        "value": ["5", "незач"],
        "number": [0, s.BIG],
    },
    explained.explanation: {
        "course": s.COURSES[:1],
        "period": list(Period),
        "line": s.RESULT_LINES,
        "rows": [[]],
    },
    pupil_results.pupil_results: {"page": s.PUPIL_RESULTS},
    pupil_results.explained_to_family: {"page": s.EXPLAINED_RESULTS},
    closing.classes: {"states": [(), s.CLASS_STATES]},
    closing.page: {"page": s.CLOSING_PAGES, "time": [s.TIME], "may_close": BOTH},
    closing.ask_reopening: {"page": s.CLOSING_PAGES},
    forecast.subject_forecast: {"page": s.FORECASTS, "kind": [0, 3, s.BIG]},
    forecast.tried_everywhere: {"page": s.TRIED_PAGES},
    forecast.how: {},
    forecast.which_child: {"children": [s.CHILDREN], "tried": [s.TRIED]},
    result_news.result_screen: {
        "news": [
            ResultNews(card, own, again, before)
            for card in s.RESULT_CARDS
            for own in BOTH
            for again in BOTH
            for before in (None, "2")
        ]
    },
    holds.question_screen: {"news": [HoldNews(card) for card in s.HOLDS]},
    holds.told_screen: {"news": [HoldTold(card) for card in s.HOLDS]},
    holds.pupils_screen: {"card": s.HOLDS[:1], "pupils": [[], [s.NAME], [s.NAME] * 65]},
    bundle.bundle_screen: {"news": s.BUNDLES},
    digest.digest_screen: {
        "news": [
            DigestNews(replace(page, week=week), s.NOBODY, own)
            for page in s.PAGES
            for week in (None, *signature_samples.SUMMARIES[:3])
            for own in BOTH
        ]
    },
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
    announcing.choose_screen: {"choices": compose.CHOICES, "lately": [[], compose.LATELY]},
    announcing.classes_screen: {"classes": [[], compose.CLASSES], "picked": [(), (compose.CLASSES[0].id,)]},
    announcing.parallels_screen: {"grades": [(), tuple(range(1, 12))]},
    announcing.groups_screen: {"groups": [(), compose.GROUPS]},
    announcing.audience_screen: {"scope": [one for one in sent.SCOPES if len(one.audiences) > 1]},
    announcing.ask_text_screen: {"scope": sent.SCOPES, "audience": list(Audience)},
    control.control_screen: {"preview": compose.PREVIEWS, "terms": compose.TERMS},
    control.closing_screen: {"preview": compose.PREVIEWS[:2], "today": [s.TODAY]},
    control.moment_screen: {"key": [compose.KEY], "now": [school.MORNING]},
    control.urgent_screen: {"key": [compose.KEY]},
    control.reword_screen: {"draft": compose.DRAFTS},
    control.dropped_screen: {},
    control.taken_back_screen: {"state": compose.TAKEN_BACK},
    control.mine_screen: {"mine": compose.MINES},
    as_received: {"preview": compose.PREVIEWS, "actor": [school.actor(school.DEPUTY)], "now": [school.MORNING]},
    calling.by_class_screen: {"classes": [[], [(one, 1) for one in compose.CLASSES], [(compose.CLASSES[0], 0)]]},
    calling.list_screen: {"found": compose.CALLING, "page": [0, 2, 99], "several": BOTH},
    announced.status_screen: {"state": sent.STATES},
    announced.silent_screen: {
        "state": sent.STATES[:2],
        "people": [[], sent.SILENT[:1], sent.SILENT],
        "number": [0, 3, 99],
        "may_take_out": BOTH,
    },
    announced.correcting_screen: {"state": sent.STATES},
    announced.corrected_screen: {"state": sent.STATES},
    announced.answering_screen: {"letter": sent.LETTERS},
    announced.reminder_screen: {"letter": sent.LETTERS},
    announced.unreached_screen: {"people": [[], s.UNREACHED[:1], s.UNREACHED]},
    announced.letter_screen: {"letter": sent.LETTERS, "reader": [s.NOBODY]},
    settings.settings_screen: {"notifications": s.CHOICES},
    settings.choices_screen: {"notifications": s.CHILDRENS, "pupil": [s.BIG]},
    settings.quiet_screen: {"notifications": s.CHOICES},
    opening.veiled_screen: {"news": [VeiledNews(DeliveryId(s.BIG), urgent) for urgent in BOTH]},
    opening.nothing_left_screen: {},
    settings.hours_screen: {"notifications": s.CHOICES},
    roles.welcome: {},
    roles.consent: {"asked": [ConsentAsked("", 1), ConsentAsked(s.CODE.code, 2, s.text(3500))]},
    roles.declined: {},
    roles.menu: {"actor": s.ACTORS, "items": [MENU], "greeting": [None]},
    roles.more: {"actor": s.ACTORS, "items": [MENU]},
    roles.help_page: {"actor": s.ACTORS},
    roles.me: {"actor": s.ACTORS, "accounts": [s.ACCOUNTS[:n] for n in range(4)], "time": [s.TIME]},
    roles.leave_question: {"account": [None, s.ACCOUNTS[0].account]},
    roles.left: {},
    roles.choose_class: {"classes": [s.CLASSES]},
    roles.one_person: {"rows_of": access_samples.ROWS, **PLACE, "time": [s.TIME], "restricts": BOTH},
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
