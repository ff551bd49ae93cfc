"""Announcements that were sent, as their sender and their readers see them."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from itertools import accumulate

from domain.ids import PersonId
from domain.talk.audiences import Addressed, ScopeKind, Why
from domain.talk.letters import AnnouncementLetter, AnnouncementState
from domain.talk.poll_cards import PollCard
from domain.talk.receipts import Silent
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen, Style
from handlers.kit.wording import html_of
from handlers.messaging.way_back import menu_below, to_menu
from handlers.talk.announced_buttons import (
    Acknowledge,
    AnswerAnnouncement,
    CorrectAnnouncement,
    OpenAnnouncement,
    RemindSilent,
    ShowAnnouncement,
    ShowSilent,
    ShowUnreached,
    TakeSilent,
)
from handlers.talk.announcing_buttons import TakeBack
from handlers.talk.poll_buttons import ShowResults
from handlers.talk.poll_rows import AS_RECEIVED, PollView, notes, rows
from handlers.talk.scope_words import audience_words
from handlers.texts.translator import Markup, Texts

LISTED = 40
"""Names listed, for each reason, of those who cannot be reached; the rest is counted."""
ROOM = 3900
"""Characters for an announcement's text and those names together; the message stays below Telegram's 4096."""
AROUND = 90
"""Of them, for the words of a reason."""
SHOWN = 300
"""Characters of an announcement's text that its live line repeats."""
REMINDED = 120
"""Characters of it that a reminder repeats."""
ON_PAGE = 20
"""Children, or persons, on a page of who has not acknowledged."""


def status_screen(state: AnnouncementState, texts: Texts) -> Screen:
    """The live line: delivered and acknowledged, out of all; what is left to do with it."""
    return Screen(
        f"{status_lines(state, texts)}\n\n{quoted(cut(state.wording.text, SHOWN), texts)}", _to_do(state, texts)
    )


def status_lines(state: AnnouncementState, texts: Texts) -> Markup:
    """Above the text."""
    heading = texts("announce-status-to", audience=audience_words(state.scope, state.audience, texts))
    lines = [texts("announcement-urgent"), heading] if state.urgent else [heading]
    if state.taken_back:
        return Markup("\n".join([*lines, texts("announce-status-taken-back")]))
    if state.goes_at is not None:
        lines.append(texts("announce-status-goes", day=texts.date(state.goes_at.date()), at=texts.time(state.goes_at)))
    numbers = {"delivered": state.delivered, "all": state.addressed, "waiting": state.waiting}
    lines.append(texts("announce-status-delivered", **numbers))
    if state.asks:
        lines += _acknowledged(state, texts)
    if state.poll is not None:
        lines.append(texts("poll-status", answered=state.poll.answered, asked=state.poll.asked, open=state.poll.open))
    if state.edited_at is not None:
        lines.append(texts("announcement-edited", at=texts.time(state.edited_at), day=_date(state.edited_at, texts)))
    return Markup("\n".join(lines))


def _acknowledged(state: AnnouncementState, texts: Texts) -> list[Markup]:
    """Children where guardians answer for them, and persons who answer for themselves; until when."""
    lines = []
    if state.children.all:
        lines.append(texts("announce-status-children", n=state.children.acknowledged, all=state.children.all))
    if state.persons.all or not state.children.all:
        mixed = state.children.all > 0
        lines.append(texts("announce-status-persons", n=state.persons.acknowledged, all=state.persons.all, mixed=mixed))
    if state.close_on is not None:
        lines.append(texts("announce-status-until", day=texts.date(state.close_on), closed=state.closed))
    return lines


def _to_do(state: AnnouncementState, texts: Texts) -> list[list[Button]]:
    """What was taken back needs nothing more."""
    if state.taken_back:
        return [[menu_below(texts)]]
    silent = Button(texts("announce-silent", n=state.left), ShowSilent(announcement=state.id))
    remind = Button(texts("announce-remind", n=state.left), RemindSilent(announcement=state.id))
    correct = Button(texts("announce-correct"), CorrectAnnouncement(announcement=state.id))
    refresh = Button(texts("announce-refresh"), ShowAnnouncement(announcement=state.id))
    unreached = Button(texts("announce-unreached"), ShowUnreached(announcement=state.id))
    reminds = state.asking and state.under_way and state.delivered > 0
    asking = [silent, *([remind] if reminds else [])] if state.asks and state.left else []
    answers = Button(texts("poll-results-button"), ShowResults(announcement=state.id, below=True))
    waits = [Button(texts("compose-take-back"), TakeBack(announcement=state.id))] if state.goes_at is not None else []
    return [waits, [answers] if state.poll else [], asking, [refresh, unreached], [correct, menu_below(texts)]]


