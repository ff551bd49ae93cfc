"""Roles of the regulation (1.6, 3) and the person who acts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.ids import AccountId, ClassId, PersonId


class Role(StrEnum):
    ADMIN = "admin"
    SECRETARY = "secretary"
    DIRECTOR = "director"
    DEPUTY = "deputy"
    CLASS_TEACHER = "class_teacher"
    TEACHER = "teacher"
    SITE_EDITOR = "site_editor"
    GUARDIAN = "guardian"
    PUPIL = "pupil"


GRANTED = frozenset({Role.ADMIN, Role.SECRETARY, Role.DIRECTOR, Role.DEPUTY, Role.TEACHER, Role.SITE_EDITOR})
"""Roles given by the administrator; the others follow from the lists: whose guardian, pupil of which class, …"""

STAFF = GRANTED | {Role.CLASS_TEACHER}
FAMILY = frozenset({Role.GUARDIAN, Role.PUPIL})


@dataclass(frozen=True, slots=True)
class PersonName:
    """`given` is '' where only the surname is known; it and `patronymic` may be shortened («О.», «Ст.»)."""

    surname: str
    given: str
    patronymic: str | None = None

    @property
    def full(self) -> str:
        """«Иванова Мария Петровна»"""
        return " ".join(part for part in (self.surname, self.given, self.patronymic) if part)

    @property
    def polite(self) -> str:
        """«Мария Петровна», as a teacher is addressed; «Мария» where there is no patronymic.

        By the surname where the given name is not known in full: «Иванова», «Иванова М. П.».
        """
        if not self.given or self.given.endswith("."):
            return self.short
        return " ".join(part for part in (self.given, self.patronymic) if part)

    @property
    def short(self) -> str:
        """«Иванова М. П.»; what is shortened already stays: «Караиванова Ст.»."""
        parts = (part for part in (self.given, self.patronymic) if part)
        return " ".join((self.surname, *(part if part.endswith(".") else f"{part[0]}." for part in parts)))

    @property
    def listed(self) -> str:
        """«Иванова Мария», as a class list has it."""
        return " ".join(part for part in (self.surname, self.given) if part)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, with all that they reach. Built once for an update; nothing below knows a Telegram id.

    `roles` are those that both the person holds today and the account was given by its code: a guardian's code from
    the class teacher opens the guardian's side of a deputy, never the deputy's.
    """

    person: PersonId
    account: AccountId
    name: PersonName
    language: str
    roles: frozenset[Role]
    children: tuple[PersonId, ...] = ()
    """Pupils whose guardian this is, without those from whom a court keeps them; in the order of their names."""
    own_classes: tuple[ClassId, ...] = ()
    """Classes whose class teacher this is today."""
    taught_classes: tuple[ClassId, ...] = ()
    """Classes in which this person has lessons by load or timetable."""
    pupil_class: ClassId | None = None
    writing_until: datetime | None = None
    """Until when the PIN given on this account opens writing; counts where the school asks for one."""
    awaited: bool = False
    """A guardian's account that nobody has confirmed yet: so far it reaches no child."""

    @property
    def addressed(self) -> str:
        """«Мария Петровна»; a pupil as «Мария»."""
        return self.name.given if self.roles == {Role.PUPIL} else self.name.polite

    def holds(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)
