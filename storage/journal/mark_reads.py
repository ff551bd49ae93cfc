"""What is read of marks beyond the lesson's screen: one mark and its history, debts, requests, touches."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, exists, or_, select

from domain.ids import DebtId, LessonId, MarkId, MarkRequestId, PersonId
from domain.journal.changed_marks import LoggedMark
from domain.journal.debts import DebtCard, OwedWork
from domain.journal.mark_pages import MarkAbout, MarkEvent, Touch, TouchCard
from domain.journal.mark_requests import MarkRequestCard, RequestState
from domain.journal.mark_writing import LOGGED
from domain.journal.ports import OpenDebt
from domain.roles.people import PersonName
from domain.school.timetable import LessonRef
from storage.executor import Reader
from storage.journal.marks import STANDING, standing_of
from storage.journal.places import DEBT, open_debt
from storage.tables.grading import debts, mark_requests
from storage.tables.journal import change_log, lessons, marks, work_kinds
from storage.tables.roles import people
from storage.tables.school import classes, enrolments, subjects

pupil, setter, asker, decider = (people.alias(name) for name in ("pupil", "setter", "asker", "decider"))
_retake = marks.alias("retake")
NAME = ("surname", "given", "patronymic")


class MarkReads:
    """Each answer is one statement."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def mark_about(self, mark: MarkId) -> MarkAbout | None:
        row = await self._reader.row(ABOUT.where(marks.c.id == mark))
        if row is None:
            return None
        return MarkAbout(
            standing=standing_of(row),
            pupil_name=_name(row, "pupil"),
            kind=row.kind,
            set_by=_name(row, "setter"),
            set_at=row.set_at,
            retaken=bool(row.retaken),
            asked=bool(row.asked),
        )

    async def mark_history(self, lesson: LessonId, of: PersonId, mark: MarkId) -> Sequence[MarkEvent]:
        rows = await self._reader.rows(
            HISTORY.where(change_log.c.lesson_id == lesson, change_log.c.pupil_id == of).order_by(change_log.c.id)
        )
        return [_event(row) for row in rows if (row.after or {}).get("mark") == mark]

    async def touch(self, mark: MarkId, version: int) -> Touch | None:
        row = next((row for row in await self._touched([mark]) if _made(row) == (mark, version)), None)
        if row is None or not _is_touch(row):
            return None
        before = row.before
        return Touch(
            standing_of(row),
            PersonId(before["by"]),
            version,
            before["value"],
            bool(before["taken_back"]),
            _decided(row),
        )

    async def touch_cards(self, touches: Collection[tuple[MarkId, int]]) -> Mapping[tuple[MarkId, int], TouchCard]:
        rows = await self._touched({mark for mark, _ in touches})
        cards = [_touch_card(row) for row in rows if _made(row) in touches and _is_touch(row)]
        return {(card.mark, card.version): card for card in cards}

    async def debts_of_lesson(self, ref: LessonRef) -> Mapping[PersonId, Sequence[OpenDebt]]:
        asked = select(debts.c.pupil_id, *DEBT).join(lessons, debts.c.lesson_id == lessons.c.id)
        asked = asked.where(lessons.c.entry_id == ref.entry, lessons.c.day == ref.day, debts.c.closed_at.is_(None))
        found: dict[PersonId, list[OpenDebt]] = {}
        for row in await self._reader.rows(asked.order_by(debts.c.id)):
            who = PersonId(row.pupil_id)
            found.setdefault(who, []).append(open_debt(row, who))
        return found

    async def debts_of_pupil(self, of: PersonId) -> Sequence[OwedWork]:
        asked = DEBTS.where(debts.c.pupil_id == of, debts.c.closed_at.is_(None))
        rows = await self._reader.rows(asked.order_by(debts.c.due_day, debts.c.id))
        return [OwedWork(row.subject, row.kind, row.day, row.due_day) for row in rows]

    async def debt_cards(self, ids: Collection[DebtId]) -> Mapping[DebtId, DebtCard]:
        rows = await self._reader.rows(DEBTS.where(debts.c.id.in_(ids)))
        return {DebtId(row.id): _debt_card(row) for row in rows}

    async def request_cards(self, ids: Collection[MarkRequestId]) -> Mapping[MarkRequestId, MarkRequestCard]:
        rows = await self._reader.rows(REQUESTS.where(mark_requests.c.id.in_(ids)))
        return {MarkRequestId(row.request): _request_card(row) for row in rows}

    async def open_requests(self) -> Sequence[MarkRequestCard]:
        asked = REQUESTS.where(mark_requests.c.state == RequestState.OPEN).order_by(mark_requests.c.id)
        return [_request_card(row) for row in await self._reader.rows(asked)]

    async def changes_since(self, since: datetime) -> Sequence[LoggedMark]:
        """What was first set is no change; the index of marks by when they were last set serves."""
        asked = CHANGED.where(marks.c.set_at >= since, marks.c.version > 1, change_log.c.at >= since)
        rows = await self._reader.rows(asked.order_by(marks.c.id, change_log.c.id))
        return [_logged(row) for row in rows if _made(row) is not None and _is_touch(row)]

    async def _touched(self, ids: Collection[MarkId]) -> Sequence[Row[Any]]:
        return await self._reader.rows(TOUCHED.where(marks.c.id.in_(ids)).order_by(change_log.c.id))


