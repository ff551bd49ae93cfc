"""Typed callback data of polls. Each is about the poll that the announcement carries."""

from aiogram.filters.callback_data import CallbackData


class OpenPollBelow(CallbackData, prefix="pqb"):
    """From a digest, which stays as it is."""

    announcement: int


class OpenPoll(CallbackData, prefix="pqo"):
    """`ward` 0: whose answer it is is chosen first; `again`: an answer given is changed."""

    announcement: int
    ward: int
    again: bool


class ChooseOption(CallbackData, prefix="pqc"):
    announcement: int
    ward: int
    option: int


class MarkOptions(CallbackData, prefix="pqm"):
    """Nothing is answered yet. `marks`: of the options, by position, a bit each."""

    announcement: int
    ward: int
    marks: int


class ChooseMarked(CallbackData, prefix="pqs"):
    announcement: int
    ward: int
    marks: int


class TakeSlot(CallbackData, prefix="pqt"):
    announcement: int
    ward: int
    option: int


class GiveSlotBack(CallbackData, prefix="pqg"):
    announcement: int
    ward: int


class GiveNumber(CallbackData, prefix="pqv"):
    announcement: int
    ward: int
    number: int


class AskNumber(CallbackData, prefix="pqn"):
    announcement: int
    ward: int


class ShowResults(CallbackData, prefix="pqr"):
    """`below`: as a new message, for the live line that was tapped goes on counting."""

    announcement: int
    below: bool = False


class ShowAnswers(CallbackData, prefix="pql"):
    """By child or person. `silent`: those who have not answered."""

    announcement: int
    silent: bool
    page: int


class TakeResultsOut(CallbackData, prefix="pqx"):
    announcement: int


class ClosePoll(CallbackData, prefix="pqk"):
    """`closed` false: opens it again."""

    announcement: int
    closed: bool


class RemindPoll(CallbackData, prefix="pqq"):
    announcement: int
