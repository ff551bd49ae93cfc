"""The director's page as it may be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.control.indicators import Figure, Measure
from domain.control.overview import Overview, SchoolWeekDays, TermResults
from domain.control.overview_weekly import OverviewNews
from handlers.control import overview_screens as screens
from tests.architecture import screen_samples as s

WEEK = SchoolWeekDays(s.TODAY - s.DAY, s.TODAY + 3 * s.DAY)
EARLIER = SchoolWeekDays(WEEK.first - 7 * s.DAY, WEEK.last - 7 * s.DAY)
FIGURES = {one: Figure(one, 90 + place % 3, 100) for place, one in enumerate(Measure)}
BEFORE = {one: Figure(one, 91, 100) for one in Measure}
NOTHING = {one: Figure(one, 0, 0) for one in Measure}
PAGE = Overview(WEEK, EARLIER, FIGURES, BEFORE, 12, 3, 21, TermResults(97, 58))
PAGES = [
    PAGE,
    replace(PAGE, open_remarks=0, overdue_remarks=0, at_risk=0, results=None),
    replace(PAGE, figures=NOTHING, before={}, earlier=None),
]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    screens.overview: {"page": PAGES},
    screens.nothing_yet: {},
    screens.news: {"news": [OverviewNews(one) for one in PAGES]},
}
