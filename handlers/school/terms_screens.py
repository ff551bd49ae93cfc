"""Quarters, half-years and trimesters: their days, one change after another."""

from collections.abc import Sequence
from datetime import date

from domain.school.calendar import Term, TermKind
from domain.school.calendar_said import SaidTerm
from domain.school.terms_keeping import TermChange, TermProposal
from handlers.kit.days import packed
from handlers.kit.month import month_rows
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.school.calendar_buttons import (
    NO_DAY,
    EditCalendar,
    KeepTerm,
    PickTermDay,
    ShowTerms,
    UndoTerm,
    packed_days,
)
from handlers.school.calendar_lines import term_line
from handlers.texts.translator import Texts

MOST = {TermKind.QUARTER: 4, TermKind.HALF_YEAR: 2, TermKind.TRIMESTER: 3}


def terms(texts: Texts, known: Sequence[Term]) -> Screen:
    """A tap on one picks its days anew; of each kind the next is offered."""
    said = [SaidTerm(one.kind, one.number, one.starts_on, one.ends_on) for one in known]
    lines = [term_line(texts, one) for one in said]
    buttons = [_pick(texts, one.kind, one.number, one.starts_on) for one in said]
    start = min((one.starts_on for one in said), default=None)
    missing = [
        _pick(texts, kind, number, start, new=True)
        for kind, most in MOST.items()
        if start is not None and (number := 1 + sum(one.kind is kind for one in said)) <= most
    ]
    back = Button(texts("back"), EditCalendar())
    return Screen(
        "\n".join([texts("calendar-terms-how"), "", *lines]), [*in_rows(buttons, 2), *in_rows(missing, 2), [back]]
    )


def pick_day(texts: Texts, kind: TermKind, number: int, since: date | None, month: date) -> Screen:
    """The first day, then the last."""
    said = packed(since) if since else NO_DAY

    def pick(day: date) -> PickTermDay | KeepTerm:
        if since is None:
            return PickTermDay(day=packed(day), kind=kind, number=number, since=packed(day))
        return KeepTerm(kind=kind, number=number, days=packed_days(*sorted((since, day))), sure=False)

    rows = month_rows(
        texts, month, pick, lambda day: PickTermDay(day=packed(day), kind=kind, number=number, since=said)
    )
    term = texts(f"calendar-term-{kind.replace('_', '-')}", number=str(number))
    if since is None:
        text = texts("calendar-term-pick-first", term=term)
    else:
        text = texts("calendar-term-pick-last", term=term, first=texts.date(since))
    return Screen(text, [*rows, [Button(texts("back"), ShowTerms())]])


def question(texts: Texts, proposal: TermProposal) -> Screen:
    """Marks that would count in another term."""
    term = proposal.term
    days = packed_days(term.starts_on, term.ends_on)
    yes = Button(
        texts("calendar-keep-anyway"),
        KeepTerm(kind=term.kind, number=term.number, days=days, sure=True),
        style=Style.PRIMARY,
    )
    lines = [term_line(texts, term), texts("calendar-term-marks", count=proposal.marks)]
    return Screen("\n".join(lines), [[yes], [Button(texts("back"), ShowTerms())]])


def changed(texts: Texts, change: TermChange) -> Screen:
    lines = [texts("calendar-added", span=term_line(texts, change.after))] if change.after else []
    lines += [texts("calendar-removed", span=term_line(texts, change.before))] if change.before else []
    rows = [[Button(texts("undo"), UndoTerm(change=change.id))], [Button(texts("back"), ShowTerms())]]
    return Screen("\n".join([texts("calendar-changed"), "", *lines]), rows)


def _pick(texts: Texts, kind: TermKind, number: int, month: date, *, new: bool = False) -> Button:
    term = texts(f"calendar-term-{kind.replace('_', '-')}", number=str(number))
    action = PickTermDay(day=packed(month), kind=kind, number=number, since=NO_DAY)
    return Button(f"➕ {term}" if new else term, action)
