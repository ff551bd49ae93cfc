"""Inspections of the journal: what is kept of them, and what is refused (3.6.2)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from domain.control.findings import Finding, RemarkState
from domain.control.gaps import SEEN, CourseKey
from domain.errors import Refused
from domain.events import Facts
from domain.ids import ClassId, InspectionId, InspectionRemarkId, PersonId
from domain.school.timetable import LessonRef, SubjectRef, TeacherRef

MOST_TEXT, MOST_CONCLUSION = 500, 2000
"""Characters of a remark and of a conclusion."""
USUAL_DUE = timedelta(days=7)
FURTHEST_DUE = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Inspection:
    """Of a class's journal, or of all that a teacher keeps; lessons from `first` to `last`."""

    id: InspectionId
    class_id: ClassId | None
    class_name: str | None
    teacher: TeacherRef | None
    first: date
    last: date
    begun_by: TeacherRef
    begun_at: datetime
    conclusion: str | None = None
    finished_at: datetime | None = None
    dropped_at: datetime | None = None

    @property
    def goes_on(self) -> bool:
        """Its remarks are being written: the teachers know nothing of them yet."""
        return self.finished_at is None and self.dropped_at is None


@dataclass(frozen=True, slots=True)
class Remark:
    """`lesson` None: of the course, or of several of its lessons. `version` counts its changes from 1.

    `settled_by` None on a closed one: the program has seen that it is mended.
    """

    id: InspectionRemarkId
    inspection: InspectionId
    finding: Finding
    teacher: TeacherRef
    class_id: ClassId
    class_name: str
    subject: SubjectRef
    lesson: LessonRef | None
    text: str
    due: date
    state: RemarkState
    version: int
    made_at: datetime
    fixed_at: datetime | None = None
    settled_at: datetime | None = None
    settled_by: PersonId | None = None

    @property
    def course(self) -> CourseKey:
        return CourseKey(self.class_id, self.subject.id, self.teacher.id)

    @property
    def waits(self) -> bool:
        """For the teacher, or for who looked."""
        return self.state in (RemarkState.OPEN, RemarkState.FIXED)

    @property
    def is_seen(self) -> bool:
        """Whether the program sees by itself that it is mended."""
        return self.finding in SEEN

    def is_overdue(self, today: date) -> bool:
        return self.state is RemarkState.OPEN and self.due < today


@dataclass(frozen=True, slots=True)
class Counts:
    """Remarks of an inspection that were not taken back: all, open ones, of these overdue, said to be mended."""

    all: int = 0
    open: int = 0
    overdue: int = 0
    fixed: int = 0


@dataclass(frozen=True, slots=True)
class NewInspection:
    class_id: ClassId | None
    teacher: PersonId | None
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class NewRemark:
    course: CourseKey
    finding: Finding
    lesson: LessonRef | None
    text: str
    due: date


@dataclass(eq=False)
class InspectionOver(Refused):
    """It was finished or dropped: no remarks are added to it, and its conclusion stands."""


@dataclass(eq=False)
class RemarkTextNeeded(Refused):
    most: int


@dataclass(eq=False)
class DueDayWrong(Refused):
    """A remark is to be mended from today on, within three months."""

    last: date


@dataclass(eq=False)
class RemarkSettled(Refused):
    """It was closed or taken back meanwhile."""


class InspectionsRead(Protocol):
    """Each answer is one statement."""

    async def inspection(self, number: InspectionId) -> Inspection | None: ...

    async def inspections(self, numbers: Collection[InspectionId]) -> Mapping[InspectionId, Inspection]: ...

    async def latest(self, most: int, skipped: int) -> Sequence[Inspection]:
        """Those that go on first, then the newest; without dropped ones."""
        ...

    async def counts(self, numbers: Collection[InspectionId], today: date) -> Mapping[InspectionId, Counts]: ...

    async def remarks(self, inspections: Collection[InspectionId]) -> Sequence[Remark]:
        """All, those that were taken back too, as they were made."""
        ...

    async def remark(self, number: InspectionRemarkId) -> Remark | None: ...

    async def remarks_by_id(self, numbers: Collection[InspectionRemarkId]) -> Mapping[InspectionRemarkId, Remark]: ...

    async def waiting(self) -> Sequence[Remark]:
        """Open and fixed ones of finished inspections, by day due."""
        ...

    async def told_to(self, teacher: PersonId, since: date) -> Sequence[Remark]:
        """Of finished inspections, by day due: those that wait, and those due since that day; none taken back."""
        ...


class InspectionsRoom(Protocol):
    async def begin(self, new: NewInspection, by: PersonId) -> InspectionId: ...

    async def hold(self, number: InspectionId) -> bool:
        """Keeps others out of it until the commit; whether it still goes on."""
        ...

    async def conclude(self, number: InspectionId, conclusion: str | None) -> None: ...

    async def finish(self, number: InspectionId) -> bool:
        """False: it was finished or dropped before."""
        ...

    async def drop(self, number: InspectionId) -> bool: ...

    async def add(self, number: InspectionId, new: NewRemark) -> InspectionRemarkId:
        """One of a course and finding stands in an inspection, but for OTHER: the one that is there already is told."""
        ...

    async def reword(self, remark: InspectionRemarkId, text: str) -> bool:
        """Of an open one."""
        ...

    async def put_off(self, remark: InspectionRemarkId, due: date) -> bool:
        """Of an open one."""
        ...

    async def settle(
        self, remark: InspectionRemarkId, was: Collection[RemarkState], becomes: RemarkState, by: PersonId | None
    ) -> int | None:
        """Its new version; None: it was in none of these states. `by` None: the program has seen it."""
        ...


class InspectingTransaction(Protocol):
    @property
    def inspections(self) -> InspectionsRoom: ...

    @property
    def facts(self) -> Facts: ...


BeginInspecting = Callable[[], AbstractAsyncContextManager[InspectingTransaction]]
