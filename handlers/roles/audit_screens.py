"""The audit log: who saw or took out what of whom; for the family, who looked at the child."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from aiogram.filters.callback_data import CallbackData

from domain.clock import SchoolTime
from domain.ids import PersonId
from domain.roles.audit import CHANGED, SPANS, AuditEntry, AuditPage, AuditQuestion, Side, WhoLooked
from domain.roles.people import STAFF, PersonName
from handlers.kit.screen import Button, Screen, in_rows
from handlers.roles.audit_buttons import ChooseDeed, SearchAudit, TakeAuditSheet, WhoLookedAt
from handlers.roles.buttons import OpenMenu
from handlers.roles.incident_buttons import ShowIncident
from handlers.roles.own_data_buttons import ShowOwnData
from handlers.roles.screens import roles_said
from handlers.texts.translator import Markup, Texts


def search(texts: Texts, page: AuditPage, time: SchoolTime) -> Screen:
    asked = page.asked
    head = texts(
        "privacy-audit",
        days=asked.days,
        changes=asked.changes,
        side=asked.side.value if page.person else "all",
        name=page.person.short if page.person else "",
        what=deed(texts, asked.what) if asked.what else "none",
    )
    lines = [_line(texts, entry, time) for entry in page.entries] or [texts("privacy-nobody-looked")]
    rows = [
        [
            Button(_chosen(texts("privacy-span", days=days), days == asked.days), _to(asked, days=days))
            for days in SPANS
        ],
        [
            Button(texts("privacy-turn", changes=asked.changes), _to(asked, changes=not asked.changes, what="")),
            Button(texts("privacy-narrow", set=bool(asked.what)), ChooseDeed(**_args(asked))),
        ],
        *_whose(texts, page),
        *_turn(texts, asked.page, page.more, lambda to: _to(asked, page=to)),
        [Button(texts("privacy-sheet"), TakeAuditSheet(**_args(asked)))] if page.entries else [],
        [Button(texts("privacy-to-incident"), ShowIncident()), Button(texts("to-menu"), OpenMenu())],
    ]
    return Screen("\n".join([head, "", *lines, "", texts("privacy-how-to-search")]), rows)


def deeds(texts: Texts, asked: AuditQuestion, done: Sequence[str]) -> Screen:
    """Those that occur, to narrow the log by."""
    buttons = [Button(deed(texts, one), _to(asked, what=one)) for one in done]
    every = Button(texts("privacy-any-deed"), _to(asked, what=""))
    return Screen(texts("privacy-which-deed"), [[every], *in_rows(buttons, 2), [Button(texts("back"), _to(asked))]])


def found(texts: Texts, people: Mapping[PersonId, PersonName]) -> Screen:
    """Each with both questions."""
    rows = [
        [
            Button(texts("privacy-of", name=name.short), _to(AuditQuestion(30, person, Side.OF))),
            Button(texts("privacy-by", name=name.short), _to(AuditQuestion(30, person, Side.BY))),
        ]
        for person, name in people.items()
    ]
    text = texts("privacy-found" if people else "privacy-not-found")
    return Screen(text, [*rows, [Button(texts("back"), _to(AuditQuestion()))]])


def who_looked(texts: Texts, page: WhoLooked, own: bool, time: SchoolTime) -> Screen:
    """`own`: the reader's own data; else a child's."""
    lines = [_line(texts, entry, time, family=True) for entry in page.entries] or [texts("privacy-nobody-looked")]
    head = texts("privacy-who-looked", name=page.name.listed, own=own)
    turn = _turn(texts, page.page, page.more, lambda to: WhoLookedAt(person=page.person, page=to))
    return Screen("\n".join([head, "", *lines]), [*turn, [Button(texts("back"), ShowOwnData())]])


def deed(texts: Texts, what: str) -> Markup:
    """«дневник»; what an older program wrote is shown as it is."""
    key = f"privacy-what-{what.replace('_', '-')}"
    return texts(key) if texts.has(key) else Markup(what)


def whom(texts: Texts, entry: AuditEntry) -> Markup:
    if entry.subject is not None:
        return texts("privacy-one", name=entry.subject.short)
    if entry.class_name:
        return texts("privacy-class", name=entry.class_name)
    return Markup("") if entry.what.startswith(CHANGED) else texts("privacy-school")


def roles_of(texts: Texts, entry: AuditEntry) -> Markup:
    return roles_said(texts, entry.roles & STAFF) or texts("privacy-former")


def _line(texts: Texts, entry: AuditEntry, time: SchoolTime, *, family: bool = False) -> Markup:
    """The family reads whose data it was above the list."""
    told = "" if family and entry.subject is not None else whom(texts, entry)
    return texts(
        "privacy-line",
        day=texts.short_day(time.local(entry.at).date()),
        at=texts.time(time.local(entry.at)),
        name=entry.actor.short,
        roles=roles_of(texts, entry),
        what=deed(texts, entry.what),
        whom=Markup(f": {told}") if told else "",
        times=entry.times,
    )


def _whose(texts: Texts, page: AuditPage) -> list[list[Button]]:
    if page.person is None:
        return []
    other = Side.BY if page.asked.side is Side.OF else Side.OF
    key = "privacy-by" if other is Side.BY else "privacy-of"
    turned = Button(texts(key, name=page.person.short), _to(page.asked, side=other))
    return [[turned, Button(texts("privacy-everyone"), _to(page.asked, person=0))]]


def _turn(texts: Texts, page: int, more: bool, to: "_To") -> list[list[Button]]:
    newer = [Button(texts("privacy-newer"), to(page - 1))] if page else []
    older = [Button(texts("privacy-older"), to(page + 1))] if more else []
    return [[*newer, *older]]


def _args(asked: AuditQuestion) -> dict[str, Any]:
    return {
        "days": asked.days,
        "person": asked.person or 0,
        "side": asked.side,
        "what": asked.what or "",
        "page": asked.page,
        "changes": asked.changes,
    }


def _to(asked: AuditQuestion, **changed: Any) -> SearchAudit:
    """Another question begins at its first page."""
    return SearchAudit(**{**_args(asked), "page": 0, **changed})


def _chosen(label: Markup, chosen: bool) -> str:
    return f"· {label} ·" if chosen else label


_To = Callable[[int], CallbackData]
