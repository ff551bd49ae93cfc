"""What is measured, how it is compared, and how it is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """`yardstick`: the same work done by the bare echo bot, or what the figure's target names; `ratio`: to that."""

    name: str
    value: float
    unit: str
    yardstick: float
    ratio: float

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Target:
    """A bound of the ratio; `of`: what the yardstick is."""

    of: str
    least: float | None = None
    most: float | None = None

    def met(self, ratio: float) -> bool:
        return (self.least is None or ratio >= self.least) and (self.most is None or ratio <= self.most)

    def said(self) -> str:
        if self.least is not None:
            return f"≥ {self.least:g}"
        return f"≤ {self.most:g}" if self.most is not None else ""


ECHO = "the bare echo"
TARGETS = {
    "tomorrow_updates": Target(ECHO, least=0.5),
    "tomorrow_cpu": Target(ECHO),
    "absence_first": Target(f"{ECHO}'s round trip", most=5.0),
    "absence_last_of_60": Target("60 sends at the bot's pace", most=1.05),
    "instant_during_broadcast": Target("five seconds", most=1.0),
    "broadcast_1000": Target("at Telegram's 30 a second", most=1.8),
    "acknowledged_800": Target(f"{ECHO} answering as many taps", most=8.0),
    "acknowledged_median": Target(f"{ECHO}'s", most=8.0),
    "acknowledged_counted": Target("two edits of the live line", most=1.2),
    "inbox_updates": Target(ECHO, least=0.4),
    "outbox_messages": Target("the bare caller", least=0.4),
    "growth_100k": Target("8 MB for 100,000", most=1.0),
    "digests_queued": Target("two seconds", most=1.0),
    "digests_statements": Target("for 200 guardians", most=1.0),
    "brought_10k": Target("20 seconds", most=1.0),
    "brought_10k_rss": Target("512 MiB", most=1.0),
    "brought_in_chat": Target("20 seconds", most=1.0),
    "brought_beside": Target("1 second", most=1.0),
    "marks_growth": Target("with one quarter", most=1.5),
    "indicators_sqlite": Target("1 second", most=1.0),
    "indicators_cold": Target("1 second", most=1.5),
    "indicators_postgres": Target("1 second", most=1.0),
    "indicators_rows": Target("reading the rows alone"),
    "indicators_pause": Target("100 ms", most=1.0),
    "indicators_3_years": Target("with one year kept", most=1.3),
    "indicators_10_years": Target("with one year kept", most=1.3),
    "start": Target(ECHO),
    "rss": Target(ECHO),
    "rss_loaded": Target(ECHO),
    "local_telegram": Target(f"{ECHO} against it", least=2.0),
}


def figure(name: str, values: Sequence[float], unit: str, yardsticks: Sequence[float]) -> Figure:
    """Medians of the repeats, and the median of their ratios: noise of the machine hits both of a repeat alike."""
    ratios = [value / yardstick for value, yardstick in zip(values, yardsticks, strict=True)]
    return Figure(name, _rounded(median(values)), unit, _rounded(median(yardsticks)), round(median(ratios), 3))


def table(figures: Iterable[Figure]) -> str:
    rows = [("figure", "value", "yardstick", "ratio", "target", "", "yardstick is")]
    for one in figures:
        target = TARGETS[one.name]
        verdict = ("ok" if target.met(one.ratio) else "MISSED") if target.said() else ""
        value, yardstick = f"{one.value:g} {one.unit}", f"{one.yardstick:g} {one.unit}"
        rows.append((one.name, value, yardstick, f"{one.ratio:.2f}", target.said(), verdict, target.of))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def _rounded(value: float) -> float:
    """Four figures that count: more would be noise."""
    return float(f"{value:.4g}")
