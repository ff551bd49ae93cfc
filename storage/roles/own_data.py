"""What is held of a person, table by table: which columns, found by which; and what is left out, with the reason.

A test walks the schema: a table with a person in it stands in `TOLD` or in `LEFT_OUT`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, Table, bindparam, select

from domain.ids import PersonId
from domain.roles.own_data import Section
from domain.roles.people import PersonName
from storage.executor import Reader
from storage.tables import (
    attendance,
    control,
    curriculum,
    grading,
    journal,
    messaging,
    metadata,
    office,
    roles,
    school,
    talk,
)

STAFF_WORK = "what staff have done in the journal: it is of the school and of pupils"
LEFT_OUT = {
    "announcement_wards": "for which child an announcement was; the announcement itself is told",
    "announcements": STAFF_WORK,
    "brought_files": STAFF_WORK,
    "consent_texts": STAFF_WORK,
    "curriculum_plans": STAFF_WORK,
    "documents": STAFF_WORK,
    "handovers": STAFF_WORK,
    "holds": STAFF_WORK,
    "homework": STAFF_WORK,
    "incidents": STAFF_WORK,
    "inspections": STAFF_WORK,
    "journal_rules": STAFF_WORK,
    "lesson_changes": STAFF_WORK,
    "lessons": STAFF_WORK,
    "list_confirmations": STAFF_WORK,
    "mark_requests": "what staff ask of each other about a mark; the mark and its changes are told",
    "poll_options": "slots that are taken are told as answers",
    "poll_turnout": "that a poll without names was answered; what was answered is not known to anybody",
    "talk_arrivals": "numbers of messages in the person's own chat",
    "thread_reads": "how far the person has read what is told as threads",
    "threads": "told by its messages and members: what others said there is theirs, also about a child",
    "term_closings": STAFF_WORK,
    "timetable_entry_teachers": "the timetable, which the whole school reads",
}


@dataclass(frozen=True, slots=True)
class Told:
    """`by`: the column that says whose row it is, by itself or through `OWNERS`; `shows`: columns, where a reference is
    told by its name."""

    table: Table
    by: str
    shows: tuple[str, ...]


TOLD = (
    Told(
        roles.people,
        "id",
        ("surname", "given", "patronymic", "birth_date", "external_number", "language", "created_at"),
    ),
    Told(roles.role_grants, "person_id", ("role", "granted_at", "ended_at")),
    Told(roles.guardianships, "guardian_id", ("relation", "restricted_at", "restricted_order")),
    Told(
        roles.bindings,
        "person_id",
        ("telegram_id", "account_name", "roles", "bound_at", "last_seen_at", "ended_at", "ended_why"),
    ),
    Told(roles.access_codes, "person_id", ("roles", "issued_at", "expires_at", "used_at", "revoked_at")),
    Told(roles.consents, "person_id", ("version", "accepted", "full_name", "at")),
    Told(messaging.person_settings, "person_id", ("digest_at", "quiet_from", "quiet_until", "lesson_bell", "discreet")),
    Told(messaging.preferences, "person_id", ("kind", "mode")),
    Told(office.staff_pins, "person_id", ("set_at",)),
    Told(school.class_teachers, "person_id", ("class_id", "from_day", "until_day")),
    Told(school.teaching_loads, "teacher_id", ("subject_id", "class_id", "hours_week")),
    Told(office.teacher_absences, "teacher_id", ("from_day", "until_day", "reason", "noted_at")),
    Told(school.enrolments, "pupil_id", ("class_id", "from_day", "until_day", "order_number")),
    Told(school.study_group_members, "pupil_id", ("group_id",)),
    Told(
        office.movements,
        "pupil_id",
        ("kind", "from_class_id", "to_class_id", "day", "order_number", "note", "state", "proposed_at", "decided_at"),
    ),
    Told(
        curriculum.pupil_subjects,
        "pupil_id",
        ("subject_id", "kind", "from_day", "until_day", "order_number", "taken_back"),
    ),
    Told(
        journal.marks,
        "pupil_id",
        ("day", "subject_id", "kind_id", "value", "comment", "taken_back", "late", "set_by", "set_at"),
    ),
    Told(
        grading.results,
        "pupil_id",
        ("subject_id", "class_id", "kind", "number", "value", "average", "reason", "taken_back", "set_by", "set_at"),
    ),
    Told(grading.debts, "pupil_id", ("lesson_id", "kind_id", "due_day", "comment", "set_by", "set_at", "closed_at")),
    Told(attendance.attendance, "pupil_id", ("day", "lesson_id", "status", "minutes", "noted_by", "noted_at")),
    Told(attendance.absence_answers, "pupil_id", ("lesson_id", "answer", "at", "reacted_by", "reacted_at")),
    Told(attendance.absence_notes, "pupil_id", ("from_day", "until_day", "reason", "words", "made_at", "cancelled_at")),
    Told(attendance.absence_reasons, "pupil_id", ("lesson_id", "reason", "settled_by", "settled_at")),
    Told(journal.remarks, "pupil_id", ("day", "kind", "text", "written_by", "written_at", "taken_back_at")),
    Told(journal.homework_pupils, "pupil_id", ("homework_id",)),
    Told(journal.homework_ticks, "pupil_id", ("homework_id", "done_at")),
    Told(talk.announcement_receipts, "person_id", ("announcement_id", "acknowledged_at")),
    Told(talk.poll_answers, "for_id", ("option_id", "number", "by_id", "at")),
    Told(talk.thread_members, "person_id", ("thread_id", "joined_at", "left_at")),
    Told(talk.thread_messages, "author_id", ("thread_id", "text", "written_at", "edited_at")),
    Told(talk.thread_message_versions, "message_id", ("text", "until")),
    Told(talk.talk_files, "message_id", ("kind", "file_name")),
    Told(talk.templates, "person_id", ("text", "made_at", "used_at")),
    Told(talk.writing_limits, "person_id", ("reason", "limited_at", "lifted_at")),
    Told(talk.diary_signatures, "guardian_id", ("pupil_id", "week", "signed_at")),
    Told(office.document_acknowledgements, "person_id", ("document_id", "at")),
    Told(messaging.outbox, "account_id", ("kind", "made_at", "finished_at", "state")),
    Told(journal.change_log, "pupil_id", ("at", "what", "lesson_id", "before", "after", "person_id")),
    Told(
        control.inspection_remarks,
        "teacher_id",
        ("finding", "class_id", "subject_id", "day", "text", "due_day", "state", "made_at"),
    ),
    Told(office.audit_log, "subject_id", ("day", "what", "times", "actor_id")),
    Told(office.erasures, "person_id", ("why", "asked_at", "state", "decided_at")),
)
OWNERS = {"account_id": roles.bindings.c.person_id, "message_id": talk.thread_messages.c.author_id}
"""Of a column that names no person: whose that account, that message is."""
NAMES = {
    "classes": ("name",),
    "subjects": ("name",),
    "work_kinds": ("name",),
    "study_groups": ("name",),
    "homework": ("text",),
    "announcements": ("text",),
    "documents": ("title",),
    "poll_options": ("text", "starts_at"),
    "threads": ("matter",),
    "people": ("surname", "given", "patronymic"),
    "lessons": ("day", "position"),
}
"""By which columns a row that is referred to is told."""


class OwnDataReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def held_of(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Sequence[Section]]:
        found: dict[PersonId, list[Section]] = {}
        for number, told in enumerate(TOLD):
            by_person: dict[PersonId, list[Mapping[str, Any]]] = {}
            for row in await self._reader.rows(_asked(number), {"persons": list(persons)}):
                by_person.setdefault(PersonId(row.whose), []).append(_shown(told, row))
            for person, rows in by_person.items():
                found.setdefault(person, []).append(Section(told.table.name, rows))
        return found


def label(column: str) -> str:
    """As the file names it: `class_id` is a class."""
    return column.removesuffix("_id")


@cache
def _asked(number: int) -> Select[Any]:
    """Made once: putting them together costs more than running them."""
    told = TOLD[number]
    table = told.table
    whose: Any = table.c[told.by]
    joined: Any = table
    if told.by in OWNERS:
        owner = OWNERS[told.by]
        joined = joined.join(owner.table, owner.table.c.id == whose)
        whose = owner
    columns = [whose.label("whose")]
    for name in told.shows:
        target = _referred(table, name)
        if target is None:
            columns.append(table.c[name].label(name))
            continue
        other = target.alias(f"of_{name}")
        joined = joined.outerjoin(other, other.c.id == table.c[name])
        columns += [other.c[part].label(f"{name}_{part}") for part in NAMES[target.name]]
    asked = select(*columns).select_from(joined)
    return asked.where(whose.in_(bindparam("persons", expanding=True))).order_by(*table.primary_key.columns)


def _referred(table: Table, column: str) -> Table | None:
    key = next(iter(table.c[column].foreign_keys), None)
    return metadata.tables[key.column.table.name] if key is not None else None


def _shown(told: Told, row: Row[Any]) -> Mapping[str, Any]:
    return {label(name): _value(told.table, name, row) for name in told.shows}


def _value(table: Table, name: str, row: Row[Any]) -> Any:
    target, found = _referred(table, name), row._mapping
    if target is None:
        return _plain(found[name])
    parts = [found[f"{name}_{part}"] for part in NAMES[target.name]]
    if parts[0] is None:
        return None
    if target.name == "people":
        return PersonName(*parts).short
    return ", ".join(str(_plain(part)) for part in parts)


def _plain(value: Any) -> Any:
    """As JSON has it."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value