def _names(alias: Any, prefix: str) -> list[Any]:
    return [alias.c[column].label(f"{prefix}_{column}") for column in NAME]


def _name(row: Row[Any], prefix: str) -> PersonName:
    said = row._mapping
    return PersonName(*(said[f"{prefix}_{column}"] for column in NAME))


_waiting = exists().where(mark_requests.c.mark_id == marks.c.id, mark_requests.c.state == RequestState.OPEN)
_retaken = exists().where(_retake.c.retake_id == marks.c.id, _retake.c.taken_back.is_(False))
_kind = work_kinds.c.name.label("kind")
_subject = subjects.c.name.label("subject")

# Made once: putting them together costs more than running them.
ABOUT: Select[Any] = (
    STANDING.add_columns(_kind, *_names(pupil, "pupil"), *_names(setter, "setter"))
    .add_columns(_waiting.label("asked"), _retaken.label("retaken"))
    .join(work_kinds, marks.c.kind_id == work_kinds.c.id)
    .join(pupil, marks.c.pupil_id == pupil.c.id)
    .join(setter, marks.c.set_by == setter.c.id)
)
HISTORY: Select[Any] = (
    select(change_log.c.at, change_log.c.before, change_log.c.after, *_names(setter, "setter"))
    .outerjoin(setter, change_log.c.person_id == setter.c.id)
    .where(change_log.c.what == LOGGED)
)
TOUCHED: Select[Any] = (
    STANDING.add_columns(change_log.c.before, change_log.c.after, _kind, _subject)
    .add_columns(*_names(pupil, "pupil"), *_names(setter, "setter"))
    .join(
        change_log,
        and_(
            change_log.c.lesson_id == marks.c.lesson_id,
            change_log.c.pupil_id == marks.c.pupil_id,
            change_log.c.what == LOGGED,
        ),
    )
    .join(setter, change_log.c.person_id == setter.c.id)
    .join(work_kinds, marks.c.kind_id == work_kinds.c.id)
    .join(subjects, marks.c.subject_id == subjects.c.id)
    .join(pupil, marks.c.pupil_id == pupil.c.id)
)
CHANGED: Select[Any] = TOUCHED.add_columns(change_log.c.at, change_log.c.person_id)
DEBTS: Select[Any] = (
    select(debts, lessons.c.day, _subject, _kind, *_names(pupil, "pupil"))
    .join(lessons, debts.c.lesson_id == lessons.c.id)
    .join(subjects, lessons.c.subject_id == subjects.c.id)
    .join(work_kinds, debts.c.kind_id == work_kinds.c.id)
    .join(pupil, debts.c.pupil_id == pupil.c.id)
)
_seat_then = and_(
    enrolments.c.pupil_id == marks.c.pupil_id,
    enrolments.c.from_day <= marks.c.day,
    or_(enrolments.c.until_day.is_(None), enrolments.c.until_day >= marks.c.day),
)
"""The class in which the pupil sat when the mark was for."""
REQUESTS: Select[Any] = (
    select(mark_requests, mark_requests.c.id.label("request"), marks.c.value.label("now"), marks.c.taken_back)
    .add_columns(marks.c.day, _subject, _kind, classes.c.name.label("class_name"))
    .add_columns(*_names(pupil, "pupil"), *_names(asker, "asker"), *_names(decider, "decider"))
    .join(marks, mark_requests.c.mark_id == marks.c.id)
    .join(subjects, marks.c.subject_id == subjects.c.id)
    .join(work_kinds, marks.c.kind_id == work_kinds.c.id)
    .join(pupil, marks.c.pupil_id == pupil.c.id)
    .join(asker, mark_requests.c.asked_by == asker.c.id)
    .outerjoin(decider, mark_requests.c.decided_by == decider.c.id)
    .outerjoin(enrolments, _seat_then)
    .outerjoin(classes, enrolments.c.class_id == classes.c.id)
)


