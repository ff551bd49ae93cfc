"""Personal data erased: what goes, row by row of which table, and what stays. The change log is never touched."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    String,
    Table,
    cast,
    delete,
    exists,
    extract,
    func,
    insert,
    literal,
    or_,
    select,
    union_all,
    update,
)

from domain.ids import ErasureId, PersonId
from domain.roles.erasures import Counted, Erasure, Staying
from domain.roles.names import norm
from domain.roles.people import PersonName
from storage.executor import Reader, Writer
from storage.tables import attendance, grading, journal, messaging, office, roles, school, talk
from storage.topics import ABSENCE_NOTES, ACCESS, CONSENTS, LISTS

GONE = "Удалено"
"""In place of a name, and of what people have written."""


@dataclass(frozen=True, slots=True)
class Goes:
    """Rows of a kind that are deleted; or, with `blank`, emptied of what they hold of the person."""

    kind: str
    table: Table
    where: ColumnElement[bool]
    blank: dict[str, Any] = field(default_factory=dict)

    def statement(self) -> Any:
        if not self.blank:
            return delete(self.table).where(self.where)
        return update(self.table).where(self.where).values(**self.blank)


def everything(person: PersonId) -> Sequence[Goes]:
    """In an order in which it can go: codes before the accounts that they were used by."""
    accounts = select(roles.bindings.c.id).where(roles.bindings.c.person_id == person)
    telegrams = select(roles.bindings.c.telegram_id).where(roles.bindings.c.person_id == person)
    notes, remarks = attendance.absence_notes.c, journal.remarks.c
    told = or_(notes.words.is_not(None), notes.file_id.is_not(None))
    signed, unsigned = roles.consents.c, {"full_name": None}
    paper = {"words": None, "file_id": None, "file_kind": None}
    return (
        Goes("codes", roles.access_codes, roles.access_codes.c.person_id == person),
        Goes("messages", talk.talk_arrivals, talk.talk_arrivals.c.account_id.in_(accounts)),
        Goes("messages", messaging.outbox, messaging.outbox.c.account_id.in_(accounts)),
        Goes("messages", messaging.inbox, messaging.inbox.c.chat_id.in_(telegrams)),
        Goes("settings", messaging.preferences, messaging.preferences.c.person_id == person),
        Goes("settings", messaging.person_settings, messaging.person_settings.c.person_id == person),
        Goes("settings", office.staff_pins, office.staff_pins.c.person_id == person),
        Goes("notes", attendance.absence_notes, (or_(notes.pupil_id == person, notes.made_by == person)) & told, paper),
        Goes("remarks", journal.remarks, remarks.pupil_id == person, {"text": GONE}),
        Goes("ticks", journal.homework_ticks, journal.homework_ticks.c.pupil_id == person),
        *_of_talk(person),
        Goes("receipts", talk.announcement_receipts, talk.announcement_receipts.c.person_id == person),
        Goes("receipts", office.document_acknowledgements, office.document_acknowledgements.c.person_id == person),
        Goes("guardianships", roles.guardianships, roles.guardianships.c.guardian_id == person),
        Goes("signatures", roles.consents, (signed.person_id == person) & signed.full_name.is_not(None), unsigned),
        Goes(
            "accounts", roles.bindings, roles.bindings.c.person_id == person, {"telegram_id": 0, "account_name": None}
        ),
    )


def _of_talk(person: PersonId) -> Sequence[Goes]:
    """What the person wrote is emptied, and that something was said stays, so the others' thread can be read.

    An answer of a guardian for a child is the child's, with a name that is none any more.
    """
    messages, wards, signed = talk.thread_messages.c, talk.announcement_wards.c, talk.diary_signatures.c
    own, slots = select(messages.id).where(messages.author_id == person), talk.poll_options.c
    empty, free = {"text": GONE, "entities": None}, {"taken_for": None, "taken_by": None, "taken_at": None}
    begun = (talk.threads.c.opened_by == person) & talk.threads.c.matter.is_not(None)
    return (
        Goes("attachments", talk.talk_files, talk.talk_files.c.message_id.in_(own)),
        Goes("talk", talk.thread_message_versions, talk.thread_message_versions.c.message_id.in_(own)),
        Goes("talk", talk.thread_messages, messages.author_id == person, empty),
        Goes("talk", talk.threads, begun, {"matter": None}),
        Goes("reads", talk.thread_reads, talk.thread_reads.c.person_id == person),
        Goes("limits", talk.writing_limits, talk.writing_limits.c.person_id == person),
        Goes("templates", talk.templates, talk.templates.c.person_id == person),
        Goes("answers", talk.poll_answers, talk.poll_answers.c.for_id == person),
        Goes("answers", talk.poll_turnout, talk.poll_turnout.c.for_id == person),
        Goes("answers", talk.poll_options, slots.taken_for == person, free),
        Goes("diary", talk.diary_signatures, or_(signed.guardian_id == person, signed.pupil_id == person)),
        Goes("receipts", talk.announcement_wards, or_(wards.person_id == person, wards.pupil_id == person)),
    )


class ErasureRows:
    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def ask(self, person: PersonId, by: PersonId, why: str) -> ErasureId | None:
        standing = exists().where(office.erasures.c.person_id == person, office.erasures.c.state == "asked")
        row = await self._tx.row(select(standing))
        if row and row[0]:
            return None
        asked = {"person_id": person, "asked_by": by, "why": why, "asked_at": self._tx.clock.now()}
        return ErasureId(await self._tx.add(insert(office.erasures).values(**asked)))

    async def asked(self) -> Sequence[Erasure]:
        return await asked_erasures(self._tx)

    async def goes(self, person: PersonId) -> Sequence[Counted]:
        counts = [
            select(literal(one.kind).label("kind"), func.count().label("rows")).select_from(one.table).where(one.where)
            for one in everything(person)
        ]
        summed: dict[str, int] = {}
        for row in await self._tx.rows(union_all(*counts)):
            summed[row.kind] = summed.get(row.kind, 0) + int(row.rows)
        return [Counted(kind, rows) for kind, rows in summed.items() if rows]

    async def stays(self, person: PersonId) -> Sequence[Staying]:
        marks, presence, results = journal.marks, attendance.attendance, grading.results
        enrolments, log, audit = school.enrolments, journal.change_log, office.audit_log
        kept = [
            _latest("marks", marks.c.day, marks.c.pupil_id == person),
            _latest("attendance", presence.c.day, presence.c.pupil_id == person),
            _latest("results", results.c.set_at, results.c.pupil_id == person),
            _latest("orders", enrolments.c.from_day, enrolments.c.pupil_id == person),
            _latest("changes", log.c.at, log.c.pupil_id == person),
            _latest("audit", audit.c.day, or_(audit.c.subject_id == person, audit.c.actor_id == person)),
        ]
        found = [row for row in await self._tx.rows(union_all(*kept)) if row.rows]
        return [Staying(row.kind, row.rows, date(row.year, row.month, 1)) for row in found]

    async def works_here(self, person: PersonId) -> bool:
        return await self._held(person, roles.role_grants.c.ended_at.is_(None))

    async def has_worked(self, person: PersonId) -> bool:
        return await self._held(person)

    async def erase(self, person: PersonId, *, keep_name: bool) -> None:
        """Accounts are ended first, so that nothing is made out for them any more."""
        now, mine = self._tx.clock.now(), roles.bindings.c.person_id == person
        ended = {"ended_at": now, "ended_why": "erased"}
        await self._tx.run(update(roles.bindings).where(mine, roles.bindings.c.ended_at.is_(None)).values(**ended))
        await self._tx.run(_conversations(person).values(state=None, body={}))
        for one in everything(person):
            await self._tx.run(one.statement())
        blank: dict[str, Any] = {"language": None, "birth_date": None, "external_number": None}
        if not keep_name:
            blank |= {"surname": GONE, "given": "", "patronymic": None, "name_norm": norm(GONE)}
        await self._tx.run(update(roles.people).where(roles.people.c.id == person).values(**blank))
        for topic in (ACCESS, LISTS, CONSENTS, ABSENCE_NOTES):
            self._tx.touch(topic)

    async def decide(self, erasure: ErasureId, state: str, by: PersonId, report: dict[str, Any] | None) -> bool:
        standing = update(office.erasures).where(office.erasures.c.id == erasure, office.erasures.c.state == "asked")
        decided = {"state": state, "decided_by": by, "decided_at": self._tx.clock.now(), "report": report}
        return await self._tx.run(standing.values(**decided)) == 1

    async def _held(self, person: PersonId, *more: ColumnElement[bool]) -> bool:
        row = await self._tx.row(select(exists().where(roles.role_grants.c.person_id == person, *more)))
        return bool(row and row[0])


class ErasureReads:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def asked(self) -> Sequence[Erasure]:
        return await asked_erasures(self._reader)


async def asked_erasures(reader: Reader) -> Sequence[Erasure]:
    erasures, people = office.erasures, roles.people
    asked = (
        select(erasures, people.c.surname, people.c.given, people.c.patronymic)
        .join(people, people.c.id == erasures.c.person_id)
        .where(erasures.c.state == "asked")
        .order_by(erasures.c.asked_at, erasures.c.id)
    )
    return [_erasure(row) for row in await reader.rows(asked)]


def _erasure(row: Row[Any]) -> Erasure:
    name = PersonName(row.surname, row.given, row.patronymic)
    return Erasure(ErasureId(row.id), PersonId(row.person_id), name, row.why, row.asked_at)


def _conversations(person: PersonId) -> Any:
    """Begun by the person, found by their keys; emptied, since which there are is remembered."""
    asked, bound = messaging.conversations, roles.bindings
    begins = asked.c.key.like(cast(bound.c.telegram_id, String).concat(":%"))
    return update(asked).where(exists().where(bound.c.person_id == person, begins))


def _latest(kind: str, moment: Any, where: ColumnElement[bool]) -> Any:
    last = (cast(extract(part, func.max(moment)), Integer).label(part) for part in ("year", "month"))
    return select(literal(kind).label("kind"), func.count().label("rows"), *last).where(where)
