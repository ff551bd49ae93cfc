"""Questions to the timetable as people type them: «7а сейчас», «где Алгебрина», «каб 214», «кто свободен 3 урок»."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.clock import SchoolTime
from domain.errors import NotAllowed
from domain.ids import ClassId
from domain.roles.access import Action, reach_of
from domain.roles.names import norm
from domain.roles.people import Actor, PersonName, Role
from domain.school.class_names import class_norm
from domain.school.ports import Rosters, Timetables
from domain.school.roster import Roster
from domain.school.said_dates import NoSuchDay, day_in
from domain.school.schedule import AFTER_SCHOOL
from domain.school.where import WEEK, Owner, Whose, rooms_of, teachers_of

LONGEST = 60
"""Characters of a message that may be such a question and nothing else."""
_FREE = re.compile(r"(?:кто\s+|who(?:\s+is|'s)?\s+)?(?:свобод(?:ен|на|ны)|free)(?!\w)")
_POSITION = re.compile(r"(?<!\d)(\d{1,2})(?:\s*-?\s*(?:[йме]|ом|ый|ий|ем|st|nd|rd|th))?(?!\d)")
_FREE_WORDS = re.compile(r"(?<!\w)(?:на|в|урок[еау]?|lesson|at|during|the)(?!\w)")
_WHERE = re.compile(
    r"(?:а\s+)?(?:где|(?:кто|что)\s+(?:в|у)|where(?:\s+is|'s)?|(?:who|what)(?:\s+is|'s)?\s+in"
    r"|расписание|timetable(?:\s+of)?|schedule(?:\s+of)?)(?!\w)"
)
_TEACHER = re.compile(r"(?<!\w)(?:учител\w*|teacher|мисс|mr|mrs|ms)(?!\w)\.?")
_CLASS = re.compile(r"^(?:(?:у|в|класс\w*|class)\s+)+|\s+(?:класс\w*|class)$")
_ROOM = re.compile(r"(?:в\s+)?(?:каб(?:инет\w*|\.)?|room)\s*(?:№\s*)?(?P<room>[\w/-]{1,20}(?:\s+зал)?)")
_WEEK = re.compile(
    r"(?<!\w)(?<!через )(?:(?:на|this)\s+)?(?:эт\w+\s+|(?P<next>след\w*\.?\s+|next\s+))?(?:недел[яюие]|week)(?!\w)"
)
_NOW = re.compile(r"(?<!\w)(?:сейчас|щас|дальше|следующий урок|right now|now|next lesson)(?!\w)")
_SCHEDULE = ("расписание", "timetable", "schedule")
_WITH_HOMEWORK = (Whose.CLASS, Whose.PUPIL)
"""Whose day `Schedule` answers to that word."""
_ENDINGS = re.compile(r"(?<=.{3})(?:ого|его|ому|ему|ой|ей|ую|юю|ая|яя|ый|ий|ым|им|ом|ем|[аяеуюиыо])$")


class When(StrEnum):
    NOW = "now"
    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Asked:
    """Several `owners`: one's own children, or teachers of one surname."""

    owners: tuple[Owner, ...]
    when: When
    day: date


@dataclass(frozen=True, slots=True)
class FreeAsked:
    """`position` None: the likeliest."""

    day: date
    position: int | None


@dataclass(frozen=True, slots=True)
class _Said:
    name: str
    when: When | None
    day: date


