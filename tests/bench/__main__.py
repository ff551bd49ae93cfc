"""`python -m tests.bench`: measures, prints a table, writes `build/bench.json`."""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.commands.running import until_stopped
from bot.logs import set_up_logs
from tests.bench import (
    absence,
    acknowledged,
    broadcast,
    brought,
    capacity,
    digests,
    growth,
    inbox,
    indicators,
    marks,
    outbox,
    starting,
    tomorrow,
)
from tests.bench.bench import Bench
from tests.bench.figures import TARGETS, Figure, table
from tests.bench.programs import ROOT
from tests.bench.school import CROWD

Measure = Callable[[Bench], Awaitable[list[Figure]]]
MEASURES: dict[tuple[str, ...], Measure] = {
    ("local_telegram",): capacity.measure,
    ("tomorrow_updates", "tomorrow_cpu", "rss_loaded"): tomorrow.measure,
    ("absence_first", "absence_last_of_60"): absence.measure,
    ("instant_during_broadcast", "broadcast_1000"): broadcast.measure,
    ("acknowledged_800", "acknowledged_median", "acknowledged_counted"): acknowledged.measure,
    ("inbox_updates",): inbox.measure,
    ("outbox_messages",): outbox.measure,
    ("growth_100k",): growth.measure,
    ("digests_queued", "digests_statements"): digests.measure,
    ("brought_10k", "brought_10k_rss"): brought.measure,
    ("brought_in_chat", "brought_beside"): brought.measure_in_chat,
    ("marks_growth",): marks.measure,
    (
        "indicators_sqlite",
        "indicators_cold",
        "indicators_rows",
        "indicators_pause",
        "indicators_3_years",
        "indicators_10_years",
        "indicators_postgres",
    ): indicators.measure,
    ("start", "rss"): starting.measure,
}
"""The figures that a measurement gives, and the measurement."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", choices=TARGETS, help="one figure, and those that come with it")
    parser.add_argument("--quick", action="store_true", help="one repeat of each, fewer people")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON instead of a table")
    parser.add_argument("--file", type=Path, default=ROOT / "build" / "bench.json", help="where the figures go")
    options = parser.parse_args()
    set_up_logs("console", "warning")
    figures: list[Figure] = []
    asyncio.run(until_stopped(_measure(options.quick, options.only, figures)))
    if not figures:
        sys.exit("Stopped before anything was measured.")
    listed = json.dumps([one.as_json() for one in figures], indent=2)
    options.file.write_text(listed + "\n", encoding="utf-8")
    print(listed if options.json else table(figures))


async def _measure(quick: bool, only: str | None, figures: list[Figure]) -> None:
    """Adds to `figures` as they come: whoever stops it has those that are there."""
    kept = ROOT / "build"
    kept.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="zvonok-bench-") as folder:
        bench = Bench(Path(folder), kept, 1 if quick else 5, CROWD // 5 if quick else CROWD)
        for names, measure in MEASURES.items():
            if only is None or only in names:
                sys.stderr.write(f"measuring {', '.join(names)}…\n")
                figures += await measure(bench)


if __name__ == "__main__":
    main()
