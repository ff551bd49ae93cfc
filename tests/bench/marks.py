"""`/marks`, with one quarter and with ten years of journal behind it."""

from statistics import median

from tests.bench.bench import Bench
from tests.bench.figures import Figure, figure
from tests.bench.ten_years import ten_years

ASKED = "/marks"
ASKING = 40
"""People of a repeat, one after another, in both schools in turns."""


async def measure(bench: Bench) -> list[Figure]:
    school = await bench.school()
    grown = ten_years(school.file, bench.kept)
    crowd = school.crowds[0]
    slow, quick = [], []
    async with (
        bench.people() as small,
        bench.people() as large,
        bench.bot(small, await bench.copy("one-quarter.db")),
        bench.bot(large, grown),
    ):
        for repeat in range(bench.repeats):
            asking = crowd[repeat * ASKING : (repeat + 1) * ASKING]
            pairs = [(await small.round_trip(one, ASKED), await large.round_trip(one, ASKED)) for one in asking]
            quick.append(median(first for first, _ in pairs) * 1000)
            slow.append(median(second for _, second in pairs) * 1000)
    return [figure("marks_growth", slow, "ms", quick)]
