"""The wiring, by hand: every use case with the rooms that stand behind its ports."""

from dataclasses import dataclass, fields
from typing import Any

from bot.attendance_wiring import AttendanceServices, attendance_services
from bot.control_wiring import ControlServices, control_services
from bot.journal_wiring import DiaryServices, LessonServices, diary_services, lesson_services
from bot.messaging_wiring import MessagingServices, MessagingWiring
from bot.roles_wiring import RolesServices
from bot.school_wiring import SchoolServices, SchoolWiring, TimetableServices
from bot.settings import Settings
from bot.talk_wiring import TalkServices, talk_services
from domain.journal.sealing import Sealing
from domain.roles.codes import CodeHasher
from domain.school.lesson_access import LessonDoor
from storage.database import Database
from storage.journal.seals import SealedLogReading
from storage.secrets import kept_secret


@dataclass(frozen=True)
class Services(
    RolesServices,
    SchoolServices,
    TimetableServices,
    AttendanceServices,
    LessonServices,
    DiaryServices,
    TalkServices,
    ControlServices,
    MessagingServices,
):
    """What handlers may ask for, by these names."""

    def by_name(self) -> dict[str, Any]:
        return _by_name(self)


class Wiring(SchoolWiring, MessagingWiring):
    """Made once for a run of the program."""

    def services(self) -> Services:
        door = LessonDoor(self.time_of_act, self.timetable, self.roster, self.exemptions)
        school, attendance = self.school_services(), attendance_services(self, door)
        return Services(
            **_by_name(self.roles_services()),
            **_by_name(school),
            **_by_name(self.timetable_services(school.chat_files)),
            **_by_name(attendance),
            **_by_name(lesson_services(self, door, attendance)),
            **_by_name(diary_services(self)),
            **_by_name(talk_services(self, school.documents)),
            **_by_name(control_services(self)),
            **_by_name(self.messaging_services()),
        )

    def sealing(self) -> Sealing:
        return Sealing(self.database.clock, SealedLogReading(self.database.reader), self.database.begin)


def _by_name(services: Any) -> dict[str, Any]:
    return {field.name: getattr(services, field.name) for field in fields(services)}


async def code_hasher(settings: Settings, database: Database) -> CodeHasher:
    """By the key of the settings, else by one made once and kept in the database."""
    key = settings.code_key.get_secret_value() if settings.code_key else await kept_secret(database, "code_key")
    return CodeHasher(key.encode())
