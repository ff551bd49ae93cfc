"""A poll before it is sent: of what kind, what can be answered, and how it will be received."""

from datetime import date, time, timedelta, tzinfo

from domain.talk.announcements import Draft
from domain.talk.audiences import Audience
from domain.talk.polls import Per, PollDraft, PollKind
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.talk.announcing_buttons import BackToControl
from handlers.talk.poll_composing_buttons import (
    AnyNumber,
    AskComing,
    AskPlace,
    AskPollEnd,
    ChangePollKind,
    ChoosePollKind,
    ComposePoll,
    CountPoll,
    DropPoll,
    EndPoll,
    NamePoll,
    OfferSlots,
    SlotsFrom,
    SlotsOn,
    SlotsTill,
)
from handlers.talk.poll_previewed import previewed
from handlers.talk.poll_rows import notes, rows
from handlers.texts.translator import Texts

DAYS_OFFERED = 8
FIRST_START, LAST_START, HALF_HOUR = 8 * 60, 19 * 60 + 30, 30
"""Minutes of the day."""
LONGEST_SPAN = 8
"""Half hours."""
STEPS = (5, 10, 15, 20, 30)
SLOTS_SHOWN = 20


def kinds(key: str, texts: Texts, again: bool) -> Screen:
    """`again`: another takes the place of the poll that is there."""
    offered = [
        [Button(texts(f"poll-kind-{kind}"), ChoosePollKind(key=key, kind=kind)) for kind in pair]
        for pair in ((PollKind.ONE, PollKind.SEVERAL), (PollKind.NUMBER, PollKind.SLOT))
    ]
    back = ComposePoll(key=key) if again else BackToControl(key=key)
    quick = [Button(texts("poll-coming"), AskComing(key=key))]
    return Screen(texts("poll-choose-kind"), [quick, *offered, [Button(texts("back"), back)]])


def ask_options(key: str, texts: Texts) -> Screen:
    return Screen(texts("poll-ask-options"), [[_to_kinds(key, texts)]])


def ask_bounds(key: str, texts: Texts) -> Screen:
    return Screen(
        texts("poll-ask-bounds"), [[Button(texts("poll-any-number"), AnyNumber(key=key))], [_to_kinds(key, texts)]]
    )


def ask_slots(key: str, today: date, texts: Texts) -> Screen:
    """Typed, or day, from, till and step one after another."""
    days = [today + timedelta(days=n) for n in range(1, DAYS_OFFERED + 2)]
    buttons = (Button(texts.short_day(day), SlotsOn(key=key, day=packed(day))) for day in days if day.isoweekday() < 7)
    return Screen(texts("poll-ask-slots"), [*in_rows(buttons, 4), [_to_kinds(key, texts)]])


def ask_start(key: str, day: date, texts: Texts) -> Screen:
    buttons = (
        Button(_hours(minute), SlotsFrom(key=key, day=packed(day), span=_packed(minute)))
        for minute in range(FIRST_START, LAST_START + 1, HALF_HOUR)
    )
    back = ChoosePollKind(key=key, kind=PollKind.SLOT)
    return Screen(texts("poll-ask-start", day=texts.day(day)), [*in_rows(buttons, 6), [Button(texts("back"), back)]])


def ask_end_of_slots(key: str, day: date, start: time, texts: Texts) -> Screen:
    first = start.hour * 60 + start.minute
    ends = [first + n * HALF_HOUR for n in range(1, LONGEST_SPAN + 1) if first + n * HALF_HOUR < 24 * 60]
    buttons = (
        Button(_hours(end), SlotsTill(key=key, day=packed(day), span=f"{_packed(first)}-{_packed(end)}"))
        for end in ends
    )
    text = texts("poll-ask-till", day=texts.day(day), start=texts.time(start))
    return Screen(text, [*in_rows(buttons, 4), [Button(texts("back"), SlotsOn(key=key, day=packed(day)))]])


def ask_step(key: str, day: date, start: time, end: time, texts: Texts) -> Screen:
    span = f"{start:%H%M}-{end:%H%M}"
    buttons = [
        Button(texts("poll-minutes", n=step), OfferSlots(key=key, day=packed(day), span=span, step=step))
        for step in STEPS
    ]
    text = texts("poll-ask-step", day=texts.day(day), start=texts.time(start), end=texts.time(end))
    back = SlotsFrom(key=key, day=packed(day), span=f"{start:%H%M}")
    return Screen(text, [*in_rows(buttons, 3), [Button(texts("back"), back)]])


def ask_place(key: str, texts: Texts) -> Screen:
    return Screen(texts("poll-ask-place"), [[Button(texts("back"), ComposePoll(key=key))]])


def ask_end(key: str, poll: PollDraft, today: date, texts: Texts) -> Screen:
    days = [today + timedelta(days=n) for n in (0, 1, 2, 3, 5, 7)]
    buttons = [Button(texts.short_day(day), EndPoll(key=key, at=f"{packed(day)}2000")) for day in days]
    never = [Button(texts("poll-no-end"), EndPoll(key=key, at=""))] if poll.close_at else []
    return Screen(texts("poll-ask-end"), [*in_rows(buttons, 3), never, [Button(texts("back"), ComposePoll(key=key))]])


def composed(draft: Draft, poll: PollDraft, zone: tzinfo, texts: Texts) -> Screen:
    """The poll as its readers will see it, and what can be changed about it."""
    key, families = draft.key, draft.audience is not Audience.STAFF
    card = previewed(poll, draft.audience, zone)
    note, labels = notes(card, texts), [button.label for row in rows(card, texts) for button in row]
    shown = labels[:SLOTS_SHOWN]
    more = [texts("poll-more", n=len(labels) - len(shown))] if len(labels) > len(shown) else []
    options = "\n".join([texts("poll-question", text=f"▫️ {label}") for label in shown])
    text = "\n".join([texts("poll-composed"), "", note, "", *([options] if options else []), *more])
    slots = poll.kind is PollKind.SLOT
    named = Button(
        texts("poll-make-unnamed" if poll.named else "poll-make-named"), NamePoll(key=key, named=not poll.named)
    )
    per_child = poll.per is Per.CHILD
    per = Button(
        texts("poll-count-persons" if per_child else "poll-count-children"),
        CountPoll(key=key, per=Per.PERSON if per_child else Per.CHILD),
    )
    more_slots = ChoosePollKind(key=key, kind=PollKind.SLOT)
    return Screen(
        text,
        [
            [Button(texts("poll-more-slots"), more_slots), Button(texts("poll-place"), AskPlace(key=key))]
            if slots
            else [named],
            [per] if families and draft.audience is not Audience.PUPILS else [],
            [Button(texts("poll-end"), AskPollEnd(key=key)), Button(texts("poll-other-kind"), ChangePollKind(key=key))],
            [Button(texts("poll-drop"), DropPoll(key=key))],
            [Button(texts("poll-done"), BackToControl(key=key), style=Style.SUCCESS)],
        ],
    )


def _hours(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def _packed(minute: int) -> str:
    return f"{minute // 60:02}{minute % 60:02}"


def _to_kinds(key: str, texts: Texts) -> Button:
    return Button(texts("back"), ChangePollKind(key=key))
