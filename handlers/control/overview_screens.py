"""The director's page: one picture and ten lines (3.7.2)."""

from domain.control.indicators import Figure, Measure
from domain.control.overview import KEPT, Overview, SchoolWeekDays
from domain.control.overview_weekly import OverviewNews
from handlers.control.control_buttons import OpenControl
from handlers.control.inspection_buttons import OpenInspections
from handlers.kit.bars import Bars, bar_chart
from handlers.kit.screen import Button, Screen
from handlers.kit.show import plain
from handlers.messaging.way_back import menu_below, to_menu
from handlers.texts.translator import Markup, Texts

PERCENTS = (Measure.ATTENDANCE, Measure.TOPICS, Measure.HOMEWORK, Measure.FILLED_IN_TIME)


def overview(texts: Texts, page: Overview) -> Screen:
    lines = [
        texts("overview-heading", days=_days(texts, page.week)),
        "",
        *(texts(f"overview-{_key(one)}", said=_percent(texts, page, one)) for one in PERCENTS),
        _teachers(texts, page),
        texts("overview-density", said=_percent(texts, page, Measure.DENSITY)),
        texts("overview-families", said=_percent(texts, page, Measure.GUARDIANS_WEEK)),
        texts(
            "overview-substituted",
            n=_part(page, Measure.SUBSTITUTED),
            cancelled=_part(page, Measure.CANCELLED),
        ),
        texts("overview-at-risk", n=page.at_risk),
        _remarks(texts, page),
        *([_results(texts, page)] if page.results is not None else []),
    ]
    inspections = Button(texts("overview-inspections"), OpenInspections())
    more = Button(texts("overview-more"), OpenControl())
    return Screen("\n".join(lines), [[more, inspections], [menu_below(texts)]], svg=picture(texts, page))


def nothing_yet(texts: Texts) -> Screen:
    return Screen(texts("overview-none"), [[to_menu(texts)]])


def news(news: OverviewNews, texts: Texts) -> Screen:
    return overview(texts, news.page)


def picture(texts: Texts, page: Overview) -> str:
    """Percents of lessons: this week beside the one before."""
    pairs = [(one, page.percent(one)) for one in KEPT]
    both = page.earlier is not None
    groups = [
        Bars(plain(texts(f"overview-bar-{_key(one)}")), (now, before) if both else (now,))
        for one, (now, before) in pairs
    ]
    series = [_days(texts, page.week), *([plain(texts("overview-picture-before"))] if both else [])]
    return bar_chart(groups, 100, series, plain(texts("overview-picture-title")))


def _days(texts: Texts, week: SchoolWeekDays) -> str:
    """«23–27 ноября», or the one day."""
    first, last = texts.date(week.first), texts.date(week.last)
    return plain(first if week.first == week.last else texts("overview-days", first=first, last=last))


def _key(measure: Measure) -> str:
    return measure.value.replace("_", "-")


def _percent(texts: Texts, page: Overview, measure: Measure) -> Markup:
    now, before = page.percent(measure)
    if now is None:
        return texts("overview-unknown")
    if before is None or measure.of_families:
        return texts("overview-percent", now=now)
    if now == before:
        return texts("overview-percent-same", now=now)
    return texts("overview-percent-up" if now > before else "overview-percent-down", now=now, before=before)


def _teachers(texts: Texts, page: Overview) -> Markup:
    figure = page.figures.get(Measure.TEACHERS, Figure(Measure.TEACHERS, 0, 0))
    return texts("overview-teachers", part=figure.part, all=figure.whole)


def _part(page: Overview, measure: Measure) -> int:
    figure = page.figures.get(measure)
    return figure.part if figure else 0


def _remarks(texts: Texts, page: Overview) -> Markup:
    if not page.open_remarks:
        return texts("overview-remarks-none")
    return texts("overview-remarks", n=page.open_remarks, overdue=page.overdue_remarks)


def _results(texts: Texts, page: Overview) -> Markup:
    assert page.results is not None
    return texts("overview-results", success=page.results.success, quality=page.results.quality)
