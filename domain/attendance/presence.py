"""How a pupil was at a lesson."""

from enum import StrEnum


class Presence(StrEnum):
    """н, б, у, оп of the paper journal; `PRESENT` is the default and is kept only where another was set before."""

    PRESENT = "present"
    ABSENT = "absent"
    ILL = "ill"
    EXCUSED = "excused"
    LATE = "late"

    @property
    def away(self) -> bool:
        return self in {Presence.ABSENT, Presence.ILL, Presence.EXCUSED}
