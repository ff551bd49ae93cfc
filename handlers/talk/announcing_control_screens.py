"""The draft under its preview: to how many it goes, who is out of reach, and what can still be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.talk.announcements import Draft, Mine, Preview
from domain.talk.letters import AnnouncementState
from domain.talk.moments import closings_offered, moments_offered
from handlers.kit.cutting import cut
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.messaging.way_back import to_menu
from handlers.talk.announced_buttons import ShowAnnouncement
from handlers.talk.announced_screens import ROOM, unreached_lines
from handlers.talk.announcing_buttons import (
    AskReaders,
    BackToControl,
    ChooseClosing,
    ChooseMoment,
    CloseOn,
    DropAnnouncement,
    LookAtDraft,
    MakeUrgent,
    OpenAnnouncing,
    Reword,
    SendAnnouncement,
    SendAt,
)
from handlers.talk.poll_composing_buttons import ComposePoll
from handlers.talk.scope_words import audience_words
from handlers.texts.translator import Markup, Texts

LABEL = 60
"""Characters of a button that names an announcement."""


@dataclass(frozen=True, slots=True)
class Terms:
    """`grace`: how long it can be taken back; `may_be_urgent`: whether this sender may ring at any hour."""

    grace: timedelta
    may_be_urgent: bool


def control_screen(preview: Preview, terms: Terms, texts: Texts) -> Screen:
    draft = preview.draft
    heading = texts(
        "compose-control",
        whom=audience_words(draft.scope, draft.audience, texts),
        reached=preview.reached,
        all=len(preview.addressed),
    )
    lines = [heading, *_chosen(preview, terms, texts)]
    if preview.unreached:
        lines.append(unreached_lines(preview.unreached, texts, ROOM - 600))
    return Screen("\n".join(lines), _rows(preview, terms, texts))


def closing_screen(preview: Preview, today: date, texts: Texts) -> Screen:
    """Until which day readers are asked; counted from the day on which it goes."""
    key = preview.draft.key
    first = preview.goes_at.date() if preview.goes_at else today
    days = [Button(texts.short_day(day), CloseOn(key=key, day=packed(day))) for day in closings_offered(first)]
    endless = Button(texts("compose-no-closing"), CloseOn(key=key, day=""))
    return Screen(texts("compose-until-when"), [*in_rows(days, 2), [endless], [back_to_control(key, texts)]])


def moment_screen(key: str, now: datetime, texts: Texts) -> Screen:
    buttons = [Button(_moment(one, texts), SendAt(key=key, at=f"{one:%y%m%d%H%M}")) for one in moments_offered(now)]
    at_once = Button(texts("compose-now"), SendAt(key=key, at=""))
    return Screen(
        texts("compose-when", example=texts.short_day(now + timedelta(days=2))),
        [*in_rows(buttons, 1), [at_once], [back_to_control(key, texts)]],
    )


def urgent_screen(key: str, texts: Texts) -> Screen:
    sure = Button(texts("compose-urgent-sure"), MakeUrgent(key=key, on=True, sure=True), style=Style.DANGER)
    return Screen(texts("compose-urgent-question"), [[sure], [back_to_control(key, texts)]])


def reword_screen(draft: Draft, texts: Texts) -> Screen:
    return Screen(
        texts("compose-reword", whom=audience_words(draft.scope, draft.audience, texts)),
        [[back_to_control(draft.key, texts)]],
    )


def dropped_screen(texts: Texts) -> Screen:
    return Screen(texts("compose-dropped"), [[to_menu(texts)]])


def taken_back_screen(state: AnnouncementState, texts: Texts) -> Screen:
    return Screen(
        texts("compose-taken-back", whom=audience_words(state.scope, state.audience, texts)),
        [[Button(texts("compose-anew"), OpenAnnouncing())], [to_menu(texts)]],
    )


def mine_screen(mine: Mine, texts: Texts) -> Screen:
    waiting = [
        [_line(texts("compose-mine-waiting", at=_moment(one.goes_at, texts)), one, texts)]
        for one in mine.scheduled
        if one.goes_at
    ]
    sent = [[_line(_seen(one, texts), one, texts)] for one in mine.sent]
    key = "compose-mine-heading" if waiting or sent else "compose-mine-none"
    return Screen(texts(key, n=len(waiting)), [*waiting, *sent, [Button(texts("back"), OpenAnnouncing())]])


def _seen(state: AnnouncementState, texts: Texts) -> Markup:
    n = state.children.acknowledged + state.persons.acknowledged
    return texts("compose-mine-sent", n=n, all=state.children.all + state.persons.all)


def back_to_control(key: str, texts: Texts) -> Button:
    return Button(texts("back"), BackToControl(key=key))


def _line(before: str, state: AnnouncementState, texts: Texts) -> Button:
    words = f"{before} · {audience_words(state.scope, state.audience, texts)}: {' '.join(state.wording.text.split())}"
    return Button(cut(words, LABEL), ShowAnnouncement(announcement=state.id))


def _chosen(preview: Preview, terms: Terms, texts: Texts) -> list[Markup]:
    draft = preview.draft
    lines = []
    if draft.urgent:
        lines.append(texts("compose-is-urgent"))
    if preview.goes_at is not None:
        lines.append(texts("compose-goes-at", at=_moment(preview.goes_at, texts)))
    elif not draft.urgent and terms.grace:
        lines.append(texts("compose-goes-now", seconds=int(terms.grace.total_seconds())))
    if preview.rings_at is not None:
        lines.append(texts("compose-rests", n=preview.resting, at=_moment(preview.rings_at, texts)))
    if draft.asks and draft.close_on:
        lines.append(texts("compose-asks-until", day=texts.date(draft.close_on)))
    if len(draft.files) > 1:
        lines.append(texts("compose-files", n=len(draft.files)))
    return lines


def _rows(preview: Preview, terms: Terms, texts: Texts) -> list[list[Button]]:
    draft, key = preview.draft, preview.draft.key
    send = Button(texts("compose-send", n=preview.reached), SendAnnouncement(key=key), style=Style.SUCCESS)
    asks = Button(texts("compose-asks", on=draft.asks), AskReaders(key=key, on=not draft.asks))
    until = [Button(texts("compose-until"), ChooseClosing(key=key))] if draft.asks else []
    later = [] if draft.urgent else [Button(texts("compose-later"), ChooseMoment(key=key))]
    urgent = _urgent(draft, texts) if terms.may_be_urgent and draft.send_at is None else []
    look = [Button(texts("compose-look"), LookAtDraft(key=key))] if len(draft.files) > 1 or draft.poll else []
    reword = Button(texts("compose-change-text"), Reword(key=key))
    return [
        [send],
        [asks, *until],
        [*_extras(draft, texts), *later],
        urgent,
        [reword, *look],
        [Button(texts("compose-drop"), DropAnnouncement(key=key))],
    ]


def _extras(draft: Draft, texts: Texts) -> Sequence[Button]:
    """What other areas let a draft carry."""
    return [Button(texts("poll-button", there=draft.poll is not None), ComposePoll(key=draft.key))]


def _urgent(draft: Draft, texts: Texts) -> list[Button]:
    if draft.urgent:
        return [Button(texts("compose-not-urgent"), MakeUrgent(key=draft.key, on=False, sure=True))]
    return [Button(texts("compose-make-urgent"), MakeUrgent(key=draft.key, on=True, sure=False))]


def _moment(at: datetime, texts: Texts) -> Markup:
    return texts("compose-moment", day=texts.short_day(at), time=texts.time(at))
