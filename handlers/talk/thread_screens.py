"""Threads as people see them: whom to write to, a message as it arrives, the talk so far."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from domain.ids import ThreadId
from domain.messaging.talk_news import TalkNews
from domain.talk.thread_pages import ThreadPage, Written
from domain.talk.threads import Desk, Side, Speaker, Spoken, TalkCard, ThreadHead
from domain.talk.wording import Attachment, Wording
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.kit.show import plain
from handlers.kit.wording import html_of
from handlers.messaging.way_back import menu_below, to_menu
from handlers.talk.asking_screens import about_thread_row, urgent_row
from handlers.talk.thread_buttons import (
    AnswerThread,
    AnswerUnasked,
    OpenThread,
    SettleThread,
    ShowTalkFiles,
    ShowThread,
)
from handlers.talk.thread_more import more_rows, templates_button
from handlers.texts.translator import Markup, Texts

QUOTED = 120
"""Characters of what is answered."""
FILES_SAID = 60
"""Characters of the names of files."""
ROOM = 4000
"""Characters of a page of a thread; what is longer than its share is cut."""


def ask_answer_screen(
    card: TalkCard | None, texts: Texts, templates_in: ThreadId | None = None, urgent: bool | None = None
) -> Screen:
    """`card`: what is answered; `templates_in`: the thread, for who keeps templates.

    `urgent`: whether the answer is marked so; None: the writer may not.
    """
    templates = [templates_button(templates_in, texts)] if templates_in is not None else []
    lines: list[str] = [texts("talk-ask-answer")]
    if card is not None:
        lines.insert(0, _quoted(card.spoken, texts))
    return Screen("\n".join(lines), [templates, urgent_row(texts, urgent), [to_menu(texts)]])


def receipt_screen(written: Written, texts: Texts, today: datetime) -> Screen:
    """What the writer sees: to whom it went, and when it rings if not now. `today`: now, on the school's wall."""
    lines = [texts("talk-sent", to=_to(written.to, written.card.head, texts))]
    if written.later is not None:
        lines.append(texts("talk-later", when=_when(written.later, today, texts)))
    return Screen("\n".join(lines), [[Button(texts("talk-open"), OpenThread(thread=written.thread))]])


def reworded_screen(texts: Texts) -> Screen:
    return Screen(texts("talk-reworded"))


def talk_screen(news: TalkNews, texts: Texts) -> Screen:
    """As it arrives: who and about what, what is answered, the words, the files."""
    spoken, head = news.card.spoken, news.card.head
    lines: list[str] = [_headline(spoken, head, news.side, texts), *_about_what(news, texts)]
    if news.watches:
        lines.append(texts("talk-watched"))
    if spoken.reply_to is not None:
        lines.append(_quoted(spoken.reply_to, texts))
    body = html_of(spoken.wording)
    lines += ["", body] if body else []
    if spoken.edited_at is not None:
        lines.append(texts("talk-edited", at=texts.time(spoken.edited_at)))
    return Screen("\n".join(lines), _below(news, texts), () if news.opened else spoken.files)


def thread_screen(page: ThreadPage, texts: Texts) -> Screen:
    """The talk so far, ten messages a page, the oldest first."""
    turns = pairwise((None, *page.spoken))
    headings = [_page_heading(page, texts), *(_said_heading(one, before, page, texts) for before, one in turns if one)]
    files = [_files_said(one.files, texts) if one.files else "" for one in page.spoken]
    room = ROOM - sum(len(plain(one)) + 3 for one in (*headings, *files))
    most = _share([len(one.wording.text) for one in page.spoken], room)
    parts: list[str] = [headings[0]]
    for heading, spoken, named in zip(headings[1:], page.spoken, files, strict=True):
        said = (heading, html_of(_short(spoken.wording, most)), named)
        parts.append("\n".join(one for one in said if one))
    if not page.spoken:
        parts.append(texts("talk-nothing-said"))
    rows = []
    if page.before is not None:
        rows.append([Button(texts("talk-older"), ShowThread(thread=page.head.id, before=page.before))])
    if not page.standing.watches:
        answer = Button(texts("talk-answer"), AnswerThread(thread=page.head.id, message=0), style=Style.PRIMARY)
        settle = Button(texts("talk-settle"), SettleThread(thread=page.head.id))
        rows.append([answer, settle] if page.owes and page.standing.side is Side.STAFF else [answer])
    with_files = [one for one in page.spoken if one.files]
    rows += in_rows((_files_button(one, texts) for one in with_files), 2)
    rows += [*more_rows(page, texts), about_thread_row(page, texts)]
    return Screen("\n\n".join(parts), [*rows, [menu_below(texts)]])


def unasked_screen(card: TalkCard, texts: Texts) -> Screen:
    """Text that nobody asked for, from somebody to whom a person wrote last: is it the answer?"""
    head, spoken = card.head, card.spoken
    button = Button(
        texts("talk-answer-to", name=_name(spoken.speaker, spoken.speaker.side, texts)),
        AnswerUnasked(thread=head.id, message=spoken.id),
        style=Style.PRIMARY,
    )
    return Screen(texts("talk-unasked"), [[button], [to_menu(texts)]])


def _quoted(spoken: Spoken, texts: Texts) -> Markup:
    said = texts("talk-text", text=cut(spoken.wording.text, QUOTED)) or _files_said(spoken.files, texts)
    return Markup(f"<blockquote>{said}</blockquote>")


