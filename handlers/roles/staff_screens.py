"""Screens of the access of staff, and of closing it to many."""

from collections.abc import Sequence

from domain.clock import SchoolTime
from domain.ids import ClassId, PersonId
from domain.roles.access_control import IssuedCode
from domain.roles.shutting import StaffAccess
from domain.school.roster import SchoolClass
from handlers.kit.screen import Button, Screen, Style
from handlers.messaging.way_back import to_menu
from handlers.roles.buttons import ClassAccess
from handlers.roles.pin_buttons import ResetPin
from handlers.roles.screens import BotCard, issued, roles_said
from handlers.roles.staff_buttons import ShutMany, StaffCode, StaffList, StaffOne, StaffShut
from handlers.texts.translator import Markup, Texts

PAGE = 20


def staff_list(texts: Texts, staff: Sequence[StaffAccess], page: int) -> Screen:
    """«входят 14 из 20», then a button for each person, who has never come in first."""
    ordered = sorted(staff, key=lambda one: one.bound_at is not None)
    inside = sum(one.bound_at is not None for one in staff)
    shown = ordered[page * PAGE : (page + 1) * PAGE]
    back = [Button("‹", StaffList(page=page - 1))] if page else []
    more = [Button("›", StaffList(page=page + 1))] if (page + 1) * PAGE < len(staff) else []
    rows = [
        *([Button(f"{_sign(one)} {one.name.listed}", StaffOne(page=page, person=one.person))] for one in shown),
        [*back, *more],
        [Button(texts("access-shut-everyone"), ShutMany(school_class=0, sure=False), style=Style.DANGER)],
        [to_menu(texts)],
    ]
    return Screen(texts("access-staff", inside=inside, all=len(staff)), rows)


def staff_one(texts: Texts, one: StaffAccess, page: int, time: SchoolTime, own: bool) -> Screen:
    """`own`: who looks; to shut oneself out is done on «Кто я»."""
    place = {"page": page, "person": one.person}
    rows = [[Button(texts("roles-new-code"), StaffCode(**place))]]
    if one.bound_at is not None and not own:
        rows.append([Button(texts("roles-revoke"), StaffShut(**place, sure=False), style=Style.DANGER)])
    if one.pin and not own:
        rows.append([Button(texts("access-pin-reset"), ResetPin(**place))])
    rows.append([Button(texts("back"), StaffList(page=page))])
    text = texts("access-staff-one", name=one.name.full, roles=roles_said(texts, one.roles))
    return Screen(f"{text}\n{_since(texts, one, time)}", rows)


def staff_issued(texts: Texts, one: IssuedCode, bot: BotCard, page: int, time: SchoolTime) -> Screen:
    screen = issued(texts, one, bot, ClassId(0), 0, time)
    return Screen(screen.text, [*screen.rows[:-1], [Button(texts("back"), StaffOne(page=page, person=one.person))]])


def staff_shut_question(texts: Texts, one: StaffAccess, page: int) -> Screen:
    place = {"page": page, "person": one.person}
    yes = Button(texts("roles-revoke-yes"), StaffShut(**place, sure=True), style=Style.DANGER)
    return Screen(texts("roles-revoke-sure", name=one.name.full), [[yes], [Button(texts("back"), StaffOne(**place))]])


def shut_question(texts: Texts, school_class: SchoolClass | None, people: int) -> Screen:
    """`school_class` None: everyone."""
    number = school_class.id if school_class else 0
    back = ClassAccess(school_class=number, page=0) if school_class else StaffList(page=0)
    name = school_class.name if school_class else "all"
    yes = Button(texts("roles-revoke-yes"), ShutMany(school_class=number, sure=True), style=Style.DANGER)
    return Screen(texts("access-shut-ask", name=name, n=people), [[yes], [Button(texts("back"), back)]])


def ask_word(texts: Texts, wrong: bool) -> Screen:
    key = "access-word-wrong" if wrong else "access-word-ask"
    return Screen(texts(key, word=texts("access-word")), [[Button(texts("back"), StaffList(page=0))]])


def shut_done(texts: Texts, accounts: int) -> Screen:
    return Screen(texts("access-shut-done", n=accounts), [[to_menu(texts)]])


def by_person(staff: Sequence[StaffAccess], person: PersonId) -> StaffAccess | None:
    return next((one for one in staff if one.person == person), None)


def _sign(one: StaffAccess) -> str:
    return "⚠️" if one.unreachable else "✅" if one.bound_at else "▫️"


def _since(texts: Texts, one: StaffAccess, time: SchoolTime) -> Markup:
    if one.bound_at is None:
        return texts("roles-never-came")
    seen = texts.date(time.local(one.last_seen_at or one.bound_at).date())
    key = "roles-came-lost" if one.unreachable else "roles-came"
    return texts(key, since=texts.date(time.local(one.bound_at).date()), seen=seen)
