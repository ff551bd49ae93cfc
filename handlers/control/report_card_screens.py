"""Табель: a pupil's year on a screen, and the class's pupils to choose one of."""

from collections.abc import Sequence

from domain.control.class_years import ClassYear, ListedPupil
from domain.control.report_card import CardLine, ReportCard
from domain.journal.periods import Period
from domain.roles.people import Actor, Role
from handlers.control.paper_buttons import FileKind
from handlers.control.sheet_words import files, school_year
from handlers.control.sheets_buttons import (
    ChooseClass,
    ClassSheet,
    OpenReportCard,
    OpenReportCards,
    OpenSheets,
    TakeReportCard,
    TakeReportCards,
)
from handlers.journal.results_buttons import PupilResultsOf
from handlers.kit.screen import Button, Screen, in_rows
from handlers.texts.translator import Markup, Texts

MOST_PUPILS = 60
MOST_LINES = 40


def report_card(texts: Texts, card: ReportCard, actor: Actor) -> Screen:
    """`actor`: the reader, whose way back is the pupil's results at home and the class's cards at school."""
    heading = texts(
        "sheets-card-heading",
        name=card.name.listed,
        class_name=card.school_class.name,
        year=school_year(card.year),
    )
    lines = [_line(texts, card, one) for one in card.lines[:MOST_LINES]] or [texts("sheets-card-empty")]
    missed = [_missed(texts, card)] if card.missed else []

    def to(kind: FileKind) -> TakeReportCard:
        return TakeReportCard(pupil=card.pupil.seat.pupil, kind=kind)

    return Screen("\n".join([heading, "", *lines, "", *missed]), [files(texts, to), [_back(texts, card, actor)]])


def report_cards(texts: Texts, year: ClassYear, pupils: Sequence[ListedPupil]) -> Screen:
    """All of a class in one file, or one pupil's."""
    class_id = year.school_class.id
    there = [one for one in pupils if one.counts]
    heading = texts(
        "sheets-cards-heading", class_name=year.school_class.name, year=school_year(year.begins), pupils=len(there)
    )
    all_of = [
        Button(texts(f"sheets-cards-{kind.name.lower()}"), TakeReportCards(school_class=class_id, kind=kind))
        for kind in FileKind
    ]
    names = [Button(one.seat.name.listed, OpenReportCard(pupil=one.seat.pupil)) for one in there[:MOST_PUPILS]]
    back = Button(texts("back"), ChooseClass(sheet=ClassSheet.CARDS, past=True) if year.past else OpenSheets())
    rows = [] if year.past else in_rows(names, 2)
    return Screen(heading, [all_of if there else [], *rows, [back]])


def _line(texts: Texts, card: ReportCard, line: CardLine) -> Markup:
    said = [
        texts("sheets-card-mark", period=_short(texts, period), mark=line.marks[period])
        for period in card.periods
        if period in line.marks
    ]
    marks = Markup(" · ".join(said)) if said else texts("sheets-card-no-marks")
    return texts("sheets-card-line", subject=line.subject.name, marks=marks)


def _missed(texts: Texts, card: ReportCard) -> Markup:
    total = card.missed[Period.YEAR]
    by_term = [
        texts("sheets-card-mark", period=_short(texts, period), mark=of.lessons)
        for period, of in card.missed.items()
        if period.is_term
    ]
    return texts(
        "sheets-card-missed",
        lessons=total.lessons,
        ill=total.ill,
        unexcused=total.unexcused,
        terms=Markup(" · ".join(by_term)),
    )


def _short(texts: Texts, period: Period) -> Markup:
    return texts(f"results-short-{period.kind}", number=period.number)


def _back(texts: Texts, card: ReportCard, actor: Actor) -> Button:
    pupil = card.pupil.seat.pupil
    own = pupil in actor.children or (pupil == actor.person and Role.PUPIL in actor.roles)
    action = PupilResultsOf(pupil=pupil) if own else OpenReportCards(school_class=card.school_class.id)
    return Button(texts("back"), action)
