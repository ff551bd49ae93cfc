"""Documents as everyone sees them: the list, one of them, its earlier versions, and the message that tells of it."""

from collections.abc import Sequence
from datetime import date

from domain.messaging.contents import DocumentNews
from domain.roles.people import Role
from domain.school.documents import Document, DocumentPage
from domain.school.roster import SchoolClass
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.school.document_buttons import (
    BringDocument,
    ConfirmDocument,
    OpenDocument,
    OpenDocuments,
    PackDocuments,
    SendDocument,
    ShowClassReading,
    ShowEarlier,
    ShowWhoRead,
    WithdrawDocument,
)
from handlers.texts.translator import Markup, Texts

MOST = 8
"""Documents on a page."""
MOST_LABEL = 48
"""Characters of a title on a button."""


def listed(texts: Texts, documents: Sequence[Document], roles: frozenset[Role], edits: bool, number: int) -> Screen:
    """What waits for «ознакомлен(а)» stands first, with a sign of its own."""
    pages = max(1, -(-len(documents) // MOST))
    number = min(max(number, 0), pages - 1)
    shown = documents[number * MOST : (number + 1) * MOST]
    waiting = sum(1 for one in documents if one.asks(roles))
    signs = {one.id: "✍️" if one.asks(roles) else "📄" for one in shown}
    lines = [f"{signs[one.id]} {line(texts, one)}" for one in shown]
    heading = texts("documents-heading", waiting=waiting) if documents else texts("documents-none")
    buttons = [[Button(f"{signs[one.id]} {_short(one.title)}", OpenDocument(document=one.id))] for one in shown]
    turns = [
        Button(label, OpenDocuments(page=page))
        for label, page in (("◀️", number - 1), ("▶️", number + 1))
        if 0 <= page < pages
    ]
    editing = [
        [Button(texts("documents-publish"), BringDocument(replaces=0))],
        [Button(texts("documents-pack"), PackDocuments())],
    ]
    text = "\n".join([heading, *(["", *lines] if lines else [])])
    return Screen(text, [*buttons, turns, *(editing if edits else []), [_to_menu(texts)]])


def document(texts: Texts, page: DocumentPage, own: Sequence[SchoolClass] = ()) -> Screen:
    """`own`: classes whose class teacher the reader is, each with who has not confirmed."""
    one = page.document
    state = _state(texts, page)
    about = [texts(f"documents-for-{one.audience}")] if page.edits else []
    text = "\n".join([f"📄 {line(texts, one)}", *about, *(["", state] if state else [])])
    confirm = Button(texts("documents-confirm"), ConfirmDocument(document=one.id), style=Style.SUCCESS)
    earlier = Button(texts("documents-earlier"), ShowEarlier(document=one.id))
    asks_families = one.acknowledge and one.audience.families
    classes = [
        Button(texts("documents-class", class_name=c.name), ShowClassReading(document=one.id, school_class=c.id))
        for c in (own if asks_families else ())
    ]
    rows = [
        [_open(texts, one)],
        [confirm] if page.asks else [],
        [earlier] if page.earlier else [],
        *in_rows(classes, 3),
        *_editing(texts, page),
        [Button(texts("back"), OpenDocuments(page=0)), _to_menu(texts)],
    ]
    return Screen(text, rows)


def earlier(texts: Texts, page: DocumentPage) -> Screen:
    lines = [f"📄 {line(texts, one)}" for one in page.earlier[:MOST]]
    buttons = [_open(texts, one, texts("documents-version", version=one.version)) for one in page.earlier[: MOST * 2]]
    back = Button(texts("back"), OpenDocument(document=page.document.id))
    return Screen("\n".join([texts("documents-earlier-heading"), "", *lines]), [*in_rows(buttons, 2), [back]])


def document_news(news: DocumentNews, texts: Texts) -> Screen:
    kind = "reminder" if news.reminder and news.asks else "asks" if news.asks else "new"
    text = texts(f"documents-news-{kind}", title=news.title, day=full_date(texts, news.day), version=news.version)
    return Screen(text, [[Button(texts("documents-open"), OpenDocument(document=news.document))]])


def line(texts: Texts, one: Document) -> Markup:
    """«Положение о журнале · 1 сентября 2026, редакция 2»"""
    return texts("documents-line", title=one.title, day=full_date(texts, one.day), version=one.version)


def full_date(texts: Texts, day: date) -> str:
    return f"{texts.date(day)} {day.year}"


def _state(texts: Texts, page: DocumentPage) -> Markup | None:
    if page.asks:
        return texts("documents-asks")
    confirmed = page.document.confirmed_at
    return texts("documents-confirmed", day=full_date(texts, confirmed.date())) if confirmed else None


def _editing(texts: Texts, page: DocumentPage) -> list[list[Button]]:
    one = page.document.id
    who = [Button(texts("documents-who"), ShowWhoRead(document=one))] if page.sees_who_read else []
    if not page.edits:
        return [who]
    replaces = Button(texts("documents-replace"), BringDocument(replaces=one))
    withdraw = Button(texts("documents-withdraw"), WithdrawDocument(document=one, sure=False))
    return [who, [replaces, withdraw]]


def _open(texts: Texts, one: Document, label: str | None = None) -> Button:
    label = label or texts("documents-open")
    return Button(label, url=one.link) if one.link else Button(label, SendDocument(document=one.id))


def _short(title: str) -> str:
    return title if len(title) <= MOST_LABEL else f"{title[: MOST_LABEL - 1].rstrip()}…"


def _to_menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
