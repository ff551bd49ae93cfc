"""«🖼 Неделя» and «📅 В календарь» under a schedule; where it has several pages, by whose they are."""

from collections.abc import Sequence

from domain.school.schedule import DaySchedule
from domain.school.where import Owner, Whose
from handlers.kit.days import packed
from handlers.kit.screen import Button
from handlers.kit.show import plain
from handlers.school.where_buttons import DrawWeek, TakeCalendar
from handlers.texts.translator import Texts


def taken(texts: Texts, pages: Sequence[DaySchedule]) -> list[list[Button]]:
    """A row for each page."""
    return [_row(texts, page, alone=len(pages) == 1) for page in pages]


def _row(texts: Texts, page: DaySchedule, *, alone: bool) -> list[Button]:
    owner = _owner(page)
    label = texts("where-draw-week") if alone else texts("where-draw-week-of", whose=_whose(texts, page))
    return [
        Button(plain(label), DrawWeek(day=packed(page.day), kind=owner.kind, whose=owner.id)),
        Button(texts("where-take-calendar"), TakeCalendar(kind=owner.kind, whose=owner.id)),
    ]


def _owner(page: DaySchedule) -> Owner:
    if page.pupil is not None:
        return Owner(Whose.PUPIL, page.pupil)
    return Owner(Whose.CLASS, page.class_id) if page.class_id is not None else Owner(Whose.TEACHER, 0)


def _whose(texts: Texts, page: DaySchedule) -> str:
    return page.name.given or page.name.surname if page.name else texts("where-own-lessons")
