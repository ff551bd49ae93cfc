"""Changes of old marks: the question to the deputy, the list of what waits, what who asked is told; touched marks."""

from collections.abc import Sequence

from domain.journal.mark_pages import TouchCard
from domain.journal.mark_requests import MarkRequestCard, RequestState
from handlers.journal.grading_buttons import DecideRequest, OpenMark, ShowRequest, ShowRequests, UndoTouch
from handlers.kit.screen import Button, Screen, Style
from handlers.messaging.way_back import menu_below, to_menu
from handlers.texts.translator import Markup, Texts

LISTED = 20
"""Requests on one screen, the oldest: the rest follows when these are decided."""


def question(texts: Texts, card: MarkRequestCard) -> Screen:
    """Who asks for what and why; once decided, how and by whom, without buttons."""
    text = f"{_what(texts, card)}\n{_decided(texts, card)}" if card.decided_by else _what(texts, card)
    if card.state is not RequestState.OPEN:
        return Screen(text, [[Button(texts("marks-requests-more"), ShowRequests())], [menu_below(texts)]])
    decide = [
        Button(texts("marks-accept"), DecideRequest(request=card.request, accept=True), style=Style.SUCCESS),
        Button(texts("marks-decline"), DecideRequest(request=card.request, accept=False), style=Style.DANGER),
    ]
    return Screen(text, [decide, [menu_below(texts)]])


def waiting(texts: Texts, cards: Sequence[MarkRequestCard]) -> Screen:
    """All that waits for a decision, the oldest first."""
    rows = [[Button(_line(card), ShowRequest(request=card.request))] for card in cards[:LISTED]]
    return Screen(texts("marks-requests", n=len(cards)), [*rows, [to_menu(texts)]])


def told(texts: Texts, card: MarkRequestCard) -> Screen:
    """To who asked."""
    open_mark = Button(texts("marks-open"), OpenMark(mark=card.mark, page=0, retake=False))
    return Screen(f"{_what(texts, card)}\n{_decided(texts, card)}", [[open_mark], [menu_below(texts)]])


def touched(texts: Texts, card: TouchCard) -> Screen:
    """To whose mark another has changed; undone by one tap while nothing has changed since."""
    text = texts(
        "marks-touched",
        name=card.pupil_name.listed,
        subject=card.subject,
        work=card.kind,
        before=card.before or "none",
        after=card.after or "none",
        by=card.by.full,
    )
    if card.decided or not card.standing:
        return Screen(text)
    return Screen(text, [[Button(texts("marks-touch-undo"), UndoTouch(mark=card.mark, version=card.version))]])


def _what(texts: Texts, card: MarkRequestCard) -> Markup:
    return texts(
        "marks-request",
        by=card.asked_by_name.full,
        name=card.pupil_name.listed,
        class_name=card.class_name or "—",
        subject=card.subject,
        work=card.kind,
        day=texts.short_day(card.day),
        now=card.now or "none",
        value=card.value or "none",
        why=card.reason,
        state=card.state,
    )


def _decided(texts: Texts, card: MarkRequestCard) -> Markup:
    by = card.decided_by.full if card.decided_by else ""
    return texts(f"marks-request-{card.state}", by=by)


def _line(card: MarkRequestCard) -> str:
    return f"{card.class_name} {card.pupil_name.listed} · {card.now or '—'} → {card.value or '✕'}"
