"""Words and numbers that all sheets share, on the screen and on paper."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from aiogram.filters.callback_data import CallbackData

from domain.control.achievement import Counts
from domain.control.class_years import ListedPupil
from domain.journal.periods import Period
from domain.roles.people import PersonName
from domain.school.timetable import SubjectRef
from handlers.control.paper_buttons import FileKind
from handlers.journal.results_screens import period_name, shown
from handlers.kit.screen import Button, in_rows
from handlers.kit.sheets import Cell, Signature
from handlers.texts.translator import Markup, Texts

NOTHING = "—"
MARKS = ("n5", "n4", "n3", "n2", "na")
MARK_NAMES = ("5", "4", "3", "2", "н/а")
FIGURES = ("success", "quality", "degree", "average")
LONGEST_NAME = 22
"""Characters of a subject's name that stand upright in a heading; of a longer one its short name."""


def number(texts: Texts, value: Decimal | None) -> str:
    """«3,95»; «—» of nothing."""
    return shown(texts, value) if value is not None else NOTHING


def percent(texts: Texts, value: Decimal | None) -> str:
    """«96,15 %», without hundredths that are none: «100 %»."""
    if value is None:
        return NOTHING
    return f"{texts('sheets-percent', value=bare_number(texts, value))}"


def bare_number(texts: Texts, value: Decimal) -> str:
    said = f"{value:f}".rstrip("0").rstrip(".") if value == value.to_integral() else f"{value:.2f}"
    return said.replace(".", texts("decimal-point"))


def cell(value: Decimal | int | None) -> Cell:
    """As paper and workbooks take it: a number, or nothing."""
    return "" if value is None else value


def mark_cell(value: str) -> Cell:
    """A mark as a number, so that a workbook counts it; words stay words."""
    return int(value) if value.isdigit() else value


def heading_of(subject: SubjectRef) -> str:
    """As it stands upright."""
    return subject.name if len(subject.name) <= LONGEST_NAME else subject.short


def figures(texts: Texts, counts: Counts) -> Markup:
    """«Успеваемость 96 % · качество 60 % · СОУ 58,04 % · средний 3,95»"""
    return texts(
        "sheets-figures",
        success=percent(texts, counts.success),
        quality=percent(texts, counts.quality),
        degree=percent(texts, counts.degree),
        average=number(texts, counts.average),
    )


def counted(counts: Counts) -> list[Cell]:
    """How many of each mark, in the order of `MARK_NAMES`; none is left out."""
    return [getattr(counts, name) or "" for name in MARKS]


def listed_name(texts: Texts, pupil: ListedPupil) -> str:
    """With the day of who left, or who came later."""
    name = pupil.seat.name.listed
    if pupil.left is not None:
        return texts("sheets-left", name=Markup(name), day=f"{pupil.left:%d.%m}")
    if pupil.came is not None:
        return texts("sheets-came", name=Markup(name), day=f"{pupil.came:%d.%m}")
    return name


def school_year(begins: int) -> str:
    """«2026/27»"""
    return f"{begins}/{(begins + 1) % 100:02d}"


def signature(texts: Texts, post: str, names: Sequence[PersonName]) -> Signature:
    return Signature(texts(post), ", ".join(initials(one) for one in names))


def initials(name: PersonName) -> str:
    """«О. П. Павлова», as it stands behind a signature."""
    first = " ".join(part if part.endswith(".") else f"{part[0]}." for part in (name.given, name.patronymic) if part)
    return f"{first} {name.surname}".strip()


def tabs(
    texts: Texts, periods: Sequence[Period], chosen: Period, to: Callable[[Period], CallbackData]
) -> list[list[Button]]:
    """The terms and the year, the chosen one marked."""
    named = ((one, texts(f"results-short-{one.kind}", number=one.number)) for one in periods)
    return in_rows(
        (Button(f"● {name}" if one is chosen else name, to(one)) for one, name in named), 5 if len(periods) == 5 else 4
    )


def files(texts: Texts, to: Callable[[FileKind], CallbackData]) -> list[Button]:
    """As what it can be taken."""
    return [Button(texts(f"paper-take-{kind.name.lower()}"), to(kind)) for kind in FileKind]


def whole_period(texts: Texts, period: Period, begins: int) -> str:
    """«1-я четверть 2026/27 учебного года»"""
    return texts("sheets-period", period=period_name(texts, period), year=school_year(begins))
