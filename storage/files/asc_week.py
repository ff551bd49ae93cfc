"""What the elements of an aSc export say: lessons are what is to be taught, cards are where it was put.

Format: «aSc Timetables 2012 XML» of https://www.asctimetables.com. Lists of ids stand with commas; days, weeks and
terms are strings of 0 and 1, a character for each day of the week, each week of the cycle, each term of the year.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from domain.school.importing.remarks import About, Note
from domain.school.importing.sheets import Place
from domain.school.importing.timetable_source import Activity, ProgramWeek, StudentSet
from storage.files.asc_names import name_of, set_name, teacher_of
from storage.files.asc_slots import MOST_PERIODS, Slots, period_of
from storage.files.problems import FileDamaged
from storage.files.xml_elements import Element

WANTED = frozenset(
    {"period", "daysdef", "weeksdef", "subject", "teacher", "classroom", "class", "group", "lesson", "card"}
)


def week_of_elements(file: str, elements: Iterable[Element]) -> ProgramWeek:
    """Raises `FileDamaged`."""
    found: dict[str, list[Element]] = {tag: [] for tag in WANTED}
    for element in elements:
        found[element.tag].append(element)
    return _Export(file, found, Slots.of(found["period"], found["daysdef"], found["weeksdef"])).week()


@dataclass
class _Export:
    file: str
    found: dict[str, list[Element]]
    slots: Slots

    def __post_init__(self) -> None:
        self._by_id = {tag: {one.attributes.get("id", ""): one for one in ones} for tag, ones in self.found.items()}
        self._cards: dict[str, list[Element]] = {}
        for card in self.found["card"]:
            for lesson in self._named("lesson", card, "lessonid"):
                self._cards.setdefault(lesson.attributes["id"], []).append(card)
        self._notes: list[Note] = []

    def week(self) -> ProgramWeek:
        activities = [one for lesson in self._by_id["lesson"].values() for one in self._activities(lesson)]
        if self.slots.odd_assumed and any(one.parity is not None for one in activities):
            self._notes.append(Note(About.WEEKS_ASSUMED, Place(self.file)))
        return ProgramWeek(
            self.file,
            activities,
            days=self.slots.days,
            hours=tuple(self.slots.hours.values()),
            in_order=True,
            years=tuple(map(self._year, self.found["class"])),
            classes=tuple(map(name_of, self.found["class"])),
            notes=self._notes,
        )

    def _activities(self, lesson: Element) -> Iterator[Activity]:
        """One for each card, and an unplaced one for each card that the lesson should have more."""
        length = _number(lesson, "periodspercard", "1")
        whole, cards = self._whole(lesson, length), self._cards.get(lesson.attributes.get("id", ""), [])
        by_period = length > 1 and _a_card_each_period(cards)
        for card in cards:
            yield from self._placed(replace(whole, length=1 if by_period else length), card)
        wished = _number(lesson, "periodsperweek", "0") // max(length, 1)
        for _ in range(wished - (len(cards) // length if by_period else len(cards))):
            yield whole

    def _whole(self, lesson: Element, length: int) -> Activity:
        subjects = self._named("subject", lesson, "subjectid")
        teachers = map(teacher_of, self._named("teacher", lesson, "teacherids"))
        return Activity(
            place=Place(self.file, row=lesson.line),
            number="",
            subject=name_of(subjects[0]) if subjects else "",
            teachers=tuple(filter(None, teachers)),
            sets=tuple(dict.fromkeys(self._sets(lesson))),
            room="",
            length=length,
        )

    def _placed(self, whole: Activity, card: Element) -> Iterator[Activity]:
        rooms = ", ".join(map(name_of, self._named("classroom", card, "classroomids")))
        card_alone = replace(whole, place=Place(self.file, row=card.line), room=rooms)
        days, hour, parity = self.slots.days_of(card), self.slots.hour_of(card), self.slots.parity_of(card)
        if not days or not hour:
            yield card_alone
        for day in days if hour else ():
            activity = replace(card_alone, day=day, hour=hour, parity=parity)
            if self.slots.repeats(card):
                yield activity
            else:
                self._notes.append(Note(About.PART_OF_YEAR, activity.place, activity.said))

    def _sets(self, lesson: Element) -> Iterator[str]:
        """Of each class the groups that are named; the class itself where none is, or the whole one."""
        groups = self._named("group", lesson, "groupids")
        of_groups = [one for group in groups for one in self._named("class", group, "classid")]
        for school_class in (*self._named("class", lesson, "classids"), *of_groups):
            own = [one for one in groups if one.attributes.get("classid") == school_class.attributes.get("id")]
            if not own or any(map(_is_entire, own)):
                yield name_of(school_class)
            else:
                yield from (set_name(school_class, group) for group in own)

    def _year(self, school_class: Element) -> StudentSet:
        """With a set of its own for whoever is in no group, so that a single group is not the class."""
        name, id_ = name_of(school_class), school_class.attributes.get("id")
        groups = [one for one in self.found["group"] if one.attributes.get("classid") == id_ and not _is_entire(one)]
        names = [set_name(school_class, group) for group in groups]
        return StudentSet(name, tuple(map(StudentSet, (*names, f"{name} ·"))) if names else ())

    def _named(self, tag: str, one: Element, attribute: str) -> list[Element]:
        """What a list of ids names. Raises `FileDamaged` for an id that the file does not have."""
        known = self._by_id[tag]
        ids = [id_.strip() for id_ in one.attributes.get(attribute, "").split(",") if id_.strip()]
        for id_ in ids:
            if id_ not in known:
                raise FileDamaged(f"Near line {one.line} a {one.tag} names a {tag} that is not there: «{id_[:20]}».")
        return [known[id_] for id_ in dict.fromkeys(ids)]


def _a_card_each_period(cards: Sequence[Element]) -> bool:
    """Whether a double lesson has a card for each of its periods, as some versions write it."""
    taken = {(one.attributes.get("days"), one.attributes.get("weeks"), period_of(one)) for one in cards}
    return any((days, weeks, period + 1) in taken for days, weeks, period in taken if period is not None)


def _number(lesson: Element, attribute: str, absent: str) -> int:
    """Whole; «1.5» lessons a week, one of them every other week, are one card at least."""
    said = lesson.attributes.get(attribute) or absent
    found = re.fullmatch(r"([0-9]{1,3})(?:[.,][0-9]{1,3})?", said.strip())
    if found is None or int(found[1]) > MOST_PERIODS:
        raise FileDamaged(f"Near line {lesson.line} a lesson has «{said[:20]}» as its {attribute}.")
    return int(found[1])


def _is_entire(group: Element) -> bool:
    return group.attributes.get("entireclass") == "1"
