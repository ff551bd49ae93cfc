"""Read models of personal data: the audit log, incidents, one's own data, erasures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from domain.ids import ErasureId, IncidentId, PersonId
from domain.messaging.office_news import ErasureNews, IncidentNews, RetentionNews, Stage, TakenOutNews
from domain.roles.access import WATCHED
from domain.roles.audit import PER_PAGE, SPANS, AuditEntry, AuditPage, AuditQuestion, Side, WhoLooked
from domain.roles.erasures import KEPT, Counted, Erasure, Foreseen, Kept
from domain.roles.exports import ExportKind
from domain.roles.incidents import Incident
from domain.roles.people import Role
from handlers.roles import audit_screens, erasure_screens, incident_screens, own_data_screens
from storage.roles.erasures import everything
from tests import school
from tests.architecture import screen_samples as s

BOTH = (False, True)
CHANGES = (
    "mark", "attendance", "roll_call", "homework", "topic", "plan", "result", "closing", "remark", "debt",
    "mark_request", "absence_reason", "absence_note", "exemption", "movement", "list_confirmed", "lists",
    "lesson_change", "lesson_changes", "year_turn", "term", "bells", "calendar",
)  # fmt: skip
"""All that the change log calls a change."""
DEEDS = [*sorted(WATCHED), *ExportKind, *(f"changed_{one}" for one in CHANGES)]
ENTRY = AuditEntry(school.MORNING, s.NAME, frozenset({Role.DEPUTY, Role.TEACHER}), "see_pupil_diary", s.NAME, None, 3)
ENTRIES = [
    replace(
        ENTRY,
        what=what,
        subject=s.NAME if at % 3 else None,
        class_name="11А" if at % 2 else None,
        roles=ENTRY.roles if at % 4 else frozenset(),
        times=at + 1,
    )
    for at, what in enumerate(DEEDS)
]
ASKED = [
    AuditQuestion(days, PersonId(s.BIG) if side else None, side or Side.OF, what, page, changes)
    for days in SPANS
    for side in (None, *Side)
    for what in (None, "see_class_absences")
    for page in (0, 9999)
    for changes in BOTH
]
PAGES = [
    AuditPage(asked, s.NAME if asked.person else None, entries, more)
    for asked in ASKED
    for entries in ([], ENTRIES[:1], ENTRIES[:PER_PAGE])
    for more in BOTH
]
LOOKED = [
    WhoLooked(PersonId(s.BIG), s.NAME, entries, page, True) for entries in ([], ENTRIES[:PER_PAGE]) for page in (0, 9)
]
INCIDENT = Incident(IncidentId(s.BIG), s.text(1000), school.MORNING, s.NAME)
CLOSED = replace(INCIDENT, snapshot="snapshots/incident-1-2026-11-24-0840", closed_at=school.MORNING, closed_by=s.NAME)
ERASURE = Erasure(ErasureId(s.BIG), PersonId(s.BIG), s.NAME, "asked", school.MORNING)
GOES = [Counted(kind, 100) for kind in sorted({one.kind for one in everything(PersonId(1))})]
STAYS = [Kept(kind, 100, date(2051, 12, 31)) for kind in KEPT]
FORESEEN = [
    Foreseen(replace(ERASURE, why=why), goes, kept, bool(kept))
    for why in ("asked", "withdrawn", "retention")
    for goes, kept in (([], []), (GOES, STAYS))
]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    audit_screens.search: {"page": PAGES, "time": [s.TIME]},
    audit_screens.deeds: {"asked": ASKED[:2], "done": [[], DEEDS]},
    audit_screens.found: {"people": [{}, {PersonId(s.BIG + n): s.NAME for n in range(8)}]},
    audit_screens.who_looked: {"page": LOOKED, "own": BOTH, "time": [s.TIME]},
    incident_screens.none_open: {},
    incident_screens.ask_note: {"closing": BOTH},
    incident_screens.standing: {
        "incident": [INCIDENT, CLOSED],
        "now": [school.MORNING, school.MORNING + timedelta(hours=30), school.MORNING + timedelta(hours=100)],
    },
    incident_screens.closed: {"incident": [CLOSED]},
    incident_screens.draft: {"incident": [INCIDENT, CLOSED], "school": ["Школа № 1"]},
    incident_screens.incident_screen: {"news": [IncidentNews(CLOSED, stage) for stage in Stage]},
    incident_screens.taken_out_screen: {"news": [TakenOutNews(s.NAME, s.TODAY, count) for count in (1, 2, 10)]},
    incident_screens.erasure_news_screen: {"news": [ErasureNews(s.NAME)]},
    incident_screens.retention_screen: {"news": [RetentionNews(rows) for rows in (1, 1_000_000)]},
    own_data_screens.own_data: {
        "me": [PersonId(s.BIG)],
        "children": [[], [(PersonId(s.BIG), s.NAME)] * 3],
    },
    own_data_screens.ask_erasure: {},
    own_data_screens.erasure_asked: {"new": BOTH},
    erasure_screens.listed: {"erasures": [[], [ERASURE], [ERASURE] * 100], "time": [s.TIME]},
    erasure_screens.foreseen: {"seen": FORESEEN, "time": [s.TIME], "sure": BOTH},
    erasure_screens.erased: {"seen": FORESEEN},
}
