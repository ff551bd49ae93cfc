"""Announcements that were sent, as tests begin with them."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from itertools import count
from typing import Any

from domain.events import AnnouncementMade
from domain.ids import AnnouncementId, PersonId
from domain.talk.announcements import Draft, NewAnnouncement
from domain.talk.audiences import Audience, Scope, ScopeKind
from domain.talk.wording import Wording
from storage.database import Database
from tests import school

OF_7A = Scope.of_class(school.CLASS_7A, "7А")
TEACHERS = Scope(ScopeKind.TEACHERS)
GUARDIANS = {
    school.MOTHER: [school.IVANOV],
    school.FATHER: [school.IVANOV],
    school.PETROVA_MOTHER: [school.PETROVA],
    school.SIDOROV_MOTHER: [school.SIDOROV],
    school.DEPUTY: [school.KUZINA],
}
PUPILS = {pupil: [pupil] for pupil in (school.IVANOV, school.PETROVA, school.SIDOROV, school.KUZINA)}
_keys = count(1)


async def announced(
    database: Database,
    wards: Mapping[PersonId, Collection[PersonId]] | None = None,
    text: str = "Собрание <в четверг> в 18:00",
    *,
    scope: Scope = OF_7A,
    audience: Audience = Audience.GUARDIANS,
    sender: PersonId = school.CLASS_TEACHER_7A,
    close_on: date | None = None,
    send_at: datetime | None = None,
    **more: Any,
) -> AnnouncementId:
    """Of the class teacher to the guardians of 7А, unless it says otherwise; its live line is message 77."""
    said = Draft(f"key{next(_keys)}", scope, audience, Wording(text), close_on=close_on, send_at=send_at, **more)
    told = GUARDIANS if wards is None else wards
    async with database.begin() as tx:
        made = await tx.announcements.make(NewAnnouncement(sender, school.account_of(sender), said, 77, told))
        assert made is not None
        await tx.facts.add(AnnouncementMade(sender, made))
    return made
