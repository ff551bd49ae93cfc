"""Documents as their editor sees them: the draft, the publication, who has read."""

from collections.abc import Sequence

from domain.ids import DocumentId
from domain.roles.people import PersonName
from domain.school.documents import Document, DocumentAudience, NewDocument
from domain.school.documents_publishing import ClassReading, WhoRead
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.school.document_buttons import (
    BringDocument,
    DraftAsks,
    DraftFor,
    OpenDocument,
    OpenDocuments,
    PublishDocument,
    RedateDraft,
    RemindReaders,
    RetitleDraft,
    ShowClassReading,
    ShowDraft,
    ShowWhoRead,
    WithdrawDocument,
)
from handlers.school.document_screens import full_date, line
from handlers.texts.translator import Markup, Texts

MOST_NAMES = 40


def bring(texts: Texts, replaced: Document | None) -> Screen:
    """`replaced`: whose next version is brought."""
    if replaced is None:
        return Screen(texts("documents-bring"), [[Button(texts("back"), OpenDocuments(page=0))]])
    text = texts("documents-bring-version", title=replaced.title)
    return Screen(text, [[Button(texts("back"), OpenDocument(document=replaced.id))]])


def draft(texts: Texts, new: NewDocument, key: str) -> Screen:
    """What it will be; each line changes by a tap, and one tap publishes."""
    what = texts("documents-draft-link", link=new.link) if new.link else texts("documents-draft-file", name=_name(new))
    text = texts("documents-draft", title=new.title, day=full_date(texts, new.day), what=Markup(what))
    publish = Button(texts("documents-draft-publish"), PublishDocument(key=key), style=Style.SUCCESS)
    readers = [
        Button(_ticked(texts(f"documents-to-{one}"), one is new.audience), DraftFor(key=key, audience=one))
        for one in DocumentAudience
    ]
    asks = Button(_ticked(texts("documents-draft-asks"), new.acknowledge), DraftAsks(key=key, asks=not new.acknowledge))
    title = Button(texts("documents-draft-title"), RetitleDraft(key=key))
    day = Button(texts("documents-draft-day"), RedateDraft(key=key))
    back = OpenDocument(document=new.replaces) if new.replaces else OpenDocuments(page=0)
    return Screen(
        text, [[publish], *in_rows(readers, 2), [asks], [title, day], [Button(texts("documents-drop"), back)]]
    )


def ask_title(texts: Texts, key: str) -> Screen:
    return Screen(texts("documents-ask-title"), [[Button(texts("back"), ShowDraft(key=key))]])


def ask_day(texts: Texts, key: str) -> Screen:
    return Screen(texts("documents-ask-day"), [[Button(texts("back"), ShowDraft(key=key))]])


def published(texts: Texts, document: DocumentId, title: str) -> Screen:
    rows = [[Button(texts("documents-show"), OpenDocument(document=document))]]
    return Screen(texts("documents-published", title=title), [*rows, [Button(texts("to-menu"), OpenMenu())]])


def withdraw_question(texts: Texts, one: Document) -> Screen:
    yes = Button(texts("documents-withdraw-yes"), WithdrawDocument(document=one.id, sure=True), style=Style.DANGER)
    replaces = Button(texts("documents-replace"), BringDocument(replaces=one.id))
    back = Button(texts("back"), OpenDocument(document=one.id))
    return Screen(texts("documents-withdraw-sure", title=one.title), [[yes], [replaces], [back]])


def withdrawn(texts: Texts, title: str) -> Screen:
    rows = [[Button(texts("documents-back"), OpenDocuments(page=0))], [Button(texts("to-menu"), OpenMenu())]]
    return Screen(texts("documents-withdrawn", title=title), rows)


def who_read(texts: Texts, found: WhoRead, by_name: bool) -> Screen:
    """`by_name`: whoever sees the lists of the classes opens one."""
    one = found.document
    lines: list[str] = [texts("documents-read", read=found.read, all=found.all), line(texts, one)]
    if found.staff:
        waiting = found.staff_waiting
        lines += ["", texts("documents-read-staff", read=len(found.staff) - len(waiting), all=len(found.staff))]
        lines += [_names(texts, waiting)] if waiting else []
    if found.classes:
        done = found.children - found.children_waiting
        lines += ["", texts("documents-read-families", read=done, all=found.children)]
        lines += [" · ".join(_class_line(texts, c) for c in found.classes if c.waiting)]
    buttons = [
        Button(
            f"{c.school_class.name} · {len(c.waiting)}",
            ShowClassReading(document=one.id, school_class=c.school_class.id),
        )
        for c in found.classes[:88]
        if c.waiting and by_name
    ]
    remind = [[Button(texts("documents-remind"), RemindReaders(document=one.id))]] if found.read < found.all else []
    back = Button(texts("back"), OpenDocument(document=one.id))
    return Screen("\n".join(lines), [*remind, *in_rows(buttons, 4), [back]])


def class_reading(texts: Texts, one: ClassReading, document: DocumentId, sees_all: bool) -> Screen:
    """`sees_all`: the way back leads to the whole school's."""
    done = one.children - len(one.waiting)
    heading = texts("documents-read-class", class_name=one.school_class.name, read=done, all=one.children)
    names = [_names(texts, [seat.name for seat in one.waiting])] if one.waiting else []
    back = ShowWhoRead(document=document) if sees_all else OpenDocument(document=document)
    return Screen("\n".join([heading, *names]), [[Button(texts("back"), back)]])


def _names(texts: Texts, names: Sequence[PersonName]) -> Markup:
    listed = ", ".join(name.short for name in names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    if more > 0:
        return texts("documents-not-read-more", names=listed, count=more)
    return texts("documents-not-read", names=listed)


def _class_line(texts: Texts, one: ClassReading) -> Markup:
    done = one.children - len(one.waiting)
    return texts("documents-class-line", class_name=one.school_class.name, read=done, all=one.children)


def _name(new: NewDocument) -> str:
    return new.file_name or ""


def _ticked(label: str, holds: bool) -> str:
    return f"✅ {label}" if holds else label
