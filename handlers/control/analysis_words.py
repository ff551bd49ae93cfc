"""Words of the results of many that their screens, pictures and sheets share."""

from collections.abc import Iterable
from decimal import Decimal

from domain.control.achievement import Counts
from domain.control.achievement_pages import Names
from domain.control.achievement_scope import Asked
from domain.journal.periods import Period
from handlers.journal.results_screens import period_name, shown
from handlers.texts.translator import Markup, Texts

NOTHING = "—"


def scope_name(texts: Texts, names: Names) -> str:
    """«Школа», «7А», «7-е классы · Алгебра»; plain."""
    grade = [texts("analysis-grade", grade=names.grade)] if names.grade is not None else []
    parts = [names.class_name, *grade, names.subject, names.teacher.short if names.teacher else None]
    return " · ".join(part for part in parts if part) or texts("analysis-school")


def periods_name(texts: Texts, periods: Iterable[Period]) -> str:
    """«2-я четверть и 1-е полугодие»"""
    return texts("analysis-and").join(period_name(texts, one) for one in periods)


def how_name(texts: Texts, asked: Asked, periods: Iterable[Period]) -> str:
    """The period, and that it is a forecast or of the year before."""
    name = periods_name(texts, periods)
    key = "analysis-forecast" if asked.current else "analysis-of-last-year" if asked.past else "analysis-set"
    return texts(key, period=Markup(name or NOTHING))


def share(texts: Texts, value: Decimal | None) -> str:
    """«58,04 %»; whole percents without a fraction."""
    if value is None:
        return NOTHING
    said = shown(texts, value)
    return f"{said.removesuffix(texts('decimal-point') + '00')} %"


def average(texts: Texts, value: Decimal | None) -> str:
    return NOTHING if value is None else shown(texts, value)


def moved(texts: Texts, now: Decimal | None, before: Decimal | None) -> str:
    """«▲ 1,20», «▼ 3», «=»: in points; empty where one of both is not there."""
    if now is None or before is None:
        return ""
    difference = now - before
    if not difference:
        return "="
    said = shown(texts, abs(difference)).removesuffix(texts("decimal-point") + "00")
    return f"{'▲' if difference > 0 else '▼'} {said}"


def figures(counts: Counts) -> tuple[tuple[str, Decimal | None], ...]:
    """The four figures by the keys of their names."""
    return (
        ("success", counts.success),
        ("quality", counts.quality),
        ("degree", counts.degree),
        ("average", counts.average),
    )


def said(texts: Texts, key: str, value: Decimal | None) -> str:
    return average(texts, value) if key == "average" else share(texts, value)
