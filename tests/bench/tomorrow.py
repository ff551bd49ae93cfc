"""«Расписание на завтра»: a thousand people ask at once, people whom the bot has not seen since it started."""

from tests.bench.bench import Bench
from tests.bench.figures import Figure, figure
from tests.bench.load import Load
from tests.bench.programs import Program, echo_bot

ASKED = "/tomorrow"
WARM_UP = 50


async def measure(bench: Bench) -> list[Figure]:
    crowds = [crowd[: bench.users] for crowd in (await bench.school()).crowds]
    runs: list[tuple[float, float]] = []
    yardsticks: list[tuple[float, float]] = []
    async with (
        bench.people() as echoed,
        bench.people() as people,
        echo_bot(echoed.url) as echo,
        bench.bot(people, await bench.copy("tomorrow.db")) as bot,
    ):
        await echoed.crowd(crowds[-1][:WARM_UP], ASKED)
        await people.crowd(crowds[-1][:WARM_UP], ASKED)
        for crowd in crowds[: bench.repeats]:
            yardsticks.append(await _run(echoed, echo, crowd))
            runs.append(await _run(people, bot, crowd))
        loaded = figure("rss_loaded", [bot.peak()], "MiB", [echo.peak()])
    return [
        figure("tomorrow_updates", [speed for speed, _ in runs], "1/s", [speed for speed, _ in yardsticks]),
        figure("tomorrow_cpu", [cpu for _, cpu in runs], "ms", [cpu for _, cpu in yardsticks]),
        loaded,
    ]


async def _run(people: Load, bot: Program, crowd: list[int]) -> tuple[float, float]:
    """Updates a second, and milliseconds of the bot's CPU for each."""
    before = bot.cpu()
    seconds = await people.crowd(crowd, ASKED)
    return len(crowd) / seconds, (bot.cpu() - before) / len(crowd) * 1000
