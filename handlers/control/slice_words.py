"""A slice in words: «Ноябрь 2026 · 7А · Алгебра · Алгебрина А. Б.»."""

from domain.control.periods import NamedPeriod, PeriodKind
from domain.control.slicing import NamedSlice
from domain.school.calendar import Term
from handlers.texts.translator import Markup, Texts


def slice_said(texts: Texts, named: NamedSlice) -> Markup:
    """Names escaped, with a capital."""
    parts = [_days(texts, named), room_said(texts, named), *_narrower(named)]
    return texts("control-slice", parts=" · ".join(parts))


def room_said(texts: Texts, named: NamedSlice) -> str:
    """«7А», «7-е классы», «вся школа»"""
    if named.school_class is not None:
        return named.school_class.name
    grade = named.slice.grade
    return texts("control-school") if grade is None else texts("control-parallel", grade=grade)


def period_said(texts: Texts, period: NamedPeriod) -> str:
    """«Ноябрь 2026», «2-я четверть», «Эта неделя»"""
    match period.kind:
        case PeriodKind.MONTH | PeriodKind.LAST_MONTH:
            return capital(texts.month(period.first))
        case PeriodKind.TERM | PeriodKind.LAST_TERM if period.term is not None:
            return term_said(texts, period.term)
        case PeriodKind.YEAR:
            return texts("control-year", name=f"{period.first:%Y}/{period.last:%y}")
        case _:
            return texts(f"control-period-{period.kind}")


def term_said(texts: Texts, term: Term) -> str:
    return texts(f"calendar-term-{term.kind.replace('_', '-')}", number=term.number)


def capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _days(texts: Texts, named: NamedSlice) -> str:
    """Of a week, and of days of one's own choice, the days themselves."""
    period, asked = named.period, named.slice
    if period is not None and period.kind not in (PeriodKind.THIS_WEEK, PeriodKind.LAST_WEEK):
        return period_said(texts, period)
    if asked.first == asked.last:
        return f"{asked.first:%d.%m.%Y}"
    first = f"{asked.first:%d.%m}" if asked.first.year == asked.last.year else f"{asked.first:%d.%m.%Y}"
    return f"{first}–{asked.last:%d.%m.%Y}"


def _narrower(named: NamedSlice) -> list[str]:
    subject = [named.subject.name] if named.subject else []
    return [*subject, *([named.teacher.name.short] if named.teacher else [])]
