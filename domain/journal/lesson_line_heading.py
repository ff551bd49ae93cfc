"""Which day, class and subject a lesson's line begins with, in any order; a colon may end them."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.roles.names import norm
from domain.school.finding import class_at_start, subjects_at_start
from domain.school.roster import SchoolClass
from domain.school.said_dates import day_in
from domain.school.timetable import SubjectRef

WEEK = timedelta(days=7)
_MOST_DAY_WORDS = 3
_NOT_A_DAY = frozenset({"ср", "мар", "май"})
"""A classwork and two given names."""
_SECTION = re.compile(r"\s*(?:тема(?:\s+урока)?|topic|дз|д/з|домашнее\s+задание|homework|hw)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """`rest`: what is said of the lesson."""

    rest: str
    day: date | None = None
    school_class: SchoolClass | None = None
    subjects: tuple[SubjectRef, ...] = ()

    @property
    def names(self) -> bool:
        return self.school_class is not None or bool(self.subjects)


def heading_of(
    line: str,
    today: date,
    classes: Mapping[str, SchoolClass],
    own: Sequence[SubjectRef],
    others: Sequence[SubjectRef],
    surnames: Collection[str],
) -> Heading:
    """`classes` by `class_norm`; `own` subjects are meant rather than `others`, `surnames` (folded) are none.

    Raises `NoSuchDay`.
    """
    head, colon, tail = _parted(line)
    found = Heading(head)
    for _ in range(3):
        found = _with_day(found, today)
        found = _with_class(found, classes)
        for subjects in (own, others):
            surely = bool(colon) or found.school_class is not None
            found = _with_subject(found, subjects, surnames, surely=surely)
    return replace(found, rest=f"{found.rest.strip(' ,')} {tail}".strip())


def _parted(line: str) -> tuple[str, str, str]:
    """Before the colon (or the first mark of punctuation), the colon, and all the rest."""
    found = re.match(r"([^:;\n]*):(.*)", line, re.DOTALL)
    if found and not _SECTION.fullmatch(found[1]):
        return found[1], ":", found[2]
    end = re.search(r"[;\n]", line)
    return (line[: end.start()], "", line[end.start() :]) if end else (line, "", "")


def _with_day(known: Heading, today: date) -> Heading:
    words = re.findall(r"\s*[^\s,]+,?", known.rest)
    for many in range(min(_MOST_DAY_WORDS, len(words)), 0, -1):
        said = "".join(words[:many]).strip(" ,")
        if known.day or norm(said) in _NOT_A_DAY:
            continue
        found = day_in(said, today)
        if found and not found.rest:
            return replace(known, day=_past(found.day, said, today), rest=known.rest[len("".join(words[:many])) :])
    return known


def _past(day: date, said: str, today: date) -> date:
    """«В пятницу» is the last one: a lesson that was."""
    weekday = not re.search(r"\d|завтра|tomorrow|через|след|next", norm(said))
    return day - WEEK if weekday and day > today else day


def _with_class(known: Heading, classes: Mapping[str, SchoolClass]) -> Heading:
    text = known.rest.strip()
    found, rest = class_at_start(text, classes)
    if known.school_class or found is None or not text.endswith(rest):
        return known
    return replace(known, school_class=found, rest=rest)


def _with_subject(
    known: Heading, subjects: Sequence[SubjectRef], surnames: Collection[str], *, surely: bool
) -> Heading:
    first = norm(re.split(r"[\s,]", known.rest.strip(), maxsplit=1)[0])
    if known.subjects or first in surnames:
        return known
    found = subjects_at_start(known.rest.strip(), subjects)
    whole = {norm(name) for one in found.subjects for name in (one.name, one.short)}
    if not (surely or first in whole):
        return known
    return replace(known, subjects=found.subjects, rest=found.rest)
