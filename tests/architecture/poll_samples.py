"""Read models of polls."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from domain.ids import AnnouncementId, PersonId, PollId, PollOptionId
from domain.messaging.contents import MeetingNews, MeetingsNews
from domain.roles.people import PersonName
from domain.talk.announcements import Draft
from domain.talk.audiences import Audience, Scope, ScopeKind
from domain.talk.poll_cards import (
    PollAnswer,
    PollCard,
    PollHead,
    PollOption,
    PollResults,
    PollWard,
    ResultLine,
    SlotCard,
)
from domain.talk.poll_lines import spread
from domain.talk.polls import MOST_OPTIONS, MOST_SLOTS, Per, PollDraft, PollKind, SlotDraft
from domain.talk.wording import Wording
from handlers.talk import poll_composing_screens as composing
from handlers.talk import poll_results_screens as results
from handlers.talk import poll_screens as screens
from handlers.talk.poll_rows import PollView
from tests import school
from tests.architecture.screen_samples import BIG, NAME, TODAY, text

BOTH = (False, True)
KEY = "ffffffff"
START = datetime(2026, 11, 25, 17, 0, tzinfo=school.ZONE)
TEN = timedelta(minutes=10)
CHILD, OTHER_CHILD = PollWard(PersonId(BIG), NAME), PollWard(PersonId(BIG - 1), PersonName("Иванова", "Маша"))
WORDS = tuple(PollOption(PollOptionId(BIG - n), text(100)) for n in range(MOST_OPTIONS))
TIMES = tuple(
    PollOption(PollOptionId(BIG - n), None, START + n * TEN, START + (n + 1) * TEN, "каб. <12>")
    for n in range(MOST_SLOTS)
)
TAKEN = replace(TIMES[0], taken_for=CHILD.id, taken_by=PersonId(1))
ONE = PollHead(PollId(BIG), AnnouncementId(BIG), PollKind.ONE, Per.CHILD, True, WORDS)
UNNAMED = replace(ONE, named=False, close_at=START)
SEVERAL = replace(ONE, kind=PollKind.SEVERAL)
SLOTS = replace(ONE, kind=PollKind.SLOT, options=TIMES)
APART = replace(SLOTS, options=tuple(replace(one, place=f"каб. {n}") for n, one in enumerate(TIMES)))
GONE = replace(SLOTS, options=(replace(TIMES[0], taken_for=PersonId(5), taken_by=PersonId(6)),))
MINE = replace(SLOTS, options=(TAKEN, *TIMES[1:]))
NUMBER = replace(ONE, kind=PollKind.NUMBER, options=(), unit="₽", least=Decimal("0.5"), most=Decimal("1500.50"))
FEW = replace(NUMBER, unit="шт.", least=None, most=Decimal(9))
ANY = replace(NUMBER, unit=None, least=Decimal(3), most=None, per=Per.PERSON)
HEADS = (ONE, UNNAMED, SEVERAL, replace(SEVERAL, named=False), SLOTS, APART, GONE, MINE, NUMBER, FEW, ANY)
VIEWS = (
    PollView(),
    PollView(CHILD.id),
    PollView(CHILD.id, again=True),
    PollView(CHILD.id, again=True, marks=2**MOST_OPTIONS - 1),
)


def _answer(head: PollHead) -> PollAnswer | None:
    if head.kind is PollKind.SLOT or not head.named:
        return None
    if head.kind is PollKind.NUMBER:
        return PollAnswer((), Decimal("5.5"), PersonId(1), NAME)
    chosen = head.options if head.kind is PollKind.SEVERAL else head.options[:1]
    return PollAnswer(tuple(one.id for one in chosen), None, PersonId(1), NAME)


def _cards(head: PollHead) -> list[PollCard]:
    answer = _answer(head)
    fresh = PollCard(head, PersonId(1), (CHILD,))
    given = replace(
        fresh,
        wards=(CHILD, OTHER_CHILD),
        answers={CHILD.id: answer} if answer else {},
        answered=frozenset() if head.named else frozenset({CHILD.id}),
    )
    own = replace(given, reader=CHILD.id, wards=(CHILD,))
    return [fresh, given, own, replace(given, open=False), replace(fresh, wards=(CHILD, OTHER_CHILD))]


CARDS = [card for head in HEADS for card in _cards(head)]


def _lines(head: PollHead, count: int) -> tuple[ResultLine, ...]:
    answer, slot = _answer(head), TAKEN if head.kind is PollKind.SLOT else None
    return tuple(
        ResultLine(replace(CHILD, id=PersonId(n)), "7А" if n % 2 else None, n % 3 > 0, answer, slot, NAME)
        if n % 3
        else ResultLine(replace(CHILD, id=PersonId(n)), "7А", False)
        for n in range(count)
    )


def _results(head: PollHead, count: int) -> PollResults:
    lines = _lines(head, count) if head.named else ()
    votes = None if head.kind is PollKind.NUMBER else {one.id: n for n, one in enumerate(head.options)}
    numbers = {Decimal(n) / 2: n + 1 for n in range(40)} if head.kind is PollKind.NUMBER else None
    came = sum(1 for line in lines if line.answered)
    return PollResults(head, count, came, lines, votes, numbers, True, text(3500))


RESULTS = [
    *(_results(head, count) for head in HEADS for count in (0, 4, 70)),
    replace(_results(UNNAMED, 5), votes=None),
    replace(_results(NUMBER, 5), numbers={}),
    replace(_results(ONE, 5), open=False),
    replace(_results(replace(ONE, closed_at=START), 5), open=False),
]
STEPPED = tuple(
    SlotDraft(START.replace(hour=start.hour, minute=start.minute), START + length, "каб. 12")
    for start, length in list(spread(START.time().replace(hour=8), START.time().replace(hour=22), 15))[:MOST_SLOTS]
)
DRAFTS = (
    PollDraft(PollKind.ONE, tuple(f"{n}{text(98)}" for n in range(MOST_OPTIONS)), named=False, close_at=START),
    PollDraft(PollKind.SEVERAL, ("А", "Б"), per=Per.PERSON),
    PollDraft(PollKind.NUMBER, unit="₽", most=Decimal(1500)),
    PollDraft(PollKind.SLOT, slots=STEPPED),
    PollDraft(PollKind.SLOT, slots=STEPPED[:1]),
)
ANNOUNCED = [
    Draft(KEY, Scope(ScopeKind.CLASSES, (school.CLASS_7A,)), audience, Wording("Собрание"), poll=DRAFTS[0])
    for audience in Audience
]
MEETING = SlotCard(MINE, TAKEN, CHILD, NAME)
NOPLACE = replace(MEETING, slot=replace(TAKEN, place=None))
DAY = {"key": [KEY], "day": [TODAY]}
HOURS = {"start": [START.time()]}
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    screens.ask_number: {"card": _cards(NUMBER)[:1] + _cards(ANY)[:1], "ward": [CHILD.id]},
    screens.meeting_screen: {"news": [MeetingNews(MEETING), MeetingNews(NOPLACE)]},
    screens.meetings_screen: {"news": [MeetingsNews(AnnouncementId(BIG), (MEETING,) * n) for n in (1, MOST_SLOTS)]},
    results.results: {"found": RESULTS},
    results.answers: {"found": [one for one in RESULTS if one.head.named], "silent": BOTH, "number": [0, 1, 99]},
    composing.kinds: {"key": [KEY], "again": BOTH},
    composing.ask_options: {"key": [KEY]},
    composing.ask_bounds: {"key": [KEY]},
    composing.ask_slots: {"key": [KEY], "today": [TODAY]},
    composing.ask_start: DAY,
    composing.ask_end_of_slots: {**DAY, **HOURS},
    composing.ask_step: {**DAY, **HOURS, "end": [START.time().replace(hour=19)]},
    composing.ask_place: {"key": [KEY]},
    composing.ask_end: {"key": [KEY], "poll": DRAFTS[:2], "today": [TODAY]},
    composing.composed: {"draft": ANNOUNCED, "poll": DRAFTS, "zone": [school.ZONE]},
}
