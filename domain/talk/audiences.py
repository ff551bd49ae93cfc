"""To whom an announcement goes, as it is chosen, and who that is (3.3.8, 3.4.3)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from domain.ids import ClassId, GroupId, PersonId
from domain.roles.people import PersonName


class Audience(StrEnum):
    GUARDIANS = "guardians"
    PUPILS = "pupils"
    FAMILIES = "families"
    """Both."""
    STAFF = "staff"


class Why(StrEnum):
    """Why a person cannot be reached."""

    NEVER_CAME_IN = "never_came_in"
    NOT_CONFIRMED = "not_confirmed"
    """Came in, and waits for the class teacher's «да»."""
    BLOCKED = "blocked"
    NO_CONSENT = "no_consent"


@dataclass(frozen=True, slots=True)
class Addressed:
    """A person to whom it goes; `why` None: their account is there.

    `pupils`: whose guardian this is, of those meant; `wards`: for which pupils the person is told, a pupil themself.
    """

    person: PersonId
    name: PersonName
    pupils: tuple[PersonName, ...]
    why: Why | None
    wards: tuple[PersonId, ...] = ()


class ScopeKind(StrEnum):
    CLASSES = "classes"
    """One class or several."""
    PARALLEL = "parallel"
    """All classes of a grade."""
    GROUP = "group"
    """A subgroup of a class."""
    TAUGHT = "taught"
    """Everyone whom the sender teaches, in whole classes and own subgroups."""
    TEACHERS = "teachers"
    STAFF = "staff"
    """Teachers and everyone else who works here."""
    SCHOOL = "school"
    DEBTS = "debts"
    """Who has works not handed in («точка»): in these classes, in the whole school where none is named."""
    TAUGHT_DEBTS = "taught_debts"
    """The same, in the sender's own subjects."""


STAFF_KINDS = frozenset({ScopeKind.TEACHERS, ScopeKind.STAFF})
FAMILY_AUDIENCES = (Audience.GUARDIANS, Audience.PUPILS, Audience.FAMILIES)


@dataclass(frozen=True, slots=True)
class Scope:
    """As it was chosen. The names are those of that day: they say it in words when classes have long turned."""

    kind: ScopeKind
    classes: tuple[ClassId, ...] = ()
    """Of CLASSES and DEBTS; of a GROUP its class."""
    grade: int | None = None
    """Of a PARALLEL."""
    group: GroupId | None = None
    class_names: tuple[str, ...] = ()
    group_name: str | None = None
    subject: str | None = None
    """Of the subgroup; None: of all subjects."""

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """Whom it can be meant for, the most usual first."""
        return (Audience.STAFF,) if self.kind in STAFF_KINDS else FAMILY_AUDIENCES

    @property
    def one_class(self) -> ClassId | None:
        """Where it is one whole class, and nothing else."""
        return self.classes[0] if self.kind is ScopeKind.CLASSES and len(self.classes) == 1 else None

    def kept(self) -> dict[str, Any]:
        """As JSON, without what is not said."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: value.value if isinstance(value, ScopeKind) else list(value) if isinstance(value, tuple) else value
            for name, value in said.items()
            if value is not None and value != ()
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "Scope":
        """As `kept` gave it away."""
        said: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in kept.items()}
        return cls(**said | {"kind": ScopeKind(kept["kind"])})

    @classmethod
    def of_class(cls, class_id: ClassId, name: str = "") -> "Scope":
        return cls(ScopeKind.CLASSES, (class_id,), class_names=(name,) if name else ())
