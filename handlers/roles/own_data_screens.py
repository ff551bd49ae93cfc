"""One's own data: the file, who looked, the wish to be erased."""

from collections.abc import Sequence

from domain.ids import PersonId
from domain.roles.own_data import MOST_A_DAY
from domain.roles.people import PersonName
from handlers.kit.screen import Button, Screen, Style
from handlers.roles.audit_buttons import WhoLookedAt
from handlers.roles.buttons import ShowMe
from handlers.roles.own_data_buttons import AskErasure, ShowOwnData, TakeOwnData
from handlers.texts.translator import Texts


def own_data(texts: Texts, me: PersonId, children: Sequence[tuple[PersonId, PersonName]]) -> Screen:
    looked = [
        [Button(texts("privacy-who-at-child", name=name.listed), WhoLookedAt(person=child, page=0))]
        for child, name in children
    ]
    rows = [
        [Button(texts("privacy-take-own"), TakeOwnData())],
        *looked,
        [Button(texts("privacy-who-at-me"), WhoLookedAt(person=me, page=0))],
        [Button(texts("privacy-ask-erasure"), AskErasure(sure=False))],
        [Button(texts("back"), ShowMe())],
    ]
    return Screen(texts("privacy-own", children=len(children), most=MOST_A_DAY), rows)


def ask_erasure(texts: Texts) -> Screen:
    yes = Button(texts("privacy-erasure-yes"), AskErasure(sure=True), style=Style.DANGER)
    return Screen(texts("privacy-erasure-sure"), [[yes], [Button(texts("back"), ShowOwnData())]])


def erasure_asked(texts: Texts, new: bool) -> Screen:
    return Screen(texts("privacy-erasure-asked", new=new), [[Button(texts("back"), ShowOwnData())]])
