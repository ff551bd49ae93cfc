"""In the evening a teacher reads what others changed under their name: one message a day, if there is something.

Each change was told of at once (`telling_marks.py`); this is what is left of them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.clock import SchoolTime
from domain.ids import AccountId, PersonId
from domain.journal.changed_marks import ChangedMark, LoggedMark, changed_by_others
from domain.messaging.contents import ChangedNews
from domain.messaging.fates import NOTHING_NEW, Known, Say
from domain.messaging.kinds import Kind
from domain.messaging.names import changed_event
from domain.messaging.outbox import Claimed, NewMessage
from domain.messaging.ports import MarkWorkRead, Readers
from domain.messaging.truth import Drop
from domain.school.roster import Roster

CHANGED = "changed"
DAY = timedelta(days=1)
WORTH = timedelta(days=1)
"""Who has quiet hours at that time reads it in the morning."""


@dataclass(frozen=True, slots=True)
class ChangedEvenings:
    school_time: SchoolTime
    reads: MarkWorkRead
    readers: Readers

    async def messages(self, day: date, hours: Collection[time], default_at: time) -> list[NewMessage]:
        """Of those whose hour is one of these. One statement where nothing was changed, else two."""
        log = await self.reads.changes_since(min(self.school_time.instant(day, at) for at in hours) - DAY)
        staff = await self.readers.staff({one.owner for one in log if one.owner != one.by})
        made = []
        for address in staff:
            at = address.digest_at or default_at
            until = self.school_time.instant(day, at)
            if at in hours and changed_by_others(log, address.person, until - DAY, until):
                made.append(_message(day, until, address.account))
        return made


def changed_fate(row: Claimed, log: Sequence[LoggedMark], known: Known) -> Say | Drop:
    """As it stands at delivery."""
    person, until = known.addresses[row.account].person, until_of(row)
    changed = changed_by_others(log, person, until - DAY, until)
    day = known.time.local(until).date()
    return Say(ChangedNews(day, tuple(_shown(*one, known.roster) for one in changed))) if changed else NOTHING_NEW


def until_of(row: Claimed) -> datetime:
    return datetime.fromisoformat(row.body["until"])


def _message(day: date, until: datetime, account: AccountId) -> NewMessage:
    body = {"what": CHANGED, "until": until.isoformat()}
    return NewMessage(changed_event(day), 1, account, Kind.NOTICE, None, body, until, until + WORTH)


def _shown(first: LoggedMark, last: LoggedMark, roster: Roster) -> ChangedMark:
    return ChangedMark(
        first.mark,
        first.pupil_name,
        _class_name(roster, first.pupil),
        first.subject,
        first.before,
        last.after,
        last.by_name,
    )


def _class_name(roster: Roster, pupil: PersonId) -> str:
    school_class = roster.class_of(pupil)
    return school_class.name if school_class else ""
