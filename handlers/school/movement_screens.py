"""Movement of pupils: what waits, step by step to an entry, and a proposal as the office decides on it."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.ids import ClassId
from domain.messaging.contents import MovementNews, MovementTold
from domain.school.movement import MovementCard, MovementKind, MovementState, Namesake
from domain.school.movement_report import ReportPeriod
from domain.school.roster import SchoolClass, Seat
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.messaging.way_back import menu_below, to_menu
from handlers.school.movement_buttons import (
    AcceptMovement,
    DeclineMovement,
    MoveAsk,
    MoveClass,
    MoveOn,
    MovePupil,
    NewcomerTo,
    OpenMovement,
    ShowLists,
    ShowMovement,
    ShowReport,
    TakeMovementBack,
)
from handlers.texts.translator import Markup, Texts

LISTED = 12
"""Proposals on one screen, the oldest: the rest follows when these are decided."""
MOST = 60
"""Pupils' buttons."""
FOUND = 20
LEAVING = (MovementKind.LEFT, MovementKind.EXPELLED, MovementKind.GRADUATED)


def home(texts: Texts, waiting: Sequence[MovementCard], enters: bool) -> Screen:
    """`enters`: whoever moves pupils, or proposes to; others look at reports and lists."""
    waits = [
        [Button(texts("movement-line-waiting", what=_short(texts, card)), ShowMovement(movement=card.movement.id))]
        for card in waiting[:LISTED]
    ]
    kinds = [
        Button(texts("movement-enrolled"), NewcomerTo(school_class=0)),
        Button(texts("movement-moved"), MoveClass(kind=MovementKind.MOVED, school_class=0)),
        Button(texts("movement-left"), MoveClass(kind=MovementKind.LEFT, school_class=0)),
    ]
    looks = [
        Button(texts("movement-report"), ShowReport(period=ReportPeriod.MONTH)),
        Button(texts("movement-lists"), ShowLists()),
    ]
    rows = [*waits, *([kinds] if enters else []), looks, [to_menu(texts)]]
    return Screen(texts("movement-home", n=len(waiting)), rows)


def choose_class(texts: Texts, kind: MovementKind, classes: Sequence[SchoolClass]) -> Screen:
    buttons = [Button(one.name, MoveClass(kind=kind, school_class=one.id)) for one in classes[:90]]
    return Screen(texts("movement-class"), [*in_rows(buttons, 5), [_back(texts)]])


def choose_class_to(texts: Texts, classes: Sequence[SchoolClass]) -> Screen:
    buttons = [Button(one.name, NewcomerTo(school_class=one.id)) for one in classes[:90]]
    return Screen(texts("movement-class-to"), [*in_rows(buttons, 5), [_back(texts)]])


def choose_pupil(texts: Texts, kind: MovementKind, seats: Sequence[Seat]) -> Screen:
    buttons = [_pupil(kind, seat, seat.name.listed) for seat in seats[:MOST]]
    return Screen(texts("movement-pupil" if buttons else "movement-no-pupils"), [*in_rows(buttons, 2), [_back(texts)]])


def found(texts: Texts, kind: MovementKind, seats: Sequence[tuple[Seat, str]]) -> Screen:
    """`seats` with their classes' names: those whom the words could mean."""
    buttons = [[_pupil(kind, seat, f"{seat.name.full}, {name}")] for seat, name in seats[:FOUND]]
    return Screen(texts("movement-found" if buttons else "movement-found-none"), [*buttons, [_back(texts)]])


def choose_target(texts: Texts, seat: Seat, class_name: str, classes: Sequence[SchoolClass]) -> Screen:
    buttons = [Button(one.name, MoveAsk(kind=MovementKind.MOVED, pupil=seat.pupil, to=one.id)) for one in classes[:90]]
    text = texts("movement-to", name=seat.name.full, class_name=class_name)
    return Screen(text, [*in_rows(buttons, 5), [_back(texts)]])


def ask_day(
    texts: Texts, kind: MovementKind, seat: Seat, names: tuple[str, str], to: ClassId | None, today: date
) -> Screen:
    """`names` of the present class and of the new one ('' where there is none)."""
    days = [today, today + timedelta(days=1)]
    on = [
        Button(texts.short_day(day), MoveOn(kind=kind, pupil=seat.pupil, to=to or 0, day=packed(day))) for day in days
    ]
    other = [
        Button(texts(f"movement-instead-{one}"), MoveAsk(kind=one, pupil=seat.pupil, to=0))
        for one in LEAVING
        if kind.leaves and one is not kind
    ]
    variables = {"to": names[1]} if kind is MovementKind.MOVED else {}
    text = texts(f"movement-ask-{kind}", name=seat.name.full, **{"from": names[0]}, **variables)
    return Screen(text, [on, *in_rows(other, 1), [_back(texts)]])


def ask_newcomer(texts: Texts, school_class: SchoolClass) -> Screen:
    return Screen(texts("movement-ask-newcomer", class_name=school_class.name), [[_back(texts)]])


