"""Read models to draw every screen with: plain ones, and as long as people and the school can make them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta
from decimal import Decimal

from domain.attendance.answers import Answer
from domain.attendance.ports import AbsenceCard, Noted, RollCallSheet
from domain.attendance.presence import Presence
from domain.clock import SchoolTime
from domain.ids import (
    AccountId,
    ClassId,
    EntryId,
    GroupId,
    HoldId,
    HomeworkId,
    LessonId,
    MarkId,
    PersonId,
    PlanTopicId,
    RemarkId,
    SubjectId,
    TermId,
    WorkKindId,
)
from domain.journal.diary import MarksOfTerm, SubjectMarks, TermMarks
from domain.journal.homework_diary import ComingHomework, HomeworkCard, HomeworkPage
from domain.journal.homework_meant import Doubt, HomeworkSet, Taught, Understood
from domain.journal.lesson_line_meant import LeftOut, LessonCard, MeantMark, MeantPupil, WhichLesson, WhoIsMeant
from domain.journal.lesson_line_meant import Why as WhyLeftOut
from domain.journal.lesson_line_words import SaidPresence
from domain.journal.my_lesson import LessonPage, TopicMeant
from domain.journal.periods import Period
from domain.journal.plan_topics import PlanTopic
from domain.journal.ports import LessonMark, MarkCard, TermMark, WorkKind
from domain.journal.remarks import MOST_TEXT, Remark, RemarkKind
from domain.messaging.choosing import Choices, Notifications, choosable
from domain.messaging.contents import BundleNews, HomeworkNews, MarkNews
from domain.messaging.days_ahead import Unusual
from domain.messaging.digest_page import (
    DigestAbsence,
    DigestDebt,
    DigestHomework,
    DigestMark,
    DigestPage,
    DigestResult,
)
from domain.messaging.holds import HoldCard, HoldState
from domain.messaging.kinds import Kind, Mode
from domain.messaging.quiet_hours import NEVER, USUAL
from domain.roles.access_control import IssuedCode
from domain.roles.codes import new_code
from domain.roles.people import PersonName, Role
from domain.roles.ports import Binding, FamilyAccess
from domain.school.bells import Bell
from domain.school.calendar import DayOff, Span, SpanKind, Term, TermKind
from domain.school.changed_lessons import ChangedLesson
from domain.school.ports import HomeworkLine
from domain.school.roster import SchoolClass, Seat
from domain.school.schedule import DaySchedule, ScheduledLesson
from domain.school.timetable import ChangeKind, ClassPart, Entry, LessonRef, PlannedLesson, SubjectRef, TeacherRef
from domain.talk.audiences import Addressed, Why
from domain.talk.threads import Side
from handlers.roles.screens import BotCard
from tests import school
from tests.architecture.announced_samples import LETTER
from tests.architecture.result_samples import (  # noqa: F401 - drawn by test_screens
    CLASS_STATES,
    CLOSING_PAGES,
    COURSES,
    EXPLAINED_RESULTS,
    FORECASTS,
    PUPIL_RESULTS,
    RESULT_CARDS,
    RESULT_LINES,
    RESULT_SHEETS,
    TRIED,
    TRIED_PAGES,
)
from tests.clock import SetClock

TIME = SchoolTime(SetClock(school.MORNING), lambda: school.ZONE)
BIG = 9_999_999_999
TODAY, DAY = school.TUESDAY, timedelta(days=1)
NAME = PersonName("Воздвиженская-Преображенская", "Александра-Виктория", "Константиновна")
WORDS = "Прочитать <параграф> & ответить на вопросы "
CLASS = SchoolClass(ClassId(BIG), "11А", 11)
SUBJECT = SubjectRef(SubjectId(BIG), "Основы безопасности и защиты Родины & спорт", "ОБЗР")
PART = ClassPart(CLASS.id, CLASS.name, 11)
HALF = replace(PART, group=GroupId(1), group_name="1")
BELL = Bell(time(8, 30), time(9, 15))
LESSON = PlannedLesson(
    LessonRef(EntryId(BIG), TODAY), 1, BELL, SUBJECT, "214", (PART,), (TeacherRef(PersonId(BIG), NAME),)
)
ENTRY = Entry(EntryId(BIG), TODAY, None, 2, 1, None, SUBJECT, "214", (PART,), LESSON.teachers)
SEATS = tuple(Seat(PersonId(BIG - n), NAME, CLASS.id) for n in range(40))
KINDS = tuple(WorkKind(WorkKindId(BIG - n), "control", "кр", "Контрольная работа", 1) for n in range(5))
AWAY = (Presence.ABSENT, Presence.ILL, Presence.EXCUSED, Presence.LATE)


def text(length: int) -> str:
    return (WORDS * (length // len(WORDS) + 1))[:length]


CARD = AbsenceCard(
    lesson=LessonId(BIG),
    pupil=PersonId(BIG),
    pupil_name=NAME,
    class_name="11А",
    subject=SUBJECT.name,
    position=1,
    day=TODAY,
    starts=time(8, 30),
    status=Presence.ABSENT,
    minutes=None,
    version=1,
    teachers=(PersonId(1),),
    rings=True,
)
CARDS = [
    replace(CARD, status=status, answer=answer, minutes=minutes)
    for status in Presence
    for answer in (None, *Answer)
    for minutes in (None, 1, 3, 5)
] + [replace(CARD, starts=None)]
HOMEWORK = HomeworkCard(
    homework=HomeworkId(BIG),
    class_id=CLASS.id,
    class_name="11А",
    group=None,
    subject=SUBJECT.name,
    due_day=TODAY + DAY,
    text=text(2000),
    files=10,
    version=1,
    cancelled=False,
    none_set=False,
    set_by=PersonId(1),
)
HOMEWORKS = [HOMEWORK, replace(HOMEWORK, cancelled=True), replace(HOMEWORK, none_set=True, text="", files=0)]
MARK = MarkCard(
    mark=MarkId(1),
    pupil=PersonId(1),
    pupil_name=NAME,
    subject=SUBJECT.name,
    value="4",
    kind="Контрольная работа",
    kind_code="control",
    day=TODAY,
    comment=None,
    taken_back=False,
    version=1,
    late=False,
)
MARKS = [MARK, replace(MARK, taken_back=True), replace(MARK, comment=text(500))]
HOLD = HoldCard(HoldId(BIG), Kind.ABSENCE, "11А", 18, 25, 34, HoldState.OPEN, 1, PersonId(1), school.MORNING)
SPREAD = replace(
    HOLD,
    kind=Kind.ANNOUNCEMENT,
    send_at=None,
    sender=NAME,
    text=text(3500),
    scope=LETTER.scope,
    audience=LETTER.audience,
)
HOLDS = [
    replace(
        card, state=state, messages=messages, decided_by=NAME if state in (HoldState.SENT, HoldState.DROPPED) else None
    )
    for card in (HOLD, replace(HOLD, class_name=None), SPREAD)
    for state in HoldState
    for messages in (34, 1, 2, 0)
]
BUNDLES = [
    BundleNews((*(MarkNews(card, own, again, "2") for card in MARKS), HomeworkNews(HOMEWORKS[0], NAME, own, again)))
    for own in (False, True)
    for again in (False, True)
] + [BundleNews((*(HomeworkNews(card, NAME, own=False) for card in HOMEWORKS[1:]), MarkNews(MARK, own=False)))]
UNREACHED = tuple(Addressed(PersonId(n), NAME, (NAME, NAME), why) for n in range(50) for why in Why)
TASKS = tuple(
    ComingHomework(
        id=HomeworkId(BIG - n),
        day=TODAY + DAY * (n // 8),
        subject=SUBJECT.name,
        subject_id=SUBJECT.id,
        entry=LESSON.ref.entry,
        group=None,
        text=text(2000),
        files=n % 3,
        none_set=n == 5,
        minutes=n % 4 * 15 or None,
        alone=n % 7 == 0,
        done=n % 2 == 0,
    )
    for n in range(100)
)
REMARK = Remark(
    RemarkId(BIG),
    PersonId(BIG),
    RemarkKind.REMARK,
    text(MOST_TEXT),
    TODAY,
    SUBJECT.name,
    PersonId(BIG),
    NAME,
    school.STARTED,
)
PAGE = DigestPage(
    day=TODAY,
    pupil=NAME,
    marks=tuple(DigestMark(f"{SUBJECT.name} {n % 8}", "5", "Контрольная работа", TODAY - n * DAY) for n in range(16)),
    absences=tuple(DigestAbsence(SUBJECT.name, 1, TODAY - DAY, status) for status in AWAY * 2),
    homework=tuple(DigestHomework(SUBJECT.name, text(2000), 3, n == 0) for n in range(12)),
    homework_day=TODAY + DAY,
    announcements=(LETTER, LETTER),
    remarks=tuple(replace(REMARK, day=TODAY - n * DAY) for n in range(4)),
    changes=(ChangedLesson(LESSON.ref, ENTRY, replace(LESSON, change=ChangeKind.SUBSTITUTED)),) * 12,
)
END_OF_TERM = replace(
    PAGE,
    announcements=(),
    remarks=(),
    results=tuple(DigestResult(f"{SUBJECT.name} {n}", period, "5") for n, period in enumerate(Period)),
    debts=tuple(DigestDebt(SUBJECT.name, "Контрольная работа", TODAY, TODAY + n * DAY) for n in range(-4, 4)),
)
UNUSUAL = Unusual("Осенние каникулы", Span(TODAY, TODAY, SpanKind.WORKING, text(60), as_weekday=1))
PAGES = [
    PAGE,
    replace(PAGE, unusual=UNUSUAL),
    END_OF_TERM,
    DigestPage(TODAY, NAME, homework=(DigestHomework("Алгебра", "№ 5", 0, False),)),
]
TERMS = [None, *(Term(TermId(1), kind, 1, TODAY, TODAY) for kind in TermKind)]
SUBJECTS = tuple(
    SubjectMarks(
        f"{SUBJECT.name} {n}",
        tuple(TermMark(SUBJECT.id, SUBJECT.name, TODAY, "5", "control", 1) for _ in range(30)),
        Decimal("4.67") if n else None,
    )
    for n in range(18)
)
OF_TERMS = [MarksOfTerm(PersonId(BIG), NAME, "11А", term, True, tuple(filter(None, TERMS))) for term in TERMS]
MARK_PAGES = [TermMarks(of_term, SUBJECTS) for of_term in OF_TERMS] + [
    TermMarks(OF_TERMS[0], ()),
    TermMarks(MarksOfTerm(PersonId(1), NAME, "1А", None, False), ()),
]
CHILDREN = [(PersonId(BIG - n), NAME) for n in range(5)]
LESSON_PAGES = [
    LessonPage(LESSON, SEATS[:seats], topic, {}, KINDS) for seats in (0, 1, 4, 15, 40) for topic in (None, text(300))
] + [
    LessonPage(
        replace(LESSON, parts=(PART, HALF), bell=None),
        SEATS,
        None,
        {s.pupil: tuple(LessonMark(MarkId(1), s.pupil, k.id, "5", 1, False) for k in KINDS) for s in SEATS},
        KINDS,
    )
]
LESSON_PAGES += [
    replace(LESSON_PAGES[1], ahead=tuple(PlanTopic(PlanTopicId(BIG - n), n, text(300), 1) for n in (1, 2, 3))),
    replace(LESSON_PAGES[1], lesson=replace(LESSON, change=ChangeKind.SUBSTITUTED)),
    replace(LESSON_PAGES[10], past=True),
]
SHEETS = [RollCallSheet(None, False)] + [
    RollCallSheet(LessonId(1), closed, {seat.pupil: Noted(status) for seat in SEATS})
    for status in Presence
    for closed in (False, True)
]
TAUGHT = [Taught(PART, SUBJECT), Taught(HALF, SUBJECT)]
LATER = tuple(replace(LESSON, ref=LessonRef(LESSON.ref.entry, TODAY + DAY * n)) for n in range(1, 4))
SET = [
    HomeworkSet(HomeworkId(BIG), one, LESSON, LATER, pupils, said, files)
    for one in TAUGHT
    for pupils, said, files in ((1, "№ 5", 0), (3, text(2000), 1), (25, "", 3), (21, "x", 10))
]
LINE_MARKS = tuple(MeantMark("5", kind, 1) for kind in KINDS)
LINE_PUPILS = tuple(
    MeantPupil(seat, said, marks, presence, 10 if presence is SaidPresence.LATE else None)
    for n, seat in enumerate(SEATS)
    for said in (NAME.full, "Преображенская")[n % 2 : n % 2 + 1]
    for marks, presence in [
        (LINE_MARKS, None),
        ((), SaidPresence.ABSENT),
        (LINE_MARKS[:1], SaidPresence.LATE),
        ((), SaidPresence.ILL),
    ][n % 4 : n % 4 + 1]
)
LINE_CARD = LessonCard(
    LESSON,
    SEATS,
    LINE_PUPILS,
    topic=TopicMeant(text(300)),
    homework=(Understood(TAUGHT[0], LESSON, (), text(2000)), Understood(TAUGHT[1], LESSON, (), "", none_set=True)),
    questions=tuple(WhoIsMeant(n, text(400), SEATS) for n in range(3)),
    left_out=tuple(LeftOut(text(300), why) for why in WhyLeftOut),
)
LINE_CARDS = [
    LINE_CARD,
    replace(LINE_CARD, questions=()),
    replace(LINE_CARD, questions=(), left_out=()),
    replace(LINE_CARD, questions=(), pupils=LINE_PUPILS[:1], left_out=()),
    LessonCard(LESSON, SEATS, left_out=(LeftOut("Пупкин 5", WhyLeftOut.NOT_IN_CLASS),)),
    LessonCard(replace(LESSON, parts=(PART, HALF), bell=None), SEATS, everyone=True),
]
LINE_WHICH = [WhichLesson((LESSON,)), WhichLesson((LESSON, replace(LESSON, bell=None)) * 6)]
DOUBTS = [
    Doubt(tuple(Taught(replace(PART, id=ClassId(BIG - n)), SUBJECT) for n in range(45)), said, None)
    for said in ("", "№ 5", text(4000))
]
SCHEDULED = tuple(
    ScheduledLesson(
        replace(LESSON, position=n, change=change, note=text(100 * bool(change)), parts=(HALF if n % 2 else PART,)),
        (HomeworkLine(1, text(2000), 2, False), HomeworkLine(2, "", 0, True)),
    )
    for n, change in enumerate((None, *ChangeKind, None, None, None, None), 1)
)
DAY_PAGE = DaySchedule(TODAY, SCHEDULED, PersonId(BIG), NAME, CLASS.id, "11А")
OFF = DaySchedule(TODAY, (), PersonId(1), NAME, CLASS.id, "11А", DayOff("Осенние каникулы"))
DAYS: list[Sequence[DaySchedule]] = [
    [],
    [DAY_PAGE],
    [DAY_PAGE, DAY_PAGE, DAY_PAGE],
    [replace(DAY_PAGE, pupil=None, name=None)],
    [DaySchedule(TODAY, SCHEDULED)],
    [OFF],
    [replace(OFF, off=DayOff(), following=DAY_PAGE)],
]
FAMILY = [
    FamilyAccess(PersonId(BIG - n), NAME, role, PersonId(BIG), NAME, bound, bound, n % 3 == 0)
    for n in range(30)
    for role, bound in ((Role.PUPIL, None), (Role.GUARDIAN, school.MORNING))
]
FAMILY.insert(2, replace(FAMILY[1], bound_at=None, waits=True, unreachable=False))
ACCOUNTS = [Binding(AccountId(BIG - n), 1, PersonId(1), frozenset(), school.MORNING) for n in range(3)]
CODE = IssuedCode(PersonId(BIG), NAME, frozenset({Role.GUARDIAN}), new_code(), school.MORNING)
ACTORS = [school.actor(person) for person in school.PEOPLE]
BOT = BotCard("a" * 32)
CHOICES = [
    Notifications(
        [Choices(PersonId(BIG - n), NAME, own, dict.fromkeys(choosable(own), mode)) for n in range(children)],
        time(18),
        quiet,
        discreet=own,
    )
    for own in (False, True)
    for mode in Mode
    for children, quiet in ((1, USUAL), (4, {Side.FAMILY: NEVER, Side.STAFF: NEVER}))
] + [Notifications([], time(18), {Side.STAFF: USUAL[Side.STAFF]}, lesson_bell=on) for on in (None, False, True)]
CHILDRENS = [replace(one, lesson_bell=on) for one in CHOICES[:-3] for on in (None, False)]
CLASSES = [replace(CLASS, id=ClassId(BIG - n)) for n in range(60)]
NOBODY = PersonId(1)
HOMEWORK_PAGES = [
    HomeworkPage(PersonId(BIG), NAME, "11А", first, tasks, ticks)
    for ticks in (False, True)
    for first, tasks in ((False, TASKS), (False, ()), (True, ()), (False, TASKS[:1]))
]
HOMEWORK_PAGES += [replace(HOMEWORK_PAGES[0], off={one.day: text(60) for one in TASKS})]
