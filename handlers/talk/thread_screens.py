"""Threads as people see them: whom to write to, a message as it arrives, the talk so far."""

from collections.abc import Sequence
from datetime import datetime

from domain.ids import PersonId
from domain.messaging.talk_news import TalkNews
from domain.roles.people import PersonName
from domain.school.roster import SchoolClass, Seat
from domain.talk.partners import FamilyOfPupil, Partner, SchoolOfPupil
from domain.talk.talking import ThreadPage, Written
from domain.talk.threads import Desk, Side, Speaker, Spoken, TalkCard, ThreadHead
from domain.talk.wording import Attachment, Wording
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.kit.wording import html_of
from handlers.messaging.way_back import menu_below, to_menu
from handlers.talk.thread_buttons import (
    AnswerThread,
    AnswerUnasked,
    OpenThread,
    OpenWriting,
    SettleThread,
    ShowTalkFiles,
    ShowThread,
    Whom,
    WriteAbout,
    WriteTo,
    WriteToClass,
    WriteToColleagues,
    WriteToFamily,
)
from handlers.texts.translator import Markup, Texts

QUOTED = 120
"""Characters of what is answered."""
ON_A_PAGE = 320
"""Characters of each message on a page of a thread: ten of them fit."""
HEADED = 3300
"""Characters of a message that go with its head as one."""
COLLEAGUES = 16
"""On a page."""


def start_screen(pupils: Sequence[Seat], classes: Sequence[SchoolClass], staff: bool, texts: Texts) -> Screen:
    """As family about whom, as staff to the families of which class, or to a colleague."""
    rows = in_rows((Button(texts("talk-about", name=one.name.listed), _about(one)) for one in pupils), 1)
    rows += in_rows(
        (Button(texts("talk-families", name=one.name), WriteToClass(class_id=one.id)) for one in classes), 3
    )
    if staff:
        rows.append([Button(texts("talk-to-colleague"), WriteToColleagues(number=0))])
    rows.append([Button(texts("talk-to-administrator"), WriteTo(whom=Whom.HELP, pupil=0, person=0))])
    return Screen(texts("talk-start"), [*rows, [to_menu(texts)]])


def school_screen(school: SchoolOfPupil, texts: Texts) -> Screen:
    pupil = school.pupil
    buttons = (Button(_partner(one, texts), _to_school(one, pupil.pupil)) for one in school.partners)
    text = texts("talk-to-school", name=pupil.name.listed, class_name=school.class_name)
    return Screen(text, [*in_rows(buttons, 1), [_back(texts)]])


def class_screen(school_class: SchoolClass, seats: Sequence[Seat], texts: Texts) -> Screen:
    buttons = (Button(one.name.listed, WriteToFamily(pupil=one.pupil)) for one in seats)
    return Screen(texts("talk-choose-pupil", class_name=school_class.name), [*in_rows(buttons, 2), [_back(texts)]])


def family_screen(family: FamilyOfPupil, texts: Texts) -> Screen:
    pupil = family.pupil.pupil
    rows = []
    if len(family.guardians) > 1:
        rows.append([Button(texts("talk-to-guardians"), WriteTo(whom=Whom.GUARDIANS, pupil=pupil, person=0))])
    rows += [
        [
            Button(
                texts("talk-to-guardian", name=one.name.polite, relation=one.relation),
                WriteTo(whom=Whom.PERSON, pupil=pupil, person=one.person),
            )
        ]
        for one in family.guardians
    ]
    to_pupil = WriteTo(whom=Whom.PERSON, pupil=pupil, person=pupil)
    rows.append([Button(texts("talk-to-pupil", name=family.pupil.name.listed), to_pupil)])
    back = Button(texts("back"), WriteToClass(class_id=family.pupil.class_id))
    text = texts("talk-to-family", name=family.pupil.name.listed, class_name=family.class_name)
    return Screen(text, [*rows, [back]])


def colleagues_screen(colleagues: Sequence[tuple[PersonId, PersonName]], number: int, texts: Texts) -> Screen:
    """A page of them; a name that is written finds them too."""
    first = number * COLLEAGUES
    shown = colleagues[first : first + COLLEAGUES]
    buttons = (Button(name.full, WriteTo(whom=Whom.PERSON, pupil=0, person=person)) for person, name in shown)
    pages = []
    if number > 0:
        pages.append(Button("◀️", WriteToColleagues(number=number - 1)))
    if len(colleagues) > first + COLLEAGUES:
        pages.append(Button("▶️", WriteToColleagues(number=number + 1)))
    text = texts("talk-choose-colleague") if colleagues else texts("talk-no-colleague")
    return Screen(text, [*in_rows(buttons, 1), pages, [_back(texts)]])