def _made(row: Row[Any]) -> tuple[MarkId, int] | None:
    """The mark and the version that a logged change brought about; None for one of another mark."""
    after = row.after or {}
    return (MarkId(row.id), after["version"]) if after.get("mark") == row.id and "version" in after else None


def _is_touch(row: Row[Any]) -> bool:
    """Of what another had set; changes of the words alone are none."""
    return "by" in (row.before or {})


def _decided(row: Row[Any]) -> bool:
    return "request" in (row.after or {})


def _shown(said: Mapping[str, Any] | None) -> str | None:
    """None: there is no mark, or it is taken back."""
    return said["value"] if said and "value" in said and not said["taken_back"] else None


def _event(row: Row[Any]) -> MarkEvent:
    after = row.after
    return MarkEvent(
        at=row.at,
        by=_name(row, "setter") if row.setter_surname is not None else None,
        before=_shown(row.before),
        after=_shown(after),
        words=(after["comment"] or "") if "comment" in after else None,
        why=after.get("why"),
        decided="request" in after,
    )


def _touch_card(row: Row[Any]) -> TouchCard:
    return TouchCard(
        mark=MarkId(row.id),
        version=row.after["version"],
        owner=PersonId(row.before["by"]),
        pupil_name=_name(row, "pupil"),
        subject=row.subject,
        kind=row.kind,
        before=_shown(row.before),
        after=_shown(row.after),
        by=_name(row, "setter"),
        decided=_decided(row),
        standing=row.version == row.after["version"],
    )


def _logged(row: Row[Any]) -> LoggedMark:
    return LoggedMark(
        mark=MarkId(row.id),
        pupil=PersonId(row.pupil_id),
        pupil_name=_name(row, "pupil"),
        subject=row.subject,
        at=row.at,
        owner=PersonId(row.before["by"]),
        by=PersonId(row.after.get("asked_by") or row.person_id),
        by_name=_name(row, "setter"),
        before=_shown(row.before),
        after=_shown(row.after),
    )


def _debt_card(row: Row[Any]) -> DebtCard:
    return DebtCard(
        debt=DebtId(row.id),
        pupil=PersonId(row.pupil_id),
        pupil_name=_name(row, "pupil"),
        subject=row.subject,
        kind=row.kind,
        day=row.day,
        due=row.due_day,
        version=row.version,
        ended=row.closed_at is not None,
        marked=row.mark_id is not None,
    )


def _request_card(row: Row[Any]) -> MarkRequestCard:
    return MarkRequestCard(
        request=MarkRequestId(row.request),
        mark=MarkId(row.mark_id),
        pupil_name=_name(row, "pupil"),
        class_name=row.class_name or "",
        subject=row.subject,
        kind=row.kind,
        day=row.day,
        now=None if row.taken_back else row.now,
        value=row.value,
        reason=row.reason,
        asked_by=PersonId(row.asked_by),
        asked_by_name=_name(row, "asker"),
        asked_at=row.asked_at,
        state=RequestState(row.state),
        decided_by=_name(row, "decider") if row.decider_surname is not None else None,
    )
