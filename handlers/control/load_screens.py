"""The load by weekday: lessons and homework that fall on each day, in words and as bars."""

from fractions import Fraction

from domain.control.indicators import Slice
from domain.control.load_by_weekday import LoadPage, WeekdayLoad
from domain.control.slicing import NamedSlice
from handlers.control.control_buttons import ChooseClass, DrawLoad, ShowControl
from handlers.control.slice_text import packed_slice
from handlers.control.slice_words import slice_said
from handlers.kit.bars import Bars, bar_chart
from handlers.kit.numbers import tenths
from handlers.kit.screen import Button, Screen
from handlers.texts.translator import Markup, Texts

LEAST_HIGHEST = 8
"""Lessons or hours up to which the scale goes at least: pictures of several classes can be laid side by side."""


def load(texts: Texts, page: LoadPage, named: NamedSlice, back: Slice) -> Screen:
    """`back`: the slice of the page that it was opened from, which may be narrower."""
    said = packed_slice(named.slice)
    heading = texts("control-load", slice=slice_said(texts, named))
    lines = [_line(texts, one, page.norm) for one in page.weekdays]
    much = any(_is_much(one, page.norm) for one in page.weekdays)
    notes = [*_notes(texts, page), *([texts("control-load-much")] if much else [])]
    text = "\n".join([heading, "", *(lines or [texts("control-load-none")]), *notes])
    picture = [Button(texts("control-load-picture"), DrawLoad(slice=said))] if page.weekdays else []
    ways = [
        Button(texts("control-by-class"), ChooseClass(slice=said)),
        Button(texts("back"), ShowControl(slice=packed_slice(back))),
    ]
    return Screen(text, [picture, ways])


def load_picture(texts: Texts, page: LoadPage) -> str:
    """An SVG: lessons beside hours of homework, on one scale."""
    groups = [Bars(texts.weekday(one.weekday), (float(one.lessons), float(one.minutes / 60))) for one in page.weekdays]
    highest = max([LEAST_HIGHEST, *(value for group in groups for value in group.values if value is not None)])
    series = (texts("control-load-lessons"), texts("control-load-hours"))
    return bar_chart(groups, highest, series, said=lambda value: tenths(texts, Fraction(value)))


def load_caption(texts: Texts, page: LoadPage, named: NamedSlice) -> Markup:
    return Markup("\n".join([texts("control-load", slice=slice_said(texts, named)), *_notes(texts, page)]))


def _line(texts: Texts, one: WeekdayLoad, norm: int | None) -> Markup:
    return texts(
        "control-load-line",
        day=texts.weekday(one.weekday),
        lessons=tenths(texts, one.lessons),
        minutes=round(one.minutes),
        much=_is_much(one, norm),
    )


def _is_much(one: WeekdayLoad, norm: int | None) -> bool:
    return norm is not None and one.minutes > norm


def _notes(texts: Texts, page: LoadPage) -> list[Markup]:
    """What the minutes are worth, and how many are the norm."""
    norm = [texts("control-load-norm", minutes=page.norm)] if page.norm else []
    told = texts("control-load-estimated", estimated=page.estimated, tasks=page.tasks)
    return [Markup(), told, *norm] if page.weekdays else []