def entered(texts: Texts, card: MovementCard) -> Screen:
    """What was entered or proposed, with a way to undo it."""
    number, accepted = card.movement.id, card.movement.state is MovementState.ACCEPTED
    undo = Button(texts("movement-undo" if accepted else "movement-withdraw"), TakeMovementBack(movement=number))
    said = texts("movement-entered" if accepted else "movement-sent")
    return Screen(f"{_what(texts, card)}\n{said}", [[undo], [_back(texts)]])


def proposal(texts: Texts, card: MovementCard, decides: bool) -> Screen:
    """As it is looked at: with the birth date, and buttons for who decides while it waits."""
    born = card.movement.wanted.newcomer.birth if card.movement.wanted.newcomer else None
    text = _told(texts, card)
    if born is not None:
        text = Markup(f"{text}\n{texts('movement-born', day=f'{born:%d.%m.%Y}')}")
    if card.movement.state is not MovementState.PROPOSED:
        return Screen(text, [[_back(texts)]])
    own = Button(texts("movement-withdraw"), TakeMovementBack(movement=card.movement.id))
    return Screen(text, [_decide(texts, card) if decides else [own], [_back(texts)]])


def namesakes(texts: Texts, card: MovementCard, known: Sequence[Namesake]) -> Screen:
    """Never joined by the program itself: who decides says whether it is the same child."""
    number = card.movement.id
    same = [
        [
            Button(
                texts("movement-same", name=one.name.full, class_name=one.class_name or "—"),
                AcceptMovement(movement=number, person=one.person),
            )
        ]
        for one in known[:FOUND]
    ]
    other = [Button(texts("movement-other"), AcceptMovement(movement=number, person=0))]
    return Screen(f"{_what(texts, card)}\n{texts('movement-namesakes')}", [*same, other, [_back(texts)]])


def ask_why(texts: Texts, card: MovementCard) -> Screen:
    back = Button(texts("back"), ShowMovement(movement=card.movement.id))
    return Screen(f"{_what(texts, card)}\n{texts('movement-ask-why')}", [[back]])


def movement_screen(news: MovementNews, texts: Texts) -> Screen:
    """To the office: without the birth date, which lies on no screen unasked."""
    text = _told(texts, news.card)
    if news.card.movement.state is not MovementState.PROPOSED:
        return Screen(text, [[Button(texts("movement-more"), OpenMovement())], [menu_below(texts)]])
    return Screen(text, [_decide(texts, news.card), [menu_below(texts)]])


def movement_told_screen(news: MovementTold, texts: Texts) -> Screen:
    """To who proposed it."""
    return Screen(_told(texts, news.card), [[Button(texts("movement-more"), OpenMovement())], [menu_below(texts)]])


def said_of(texts: Texts, card: MovementCard) -> Markup:
    return _what(texts, card)


def _told(texts: Texts, card: MovementCard) -> Markup:
    """What is proposed by whom, and what became of it."""
    lines = [_what(texts, card), texts("movement-by", name=card.proposed_by.full)]
    by, state = (card.decided_by or card.proposed_by).full, card.movement.state
    if state is MovementState.DECLINED:
        lines.append(texts("movement-state-declined", by=by, why=card.declined_why or "—"))
    elif state is not MovementState.PROPOSED:
        lines.append(texts(f"movement-state-{state}", by=by))
    return Markup("\n".join(lines))


def _decide(texts: Texts, card: MovementCard) -> list[Button]:
    number = card.movement.id
    return [
        Button(texts("movement-accept"), AcceptMovement(movement=number, person=-1), style=Style.SUCCESS),
        Button(texts("movement-decline"), DeclineMovement(movement=number), style=Style.DANGER),
    ]


def _what(texts: Texts, card: MovementCard) -> Markup:
    wanted = card.movement.wanted
    order = texts("movement-order", order=wanted.order) if wanted.order else Markup("")
    named = _named(card)
    return texts(
        f"movement-what-{wanted.kind}", name=card.name.full, day=texts.date(wanted.day), order=Markup(order), **named
    )


def _short(texts: Texts, card: MovementCard) -> Markup:
    return texts(f"movement-short-{card.movement.wanted.kind}", name=card.name.listed, **_named(card))


def _named(card: MovementCard) -> dict[str, str]:
    """The classes that the text of this kind names."""
    kind = card.movement.wanted.kind
    named = {} if kind is MovementKind.ENROLLED else {"from": card.from_name or "—"}
    return named if kind.leaves else {**named, "to": card.to_name or "—"}


def _pupil(kind: MovementKind, seat: Seat, label: str) -> Button:
    moved = kind is MovementKind.MOVED
    return Button(label, MovePupil(pupil=seat.pupil) if moved else MoveAsk(kind=kind, pupil=seat.pupil, to=0))


def _back(texts: Texts) -> Button:
    return Button(texts("back"), OpenMovement())
