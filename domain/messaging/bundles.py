"""Several facts of one child within a minute go to an account as one message with a line for each.

Changes of the timetable too, to a family by child and to a teacher all together.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.messaging.contents import (
    BundleNews,
    Content,
    HomeworkNews,
    LessonChangeNews,
    LessonChangesNews,
    MarkNews,
    VeiledNews,
)
from domain.messaging.kinds import Kind
from domain.messaging.preparing import Prepared

TOGETHER = timedelta(seconds=60)
"""What comes due so soon after the first goes with it."""
BUNDLED = (Kind.MARK, Kind.HOMEWORK)
FEW_MINUTES = timedelta(minutes=5)
"""A day's substitutions are entered one after another: what comes due so soon after the first goes with it."""
CHANGES = (Kind.TIMETABLE, Kind.LESSON_CHANGED)


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes as one message: a row, or several of one child to one account; never empty."""

    rows: tuple[Prepared, ...]

    @property
    def first(self) -> Prepared:
        return self.rows[0]

    @property
    def content(self) -> Content:
        """A veil is the same over one piece of news and over several."""
        return together([row.content for row in self.rows])

    @property
    def doubtful(self) -> bool:
        return any(row.row.doubtful for row in self.rows)


def together(contents: Sequence[Content]) -> Content:
    """Of what went, or goes, as one message; never empty."""
    changed = tuple(one for one in contents if isinstance(one, LessonChangeNews))
    if len(changed) > 1:
        return LessonChangesNews(changed)
    told = tuple(one for one in contents if isinstance(one, MarkNews | HomeworkNews))
    return BundleNews(told) if len(told) > 1 else contents[0]


def parcels(prepared: Sequence[Prepared]) -> list[Parcel]:
    """In the order of their first rows."""
    grouped: dict[Hashable, list[Prepared]] = {}
    for one in prepared:
        grouped.setdefault(_address_of(one), []).append(one)
    return [Parcel(tuple(rows)) for rows in grouped.values()]


def _address_of(one: Prepared) -> Hashable:
    """What has the same goes together."""
    if one.row.kind in CHANGES:
        return one.row.account, one.row.pupil, one.row.kind, isinstance(one.content, VeiledNews)
    bundled = one.row.kind in BUNDLED and one.edits is None
    if bundled and isinstance(one.content, MarkNews | HomeworkNews | VeiledNews):
        return one.row.account, one.row.pupil, isinstance(one.content, VeiledNews)
    return one.row.id
