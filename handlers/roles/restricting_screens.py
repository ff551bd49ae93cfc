"""A guardian whom a court keeps from a child: the order's number asked for, and what was done."""

from domain.ids import ClassId
from domain.roles.ports import FamilyAccess
from handlers.kit.screen import Button, Screen, Style
from handlers.messaging.way_back import to_menu
from handlers.roles.buttons import ClassAccess, OnePerson
from handlers.roles.restricting_buttons import AskRestriction
from handlers.texts.translator import Texts


def ask_order(texts: Texts, one: FamilyAccess, school_class: ClassId, on: bool) -> Screen:
    key = "access-restrict-ask" if on else "access-lift-ask"
    back = OnePerson(school_class=school_class, page=0, person=one.person)
    text = texts(key, name=one.name.full, pupil=one.pupil_name.listed)
    return Screen(text, [[Button(texts("back"), back)]])


def restriction_put(texts: Texts, one: FamilyAccess, school_class: ClassId, on: bool) -> Screen:
    key = "access-restrict-done" if on else "access-lift-done"
    text = texts(key, name=one.name.full, pupil=one.pupil_name.listed)
    back = Button(texts("access-to-class"), ClassAccess(school_class=school_class, page=0))
    return Screen(text, [[back], [to_menu(texts)]])


def restriction_button(texts: Texts, one: FamilyAccess, school_class: ClassId) -> Button:
    """For who may: the other way round from how it is."""
    key = "access-lift" if one.restricted else "access-restrict"
    place = {"school_class": school_class, "guardian": one.person, "pupil": one.pupil}
    style = None if one.restricted else Style.DANGER
    label = texts(key, pupil=one.pupil_name.given)
    return Button(label, AskRestriction(**place, on=not one.restricted), style=style)
