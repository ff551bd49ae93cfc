"""A poll within the letter that carries it: what is said under the text, and the buttons that answer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.ids import PersonId, PollOptionId
from domain.talk.poll_cards import PollCard, PollHead, PollOption, PollWard
from domain.talk.polling import bounds, said
from domain.talk.polls import BIGGEST, Per, PollKind
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Style, in_rows
from handlers.talk.poll_buttons import (
    AskNumber,
    ChooseMarked,
    ChooseOption,
    GiveNumber,
    GiveSlotBack,
    MarkOptions,
    OpenPoll,
    TakeSlot,
)
from handlers.texts.translator import Markup, Texts

FEW_NUMBERS = 10
"""So many numbers and fewer are buttons; more are typed."""
REPEATED = 120
"""Characters of an answer that are repeated."""
MONEY = re.compile(r"(?i)\s*(₽|руб|р\.|р$|rub|\$|€|тыс|коп)")


@dataclass(frozen=True, slots=True)
class PollView:
    """What the reader is about to do. `ward` None: not chosen yet; `marks`: options ticked, a bit each."""

    ward: PersonId | None = None
    again: bool = False
    marks: int = 0


AS_RECEIVED = PollView()


def notes(card: PollCard, texts: Texts, view: PollView = AS_RECEIVED) -> Markup:
    """What is asked, whose answer counts, who sees it, until when, and what was answered."""
    head, target = card.head, _target(card, view)
    lines = [_asks(head, texts), *_terms(head, texts)] if card.open else [texts("poll-closed")]
    if target is not None and len(card.wards) > 1:
        lines.append(texts("poll-for", name=_named(card, target)))
    answered = [_answer_line(card, one, texts) for one in card.wards if card.has_answered(one.id)]
    return Markup("\n".join([*lines, *answered]))


def rows(card: PollCard, texts: Texts, view: PollView = AS_RECEIVED) -> list[list[Button]]:
    target = _target(card, view)
    if not card.open:
        return [[_give_back(card, one, texts)] for one in card.wards if card.head.slot_of(one.id)]
    if target is None:
        return [[_ward_button(card, one, texts)] for one in card.wards]
    back = [Button(texts("poll-back-to-children"), OpenPoll(announcement=card.head.announcement, ward=0, again=False))]
    several = [back] if len(card.wards) > 1 else []
    if card.has_answered(target.id) and not view.again:
        return [*_answered_rows(card, target, texts), *several]
    leave = Button(texts("back"), OpenPoll(announcement=card.head.announcement, ward=target.id, again=False))
    return [*map(list, _choices(card, target, texts, view)), *(several or ([[leave]] if view.again else []))]


def slot_label(option: PollOption, head: PollHead, texts: Texts) -> str:
    """«17:10», with the day and the place where they differ within the poll."""
    start = option.starts_at
    if start is None:
        return option.text or ""
    day = "" if one_day(head) else f"{start:%d.%m} "
    place = f" · {option.place}" if option.place and not _place(head) else ""
    return f"{day}{texts.time(start)}{place}"


def slot_in_full(option: PollOption, texts: Texts) -> str:
    """«25 ноября, 17:10, каб. 12»"""
    start = option.starts_at
    if start is None:
        return option.text or ""
    return ", ".join([texts.date(start.date()), texts.time(start), *([option.place] if option.place else [])])


def option_text(head: PollHead, option: PollOptionId, texts: Texts) -> str:
    found = head.option(option)
    if found is None:
        return ""
    return slot_in_full(found, texts) if found.starts_at else found.text or ""


def marked(head: PollHead, marks: int) -> list[PollOptionId]:
    return [one.id for at, one in enumerate(head.options) if marks >> at & 1]


def numbered(number: Decimal, unit: str | None) -> str:
    """«1500 ₽»"""
    return f"{said(number)} {unit}" if unit else said(number)


def _target(card: PollCard, view: PollView) -> PollWard | None:
    found = next((one for one in card.wards if one.id == view.ward), None)
    return found or (card.wards[0] if len(card.wards) == 1 else None)


def _named(card: PollCard, ward: PollWard) -> str:
    return ward.name.listed if ward.id != card.reader else ward.name.given or ward.name.surname


def _asks(head: PollHead, texts: Texts) -> Markup:
    match head.kind:
        case PollKind.SLOT:
            day, place = one_day(head), _place(head)
            where = [*([texts.on_day(day)] if day else []), *([place] if place else [])]
            return texts("poll-asks-slot", where=f": {', '.join(where)}" if where else "")
        case PollKind.NUMBER:
            money = head.unit is not None and MONEY.match(head.unit)
            asked = number_asked(head, texts)
            return Markup(f"{asked}\n{texts('poll-money')}") if money else asked
        case PollKind.ONE | PollKind.SEVERAL:
            return texts(f"poll-asks-{head.kind}")


def number_asked(head: PollHead, texts: Texts) -> Markup:
    """With its bounds and its unit."""
    (least, most), unit = bounds(head), f" {head.unit}" if head.unit else ""
    if most < BIGGEST:
        return texts("poll-asks-number-between", least=said(least), most=said(most), unit=unit)
    return (
        texts("poll-asks-number-from", least=said(least), unit=unit) if least else texts("poll-asks-number", unit=unit)
    )


def _terms(head: PollHead, texts: Texts) -> Iterator[Markup]:
    once = head.kind is PollKind.SLOT or not head.named
    if head.per is Per.CHILD:
        yield texts("poll-per-child-once" if once else "poll-per-child")
    if head.kind is PollKind.SLOT:
        yield texts("poll-named-slot")
    else:
        yield texts("poll-named" if head.named else "poll-unnamed")
    if head.close_at is not None:
        until = head.close_at
        yield texts("poll-until", day=texts.date(until.date()), time=texts.time(until))


def _answer_line(card: PollCard, ward: PollWard, texts: Texts) -> Markup:
    """Of the own answer; of a child's, with who gave it where that was another."""
    own, name = len(card.wards) == 1, ward.name.given or ward.name.surname
    answer, slot = card.answers.get(ward.id), card.head.slot_of(ward.id)
    if answer is None and slot is None:
        return texts("poll-your-silent-answer") if own else texts("poll-childs-silent-answer", name=name)
    what = _said_answer(card, ward, texts)
    if not own:
        line = texts("poll-childs-answer", name=name, answer=what)
    else:
        line = texts("poll-your-slot", slot=what) if slot else texts("poll-your-answer", answer=what)
    by_another = answer is not None and answer.by != card.reader
    return texts("poll-answer-by", line=line, by=answer.by_name.short) if answer and by_another else line


