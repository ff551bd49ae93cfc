"""Accounts that wait to be confirmed: what the newcomer sees, what the class teacher decides, who hears of a phone."""

from collections.abc import Sequence

from domain.ids import AccountId
from domain.messaging.contents import BindingNews, BindingTold, DisownedNews, LockedNews, PhoneNews
from domain.roles.letting_in import BindingCard, ChildOfBinding
from domain.school.roster import SchoolClass
from handlers.kit.screen import Button, Screen, Style
from handlers.messaging.way_back import menu_below, to_menu
from handlers.roles.buttons import ClassAccess, Leave
from handlers.roles.letting_in_buttons import ComeIn, LetIn, NotUs, WaitingOne, WhoWaits
from handlers.texts.translator import Markup, Texts

LISTED = 30
"""Guardians on one screen, who waits longest first: the rest follows when these are decided."""


def waits(texts: Texts, account: AccountId) -> Screen:
    """All that a newcomer sees until somebody at school knows them."""
    look = Button(texts("access-look-again"), ComeIn(), style=Style.PRIMARY)
    return Screen(
        texts("access-waits"), [[look], [Button(texts("roles-leave-here"), Leave(account=account, sure=False))]]
    )


def question(texts: Texts, card: BindingCard) -> Screen:
    """Who comes to which child from what account; once decided, how and by whom, without buttons."""
    if not card.waits:
        return Screen(f"{_who(texts, card)}\n{_decided(texts, card)}", [_to_list(texts, card), [menu_below(texts)]])
    decide = [
        [Button(texts("access-confirm"), LetIn(account=card.account, yes=True), style=Style.SUCCESS)],
        [Button(texts("access-decline"), LetIn(account=card.account, yes=False), style=Style.DANGER)],
    ]
    return Screen(f"{_who(texts, card)}\n\n{texts('access-ask')}", [*decide, [menu_below(texts)]])


def waiting_list(texts: Texts, school_class: SchoolClass, cards: Sequence[BindingCard]) -> Screen:
    rows = [[Button(_line(texts, card), WaitingOne(account=card.account))] for card in cards[:LISTED]]
    key = "access-waiting" if cards else "access-nobody-waits"
    back = Button(texts("back"), ClassAccess(school_class=school_class.id, page=0))
    about = {"name": school_class.name, **({"n": len(cards)} if cards else {})}
    return Screen(texts(key, **about), [*rows, [back], [to_menu(texts)]])


def binding_screen(news: BindingNews, texts: Texts) -> Screen:
    return question(texts, news.card)


def told_screen(news: BindingTold, texts: Texts) -> Screen:
    """To the newcomer."""
    if news.card.let_in:
        return Screen(texts("access-let-in"), [[Button(texts("access-come-in"), ComeIn(), style=Style.PRIMARY)]])
    return Screen(texts("access-not-let-in"))


def phone_screen(news: PhoneNews, texts: Texts) -> Screen:
    card = news.card
    about = {"account": _account(texts, card), "day": texts.date(card.bound_at.date()), "at": texts.time(card.bound_at)}
    if news.own:
        text = texts("access-phone-own", **about)
    else:
        text = texts("access-phone-family", name=card.name.full, children=_children(texts, card.children), **about)
    not_us = Button(texts("access-not-us"), NotUs(account=card.account), style=Style.DANGER)
    return Screen(text, [[not_us], [menu_below(texts)]])


def shut_out(texts: Texts, name: str) -> Screen:
    return Screen(texts("access-shut-out", name=name), [[to_menu(texts)]])


def disowned_screen(news: DisownedNews, texts: Texts) -> Screen:
    children = ", ".join(pupil.listed for pupil in news.person.pupils)
    about = {"children": children, "n": len(news.person.pupils)}
    return Screen(texts("access-disowned", name=news.person.name.full, **about), [[menu_below(texts)]])


def locked_screen(news: LockedNews, texts: Texts) -> Screen:
    return Screen(texts("access-locked", n=news.people), [[menu_below(texts)]])


def _who(texts: Texts, card: BindingCard) -> Markup:
    return texts(
        "access-asks",
        name=card.name.full,
        n=len(card.children),
        children=_children(texts, card.children),
        account=_account(texts, card),
        day=texts.date(card.bound_at.date()),
        at=texts.time(card.bound_at),
    )


def _decided(texts: Texts, card: BindingCard) -> Markup:
    key = "access-confirmed" if card.let_in else "access-declined" if card.declined else "access-ended"
    return texts(key, by=card.decided_by.full if card.decided_by else "none")


def _to_list(texts: Texts, card: BindingCard) -> list[Button]:
    """Back to who else waits, of the first class."""
    return [Button(texts("access-more"), WhoWaits(school_class=one)) for one in card.classes[:1]]


def _line(texts: Texts, card: BindingCard) -> str:
    return f"{card.name.listed} · {card.account_name}" if card.account_name else card.name.listed


def _account(texts: Texts, card: BindingCard) -> str:
    return card.account_name or texts("access-nameless")


def _children(texts: Texts, children: Sequence[ChildOfBinding]) -> str:
    """«Иванов Пётр (7А), Иванова Маша (1А)»"""
    named = (f"{one.name.listed} ({one.class_name})" if one.class_name else one.name.listed for one in children)
    return ", ".join(named)
