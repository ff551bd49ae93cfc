"""One unit of work on the writing side, with every room of the storage at hand."""

from collections.abc import Coroutine, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import CursorResult, Executable, Insert, Row
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.clock import Clock
from storage.attendance.notes import NoteRows
from storage.attendance.reasons import AlarmRows, ReasonRows
from storage.attendance.rows import AttendanceRows
from storage.backups.rows import BackupRows
from storage.control.inspections import InspectionRows
from storage.handling import ACTED, HANDLED, Handling
from storage.journal.change_log import ChangeLogRows
from storage.journal.debts import DebtRows
from storage.journal.homework import HomeworkRows
from storage.journal.lessons import LessonRows
from storage.journal.marks import MarkRows
from storage.journal.plans import PlanRows
from storage.journal.remarks import RemarkRows
from storage.journal.requests import MarkRequestRows
from storage.journal.results import ClosingRows, ResultRows
from storage.journal.seals import SealRows
from storage.loop_connection import LoopConnection
from storage.messaging.accounts import ReachedAccounts
from storage.messaging.choices import ChoiceRows
from storage.messaging.facts import FactRows
from storage.messaging.holds import HoldRows
from storage.messaging.outbox import OutboxRows
from storage.roles.audit import AuditRows
from storage.roles.bindings import BindingRows
from storage.roles.codes import AttemptRows, CodeRows
from storage.roles.consents import ConsentRows
from storage.roles.erasures import ErasureRows
from storage.roles.incidents import IncidentRows
from storage.roles.people import PeopleRows
from storage.roles.pins import PinRows
from storage.roles.retention import RetentionRows
from storage.school.bell_rows import BellRows
from storage.school.brought_files import BroughtFileRows
from storage.school.calendar_rows import CalendarRows
from storage.school.changes import LessonChangeRows
from storage.school.documents import DocumentRows
from storage.school.exemptions import ExemptionRows
from storage.school.list_confirmations import ListConfirmationRows
from storage.school.lists import ListRows
from storage.school.movements import MovementRows
from storage.school.teacher_absences import TeacherAbsenceRows
from storage.school.timetable_rows import TimetableRows
from storage.school.years import YearRows
from storage.shielded import shielded
from storage.talk.announcements import AnnouncementRows
from storage.talk.handovers import HandoverRows
from storage.talk.limits import LimitRows
from storage.talk.poll_rows import PollRows
from storage.talk.receipts import ReceiptRows
from storage.talk.signatures import SignatureRows
from storage.talk.templates import TemplateRows
from storage.talk.threads import ThreadRows

T = TypeVar("T")


