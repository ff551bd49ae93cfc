"""Results of many as grouped bars: by class against the last term, or a class's own through the year."""

from decimal import Decimal

from domain.control.achievement_pages import SplitPage, TermsPage
from domain.journal.periods import Period
from handlers.control.analysis_words import periods_name, scope_name
from handlers.kit.bars import Bars, bar_chart
from handlers.texts.translator import Texts

HIGHEST = 100.0
MOST_CLASSES = 60
"""On a picture: more are higher than Telegram takes."""


def by_class(texts: Texts, split: SplitPage) -> str | None:
    """The quality of each class, with that of the last term where there is one; None: nothing to draw."""
    rows = [one for one in split.rows if one.counts.total][:MOST_CLASSES]
    if not rows:
        return None
    page = split.page
    title = f"{scope_name(texts, page.names)}: {texts('analysis-picture-classes')}"
    now = texts("analysis-by-current-short") if page.asked.current else periods_name(texts, page.shown)
    if page.last_term is None:
        return bar_chart([Bars(one.name, (_value(one.counts.quality),)) for one in rows], HIGHEST, (), title)
    groups = [
        Bars(one.name, (_value(one.before.quality if one.before else None), _value(one.counts.quality))) for one in rows
    ]
    return bar_chart(groups, HIGHEST, (periods_name(texts, page.last_term.periods), now), title)


def by_term(texts: Texts, page: TermsPage) -> str | None:
    """Success and quality of each period that has results; None: of none."""
    if not page.periods:
        return None
    groups = [
        Bars(short(texts, period), (_value(counts.success), _value(counts.quality))) for period, counts in page.periods
    ]
    series = (texts("analysis-picture-success"), texts("analysis-picture-quality"))
    return bar_chart(groups, HIGHEST, series, f"{scope_name(texts, page.names)}: {texts('analysis-picture-terms')}")


def short(texts: Texts, period: Period) -> str:
    return texts(f"results-short-{period.kind}", number=period.number)


def _value(share: Decimal | None) -> float | None:
    return None if share is None else float(share)
