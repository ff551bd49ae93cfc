"""Read models of consents."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.ids import PersonId
from domain.roles.consent import MOST_TEXT, ConsentText, GivenAnswer, GuardianConsent
from domain.roles.consents import ClassConsents, ConsentPreview, OwnConsent
from domain.roles.getting_in import ConsentAsked
from handlers.roles import consent_screens as screens
from handlers.roles import screens as roles
from handlers.roles.buttons import Consent
from tests import school
from tests.architecture.screen_samples import BIG, CLASS, CLASSES, CODE, NAME, TIME, text

SIGNED = GivenAnswer(1, True, school.MORNING, NAME.full)
ANSWERS = [
    None,
    GivenAnswer(1, True, school.STARTED),
    SIGNED,
    replace(SIGNED, version=2),
    replace(SIGNED, version=2, full_name=None, recorded_by=NAME),
    replace(SIGNED, accepted=False, full_name=None),
]
GUARDIANS = tuple(
    GuardianConsent(PersonId(BIG - n), NAME, (NAME,) * (1 + n % 2), ANSWERS[n % len(ANSWERS)]) for n in range(60)
)
LISTED = [
    ClassConsents(CLASS.id, 2, GUARDIANS[:n], records) for n in (0, 1, len(GUARDIANS)) for records in (False, True)
]
WORDED = [ConsentAsked("", 1), ConsentAsked("", 2, text(MOST_TEXT))]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    roles.ask_name: {"agrees": [Consent(version=1, yes=True), Consent(version=2, yes=True, code=CODE.code)]},
    roles.code_again: {},
    screens.declined_inside: {},
    screens.own: {
        "own": [OwnConsent(ConsentText(2, words), answer) for words in (None, text(MOST_TEXT)) for answer in ANSWERS],
        "time": [TIME],
    },
    screens.withdraw_question: {},
    screens.withdrawn: {},
    screens.choose_class: {"classes": [[], CLASSES], "publishes": [False, True]},
    screens.class_page: {
        "listed": LISTED,
        "name": ["11А"],
        "number": [0, 1, 99],
        "alone": [False, True],
        "time": [TIME],
    },
    screens.one: {"listed": LISTED[:2], "one": GUARDIANS[: len(ANSWERS)], "page": [0], "time": [TIME]},
    screens.ask_day: {"school_class": [BIG], "page": [0], "person": [BIG]},
    screens.standing_text: {"asked": WORDED},
    screens.ask_text: {},
    screens.preview_text: {
        "preview": [ConsentPreview(2, words, count) for words in ("Текст", text(MOST_TEXT)) for count in (0, 1, 2, 5)],
        "key": ["ffffffff"],
    },
    screens.published_text: {"version": [2]},
}
