"""Screens of answering that are no letter."""

from domain.ids import PersonId
from domain.talk.poll_cards import PollCard
from handlers.kit.screen import Button, Screen
from handlers.talk.poll_buttons import OpenPoll
from handlers.talk.poll_rows import number_asked
from handlers.texts.translator import Texts


def ask_number(card: PollCard, ward: PersonId, texts: Texts) -> Screen:
    back = OpenPoll(announcement=card.head.announcement, ward=ward, again=False)
    return Screen(
        "\n".join([number_asked(card.head, texts), texts("poll-ask-number")]), [[Button(texts("back"), back)]]
    )
