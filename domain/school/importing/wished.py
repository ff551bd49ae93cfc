"""What the lists say there should be, before anything is compared with what is."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from domain.roles.people import PersonName, Role
from domain.school.importing.remarks import Mistake, Note
from domain.school.importing.sheets import Place


@dataclass(frozen=True, slots=True)
class Said:
    """A cell as it was written."""

    place: Place
    value: str
    heading: str = ""
    """What the list calls the column."""


@dataclass(frozen=True, slots=True)
class WishedGuardian:
    place: Place
    name: PersonName
    relation: str | None = None
    """mother, father, guardian, other; None where the list does not say."""
    number: str | None = None


@dataclass(frozen=True, slots=True)
class WishedGroup:
    subject: str | None
    name: str


@dataclass(frozen=True, slots=True)
class WishedPupil:
    place: Place
    name: PersonName
    class_name: str
    birth: date | None = None
    number: str | None = None
    groups: tuple[WishedGroup, ...] = ()
    guardians: tuple[WishedGuardian, ...] = ()


@dataclass(frozen=True, slots=True)
class WishedStaff:
    place: Place
    name: PersonName
    number: str | None = None
    roles: tuple[Role, ...] = ()
    classes: tuple[str, ...] = ()
    """Whose class teacher this is."""
    classes_said: bool = False
    """Whether the list has a column for that: an empty cell then says «of none»."""


@dataclass(frozen=True, slots=True)
class WishedLoad:
    place: Place
    teacher: Said
    subject: str
    class_name: str
    group: str | None = None
    hours: Decimal | None = None
    """Lessons a week."""


@dataclass
class Wishes:
    """All lists of one import, in the order of the files."""

    pupils: list[WishedPupil] = field(default_factory=list)
    staff: list[WishedStaff] = field(default_factory=list)
    load: list[WishedLoad] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
