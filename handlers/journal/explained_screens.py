"""«Как посчитано?»: one screen for everyone who sees the number, with every mark that went into it."""

from collections.abc import Sequence
from fractions import Fraction

from domain.journal.averages import to_hundredths
from domain.journal.courses import Course
from domain.journal.explained import Explained, Omitted, Part
from domain.journal.periods import Period
from domain.journal.results_sheet import ResultLine
from handlers.journal.results_screens import period_name, shown
from handlers.kit.screen import Button, Screen
from handlers.texts.translator import Markup, Texts

MOST_OMITTED = 15
"""Marks that were left out, listed one by one; the newest."""


def explanation(
    texts: Texts, course: Course, period: Period, line: ResultLine, rows: Sequence[Sequence[Button]]
) -> Screen:
    """`rows` are the way back, and what else its reader may do from here."""
    return Screen("\n".join(_lines(texts, course, period, line)), rows)


def _lines(texts: Texts, course: Course, period: Period, line: ResultLine) -> list[Markup]:
    explained = line.explained
    head = texts(
        "results-explained",
        name=line.seat.name.listed,
        subject=course.subject_name,
        period=period_name(texts, period),
    )
    return [
        head,
        texts(f"results-rule-{explained.rule.value.replace('_', '-')}"),
        *_sum(texts, explained),
        *_lack(texts, explained),
        *_proposal(texts, explained),
        *_omitted(texts, explained.omitted),
        *_result(texts, line),
        texts("results-rules-version", version=explained.version),
    ]


def _sum(texts: Texts, explained: Explained) -> list[Markup]:
    if explained.average is None:
        return []
    formula = Markup(f"{_formula(texts, explained.parts)} = <b>{shown(texts, explained.average)}</b>")
    return [texts("results-sum", formula=formula)]


def _formula(texts: Texts, parts: Sequence[Part]) -> str:
    """«(5·3 + 4·1) / (3 + 1) = 19 / 4»; without weights «(5 + 4) / 2»."""
    weights = sum(part.weight for part in parts)
    total = sum((part.value * part.weight for part in parts), Fraction(0))
    plain = all(part.weight == 1 for part in parts)
    above = " + ".join(
        _number(texts, part.value) if plain else f"{_number(texts, part.value)}·{part.weight}" for part in parts
    )
    below = str(weights) if plain else f"({' + '.join(str(part.weight) for part in parts)})"
    if len(parts) == 1 and plain:
        return above
    return f"({above}) / {below} = {_number(texts, total)} / {weights}"


def _number(texts: Texts, value: Fraction) -> str:
    """«4», «4,5», «3,67»: only means of retakes are no whole numbers."""
    if value.denominator == 1:
        return str(value.numerator)
    return f"{to_hundredths(value):f}".rstrip("0").replace(".", texts("decimal-point"))


def _lack(texts: Texts, explained: Explained) -> list[Markup]:
    lines = [texts("results-few", count=explained.count, fewest=explained.fewest)] if explained.too_few else []
    if explained.lacking:
        names = ", ".join(period_name(texts, one) for one in explained.lacking)
        lines.append(texts("results-lacking", periods=names))
    return lines


def _proposal(texts: Texts, explained: Explained) -> list[Markup]:
    if explained.proposed is None:
        return []
    if explained.average is None:
        return [texts("results-proposed-word", value=explained.proposed)]
    five, four, three = (f"{one:f}".replace(".", texts("decimal-point")) for one in explained.borders)
    return [texts("results-proposed", value=explained.proposed, five=five, four=four, three=three)]


def _omitted(texts: Texts, omitted: Sequence[Omitted]) -> list[Markup]:
    if not omitted:
        return []
    lines = [
        texts(
            f"results-omitted-{one.why.value.replace('_', '-')}",
            value=one.given.mark.value,
            work=one.given.work,
            day=texts.date(one.given.mark.day),
        )
        for one in omitted[-MOST_OMITTED:]
    ]
    return [texts("results-omitted", count=len(omitted)), *lines]


def _result(texts: Texts, line: ResultLine) -> list[Markup]:
    if line.result is None:
        return [texts("results-not-set")]
    said = texts("results-set", value=line.result.value)
    if line.result.reason:
        return [said, texts("results-reason", reason=line.result.reason)]
    return [said, texts("results-disputed")] if line.disputed else [said]
