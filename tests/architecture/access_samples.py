"""Read models of accounts that wait to be confirmed, of new phones, and of who is in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.ids import AccountId, PersonId
from domain.messaging.contents import BindingNews, BindingTold, DisownedNews, LockedNews, LostPerson, PhoneNews
from domain.roles.letting_in import BindingCard, ChildOfBinding
from handlers.roles import letting_in_screens as letting_in
from tests import school
from tests.architecture.screen_samples import BIG, CLASS, NAME

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
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
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
