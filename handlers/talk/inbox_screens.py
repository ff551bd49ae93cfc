"""`/inbox`: what waits on top, then threads a line each; what announcements ask; the morning's word of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.clock import SchoolTime
from domain.messaging.inbox_news import HandoverNews, OwedNews
from domain.talk.inbox import Asking, Heading, InboxLine, InboxPage
from domain.talk.threads import Side
from handlers.kit.screen import Button, Screen, in_rows
from handlers.messaging.way_back import to_menu
from handlers.school.document_buttons import OpenDocuments
from handlers.talk.announced_buttons import OpenAnnouncement
from handlers.talk.handover_screens import full_date, when
from handlers.talk.inbox_buttons import EVERYTHING, OpenInbox, SettleInInbox, ShowAsking, TurnInbox
from handlers.talk.inbox_words import about, desk_name, first_words, short, speaker_name
from handlers.talk.thread_buttons import OpenWriting, ShowThread
from handlers.texts.translator import Markup, Texts

MOST_NAMES = 2
"""Of those with whom one talks, on a line."""
LABEL = 48
SHOWN = 8
"""Announcements listed as asking; the rest is counted."""


def inbox(texts: Texts, page: InboxPage, time: SchoolTime) -> Screen:
    lines = [_line(texts, one, number, time) for number, one in enumerate(page.lines, 1)]
    parts = [*_waits(texts, page), *(lines or [texts("inbox-none")])]
    heading = texts("inbox-heading", unread=page.counted.unread)
    opens = [
        Button(f"{'● ' if one.unread else ''}{number}", ShowThread(thread=one.thread.id, before=0))
        for number, one in enumerate(page.lines, 1)
    ]
    settles = [
        [Button(texts("inbox-settle", number=number), _settle(page, one))]
        for number, one in enumerate(page.lines, 1)
        if one.owed
    ]
    rows = [*in_rows(opens, 4), *settles, _around(page), *_headings(texts, page), *_elsewhere(texts, page)]
    write = Button(texts("menu-write"), OpenWriting())
    return Screen("\n\n".join([heading, *parts]), [*rows, [write, to_menu(texts)]])


def asking(texts: Texts, listed: Sequence[Asking]) -> Screen:
    buttons = [
        [
            Button(
                short(" ".join(one.words.split()) or texts("inbox-no-words"), LABEL),
                OpenAnnouncement(announcement=one.id),
            )
        ]
        for one in listed[:SHOWN]
    ]
    text = texts("inbox-asking-heading", count=len(listed)) if listed else texts("inbox-asking-none")
    return Screen(text, [*buttons, [_back(texts)]])


def owed_news(news: OwedNews, texts: Texts) -> Screen:
    return Screen(texts("inbox-owed-news", threads=news.threads), [[Button(texts("inbox-open"), OpenInbox())]])


def handover_news(news: HandoverNews, texts: Texts) -> Screen:
    one = news.handover
    key = f"handover-told-{'giver' if news.gives else 'taker'}{'-end' if one.over else ''}"
    said = {"taker": one.taker.name.full} if news.gives else {"giver": one.giver.name.full}
    if not one.over:
        said["when"] = when(texts, one.first, one.last)
    if not one.over and not news.gives:
        said["history"] = full_date(texts, one.history_from)
    return Screen(texts(key, **said), [[Button(texts("inbox-open"), OpenInbox())]])


def short_moment(texts: Texts, time: SchoolTime, instant: datetime) -> Markup:
    """«18:20», «вчера, 18:20», «вт 24.11»"""
    local, today = time.local(instant), time.today()
    if local.date() == today:
        return texts("inbox-plain", text=texts.time(local))
    if local.date() == today - timedelta(days=1):
        return texts("inbox-yesterday", at=texts.time(local))
    return texts("inbox-plain", text=texts.short_day(local.date()))


def _waits(texts: Texts, page: InboxPage) -> list[Markup]:
    """What waits for the reader, in one paragraph."""
    counted = (("owed", page.owed), ("asking", page.asking), ("documents", page.documents))
    lines = [texts(f"inbox-{what}", count=count) for what, count in counted if count]
    return [Markup("\n".join(lines))] if lines else []


def _line(texts: Texts, one: InboxLine, number: int, time: SchoolTime) -> Markup:
    key = "inbox-line-unread" if one.unread else "inbox-line"
    spoken = one.card.spoken
    what = about(texts, one.card.head, own=one.thread.standing.side is Side.FAMILY)
    words = first_words(texts, spoken)
    by = texts("inbox-by-you") if one.own else _by(texts, one)
    return texts(
        key,
        number=f"{number}. {'⏳ ' if one.owed else ''}{'🔴 ' if spoken.urgent else ''}",
        who=_who(texts, one),
        about=what,
        known=bool(what),
        said=Markup(f"{by}{words}"),
        at=short_moment(texts, time, spoken.written_at),
    )


def _who(texts: Texts, one: InboxLine) -> Markup:
    """Whom one talks with; a desk by its name; a colleague who stands in by the last word."""
    if one.others:
        names = Markup(", ".join(speaker_name(texts, other) for other in one.others[:MOST_NAMES]))
        more = len(one.others) - MOST_NAMES
        return texts("inbox-who-more", names=names, more=more) if more > 0 else names
    if one.card.head.desk is not None:
        return desk_name(texts, one.card.head.desk)
    return speaker_name(texts, one.card.spoken.speaker)


def _by(texts: Texts, one: InboxLine) -> Markup:
    """The author of the last word, where it is not the one whose name stands above."""
    speaker = one.card.spoken.speaker
    if len(one.others) == 1 and one.others[0].person == speaker.person:
        return Markup("")
    return texts("inbox-by", name=speaker.name.short)


def _settle(page: InboxPage, one: InboxLine) -> SettleInInbox:
    return SettleInInbox(heading=page.heading or EVERYTHING, page=page.number, thread=one.thread.id)


def _around(page: InboxPage) -> list[Button]:
    if page.pages == 1:
        return []
    here = Button(f"{page.number + 1} / {page.pages}", _turn(page.heading, page.number))
    around = {
        number: Button(label, _turn(page.heading, number))
        for label, number in (("‹", page.number - 1), ("›", page.number + 1))
        if 0 <= number < page.pages
    }
    return [one for one in (around.get(page.number - 1), here, around.get(page.number + 1)) if one is not None]


def _headings(texts: Texts, page: InboxPage) -> list[list[Button]]:
    """Each with its unread ones; where there is but one heading, none."""
    if len(page.counts) < 2:
        return []
    every = [(None, page.counted), *page.counts.items()]
    buttons = [
        Button(
            texts("inbox-of", here=heading is page.heading, heading=heading or "all", unread=count.unread),
            _turn(heading, 0),
        )
        for heading, count in every
    ]
    return in_rows(buttons, 2)


def _elsewhere(texts: Texts, page: InboxPage) -> list[list[Button]]:
    asking = [Button(texts("inbox-show-asking", count=page.asking), ShowAsking())] if page.asking else []
    documents = [Button(texts("inbox-show-documents", count=page.documents), OpenDocuments(page=0))]
    return [asking, documents if page.documents else []]


def _turn(heading: Heading | None, number: int) -> TurnInbox:
    return TurnInbox(heading=heading or EVERYTHING, page=number)


def _back(texts: Texts) -> Button:
    return Button(texts("inbox-back"), OpenInbox())
