"""What bringing files needs to keep and to know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from domain.ids import BroughtFileId, PersonId
from domain.school.importing.importing import Brought, ImportTransaction
from domain.school.importing.undoing import Undo
from domain.school.ports import ChangeLog


class FileKind(StrEnum):
    LISTS = "lists"
    TIMETABLE = "timetable"
    """Also where lists stand beside it."""
    CHANGES = "changes"
    """Substitutions and other changes of single days."""


@dataclass(frozen=True, slots=True)
class NewFile:
    by: PersonId
    kind: FileKind
    name: str
    content: bytes | None
    """None where there is nothing to apply."""
    mark: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class WaitingFile:
    kind: FileKind
    name: str
    content: bytes
    mark: str


@dataclass(frozen=True, slots=True)
class AppliedFile:
    name: str
    at: datetime
    undo: Undo | None
    """None: of a timetable, or a day has passed."""
    last: bool
    """Whether no other file was applied after it."""


class FileReading(Protocol):
    async def read(self, name: str, content: bytes) -> Brought:
        """Beside the loop, few at once. What cannot be read is a mistake of the result."""
        ...


class KeptFiles(Protocol):
    async def waiting(self, file: BroughtFileId, by: PersonId, since: datetime) -> WaitingFile | None: ...

    async def last_applied(self, by: PersonId, since: datetime) -> tuple[BroughtFileId, str] | None:
        """Of this person's, with its name; None where it cannot be taken back."""
        ...


class BroughtFilesRoom(Protocol):
    async def keep(self, new: NewFile) -> BroughtFileId: ...

    async def shown(self, file: BroughtFileId, mark: str, counts: Mapping[str, int]) -> None: ...

    async def applied(self, file: BroughtFileId, undo: Undo | None) -> bool:
        """False where it waits no longer."""
        ...

    async def dropped(self, file: BroughtFileId, by: PersonId) -> bool: ...

    async def to_undo(self, file: BroughtFileId, by: PersonId) -> AppliedFile | None: ...

    async def undone(self, file: BroughtFileId, undo: Undo) -> Mapping[str, int]:
        """Takes everything back; gives the rows, by table, that point at what the import made: then roll back."""
        ...

    async def forget(self, before: datetime) -> int: ...


class BringingTransaction(ImportTransaction, Protocol):
    @property
    def changes(self) -> ChangeLog: ...

    @property
    def brought_files(self) -> BroughtFilesRoom: ...
