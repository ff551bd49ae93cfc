"""Screens of a class's access: who has come in, who has not, and the question before slips are printed."""

from collections.abc import Sequence

from domain.ids import ClassId
from domain.roles.class_kit import KitQuestion, Turnout
from domain.roles.people import Role
from domain.roles.ports import FamilyAccess
from domain.school.roster import SchoolClass
from handlers.kit.screen import Button, Screen, Style
from handlers.roles.buttons import AskSlips, ClassAccess, NotInYet, OnePerson, OpenMenu, PrintSlips
from handlers.roles.letting_in_buttons import WhoWaits
from handlers.roles.staff_buttons import ShutMany
from handlers.texts.translator import Texts

PAGE = 15


def turnout(texts: Texts, school_class: SchoolClass, seen: Turnout, page: int) -> Screen:
    """«вошли 21 из 27», then a button for each person."""
    about = {"guardians": seen.guardians.inside, "all-guardians": seen.guardians.all}
    about |= {"pupils": seen.pupils.inside, "all-pupils": seen.pupils.all}
    text = texts("kit-turnout", name=school_class.name, **about)
    place, waiting = {"school_class": school_class.id, "page": page}, len(seen.waiting)
    narrower = [Button(texts("kit-who-waits", count=waiting), NotInYet(school_class=school_class.id, page=0))]
    rows = [
        [*(narrower if waiting else []), Button(texts("kit-refresh"), ClassAccess(**place))],
        [Button(texts("access-waiting-menu", n=seen.to_confirm), WhoWaits(school_class=school_class.id))]
        if seen.prints and seen.to_confirm
        else [],
        [Button(texts("kit-menu"), AskSlips(school_class=school_class.id))] if seen.prints and waiting else [],
        *([_person(texts, one, school_class.id, page)] for one in _on_page(seen.families, page)),
        _pages(ClassAccess, school_class.id, page, len(seen.families)),
        [Button(texts("access-shut-class"), ShutMany(school_class=school_class.id, sure=False))] if seen.shuts else [],
        [Button(texts("to-menu"), OpenMenu())],
    ]
    return Screen(_with_page(texts, text, page, len(seen.families)), rows)


def waiting(texts: Texts, school_class: SchoolClass, seen: Turnout, page: int) -> Screen:
    """Who has not come in; each leads to the person, and from there back to their page of the whole list."""
    people = seen.waiting
    place = {one: number // PAGE for number, one in enumerate(seen.families)}
    key = "kit-waiting" if people else "kit-nobody-waits"
    text = texts(key, name=school_class.name, **({"count": len(people)} if people else {}))
    rows = [
        [Button(texts("kit-menu"), AskSlips(school_class=school_class.id))] if seen.prints and people else [],
        *([_person(texts, one, school_class.id, place[one])] for one in _on_page(people, page)),
        _pages(NotInYet, school_class.id, page, len(people)),
        [_back(texts, school_class)],
    ]
    return Screen(_with_page(texts, text, page, len(people)), rows)


def ask(texts: Texts, school_class: SchoolClass, question: KitQuestion) -> Screen:
    prints = PrintSlips(school_class=school_class.id, last_code=question.last_code)
    text = texts("kit-ask", name=school_class.name, people=question.people)
    yes = Button(texts("kit-print"), prints, style=Style.PRIMARY)
    return Screen(text, [[yes], [_back(texts, school_class)]])


def _person(texts: Texts, one: FamilyAccess, school_class: ClassId, page: int) -> Button:
    sign = "⚖️" if one.restricted else "⏳" if one.waits else "⚠️" if one.unreachable else "✅" if one.bound_at else "▫️"
    name = one.name.listed if one.role is Role.PUPIL else f"   {one.name.listed} ({one.pupil_name.listed})"
    return Button(f"{sign} {name}", OnePerson(school_class=school_class, page=page, person=one.person))


def _on_page(people: Sequence[FamilyAccess], page: int) -> Sequence[FamilyAccess]:
    return people[page * PAGE : (page + 1) * PAGE]


def _pages(kind: type[ClassAccess] | type[NotInYet], school_class: ClassId, page: int, many: int) -> list[Button]:
    back = [Button("‹", kind(school_class=school_class, page=page - 1))] if page else []
    more = [Button("›", kind(school_class=school_class, page=page + 1))] if (page + 1) * PAGE < many else []
    return [*back, *more]


def _with_page(texts: Texts, text: str, page: int, many: int) -> str:
    pages = -(-many // PAGE)
    return text if pages < 2 else f"{text}\n{texts('kit-page', page=page + 1, pages=pages)}"


def _back(texts: Texts, school_class: SchoolClass) -> Button:
    return Button(texts("back"), ClassAccess(school_class=school_class.id, page=0))
