"""Screens about getting in, the menu, oneself, and a class's access."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.clock import SchoolTime
from domain.ids import AccountId, ClassId
from domain.roles.access import Action, reach_of
from domain.roles.access_control import IssuedCode
from domain.roles.codes import grouped
from domain.roles.getting_in import ConsentAsked
from domain.roles.people import FAMILY, Actor, Role
from domain.roles.ports import Binding, FamilyAccess
from domain.school.roster import SchoolClass
from handlers.kit.menu import MenuItem, menu_rows, more_rows
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import (
    ClassAccess,
    Consent,
    Leave,
    NewCodeFor,
    OnePerson,
    OpenMenu,
    OpenMore,
    Revoke,
    ShowMe,
    ShowQr,
    SlipOf,
    Speak,
)
from handlers.roles.own_data_buttons import ShowOwnData
from handlers.roles.restricting_screens import restriction_button
from handlers.talk.asking_screens import ask_button
from handlers.texts.translator import LANGUAGES, Markup, Texts

ROLE_ORDER = tuple(Role)


@dataclass(frozen=True, slots=True)
class BotCard:
    """The bot as Telegram names it."""

    username: str

    def link(self, code: str) -> str:
        return f"https://t.me/{self.username}?start={code}"


def welcome(texts: Texts) -> Screen:
    return Screen(texts("roles-welcome"))


def consent(texts: Texts, asked: ConsentAsked) -> Screen:
    """Read here, signed by the full name in the next step."""
    agrees = Consent(version=asked.version, yes=True, code=asked.code)
    yes = Button(texts("roles-consent-yes"), agrees, style=Style.SUCCESS)
    return Screen(consent_words(texts, asked), [[yes], [_not_now(texts, agrees)]])


def consent_words(texts: Texts, asked: ConsentAsked) -> Markup:
    """The school's own text, or the program's."""
    if asked.text is None:
        return texts("roles-consent")
    return texts("consent-own-text", text=asked.text, version=asked.version)


def ask_name(texts: Texts, agrees: Consent) -> Screen:
    return Screen(texts("consent-ask-name"), [[_not_now(texts, agrees)]])


def _not_now(texts: Texts, agrees: Consent) -> Button:
    return Button(texts("roles-consent-no"), Consent(version=agrees.version, yes=False, code=agrees.code))


def code_again(texts: Texts) -> Screen:
    """The consent was worded anew while its name was typed."""
    return Screen(texts("consent-code-again"))


def declined(texts: Texts) -> Screen:
    return Screen(texts("roles-consent-declined"))


def menu(texts: Texts, actor: Actor, items: Iterable[MenuItem], greeting: Markup | None = None) -> Screen:
    roles = roles_said(texts, actor.roles - {Role.PUPIL})
    text = (
        texts("roles-menu", name=actor.addressed, roles=roles)
        if roles
        else texts("roles-menu-pupil", name=actor.addressed)
    )
    rows = menu_rows(items, actor, texts, Button(texts("menu-more"), OpenMore()))
    return Screen(f"{greeting}\n\n{text}" if greeting else text, rows)


def more(texts: Texts, actor: Actor, items: Iterable[MenuItem]) -> Screen:
    """What is done now and then."""
    return Screen(texts("menu-more-title"), [*more_rows(items, actor, texts), [_to_menu(texts)]])


def roles_said(texts: Texts, roles: Iterable[Role]) -> Markup:
    """«завуч, учитель, родитель»"""
    held = set(roles)
    return Markup(", ".join(texts(f"roles-name-{role}") for role in ROLE_ORDER if role in held))


def help_page(texts: Texts, actor: Actor) -> Screen:
    lines = [texts(f"roles-help-{topic}") for topic in _help_topics(actor)]
    return Screen("\n".join([texts("roles-help"), "", *lines]), [[ask_button(texts)], [_to_menu(texts)]])


def _help_topics(actor: Actor) -> list[str]:
    topics = ["lesson", "homework-line"] if Role.TEACHER in actor.roles else []
    topics += ["class", "access"] if Role.CLASS_TEACHER in actor.roles else []
    topics += ["announce"] if reach_of(actor, Action.ANNOUNCE_TO_SCHOOL) and "class" not in topics else []
    topics += ["taught"] if Role.TEACHER in actor.roles and not {"class", "announce"} & set(topics) else []
    topics += ["subs"] if reach_of(actor, Action.CHANGE_TIMETABLE) else []
    topics += ["tomorrow", "marks", "homework"] if actor.holds(Role.GUARDIAN, Role.PUPIL) else ["timetable"]
    topics += ["consents"] if Role.CLASS_TEACHER in actor.roles else []
    return [*topics, "write", "docs", "settings", "me", "ask", "cancel"]


def me(texts: Texts, actor: Actor, accounts: Sequence[Binding], time: SchoolTime) -> Screen:
    lines = [_account_line(texts, account, actor.account, time) for account in accounts]
    text = texts("roles-me", name=actor.name.full, roles=roles_said(texts, actor.roles), count=len(accounts))
    others = [account for account in accounts if account.account != actor.account]
    rows = [
        [Button(texts("roles-leave-here"), Leave(account=actor.account, sure=False))],
        *(
            [
                Button(
                    texts("roles-leave-other", since=texts.date(time.local(one.bound_at).date())),
                    Leave(account=one.account, sure=False),
                )
            ]
            for one in others
        ),
        *([[Button(texts("roles-leave-everywhere"), Leave(account=0, sure=False))]] if others else []),
        [Button(texts("privacy-own-data"), ShowOwnData())],
        [Button(_LANGUAGE_NAMES[language], Speak(language=language)) for language in LANGUAGES],
        [_to_menu(texts)],
    ]
    return Screen("\n".join([text, "", *lines]), rows)


def leave_question(texts: Texts, account: AccountId | None) -> Screen:
    """`account` None: everywhere."""
    yes = Button(texts("roles-leave-yes"), Leave(account=account or 0, sure=True), style=Style.DANGER)
    key = "roles-leave-sure" if account else "roles-leave-everywhere-sure"
    return Screen(texts(key), [[yes], [Button(texts("back"), ShowMe())]])


def left(texts: Texts) -> Screen:
    return Screen(texts("roles-left"))


def choose_class(texts: Texts, classes: Sequence[SchoolClass]) -> Screen:
    buttons = [Button(one.name, ClassAccess(school_class=one.id, page=0)) for one in classes]
    return Screen(texts("roles-choose-class"), [*in_rows(buttons, 4), [_to_menu(texts)]])


def one_person(
    texts: Texts, rows_of: Sequence[FamilyAccess], school_class: ClassId, page: int, time: SchoolTime, restricts: bool
) -> Screen:
    """`rows_of`: a person's rows in the class, one for each child; `restricts`: for who enters a court's orders."""
    one = rows_of[0]
    place = {"school_class": school_class, "page": page, "person": one.person}
    rows = [] if one.restricted else [[Button(texts("roles-new-code"), NewCodeFor(**place))]]
    if one.bound_at is not None and not one.restricted:
        rows.append([Button(texts("roles-revoke"), Revoke(**place, sure=False), style=Style.DANGER)])
    if restricts:
        rows += [[restriction_button(texts, mine, school_class)] for mine in rows_of if mine.role is Role.GUARDIAN]
    rows.append([Button(texts("back"), ClassAccess(school_class=school_class, page=page))])
    kept = [texts("access-restricted", pupil=mine.pupil_name.listed) for mine in rows_of if mine.restricted]
    return Screen("\n".join([_who(texts, one), _since(texts, one, time), *kept]), rows)


def issued(texts: Texts, one: IssuedCode, bot: BotCard, school_class: ClassId, page: int, time: SchoolTime) -> Screen:
    """The code in large letters, its link, and a button that copies it."""
    code = grouped(one.code)
    until = texts.date(time.local(one.expires_at).date())
    text = texts("roles-code", name=one.name.full, code=code, link=bot.link(one.code), until=until)
    back = Button(texts("back"), ClassAccess(school_class=school_class, page=page))
    copy = Button(texts("roles-copy-link"), copy=bot.link(one.code))
    qr = Button(texts("roles-qr"), ShowQr(code=one.code))
    slip = [Button(texts("kit-one"), SlipOf(school_class=school_class, code=one.code))] if one.roles <= FAMILY else []
    return Screen(text, [[copy], [qr, *slip], [back]])


def revoke_question(texts: Texts, one: FamilyAccess, school_class: ClassId, page: int) -> Screen:
    place = {"school_class": school_class, "page": page, "person": one.person}
    yes = Button(texts("roles-revoke-yes"), Revoke(**place, sure=True), style=Style.DANGER)
    return Screen(texts("roles-revoke-sure", name=one.name.full), [[yes], [Button(texts("back"), OnePerson(**place))]])


def _who(texts: Texts, one: FamilyAccess) -> Markup:
    if one.role is Role.PUPIL:
        return texts("roles-person-pupil", name=one.name.full)
    return texts("roles-person-guardian", name=one.name.full, pupil=one.pupil_name.listed)


def _since(texts: Texts, one: FamilyAccess, time: SchoolTime) -> Markup:
    if one.waits:
        return texts("access-person-waits")
    if one.bound_at is None:
        return texts("roles-never-came")
    seen = texts.date(time.local(one.last_seen_at or one.bound_at).date())
    key = "roles-came-lost" if one.unreachable else "roles-came"
    return texts(key, since=texts.date(time.local(one.bound_at).date()), seen=seen)


def _account_line(texts: Texts, account: Binding, here: AccountId, time: SchoolTime) -> Markup:
    key = "roles-account-here" if account.account == here else "roles-account-other"
    return texts(key, since=texts.date(time.local(account.bound_at).date()))


def _to_menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())


_LANGUAGE_NAMES = {"ru": "Русский", "en": "English"}
