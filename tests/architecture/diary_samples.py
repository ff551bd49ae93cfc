"""Read models for the diary's screens: plain ones, and as long as a school can make them."""

from dataclasses import replace
from decimal import Decimal

from domain.ids import ExemptionId, HomeworkId, MarkId, PersonId
from domain.journal.day_page import DayMark, DayPresence, DiaryDay, DiaryLesson, DiaryPage
from domain.journal.debts import OwedWork
from domain.journal.dynamics import AverageOn
from domain.journal.homework_after import AfterLesson
from domain.journal.homework_meant import Understood
from domain.journal.overload import (
    NOTHING_TOO_MUCH,
    EdgeOfDay,
    Overload,
    SecondThatDay,
    TooManyOfSubject,
    TooMuchHomework,
    TooSoon,
)
from domain.journal.standing import Standing
from domain.journal.subject_page import ShownMark, SubjectPage
from domain.school.calendar import DayOff
from domain.school.exemptions import MOST_ORDER, Exemption, Learning
from domain.school.ports import HomeworkLine
from domain.school.timetable import ChangeKind
from tests.architecture import screen_samples as s

STATUSES = ("absent", "ill", "excused", "unexcused", "late")
TASK = s.TASKS[0]
TASKS = (
    TASK,
    replace(TASK, id=HomeworkId(s.BIG), minutes=20, done=True, alone=True, files=3),
    replace(TASK, text="", none_set=True, files=0),
)
MARK = DayMark(MarkId(1), s.LESSON.ref, s.SUBJECT.name, "5", "кр", s.text(300))
GIVEN = (MARK, replace(MARK, value="2", retaken=True, comment=None), replace(MARK, value="незач", comment=None))
FULL = tuple(
    DiaryLesson(
        s.SUBJECT.name,
        replace(s.LESSON, position=n, change=change),
        TASKS,
        GIVEN,
        DayPresence(s.LESSON.ref, s.SUBJECT.name, STATUSES[n % 5], 5 * (n % 5 == 4) or None),
    )
    for n, change in enumerate((None, *ChangeKind, None, None, None, None))
)
EXEMPTIONS = tuple(
    Exemption(ExemptionId(n), PersonId(s.BIG), s.SUBJECT, kind, s.TODAY, until, order)
    for n, (kind, until, order) in enumerate(
        (kind, *ends) for kind in Learning for ends in ((None, None), (s.TODAY + s.DAY, s.text(MOST_ORDER)))
    )
)
OWED = tuple(OwedWork(s.SUBJECT.name, "Контрольная работа", s.TODAY - s.DAY, s.TODAY - n * s.DAY) for n in range(3))
BESIDE = DiaryLesson(s.SUBJECT.name, None, TASKS[:1], GIVEN[:1])
DAYS = (
    DiaryDay(s.TODAY, (*FULL, BESIDE)),
    DiaryDay(s.TODAY, (), DayOff("Осенние каникулы"), (s.REMARK, replace(s.REMARK, subject=None))),
    DiaryDay(s.TODAY, (), DayOff()),
    DiaryDay(s.TODAY, tuple(replace(FULL[0], exemption=one) for one in EXEMPTIONS), debts=OWED),
    DiaryDay(s.TODAY, (replace(FULL[0], lesson=replace(s.LESSON, bell=None, room=None), homework=()),)),
)
PAGES = [
    DiaryPage(PersonId(s.BIG), s.NAME, "11А", first, today, (one,), ticks)
    for one in DAYS
    for today in (s.TODAY, s.TODAY + s.DAY)
    for first, ticks in ((False, False), (False, True), (True, False))
]
WEEKS = [
    DiaryPage(
        PersonId(s.BIG), s.NAME, "11А", False, s.TODAY, tuple(replace(one, day=s.TODAY + n * s.DAY) for n in range(6))
    )
    for one in DAYS
]
CHILDREN = [[], s.CHILDREN[:1], s.CHILDREN]
MEANT = [Understood(one, s.LATER[0], s.LATER, "") for one in s.TAUGHT]
LINES = (HomeworkLine(1, s.text(2000), 2, False), HomeworkLine(2, "", 0, True))
AFTER = [(), *([AfterLesson(one, lines) for one in MEANT * 2] for lines in ((), LINES, LINES[1:]))]
NONE_SET = [(), tuple(replace(s.SET[0], text="", none_set=True) for _ in range(4))]
FOR_SOME = [replace(s.SET[0], named=(s.NAME, s.NAME), minutes=20), replace(s.SET[0], text="", none_set=True)]
GIVEN_MARKS = tuple(
    ShownMark(replace(s.SUBJECTS[0].marks[0], comment=s.text(300) if n % 2 else None), "Контрольная работа", n % 5 == 0)
    for n in range(60)
)
MOVED = tuple(AverageOn(s.TODAY + n * s.DAY, Decimal(average)) for n, average in enumerate(("3.50", "4.20", "4.00")))
SUBJECT_PAGES = [
    SubjectPage(of_term, s.SUBJECT.id, s.SUBJECT.name, GIVEN_MARKS, average, moved, standing)
    for of_term in s.OF_TERMS[:2]
    for average, moved in (
        (None, ()),
        (Decimal("4.00"), MOVED),
        (Decimal("4.00"), MOVED[:1]),
        (Decimal(4), MOVED[::-1]),
    )
    for standing in (None, Standing(((5, 8), (4, 12), (3, 5))))
]
SUBJECT_PAGES.append(replace(SUBJECT_PAGES[0], exemptions=EXEMPTIONS))
TOO_MUCH = [
    NOTHING_TOO_MUCH,
    Overload(
        (
            SecondThatDay((s.SUBJECT.name,) * 3),
            EdgeOfDay(True),
            EdgeOfDay(False),
            TooSoon(s.TODAY, 17),
            TooManyOfSubject(7, 68, Decimal("0.1")),
            TooMuchHomework(190, 150),
        ),
        s.LATER[0],
    ),
]
LINE_CARDS = [*s.LINE_CARDS, *(replace(card, overload=TOO_MUCH[-1]) for card in s.LINE_CARDS)]
BUSY = replace(
    s.MARK_PAGES[0],
    subjects=tuple(
        replace(one, marks=tuple(replace(mark, day=s.TODAY - n * s.DAY) for n, mark in enumerate(one.marks)))
        for one in s.SUBJECTS
    ),
)
"""A mark of every subject on every day."""
