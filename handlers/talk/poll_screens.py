"""Screens of polls that are no letter: a number is asked for, meetings of today."""

from domain.ids import PersonId
from domain.messaging.contents import MeetingNews, MeetingsNews
from domain.talk.poll_cards import PollCard
from handlers.kit.screen import Button, Screen
from handlers.talk.poll_buttons import OpenPoll, ShowResults
from handlers.talk.poll_rows import number_asked, slot_label
from handlers.texts.translator import Texts


def ask_number(card: PollCard, ward: PersonId, texts: Texts) -> Screen:
    back = OpenPoll(announcement=card.head.announcement, ward=ward, again=False)
    return Screen(
        "\n".join([number_asked(card.head, texts), texts("poll-ask-number")]), [[Button(texts("back"), back)]]
    )


def meeting_screen(news: MeetingNews, texts: Texts) -> Screen:
    """On the morning of the day."""
    card, start = news.card, news.card.slot.starts_at
    at = texts.time(start) if start is not None else ""
    place = f", {card.slot.place}" if card.slot.place else ""
    text = texts("poll-meeting", time=at, place=place, sender=card.sender.full, name=card.ward.name.listed)
    look = OpenPoll(announcement=card.head.announcement, ward=card.ward.id, again=False)
    return Screen(text, [[Button(texts("poll-meeting-change"), look)]])


def meetings_screen(news: MeetingsNews, texts: Texts) -> Screen:
    lines = [
        texts("poll-results-slot", slot=slot_label(one.slot, one.head, texts), name=one.ward.name.listed, by="")
        for one in news.cards
    ]
    look = Button(texts("poll-results-button"), ShowResults(announcement=news.announcement, below=True))
    return Screen("\n".join([texts("poll-meetings", n=len(lines)), *lines]), [[look]])
