"""Held messages: the question to who decides, and what their cause is told."""

from collections.abc import Sequence

from domain.messaging.contents import HoldNews, HoldTold
from domain.messaging.holds import HoldCard, HoldState
from domain.messaging.kinds import Kind
from domain.roles.people import PersonName
from handlers.kit.screen import Button, Screen, Style
from handlers.messaging.hold_buttons import DecideHold, ShowHold
from handlers.messaging.way_back import menu_below
from handlers.talk.announced_screens import quoted
from handlers.talk.scope_words import audience_words
from handlers.texts.translator import Markup, Texts

LISTED = 60
"""Names shown; the rest is counted."""


def question_screen(news: HoldNews, texts: Texts) -> Screen:
    """What is held and how many messages; once decided, how and by whom, without buttons."""
    card = news.card
    text = f"{_what(card, texts)}\n{_ask(card, texts)}"
    if card.text is not None:
        text = f"{text}\n\n{quoted(card.text, texts)}"
    if card.state is not HoldState.OPEN or not card.messages:
        return Screen(text, [[menu_below(texts)]])
    show = [Button(texts("hold-show"), ShowHold(hold=card.id, pupils=True))] if card.kind is Kind.ABSENCE else []
    return Screen(text, [_decide(card, texts), show])


def pupils_screen(card: HoldCard, pupils: Sequence[PersonName], texts: Texts) -> Screen:
    """Whom the held messages are about."""
    lines = [texts("announcement-text", text=name.listed) for name in pupils[:LISTED]]
    if len(pupils) > LISTED:
        lines.append(texts("announce-more", n=len(pupils) - LISTED))
    text = "\n".join([_what(card, texts), *lines, "", _ask(card, texts)])
    decide = _decide(card, texts) if card.state is HoldState.OPEN and card.messages else []
    return Screen(text, [decide, [Button(texts("back"), ShowHold(hold=card.id, pupils=False))]])


def told_screen(news: HoldTold, texts: Texts) -> Screen:
    """To who noted the absences or wrote the announcement."""
    card = news.card
    by = card.decided_by.full if card.decided_by else ""
    if card.kind is Kind.ANNOUNCEMENT:
        text = texts(f"hold-told-announcement-{card.state}", by=by)
    else:
        text = texts(f"hold-told-absences-{card.state}", by=by)
    return Screen(f"{_what(card, texts)}\n{text}")


def _what(card: HoldCard, texts: Texts) -> Markup:
    if card.kind is Kind.ANNOUNCEMENT:
        sender = card.sender.full if card.sender else ""
        meant = audience_words(card.scope, card.audience, texts) if card.scope and card.audience else ""
        return texts("hold-announcement", audience=meant, sender=sender)
    if card.class_name is None:
        return texts("hold-school", away=card.away, size=card.size)
    return texts("hold-class", class_name=card.class_name, away=card.away, size=card.size)


def _ask(card: HoldCard, texts: Texts) -> Markup:
    if card.state is not HoldState.OPEN:
        by = card.decided_by.full if card.decided_by else ""
        return texts(f"hold-became-{card.state}", n=card.messages, by=by)
    if not card.messages:
        return texts("hold-nothing-left")
    ask = texts("hold-ask", n=card.messages)
    return Markup(f"{ask}\n{texts('hold-goes-at', at=texts.time(card.send_at.time()))}") if card.send_at else ask


def _decide(card: HoldCard, texts: Texts) -> list[Button]:
    return [
        Button(texts("hold-send"), DecideHold(hold=card.id, send=True), style=Style.SUCCESS),
        Button(texts("hold-drop"), DecideHold(hold=card.id, send=False), style=Style.DANGER),
    ]
