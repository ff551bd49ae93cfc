"""Read models of the class-meeting kit."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from domain.ids import CodeId
from domain.roles.class_kit import KitQuestion, Turnout
from handlers.roles import kit_screens as screens
from tests.architecture.screen_samples import BIG, CLASS, FAMILY

TURNOUTS = [Turnout(people, prints) for people in ([], FAMILY[:1], FAMILY[1:2], FAMILY) for prints in (False, True)]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    screens.turnout: {"school_class": [CLASS], "seen": TURNOUTS, "page": [0, 1]},
    screens.waiting: {"school_class": [CLASS], "seen": TURNOUTS, "page": [0, 1]},
    screens.ask: {"school_class": [CLASS], "question": [KitQuestion(n, CodeId(BIG)) for n in (1, 2, 5, 105)]},
}
