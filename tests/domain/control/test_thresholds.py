"""Which figures are good, fair and poor."""

import pytest

from domain.control.indicators import Measure
from domain.control.thresholds import THRESHOLDS, Standing, standing


def test_every_figure_but_what_is_adverse_has_its_thresholds() -> None:
    assert set(THRESHOLDS) == {one for one in Measure if not one.adverse}
    assert all(100 >= good > fair > 0 for good, fair in THRESHOLDS.values())


@pytest.mark.parametrize(
    ("part", "expected"), [(98, Standing.GOOD), (97, Standing.FAIR), (90, Standing.FAIR), (89, Standing.POOR)]
)
def test_a_figure_stands_by_its_share(part: int, expected: Standing) -> None:
    assert standing(Measure.ATTENDANCE, part, 100) is expected


def test_a_share_is_rounded_down_before_it_is_judged() -> None:
    assert standing(Measure.TEACHERS, 999, 1000) is Standing.FAIR


def test_of_nothing_and_of_substitutions_nothing_is_said() -> None:
    assert standing(Measure.ATTENDANCE, 0, 0) is Standing.PLAIN
    assert standing(Measure.SUBSTITUTED, 5, 10) is Standing.PLAIN
