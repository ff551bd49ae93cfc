"""What is tapped about accounts that wait to be confirmed, and about new phones."""

from aiogram.filters.callback_data import CallbackData


class LetIn(CallbackData, prefix="ali"):
    """`yes` False: nobody whom the class teacher knows; the account is shut out."""

    account: int
    yes: bool


class WhoWaits(CallbackData, prefix="alw"):
    """The guardians of a class who wait to be confirmed."""

    school_class: int


class WaitingOne(CallbackData, prefix="alo"):
    account: int


class NotUs(CallbackData, prefix="aln"):
    """Closes that account at once."""

    account: int


class ComeIn(CallbackData, prefix="alc"):
    """Whoever waited looks whether they are in: the menu, with their commands."""
