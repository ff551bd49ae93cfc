"""Changed lessons as they are told: to a family by class, to a teacher all of theirs, a paragraph for each day."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from domain.messaging.contents import LessonChangeNews, LessonChangesNews
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen
from handlers.messaging.way_back import menu_below
from handlers.school.buttons import ShowDay
from handlers.school.changes_lines import change_line
from handlers.texts.translator import Texts

MOST_LINES = 30


def change_screen(news: LessonChangeNews, texts: Texts) -> Screen:
    return changes_screen(LessonChangesNews((news,)), texts)


def changes_screen(news: LessonChangesNews, texts: Texts) -> Screen:
    """By day and place in it, whatever order they were made in; the button opens the reader's own day."""
    ordered = sorted(news.news, key=lambda one: (one.lesson.ref.day, one.lesson.planned.position))[:MOST_LINES]
    days = [(day, list(told)) for day, told in groupby(ordered, key=lambda one: one.lesson.ref.day)]
    parts = [_day(texts, day, told) for day, told in days]
    corrected = [texts("changes-news-corrected")] if any(one.correction for one in ordered) else []
    own = [Button(texts.short_day(day), ShowDay(day=packed(day), whose=0)) for day, _ in days[:6]]
    return Screen("\n\n".join([*corrected, *parts]), [own, [menu_below(texts)]])


def _day(texts: Texts, day: date, told: Sequence[LessonChangeNews]) -> str:
    first = told[0]
    ahead = (day - first.today).days
    said = texts.day(day)
    said = f"{texts('school-near', ahead=ahead)}, {said}" if ahead in (0, 1) else said[0].upper() + said[1:]
    if first.class_name is None:
        heading = texts("changes-news-yours", day=said)
    else:
        heading = texts("changes-news-heading", day=said, class_name=first.class_name)
    lines = [change_line(texts, one.lesson, of_class=one.class_name is not None, reader=one.teacher) for one in told]
    return "\n".join([heading, *lines])
