"""What areas of control tell, by kind of content: the renderer takes them in (`handlers/messaging/renderer.py`)."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.control.evening_card import EveningCard
from domain.control.inspection_news import InspectionNews, RemarksTold
from domain.control.overview_weekly import OverviewNews
from domain.control.reminding import ReminderNews
from handlers.control import overview_screens
from handlers.control import own_remark_screens as own_remarks
from handlers.control.class_duties_screens import reminder_screen
from handlers.control.duties_screens import duties
from handlers.kit.screen import Screen
from handlers.texts.translator import Texts


def _evening(news: EveningCard, texts: Texts) -> Screen:
    return duties(texts, news)


CONTROL_SCREENS: Mapping[type, Callable[[Any, Texts], Screen]] = {
    EveningCard: _evening,
    ReminderNews: reminder_screen,
    InspectionNews: own_remarks.news,
    RemarksTold: own_remarks.told,
    OverviewNews: overview_screens.news,
}
