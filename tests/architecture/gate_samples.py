"""Read models of the gates before what people write."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from domain.talk.gates import AnswersOnly, Held, HoldAsked, TooFast, TooManyBegun, TooManyUrgent
from handlers.roles.buttons import OpenMenu
from handlers.talk import gate_screens
from tests.architecture.screen_samples import text

ASKED = [HoldAsked(Held.CODE, n) for n in (1, 2, 30)] + [HoldAsked(Held.NAMES, n, "11А") for n in (5, 6, 40)]
NOT_NOW = [TooFast(n) for n in (1, 2, 10)] + [TooManyBegun(10), TooManyUrgent(5), AnswersOnly(text(200))]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    gate_screens.held: {"asked": ASKED, "send": [OpenMenu()], "change": [OpenMenu()]},
    gate_screens.not_now: {"refused": NOT_NOW, "again": [OpenMenu()], "back": [OpenMenu()]},
}
