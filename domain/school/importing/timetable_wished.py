"""What a timetable's file says the week should be, before anything is compared with what is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from domain.school.bells import Bell
from domain.school.importing.cells import subject_name
from domain.school.importing.remarks import About, Doubt, Expected, Mistake, Note
from domain.school.importing.sheets import Place
from domain.school.importing.timetable_days import WeekDay, week_days
from domain.school.importing.timetable_hours import Hours, hours_of
from domain.school.importing.timetable_source import Activity, ProgramWeek, StudentSet

LAST_POSITION = 20
LONGEST_ROOM = 60
"""As the tables have them."""


@dataclass(frozen=True, slots=True)
class WishedLesson:
    """One lesson of the week, with its teachers and sets of pupils as the file names them."""

    place: Place
    said: str
    """The activity in the file's own words."""
    weekday: int
    position: int
    subject: str
    teachers: tuple[str, ...]
    sets: tuple[str, ...]
    room: str | None = None
    parity: int | None = None
    """0: even ISO weeks, 1: odd ones, None: every week."""
    subgroup: int = 0
    """Which of the lessons in one cell of a school's table, from 1; 0: it is there alone."""


@dataclass(frozen=True, slots=True)
class WishedTimetable:
    file: str
    lessons: Sequence[WishedLesson]
    bells: Mapping[int, Bell] = field(default_factory=dict)
    """By position; empty where the names of the hours do not tell them."""
    ends_told: bool = True
    """Whether the ends of the lessons are told as well, or assumed."""
    years: Sequence[StudentSet] = ()
    classes: Sequence[str] = ()
    """Sets that are classes whatever their names look like."""
    by_load: bool = False
    """Subjects are shortened and teachers left out: who teaches what to whom the school's load tells."""
    mistakes: Sequence[Mistake] = ()
    doubts: Sequence[Doubt] = ()
    notes: Sequence[Note] = ()


def wished_of(week: ProgramWeek) -> WishedTimetable:
    """A week of which less than half is placed is a mistake of its own: the file was not solved."""
    placed = [activity for activity in week.activities if activity.day]
    if not placed or 2 * len(placed) < len(week.activities):
        return WishedTimetable(week.file, (), mistakes=(Mistake(Place(week.file), "", Expected.SOLVED),))
    days, hours = week_days(week.days, week.in_order), hours_of(week.hours, week.in_order)
    mistakes = [*_unknown(placed, days, hours), *(one for activity in placed for one in _misfits(activity, hours))]
    lessons = [] if mistakes else [one for activity in placed for one in _lessons(activity, days, hours)]
    inside = tuple(lesson for lesson in lessons if lesson.position <= LAST_POSITION)
    bells = {position: bell for position, bell in hours.bells.items() if position <= LAST_POSITION}
    notes = (*_notes(week, hours), *_beyond(lessons))
    return WishedTimetable(
        week.file, inside, bells, hours.ends_told, week.years, week.classes, mistakes=tuple(mistakes), notes=notes
    )


def _unknown(placed: Iterable[Activity], days: Mapping[str, WeekDay], hours: Hours) -> Iterator[Mistake]:
    """Each day and hour that cannot be told, where it stands first."""
    said: dict[tuple[Expected, str], Place] = {}
    for activity in placed:
        if activity.day not in days:
            said.setdefault((Expected.WEEKDAY, activity.day), activity.place)
        if activity.hour not in hours.positions:
            said.setdefault((Expected.HOUR, activity.hour), activity.place)
    return (Mistake(place, value, expected) for (expected, value), place in said.items())


def _misfits(activity: Activity, hours: Hours) -> Iterator[Mistake]:
    if subject_name(activity.subject) is None:
        yield Mistake(activity.place, activity.subject, Expected.SUBJECT, activity.said)
    if len(activity.room) > LONGEST_ROOM:
        yield Mistake(activity.place, activity.room, Expected.ROOM, activity.said)
    if activity.hour in hours.positions and not 1 <= activity.length <= len(_from(activity.hour, hours)):
        yield Mistake(activity.place, str(activity.length), Expected.LENGTH, activity.said)


def _from(hour: str, hours: Hours) -> list[int]:
    """Positions of this hour and all after it."""
    return [position for position in hours.positions.values() if position >= hours.positions[hour]]


def _lessons(activity: Activity, days: Mapping[str, WeekDay], hours: Hours) -> Iterator[WishedLesson]:
    day = days[activity.day]
    for position in _from(activity.hour, hours)[: activity.length]:
        yield WishedLesson(
            place=activity.place,
            said=activity.said,
            weekday=day.number,
            position=position,
            subject=" ".join(activity.subject.split()),
            teachers=activity.teachers,
            sets=activity.sets,
            room=" ".join(activity.room.split()) or None,
            parity=day.parity if activity.parity is None else activity.parity,
        )


def _beyond(lessons: Iterable[WishedLesson]) -> Iterator[Note]:
    for lesson in lessons:
        if lesson.position > LAST_POSITION:
            yield Note(About.POSITION_BEYOND, lesson.place, f"{lesson.said} ({lesson.position})")


def _notes(week: ProgramWeek, hours: Hours) -> Iterator[Note]:
    for activity in week.activities:
        if not activity.day:
            yield Note(About.NOT_PLACED, activity.place, activity.said)
    if week.inactive:
        yield Note(About.SWITCHED_OFF, Place(week.file), str(week.inactive))
    yield from week.notes
    if hours.counted:
        yield Note(About.HOURS_COUNTED, Place(week.file), ", ".join(hours.positions))
