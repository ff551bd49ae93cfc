"""What a school begins with: its card and a year's calendar, to be corrected by the office."""

from dataclasses import dataclass
from datetime import date

from domain.school.calendar import Span, TermKind


@dataclass(frozen=True, slots=True)
class NewTerm:
    kind: TermKind
    number: int
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class NewYear:
    """A school year as it is founded; `name` is such as 2026/27."""

    name: str
    starts_on: date
    ends_on: date
    terms: tuple[NewTerm, ...]
    spans: tuple[Span, ...]


WORK_KINDS = (
    ("answer", "отв", "Ответ на уроке"),
    ("classwork", "ср", "Самостоятельная работа"),
    ("homework", "дз", "Домашняя работа"),
    ("control", "кр", "Контрольная работа"),
    ("project", "пр", "Проект"),
)
"""(code, short form typed in the chat, name): the kinds of work that a school begins with, each of weight 1."""
