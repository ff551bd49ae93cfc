"""Absences that guardians have announced, as they are written and read."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, and_, bindparam, insert, or_, select, update

from domain.attendance.notes import AbsenceNote, NoteCard, NoteReason, Paper, Span
from domain.ids import NoteId, PersonId
from domain.roles.people import PersonName
from storage.executor import Reader, Writer
from storage.tables.attendance import absence_notes
from storage.tables.roles import people
from storage.tables.school import classes, enrolments
from storage.topics import ABSENCE_NOTES

n = absence_notes.c
author = people.alias("author")


class NoteRows:
    """Inside a transaction."""

    def __init__(self, tx: Writer) -> None:
        self._tx = tx

    async def standing(self, pupil: PersonId, span: Span) -> AbsenceNote | None:
        same = (n.pupil_id == pupil, n.from_day == span.first, n.until_day == span.last, n.cancelled_at.is_(None))
        rows = await self._tx.rows(select(absence_notes).where(*same).order_by(n.id))
        return next((note for note in map(note_of, rows) if note.span == span), None)

    async def get(self, number: NoteId) -> AbsenceNote | None:
        row = await self._tx.row(select(absence_notes).where(n.id == number))
        return note_of(row) if row else None

    async def add(self, note: AbsenceNote) -> NoteId:
        self._tx.touch(ABSENCE_NOTES)
        row = {"pupil_id": note.pupil, "made_at": self._tx.clock.now(), **_columns(note)}
        return NoteId(await self._tx.add(insert(absence_notes).values(**row)))

    async def put(self, note: AbsenceNote) -> None:
        self._tx.touch(ABSENCE_NOTES)
        cancelled = self._tx.clock.now() if note.cancelled else None
        changed = update(absence_notes).where(n.id == note.id)
        await self._tx.run(changed.values(version=note.version, cancelled_at=cancelled, **_columns(note)))


async def notes_of(reader: Reader, pupils: Collection[PersonId], first: date, last: date) -> Sequence[AbsenceNote]:
    """Standing ones that touch these days, by their first day."""
    rows = await reader.rows(OF_PUPILS, {"pupils": list(pupils), "first": first, "last": last})
    return [note_of(row) for row in rows]


async def note_cards(reader: Reader, numbers: Collection[NoteId]) -> Mapping[NoteId, NoteCard]:
    rows = await reader.rows(CARDS, {"numbers": list(numbers)}) if numbers else ()
    return {NoteId(row.id): _card(row) for row in rows}


def by_pupil(notes: Iterable[AbsenceNote]) -> Mapping[PersonId, Sequence[AbsenceNote]]:
    grouped: dict[PersonId, list[AbsenceNote]] = {}
    for note in notes:
        grouped.setdefault(note.pupil, []).append(note)
    return grouped


def note_of(row: Row[Any]) -> AbsenceNote:
    return AbsenceNote(
        id=NoteId(row.id),
        pupil=PersonId(row.pupil_id),
        span=Span(row.from_day, row.until_day, row.from_position, row.until_position),
        reason=NoteReason(row.reason),
        words=row.words,
        paper=Paper(row.file_kind, row.file_id) if row.file_id else None,
        by=PersonId(row.made_by),
        version=row.version,
        cancelled=row.cancelled_at is not None,
    )


def _columns(note: AbsenceNote) -> dict[str, Any]:
    return {
        "from_day": note.span.first,
        "until_day": note.span.last,
        "from_position": note.span.start,
        "until_position": note.span.end,
        "reason": note.reason.value,
        "words": note.words,
        "file_id": note.paper.file_id if note.paper else None,
        "file_kind": note.paper.kind if note.paper else None,
        "made_by": note.by,
    }


def _cards() -> Any:
    """The class is the one in which the pupil sits on the note's first day."""
    seat = enrolments.c
    in_class = and_(
        seat.pupil_id == n.pupil_id,
        seat.from_day <= n.from_day,
        or_(seat.until_day.is_(None), seat.until_day >= n.from_day),
    )
    return (
        select(absence_notes, classes.c.name.label("class_name"), people.c.surname, people.c.given, people.c.patronymic)
        .add_columns(author.c.surname.label("by_surname"), author.c.given.label("by_given"))
        .add_columns(author.c.patronymic.label("by_patronymic"))
        .select_from(
            absence_notes.join(people, n.pupil_id == people.c.id)
            .join(author, n.made_by == author.c.id)
            .outerjoin(enrolments, in_class)
            .outerjoin(classes, seat.class_id == classes.c.id)
        )
        .where(n.id.in_(bindparam("numbers", expanding=True)))
    )


def _card(row: Row[Any]) -> NoteCard:
    name = PersonName(row.surname, row.given, row.patronymic)
    by = PersonName(row.by_surname, row.by_given, row.by_patronymic)
    return NoteCard(note_of(row), name, row.class_name or "", by)


# Made once: putting them together costs more than running them.
ON_DAY = (
    select(absence_notes)
    .where(n.until_day >= bindparam("day"), n.from_day <= bindparam("day"), n.cancelled_at.is_(None))
    .order_by(n.id)
)
OF_PUPILS = (
    select(absence_notes)
    .where(n.pupil_id.in_(bindparam("pupils", expanding=True)), n.cancelled_at.is_(None))
    .where(n.until_day >= bindparam("first"), n.from_day <= bindparam("last"))
    .order_by(n.from_day, n.id)
)
CARDS = _cards()
