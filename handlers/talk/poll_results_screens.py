"""What came of a poll, as its sender sees it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from domain.talk.poll_cards import FEWEST_SHOWN, PollResults, ResultLine
from domain.talk.polls import PollKind
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen, Style
from handlers.messaging.way_back import to_menu
from handlers.talk.poll_buttons import ClosePoll, RemindPoll, ShowAnswers, ShowResults, TakeResultsOut
from handlers.talk.poll_rows import numbered, one_day, option_text, slot_label
from handlers.texts.translator import Markup, Texts

BAR = 10
"""Signs of the longest bar."""
QUESTION = 200
"""Characters of the question that are repeated."""
LINES = 20
"""Answers on a page."""
ANSWER = 80
"""Characters of an answer in such a line."""
ROOM = 3000
"""Characters of meetings listed; the rest is counted, and stands in the table."""
NUMBERS = 15
"""Different numbers that are listed."""


def results(found: PollResults, texts: Texts) -> Screen:
    parts = [
        texts("poll-results-heading"),
        question(found.question, texts),
        texts("poll-results-answered", answered=found.answered, asked=found.asked),
        *_state(found, texts),
        "",
        *_body(found, texts),
    ]
    return Screen("\n".join(parts), _rows(found, texts))


def answers(found: PollResults, silent: bool, number: int, texts: Texts) -> Screen:
    """By child or person, in the order of their names; `silent`: who has not answered."""
    lines = found.silent if silent else tuple(line for line in found.lines if line.answered)
    pages = max(1, -(-len(lines) // LINES))
    number = min(max(number, 0), pages - 1)
    shown = lines[number * LINES : (number + 1) * LINES]
    heading = texts("poll-silent-heading" if silent else "poll-answers-heading", n=len(lines))
    a = found.head.announcement
    turns = [
        Button(label, ShowAnswers(announcement=a, silent=silent, page=page))
        for label, page in (("◀️", number - 1), ("▶️", number + 1))
        if 0 <= page < pages
    ]
    remind = [Button(texts("poll-remind"), RemindPoll(announcement=a))] if silent and lines and found.open else []
    text = "\n".join([heading, "", *(_line(found, one, texts) for one in shown)] if shown else [heading])
    return Screen(text, [turns, remind, [Button(texts("back"), ShowResults(announcement=a))]])


def answer_of(found: PollResults, line: ResultLine, texts: Texts) -> str:
    """In words; '' where there is none."""
    if line.slot is not None:
        return slot_label(line.slot, found.head, texts)
    if line.answer is None:
        return ""
    if line.answer.number is not None:
        return numbered(line.answer.number, found.head.unit)
    return "; ".join(option_text(found.head, one, texts) for one in line.answer.options)


def by_whom(line: ResultLine) -> str:
    """Who answered for the child; '' where they are the same."""
    by = line.taken_by if line.slot is not None else line.answer.by_name if line.answer else None
    return by.short if by is not None and by != line.ward.name else ""


def question(text: str, texts: Texts) -> Markup:
    short = cut(text, QUESTION)
    return Markup(f"<blockquote>{texts('poll-question', text=short)}</blockquote>")


def _state(found: PollResults, texts: Texts) -> Iterator[Markup]:
    until = found.head.close_at
    if not found.open:
        yield texts("poll-results-closed")
    elif until is not None:
        yield texts("poll-until", day=texts.date(until.date()), time=texts.time(until))


def _body(found: PollResults, texts: Texts) -> Iterator[str]:
    if found.hidden:
        yield texts("poll-results-hidden", fewest=FEWEST_SHOWN)
    elif found.head.kind is PollKind.SLOT:
        yield from _fitting(list(_slots(found, texts)), texts)
    elif found.numbers is not None:
        yield from _numbers(found, texts)
    else:
        yield from _bars(found, texts)


def _bars(found: PollResults, texts: Texts) -> Iterator[str]:
    votes = found.votes or {}
    most = max(votes.values(), default=0)
    for option in found.head.options:
        count = votes.get(option.id, 0)
        share = round(100 * count / found.answered) if found.answered else 0
        filled = round(BAR * count / most) if most else 0
        yield texts("poll-results-option", option=option.text or "", votes=count, share=share)
        yield "█" * filled + "░" * (BAR - filled)


def _numbers(found: PollResults, texts: Texts) -> Iterator[str]:
    numbers, unit = found.numbers or {}, found.head.unit
    if not numbers:
        return
    yield texts("poll-results-total", total=numbered(found.total, unit))
    mean = found.total / sum(numbers.values())
    least, most = numbered(min(numbers), unit), numbered(max(numbers), unit)
    yield texts("poll-results-spread", least=least, most=most, mean=numbered(round(mean, 2), unit))
    listed = sorted(numbers.items(), key=lambda one: (-one[1], one[0]))
    yield from (_times(number, times, unit, texts) for number, times in listed[:NUMBERS])


def _times(number: Decimal, times: int, unit: str | None, texts: Texts) -> str:
    return texts("poll-results-number", number=numbered(number, unit), times=times)


def _slots(found: PollResults, texts: Texts) -> Iterator[str]:
    """By time, with who comes."""
    day = one_day(found.head)
    if day is not None:
        yield texts("poll-results-day", day=texts.on_day(day))
    of_slot = {line.slot.id: line for line in found.lines if line.slot is not None}
    for option in found.head.options:
        slot, line = slot_label(option, found.head, texts), of_slot.get(option.id)
        if line is None:
            yield texts("poll-results-slot-free", slot=slot)
        else:
            yield texts("poll-results-slot", slot=slot, name=_whose(line), by=_in_brackets(by_whom(line)))


def _fitting(lines: Sequence[str], texts: Texts) -> Iterator[str]:
    room = ROOM
    for at, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            yield texts("poll-more", n=len(lines) - at)
            return
        yield line


def _line(found: PollResults, line: ResultLine, texts: Texts) -> str:
    said = answer_of(found, line, texts)
    if not said:
        return texts("poll-question", text=_whose(line))
    return texts("poll-answer-line", name=_whose(line), answer=said[:ANSWER], by=_in_brackets(by_whom(line)))


def _whose(line: ResultLine) -> str:
    return f"{line.ward.name.listed}, {line.class_name}" if line.class_name else line.ward.name.listed


def _in_brackets(by: str) -> str:
    return f" ({by})" if by else ""


def _rows(found: PollResults, texts: Texts) -> Sequence[Sequence[Button]]:
    a, silent = found.head.announcement, found.asked - found.answered
    by_name = [
        Button(texts("poll-by-name"), ShowAnswers(announcement=a, silent=False, page=0)),
        Button(texts("poll-silent", n=silent), ShowAnswers(announcement=a, silent=True, page=0)),
    ]
    remind = [Button(texts("poll-remind"), RemindPoll(announcement=a))] if found.open and silent else []
    close = Button(texts("poll-close"), ClosePoll(announcement=a, closed=True), style=Style.DANGER)
    reopen = Button(texts("poll-reopen"), ClosePoll(announcement=a, closed=False))
    ended_by_itself = not found.open and found.head.closed_at is None
    return [
        by_name if found.head.named else [],
        [*remind, *([] if ended_by_itself else [close if found.open else reopen])],
        [] if found.hidden else [Button(texts("poll-take-out"), TakeResultsOut(announcement=a))],
        [
            Button(texts("announce-refresh"), ShowResults(announcement=a)),
            to_menu(texts),
        ],
    ]