class Transaction:
    """Made by `Database.begin`. Rooms (`tx.marks`, `tx.facts`…) are built when first asked for.

    Each statement is run to its end even if the caller is cancelled (see `shielded`), then rolled back with the rest.
    """

    def __init__(self, connection: AsyncConnection | LoopConnection, clock: Clock, zone: ZoneInfo) -> None:
        self._connection = connection
        self.clock = clock
        self._zone = zone
        self.touched: set[str] = set()
        self._wrote = False
        self._handled: Handling | None = None

    @cached_property
    def facts(self) -> FactRows:
        return FactRows(self)

    @cached_property
    def lessons(self) -> LessonRows:
        return LessonRows(self)

    @cached_property
    def changes(self) -> ChangeLogRows:
        return ChangeLogRows(self)

    @cached_property
    def attendance(self) -> AttendanceRows:
        return AttendanceRows(self)

    @cached_property
    def absence_notes(self) -> NoteRows:
        return NoteRows(self)

    @cached_property
    def absence_alarms(self) -> AlarmRows:
        return AlarmRows(self)

    @cached_property
    def absence_reasons(self) -> ReasonRows:
        return ReasonRows(self)

    @cached_property
    def marks(self) -> MarkRows:
        return MarkRows(self)

    @cached_property
    def plans(self) -> PlanRows:
        return PlanRows(self)

    @cached_property
    def results(self) -> ResultRows:
        return ResultRows(self)

    @cached_property
    def closings(self) -> ClosingRows:
        return ClosingRows(self)

    @cached_property
    def debts(self) -> DebtRows:
        return DebtRows(self)

    @cached_property
    def remarks(self) -> RemarkRows:
        return RemarkRows(self)

    @cached_property
    def requests(self) -> MarkRequestRows:
        return MarkRequestRows(self)

    @cached_property
    def seals(self) -> SealRows:
        return SealRows(self)

    @cached_property
    def homework(self) -> HomeworkRows:
        return HomeworkRows(self)

    @cached_property
    def outbox(self) -> OutboxRows:
        return OutboxRows(self)

    @cached_property
    def holds(self) -> HoldRows:
        return HoldRows(self)

    @cached_property
    def reached(self) -> ReachedAccounts:
        return ReachedAccounts(self)

    @cached_property
    def announcements(self) -> AnnouncementRows:
        return AnnouncementRows(self)

    @property
    def receipts(self) -> ReceiptRows:
        return ReceiptRows(self)

    @cached_property
    def polls(self) -> PollRows:
        return PollRows(self)

    @cached_property
    def handovers(self) -> HandoverRows:
        return HandoverRows(self)

    @cached_property
    def templates(self) -> TemplateRows:
        return TemplateRows(self)

    @cached_property
    def writing_limits(self) -> LimitRows:
        return LimitRows(self)

    @cached_property
    def signatures(self) -> SignatureRows:
        return SignatureRows(self)

    @cached_property
    def threads(self) -> ThreadRows:
        return ThreadRows(self)

    @cached_property
    def choices(self) -> ChoiceRows:
        return ChoiceRows(self)

    @cached_property
    def codes(self) -> CodeRows:
        return CodeRows(self)

    @cached_property
    def attempts(self) -> AttemptRows:
        return AttemptRows(self)

    @cached_property
    def bindings(self) -> BindingRows:
        return BindingRows(self)

    @cached_property
    def pins(self) -> PinRows:
        return PinRows(self)

    @cached_property
    def consents(self) -> ConsentRows:
        return ConsentRows(self)

    @cached_property
    def people(self) -> PeopleRows:
        return PeopleRows(self, self.today)

    @cached_property
    def calendar(self) -> CalendarRows:
        return CalendarRows(self)

    @cached_property
    def bells(self) -> BellRows:
        return BellRows(self)

    @cached_property
    def backups(self) -> BackupRows:
        return BackupRows(self)

    @cached_property
    def documents(self) -> DocumentRows:
        return DocumentRows(self)

    @cached_property
    def audit(self) -> AuditRows:
        return AuditRows(self, self.today)

    @cached_property
    def incidents(self) -> IncidentRows:
        return IncidentRows(self)

    @cached_property
    def erasures(self) -> ErasureRows:
        return ErasureRows(self)

    @cached_property
    def retention(self) -> RetentionRows:
        return RetentionRows(self)

    @cached_property
    def exemptions(self) -> ExemptionRows:
        return ExemptionRows(self)

    @cached_property
    def movements(self) -> MovementRows:
        return MovementRows(self)

    @cached_property
    def list_confirmations(self) -> ListConfirmationRows:
        return ListConfirmationRows(self)

    @cached_property
    def years(self) -> YearRows:
        return YearRows(self)

    @cached_property
    def lists(self) -> ListRows:
        return ListRows(self, self.today)

    @cached_property
    def lesson_changes(self) -> LessonChangeRows:
        return LessonChangeRows(self)

    @cached_property
    def teacher_absences(self) -> TeacherAbsenceRows:
        return TeacherAbsenceRows(self)

    @cached_property
    def brought_files(self) -> BroughtFileRows:
        return BroughtFileRows(self)

    @cached_property
    def timetable_rows(self) -> TimetableRows:
        return TimetableRows(self, self.today)

    @cached_property
    def inspections(self) -> InspectionRows:
        return InspectionRows(self)

    @property
    def today(self) -> date:
        """The school's day."""
        return self.clock.now().astimezone(self._zone).date()

    @property
    def dialect(self) -> str:
        return self._connection.dialect.name

    @property
    def facts_added(self) -> bool:
        return bool(self.facts.added)

    async def rows(self, statement: Executable, parameters: Any = None) -> Sequence[Row[Any]]:
        return (await self._execute(statement, parameters)).fetchall()

    async def row(self, statement: Executable, parameters: Any = None) -> Row[Any] | None:
        return (await self._execute(statement, parameters)).first()

    async def run(self, statement: Executable, parameters: Any = None) -> int:
        """The number of rows changed."""
        self._wrote = True
        return (await self._execute(statement, parameters)).rowcount

    async def add(self, statement: Insert) -> int:
        """The id of the one row inserted."""
        self._wrote = True
        result = await self._execute(statement)
        key = result.inserted_primary_key
        assert key is not None
        return int(key[0])

    async def _execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        return await self._unbroken(self._connection.execute(statement, parameters))

    async def _unbroken(self, work: Coroutine[Any, Any, T]) -> T:
        """A task of its own for each statement costs a turn of the loop; `LoopConnection` sees to itself."""
        return await (work if isinstance(self._connection, LoopConnection) else shielded(work))

    def touch(self, topic: str) -> None:
        """What is kept in memory of this topic must be read again after the commit."""
        self.touched.add(topic)

    async def end_update(self) -> None:
        """The update whose handling wrote this is acted on with it."""
        self._handled = HANDLED.get() if self._wrote else None
        if self._handled is not None:
            await self.run(ACTED, {"row": self._handled.row})

    async def commit(self) -> None:
        await self._unbroken(self._connection.commit())
        if self._handled is not None:
            self._handled.acted = True

    async def end(self) -> None:
        """Rolls back what is not committed and gives the connection back."""
        await self._unbroken(self._connection.close())
