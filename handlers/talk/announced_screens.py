"""Announcements that were sent, as their sender and their readers see them."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from domain.ids import PersonId
from domain.talk.audiences import Addressed, Audience, Why
from domain.talk.letters import AnnouncementLetter, AnnouncementState
from handlers.kit.screen import Button, Screen, Style
from handlers.messaging.way_back import menu_below, to_menu
from handlers.talk.announced_buttons import Acknowledge, ShowAnnouncement, ShowUnreached
from handlers.texts.translator import Markup, Texts

LISTED = 40
"""Names listed, for each reason, of those who cannot be reached; the rest is counted."""
ROOM = 3900
"""Characters for an announcement's text and those names together; the message stays below Telegram's 4096."""
AROUND = 90
"""Of them, for the words of a reason."""
SHOWN = 300
"""Characters of an announcement's text that its live line repeats."""


def status_screen(state: AnnouncementState, texts: Texts) -> Screen:
    """The live line: delivered and acknowledged, out of all."""
    text = texts(
        "announce-status",
        class_name=state.class_name,
        audience=Audience.GUARDIANS if state.guardians else Audience.PUPILS,
        all=state.addressed,
        delivered=state.delivered,
        acknowledged=state.acknowledged,
        waiting=state.waiting,
    )
    short = state.text if len(state.text) <= SHOWN else state.text[: SHOWN - 1] + "…"
    rows = [
        [
            Button(texts("announce-refresh"), ShowAnnouncement(announcement=state.id)),
            Button(texts("announce-unreached"), ShowUnreached(announcement=state.id)),
        ],
        [menu_below(texts)],
    ]
    return Screen(f"{text}\n\n{quoted(short, texts)}", rows)


def unreached_screen(people: Sequence[Addressed], texts: Texts) -> Screen:
    text = unreached_lines(people, texts) if people else texts("announce-all-reached")
    return Screen(text, [[to_menu(texts)]])


def letter_screen(letter: AnnouncementLetter, reader: PersonId, texts: Texts) -> Screen:
    """As it arrives: sender and class, the text, «Ознакомлен»."""
    heading = texts("announcement-from", sender=letter.sender.full, class_name=letter.class_name)
    body = f"{heading}\n\n{texts('announcement-text', text=letter.text)}"
    if reader in letter.acknowledged:
        return Screen(f"{body}\n\n{texts('announcement-acknowledged')}")
    button = Button(texts("announcement-acknowledge"), Acknowledge(announcement=letter.id), style=Style.PRIMARY)
    return Screen(body, [[button]])


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