def _below(news: TalkNews, texts: Texts) -> list[list[Button]]:
    spoken, head = news.card.spoken, news.card.head
    rows = [[Button(texts("talk-open"), OpenThread(thread=head.id))]]
    if not news.watches:
        rows[0].insert(0, Button(texts("talk-answer"), AnswerThread(thread=head.id, message=spoken.id)))
    if news.answers and news.side is Side.STAFF:
        rows.append([Button(texts("talk-settle"), SettleThread(thread=head.id))])
    if news.opened and spoken.files:
        rows.append([_files_button(spoken, texts)])
    return rows


def _files_button(spoken: Spoken, texts: Texts) -> Button:
    label = texts("talk-files", at=texts.time(spoken.written_at), n=len(spoken.files))
    return Button(label, ShowTalkFiles(message=spoken.id))


def _headline(spoken: Spoken, head: ThreadHead, side: Side, texts: Texts) -> Markup:
    sign = texts("talk-urgent") if spoken.urgent else "💬"
    return Markup(f"{sign} <b>{_name(spoken.speaker, side, texts)}</b>{_capacity(spoken.speaker, head, texts)}")


def _name(speaker: Speaker, side: Side, texts: Texts) -> Markup:
    """Colleagues by their full name, adults politely, pupils as in a list."""
    name = speaker.name
    if speaker.pupil:
        return texts("talk-text", text=name.listed)
    full = side is Side.STAFF and speaker.side is Side.STAFF
    return texts("talk-text", text=name.full if full else name.polite)


def _capacity(speaker: Speaker, head: ThreadHead, texts: Texts) -> Markup:
    """«, мама» / « · классный руководитель»"""
    if speaker.relation is not None:
        return texts("talk-relation", relation=speaker.relation)
    if speaker.side is Side.STAFF and head.desk is not None:
        return texts("talk-desk", desk=head.desk)
    return Markup("")


def _about_what(news: TalkNews, texts: Texts) -> list[Markup]:
    head = news.card.head
    own = news.side is Side.FAMILY
    return _head_lines(head, own, texts)


def _head_lines(head: ThreadHead, own: bool, texts: Texts) -> list[Markup]:
    """About whom (a family's own child by the first name), which subject, which matter or announcement."""
    about = []
    if head.pupil_name is not None:
        known = own and head.pupil_name.given
        name = head.pupil_name.given if known else head.pupil_name.listed
        about.append(name if known or head.class_name is None else f"{name}, {head.class_name}")
    if head.subject is not None:
        about.append(head.subject)
    lines = [texts("talk-head", about=" · ".join(about))] if about else []
    if head.matter is not None:
        lines.append(texts("talk-matter", matter=head.matter))
    if head.announcement_text is not None:
        lines.append(texts("talk-announcement", text=cut(head.announcement_text, 60)))
    return lines


def _page_heading(page: ThreadPage, texts: Texts) -> Markup:
    with_whom = ", ".join(
        f"{_name(one, page.standing.side, texts)}{_capacity(one, page.head, texts)}" for one in page.others[:4]
    )
    if page.head.desk in (Desk.ADMINISTRATION, Desk.HELP) and page.standing.side is Side.FAMILY:
        with_whom = texts("talk-desk-name", desk=page.head.desk)
    lines = [texts("talk-with", whom=Markup(with_whom))]
    lines += _head_lines(page.head, page.standing.side is Side.FAMILY, texts)
    if page.standing.watches:
        lines.append(texts("talk-watched"))
    return Markup("\n".join(lines))


def _said_heading(spoken: Spoken, before: Spoken | None, page: ThreadPage, texts: Texts) -> Markup:
    """With the day where another was before."""
    at = spoken.written_at
    same = before is not None and before.written_at.date() == at.date()
    edited = texts("talk-edited-short") if spoken.edited_at is not None else ""
    return texts(
        "talk-said",
        name=_name(spoken.speaker, page.standing.side, texts),
        when=texts.time(at) if same else f"{texts.short_day(at)} {texts.time(at)}",
        edited=edited,
    )


def _share(lengths: Sequence[int], room: int) -> int:
    """How long each may be so that all fit: what the short ones leave is for the long ones."""
    for number, length in enumerate(sorted(lengths)):
        fair = max(room, 0) // (len(lengths) - number)
        if length > fair:
            return fair
        room -= length
    return room


def _short(wording: Wording, most: int) -> Wording:
    """Cut text goes without its formatting, whose places may lie beyond."""
    return wording if len(wording.text) <= most else Wording(cut(wording.text, max(most, 1)))


def _files_said(files: Sequence[Attachment], texts: Texts) -> Markup:
    names = [one.name or texts("talk-file", kind=one.kind) for one in files]
    return texts("talk-files-said", files=cut(", ".join(names), FILES_SAID))


def _to(to: Sequence[Speaker], head: ThreadHead, texts: Texts) -> Markup:
    if head.desk in (Desk.ADMINISTRATION, Desk.HELP) and all(one.side is Side.STAFF for one in to):
        return texts("talk-desk-name", desk=head.desk)
    return texts("talk-text", text=", ".join(one.name.listed if one.pupil else one.name.polite for one in to[:4]))


def _when(moment: datetime, now: datetime, texts: Texts) -> Markup:
    days = (moment.date() - now.date()).days
    if days > 1:
        return texts("talk-on-day", day=texts.on_day(moment.date()), at=texts.time(moment))
    return texts("talk-soon", days=days, at=texts.time(moment))
