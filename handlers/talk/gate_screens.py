"""A text that waits for an answer of its own writer, and one that may go a little later; both are kept by the form."""

from aiogram.filters.callback_data import CallbackData

from domain.talk.gates import AnswersOnly, HoldAsked, TooFast, TooManyBegun, TooManyUrgent
from handlers.kit.screen import Button, Screen, Style
from handlers.texts.translator import Markup, Texts

NotNow = TooFast | TooManyBegun | AnswersOnly


def held(texts: Texts, asked: HoldAsked, send: CallbackData, change: CallbackData) -> Screen:
    """`send`: the same act with `held_is_fine`; `change`: back to where the text is written."""
    sends = Button(texts("gates-send-anyway"), send, style=Style.DANGER)
    return Screen(said(texts, asked), [[sends], [Button(texts("gates-change"), change)]])


def not_now(texts: Texts, refused: NotNow, again: CallbackData, back: CallbackData) -> Screen:
    """`again`: the same act once more with the text that was kept; `back`: away from it."""
    return Screen(
        "\n".join([said(texts, refused), texts("gates-kept")]),
        [[Button(texts("gates-again"), again)], [Button(texts("back"), back)]],
    )


def unmarked(texts: Texts, refused: TooManyUrgent, again: CallbackData, back: CallbackData) -> Screen:
    """`again`: the same act without the mark."""
    return Screen(
        "\n".join([said(texts, refused), texts("gates-kept")]),
        [[Button(texts("gates-without-mark"), again)], [Button(texts("back"), back)]],
    )


def said(texts: Texts, refused: NotNow | TooManyUrgent | HoldAsked) -> Markup:
    """As it is refused where no form keeps the text."""
    return texts(refused.key, **refused.about)
