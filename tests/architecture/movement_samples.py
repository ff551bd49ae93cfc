"""Read models of movement and class lists to draw their screens with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.year import year_of
from domain.ids import ClassId, MovementId, PersonId, YearId
from domain.messaging.contents import ListAsked, ListsLeft, MovementNews, MovementTold
from domain.school.class_lists import Confirmation, ListPage, ListState
from domain.school.movement import (
    Movement,
    MovementCard,
    MovementKind,
    MovementState,
    Namesake,
    Newcomer,
    Wanted,
)
from domain.school.movement_report import ClassMovement, MovementReport, ReportPeriod
from domain.school.year_turn import OldClass, OldLoad, OldSeat, OldYear, planned
from handlers.school import class_list_screens as lists
from handlers.school import movement_report_screens as reports
from handlers.school import movement_screens as movement
from handlers.school import year_screens as year
from tests import school
from tests.architecture import screen_samples as s

BOTH = (False, True)
NEWCOMER = Newcomer(s.NAME, date(2014, 3, 12))


def _card(kind: MovementKind, state: MovementState, order: str | None) -> MovementCard:
    comes = kind is MovementKind.ENROLLED
    wanted = Wanted(
        kind,
        s.TODAY,
        None if comes else PersonId(s.BIG),
        NEWCOMER if comes else None,
        None if kind.leaves else ClassId(s.BIG),
        order,
    )
    decided = None if state is MovementState.PROPOSED else s.NAME
    why = s.text(200) if state is MovementState.DECLINED else None
    made = Movement(MovementId(s.BIG), wanted, None if comes else ClassId(s.BIG), state, PersonId(s.BIG))
    names = None if comes else "10 «М» (медицинский)", None if kind.leaves else "10 «М» (медицинский)"
    return MovementCard(made, s.NAME, *names, s.NAME, decided, why)


CARDS = [_card(kind, state, order) for kind in MovementKind for state in MovementState for order in (None, "4" * 40)]
WAITING = [card for card in CARDS if card.movement.state is MovementState.PROPOSED] * 3
KNOWN = [Namesake(PersonId(s.BIG), s.NAME, name) for name in ("", "11А")]
LINE = ClassMovement("10 «М» (медицинский)", 25, 1, 2, 3, 4, 21)
REPORT = MovementReport(ReportPeriod.TERM, s.TODAY, s.TODAY, (LINE,) * 60, LINE, tuple(CARDS))
REPORTS = [
    REPORT,
    replace(REPORT, lines=(replace(LINE, came=0, left=0, moved_in=0, moved_out=0),) * 60, events=()),
    replace(REPORT, lines=(), period=None),
]
CONFIRMED = Confirmation(25, s.NAME, school.MORNING)
STATES = [
    ListState(s.CLASS, 25, confirmed, changed)
    for confirmed, changed in ((None, False), (CONFIRMED, False), (CONFIRMED, True))
]
PAGES = [ListPage(state, seats, confirms) for state in STATES for seats in ((), s.SEATS * 2) for confirms in BOTH]
OLD_CLASSES = tuple(
    OldClass(ClassId(n), f"{n % 11 + 1} «М» (медицинский)", n % 11 + 1, ((PersonId(s.BIG), s.NAME),)) for n in range(60)
)
OLD_SEATS = tuple(OldSeat(n, PersonId(n), s.NAME, one.id, s.TODAY, None) for n, one in enumerate(OLD_CLASSES))
OLD_LOAD = tuple(
    OldLoad(PersonId(s.BIG), s.NAME, s.SUBJECT.id, s.SUBJECT.name, one.id, None, None, one.grade % 2 == 0)
    for one in OLD_CLASSES
)
OLD = OldYear(
    YearId(1), "2026/27", date(2026, 9, 1), date(2027, 5, 26), False, OLD_CLASSES, OLD_SEATS, (), OLD_LOAD, 999, 99, 3
)
SMALL = replace(OLD, classes=OLD_CLASSES[:1], seats=OLD_SEATS[:1], load=(), lines=0, plans=0, proposals=0)
PLANS = [planned(old, year_of(date(2027, 6, 15)), date(2027, 6, 15)) for old in (SMALL, OLD)]
SAMPLES: Mapping[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    movement.home: {"waiting": [[], WAITING[:1], WAITING], "enters": BOTH},
    movement.choose_class: {"kind": list(MovementKind), "classes": [s.CLASSES]},
    movement.choose_class_to: {"classes": [s.CLASSES]},
    movement.choose_pupil: {"kind": list(MovementKind), "seats": [(), s.SEATS]},
    movement.found: {"kind": list(MovementKind), "seats": [(), [(seat, "11А") for seat in s.SEATS]]},
    movement.choose_target: {"seat": s.SEATS[:1], "class_name": ["11А"], "classes": [s.CLASSES]},
    movement.ask_day: {
        "kind": [kind for kind in MovementKind if kind is not MovementKind.ENROLLED],
        "seat": s.SEATS[:1],
        "names": [("11А", "11Б")],
        "to": [None, ClassId(s.BIG)],
        "today": [s.TODAY],
    },
    movement.ask_newcomer: {"school_class": [s.CLASS]},
    movement.entered: {"card": CARDS},
    movement.proposal: {"card": CARDS, "decides": BOTH},
    movement.namesakes: {"card": CARDS[:1], "known": [KNOWN, KNOWN * 15]},
    movement.ask_why: {"card": CARDS},
    movement.movement_screen: {"news": [MovementNews(card) for card in CARDS]},
    movement.movement_told_screen: {"news": [MovementTold(card) for card in CARDS]},
    reports.report: {"shown": REPORTS},
    reports.on_day: {"shown": REPORTS},
    year.dry_run: {"plan": PLANS},
    year.question: {"plan": PLANS[:1]},
    year.done: {"plan": PLANS[:1]},
    lists.states: {"shown": [[], [STATES[1]] * 60, [STATES[2]] * 60, STATES], "time": [s.TIME]},
    lists.page: {"shown": PAGES, "time": [s.TIME]},
    lists.asked_screen: {"news": [ListAsked(s.CLASS, n, date(2026, 9, 5)) for n in (0, 1, 22, 25)]},
    lists.left_screen: {"news": [ListsLeft((s.CLASS,) * n) for n in (1, 60)]},
}
