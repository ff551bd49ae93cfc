"""`/calendar`: the year to read; and for who keeps it, one change after another, each with a way back."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from domain.school.calendar import Span, SpanKind, Term
from domain.school.calendar_keeping import CalendarChange, Proposal
from domain.school.calendar_kept import Touched
from domain.school.calendar_page import Ahead, YearPage, outside_vacations
from handlers.kit.days import packed
from handlers.kit.month import month_rows
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.school.bells_buttons import ShowBells
from handlers.school.calendar_buttons import (
    NO_DAY,
    AddHolidays,
    EditCalendar,
    KeepDays,
    PickDay,
    PickGrades,
    PickLent,
    ShowCalendar,
    ShowHolidays,
    ShowSpan,
    ShowTerms,
    TakeSpanAway,
    UndoCalendar,
    keep_button,
    packed_days,
)
from handlers.school.calendar_lines import LAST_GRADE, days, grades, span_label, span_line
from handlers.texts.translator import Markup, Texts

MOST_LINES = 25
MOST_OF_KIND = 10
"""Vacations, or days off still to come: more than a year has."""
MOST_SPANS = 60
GRADES = ((1, 12), (1, 1), (2, 12), (1, 4), (5, 9), (10, 11))
"""Whom days off are mostly for."""


def year(texts: Texts, page: YearPage, *, edits: bool) -> Screen:
    """`edits`: for who may change it."""
    bells = Button(texts("bells-open"), ShowBells())
    rows = [[bells, *([Button(texts("calendar-edit"), EditCalendar())] if edits else [])], [_menu(texts)]]
    if not page.begun:
        return Screen(texts("calendar-none"), rows)
    name = f"{page.starts_on.year}/{page.ends_on.year % 100:02}"
    parts = [[texts("calendar-heading", year=name), *_ahead(texts, page)], *_spans(texts, page), _terms(texts, page)]
    return Screen("\n\n".join("\n".join(lines) for lines in parts if lines), rows)


def edit(texts: Texts, spans: Sequence[Span], today: date) -> Screen:
    """What is still to come, to be looked at or taken away, and what can be added."""
    coming = [span for span in outside_vacations(spans) if span.ends_on >= today][:MOST_SPANS]
    rows = [[Button(span_label(texts, span), ShowSpan(span=span.id or 0))] for span in coming]
    new = [
        Button(texts(f"calendar-add-{kind.replace('_', '-')}"), PickDay(day=packed(today), kind=kind, since=NO_DAY))
        for kind in SpanKind
    ]
    more = [Button(texts("calendar-terms"), ShowTerms()), Button(texts("calendar-holidays"), ShowHolidays())]
    back = Button(texts("back"), ShowCalendar())
    return Screen(texts("calendar-edit-how"), [*in_rows(new, 2), more, *rows, [back]])


def pick_day(texts: Texts, kind: SpanKind, since: date | None, month: date) -> Screen:
    """The first day, and of a vacation the last."""
    said = packed(since) if since else NO_DAY

    def pick(day: date) -> PickDay | PickGrades:
        if since is None and kind is SpanKind.VACATION:
            return PickDay(day=packed(day), kind=kind, since=packed(day))
        first, last = sorted((since or day, day))
        return PickGrades(kind=kind, days=packed_days(first, last))

    rows = month_rows(texts, month, pick, lambda day: PickDay(day=packed(day), kind=kind, since=said))
    if since is not None:
        return Screen(texts("calendar-pick-last", first=texts.date(since)), [*rows, [_back(texts)]])
    return Screen(texts(f"calendar-pick-{kind.replace('_', '-')}"), [*rows, [_back(texts)]])


def pick_grades(texts: Texts, kind: SpanKind, first: date, last: date) -> Screen:
    def to(grade_from: int, grade_to: int) -> PickLent | KeepDays:
        span = packed_days(first, last)
        if kind is SpanKind.WORKING:
            return PickLent(days=span, grade_from=grade_from, grade_to=grade_to)
        return KeepDays(kind=kind, days=span, grade_from=grade_from, grade_to=grade_to, lent=0, sure=False)

    buttons = [Button(grades_label(texts, *one), to(*one)) for one in GRADES]
    again = Button(texts("back"), PickDay(day=packed(first), kind=kind, since=NO_DAY))
    return Screen(texts("calendar-pick-grades", days=days(texts, first, last)), [*in_rows(buttons, 3), [again]])


def pick_lent(texts: Texts, day: date, grade_from: int, grade_to: int) -> Screen:
    def to(weekday: int) -> KeepDays:
        span = packed_days(day, day)
        return KeepDays(
            kind=SpanKind.WORKING, days=span, grade_from=grade_from, grade_to=grade_to, lent=weekday, sure=False
        )

    weekdays = [Button(texts("calendar-as", weekday=n), to(n)) for n in range(1, 7) if n != day.isoweekday()]
    own = Button(texts("calendar-as-own"), to(0))
    back = Button(texts("back"), PickGrades(kind=SpanKind.WORKING, days=packed_days(day, day)))
    return Screen(texts("calendar-pick-lent", day=texts.day(day)), [*in_rows(weekdays, 2), [own], [back]])


def question(texts: Texts, proposal: Proposal) -> Screen:
    """What is written of these days stays; whether the calendar shall change all the same."""
    lines = [span_line(texts, proposal.span), *touched_lines(texts, proposal.touched)]
    lines += [texts("calendar-gives-way", span=span_line(texts, one)) for one in proposal.replaced[:5]]
    if proposal.span.kind is SpanKind.WORKING and proposal.span.starts_on.isoweekday() == 7:
        lines.append(texts("calendar-on-sunday", day=texts.date(proposal.span.starts_on)))
    yes = Button(texts("calendar-keep-anyway"), keep_button(proposal.span, sure=True), style=Style.PRIMARY)
    return Screen(texts("calendar-question", lines=Markup("\n".join(lines))), [[yes], [_back(texts)]])


def one_span(texts: Texts, proposal: Proposal) -> Screen:
    span = proposal.span
    lines = [span_line(texts, span), *touched_lines(texts, proposal.touched)]
    away = TakeSpanAway(span=span.id or 0, day=packed(span.starts_on))
    rows = [[Button(texts("calendar-take-away"), away, style=Style.DANGER)], [_back(texts)]]
    return Screen("\n\n".join(["\n".join(lines), texts("calendar-span-how")]), rows)


def changed(texts: Texts, change: CalendarChange) -> Screen:
    """What was done, with a way back."""
    added = [texts("calendar-added", span=span_line(texts, one)) for one in change.added]
    removed = [texts("calendar-removed", span=span_line(texts, one)) for one in change.removed]
    lines = [*added, *removed]
    if len(lines) > MOST_LINES:
        lines = [*lines[:MOST_LINES], Markup("…")]
    undo = Button(texts("undo"), UndoCalendar(change=change.id))
    rows = [[undo], [_back(texts), Button(texts("calendar-open"), ShowCalendar())]]
    return Screen("\n".join([texts("calendar-changed"), "", *lines]), rows)


def holidays(texts: Texts, missing: Sequence[Span]) -> Screen:
    """The country's days that the calendar has not."""
    if not missing:
        return Screen(texts("calendar-holidays-none"), [[_back(texts)]])
    lines = [span_line(texts, span) for span in missing[:MOST_LINES]]
    add = Button(texts("calendar-holidays-add", count=len(missing)), AddHolidays(), style=Style.PRIMARY)
    return Screen("\n".join([texts("calendar-holidays-missing"), "", *lines]), [[add], [_back(texts)]])