def ask_text_screen(texts: Texts) -> Screen:
    return Screen(texts("talk-ask-text"), [[_back(texts)]])


def ask_answer_screen(card: TalkCard | None, texts: Texts) -> Screen:
    """`card`: what is answered."""
    lines = [texts("talk-ask-answer")]
    if card is not None:
        lines.insert(0, quoted(card.spoken.wording.text or _files_said(card.spoken.files, texts), texts))
    return Screen("\n".join(lines), [[to_menu(texts)]])


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
    lines = [_headline(spoken, head, news.side, texts), *_about_what(news, texts)]
    if news.watches:
        lines.append(texts("talk-watched"))
    if spoken.reply_to is not None:
        lines.append(quoted(spoken.reply_to.wording.text or _files_said(spoken.reply_to.files, texts), texts))
    body = html_of(spoken.wording)
    lines += ["", body] if body else []
    if spoken.edited_at is not None:
        lines.append(texts("talk-edited", at=texts.time(spoken.edited_at)))
    return Screen("\n".join(lines), _below(news, texts), () if news.opened else spoken.files)


def thread_screen(page: ThreadPage, texts: Texts) -> Screen:
    """The talk so far, ten messages a page, the oldest first."""
    parts = [_page_heading(page, texts), *(_said_line(one, page, texts) for one in page.spoken)]
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


def quoted(text: str, texts: Texts) -> Markup:
    return Markup(f"<blockquote>{texts('talk-text', text=_cut(text, QUOTED))}</blockquote>")


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
        lines.append(texts("talk-announcement", text=_cut(head.announcement_text, 60)))
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


def _said_line(spoken: Spoken, page: ThreadPage, texts: Texts) -> Markup:
    at = spoken.written_at
    edited = texts("talk-edited-short") if spoken.edited_at is not None else ""
    heading = texts(
        "talk-said",
        name=_name(spoken.speaker, page.standing.side, texts),
        when=f"{texts.short_day(at)} {texts.time(at)}",
        edited=edited,
    )
    said = html_of(_short(spoken.wording))
    files = texts("talk-text", text=_files_said(spoken.files, texts)) if spoken.files else Markup("")
    return Markup("\n".join(one for one in (heading, said, files) if one))


def _short(wording: Wording) -> Wording:
    """Cut text goes without its formatting, whose places may lie beyond."""
    return wording if len(wording.text) <= ON_A_PAGE else Wording(_cut(wording.text, ON_A_PAGE))


def _files_said(files: Sequence[Attachment], texts: Texts) -> str:
    names = [one.name or texts("talk-file", kind=one.kind) for one in files]
    return texts("talk-files-said", files=_cut(", ".join(names), QUOTED))


def _partner(partner: Partner, texts: Texts) -> str:
    names = ", ".join(one.polite for one in partner.names)
    if partner.desk is not None:
        return texts("talk-partner-desk", desk=partner.desk, names=names)
    return texts("talk-partner", name=names, subjects=", ".join(partner.subjects), n=len(partner.subjects))


def _to_school(partner: Partner, pupil: PersonId) -> WriteTo:
    whom = {
        Desk.CLASS_TEACHER: Whom.CLASS_TEACHER,
        Desk.ADMINISTRATION: Whom.ADMINISTRATION,
        Desk.HELP: Whom.HELP,
        None: Whom.PERSON,
    }[partner.desk]
    return WriteTo(whom=whom, pupil=pupil, person=partner.person or 0)


def _to(to: Sequence[Speaker], head: ThreadHead, texts: Texts) -> Markup:
    if head.desk in (Desk.ADMINISTRATION, Desk.HELP) and all(one.side is Side.STAFF for one in to):
        return texts("talk-desk-name", desk=head.desk)
    return texts("talk-text", text=", ".join(one.name.listed if one.pupil else one.name.polite for one in to[:4]))


def _when(moment: datetime, now: datetime, texts: Texts) -> Markup:
    days = (moment.date() - now.date()).days
    if days > 1:
        return texts("talk-on-day", day=texts.on_day(moment.date()), at=texts.time(moment))
    return texts("talk-soon", days=days, at=texts.time(moment))


def _about(seat: Seat) -> WriteAbout:
    return WriteAbout(pupil=seat.pupil)


def _back(texts: Texts) -> Button:
    return Button(texts("back"), OpenWriting())


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
