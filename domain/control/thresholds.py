"""From which share a figure is good, and from which it is fair: the school's eye is led to what is neither.

Nothing in the regulation or the law sets these; they are the marks that deputies go by, as data.
"""

from collections.abc import Mapping
from enum import StrEnum

from domain.control.indicators import Measure


class Standing(StrEnum):
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    PLAIN = "plain"
    """No judgement: a count, or nothing to count."""


THRESHOLDS: Mapping[Measure, tuple[int, int]] = {
    Measure.TEACHERS: (100, 90),
    Measure.ATTENDANCE: (98, 90),
    Measure.TOPICS: (98, 90),
    Measure.HOMEWORK: (95, 85),
    Measure.MARKS: (60, 40),
    Measure.FILLED_IN_TIME: (95, 80),
    Measure.HOMEWORK_IN_TIME: (90, 75),
    Measure.MARKS_IN_TIME: (95, 85),
    Measure.WRITTEN_IN_TIME: (95, 85),
    Measure.DENSITY: (95, 85),
    Measure.PLAN: (95, 80),
    Measure.GUARDIANS: (90, 70),
    Measure.GUARDIANS_WEEK: (70, 50),
    Measure.GUARDIANS_MONTH: (85, 65),
    Measure.PUPILS: (80, 60),
    Measure.PUPILS_WEEK: (60, 40),
    Measure.PUPILS_MONTH: (75, 55),
}
"""Whole percents; substitutions and cancelled lessons are facts of life."""


def standing(measure: Measure, part: int, whole: int) -> Standing:
    if measure not in THRESHOLDS or not whole:
        return Standing.PLAIN
    good, fair = THRESHOLDS[measure]
    percent = part * 100 // whole
    return Standing.GOOD if percent >= good else Standing.FAIR if percent >= fair else Standing.POOR
