"""Homework as it is kept (3.4.2)."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.events import Facts
from domain.ids import ClassId, EntryId, GroupId, HomeworkId, PersonId, SubjectId
from domain.school.ports import ChangeLog


@dataclass(frozen=True, slots=True)
class HomeworkFile:
    """`kind` photo or document; `file_id` is Telegram's."""

    kind: str
    file_id: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Homework:
    """As it is kept."""

    id: HomeworkId
    subject: SubjectId
    class_id: ClassId
    group: GroupId | None
    entry: EntryId | None
    due_day: date
    text: str
    version: int
    cancelled: bool
    set_by: PersonId
    files: int = 0
    minutes: int | None = None
    """How long it takes, as the teacher estimates."""
    none_set: bool = False
    """«Не задано», said explicitly."""
    pupils: tuple[PersonId, ...] = ()
    """Whom it is for alone; empty: the whole class or subgroup."""


class HomeworkRoom(Protocol):
    async def add(self, new: Homework, files: Sequence[HomeworkFile]) -> HomeworkId: ...

    async def get(self, number: HomeworkId) -> Homework | None: ...

    async def standing_beside(self, new: Homework) -> Sequence[Homework]:
        """Not cancelled, for the same lesson and the whole of the same class or subgroup."""
        ...

    async def move(self, homework: Homework, entry: EntryId, day: date) -> None:
        """The next version, for another lesson."""
        ...

    async def cancel(self, homework: Homework) -> None:
        """The next version; the row stays."""
        ...

    async def attach(self, homework: Homework, files: Sequence[HomeworkFile]) -> None: ...


class HomeworkTransaction(Protocol):
    @property
    def facts(self) -> Facts: ...

    @property
    def changes(self) -> ChangeLog: ...

    @property
    def homework(self) -> HomeworkRoom: ...


BeginHomework = Callable[[], AbstractAsyncContextManager[HomeworkTransaction]]
