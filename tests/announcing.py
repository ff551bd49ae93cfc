"""Announcements as tests write them."""

from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any

from domain.clock import SchoolTime
from domain.ids import ClassId, PersonId
from domain.messaging.working_hours import WorkingHours
from domain.roles.exports import ExportGate
from domain.roles.people import Actor
from domain.talk.announcements import Announcing, Draft
from domain.talk.audiences import Audience, Scope
from domain.talk.following import Following
from domain.talk.scopes import Scopes
from domain.talk.wording import Wording
from storage.database import Database
from storage.journal.loads import KnownLoads
from storage.messaging.choices import ChoicesReading
from storage.school.roster import KnownRoster
from storage.school.timetable import KnownTimetable
from storage.talk.announcements import AnnouncementsReading
from storage.talk.audiences import AudienceReading
from storage.talk.receipts import ReceiptsReading
from tests import school

CLASS_NAMES = {school.CLASS_1A: "1А", school.CLASS_7A: "7А", school.CLASS_7B: "7Б"}


def class_draft(key: str, class_id: ClassId, audience: Audience, text: str, **more: Any) -> Draft:
    return Draft(key, Scope.of_class(class_id, CLASS_NAMES[class_id]), audience, Wording(text), **more)


def as_guardians(persons: Iterable[PersonId]) -> dict[PersonId, list[PersonId]]:
    """Each with their children of 7А."""
    seats = school.SEATS
    kin = [(who, pupil) for who, pupil, _ in school.GUARDIANS if seats[pupil] == school.CLASS_7A]
    return {person: [pupil for who, pupil in kin if who == person] for person in persons}


class AnyText:
    """A gate that stands open."""

    async def check(
        self, actor: Actor, wording: Wording, classes: Collection[ClassId], held_is_fine: bool, *, urgent: bool = False
    ) -> None: ...


def announcing_of(database: Database, time: SchoolTime, *, grace: timedelta = timedelta(0)) -> Announcing:
    return Announcing(
        time=time,
        scopes=scopes_of(database, time),
        kept=AnnouncementsReading(database.reader),
        sent_ones=ReceiptsReading(database.reader, time),
        begin=database.begin,
        gate=AnyText(),
        hours=WorkingHours(time, ChoicesReading(database.reader)),
        grace=grace,
    )


def scopes_of(database: Database, time: SchoolTime) -> Scopes:
    roster, people = KnownRoster(database, time), AudienceReading(database.reader)
    return Scopes(time, roster, KnownTimetable(database), KnownLoads(database), people)


def following_of(database: Database, time: SchoolTime, *, per_child: bool = True) -> Following:
    kept = ReceiptsReading(database.reader, time, per_child=per_child)
    roster, gate = KnownRoster(database, time), ExportGate(database.begin)
    return Following(time, roster, kept, AnyText(), gate, database.begin)
