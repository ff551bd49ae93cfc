"""«Как посчитано?» of the four figures: the counts, and the formulas with the numbers put in (3.6.3)."""

from collections.abc import Iterator

from domain.control.achievement import DEGREE_OF, Counts
from domain.control.achievement_pages import AchievementPage
from handlers.control.analysis_buttons import ShowAnalysis
from handlers.control.analysis_screens import heading
from handlers.control.analysis_words import average, periods_name, share
from handlers.kit.screen import Button, Screen
from handlers.texts.translator import Markup, Texts


def explained(texts: Texts, page: AchievementPage) -> Screen:
    back = [Button(texts("back"), ShowAnalysis.of(page.asked))]
    return Screen("\n".join(_lines(texts, page)), [back])


def formulas(texts: Texts, counts: Counts) -> Iterator[Markup]:
    """Each figure by its formula, with these counts in it."""
    n5, n4, n3, n2, na, total = counts.n5, counts.n4, counts.n3, counts.n2, counts.na, counts.total
    yield texts("analysis-how-counts", n5=n5, n4=n4, n3=n3, n2=n2, na=na, total=total)
    if not total:
        yield texts("analysis-how-nothing")
        return
    by = {"n5": n5, "n4": n4, "n3": n3, "total": total}
    yield texts("analysis-how-success", part=n5 + n4 + n3, value=share(texts, counts.success), **by)
    by.pop("n3")
    yield texts("analysis-how-quality", part=n5 + n4, value=share(texts, counts.quality), **by)
    worth = sum(worth * getattr(counts, name) for name, worth in DEGREE_OF.items())
    yield texts("analysis-how-degree", n3=n3, n2=n2, na=na, part=worth, value=share(texts, counts.degree), **by)
    if counts.numbers:
        sum_ = 5 * n5 + 4 * n4 + 3 * n3 + 2 * n2
        by = {"n5": n5, "n4": n4, "n3": n3, "n2": n2}
        value = average(texts, counts.average)
        yield texts("analysis-how-average", part=sum_, total=counts.numbers, value=value, **by)


def _lines(texts: Texts, page: AchievementPage) -> Iterator[str]:
    counts = page.counts
    yield heading(texts, page)
    yield texts("analysis-how-heading")
    yield ""
    yield from formulas(texts, counts)
    yield ""
    out = {"exempt": counts.exempt, "passed": counts.passed, "failed": counts.failed, "missing": page.missing}
    yield texts("analysis-how-left-out", **out)
    yield texts("analysis-how-who")
    if page.asked.current:
        yield texts("analysis-how-current")
    for compared in (page.last_term, page.last_year):
        if compared is not None:
            period = Markup(periods_name(texts, compared.periods))
            yield texts("analysis-how-before", period=period, formerly=", ".join(compared.formerly) or "none")
            yield from formulas(texts, compared.before)
            if compared.now.total != counts.total:
                yield texts("analysis-how-compared", total=compared.now.total)