def _said_answer(card: PollCard, ward: PollWard, texts: Texts) -> str:
    slot, answer = card.head.slot_of(ward.id), card.answers.get(ward.id)
    if slot is not None:
        return slot_in_full(slot, texts)
    if answer is None:
        return ""
    if answer.number is not None:
        return numbered(answer.number, card.head.unit)
    said_ = "; ".join(option_text(card.head, one, texts) for one in answer.options)
    return cut(said_, REPEATED)


def _ward_button(card: PollCard, ward: PollWard, texts: Texts) -> Button:
    name = ward.name.given or ward.name.surname
    sign = "✅" if card.has_answered(ward.id) else "👉"
    said_ = _said_answer(card, ward, texts)
    label = f"{sign} {name}: {said_}" if said_ else f"{sign} {name}"
    return Button(label[:60], OpenPoll(announcement=card.head.announcement, ward=ward.id, again=False))


def _answered_rows(card: PollCard, ward: PollWard, texts: Texts) -> list[list[Button]]:
    """Without a name nothing is changed."""
    if not card.head.named:
        return []
    again = OpenPoll(announcement=card.head.announcement, ward=ward.id, again=True)
    if card.head.kind is PollKind.SLOT:
        return [[Button(texts("poll-other-slot"), again), _give_back(card, ward, texts)]]
    return [[Button(texts("poll-change"), again)]]


def _give_back(card: PollCard, ward: PollWard, texts: Texts) -> Button:
    return Button(texts("poll-give-back"), GiveSlotBack(announcement=card.head.announcement, ward=ward.id))


def _choices(card: PollCard, ward: PollWard, texts: Texts, view: PollView) -> Sequence[Sequence[Button]]:
    head, a = card.head, card.head.announcement
    match head.kind:
        case PollKind.ONE:
            answer = card.answers.get(ward.id)
            given = answer.options if answer else ()
            return [
                [
                    Button(
                        f"✅ {one.text}" if one.id in given else one.text or "",
                        ChooseOption(announcement=a, ward=ward.id, option=one.id),
                    )
                ]
                for one in head.options
            ]
        case PollKind.SEVERAL:
            return _ticks(card, ward, texts, view)
        case PollKind.NUMBER:
            return _numbers(head, ward, texts)
        case PollKind.SLOT:
            return _slots(card, ward, texts)


def _ticks(card: PollCard, ward: PollWard, texts: Texts, view: PollView) -> list[list[Button]]:
    head, a = card.head, card.head.announcement
    ticks = [
        [
            Button(
                f"{'☑️' if view.marks >> at & 1 else '▫️'} {one.text}",
                MarkOptions(announcement=a, ward=ward.id, marks=view.marks ^ 1 << at),
            )
        ]
        for at, one in enumerate(head.options)
    ]
    send = ChooseMarked(announcement=a, ward=ward.id, marks=view.marks)
    return [*ticks, [Button(texts("poll-send-marks"), send, style=Style.SUCCESS)]] if view.marks else ticks


def _numbers(head: PollHead, ward: PollWard, texts: Texts) -> list[list[Button]]:
    least, most = bounds(head)
    whole = least == least.to_integral_value() and most == most.to_integral_value()
    if whole and most - least < FEW_NUMBERS:
        buttons = (
            Button(str(n), GiveNumber(announcement=head.announcement, ward=ward.id, number=n))
            for n in range(int(least), int(most) + 1)
        )
        return in_rows(buttons, 5)
    return [[Button(texts("poll-write-number"), AskNumber(announcement=head.announcement, ward=ward.id))]]


def _slots(card: PollCard, ward: PollWard, texts: Texts) -> list[list[Button]]:
    """Taken ones are not shown, but the own one is."""
    head = card.head
    offered = [one for one in head.options if one.taken_for in (None, ward.id)]
    buttons = (
        Button(
            f"✅ {slot_label(one, head, texts)}" if one.taken_for else slot_label(one, head, texts),
            TakeSlot(announcement=head.announcement, ward=ward.id, option=one.id),
        )
        for one in offered
    )
    wide = any(len(slot_label(one, head, texts)) > 12 for one in offered)
    return in_rows(buttons, 2 if wide else 4) or [[_nothing_left(head, ward, texts)]]


def _nothing_left(head: PollHead, ward: PollWard, texts: Texts) -> Button:
    look = OpenPoll(announcement=head.announcement, ward=ward.id, again=False)
    return Button(texts("poll-no-slots"), look)


def one_day(head: PollHead) -> date | None:
    """On which all its slots are; None where they differ."""
    days = {one.starts_at.date() for one in head.options if one.starts_at}
    return days.pop() if len(days) == 1 else None


def _place(head: PollHead) -> str:
    """Of all its slots; '' where they differ."""
    places = {one.place for one in head.options if one.starts_at}
    return next(iter(places)) or "" if len(places) == 1 else ""
