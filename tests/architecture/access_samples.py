"""Read models of accounts that wait to be confirmed, of new phones, and of who is in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.ids import AccountId, PersonId
from domain.messaging.contents import BindingNews, BindingTold, DisownedNews, LockedNews, LostPerson, PhoneNews
from domain.roles.letting_in import BindingCard, ChildOfBinding
from domain.roles.people import Role
from domain.roles.pins import PinState
from domain.roles.shutting import StaffAccess
from handlers.roles import letting_in_screens as letting_in
from handlers.roles import pin_screens as pins
from handlers.roles import restricting_screens as restricting
from handlers.roles import staff_screens as staff
from handlers.roles.pin_pad import Pad
from handlers.roles.staff_buttons import StaffOne
from handlers.texts.translator import texts_in
from tests import school
from tests.architecture.screen_samples import BIG, BOT, CLASS, CODE, FAMILY, NAME, TIME

CHILD = ChildOfBinding(PersonId(BIG), NAME, CLASS.id, "11А")
WAITING = BindingCard(AccountId(BIG), PersonId(BIG), NAME, "<b>Ы</b>" * 10, school.MORNING, (CHILD,))
LET_IN = replace(WAITING, confirmed_at=school.MORNING, decided_by=NAME)
DECLINED = replace(WAITING, decided_by=NAME, ended_why="declined")
CARDS = [
    WAITING,
    replace(WAITING, account_name=None, children=(CHILD,) * 5),
    replace(WAITING, children=(replace(CHILD, school_class=None, class_name=None),)),
    replace(WAITING, children=()),
    LET_IN,
    replace(LET_IN, decided_by=None),
    replace(LET_IN, ended_why="revoked"),
    DECLINED,
]
ROWS = [[one] for one in FAMILY[:8]] + [[FAMILY[1], replace(FAMILY[1], restricted=True)]]
ROWS += [[replace(FAMILY[1], restricted=True)]]
STAFF = [
    StaffAccess(PersonId(BIG - n), NAME, frozenset({Role.TEACHER, Role.DEPUTY}), bound, bound, n % 3 == 0)
    for n in range(30)
    for bound in (None, school.MORNING)
]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    restricting.ask_order: {"one": FAMILY[1:2], "school_class": [CLASS.id], "on": [False, True]},
    restricting.restriction_put: {"one": FAMILY[1:2], "school_class": [CLASS.id], "on": [False, True]},
    staff.staff_list: {"staff": [[], STAFF], "page": [0, 1]},
    staff.staff_one: {"one": STAFF[:4], "page": [0], "time": [TIME], "own": [False, True]},
    staff.staff_issued: {"one": [CODE], "bot": [BOT], "page": [9], "time": [TIME]},
    staff.staff_shut_question: {"one": STAFF[:1], "page": [0]},
    staff.shut_question: {"school_class": [None, CLASS], "people": [0, 1, 1500]},
    staff.ask_word: {"wrong": [False, True]},
    staff.shut_done: {"accounts": [0, 1, 1500]},
    pins.pad: {
        "state": list(PinState),
        "typed": [Pad(), Pad(typed="12345678"), Pad(typed="1", first="2580")],
        "said": [None, texts_in("ru")("access-pin-differs")],
    },
    pins.pin_taken: {"act": [False, True]},
    pins.pin_reset: {"back": [StaffOne(page=9, person=BIG)]},
    letting_in.waits: {"account": [AccountId(BIG)]},
    letting_in.question: {"card": CARDS},
    letting_in.waiting_list: {"school_class": [CLASS], "cards": [[], CARDS[:1], CARDS[:4] * 20]},
    letting_in.binding_screen: {"news": [BindingNews(card) for card in CARDS]},
    letting_in.told_screen: {"news": [BindingTold(LET_IN), BindingTold(DECLINED)]},
    letting_in.phone_screen: {"news": [PhoneNews(card, own) for card in CARDS for own in (False, True)]},
    letting_in.shut_out: {"name": [NAME.full]},
    letting_in.disowned_screen: {"news": [DisownedNews(LostPerson(NAME, (NAME,) * n)) for n in range(3)]},
    letting_in.locked_screen: {"news": [LockedNews(n) for n in (1, 3, 60)]},
}
