"""Something of everything that people say to each other, as rows: written at one instant, by and about the Ivanovs."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Table, insert

from domain.ids import PersonId
from storage.database import Database
from storage.tables import messaging, talk
from tests import school

MOTHER_SAID, TEACHER_SAID = 501, 502
THREAD, ANSWERING, ANNOUNCEMENT, POLL, ANONYMOUS = 301, 302, 401, 601, 602
WEEK = date(2026, 11, 23)


async def put_talk(database: Database, at: datetime) -> None:
    """Mother and class teacher in a thread with files and rewordings; an answer to an announcement; two polls; slots;
    a template, a limit, a handover, signatures."""
    async with database.begin() as tx:
        for table, rows in (*_announcements(at), *_threads(at), *_polls(at), *_beside(at)):
            await tx.run(insert(table), rows)


Rows = list[tuple[Table, list[dict[str, Any]]]]


def _announcements(at: datetime) -> Rows:
    sent = {"sender_id": school.CLASS_TEACHER_7A, "sender_account_id": school.account_of(school.CLASS_TEACHER_7A)}
    about = {**sent, "class_id": school.CLASS_7A, "audience": "guardians", "text": "Собрание", "made_at": at}
    hold = {"scope": "announcement:1", "kind": "announcement", "announcement_id": ANNOUNCEMENT, "made_at": at}
    return [
        (
            talk.announcements,
            [{**about, "id": ANNOUNCEMENT, "draft_key": "a"}, {**about, "id": ANNOUNCEMENT + 1, "draft_key": "b"}],
        ),
        (talk.announcement_versions, [{"announcement_id": ANNOUNCEMENT, "version": 1, "text": "Сбор", "until": at}]),
        (
            talk.announcement_receipts,
            [{"announcement_id": ANNOUNCEMENT, "person_id": one} for one in (school.MOTHER, school.FATHER)],
        ),
        (
            talk.announcement_wards,
            [{"announcement_id": ANNOUNCEMENT, "person_id": school.MOTHER, "pupil_id": school.IVANOV}],
        ),
        (messaging.holds, [{**hold, "away": 0, "size": 200, "state": "dropped"}]),
    ]


def _threads(at: datetime) -> Rows:
    thread = {"pupil_id": school.IVANOV, "opened_by": school.MOTHER, "opened_at": at, "last_at": at}
    member = {"thread_id": THREAD, "joined_at": at}
    return [
        (
            talk.threads,
            [
                {**thread, "id": THREAD, "kind": "guardian", "matter": "Про поездку", "announcement_id": None},
                {**thread, "id": ANSWERING, "kind": "answer", "matter": None, "announcement_id": ANNOUNCEMENT},
            ],
        ),
        (
            talk.thread_members,
            [
                {**member, "person_id": school.MOTHER, "party": "asking", "side": "family"},
                {**member, "person_id": school.CLASS_TEACHER_7A, "party": "asked", "side": "staff"},
            ],
        ),
        (
            talk.thread_messages,
            [
                _said(MOTHER_SAID, school.MOTHER, "asking", "Петя поедет", at, entities=[_bold()]),
                _said(TEACHER_SAID, school.CLASS_TEACHER_7A, "asked", "Записала", at, reply_to_id=MOTHER_SAID),
            ],
        ),
        (
            talk.thread_message_versions,
            [{"message_id": MOTHER_SAID, "version": 1, "text": "Петя едет", "entities": None, "until": at}],
        ),
        (
            talk.talk_files,
            [
                {"message_id": MOTHER_SAID, "position": 0, "kind": "document", "file_id": "F1", "file_name": "спр.pdf"},
                {"message_id": TEACHER_SAID, "position": 0, "kind": "photo", "file_id": "F2", "file_name": None},
            ],
        ),
        (talk.talk_files, [{"announcement_id": ANNOUNCEMENT, "position": 0, "kind": "photo", "file_id": "F3"}]),
        (
            talk.thread_reads,
            [{"thread_id": THREAD, "person_id": school.MOTHER, "read_to": TEACHER_SAID, "read_at": at}],
        ),
    ]


def _polls(at: datetime) -> Rows:
    slot = {"poll_id": POLL, "starts_at": at, "ends_at": at + timedelta(minutes=15)}
    taken = {"taken_for": school.IVANOV, "taken_by": school.MOTHER, "taken_at": at}
    answer = {"poll_id": POLL, "by_id": school.MOTHER, "at": at}
    return [
        (
            talk.polls,
            [
                {"id": POLL, "announcement_id": ANNOUNCEMENT, "kind": "one", "per": "child", "named": True},
                {"id": ANONYMOUS, "announcement_id": ANNOUNCEMENT + 1, "kind": "one", "per": "person", "named": False},
            ],
        ),
        (
            talk.poll_options,
            [
                {**slot, "id": 701, "position": 0, **taken},
                {**slot, "id": 702, "position": 1, **taken, "taken_for": school.PETROVA},
            ],
        ),
        (
            talk.poll_answers,
            [
                {**answer, "for_id": school.IVANOV, "option_id": 701},
                {**answer, "for_id": school.MOTHER, "option_id": None},
            ],
        ),
        (talk.poll_turnout, [{"poll_id": ANONYMOUS, "for_id": school.MOTHER}]),
        (talk.poll_tallies, [{"poll_id": ANONYMOUS, "answer": "1", "votes": 1}]),
    ]


def _beside(at: datetime) -> Rows:
    account = school.account_of(school.MOTHER)
    sent = {"event": "talk:1", "version": 1, "account_id": account, "kind": "talk", "body": {}, "state": "sent"}
    when = {"made_at": at, "not_before": at, "finished_at": at, "priority": 39, "id": 801}
    limited = {"limited_by": school.ADMIN, "limited_at": at, "lifted_by": school.ADMIN, "lifted_at": at}
    handed = {"from_id": school.CLASS_TEACHER_7A, "to_id": school.ALGEBRA_TEACHER, "made_by": school.DEPUTY}
    return [
        (messaging.outbox, [{**sent, **when}]),
        (talk.talk_arrivals, [{"account_id": account, "message_id": 9, "outbox_id": 801}]),
        (talk.writing_limits, [{"person_id": school.MOTHER, "reason": "Много пишет", **limited}]),
        (talk.templates, [{"person_id": school.CLASS_TEACHER_7A, "text": "Не сдана {работа}", "made_at": at}]),
        (
            talk.handovers,
            [{**handed, "history_from": WEEK, "from_day": WEEK, "until_day": WEEK, "made_at": at}],
        ),
        (
            talk.diary_signatures,
            [
                {"pupil_id": pupil, "week": WEEK, "guardian_id": guardian, "signed_at": at}
                for pupil, guardian in ((school.IVANOV, school.MOTHER), (school.IVANOVA_MASHA, school.FATHER))
            ],
        ),
    ]


def _said(number: int, author: PersonId, party: str, text: str, at: datetime, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "thread_id": THREAD,
        "author_id": author,
        "party": party,
        "text": text,
        "entities": None,
        "written_at": at,
        "reply_to_id": None,
        "source_account_id": school.account_of(author),
        "source_message_id": number,
        **more,
    }


def _bold() -> dict[str, Any]:
    return {"style": "bold", "offset": 0, "length": 4, "url": None}
