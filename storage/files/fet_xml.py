"""FET's own file: activities, and the constraints by which a solved timetable holds each of them at its place."""

from collections.abc import Iterator, Mapping, Sequence

from domain.school.importing.sheets import Place
from domain.school.importing.timetable_source import Activity, ProgramWeek, StudentSet
from storage.files.problems import FileDamaged
from storage.files.xml_elements import Element, elements_of

_DAYS, _HOURS, _YEAR, _ACTIVITY = "Days_List", "Hours_List", "Year", "Activity"
_START, _ROOM = "ConstraintActivityPreferredStartingTime", "ConstraintActivityPreferredRoom"
Start = tuple[str, str]
"""Day and hour, as the file names them."""


def week_of_xml(file: str, content: bytes) -> ProgramWeek:
    """Raises a `FileProblem`."""
    found: dict[str, list[Element]] = {}
    for element in elements_of(content, "fet", {_DAYS, _HOURS, _YEAR, _ACTIVITY, _START, _ROOM}):
        found.setdefault(element.tag, []).append(element)
    active = [one for one in found.get(_ACTIVITY, ()) if _is_on(one)]
    starts, rooms = _starts(found.get(_START, ())), _rooms(found.get(_ROOM, ()))
    return ProgramWeek(
        file=file,
        activities=tuple(_activity(file, one, starts, rooms) for one in active),
        days=_names(found.get(_DAYS, ()), "Day"),
        hours=_names(found.get(_HOURS, ()), "Hour"),
        in_order=True,
        years=tuple(_set(year) for year in found.get(_YEAR, ())),
        inactive=len(found.get(_ACTIVITY, ())) - len(active),
    )


def _activity(file: str, one: Element, starts: Mapping[str, Start], rooms: Mapping[str, str]) -> Activity:
    number = one.said("Id")
    day, hour = starts.get(number, ("", ""))
    return Activity(
        place=Place(file, row=one.line),
        number=number,
        subject=one.said("Subject"),
        teachers=one.all_said("Teacher"),
        sets=one.all_said("Students"),
        room=rooms.get(number, ""),
        day=day,
        hour=hour,
        length=_length(one),
    )


def _length(activity: Element) -> int:
    said = activity.said("Duration") or "1"
    if not said.isascii() or not said.isdigit() or len(said) > 3:
        raise FileDamaged(f"Near line {activity.line} an activity lasts «{said[:20]}» hours.")
    return int(said)


def _starts(constraints: Sequence[Element]) -> dict[str, Start]:
    """Of several for one activity the last: that is the one that solving adds."""
    return {
        one.said("Activity_Id"): (
            one.said("Preferred_Day") or one.said("Day"),
            one.said("Preferred_Hour") or one.said("Hour"),
        )
        for one in _binding(constraints)
    }


def _rooms(constraints: Sequence[Element]) -> dict[str, str]:
    return {one.said("Activity_Id"): one.said("Room") for one in _binding(constraints)}


def _binding(constraints: Sequence[Element]) -> Iterator[Element]:
    """Those that hold altogether: a wish with less weight may have been passed over."""
    return (one for one in constraints if _is_on(one) and one.said("Weight_Percentage") in ("", "100"))


def _is_on(element: Element) -> bool:
    return element.said("Active").casefold() not in ("false", "no")


def _names(lists: Sequence[Element], tag: str) -> tuple[str, ...]:
    """FET's older files write the name into the element itself."""
    return tuple(one.said("Name") or one.text.strip() for whole in lists for one in whole.each(tag))


def _set(element: Element) -> StudentSet:
    within = (one for tag in ("Group", "Subgroup") for one in element.each(tag))
    return StudentSet(element.said("Name"), tuple(_set(one) for one in within))
