"""Days of the calendar in words."""

from datetime import date

from domain.school.calendar import Span, SpanKind
from domain.school.calendar_said import SaidTerm
from handlers.texts.translator import Markup, Texts

LAST_GRADE = 11
"""From the first to it: everyone; a twelfth grade hardly any school has."""


def days(texts: Texts, first: date, last: date) -> str:
    """«26 октября – 1 ноября», «2–8 ноября», «4 ноября, ср»."""
    if first == last:
        return f"{texts.date(first)}, {texts.weekday(first.isoweekday())}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{texts.date(last)}"
    return f"{texts.date(first)} – {texts.date(last)}"


def grades(texts: Texts, first: int, last: int) -> Markup:
    """«1 кл.», «2–4 кл.»; nothing for everyone."""
    if first == 1 and last >= LAST_GRADE:
        return Markup("")
    return texts("calendar-grades", grades=str(first) if first == last else f"{first}–{last}")


def span_line(texts: Texts, span: Span) -> Markup:
    """«4 ноября, ср — День народного единства», with whom it is for and whose lessons it has."""
    said = texts("calendar-span", days=days(texts, span.starts_on, span.ends_on), name=span.name)
    whom = grades(texts, span.grade_from, span.grade_to)
    about = [whom] if whom else []
    about += [texts("calendar-lent", weekday=span.as_weekday)] if span.as_weekday else []
    return Markup(" · ".join([said, *about]))


def span_label(texts: Texts, span: Span) -> str:
    """Of a button: the days, short, and the name."""
    first, last = f"{span.starts_on:%d.%m}", f"{span.ends_on:%d.%m}"
    sign = {SpanKind.VACATION: "🏖", SpanKind.NON_WORKING: "🎉", SpanKind.WORKING: "💼"}[span.kind]
    label = f"{sign} {first if first == last else f'{first}–{last}'} {span.name}"
    return label if len(label) <= 45 else f"{label[:44]}…"


def term_line(texts: Texts, term: SaidTerm) -> Markup:
    return texts(
        "calendar-term",
        term=texts(f"calendar-term-{term.kind.replace('_', '-')}", number=str(term.number)),
        days=days(texts, term.starts_on, term.ends_on),
    )
