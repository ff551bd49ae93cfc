"""What others have changed of a teacher's marks, as it stands after a day of changes (1.3, 1.4.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from domain.ids import MarkId, PersonId
from domain.roles.people import PersonName


@dataclass(frozen=True, slots=True)
class LoggedMark:
    """A change of a mark's value. `owner`: who had set it as it was; `by`: who wanted the change.

    `before` and `after` as they were shown, None: there was no mark.
    """

    mark: MarkId
    pupil: PersonId
    pupil_name: PersonName
    subject: str
    at: datetime
    owner: PersonId
    by: PersonId
    by_name: PersonName
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ChangedMark:
    """`by` made the last of the changes."""

    mark: MarkId
    pupil_name: PersonName
    class_name: str
    subject: str
    before: str | None
    after: str | None
    by: PersonName


def changed_by_others(
    log: Sequence[LoggedMark], owner: PersonId, since: datetime, until: datetime
) -> tuple[tuple[LoggedMark, LoggedMark], ...]:
    """The first change of each of the owner's marks by another within that time, with the last one of all.

    `log` comes by mark, the oldest first. What the owner has changed since, or what is again as it was, is left out.
    """
    found = []
    for _, listed in groupby(log, key=attrgetter("mark")):
        changes = list(listed)
        first = next((one for one in changes if _taken_from(owner, one) and since <= one.at < until), None)
        last = changes[-1]
        if first is not None and last.by != owner and last.after != first.before:
            found.append((first, last))
    return tuple(found)


def _taken_from(owner: PersonId, change: LoggedMark) -> bool:
    return change.owner == owner and change.by != owner
