"""Figures in words: a sign that reads without its colour, how many percent, how many of how many."""

from collections.abc import Mapping

from domain.control.indicators import Figure, Measure
from domain.control.thresholds import Standing, standing
from handlers.kit.numbers import grouped, tenths
from handlers.texts.translator import Markup, Texts

SIGNS: Mapping[Standing, str] = {
    Standing.GOOD: "✅",
    Standing.FAIR: "⚠️",
    Standing.POOR: "🔴",
    Standing.PLAIN: "▫️",
}


def sign(measure: Measure, part: int, whole: int) -> str:
    return SIGNS[standing(measure, part, whole)]


def named(texts: Texts, measure: Measure) -> Markup:
    """«Посещаемость отмечена»"""
    return texts(f"control-figure-{measure}")


def counted(texts: Texts, figure: Figure) -> Markup:
    """«⚠️ 96 % (1 204 из 1 254)», with what is typical where the measure has it."""
    middle = figure.middle
    said = [texts(f"control-middle-{figure.measure}", n=tenths(texts, middle))] if middle is not None else []
    return Markup(" · ".join([f"{sign(figure.measure, figure.part, figure.whole)} {share_said(texts, figure)}", *said]))


def share_said(texts: Texts, figure: Figure) -> Markup:
    """«96 % (1 204 из 1 254)»"""
    return texts(
        "control-counted",
        percent=figure.percent or 0,
        part=grouped(figure.part),
        whole=grouped(figure.whole),
    )
