"""The PIN of staff: the pad, and what comes after it."""

from domain.roles.pins import PinState
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.messaging.way_back import to_menu
from handlers.roles.pin_buttons import PinDone, PinErase, PinGiveUp, PinGoOn, PinKey
from handlers.roles.pin_pad import Pad
from handlers.roles.staff_buttons import StaffOne
from handlers.texts.translator import Markup, Texts

ORDER = (1, 2, 3, 4, 5, 6, 7, 8, 9)


def pad(texts: Texts, state: PinState, typed: Pad, said: Markup | None = None) -> Screen:
    """`said`: what came of the last try. The digits are not shown, only how many there are."""
    back = [Button(texts("to-menu"), PinGiveUp())]
    if state is PinState.LOCKED:
        return Screen(texts("access-pin-locked"), [back])
    key = "access-pin-ask" if state is PinState.SET else "access-pin-repeat" if typed.first else "access-pin-new"
    lines = [*([said, ""] if said else []), texts(key), "", "● " * len(typed.typed) or "○"]
    digits = in_rows([_key(typed, digit) for digit in ORDER], 3)
    last = [Button("⌫", PinErase()), _key(typed, 0), Button("✅", PinDone(), style=Style.SUCCESS)]
    return Screen("\n".join(lines), [*digits, last, back])


def pin_taken(texts: Texts, act: bool) -> Screen:
    """`act`: something waits to be done."""
    go_on = [Button(texts("access-pin-go-on"), PinGoOn(), style=Style.PRIMARY)] if act else []
    return Screen(texts("access-pin-taken"), [go_on, [to_menu(texts)]])


def _key(typed: Pad, digit: int) -> Button:
    return Button(str(digit), PinKey(place=typed.places.index(digit)))


def pin_reset(texts: Texts, back: StaffOne) -> Screen:
    return Screen(texts("access-pin-was-reset"), [[Button(texts("back"), back)], [to_menu(texts)]])
