"""Typed callback data of a poll that is composed. `key` names the draft of its announcement."""

from aiogram.filters.callback_data import CallbackData

from domain.talk.polls import Per, PollKind


class ComposePoll(CallbackData, prefix="pka"):
    """The draft's poll; where there is none, of what kind it shall be."""

    key: str


class ChangePollKind(CallbackData, prefix="pkb"):
    key: str


class ChoosePollKind(CallbackData, prefix="pkc"):
    key: str
    kind: PollKind


class AskComing(CallbackData, prefix="pkd"):
    """«Приду / не приду»"""

    key: str


class AnyNumber(CallbackData, prefix="pke"):
    """Without bounds and unit."""

    key: str


class NamePoll(CallbackData, prefix="pkf"):
    key: str
    named: bool


class CountPoll(CallbackData, prefix="pkg"):
    key: str
    per: Per


class AskPollEnd(CallbackData, prefix="pkh"):
    key: str


class EndPoll(CallbackData, prefix="pki"):
    """`at`: yymmddHHMM on the school's clock; '' for no end."""

    key: str
    at: str


class AskPlace(CallbackData, prefix="pkj"):
    """Where the meetings are."""

    key: str


class SlotsOn(CallbackData, prefix="pkl"):
    """`day`: yymmdd"""

    key: str
    day: str


class SlotsFrom(CallbackData, prefix="pkm"):
    """`span`: HHMM"""

    key: str
    day: str
    span: str


class SlotsTill(CallbackData, prefix="pkn"):
    """`span`: HHMM-HHMM"""

    key: str
    day: str
    span: str


class OfferSlots(CallbackData, prefix="pko"):
    """`step`: minutes of each."""

    key: str
    day: str
    span: str
    step: int


class DropPoll(CallbackData, prefix="pkx"):
    key: str
