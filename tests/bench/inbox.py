"""A trivial answer: what it costs to store an update, to know who it is from, to find its handler and to mark it."""

from tests.bench.bench import Bench
from tests.bench.figures import Figure, figure
from tests.bench.programs import echo_bot

ASKED = "/help"
WARM_UP = 50


async def measure(bench: Bench) -> list[Figure]:
    """Everyone's update waits when it begins. The crowd is new in each repeat, as in `tomorrow`."""
    crowds = [crowd[: bench.users] for crowd in (await bench.school()).crowds]
    speeds, yardsticks = [], []
    async with (
        bench.people() as echoed,
        bench.people() as people,
        echo_bot(echoed.url),
        bench.bot(people, await bench.copy("inbox.db")),
    ):
        await echoed.crowd(crowds[-1][:WARM_UP], ASKED)
        await people.crowd(crowds[-1][:WARM_UP], ASKED)
        for crowd in crowds[: bench.repeats]:
            yardsticks.append(len(crowd) / await echoed.crowd(crowd, ASKED))
            speeds.append(len(crowd) / await people.crowd(crowd, ASKED))
    return [figure("inbox_updates", speeds, "1/s", yardsticks)]
