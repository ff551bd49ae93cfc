"""What is tapped about the results of many: whose, of which period, and what of it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Self

from aiogram.filters.callback_data import CallbackData

from domain.control.achievement_lists import Group
from domain.control.achievement_scope import Asked, By, Scope
from domain.control.risks import Risk
from domain.ids import ClassId, PersonId, SubjectId
from domain.journal.periods import Period
from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class Over(StrEnum):
    """By what a scope is narrowed, a letter for each: c class, g grade, s subject, t teacher; at most two."""

    SCHOOL = "-"
    CLASS = "c"
    GRADE = "g"
    SUBJECT = "s"
    TEACHER = "t"
    COURSE = "cs"
    CLASS_TEACHER = "ct"
    GRADE_SUBJECT = "gs"
    GRADE_TEACHER = "gt"
    SUBJECT_TEACHER = "st"


class How(StrEnum):
    SET = "s"
    CURRENT = "c"
    """By the current marks of the running term."""
    PAST = "p"
    """Of the year that was closed last."""


class Chart(StrEnum):
    CLASSES = "c"
    TERMS = "t"


class OpenAnalysis(CallbackData, prefix="ka"):
    """What the reader is likeliest to look for."""


class ChooseAnalysis(CallbackData, prefix="kac"):
    """Whose results; 0: of everything that one reaches, else of a grade's classes."""

    grade: int


class _Asked(CallbackData, prefix="_"):
    over: Over
    a: int
    b: int
    period: Period
    how: How

    @property
    def asked(self) -> Asked:
        known: Mapping[str, int] = dict(zip(self.over.value, (self.a, self.b), strict=False))
        scope = Scope(
            class_id=ClassId(known["c"]) if "c" in known else None,
            grade=known.get("g"),
            subject=SubjectId(known["s"]) if "s" in known else None,
            teacher=PersonId(known["t"]) if "t" in known else None,
        )
        return Asked(scope, self.period, self.how is How.CURRENT, self.how is How.PAST)

    @classmethod
    def of(cls, asked: Asked, **more: Any) -> Self:
        scope = asked.scope
        known = {"c": scope.class_id, "g": scope.grade, "s": scope.subject, "t": scope.teacher}
        letters = "".join(letter for letter, value in known.items() if value is not None) or "-"
        values = [value for value in known.values() if value is not None] + [0, 0]
        how = How.PAST if asked.past else How.CURRENT if asked.current else How.SET
        return cls(over=Over(letters), a=values[0], b=values[1], period=asked.period, how=how, **more)


class ShowAnalysis(_Asked, prefix="kap"):
    pass


class OpenScope(_Asked, prefix="kao"):
    """In the term that runs, whatever period is carried."""


class ExplainAnalysis(_Asked, prefix="kae"):
    """«Как посчитано?»"""


class ShowSplit(_Asked, prefix="kas"):
    by: By
    page: int


class ShowLists(_Asked, prefix="kal"):
    """What lists there are, with how many are on each."""


class ShowList(_Asked, prefix="kag"):
    group: Group
    page: int


class ShowUnfollowed(_Asked, prefix="kau"):
    page: int


class ShowRisks(_Asked, prefix="kar"):
    pass


class ShowRisk(_Asked, prefix="kak"):
    risk: Risk
    page: int


class DrawAnalysis(_Asked, prefix="kad"):
    what: Chart


class TakeAnalysis(_Asked, prefix="kaf"):
    """As a file: printed, or a workbook."""

    printed: bool


class OpenPupilBelow(CallbackData, prefix="kab"):
    """The pupil's own results, below the list that stays."""

    pupil: int


MENU = (MenuItem(Section.NOW_AND_THEN, "analysis-menu", OpenAnalysis(), Action.SEE_ACHIEVEMENT),)
