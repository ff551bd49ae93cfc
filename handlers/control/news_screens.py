"""What control tells, by kind of content: the renderer's entries of this area."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.control.inspection_news import InspectionNews, RemarksTold
from domain.control.overview_weekly import OverviewNews
from handlers.control import overview_screens
from handlers.control import own_remark_screens as own_remarks
from handlers.kit.screen import Screen
from handlers.texts.translator import Texts

CONTROL_SCREENS: Mapping[type, Callable[[Any, Texts], Screen]] = {
    InspectionNews: own_remarks.news,
    RemarksTold: own_remarks.told,
    OverviewNews: overview_screens.news,
}
