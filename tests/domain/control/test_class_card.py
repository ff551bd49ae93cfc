"""The class teacher's card: what of a day's lessons is left, by teacher; whose evening begins when."""

from datetime import date, datetime, time, timedelta

from domain.clock import SchoolTime
from domain.control.class_card import ClassCard, class_card
from domain.control.class_check import with_reminders
from domain.control.duties import Duty
from domain.control.evening_card import EveningCard, UnsetResults
from domain.control.evening_queue import evening_moments
from domain.control.lesson_clock import LessonClock
from domain.control.lesson_records import GivenHomework, LessonRecord
from domain.control.rules import ControlRules
from domain.ids import ClassId, EntryId, PersonId, SubjectId
from domain.journal.periods import Period
from domain.roles.people import PersonName
from domain.school.bells import Bell
from domain.school.roster import Roster, SchoolClass
from domain.school.timetable import (
    ChangeKind,
    ClassPart,
    LessonRef,
    PlannedLesson,
    SchoolDay,
    SubjectRef,
    TeacherRef,
)
from tests import school
from tests.clock import SetClock

TUESDAY = school.TUESDAY
THURSDAY = TUESDAY + timedelta(days=2)
SEVENTH = SchoolClass(ClassId(7), "7А", 7, (PersonId(30),))
FIRST = SchoolClass(ClassId(1), "1А", 1, (PersonId(31),))
ALLA, BORIS, VERA = (
    TeacherRef(PersonId(n), PersonName(name, name)) for n, name in ((11, "Алла"), (12, "Борис"), (13, "Вера"))
)
CLOCK = SetClock(datetime.combine(TUESDAY, time(17), school.ZONE))
TIME = SchoolTime(CLOCK, lambda: school.ZONE)
NOW = TIME.now()


def _lesson(
    position: int = 1,
    teachers: tuple[TeacherRef, ...] = (ALLA,),
    day: date = TUESDAY,
    of: SchoolClass = SEVENTH,
    starts: time = time(8, 30),
    subject: int = 1,
    change: ChangeKind | None = None,
) -> PlannedLesson:
    ends = (datetime.combine(day, starts) + timedelta(minutes=45)).time()
    part = ClassPart(of.id, of.name, of.grade)
    named = SubjectRef(SubjectId(subject), f"Предмет {subject}", f"П{subject}")
    ref = LessonRef(EntryId(position * 10 + subject), day)
    return PlannedLesson(ref, position, Bell(starts, ends), named, None, (part,), teachers, change)


def _card(*records: LessonRecord, of: SchoolClass = SEVENTH, away: tuple[PersonId, ...] = ()) -> ClassCard:
    lessons = [one.lesson for one in records]
    later = [_lesson(one.position, day=THURSDAY, of=of, subject=one.subject.id) for one in lessons]
    days = [
        SchoolDay(day, tuple(one for one in (*lessons, *later) if one.ref.day == day)) for day in (TUESDAY, THURSDAY)
    ]
    return class_card(of, TUESDAY, records, LessonClock(TIME, ControlRules(), days), NOW, away)


def _filled(lesson: PlannedLesson) -> LessonRecord:
    return LessonRecord(lesson, topic_at=NOW, roll_call_at=NOW, homework=GivenHomework(NOW, none_set=True))


def test_lessons_are_grouped_by_teacher_who_has_the_most_first() -> None:
    card = _card(
        LessonRecord(_lesson(1, (ALLA,))),
        LessonRecord(_lesson(2, (BORIS,), subject=2)),
        LessonRecord(_lesson(3, (BORIS,), subject=3)),
        _filled(_lesson(4, (VERA,), subject=4)),
    )
    assert [one.teacher for one in card.teachers] == [BORIS, ALLA]
    assert (card.held, card.left) == (4, 3)


def test_a_lesson_of_two_teachers_is_left_once_and_stands_with_both() -> None:
    card = _card(LessonRecord(_lesson(1, (ALLA, BORIS))))
    assert len(card.teachers) == 2
    assert card.left == 1


