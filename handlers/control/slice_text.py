"""A slice of the journal, and a place within it, as short texts that buttons carry: numbers to the base of 36.

A slice: three letters for each of its two days, counted from 2020 on, then class (before it «G» and the grade, where
there is one), subject and teacher, each after a dot. With the largest ids that is 33 bytes of Telegram's 64.
"""

from datetime import date, timedelta

from domain.control.indicators import Slice
from domain.errors import NotFound
from domain.ids import ClassId, PersonId, SubjectId

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
FROM = date(2020, 1, 1)
DAY_WIDTH = 3
LONGEST_DAYS = 366
"""Of a slice: a school year."""
LARGEST = 10**10
LONGEST_SLICE = "zzzzzz.Gc-4ldqpds.4ldqpds.4ldqpds"
"""With the largest ids."""
GRADE, IN_GRADE = "G", "-"


def base36(number: int) -> str:
    """Of a number from 0 on."""
    said = ""
    while True:
        number, digit = divmod(number, 36)
        said = DIGITS[digit] + said
        if not number:
            return said


def number_of(said: str) -> int:
    """Raises `NotFound` for what is no number that a button may carry."""
    if not said or len(said) > 7 or any(letter not in DIGITS for letter in said):
        raise NotFound
    number = int(said, 36)
    if number > LARGEST:
        raise NotFound
    return number


def day36(day: date) -> str:
    return base36((day - FROM).days).rjust(DAY_WIDTH, "0")


def day_of36(said: str) -> date:
    """Raises `NotFound`."""
    return FROM + timedelta(days=number_of(said))


def packed_slice(one: Slice) -> str:
    return f"{day36(one.first)}{day36(one.last)}.{_room(one)}.{_packed(one.subject)}.{_packed(one.teacher)}".rstrip(".")


def slice_of(said: str) -> Slice:
    """Raises `NotFound` for what is no slice: buttons are a stranger's until they are checked."""
    days, *rest = said.split(".")
    if len(days) != 2 * DAY_WIDTH or len(rest) > 3:
        raise NotFound
    room, subject, teacher = (*rest, "", "", "")[:3]
    first, last = day_of36(days[:DAY_WIDTH]), day_of36(days[DAY_WIDTH:])
    if not timedelta(0) <= last - first <= timedelta(days=LONGEST_DAYS):
        raise NotFound
    grade, _, school_class = room.partition(IN_GRADE) if room.startswith(GRADE) else ("", "", room)
    return Slice(
        first,
        last,
        ClassId(number_of(school_class)) if school_class else None,
        number_of(grade[len(GRADE) :]) if grade else None,
        SubjectId(number_of(subject)) if subject else None,
        PersonId(number_of(teacher)) if teacher else None,
    )


def _room(one: Slice) -> str:
    if one.grade is None:
        return _packed(one.class_id)
    within = f"{IN_GRADE}{_packed(one.class_id)}" if one.class_id is not None else ""
    return f"{GRADE}{base36(one.grade)}{within}"


def _packed(number: int | None) -> str:
    return "" if number is None else base36(number)
