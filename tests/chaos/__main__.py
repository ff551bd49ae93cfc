"""`python -m tests.chaos`: rounds of saves and of an announcement, their counts, and `build/chaos.json`."""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from tests.chaos import broadcast, saves
from tests.chaos.processes import ROOT, local_telegram
from tests.chaos.school import USERS, ChaosSchool, found
from tests.chaos.witness import IN_FLIGHT, Verdict

CROWD = 1000
SEED = 20261124
SHOWN = 20
"""Lines about one broken round; the counts tell of the others."""
Round = Callable[[ChaosSchool, str, Path, int], Awaitable[Verdict]]


@dataclass
class Outcome:
    rounds: int
    total: Verdict
    failed: list[str]

    def as_json(self) -> dict[str, int]:
        counts = {name: getattr(self.total, name) for name in ("kills", "lost", "doubled", "unmarked", "marked")}
        return {"rounds": self.rounds, **counts, "in_flight": IN_FLIGHT}


async def run(rounds: int, broadcasts: int, seed: int, crowd: int = CROWD, at_once: int = 1) -> Outcome:
    """Each round with a database and a seed of its own; the seeds of those that broke a promise come back."""
    outcome, turns = Outcome(0, Verdict(), []), asyncio.Semaphore(at_once)

    async def in_turn(kind: str, round_: Round, made: ChaosSchool, own: int) -> None:
        async with turns:
            await _round(outcome, kind, round_, made, folder / f"{kind}-{own}", own)

    with tempfile.TemporaryDirectory(prefix="zvonok-chaos-") as name:
        folder = Path(name)
        school = await asyncio.to_thread(found, folder / "school.db")
        full = await asyncio.to_thread(found, folder / "full.db", crowd)
        listed = [("saves", saves.round_of_saves, school, seed + n) for n in range(rounds)]
        listed += [("broadcast", broadcast.round_of_broadcast, full, seed + n) for n in range(broadcasts)]
        await asyncio.gather(*(in_turn(*one) for one in listed))
    return outcome


async def _round(outcome: Outcome, kind: str, round_: Round, made: ChaosSchool, folder: Path, seed: int) -> None:
    folder.mkdir()
    outcome.rounds += 1
    try:
        async with local_telegram(USERS) as url:
            verdict = await round_(made, url, folder, seed)
    except AssertionError as failure:
        verdict = Verdict(lost=1, said=[str(failure)])
    outcome.total.add(verdict)
    counts = f"kills {verdict.kills}, marked {verdict.marked}"
    sys.stderr.write(f"{kind} --seed {seed}: {'kept' if verdict.kept else 'BROKEN'} ({counts})\n")
    if not verdict.kept:
        outcome.failed.append(f"{kind} --seed {seed}: " + "\n  ".join(verdict.said[:SHOWN] or [counts]))
        sys.stderr.write(outcome.failed[-1] + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds of saves; half as many of an announcement")
    parser.add_argument("--broadcasts", type=int, help="rounds of an announcement, where it shall not be half")
    parser.add_argument("--seed", type=int, default=SEED, help="the first round's; the next ones count on")
    parser.add_argument("--at-once", type=int, default=1, help="rounds side by side: mostly they wait")
    parser.add_argument("--json", type=Path, default=ROOT / "build" / "chaos.json", help="where the counts go")
    options = parser.parse_args()
    broadcasts = options.rounds // 2 if options.broadcasts is None else options.broadcasts
    outcome = asyncio.run(run(options.rounds, broadcasts, options.seed, at_once=options.at_once))
    options.json.parent.mkdir(exist_ok=True)
    options.json.write_text(json.dumps(outcome.as_json()) + "\n", encoding="utf-8")
    print(json.dumps(outcome.as_json()))
    sys.exit(1 if outcome.failed else 0)


if __name__ == "__main__":
    main()
