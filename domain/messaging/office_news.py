"""What messages to those who lead the school tell: read models, as `contents.py` has those of everyone else."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.roles.incidents import Incident
from domain.roles.people import PersonName


class Stage(StrEnum):
    """What a message about an incident is for."""

    OPENED = "opened"
    TELL = "tell"
    FIND_OUT = "find_out"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class TakenOutNews:
    """How many files of others' data a person has taken out on a day."""

    by: PersonName
    day: date
    count: int


@dataclass(frozen=True, slots=True)
class IncidentNews:
    """Its moments as the school's clock shows them."""

    incident: Incident
    stage: Stage


@dataclass(frozen=True, slots=True)
class ErasureNews:
    name: PersonName


@dataclass(frozen=True, slots=True)
class RetentionNews:
    """So many rows are over their term."""

    rows: int
