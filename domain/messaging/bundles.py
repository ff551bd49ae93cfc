"""Several facts of one child within a minute go to an account as one message with a line for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.ids import AccountId, DeliveryId, PersonId
from domain.messaging.contents import BundleNews, Content, HomeworkNews, MarkNews, VeiledNews
from domain.messaging.kinds import Kind
from domain.messaging.preparing import Prepared

TOGETHER = timedelta(seconds=60)
"""What comes due so soon after the first goes with it."""
BUNDLED = (Kind.MARK, Kind.HOMEWORK)


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
        contents = tuple(row.content for row in self.rows)
        told = tuple(one for one in contents if isinstance(one, MarkNews | HomeworkNews))
        return BundleNews(told) if len(told) == len(contents) > 1 else contents[0]

    @property
    def doubtful(self) -> bool:
        return any(row.row.doubtful for row in self.rows)


def parcels(prepared: Sequence[Prepared]) -> list[Parcel]:
    """In the order of their first rows."""
    grouped: dict[object, list[Prepared]] = {}
    for one in prepared:
        grouped.setdefault(_address_of(one), []).append(one)
    return [Parcel(tuple(rows)) for rows in grouped.values()]


def _address_of(one: Prepared) -> tuple[AccountId, PersonId | None, bool] | DeliveryId:
    """What has the same goes together."""
    bundled = one.row.kind in BUNDLED and one.edits is None
    if bundled and isinstance(one.content, MarkNews | HomeworkNews | VeiledNews):
        return one.row.account, one.row.pupil, isinstance(one.content, VeiledNews)
    return one.row.id
