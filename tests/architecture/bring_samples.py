"""Read models of files that were brought, for the screens that draw them: plain ones, and as long as they come."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from domain.ids import BroughtFileId, YearId
from domain.school.bringing import Looked, Undone, Way
from domain.school.bringing_room import FileKind
from domain.school.importing.comparing import Comparison
from domain.school.importing.importing import ImportReport
from domain.school.importing.plan import Kind, Missing, Plan, Tally
from domain.school.importing.remarks import About, Doubt, Expected, Mistake, Note, Why
from domain.school.importing.sheets import Place
from domain.school.importing.timetable import TimetableOutcome
from handlers.school import bring_screens as bring
from tests.architecture import screen_samples as s

WHOLE = Tally()
for kind in Kind:
    WHOLE.new[kind] = 240
    WHOLE.changes(kind, 7)
    WHOLE.meets(kind, 8)
PLACE = Place(s.text(80), s.text(31), 100_000, 300)
MISTAKES = tuple(Mistake(PLACE, s.text(3000), one, s.text(300), s.text(80)) for one in Expected)
DOUBTS = tuple(Doubt(PLACE, s.text(250), one, s.text(500)) for one in Why) * 3
NOTES = tuple(Note(one, PLACE, s.text(4000)) for one in About)
MISSING = tuple(Missing(one, s.text(250), "11 «Б» медицинский") for one in (Kind.PUPILS, Kind.LOAD)) * 20


def _report(tally: Tally, *, written: bool = False, whole: bool = False) -> ImportReport:
    notes, doubts, missing = (NOTES, DOUBTS, MISSING) if whole else ((), (), ())
    lists = Comparison(Plan(YearId(1), s.TODAY), tally, (), doubts, notes, missing)
    return ImportReport(written, lists, (), (), doubts, notes)


STAFF = (Missing(Kind.STAFF, s.text(250)),)
PLAIN = Looked(BroughtFileId(s.BIG), s.text(100), FileKind.LISTS, _report(WHOLE), ())
WEEK = replace(_report(Tally()), timetables=(TimetableOutcome(s.TODAY, 400, 12, 8),))
LOOKED = [
    PLAIN,
    replace(PLAIN, report=_report(Tally())),
    replace(PLAIN, report=_report(Tally(), whole=True)),
    replace(PLAIN, report=_report(WHOLE, whole=True), stale=True),
    replace(PLAIN, report=replace(_report(Tally()), mistakes=MISTAKES[:1])),
    replace(PLAIN, report=replace(_report(WHOLE, whole=True), mistakes=MISTAKES), stale=True),
    replace(PLAIN, report=replace(_report(WHOLE), lists=replace(_report(WHOLE).lists, missing=STAFF))),
    replace(PLAIN, kind=FileKind.TIMETABLE, report=WEEK),
]
HANGING = dict.fromkeys((*bring.HANGING, "audit_log"), 5)
UNDONE = [
    Undone(s.text(100), {}, {}),
    Undone(s.text(100), dict.fromkeys(Kind, 12), {}),
    Undone(s.text(100), {}, HANGING),
]
SAMPLES: Mapping[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    bring.how: {"way": [Way(False), Way(True), Way(True, (BroughtFileId(s.BIG), s.text(100)))]},
    bring.waits: {},
    bring.looked: {"one": LOOKED},
    bring.applied: {"one": LOOKED[:1] + LOOKED[-1:], "until": [datetime(2026, 11, 25, 8, 40, tzinfo=UTC)]},
    bring.left: {},
    bring.undone: {"one": UNDONE},
    bring.choose_class: {"classes": [[], s.CLASSES]},
}