def unreached_screen(people: Sequence[Addressed], texts: Texts) -> Screen:
    text = unreached_lines(people, texts) if people else texts("announce-all-reached")
    return Screen(text, [[to_menu(texts)]])


def silent_screen(
    state: AnnouncementState, people: Sequence[Silent], number: int, texts: Texts, *, may_take_out: bool
) -> Screen:
    """Children by class with their guardians, then persons; a page at a time."""
    pages = max(1, -(-len(people) // ON_PAGE))
    number = min(max(number, 0), pages - 1)
    shown = people[number * ON_PAGE : (number + 1) * ON_PAGE]
    many = len({one.class_name for one in people}) > 1
    heading = texts("announce-silent-heading", n=len(people)) if people else texts("announce-silent-nobody")
    text = "\n".join([heading, *(_silent(one, texts, with_class=many) for one in shown)])
    turns = [
        Button(label, ShowSilent(announcement=state.id, page=page, below=False))
        for label, page in (("◀️", number - 1), ("▶️", number + 1))
        if 0 <= page < pages
    ]
    remind = Button(texts("announce-remind", n=len(people)), RemindSilent(announcement=state.id))
    book = Button(texts("announce-silent-book"), TakeSilent(announcement=state.id))
    reminds = bool(people) and state.asking and state.under_way and state.delivered > 0
    last = [[remind] if reminds else [], [book] if people and may_take_out else [], [to_menu(texts)]]
    return Screen(text, [turns, *last])


def _silent(one: Silent, texts: Texts, *, with_class: bool) -> Markup:
    """«Петрова Анна, 7А — Петрова О. В. ещё не в боте»"""
    name = f"{one.name.listed}, {one.class_name}" if with_class and one.class_name else one.name.listed
    if one.pupil is None:
        return texts("announce-silent-person", name=name, why=_reason(one.who[0].why))
    guardians = (texts("announce-silent-guardian", name=who.name.short, why=_reason(who.why)) for who in one.who)
    return texts("announce-silent-child", name=name, guardians=Markup(", ".join(guardians)))


def _reason(why: Why | None) -> str:
    return why.replace("_", "-") if why is not None else "none"


def correcting_screen(state: AnnouncementState, texts: Texts) -> Screen:
    """The text as it is, to be copied, and what becomes of the new one."""
    back = Button(texts("back"), ShowAnnouncement(announcement=state.id))
    text = texts("announce-correct-ask", delivered=state.delivered)
    return Screen(f"{text}\n\n{quoted(state.wording.text, texts)}", [[back]])


def corrected_screen(state: AnnouncementState, texts: Texts) -> Screen:
    """The live line itself goes on where it stands."""
    text = f"{texts('announce-corrected')}\n\n{quoted(cut(state.wording.text, SHOWN), texts)}"
    back = Button(texts("back"), ShowAnnouncement(announcement=state.id))
    return Screen(text, [[back, to_menu(texts)]])


def letter_screen(
    letter: AnnouncementLetter,
    reader: PersonId,
    texts: Texts,
    poll: PollCard | None = None,
    view: PollView = AS_RECEIVED,
) -> Screen:
    """As it arrives: who writes, to whom, the text, the poll that it carries, «Ознакомлен»."""
    parts = [letter_heading(letter, texts), html_of(letter.wording), *_below(letter, reader, texts)]
    if poll is not None:
        parts.insert(2, notes(poll, texts, view))
    buttons = [*(rows(poll, texts, view) if poll is not None else ()), *_answers(letter, reader, texts)]
    return Screen("\n\n".join(part for part in parts if part), buttons, files=letter.files)


def answering_screen(letter: AnnouncementLetter, texts: Texts) -> Screen:
    """Who alone will read it."""
    text = texts("announcement-answer-ask", sender=letter.sender.polite)
    return Screen(f"{quoted(cut(letter.wording.text, SHOWN), texts)}\n{text}", [[to_menu(texts)]])


def reminder_screen(letter: AnnouncementLetter, texts: Texts, poll: PollCard | None = None) -> Screen:
    """Short: who waits for what, the first words; the whole opens by a tap."""
    until = texts.date(letter.close_on) if letter.close_on is not None else "none"
    sender = {"sender": letter.sender.full, "role": _role(letter, texts)}
    unanswered = poll is not None and poll.waits
    text = texts("poll-reminder", **sender) if unanswered else texts("announcement-reminder", until=until, **sender)
    first = letter.wording.text[:REMINDED].strip()
    words = quoted(first if len(letter.wording.text) <= REMINDED else f"{first}…", texts) if first else ""
    button = Button(texts("announcement-open"), OpenAnnouncement(announcement=letter.id), style=Style.PRIMARY)
    return Screen(f"{text}\n\n{words}".strip(), [[button]])


def letter_heading(letter: AnnouncementLetter, texts: Texts) -> Markup:
    audience = _meant(letter, texts)
    heading = texts("announcement-from", sender=letter.sender.full, role=_role(letter, texts), audience=audience)
    return Markup(f"{texts('announcement-urgent')}\n{heading}") if letter.urgent else heading


def _meant(letter: AnnouncementLetter, texts: Texts) -> Markup:
    """As its reader says it: «все, кого я учу» are the sender's words."""
    match letter.scope.kind:
        case ScopeKind.TAUGHT | ScopeKind.TAUGHT_DEBTS as kind:
            taught = texts("announcement-taught" if kind is ScopeKind.TAUGHT else "announcement-taught-debts")
            return Markup(f"{taught}, {texts(f'audience-{letter.audience}')}")
        case _:
            return audience_words(letter.scope, letter.audience, texts)


def _role(letter: AnnouncementLetter, texts: Texts) -> str:
    return texts(f"roles-name-{letter.role}") if letter.role is not None else "none"


def _below(letter: AnnouncementLetter, reader: PersonId, texts: Texts) -> list[Markup]:
    """When it was corrected; what is asked of the reader."""
    lines = []
    if letter.edited_at is not None:
        day = _date(letter.edited_at, texts) if letter.edited_at.date() != letter.made_at.date() else "same"
        lines.append(texts("announcement-edited", at=texts.time(letter.edited_at), day=day))
    if reader in letter.acknowledged:
        lines.append(texts("announcement-acknowledged"))
    elif letter.asks and letter.close_on is not None:
        lines.append(texts("announcement-until", day=texts.date(letter.close_on), closed=letter.closed))
    return [Markup("\n".join(lines))] if lines else []


def _answers(letter: AnnouncementLetter, reader: PersonId, texts: Texts) -> Sequence[Sequence[Button]]:
    seen = Button(texts("announcement-acknowledge"), Acknowledge(announcement=letter.id), style=Style.PRIMARY)
    answer = Button(texts("announcement-answer"), AnswerAnnouncement(announcement=letter.id))
    return [[seen] if letter.asks_of(reader) else [], [answer]]


def _date(moment: datetime, texts: Texts) -> str:
    return texts.date(moment.date())


def unreached_lines(people: Sequence[Addressed], texts: Texts, room: int = ROOM) -> Markup:
    """By reason, most people first; the names fold, and those beyond `room` characters are counted."""
    reasons = Counter(one.why for one in people)
    share = room // len(reasons) - AROUND
    groups = (_group(why, [one for one in people if one.why == why], texts, share) for why, _ in reasons.most_common())
    return Markup("\n".join([texts("announce-unreached-heading", n=len(people)), *groups]))


def _group(why: Why | None, people: Sequence[Addressed], texts: Texts, room: int) -> Markup:
    names = _fitting([_with_children(one) for one in people[:LISTED]], room)
    lines = [texts("announcement-text", text=name) for name in names]
    if len(people) > len(names):
        lines.append(texts("announce-more", n=len(people) - len(names)))
    reason = texts(f"announce-why-{why}".replace("_", "-"), n=len(people))
    listed = "\n".join(lines)
    return Markup(f"{reason}\n<blockquote expandable>{listed}</blockquote>")


def _fitting(lines: Sequence[str], room: int) -> Sequence[str]:
    """As many of the first lines as `room` characters hold."""
    ends = accumulate(len(line) + 1 for line in lines)
    return lines[: sum(end <= room for end in ends)]


def _with_children(one: Addressed) -> str:
    children = ", ".join(pupil.listed for pupil in one.pupils)
    return f"{one.name.full} ({children})" if children else one.name.full


def quoted(text: str, texts: Texts) -> Markup:
    return Markup(f"<blockquote>{texts('announcement-text', text=text)}</blockquote>")
