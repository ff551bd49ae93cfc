"""`/control`: the figures of a slice on one page, each with the way to what stands behind it."""

from collections.abc import Mapping, Sequence

from domain.control.indicators import Figure, IndicatorPage, Measure, ways
from domain.control.slicing import NamedSlice
from domain.roles.access import reach_of
from domain.roles.people import Actor
from handlers.control.control_buttons import Paper, ShowList, ShowLoad, TakeFamilies, TakeFigures
from handlers.control.figure_words import counted, named, sign
from handlers.control.place_text import ListPlace
from handlers.control.slice_text import packed_slice
from handlers.control.slice_words import slice_said
from handlers.control.slicing_screens import filter_rows
from handlers.kit.menu import MenuItem
from handlers.kit.screen import Button, Screen, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts

SECTIONS: Mapping[str, Sequence[Measure]] = {
    "kept": (Measure.TEACHERS, Measure.ATTENDANCE, Measure.TOPICS, Measure.HOMEWORK, Measure.MARKS),
    "in-time": (
        Measure.FILLED_IN_TIME,
        Measure.HOMEWORK_IN_TIME,
        Measure.MARKS_IN_TIME,
        Measure.WRITTEN_IN_TIME,
    ),
    "marks": (Measure.DENSITY, Measure.PLAN),
    "changes": (Measure.SUBSTITUTED, Measure.CANCELLED),
    "families": (
        Measure.GUARDIANS,
        Measure.GUARDIANS_WEEK,
        Measure.GUARDIANS_MONTH,
        Measure.PUPILS,
        Measure.PUPILS_WEEK,
        Measure.PUPILS_MONTH,
    ),
}
"""Of the page, in this order."""
A_ROW = 3
"""Figures in a row: their shares stand in the text."""


def page(
    texts: Texts, shown: IndicatorPage, slice_: NamedSlice, actor: Actor, items: Sequence[MenuItem] = ()
) -> Screen:
    """`items`: what else of control there is; each person sees what their roles reach."""
    known = {one.measure: one for one in shown.figures if one.whole}
    blocks = [block for key, measures in SECTIONS.items() if (block := _block(texts, key, measures, known))]
    heading = texts("control-heading", slice=slice_said(texts, slice_))
    text = "\n\n".join([heading, *(blocks or [texts("control-nothing")])])
    figures = [[_button(texts, shown, known[one]) for one in block if one in known] for block in SECTIONS.values()]
    others = [Button(texts(one.key), one.action) for one in items if reach_of(actor, one.needs)]
    return Screen(
        text,
        [
            *(row for block in figures for row in in_rows(block, A_ROW)),
            *filter_rows(texts, slice_),
            [Button(texts("control-load-open"), ShowLoad(slice=packed_slice(slice_.slice)))],
            _files(texts, shown, known),
            *in_rows(others, 2),
            [Button(texts("to-menu"), OpenMenu())],
        ],
    )


def _block(texts: Texts, key: str, measures: Sequence[Measure], known: Mapping[Measure, Figure]) -> Markup | None:
    lines = [
        texts("control-line", what=named(texts, one), counted=counted(texts, known[one]))
        for one in measures
        if one in known
    ]
    return Markup("\n".join([texts(f"control-section-{key}"), *lines])) if lines else None


def _button(texts: Texts, shown: IndicatorPage, figure: Figure) -> Button:
    measure = figure.measure
    label = texts(
        "control-button",
        sign=sign(measure, figure.part, figure.whole),
        what=texts(f"control-short-{measure}"),
    )
    return Button(label, ShowList(place=ListPlace(shown.slice, measure, ways(measure)[0]).text))


def _files(texts: Texts, shown: IndicatorPage, known: Mapping[Measure, Figure]) -> list[Button]:
    """Of the page, and of families by class where they are on it."""
    said = packed_slice(shown.slice)
    figures = [Button(texts(f"control-file-{one.name.lower()}"), TakeFigures(slice=said, paper=one)) for one in Paper]
    families = [
        Button(texts(f"control-families-{one.name.lower()}"), TakeFamilies(slice=said, paper=one)) for one in Paper
    ]
    return [*(figures if known else []), *(families if Measure.GUARDIANS in known else [])]
