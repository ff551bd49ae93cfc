"""Changes in one line: «завтра 7А 3 урок замена Петрова», «отменить 7а 3 урок», «Петрова болеет 2–4 декабря»."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.clock import SchoolTime
from domain.errors import Refused
from domain.roles.access import Action, reach_of
from domain.roles.names import norm
from domain.roles.people import Actor
from domain.school.class_names import class_norm
from domain.school.finding import class_at_start
from domain.school.ports import Rosters, Timetables
from domain.school.roster import SchoolClass
from domain.school.said_dates import day_in
from domain.school.said_spans import days_in
from domain.school.schedule import AFTER_SCHOOL, LAST_GRADE
from domain.school.teacher_absences import Why
from domain.school.timetable import LessonRef, Slot, TeacherRef
from domain.school.where_said import is_named

LONGEST = 100
"""Characters of a message that may be such a line."""
_POSITION = re.compile(r"(?<![\d.])(\d{1,2})\s*-?(?:й|го|му|ой)?\s*урок\w*|(?<!\w)урок\w*\s*(\d{1,2})(?!\d)")
_AWAY: Mapping[Why, str] = {
    Why.SICK: r"(?:за)?бол(?:еет|ела|ел|ен|ьна)|на больничном",
    Why.TRIP: r"на (?:выезде|экскурсии|соревнованиях)",
    Why.TRAINING: r"на (?:курсах|учебе|семинаре)",
    Why.LEAVE: r"в отпуске",
    Why.OTHER: r"отсутствует|не будет|в командировке",
}


class Act(StrEnum):
    CANCEL = "cancel"
    SUBSTITUTE = "substitute"
    ROOM = "room"
    MOVE = "move"
    BACK = "back"


_ACTS: Mapping[Act, re.Pattern[str]] = {
    Act.CANCEL: re.compile(r"(?<!\w)отмен\w*"),
    Act.BACK: re.compile(r"(?<!\w)(?:верн\w*|по расписанию)"),
    Act.MOVE: re.compile(r"(?<!\w)(?:перенес\w*|перенос\w*)"),
    Act.ROOM: re.compile(r"(?<!\w)(?:в\s+)?каб(?:инет\w*|\.)?(?!\w)\s*№?"),
    Act.SUBSTITUTE: re.compile(r"(?<!\w)замен\w*(?:\s+на)?\s*:?"),
}
_TO = re.compile(r"\s+на\s+(?P<to>.+)$")


@dataclass(eq=False)
class NoLessonThere(Refused):
    """The class has no lesson of that number that day."""

    class_name: str
    day: date
    position: int


@dataclass(frozen=True, slots=True)
class SaidChange:
    """`refs`: one, or the subgroups' lessons at that time; `teachers`: all of that name; `to`: of a move."""

    act: Act
    school_class: SchoolClass
    day: date
    refs: tuple[LessonRef, ...]
    teachers: tuple[TeacherRef, ...] = ()
    room: str = ""
    to: Slot | None = None


@dataclass(frozen=True, slots=True)
class SaidAway:
    """`days` None: not said."""

    teachers: tuple[TeacherRef, ...]
    days: tuple[date, date] | None
    why: Why


@dataclass(frozen=True, slots=True)
class ChangesSaid:
    """Whether a message is such a line; anything else is left to who listens next."""

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters

    async def understood(self, actor: Actor, text: str) -> SaidChange | SaidAway | None:
        """None for whoever changes no timetable. Raises `NoLessonThere`, `NoSuchDay`."""
        said = norm(text).strip(" .!")
        if not reach_of(actor, Action.CHANGE_TIMETABLE) or not 0 < len(said) <= LONGEST or said.startswith("/"):
            return None
        return await self._away(said) or await self._change(said)

    async def _away(self, said: str) -> SaidAway | None:
        for why, words in _AWAY.items():
            found = re.search(rf"(?<!\w)(?:{words})(?!\w)", said)
            if found is None:
                continue
            days, rest = days_in(f"{said[: found.start()]} {said[found.end() :]}", self.time.today())
            teachers = await self._named(rest)
            return SaidAway(teachers, days, why) if teachers else None
        return None

    async def _change(self, said: str) -> SaidChange | None:
        act = act_in(said)
        moved, to = self._to(said) if act is Act.MOVE else (said, None)
        found = self._place(moved) if act and (act is not Act.MOVE or to) else None
        if act is None or found is None:
            return None
        day, position, rest = found
        known = {class_norm(one.name): one for one in (await self.rosters.roster()).classes.values()}
        school_class, left = class_at_start(_without(rest, _ACTS[act]), known)
        if school_class is None or bool(left) is not (act in (Act.SUBSTITUTE, Act.ROOM)):
            return None
        day = day or await self._likeliest()
        refs = await self._lessons(school_class, day, position)
        teachers = await self._named(left) if act is Act.SUBSTITUTE else ()
        slot = Slot(to[0] or day, to[1]) if to else None
        return SaidChange(act, school_class, day, refs, teachers, left if act is Act.ROOM else "", slot)

    def _place(self, said: str) -> tuple[date | None, int, str] | None:
        """The day, the lesson's number, and the text without them."""
        number = _POSITION.search(said)
        if number is None:
            return None
        rest = f"{said[: number.start()]} {said[number.end() :]}"
        day = day_in(rest, self.time.today())
        return day.day if day else None, int(number[1] or number[2]), " ".join((day.rest if day else rest).split())

    def _to(self, said: str) -> tuple[str, tuple[date | None, int] | None]:
        """What is moved, and where to: a day, a lesson's number."""
        found = _TO.search(said)
        to = self._place(found["to"]) if found else None
        if found is None or to is None or to[2]:
            return said, None
        return said[: found.start()], (to[0], to[1])

    async def _lessons(self, school_class: SchoolClass, day: date, position: int) -> tuple[LessonRef, ...]:
        there = (await self.timetables.day(day)).by_class.get(school_class.id, ())
        refs = tuple(one.ref for one in there if one.position == position)
        if not refs:
            raise NoLessonThere(school_class.name, day, position)
        return refs

    async def _named(self, said: str) -> tuple[TeacherRef, ...]:
        entries = (await self.timetables.plan()).entries
        known: Sequence[TeacherRef] = list({one.id: one for entry in entries for one in entry.teachers}.values())
        return tuple(one for one in known if is_named(one.name, said.strip(" ,:")))

    async def _likeliest(self) -> date:
        """Today while school lasts, then the next school day."""
        today = self.time.today()
        if self.time.local().time() < AFTER_SCHOOL:
            return today
        days = (await self.timetables.plan()).calendar.school_days_after(today, LAST_GRADE)
        return next(days, today + timedelta(days=1))


def act_in(said: str) -> Act | None:
    """`said` as `norm` gives it."""
    return next((act for act, pattern in _ACTS.items() if pattern.search(said)), None)


def _without(text: str, pattern: re.Pattern[str]) -> str:
    return " ".join(pattern.sub(" ", text, count=1).split())
