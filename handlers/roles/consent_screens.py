"""Consents: one's own, and those of a class."""

from datetime import timedelta

from domain.clock import SchoolTime
from domain.messaging.contents import ConsentAskedAgain, WithdrawnNews
from domain.roles.consent import ConsentState, GivenAnswer, GuardianConsent
from domain.roles.consents import ClassConsents, ConsentPreview, OwnConsent
from domain.roles.getting_in import ConsentAsked
from domain.school.roster import SchoolClass
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.messaging.buttons import OpenSettings
from handlers.roles.buttons import OpenMenu
from handlers.roles.consent_buttons import (
    AskPaperDay,
    ClassConsentsOf,
    NewConsentText,
    OneConsent,
    OpenConsent,
    PublishConsentText,
    RecordConsent,
    ShowConsentText,
    WithdrawConsent,
)
from handlers.roles.screens import consent_words
from handlers.texts.translator import Markup, Texts

MOST = 15
"""Guardians on a page."""
SIGNS = {
    ConsentState.GIVEN: "✅",
    ConsentState.PAPER: "📄",
    ConsentState.OLDER: "🔁",
    ConsentState.NOT_YET: "▫️",
    ConsentState.DECLINED: "✖️",
}
IN_FORCE = (ConsentState.GIVEN, ConsentState.PAPER)
DAYS_OFFERED = 6
"""Of the last days, on which a paper may have been signed."""


def declined_inside(texts: Texts) -> Screen:
    return Screen(texts("consent-declined"), [[Button(texts("consent-read"), OpenConsent())]])


def own(texts: Texts, own: OwnConsent, time: SchoolTime) -> Screen:
    text = consent_words(texts, ConsentAsked("", own.text.version, own.text.text))
    signed = [texts("consent-own", how=_how(texts, own.answer, time))] if own.answer else []
    rows = [[Button(texts("consent-withdraw"), WithdrawConsent(sure=False))], [Button(texts("back"), OpenSettings())]]
    return Screen("\n\n".join([text, *signed]), rows)


def withdraw_question(texts: Texts) -> Screen:
    yes = Button(texts("consent-withdraw-yes"), WithdrawConsent(sure=True), style=Style.DANGER)
    return Screen(texts("consent-withdraw-sure"), [[yes], [Button(texts("back"), OpenConsent())]])


def withdrawn(texts: Texts) -> Screen:
    return Screen(texts("consent-withdrawn"))


def choose_class(texts: Texts, classes: list[SchoolClass], publishes: bool) -> Screen:
    """`publishes`: whoever may word the text anew."""
    buttons = [Button(one.name, ClassConsentsOf(school_class=one.id, page=0)) for one in classes[:90]]
    text = [[Button(texts("consent-text-button"), ShowConsentText())]] if publishes else []
    return Screen(texts("consent-choose-class"), [*in_rows(buttons, 5), *text, [_to_menu(texts)]])


