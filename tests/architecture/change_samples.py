"""Read models of changed lessons, for the screens that draw them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.ids import EntryId, PersonId, SubjectId, TeacherAbsenceId
from domain.messaging.contents import LessonChangeNews, LessonChangesNews
from domain.school.changed_lessons import ChangedLesson
from domain.school.changes_pages import ClassDay, DayChanges, FreeRooms, OtherSubjects, Places, Substitutes
from domain.school.changing_room import Changed, Clashing
from domain.school.clashes import Busy, Clash
from domain.school.substitutes import Candidate
from domain.school.substitution_report import GivenLesson, MonthOfSubstitutions, TeacherMonth
from domain.school.teacher_absences import AbsencePlan, TeacherAbsence, WantsSubstitute, Why
from domain.school.timetable import ChangeKind, Entry, LessonRef, Slot, SubjectRef, TeacherRef
from handlers.kit.days import packed
from handlers.messaging import lesson_change_screens as told
from handlers.school import absent_screens as absent
from handlers.school import changes_screens as changes
from handlers.school import report_screens as report
from handlers.school.absent_buttons import SubstituteAway
from handlers.school.changes_buttons import MoveLesson
from tests.architecture import screen_samples as s
from tests.architecture.where_samples import ROOMS, TEACHERS

BOTH = (False, True)
ENTRY = Entry(
    EntryId(s.BIG), s.TODAY, None, 2, 3, None, s.SUBJECT, "214", (replace(s.PART, group=s.HALF.group, group_name="1"),),
    (TeacherRef(PersonId(1), s.NAME),),
)  # fmt: skip
OTHER = SubjectRef(SubjectId(s.BIG - 1), "Второй иностранный язык <немецкий>", "Нем")
LESSON = replace(s.LESSON, position=3, parts=ENTRY.parts)
STATES = [
    LESSON,
    replace(LESSON, change=ChangeKind.CANCELLED),
    replace(LESSON, change=ChangeKind.MOVED, moved_to=Slot(s.TODAY + s.DAY, 7)),
    replace(LESSON, change=ChangeKind.MOVED, moved_to=Slot(s.TODAY, 7)),
    replace(LESSON, change=ChangeKind.SUBSTITUTED, room="актовый зал & сцена"),
    replace(LESSON, change=ChangeKind.SUBSTITUTED, subject=OTHER),
    replace(LESSON, change=ChangeKind.ROOM, room="331/436"),
]
CHANGED = [
    *(ChangedLesson(s.LESSON.ref, ENTRY, one) for one in STATES),
    *(
        ChangedLesson(s.LESSON.ref, replace(ENTRY, extra=True, moved_from=moved), lesson)
        for moved in (None, s.LESSON.ref)
        for lesson in (replace(LESSON, extra=True), None)
    ),
]
CANDIDATES = tuple(Candidate(one, n < 3, n % 2 == 0, n) for n, one in enumerate(TEACHERS[:60]))
PLACES = [
    Places(ENTRY, s.TODAY, tuple(s.TODAY + n * s.DAY for n in range(6)), tuple(range(1, 7)), (7, 8)),
    Places(ENTRY, s.TODAY + s.DAY, (), (), tuple(range(1, 21))),
]
CLASHES = tuple(Clash(busy, LESSON) for busy in Busy)
CLASHING = [Clashing(one, CLASHES, Slot(s.TODAY, 3)) for one in (CHANGED[0], ChangedLesson(s.LESSON.ref, ENTRY, None))]
SURE = MoveLesson(day=packed(s.TODAY), entry=s.BIG, to=packed(s.TODAY), position=20, sure=True)
AWAY = SubstituteAway(day=packed(s.TODAY), entry=s.BIG, absence=s.BIG, teacher=s.BIG, sure=True)
ABSENCES = [
    TeacherAbsence(TeacherAbsenceId(s.BIG), PersonId(1), s.NAME, s.TODAY, s.TODAY + n * s.DAY, why)
    for n, why in enumerate(Why)
]
WANTED = tuple(
    WantsSubstitute(replace(one, ref=LessonRef(EntryId(n), s.TODAY)), n % 2 == 0) for n, one in enumerate(CHANGED * 3)
)
PLANS = [
    AbsencePlan(ABSENCES[0], (), None),
    AbsencePlan(ABSENCES[1], WANTED, None),
    AbsencePlan(ABSENCES[2], WANTED, WantsSubstitute(CHANGED[0], True, CANDIDATES)),
    AbsencePlan(ABSENCES[2], WANTED[:1], WantsSubstitute(CHANGED[0], True)),
]
GIVEN = tuple(GivenLesson(LESSON, (one,)) for one in TEACHERS[:6])
MONTH = tuple(TeacherMonth(one, GIVEN[: n % 7], n % 3, n % 2 or 1) for n, one in enumerate(TEACHERS[:60]))
MONTHS = [MonthOfSubstitutions(s.TODAY.replace(day=1), MONTH[:many]) for many in (0, 1, 60)]
NEWS = [
    LessonChangeNews(one, today, class_name, teacher, again)
    for one in CHANGED
    for today in (s.TODAY - s.DAY, s.TODAY)
    for class_name, teacher in (("11А", None), (None, PersonId(s.BIG)))
    for again in BOTH
]
DAYS = (DayChanges(s.TODAY, tuple(CHANGED * 3), TEACHERS[:5]), DayChanges(s.TODAY + s.DAY, ()))
SAMPLES: Mapping[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    changes.near: {
        "days": [DAYS, DAYS[1:] * 2],
        "makes": [(), tuple(s.TODAY + n * s.DAY for n in range(6))],
        "reports": BOTH,
    },
    changes.choose_class: {"classes": [[], s.CLASSES], "day": [s.TODAY]},
    changes.class_day: {"page": [ClassDay(s.TODAY, s.CLASS, lessons) for lessons in ((), tuple(CHANGED))]},
    changes.lesson: {"one": CHANGED},
    changes.substitutes: {"page": [Substitutes(one, them) for one in CHANGED[:2] for them in ((), CANDIDATES)]},
    changes.rooms: {"page": [FreeRooms(CHANGED[0], rooms) for rooms in ((), tuple(ROOMS))], "numbered": [ROOMS]},
    changes.places: {"page": PLACES, "ref": [s.LESSON.ref]},
    changes.courses: {
        "entries": [(), (ENTRY,) * 30],
        "class_name": ["11А"],
        "class_id": [s.BIG],
        "day": [s.TODAY],
    },
    changes.extra_places: {"page": PLACES},
    changes.subjects: {"page": [OtherSubjects(one, them) for one in CHANGED[4:6] for them in ((), (OTHER, s.SUBJECT))]},
    changes.done: {"changed": [Changed(one, also) for one in CHANGED for also in ((), (CHANGED[7],))]},
    changes.clashing: {"question": CLASHING, "sure": [None, SURE]},
    absent.listed: {"absences": [[], ABSENCES, ABSENCES * 6]},
    absent.choose_teacher: {"teachers": [(), TEACHERS], "page": [0, 1, s.BIG]},
    absent.choose_first: {"teacher": [s.BIG], "name": [s.NAME.short], "days": [(s.TODAY, s.TODAY + s.DAY)]},
    absent.choose_last: {"teacher": [s.BIG], "name": [s.NAME.short], "first": [s.TODAY]},
    absent.choose_why: {
        "teacher": [s.BIG],
        "name": [s.NAME.short],
        "first": [s.TODAY],
        "last": [s.TODAY + s.DAY],
    },
    absent.plan: {"page": PLANS},
    absent.away_clashing: {"question": CLASHING[:1], "sure": [AWAY], "absence": [s.BIG]},
    report.month: {"page": MONTHS},
    told.change_screen: {"news": NEWS},
    told.changes_screen: {"news": [LessonChangesNews(tuple(NEWS[n::4])) for n in range(4)]},
}
