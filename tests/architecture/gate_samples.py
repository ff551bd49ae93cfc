"""Read models of the gates before what people write."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from domain.ids import PersonId
from domain.messaging.contents import LimitNews
from domain.talk.gates import AnswersOnly, Held, HoldAsked, TooFast, TooManyBegun, TooManyUrgent
from domain.talk.limiting import MOST_REASON, Guardian, Limit, LimitLine, PupilsGuardians
from handlers.roles.buttons import OpenMenu
from handlers.talk import gate_screens, limits_screens
from tests import school
from tests.architecture.screen_samples import BIG, CLASS, CLASSES, NAME, SEATS, TIME, text

ASKED = [HoldAsked(Held.CODE, n) for n in (1, 2, 30)] + [HoldAsked(Held.NAMES, n, "11А") for n in (5, 6, 40)]
NOT_NOW = [TooFast(n) for n in (1, 2, 10)] + [TooManyBegun(10), AnswersOnly(text(200))]
REASON = text(MOST_REASON)
LIMITS = [
    LimitLine(Limit(PersonId(BIG), NAME, REASON, school.MORNING, NAME, ()), ((NAME, "11А"),) * children)
    for children in (0, 1, 3)
]
GUARDIANS = [
    Guardian(PersonId(BIG), NAME, "mother", limited, staff) for limited in (False, True) for staff in (False, True)
]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    gate_screens.held: {"asked": ASKED, "send": [OpenMenu()], "change": [OpenMenu()]},
    limits_screens.limits: {"lines": [[], LIMITS, LIMITS * 8], "time": [TIME], "page": [0, 1, 99]},
    limits_screens.choose_class: {"classes": [CLASSES]},
    limits_screens.choose_pupil: {"school_class": [CLASS], "seats": [(), SEATS]},
    limits_screens.choose_guardian: {"of": [PupilsGuardians(SEATS[0], CLASS, some) for some in ([], GUARDIANS)]},
    limits_screens.ask_reason: {"guardian": GUARDIANS[:1], "pupil": [PersonId(BIG)], "most": [MOST_REASON]},
    limits_screens.limit_screen: {"news": [LimitNews(None), LimitNews(REASON)]},
    gate_screens.unmarked: {"refused": [TooManyUrgent(5)], "again": [OpenMenu()], "back": [OpenMenu()]},
    gate_screens.not_now: {"refused": NOT_NOW, "again": [OpenMenu()], "back": [OpenMenu()]},
}
