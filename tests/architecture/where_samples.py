"""Read models of questions to the timetable, for the screens that draw them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import time
from typing import Any

from domain.ids import EntryId, PersonId
from domain.school.calendar import DayOff
from domain.school.timetable import ChangeKind, LessonRef, TeacherRef
from domain.school.where import Directory, FreeTeachers, OwnedDay, OwnedLessons, Owner, WherePage, Whose
from handlers.school import where_screens as where
from tests.architecture import screen_samples as s

BOTH = (False, True)
FULL = tuple(
    replace(s.LESSON, ref=LessonRef(EntryId(n), s.TODAY), position=n // 2, change=change, parts=(s.PART, s.HALF))
    for n, change in enumerate([None, *ChangeKind] * 4, 1)
)
HEAVY = OwnedLessons(
    Owner(Whose.CLASS, s.BIG), "10 «М» (медицинский)", tuple(OwnedDay(s.TODAY + n * s.DAY, FULL) for n in range(6))
)
OFF = OwnedDay(s.TODAY, (), DayOff("Осенние каникулы"))
OWNED = [
    replace(HEAVY, owner=Owner(kind, s.BIG), name=s.NAME if kind is Whose.PUPIL else None, days=days)
    for kind in Whose
    for days in (HEAVY.days, (OFF, OwnedDay(s.TODAY, ())))
]
TEACHERS = tuple(TeacherRef(PersonId(s.BIG - n), s.NAME) for n in range(130))
ROOMS = {f"{n} Кабинет <физики> & химии": Owner(Whose.ROOM, s.BIG - n) for n in range(90)}
FREE = [
    FreeTeachers(s.TODAY, 3, tuple(range(21)), TEACHERS[:50], TEACHERS),
    FreeTeachers(s.TODAY, 1, (), (), ()),
]
SAMPLES: Mapping[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    where.where: {
        "page": [WherePage(one, at) for one in OWNED for at in (None, time(8, 40), time(7), time(23))],
        "staff": BOTH,
    },
    where.week: {"owned": OWNED, "staff": BOTH},
    where.which: {"named": [OWNED[:4]], "day": [s.TODAY]},
    where.directory: {
        "known": [Directory(tuple(s.CLASSES), TEACHERS, ROOMS), Directory((), (), {})],
        "kind": list(where.ON_A_PAGE),
        "page": [-1, 0, 1, s.BIG],
        "today": [s.TODAY],
    },
    where.free: {"page": FREE},
}
