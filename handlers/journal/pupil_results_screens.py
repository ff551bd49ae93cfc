"""The family's side of results: subjects with what is set and what the marks come to."""

from domain.journal.periods import Period
from domain.journal.pupil_dynamics import PupilYear
from domain.journal.pupil_results import ExplainedResult, PupilResultsPage, SubjectResults
from handlers.control.sheets_buttons import OpenReportCard
from handlers.journal.buttons import ShowMarks
from handlers.journal.explained_screens import explanation
from handlers.journal.forecast_buttons import TryMarks
from handlers.journal.results_buttons import DrawPupilYear, ExplainToFamily, PupilResultsOf
from handlers.journal.results_screens import period_name, shown
from handlers.kit.screen import Button, Screen, in_rows
from handlers.texts.translator import Markup, Texts

MOST_SUBJECTS = 80


def pupil_results(texts: Texts, page: PupilResultsPage) -> Screen:
    """A line for each subject; its button says how the number came about."""
    head = texts(
        "results-of-pupil",
        name=page.seat.name.given or page.seat.name.surname,
        class_name=page.class_name,
        period=period_name(texts, page.period),
    )
    subjects = page.subjects[:MOST_SUBJECTS]
    lines = [_line(texts, page, one) for one in subjects] or [texts("results-none-of-pupil")]
    buttons = [Button(one.course.subject_name, _explain(page, one)) for one in subjects]
    how = [texts("results-tap-subject")] if buttons else []
    picture = [Button(texts("results-dynamics"), DrawPupilYear(pupil=page.seat.pupil))] if buttons else []
    card = Button(texts("results-card"), OpenReportCard(pupil=page.seat.pupil))
    back = Button(texts("back"), ShowMarks(pupil=page.seat.pupil))
    return Screen("\n".join([head, *lines, *how]), [*in_rows(buttons, 2), [*picture, card], [back]])


def dynamics_caption(texts: Texts, page: PupilYear) -> str:
    """What the picture shows; the averages of the terms' marks as far as they are set."""
    head = texts("results-dynamics-caption", name=page.seat.name.listed)
    terms = (
        texts("results-dynamics-term", period=period_name(texts, period), average=shown(texts, average))
        for period, average in page.terms
    )
    return "\n".join([head, *terms])


def explained_to_family(texts: Texts, page: ExplainedResult) -> Screen:
    pupil, subject = page.line.seat.pupil, page.course.subject

    def tab(period: Period) -> Button:
        name = texts(f"results-short-{period.kind}", number=period.number)
        return Button(
            f"● {name}" if period is page.period else name,
            ExplainToFamily(pupil=pupil, subject=subject, period=period),
        )

    back = Button(texts("back"), PupilResultsOf(pupil=pupil))
    what_if = Button(texts("forecast-open"), TryMarks(pupil=pupil, tried="", subject=subject, kind=0))
    forecast = [what_if] if page.period.is_term and page.line.result is None else []
    rows = [*in_rows((tab(one) for one in page.periods), 4), forecast, [back]]
    return explanation(texts, page.course, page.period, page.line, rows)


def _line(texts: Texts, page: PupilResultsPage, one: SubjectResults) -> Markup:
    parts = [
        f"{texts(f'results-short-{period.kind}', number=period.number)} — {one.results[period].value}"
        for period in page.periods
        if period in one.results
    ]
    explained = one.line.explained
    if page.period not in one.results and explained.average is not None:
        average = shown(texts, explained.average)
        parts.append(texts("results-so-far", average=average, proposed=explained.proposed or "none"))
    said = "; ".join(parts) or texts("results-nothing-yet")
    return texts("results-pupil-line", subject=one.course.subject_name, said=Markup(said))


def _explain(page: PupilResultsPage, one: SubjectResults) -> ExplainToFamily:
    return ExplainToFamily(pupil=page.seat.pupil, subject=one.course.subject, period=page.period)
