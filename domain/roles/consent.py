"""Consent to the processing of personal data, asked of guardians before anything of a child is shown (3.1.5, 3.3.5).

A document of its own, signed by the full name (152-FZ, article 9): the text that stood there is kept with its version.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.ids import PersonId
from domain.roles.names import norm
from domain.roles.people import PersonName

CONSENT_VERSION = 1
"""The program's own text, in Fluent; the versions after it are the school's own and lie in its database."""
MOST_TEXT = 3500
"""Characters of a text of the school's own: with what stands around it, it stays below Telegram's 4096."""


@dataclass(frozen=True, slots=True)
class ConsentText:
    """The text that is asked for now; `text` None: the program's own."""

    version: int = CONSENT_VERSION
    text: str | None = None


class ConsentState(StrEnum):
    """How it stands with a guardian, by the last answer."""

    GIVEN = "given"
    PAPER = "paper"
    OLDER = "older"
    """Given to an earlier version: asked again at the next opening."""
    NOT_YET = "not_yet"
    DECLINED = "declined"
    """Or withdrawn."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """The last answer of a person. `full_name` as it was typed; `recorded_by`: whoever holds the paper."""

    version: int
    accepted: bool
    at: datetime
    full_name: str | None = None
    recorded_by: PersonName | None = None


@dataclass(frozen=True, slots=True)
class GuardianConsent:
    """A line of a class's list. `pupils`: whose guardian this is, in this class."""

    person: PersonId
    name: PersonName
    pupils: tuple[PersonName, ...]
    answer: GivenAnswer | None

    def state(self, version: int) -> ConsentState:
        answer = self.answer
        if answer is None:
            return ConsentState.NOT_YET
        if not answer.accepted:
            return ConsentState.DECLINED
        if answer.version < version:
            return ConsentState.OLDER
        return ConsentState.PAPER if answer.recorded_by is not None else ConsentState.GIVEN


def signs(typed: str, name: PersonName) -> bool:
    """Whether what was typed is this person's full name: in any order, ё as е, in whatever case.

    What the lists have shortened («О.») fits what begins so; what they do not have at all may be typed.
    """
    words = norm(typed.replace(",", " ")).split()
    for part in sorted(norm(name.full).split(), key=lambda word: word.endswith(".")):
        found = next((word for word in words if _fits(word, part)), None)
        if found is None:
            return False
        words.remove(found)
    complete = bool(name.given and name.patronymic)
    return not words if complete else len(norm(typed).split()) >= 2


def _fits(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith(".") else word == part


def is_day_of_paper(day: date, today: date) -> bool:
    """No paper is signed tomorrow, and none that is older than the longest schooling."""
    return day <= today and today.year - day.year <= 12
