"""Read models of marks in full: pads, one mark and its history, debts, requests, touched marks."""

from dataclasses import replace

from domain.ids import DebtId, LessonId, MarkId, MarkRequestId, PersonId, WorkKindId
from domain.journal.changed_marks import ChangedMark
from domain.journal.debts import DebtCard, OwedWork
from domain.journal.mark_pages import MarkAbout, MarkEvent, MarkPage, Pad, TouchCard
from domain.journal.mark_requests import MarkRequestCard, RequestState
from domain.journal.ports import LessonMark, OpenDebt, StandingMark
from domain.journal.retakes import MOST_OF_A_KIND, retake_of
from domain.journal.scale import CREDIT, FIVE_POINTS
from domain.messaging.contents import ChangedNews, DebtNews
from tests import school
from tests.architecture import screen_samples as s

BOTH = (False, True)
KIND, PUPIL = s.KINDS[0].id, s.SEATS[0].pupil
MARK = LessonMark(MarkId(s.BIG - 1), PUPIL, KIND, "2", 3, False, comment=s.text(300), set_by=PersonId(1))
RETAKE = LessonMark(MarkId(s.BIG), PUPIL, KIND, "5", 1, False, retake_of(1), retakes=MARK.id)
MANY = tuple(replace(MARK, id=MarkId(n), slot=n, comment=None) for n in range(1, MOST_OF_A_KIND + 1))
LESSON_PAGES = [
    *s.LESSON_PAGES,
    *(replace(s.LESSON_PAGES[4], marks={PUPIL: marks}) for marks in ((MARK, RETAKE), MANY)),
]
DEBT = OpenDebt(DebtId(s.BIG), PUPIL, KIND, s.TODAY + 7 * s.DAY, 1)
PADS = [Pad(FIVE_POINTS), Pad(CREDIT), Pad(FIVE_POINTS, {PUPIL: (DEBT, replace(DEBT, kind=WorkKindId(s.BIG - 1)))})]
ABOUT = MarkAbout(
    StandingMark(MARK, LessonId(s.BIG), s.LESSON.ref), s.NAME, s.KINDS[0].name, s.NAME, school.MORNING, False, False
)
GONE = replace(ABOUT, standing=replace(ABOUT.standing, mark=replace(MARK, taken_back=True, comment=None)))
ONE_MARK = [
    MarkPage(about, s.LESSON, scale, changes)
    for about in (ABOUT, GONE, replace(ABOUT, retaken=True, asked=True))
    for scale in (FIVE_POINTS, CREDIT)
    for changes in (False, True)
]
EVENTS = [
    MarkEvent(school.MORNING, s.NAME, before, after, words, why, decided=why is not None)
    for before in (None, "4")
    for after in (None, "5")
    for words in (None, "", s.text(300))
    for why in (None, s.text(300))
] + [MarkEvent(school.MORNING, None, None, "5")]
REQUEST = MarkRequestCard(
    MarkRequestId(s.BIG), MARK.id, s.NAME, "11А", s.SUBJECT.name, s.KINDS[0].name, s.TODAY, "2", "5", s.text(300),
    PersonId(1), s.NAME, school.MORNING, RequestState.OPEN,
)  # fmt: skip
REQUESTS = [
    replace(REQUEST, now=now, value=value, state=state, decided_by=s.NAME if state is not RequestState.OPEN else None)
    for now in (None, "2")
    for value in (None, "5")
    for state in RequestState
] + [replace(REQUEST, class_name="")]
TOUCH = TouchCard(
    MARK.id, 2, PersonId(1), s.NAME, s.SUBJECT.name, s.KINDS[0].name, "5", "2", s.NAME, decided=False, standing=True
)
CHANGED = tuple(
    ChangedMark(MarkId(s.BIG - n), s.NAME, "11А" if n else "", s.SUBJECT.name, before, after, s.NAME)
    for n, (before, after) in enumerate([("4", "5"), (None, "незач"), ("2", None)] * 12)
)
CHANGES = [ChangedNews(s.TODAY, CHANGED[:n]) for n in (1, 2, 36)]
TOUCHES = [
    replace(TOUCH, before=before, after=after, decided=decided, standing=standing)
    for before in (None, "5")
    for after in (None, "2")
    for decided in BOTH
    for standing in BOTH
]
OWED = [OwedWork(s.SUBJECT.name, s.KINDS[0].name, s.TODAY, s.TODAY + n * s.DAY) for n in range(14)]
DEBT_CARD = DebtCard(
    DebtId(s.BIG),
    PUPIL,
    s.NAME,
    s.SUBJECT.name,
    s.KINDS[0].name,
    s.TODAY,
    s.TODAY + s.DAY,
    1,
    ended=False,
    marked=False,
)
DEBTS = [DebtNews(replace(DEBT_CARD, ended=ended), own, again) for ended in BOTH for own in BOTH for again in BOTH]
