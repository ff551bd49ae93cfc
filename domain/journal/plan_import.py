"""A curriculum plan brought as a file: for which class and subject, what it changes; all of it or nothing (3.6.2)."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from domain.errors import Refused
from domain.ids import PersonId, PlanId, SubjectId
from domain.journal.homework_meant import Taught
from domain.journal.plan_changes import NO_CHANGES, KnownTopic, PlanChanges, compared
from domain.journal.plan_sheet import PlanMistake, PlanRead, read_plan
from domain.roles.access import Action, Target, allowed
from domain.roles.names import norm
from domain.roles.people import Actor
from domain.school.class_names import class_norm
from domain.school.finding import class_at_start, subjects_at_start
from domain.school.importing.sheets import Place, Sheet
from domain.school.ports import Change, ChangeLog, Timetables
from domain.school.timetable import ClassPart, Entry


class Unreadable(StrEnum):
    """Why a file cannot be opened."""

    MISSING = "missing"
    PROTECTED = "protected"
    TOO_BIG = "too_big"
    NO_SPREADSHEET = "no_spreadsheet"


@dataclass(eq=False)
class PlanUnreadable(Refused):
    why: Unreadable


@dataclass(eq=False)
class PlanUnclear(Refused):
    """The line names no class and subject of this person's, or several."""

    said: str


@dataclass(eq=False)
class PlanGone(Refused):
    """The file that was asked about is taken, or another one waits in its place."""


class PlanFiles(Protocol):
    async def sheets(self, content: bytes) -> tuple[Sheet, ...]:
        """XLSX, ODS, CSV by what is in them. Raises `PlanUnreadable`."""
        ...


class PlansRoom(Protocol):
    async def known(self, part: ClassPart, subject: SubjectId) -> tuple[PlanId | None, Sequence[KnownTopic]]:
        """The plan of just this class or subgroup, its topics by number."""
        ...

    async def make(self, part: ClassPart, subject: SubjectId, by: PersonId | None) -> PlanId: ...

    async def write(self, plan: PlanId, changes: PlanChanges) -> None: ...

    async def link(self, plan: PlanId, part: ClassPart, subject: SubjectId) -> int:
        """Lessons written before find their topics by the words."""
        ...


class PlansTransaction(Protocol):
    @property
    def changes(self) -> ChangeLog: ...

    @property
    def plans(self) -> PlansRoom: ...


@dataclass(frozen=True, slots=True)
class PlanReport:
    """What a file holds and what it changes; with mistakes nothing is written."""

    taught: Taught
    topics: int
    hours: int
    changes: PlanChanges = NO_CHANGES
    mistakes: tuple[PlanMistake, ...] = ()
    skipped: tuple[Place, ...] = ()
    written: bool = False


@dataclass(frozen=True, slots=True)
class PlanImport:
    timetables: Timetables
    begin: Callable[[], AbstractAsyncContextManager[PlansTransaction]]

    async def bring(self, actor: Actor, line: str, sheets: Sequence[Sheet], *, dry_run: bool) -> PlanReport:
        """`line` says for whom: «7А алгебра», «7А английский 1». Raises `PlanUnclear`."""
        entries = (await self.timetables.plan()).entries
        own = [one for one in entries if allowed(actor, Action.IMPORT_PLAN, _target(one))]
        return await self._bring(meant(line, own), sheets, actor.person, dry_run)

    async def bring_by_program(self, line: str, sheets: Sequence[Sheet], *, dry_run: bool) -> PlanReport:
        """By who holds the machine: for any class and subject of the timetable."""
        return await self._bring(meant(line, (await self.timetables.plan()).entries), sheets, None, dry_run)

    async def _bring(self, taught: Taught, sheets: Sequence[Sheet], by: PersonId | None, dry_run: bool) -> PlanReport:
        read = read_plan(sheets, (await self.timetables.plan()).calendar)
        if read.mistakes:
            return _report(taught, read)
        async with self.begin() as tx:
            plan, known = await tx.plans.known(taught.part, taught.subject.id)
            changes = compared(known, read.topics)
            if changes.any and not dry_run:
                await _write(tx, taught, plan, changes, by)
        return replace(_report(taught, read), changes=changes, written=changes.any and not dry_run)


def meant(line: str, entries: Iterable[Entry]) -> Taught:
    """The class and subject that a line names, of what these entries give; a lone one needs no naming.

    Subgroups that are not told apart share the class's plan. Raises `PlanUnclear`.
    """
    given = dict.fromkeys(Taught(part, entry.subject) for entry in entries for part in entry.parts)
    classes = {class_norm(one.part.name): one.part.id for one in given}
    class_id, rest = class_at_start(line.strip(), classes)
    of_class = [one for one in given if class_id in (None, one.part.id)]
    found = subjects_at_start(rest, [one.subject for one in of_class])
    group = norm(found.rest if found.subjects else rest).strip(" ().,")
    fitting = [one for one in of_class if not found.subjects or one.subject in found.subjects]
    if group:
        fitting = [one for one in fitting if norm(one.part.group_name or "") == group]
    wholes = dict.fromkeys(_whole(one) for one in fitting)
    if len(wholes) != 1:
        raise PlanUnclear(line)
    return fitting[0] if len(fitting) == 1 else next(iter(wholes))


def _whole(one: Taught) -> Taught:
    return replace(one, part=replace(one.part, group=None, group_name=None))


def _target(entry: Entry) -> Target:
    return Target(classes=entry.classes, teachers=entry.teacher_ids)


def _report(taught: Taught, read: PlanRead) -> PlanReport:
    hours = sum(one.hours for one in read.topics)
    return PlanReport(taught, len(read.topics), hours, mistakes=read.mistakes, skipped=read.skipped)


async def _write(
    tx: PlansTransaction, taught: Taught, plan: PlanId | None, changes: PlanChanges, by: PersonId | None
) -> None:
    number = plan or await tx.plans.make(taught.part, taught.subject.id, by)
    await tx.plans.write(number, changes)
    await tx.plans.link(number, taught.part, taught.subject.id)
    if by is not None:
        counts = {"new": len(changes.new), "changed": len(changes.changed), "gone": len(changes.gone)}
        await tx.changes.add(Change("plan", by, after={"plan": number, **counts}))