def test_who_is_away_stands_last_and_is_marked() -> None:
    records = [LessonRecord(_lesson(n, (ALLA if n < 3 else BORIS,), subject=n)) for n in (1, 2, 3)]
    assert [one.teacher for one in _card(*records, away=(ALLA.id,)).teachers] == [BORIS, ALLA]


def test_a_first_grade_lacks_no_homework() -> None:
    [one] = _card(LessonRecord(_lesson(of=FIRST)), of=FIRST).teachers
    assert one.lessons[0].missing == (Duty.ATTENDANCE, Duty.TOPIC)


def test_marks_of_a_written_work_are_missed_only_when_their_week_is_over() -> None:
    lesson = _lesson()
    work = LessonRecord(
        lesson,
        topic="Контрольная работа № 1",
        topic_at=NOW,
        roll_call_at=NOW,
        homework=GivenHomework(NOW, none_set=True),
    )
    clock = LessonClock(TIME, ControlRules(), [SchoolDay(TUESDAY, (lesson,))])
    assert not class_card(SEVENTH, TUESDAY, [work], clock, NOW + timedelta(days=6)).teachers
    [one] = class_card(SEVENTH, TUESDAY, [work], clock, NOW + timedelta(days=8)).teachers
    assert one.lessons[0].missing == (Duty.WRITTEN_WORK,)


def test_a_lesson_of_another_class_or_day_is_not_of_the_card() -> None:
    other = SchoolClass(ClassId(8), "7Б", 7)
    card = _card(LessonRecord(_lesson(of=other)), LessonRecord(_lesson(day=THURSDAY)))
    assert (card.held, card.teachers) == (0, ())


def test_a_reminder_is_known_of_the_one_who_sent_it() -> None:
    card = _card(LessonRecord(_lesson()))
    told = {(SEVENTH.id, TUESDAY, ALLA.id, PersonId(30)): NOW}
    assert with_reminders(card, PersonId(30), told).teachers[0].reminded_at == NOW
    assert with_reminders(card, PersonId(31), told).teachers[0].reminded_at is None


def test_cards_that_state_the_same_are_one_and_a_reminder_changes_nothing_of_it() -> None:
    card = _card(LessonRecord(_lesson()), LessonRecord(_lesson(2, (BORIS,), subject=2)))
    reminded = with_reminders(card, PersonId(30), {(SEVENTH.id, TUESDAY, ALLA.id, PersonId(30)): NOW})
    course = UnsetResults(SEVENTH.id, SubjectId(1), "7А · Алгебра", Period.Q2, TUESDAY, 12)
    evening = EveningCard(TUESDAY, None, (card,), (course,))
    assert EveningCard(TUESDAY, None, (reminded,), (course,)).said == evening.said
    assert EveningCard(TUESDAY, None, (card.without(ALLA.id),), (course,)).said != evening.said
    assert EveningCard(TUESDAY, None, (card,)).said != evening.said
    assert (evening.left, len(evening.said) <= 40) == (3, True)


def _moments(*lessons: PlannedLesson) -> dict[PersonId, datetime]:
    roster = Roster({one.id: one for one in (SEVENTH, FIRST)}, {})
    found = evening_moments(TIME, ControlRules(), SchoolDay(TUESDAY, lessons), roster)
    return {person: at.astimezone(school.ZONE) for person, at in found.items()}


def test_the_evening_begins_at_the_usual_hour_and_for_who_still_teaches_after_the_last_lesson() -> None:
    late = _lesson(2, (BORIS,), starts=time(17, 30))
    found = _moments(_lesson(), late)
    assert found[ALLA.id].time() == time(17)
    assert found[BORIS.id].time() == time(18, 30)
    assert found[SEVENTH.teachers[0]].time() == time(18, 30), "the class teacher waits for the class"


def test_nobody_is_asked_in_the_evening_of_a_day_without_own_lessons_or_of_a_cancelled_one() -> None:
    assert _moments(_lesson(change=ChangeKind.CANCELLED)) == {}
    assert _moments(_lesson(1, (BORIS,), change=ChangeKind.SUBSTITUTED)).keys() == {BORIS.id, SEVENTH.teachers[0]}
