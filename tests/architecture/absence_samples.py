"""Absences to draw screens with: announced, missed, doubtful; plain, and as long as people can make them."""

from dataclasses import replace
from datetime import timedelta

from domain.attendance.answers import Answer
from domain.attendance.contradictions import Contradiction, Doubtful
from domain.attendance.missed import MissedDay, MissedLesson, Reason, totals
from domain.attendance.notes import AbsenceNote, NoteCard, NoteReason, Paper, Span
from domain.attendance.pages import ClassAbsences, Period, PupilAbsences
from domain.attendance.ports import RollCallSheet
from domain.attendance.presence import Presence
from domain.ids import LessonId, NoteId, PersonId
from domain.messaging.contents import NoteNews
from tests.architecture import screen_samples as s

BIG, TODAY = PersonId(s.BIG), s.TODAY
SPANS = [
    Span(TODAY, TODAY),
    Span(TODAY, TODAY + timedelta(days=4)),
    Span(TODAY, TODAY, 2),
    Span(TODAY, TODAY, None, 3),
    Span(TODAY, TODAY, 3, 3),
    Span(TODAY, TODAY + timedelta(days=4), 3, 5),
]
NOTES = [
    AbsenceNote(NoteId(s.BIG), BIG, span, reason, words, paper, BIG, 1, cancelled)
    for span in SPANS
    for reason, words in ((NoteReason.ILL, None), (NoteReason.OTHER, s.text(300)))
    for paper in (None, Paper("photo", "f"))
    for cancelled in (False, True)
] + [AbsenceNote(NoteId(s.BIG), BIG, SPANS[0], reason, None, None, BIG) for reason in NoteReason]
CARDS = [NoteCard(note, s.NAME, "11А", s.NAME) for note in NOTES]
NEWS = [NoteNews(card, correction) for card in CARDS for correction in (False, True)]
DAYS_AHEAD = [TODAY + timedelta(days=n) for n in range(5)]
ALARMS = [replace(s.CARD, answer=Answer.UNKNOWN, taken_by=by) for by in (None, s.NAME)]
TAKEN = ALARMS[1:]
PRESET = [RollCallSheet(None, False, announced={seat.pupil: NOTES[0] for seat in s.SEATS})]
MISSED = [
    MissedLesson(LessonId(s.BIG), BIG, TODAY, n, s.SUBJECT.name, status, minutes, answer, settled)
    for n, (status, minutes, answer, settled) in enumerate(
        [
            (Presence.ABSENT, None, None, None),
            (Presence.ABSENT, None, Answer.UNKNOWN, Reason.UNEXCUSED),
            (Presence.ILL, None, None, None),
            (Presence.EXCUSED, None, None, None),
            (Presence.LATE, 1, None, None),
            (Presence.LATE, 3, None, None),
            (Presence.LATE, 10, None, None),
            (Presence.LATE, None, None, None),
        ],
        1,
    )
]
MISSED_DAYS = [
    MissedDay(BIG, s.NAME, TODAY - timedelta(days=n), lessons, note)
    for n, (lessons, note) in enumerate(
        [
            (tuple(MISSED), NOTES[2]),
            (tuple(MISSED[:1]), None),
            (tuple(MISSED[1:2]), None),
            (tuple(MISSED[2:3]), NOTES[0]),
            (tuple(MISSED[4:]), None),
        ]
        * 12
    )
]
PUPIL_PAGES = [
    PupilAbsences(BIG, s.NAME, "11А", TODAY, TODAY, tuple(days), totals(days), tuple(notes))
    for days, notes in (([], []), (MISSED_DAYS[:1], NOTES[:1]), (MISSED_DAYS, NOTES[:10]))
]
DOUBTS = tuple(Contradiction(kind, BIG, s.NAME, TODAY, (1, 2, 3)) for kind in Doubtful)
CLASS_PAGES = [
    ClassAbsences(
        s.CLASS, period, TODAY, TODAY, tuple(days), totals(days), ((s.NAME, totals(days)),) * many, doubts, settles
    )
    for period in Period
    for days, many, doubts in (([], 0, ()), (MISSED_DAYS[:2], 1, DOUBTS), (MISSED_DAYS, 40, DOUBTS * 13))
    for settles in (False, True)
]