def class_page(texts: Texts, listed: ClassConsents, name: str, number: int, alone: bool, time: SchoolTime) -> Screen:
    """Whose consent is wanted stands first, with a button for who may write a paper down.

    `alone`: the reader's one class.
    """
    states = {one.person: one.state(listed.version) for one in listed.guardians}
    given = sum(1 for state in states.values() if state in IN_FORCE)
    pages = max(1, -(-len(listed.guardians) // MOST))
    number = min(max(number, 0), pages - 1)
    ordered = sorted(listed.guardians, key=lambda one: states[one.person] in IN_FORCE)
    shown = ordered[number * MOST : (number + 1) * MOST]
    heading = texts("consent-class", class_name=name, given=given, all=len(listed.guardians))
    lines = [f"{SIGNS[states[one.person]]} {_brief(texts, one, states[one.person], time)}" for one in shown]
    wanted = [one for one in shown if listed.records and states[one.person] not in IN_FORCE]
    place = {"school_class": listed.class_id, "page": number}
    buttons = [Button(f"📄 {one.name.short}", OneConsent(**place, person=one.person)) for one in wanted]
    turns = [
        Button(label, ClassConsentsOf(school_class=listed.class_id, page=page))
        for label, page in (("◀️", number - 1), ("▶️", number + 1))
        if 0 <= page < pages
    ]
    legend = ["", texts("consent-legend")] if wanted else []
    rows = [*in_rows(buttons, 2), turns, [_to_menu(texts) if alone else _to_classes(texts)]]
    return Screen("\n".join([heading, "", *lines, *legend]), rows)


def one(texts: Texts, listed: ClassConsents, one: GuardianConsent, page: int, time: SchoolTime) -> Screen:
    """On which day was the paper signed?"""
    place = {"school_class": listed.class_id, "page": page}
    state = one.state(listed.version)
    days = [time.today() - timedelta(days=back) for back in range(DAYS_OFFERED)]
    labels = [texts("consent-today"), texts("consent-yesterday"), *(texts.short_day(day) for day in days[2:])]
    offered = [
        Button(label, RecordConsent(**place, person=one.person, day=f"{day:%y%m%d}"))
        for label, day in zip(labels, days, strict=True)
    ]
    other = Button(texts("consent-other-day"), AskPaperDay(**place, person=one.person))
    rows = [*in_rows(offered, 3), [other]] if listed.records else []
    text = f"{SIGNS[state]} {_line(texts, one, state, time)}"
    ask = ["", texts("consent-paper-when")] if listed.records else []
    return Screen("\n".join([text, *ask]), [*rows, [Button(texts("back"), ClassConsentsOf(**place))]])


def ask_day(texts: Texts, school_class: int, page: int, person: int) -> Screen:
    back = OneConsent(school_class=school_class, page=page, person=person)
    return Screen(texts("consent-ask-day"), [[Button(texts("back"), back)]])


def standing_text(texts: Texts, asked: ConsentAsked) -> Screen:
    """The text as guardians see it."""
    rows = [[Button(texts("consent-new-text"), NewConsentText())], [_to_classes(texts)]]
    return Screen(consent_words(texts, asked), rows)


def ask_text(texts: Texts) -> Screen:
    return Screen(texts("consent-ask-text"), [[Button(texts("back"), ShowConsentText())]])


def preview_text(texts: Texts, preview: ConsentPreview, key: str) -> Screen:
    asked = ConsentAsked("", preview.version, preview.text)
    publish = Button(
        texts("consent-publish"), PublishConsentText(version=preview.version, key=key), style=Style.SUCCESS
    )
    words = [texts("consent-preview", count=preview.asked_again), consent_words(texts, asked)]
    return Screen("\n\n".join(words), [[publish], [Button(texts("back"), ShowConsentText())]])


def published_text(texts: Texts, version: int) -> Screen:
    return Screen(texts("consent-published", version=version), [[_to_classes(texts)], [_to_menu(texts)]])


def consent_asked_again(_: ConsentAskedAgain, texts: Texts) -> Screen:
    """To a guardian, when a new text was published."""
    return Screen(texts("consent-asked-again"), [[Button(texts("consent-read"), OpenConsent())]])


def withdrawn_told(news: WithdrawnNews, texts: Texts) -> Screen:
    """To the administrators."""
    name, pupils = news.person.name.full, ", ".join(pupil.listed for pupil in news.person.pupils)
    if not pupils:
        return Screen(texts("consent-told-withdrawn-alone", name=name), [[_to_menu(texts)]])
    return Screen(texts("consent-told-withdrawn", name=name, pupils=pupils), [[_to_menu(texts)]])


def _brief(texts: Texts, one: GuardianConsent, state: ConsentState, time: SchoolTime) -> Markup:
    """By short names; whose child it is only where somebody is to be spoken to."""
    if one.answer is not None and state in IN_FORCE:
        return texts("consent-line-brief", name=one.name.short, day=f"{time.local(one.answer.at):%d.%m.%Y}")
    pupils = ", ".join(pupil.listed for pupil in one.pupils[:3])
    how = texts("consent-how", **_when(texts, one.answer, time)) if one.answer else Markup("")
    return texts(f"consent-line-{state.replace('_', '-')}", name=one.name.short, pupils=pupils, how=how)


def _line(texts: Texts, one: GuardianConsent, state: ConsentState, time: SchoolTime) -> Markup:
    how = _how(texts, one.answer, time) if one.answer is not None else Markup("")
    return texts(
        f"consent-line-{state.replace('_', '-')}",
        name=one.name.full,
        pupils=", ".join(pupil.listed for pupil in one.pupils),
        how=how,
    )


def _how(texts: Texts, answer: GivenAnswer, time: SchoolTime) -> Markup:
    """«15 сентября, версия 1, подписано: …»"""
    when = _when(texts, answer, time)
    if answer.recorded_by is not None:
        return texts("consent-how-paper", **when, by=answer.recorded_by.short)
    if answer.full_name:
        return texts("consent-how-signed", **when, name=answer.full_name)
    return texts("consent-how", **when)


def _when(texts: Texts, answer: GivenAnswer, time: SchoolTime) -> dict[str, object]:
    at = time.local(answer.at)
    return {"day": f"{texts.date(at.date())} {at.year}", "version": answer.version}


def _to_classes(texts: Texts) -> Button:
    return Button(texts("back"), ClassConsentsOf(school_class=0, page=0))


def _to_menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
