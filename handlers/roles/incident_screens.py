"""A suspected leak: what is shut, two clocks, the draft of the notice."""

from datetime import datetime, timedelta

from domain.messaging.office_news import ErasureNews, IncidentNews, RetentionNews, TakenOutNews
from domain.roles.incidents import MOST_NOTE, Incident
from handlers.kit.screen import Button, Screen, Style
from handlers.roles.buttons import OpenMenu
from handlers.roles.erasure_buttons import ShowErasures
from handlers.roles.incident_buttons import AskIncidentNote, DraftNotice, ShowIncident
from handlers.texts.translator import Markup, Texts

MINUTE = timedelta(minutes=1)


def none_open(texts: Texts) -> Screen:
    opening = Button(texts("privacy-incident-open"), AskIncidentNote(incident=0), style=Style.DANGER)
    return Screen(texts("privacy-incident-none"), [[opening], [Button(texts("to-menu"), OpenMenu())]])


def ask_note(texts: Texts, closing: bool) -> Screen:
    text = texts("privacy-incident-ask", closing=closing, most=MOST_NOTE)
    return Screen(text, [[Button(texts("back"), ShowIncident())]])


def standing(texts: Texts, incident: Incident, now: datetime) -> Screen:
    """`incident` and `now` on the school's wall."""
    lines = [
        texts("privacy-incident", opened=_moment(texts, incident.opened_at), name=incident.by.short),
        texts("privacy-incident-note", note=incident.note),
        "",
        texts("privacy-incident-tell", **_clock(texts, incident.tell_until, now)),
        texts("privacy-incident-find-out", **_clock(texts, incident.find_out_until, now)),
        "",
        texts("privacy-incident-shut"),
        texts("privacy-incident-snapshot", name=incident.snapshot or "none"),
    ]
    rows = [
        [Button(texts("privacy-incident-draft"), DraftNotice())],
        [Button(texts("privacy-incident-close"), AskIncidentNote(incident=incident.id))],
        [Button(texts("to-menu"), OpenMenu())],
    ]
    return Screen("\n".join(lines), rows)


def closed(texts: Texts, incident: Incident) -> Screen:
    return Screen(texts("privacy-incident-closed", note=incident.note), [[Button(texts("to-menu"), OpenMenu())]])


def draft(texts: Texts, incident: Incident, school: str) -> Screen:
    """To be copied into the regulator's form; nothing of a child is in it."""
    copied = incident.snapshot is not None
    opened = texts("privacy-moment-full", day=f"{incident.opened_at:%d.%m.%Y}", at=texts.time(incident.opened_at))
    text = texts("privacy-notice", school=school, opened=opened, note=incident.note, copied=copied)
    return Screen(text, [[Button(texts("back"), ShowIncident())]])


def incident_screen(news: IncidentNews, texts: Texts) -> Screen:
    """As a message to the others who lead the school."""
    incident = news.incident
    until = incident.find_out_until if news.stage == "find_out" else incident.tell_until
    text = texts(
        "privacy-incident-news",
        stage=news.stage.value,
        name=incident.by.short,
        until=_moment(texts, until),
        closed=(incident.closed_by or incident.by).short,
    )
    return Screen(text, [[Button(texts("privacy-incident-see"), ShowIncident())]])


def taken_out_screen(news: TakenOutNews, texts: Texts) -> Screen:
    return Screen(texts("privacy-taken-out", name=news.by.short, day=texts.date(news.day), count=news.count))


def erasure_news_screen(news: ErasureNews, texts: Texts) -> Screen:
    return Screen(
        texts("privacy-erasure-news", name=news.name.full),
        [[Button(texts("privacy-erasure-see"), ShowErasures())]],
    )


def retention_screen(news: RetentionNews, texts: Texts) -> Screen:
    return Screen(texts("privacy-retention", rows=news.rows))


def _clock(texts: Texts, until: datetime, now: datetime) -> dict[str, object]:
    left = max(until - now, timedelta())
    minutes = int(left / MINUTE)
    return {
        "until": _moment(texts, until),
        "over": left == timedelta(),
        "hours": minutes // 60,
        "minutes": minutes % 60,
    }


def _moment(texts: Texts, at: datetime) -> Markup:
    return texts("privacy-moment", day=texts.short_day(at.date()), at=texts.time(at))