def touched_lines(texts: Texts, touched: Touched) -> Iterator[Markup]:
    for name in ("lessons", "homework", "notes", "changes"):
        count = getattr(touched, name)
        if count:
            yield texts(f"calendar-touched-{name}", count=count)


def grades_label(texts: Texts, first: int, last: int) -> Markup:
    if first == 1 and last >= LAST_GRADE:
        return texts("calendar-everyone")
    return texts("calendar-from-grade", grade=str(first)) if last == 12 else grades(texts, first, last)


def _ahead(texts: Texts, page: YearPage) -> Iterable[Markup]:
    """Named by its class where they differ."""
    for one in page.ahead:
        said = _one_ahead(texts, one)
        yield texts("calendar-of-class", class_name=one.class_name, said=said) if len(page.ahead) > 1 else said
    if page.week is not None:
        yield texts("calendar-week-odd" if page.week else "calendar-week-even")


def _one_ahead(texts: Texts, one: Ahead) -> Markup:
    if one.span is None:
        return texts("calendar-to-the-end", count=one.days or 0)
    if one.days is None:
        back = texts("calendar-back", day=texts.on_day(one.back)) if one.back else ""
        return texts("calendar-now", name=one.span.name, last=texts.date(one.span.ends_on), back=Markup(back))
    return texts("calendar-ahead", count=one.days, span=span_line(texts, one.span))


def _spans(texts: Texts, page: YearPage) -> Iterator[list[Markup]]:
    """Vacations of the whole year, other days from today on."""
    for kind in SpanKind:
        coming = [one for one in outside_vacations(page.spans) if one.kind is kind]
        if kind is not SpanKind.VACATION:
            coming = [one for one in coming if one.ends_on >= page.today]
        if coming:
            heading = texts(f"calendar-kind-{kind.replace('_', '-')}")
            more = [Markup("…")] if len(coming) > MOST_OF_KIND else []
            yield [heading, *(span_line(texts, one) for one in coming[:MOST_OF_KIND]), *more]


def _terms(texts: Texts, page: YearPage) -> list[Markup]:
    terms = [_term(texts, term, page.today) for term in page.terms]
    return [texts("calendar-kind-terms"), *terms] if terms else []


def _term(texts: Texts, term: Term, today: date) -> Markup:
    said = texts(
        "calendar-term",
        term=texts(f"calendar-term-{term.kind.replace('_', '-')}", number=str(term.number)),
        days=days(texts, term.starts_on, term.ends_on),
    )
    return texts("calendar-term-now", term=said) if term.starts_on <= today <= term.ends_on else said


def _back(texts: Texts) -> Button:
    return Button(texts("back"), EditCalendar())


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
