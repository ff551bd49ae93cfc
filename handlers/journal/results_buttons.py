"""What is tapped about results: the teacher's sheet, the deputy's closing, the family's «Как посчитано?»."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.ids import ClassId, SubjectId
from domain.journal.attestation import EXEMPT, FAILED, NOT_ATTESTED, PASSED
from domain.journal.periods import Period
from domain.journal.results_kept import ResultPlace
from domain.roles.access import Action
from handlers.kit.menu import MenuItem, Section


class Value(StrEnum):
    """A result as a button carries it; words by a letter."""

    FIVE = "5"
    FOUR = "4"
    THREE = "3"
    TWO = "2"
    ONE = "1"
    NOT_ATTESTED = "n"
    EXEMPT = "e"
    PASSED = "p"
    FAILED = "f"
    NONE = "0"
    """Takes the result back."""

    @property
    def result(self) -> str | None:
        if self is Value.NONE:
            return None
        return _WORDS.get(self, self.value)


_WORDS = {
    Value.NOT_ATTESTED: NOT_ATTESTED,
    Value.EXEMPT: EXEMPT,
    Value.PASSED: PASSED,
    Value.FAILED: FAILED,
}
VALUES = {one.result: one for one in Value}


class OpenResults(CallbackData, prefix="ro"):
    """Own courses, and classes whose results one may read."""


class ResultsOfLastYear(CallbackData, prefix="rly"):
    """As `OpenResults`, of the year that was closed last."""


class ResultsOfClass(CallbackData, prefix="rc"):
    school_class: int


class _Place(CallbackData, prefix="_"):
    school_class: int
    subject: int
    period: Period

    @property
    def place(self) -> ResultPlace:
        return ResultPlace(ClassId(self.school_class), SubjectId(self.subject), self.period)


class OpenCourse(CallbackData, prefix="rn"):
    """The course in its current term."""

    school_class: int
    subject: int


class OpenSheet(_Place, prefix="rs"):
    """`pupil` 0: nobody's pad is open."""

    page: int
    pupil: int


class SetResult(_Place, prefix="rv"):
    page: int
    pupil: int
    value: Value


class AskReason(_Place, prefix="rr"):
    """For a result that does not follow from the marks."""

    page: int
    pupil: int
    value: Value


class AcceptAll(_Place, prefix="ra"):
    page: int


class ExplainResult(_Place, prefix="re"):
    page: int
    pupil: int


class PupilResultsOf(CallbackData, prefix="rp"):
    """The family's side."""

    pupil: int


class DrawPupilYear(CallbackData, prefix="rg"):
    """The average over all subjects by month, as a picture."""

    pupil: int


class ExplainToFamily(CallbackData, prefix="rf"):
    pupil: int
    subject: int
    period: Period


class OpenClosing(CallbackData, prefix="tl"):
    """Classes with their current terms."""


class ClosingOfClass(CallbackData, prefix="tc"):
    school_class: int
    period: Period


class SetClosed(CallbackData, prefix="ts"):
    school_class: int
    period: Period


class AskReopening(CallbackData, prefix="tr"):
    school_class: int
    period: Period


MENU = (
    MenuItem(Section.LESSON, "results-menu", OpenResults(), Action.SEE_RESULTS),
    MenuItem(Section.NOW_AND_THEN, "results-menu-closing", OpenClosing(), Action.SEE_CLOSING),
)
