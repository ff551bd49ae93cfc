"""A school's own table leaves out what everyone knows: the load says what «англ.» is and who teaches it to whom."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from domain.ids import ClassId
from domain.roles.names import norm
from domain.school.class_names import class_norm
from domain.school.importing.known import KnownSchool
from domain.school.importing.remarks import About, Doubt, Note, Why
from domain.school.importing.sheets import Place
from domain.school.importing.timetable_cell import rooms_of
from domain.school.importing.timetable_source import StudentSet
from domain.school.importing.timetable_wished import WishedLesson, WishedTimetable


def by_load(wished: WishedTimetable, school: KnownSchool) -> WishedTimetable:
    """Subjects in full, a lesson for each subgroup, teachers; what the load leaves open is a doubt, once."""
    telling = _Telling(_Load.of(school))
    lessons = [told for lesson in wished.lessons for told in telling.told(lesson)]
    notes = list(wished.notes)
    if telling.meant:
        said = "; ".join(f"{short} → {whole}" for short, whole in telling.meant.items())
        notes.append(Note(About.SUBJECTS_MEANT, Place(wished.file), said))
    years = tuple(_year(name, sets) for name, sets in telling.sets.items())
    return replace(
        wished,
        lessons=tuple(_joint(lessons)),
        years=years,
        doubts=tuple(telling.doubts.values()),
        notes=notes,
    )


@dataclass(frozen=True, slots=True)
class _Load:
    subjects: Sequence[str]
    of_class: dict[str, list[tuple[str, str, str]]]
    """(subject, group, teacher) by the class's norm; '' for the whole class."""
    groups: dict[tuple[str, str], list[str]]
    """By the class's and the subject's norms."""

    @classmethod
    def of(cls, school: KnownSchool) -> "_Load":
        classes: dict[ClassId, str] = {one.id: class_norm(one.name) for one in school.classes}
        subjects = {one.id: one.name for one in school.subjects}
        groups = {one.id: one.name for one in school.groups}
        people = {one.id: one.name.full for one in school.people}
        load = cls(tuple(subjects.values()), {}, {})
        for row in school.load:
            group = groups[row.group] if row.group else ""
            taught = subjects[row.subject], group, people[row.teacher]
            load.of_class.setdefault(classes[row.class_id], []).append(taught)
        for one in school.groups:
            if one.subject:
                load.groups.setdefault((classes[one.class_id], norm(subjects[one.subject])), []).append(one.name)
        return load


@dataclass
class _Telling:
    load: _Load

    def __post_init__(self) -> None:
        self.meant: dict[str, str] = {}
        self.sets: dict[str, dict[str, None]] = {}
        self.doubts: dict[tuple[str, Why], Doubt] = {}

    def told(self, lesson: WishedLesson) -> Iterator[WishedLesson]:
        [name] = lesson.sets
        subject = self._subject(class_norm(name), lesson.subject)
        rows = [row for row in self.load.of_class.get(class_norm(name), ()) if norm(row[0]) == norm(subject)]
        groups = self._groups(name, subject, rows)
        whole = replace(lesson, subject=subject)
        if lesson.subgroup:
            own = groups[lesson.subgroup - 1] if lesson.subgroup <= len(groups) else str(lesson.subgroup)
            yield self._taught(whole, rows, own, lesson.room)
            return
        rooms = rooms_of(lesson.room or "")
        by_rooms = not rows and len(rooms) > 1
        if not by_rooms and (not groups or any(not row[1] for row in rows)):
            yield self._taught(whole, rows, "", lesson.room)
            return
        parts = groups or [str(number) for number in range(1, len(rooms) + 1)]
        each = rooms if len(rooms) == len(parts) else [lesson.room or ""] * len(parts)
        for group, room in zip(parts, each, strict=True):
            yield self._taught(whole, rows, group, room or None)

    def _subject(self, class_: str, said: str) -> str:
        """In full: among the class's own first, then the school's; as it is where none or several fit."""
        own = dict.fromkeys(subject for subject, _, _ in self.load.of_class.get(class_, ()))
        for among in (own, self.load.subjects):
            exact = [one for one in among if norm(one) == norm(said)]
            short = exact or [one for one in among if _shortens(said, one)]
            if len(short) == 1:
                if not exact:
                    self.meant[said] = short[0]
                return short[0]
        return said

    def _groups(self, name: str, subject: str, rows: Iterable[tuple[str, str, str]]) -> list[str]:
        of_load = {group for _, group, _ in rows if group}
        of_subject = self.load.groups.get((class_norm(name), norm(subject)), [])
        return sorted(of_load or set(of_subject), key=lambda group: (len(group) if group.isdigit() else 0, norm(group)))

    def _taught(
        self, lesson: WishedLesson, rows: Sequence[tuple[str, str, str]], group: str, room: str | None
    ) -> WishedLesson:
        [name] = lesson.sets
        teachers = lesson.teachers or self._teachers(lesson, rows, group)
        if not group:
            return replace(lesson, teachers=teachers, room=room)
        own = f"{name} {group}"
        self.sets.setdefault(name, {})[own] = None
        return replace(lesson, sets=(own,), teachers=teachers, room=room)

    def _teachers(self, lesson: WishedLesson, rows: Sequence[tuple[str, str, str]], group: str) -> tuple[str, ...]:
        """The group's own, else the whole class's; nobody where several could be meant."""
        own = [row for row in rows if norm(row[1]) == norm(group)] or [row for row in rows if not row[1]]
        teachers = tuple(dict.fromkeys(teacher for _, _, teacher in own))
        if len(teachers) == 1:
            return teachers
        who = " · ".join((f"{lesson.sets[0]} {group}".strip(), lesson.subject))
        why = Why.LOAD_SEVERAL if teachers else Why.LOAD_UNKNOWN
        self.doubts.setdefault((who, why), Doubt(lesson.place, who, why, ", ".join(teachers)))
        return ()


def _year(name: str, sets: Iterable[str]) -> StudentSet:
    """With a set of its own for whoever is in no subgroup, so that a single one is not the class."""
    return StudentSet(name, tuple(map(StudentSet, (*sets, f"rest of {name}"))))


def _joint(lessons: Iterable[WishedLesson]) -> Iterator[WishedLesson]:
    """One teacher with one subject in one room at one time teaches the classes together."""
    together: dict[object, WishedLesson] = {}
    for number, one in enumerate(lessons):
        at = one.weekday, one.position, one.parity, norm(one.subject), norm(one.room or ""), one.teachers
        key = at if one.room and one.teachers else number
        first = together.get(key)
        together[key] = replace(first, sets=tuple(dict.fromkeys((*first.sets, *one.sets)))) if first else one
    return iter(together.values())


def _shortens(said: str, whole: str) -> bool:
    """«англ. яз.» and «физ-ра» by beginnings and ends of words, «ОБЖ» by their first letters."""
    short, words = re.findall(r"\w+", norm(said)), re.findall(r"\w+", norm(whole))
    if len(short) == 2 and "-" in said and any(_around(short, word) for word in words[:1]):
        return True
    if len(short) == 1 and len(short[0]) > 1 and short[0] == "".join(word[0] for word in words if len(word) > 1):
        return True
    begun = (len(one) > 1 and word.startswith(one) for one, word in zip(short, words, strict=False))
    return 0 < len(short) <= len(words) and all(begun)


def _around(short: Sequence[str], word: str) -> bool:
    return word.startswith(short[0]) and word.endswith(short[1]) and len(word) > len(short[0]) + len(short[1])
