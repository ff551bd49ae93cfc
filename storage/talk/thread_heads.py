"""Heads of threads: about whom or what, as of a day."""

from typing import Any

from sqlalchemy import Date, Row, and_, bindparam, func, or_

from domain.ids import AnnouncementId, PersonId, SubjectId, ThreadId
from domain.roles.people import PersonName
from domain.talk.threads import Desk, ThreadHead, ThreadKind
from storage.tables.roles import people
from storage.tables.school import classes, enrolments, subjects
from storage.tables.talk import announcements, threads

SAID_OF_ANNOUNCEMENT = 80
"""Characters of an announcement that the head of an answer shows."""
DAY: Any = bindparam("day", type_=Date)
PUPIL = people.alias("pupil")
t = threads.c


def head_columns() -> tuple[Any, ...]:
    """Of a statement over threads joined by `with_heads`; read by `head_of`."""
    pupil = PUPIL.c
    return (
        t.id.label("thread_id"),
        t.kind,
        t.desk,
        t.pupil_id,
        pupil.surname.label("p_surname"),
        pupil.given.label("p_given"),
        pupil.patronymic.label("p_patronymic"),
        classes.c.name.label("class_name"),
        t.subject_id,
        subjects.c.name.label("subject"),
        t.matter,
        t.announcement_id,
        func.substr(announcements.c.text, 1, SAID_OF_ANNOUNCEMENT).label("announcement_text"),
    )


def with_heads(source: Any) -> Any:
    """Threads (in `source`) with their pupil, the class of the day `day`, subject and announcement."""
    seat = enrolments.c
    sits = and_(seat.pupil_id == t.pupil_id, seat.from_day <= DAY, or_(seat.until_day.is_(None), seat.until_day >= DAY))
    return (
        source.outerjoin(PUPIL, PUPIL.c.id == t.pupil_id)
        .outerjoin(enrolments, sits)
        .outerjoin(classes, classes.c.id == seat.class_id)
        .outerjoin(subjects, subjects.c.id == t.subject_id)
        .outerjoin(announcements, announcements.c.id == t.announcement_id)
    )


def head_of(row: Row[Any]) -> ThreadHead:
    pupil = PersonName(row.p_surname, row.p_given, row.p_patronymic) if row.p_surname is not None else None
    return ThreadHead(
        id=ThreadId(row.thread_id),
        kind=ThreadKind(row.kind),
        desk=Desk(row.desk) if row.desk else None,
        pupil=PersonId(row.pupil_id) if row.pupil_id is not None else None,
        pupil_name=pupil,
        class_name=row.class_name,
        subject_id=SubjectId(row.subject_id) if row.subject_id is not None else None,
        subject=row.subject,
        matter=row.matter,
        announcement=AnnouncementId(row.announcement_id) if row.announcement_id is not None else None,
        announcement_text=row.announcement_text,
    )
