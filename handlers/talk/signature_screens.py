"""The signature of the diary: under the week and the digest for guardians, a class's page for its teacher."""

from collections.abc import Sequence
from datetime import date

from domain.clock import SchoolTime
from domain.ids import ClassId, PersonId
from domain.messaging.contents import SignOffNews
from domain.school.roster import SchoolClass
from domain.talk.signature_pages import PupilSigned, SignaturePage
from domain.talk.signatures import SchoolWeek, Signature, WeekOfDiary, WeekSummary
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.talk.signature_buttons import (
    LATEST,
    OpenWeekBelow,
    RemindOfWeek,
    ShowSignatures,
    SignInDigest,
    SignOnWeek,
    SignWeek,
    TakeSignatures,
)
from handlers.texts.translator import Markup, Texts


def digest_part(texts: Texts, summary: WeekSummary) -> Markup:
    """Of the evening digest: the week in a line, and how it stands with the signature."""
    heading = texts("signatures-digest", first=texts.date(summary.week.first), last=texts.date(summary.week.last))
    return Markup("\n".join([heading, _counts(texts, summary), _state(texts, summary.signature)]))


def digest_buttons(texts: Texts, summary: WeekSummary) -> list[list[Button]]:
    day = packed(summary.week.monday)
    sign = Button(texts("signatures-sign"), SignInDigest(pupil=summary.pupil, day=day), style=Style.SUCCESS)
    return [_below(texts, summary.pupil, day, [] if summary.signature else [sign])]


def sign_off_screen(news: SignOffNews, texts: Texts) -> Screen:
    """The class teacher's reminder."""
    summary, day = news.summary, packed(news.summary.week.monday)
    heading = texts(
        "signatures-reminder",
        name=summary.name.given,
        class_name=summary.class_name,
        first=texts.date(summary.week.first),
        last=texts.date(summary.week.last),
    )
    text = "\n".join([heading, _counts(texts, summary), "", _state(texts, summary.signature)])
    sign = Button(texts("signatures-sign"), SignWeek(pupil=summary.pupil, day=day), style=Style.SUCCESS)
    return Screen(text, [_below(texts, summary.pupil, day, [] if summary.signature else [sign])])


def signed_screen(texts: Texts, signature: Signature, name: str) -> Screen:
    """In place of the reminder."""
    text = texts("signatures-thanks", name=name, signed=signed_line(texts, signature))
    return Screen(text, [_below(texts, signature.pupil, packed(signature.week), [])])


def signed_line(texts: Texts, signature: Signature) -> Markup:
    """«Подписано: мать, Иванова М. П.»"""
    return texts("signatures-signed", relation=_relation(texts, signature), name=signature.name.short)


def week_line(texts: Texts, week: WeekOfDiary) -> Markup:
    """At the end of the diary's week."""
    return _state(texts, week.signature, asks=week.signs)


def week_button(texts: Texts, week: WeekOfDiary) -> list[Button]:
    tapped = SignOnWeek(pupil=week.pupil, day=packed(week.week.monday))
    return [Button(texts("signatures-sign"), tapped, style=Style.SUCCESS)] if week.signs else []


def of_class(texts: Texts, page: SignaturePage, time: SchoolTime) -> Screen:
    """Who has signed, and who has not; the weeks around, a reminder, the whole year as a file."""
    class_id, menu = page.school_class.id, [Button(texts("to-menu"), OpenMenu())]
    if page.week is None:
        return Screen(texts("signatures-none-yet", class_name=page.school_class.name), [menu])
    about = {"first": texts.date(page.week.first), "last": texts.date(page.week.last)}
    done = len(page.pupils) - len(page.waiting)
    heading = texts("signatures-of-class", class_name=page.school_class.name, done=done, all=len(page.pupils), **about)
    waiting = [texts("signatures-waiting"), *(texts("signatures-waits", name=one.name.listed) for one in page.waiting)]
    signed = [_pupil(texts, one, one.signature, time) for one in page.pupils if one.signature is not None]
    text = "\n".join([heading, *(["", *waiting] if page.waiting else []), *(["", *signed] if signed else [])])
    return Screen(text, [*_acts(texts, page, class_id, page.week), menu])


def choose_class(texts: Texts, classes: Sequence[SchoolClass]) -> Screen:
    rows = in_rows((Button(one.name, ShowSignatures(school_class=one.id, day=LATEST)) for one in classes), 4)
    return Screen(texts("signatures-choose-class"), [*rows, [Button(texts("to-menu"), OpenMenu())]])


KNOWN = ("mother", "father", "guardian")
"""Relations that a word is put to; of «other» the name alone says who it is."""


def _acts(texts: Texts, page: SignaturePage, class_id: ClassId, week: SchoolWeek) -> list[list[Button]]:
    remind = Button(
        texts("signatures-remind", count=len(page.waiting)),
        RemindOfWeek(school_class=class_id, day=packed(week.monday)),
    )
    around = [
        Button(label, ShowSignatures(school_class=class_id, day=packed(monday)))
        for label, monday in _around(texts, page.before, page.after)
    ]
    file = Button(texts("signatures-file"), TakeSignatures(school_class=class_id))
    return [[remind] if page.waiting and not page.reminded else [], around, [file]]


def _around(texts: Texts, before: date | None, after: date | None) -> list[tuple[str, date]]:
    earlier = [(f"‹ {texts.short_day(before)}", before)] if before else []
    return [*earlier, *([(f"{texts.short_day(after)} ›", after)] if after else [])]


def _pupil(texts: Texts, one: PupilSigned, signature: Signature, time: SchoolTime) -> Markup:
    at = time.local(signature.at)
    when = {"day": texts.short_day(at.date()), "at": texts.time(at)}
    return texts("signatures-of-pupil", name=one.name.listed, relation=_relation(texts, signature), **when)


def _relation(texts: Texts, signature: Signature) -> str:
    return texts(f"bringing-relation-{signature.relation}") if signature.relation in KNOWN else "none"


def _counts(texts: Texts, summary: WeekSummary) -> Markup:
    """«4 отметки · пропущено уроков: 2», what is none left out."""
    counts = summary.counts
    parts = [
        texts("signatures-marks", count=counts.marks) if not summary.first_grade and counts.marks else "",
        texts("signatures-missed", count=counts.missed) if counts.missed else "",
        texts("signatures-late", count=counts.late) if counts.late else "",
        texts("signatures-remarks", count=counts.remarks) if counts.remarks else "",
    ]
    said = [part for part in parts if part]
    return Markup(" · ".join(said)) if said else texts("signatures-calm")


def _state(texts: Texts, signature: Signature | None, asks: bool = True) -> Markup:
    if signature is not None:
        return signed_line(texts, signature)
    return texts("signatures-asks") if asks else texts("signatures-not-yet")


def _below(texts: Texts, pupil: PersonId, day: str, before: Sequence[Button]) -> list[Button]:
    return [*before, Button(texts("signatures-open"), OpenWeekBelow(pupil=pupil, day=day))]
