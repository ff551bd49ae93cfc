"""Read models of the diary's signature."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.ids import PersonId
from domain.messaging.contents import SignOffNews
from domain.roles.people import PersonName
from domain.talk.signature_pages import PupilSigned, SignaturePage
from domain.talk.signatures import SchoolWeek, Signature, WeekCounts, WeekOfDiary, WeekSummary
from handlers.talk import signature_screens as screens
from tests import school
from tests.architecture import screen_samples as s

WEEK = SchoolWeek(s.TODAY - s.DAY, s.TODAY - s.DAY, s.TODAY + 3 * s.DAY)
SIGNED = [
    Signature(PersonId(s.BIG), WEEK.monday, PersonId(s.BIG), s.NAME, relation, school.MORNING)
    for relation in (None, "mother", "father", "guardian", "other")
]
COUNTS = [WeekCounts(n, n, n, n) for n in (0, 1, 3, 60)]
SUMMARIES = [
    WeekSummary(PersonId(s.BIG), s.NAME, "11А", first, WEEK, counts, signature)
    for first in (False, True)
    for counts in COUNTS
    for signature in (None, SIGNED[1])
]
WEEKS_OF_DIARY = [
    None,
    WeekOfDiary(PersonId(s.BIG), WEEK, None, True),
    WeekOfDiary(PersonId(s.BIG), WEEK, None, False),
    WeekOfDiary(PersonId(s.BIG), WEEK, SIGNED[0], False),
]
LONG = PersonName("Константинопольская" * 2, "Александра-Виктория")
PUPILS = tuple(PupilSigned(PersonId(n), LONG, SIGNED[n % 5] if n % 2 else None) for n in range(40))
PAGE = SignaturePage(s.CLASS, WEEK, PUPILS, WEEK.monday, WEEK.monday)
PAGES = [
    PAGE,
    replace(PAGE, before=None, after=None, reminded=True),
    replace(PAGE, pupils=tuple(one for one in PUPILS if one.signature)),
    replace(PAGE, pupils=tuple(one for one in PUPILS if not one.signature)),
    SignaturePage(s.CLASS, None),
]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    screens.sign_off_screen: {"news": [SignOffNews(one) for one in SUMMARIES]},
    screens.signed_screen: {"signature": SIGNED, "name": [s.NAME.given, s.text(60)]},
    screens.of_class: {"page": PAGES, "time": [s.TIME]},
    screens.choose_class: {"classes": [s.CLASSES]},
}
