"""The forecast of a subject, and marks tried out."""

from collections.abc import Sequence

from domain.ids import PersonId
from domain.journal.forecast import Goal, Way
from domain.journal.forecasting import After, SubjectForecast, TriedEverywhere
from domain.journal.ports import WorkKind
from domain.journal.what_if import MOST_TRIED, Tried
from domain.roles.people import PersonName
from handlers.journal.forecast_buttons import LETTERS, TryEverywhere, TryMarks, packed_marks
from handlers.journal.results_buttons import ExplainToFamily, PupilResultsOf
from handlers.journal.results_screens import period_name, shown
from handlers.kit.screen import Button, Screen, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts

OFFERED = (5, 4, 3, 2)
MOST_SUBJECTS = 60


def subject_forecast(texts: Texts, page: SubjectForecast, kind: int) -> Screen:
    """What is enough for which mark; below it a pad that tries marks out."""
    explained = page.line.explained
    head = texts(
        "forecast-heading",
        name=page.line.seat.name.given or page.line.seat.name.surname,
        subject=page.course.subject_name,
        period=period_name(texts, page.period),
    )
    now = (
        texts("forecast-now", average=shown(texts, explained.average), count=explained.count)
        if explained.average is not None
        else texts("forecast-no-marks")
    )
    lines = [head, now, *_left(texts, page), *_goals(texts, page), *_tried(texts, page)]
    return Screen("\n".join(lines), _pad(texts, page, kind))


def tried_everywhere(texts: Texts, page: TriedEverywhere) -> Screen:
    """The same marks in every subject; a subject's button opens its own pad."""
    marks = _words(page.tried, page.kinds)
    head = texts(
        "forecast-everywhere",
        name=page.seat.name.given or page.seat.name.surname,
        period=period_name(texts, page.period),
        marks=marks,
    )
    shown_ = page.subjects[:MOST_SUBJECTS]
    lines = [
        texts(
            "forecast-subject",
            subject=course.subject_name,
            before=shown(texts, line.explained.average) if line.explained.average is not None else "none",
            after=_after(texts, after),
        )
        for course, line, after in shown_
    ]
    buttons = [
        Button(course.subject_name, _try(page.seat.pupil, course.subject, page.tried, 0)) for course, _, _ in shown_
    ]
    back = Button(texts("back"), PupilResultsOf(pupil=page.seat.pupil))
    return Screen("\n".join([head, *lines]), [*in_rows(buttons, 2), [back]])


def how(texts: Texts) -> Screen:
    return Screen(texts("forecast-how"), [[Button(texts("to-menu"), OpenMenu())]])


def which_child(texts: Texts, children: Sequence[tuple[PersonId, PersonName]], tried: Sequence[Tried]) -> Screen:
    buttons = [Button(name.listed, TryEverywhere(pupil=pupil, tried=packed_marks(tried))) for pupil, name in children]
    return Screen(texts("forecast-which-child"), [*in_rows(buttons, 2), [Button(texts("to-menu"), OpenMenu())]])


def _left(texts: Texts, page: SubjectForecast) -> list[Markup]:
    left = page.forecast.left
    planned = [texts("forecast-controls", count=left.controls)] if left.controls else []
    return [texts("forecast-left", count=left.count), *planned]


def _goals(texts: Texts, page: SubjectForecast) -> list[Markup]:
    told = page.forecast
    lines = []
    if told.needed:
        lines.append(texts("forecast-needed", count=told.needed))
    if not told.attestable:
        return [*lines, texts("forecast-not-attestable")]
    return [*lines, *(_goal(texts, goal, page.kinds) for goal in told.goals)]


def _goal(texts: Texts, goal: Goal, kinds: Sequence[WorkKind]) -> Markup:
    together = texts("forecast-and").join(_way(texts, way, kinds) for way in goal.together)
    ways = [together] if together else []
    ways += [_way(texts, way, kinds) for way in goal.ways]
    if not ways:
        return texts("forecast-out-of-reach", mark=goal.mark)
    return texts("forecast-goal", mark=goal.mark, ways=Markup(texts("forecast-or").join(ways)))


def _way(texts: Texts, way: Way, kinds: Sequence[WorkKind]) -> Markup:
    """«одной 5 (кр)»; the kind is named where weights differ."""
    weighs = len({kind.weight for kind in kinds}) > 1
    names = "/".join(kind.short for kind in kinds if kind.weight == way.weight) if weighs else ""
    return texts("forecast-way", value=way.value, count=way.count, work=names or "none")


def _tried(texts: Texts, page: SubjectForecast) -> list[Markup]:
    if not page.tried:
        return [texts("forecast-try")]
    marks = _words(page.tried, page.kinds)
    return [texts("forecast-tried", marks=marks, after=_after(texts, page.after))]


def _after(texts: Texts, after: After | None) -> Markup:
    """«4,50, итог 5»"""
    if after is None:
        return Markup("—")
    return texts("forecast-after", average=shown(texts, after.average), mark=after.mark)


def _words(tried: Sequence[Tried], kinds: Sequence[WorkKind]) -> str:
    """«5, 4 (кр)»: the first kind is not named."""
    return ", ".join(
        f"{one.value} ({kinds[one.kind].short})" if 0 < one.kind < len(kinds) else str(one.value) for one in tried
    )


def _pad(texts: Texts, page: SubjectForecast, kind: int) -> list[list[Button]]:
    pupil, subject, tried = page.line.seat.pupil, page.course.subject, page.tried
    kinds = page.kinds[: len(LETTERS)]
    kind = min(max(kind, 0), len(kinds) - 1)
    more = [
        Button(f"+ {value}", _try(pupil, subject, (*tried, Tried(value, kind)), kind))
        for value in OFFERED
        if len(tried) < MOST_TRIED
    ]
    weighs = len({one.weight for one in kinds}) > 1
    tabs = [
        Button(f"● {one.short}" if place == kind else one.short, _try(pupil, subject, tried, place))
        for place, one in enumerate(kinds)
        if weighs
    ]
    undo = [Button(texts("forecast-clear"), _try(pupil, subject, (), kind))] if tried else []
    why = Button(texts("results-explain"), ExplainToFamily(pupil=pupil, subject=subject, period=page.period))
    back = Button(texts("back"), PupilResultsOf(pupil=pupil))
    return [*in_rows(tabs, 5), more, undo, [why], [back]]


def _try(pupil: int, subject: int, tried: Sequence[Tried], kind: int) -> TryMarks:
    return TryMarks(pupil=pupil, tried=packed_marks(tried), subject=subject, kind=kind)