@dataclass(frozen=True, slots=True)
class WhereAsked:
    """Whether a message is a question to the timetable, and of whom; anything else is left to who listens next."""

    time: SchoolTime
    timetables: Timetables
    rosters: Rosters

    async def understood(self, actor: Actor, text: str) -> Asked | FreeAsked | None:
        """None for what is no such question. Raises `NotAllowed` for another class than the family's own."""
        said = norm(text).strip(" ?!.")
        if not 0 < len(said) <= LONGEST or said.startswith("/"):
            return None
        staff = bool(reach_of(actor, Action.SEE_WHEREABOUTS))
        try:
            return (self._free(said) if staff else None) or await self._asked(actor, said, staff=staff)
        except NoSuchDay:
            return None

    def _free(self, said: str) -> FreeAsked | None:
        begun = _FREE.match(said)
        if begun is None:
            return None
        found = day_in(said[begun.end() :], self.time.today())
        rest = found.rest if found else said[begun.end() :]
        position = _POSITION.search(rest)
        left = _FREE_WORDS.sub("", _POSITION.sub("", rest, count=1)).strip(" -,?")
        day = found.day if found else self.time.today()
        return None if left else FreeAsked(day, int(position.group(1)) if position else None)

    async def _asked(self, actor: Actor, text: str, *, staff: bool) -> Asked | None:
        begun = _WHERE.match(text)
        said = self._when(text[begun.end() :] if begun else text)
        room = _ROOM.fullmatch(said.name)
        if not (begun or room or said.when):
            return None
        owners = await self._owners(actor, said, named=begun is not None, staff=staff)
        schedule = begun is not None and begun.group().startswith(_SCHEDULE)
        if not owners or (schedule and said.when is not When.WEEK and owners[0].kind in _WITH_HOMEWORK):
            return None
        if schedule and said.when is None:
            return Asked(owners, When.DAY, self._likeliest())
        return Asked(owners, said.when or When.NOW, said.day)

    def _likeliest(self) -> date:
        return self.time.today() + timedelta(days=self.time.local().time() >= AFTER_SCHOOL)

    def _when(self, text: str) -> _Said:
        """Takes out the words that say when; what is left names whom."""
        today = self.time.today()
        week = _WEEK.search(text)
        if week is not None:
            ahead = WEEK if week.group("next") else timedelta()
            return _Said(_without(text, week), When.WEEK, today + ahead)
        now = _NOW.search(text)
        if now is not None:
            return _Said(_without(text, now), When.NOW, today)
        found = day_in(text, today)
        return _Said(found.rest, When.DAY, found.day) if found else _Said(text.strip(" ,"), None, today)

    async def _owners(self, actor: Actor, said: _Said, *, named: bool, staff: bool) -> tuple[Owner, ...]:
        roster = await self.rosters.roster()
        if not said.name:
            return _own(actor) if said.when in (When.NOW, When.WEEK) else ()
        found = _class(roster, said.name)
        if found is not None:
            return (Owner(Whose.CLASS, found),) if staff else _sitting_in(actor, roster, found)
        return await self._of_staff(said.name, named=named) if staff else ()

    async def _of_staff(self, name: str, *, named: bool) -> tuple[Owner, ...]:
        """A room; a teacher only after «где», «расписание», since a surname may be a pupil's in a lesson's line."""
        plan = await self.timetables.plan()
        rooms = {norm(room): owner for room, owner in rooms_of(plan).items()}
        room = _ROOM.fullmatch(name)
        asked = room.group("room") if room else name if named else None
        if asked in rooms:
            return (rooms[asked],)
        if not named:
            return ()
        wanted = _TEACHER.sub("", name).strip()
        teachers = teachers_of(plan, self.time.today())
        return tuple(Owner(Whose.TEACHER, one.id) for one in teachers if is_named(one.name, wanted))


def is_named(name: PersonName, said: str) -> bool:
    """By the surname in any case, with initials or names after it or not: «Алгебриной», «Павлова О. П.»."""
    surname, *rest = said.split() or [""]
    if _stem(surname) != _stem(norm(name.surname)) or len(surname) < 3:
        return False
    letters = [part for word in rest for part in re.split(r"\.", word) if part]
    names = [norm(part) for part in (name.given, name.patronymic) if part]
    return len(letters) <= len(names) and all(own.startswith(part) for own, part in zip(names, letters, strict=False))


def _stem(word: str) -> str:
    return _ENDINGS.sub("", word)


def _without(text: str, found: "re.Match[str]") -> str:
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return re.sub(r"\s+", " ", rest).strip(" ,")


def _class(roster: Roster, name: str) -> ClassId | None:
    wanted = class_norm(_CLASS.sub("", name))
    return next((one.id for one in roster.classes.values() if class_norm(one.name) == wanted), None)


def _own(actor: Actor) -> tuple[Owner, ...]:
    pupils = (*actor.children, *((actor.person,) if Role.PUPIL in actor.roles else ()))
    lessons = (Owner(Whose.TEACHER, actor.person),) if Role.TEACHER in actor.roles else ()
    return (*(Owner(Whose.PUPIL, pupil) for pupil in pupils), *lessons)


def _sitting_in(actor: Actor, roster: Roster, wanted: ClassId) -> tuple[Owner, ...]:
    seats = [seat for pupil in (*actor.children, actor.person) if (seat := roster.seats.get(pupil))]
    own = tuple(Owner(Whose.PUPIL, seat.pupil) for seat in seats if seat.class_id == wanted)
    if not own:
        raise NotAllowed
    return own
