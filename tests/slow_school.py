"""A generated school read from its raw rows, slowly and plainly: which lessons there were, who sat where."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from tests.generated import GeneratedSchool, Row
from tests.school import ZONE

DAY = timedelta(days=1)
Part = tuple[int, int | None]


@dataclass(frozen=True)
class SlowLesson:
    entry: int
    day: date
    position: int
    subject: int
    teachers: tuple[int, ...]
    parts: tuple[Part, ...]
    grades: tuple[int, ...]
    change: str | None
    starts: time
    ends: time

    @property
    def takes_place(self) -> bool:
        return self.change not in ("cancelled", "moved")

    @property
    def course(self) -> tuple[int, frozenset[Part]]:
        return self.subject, frozenset(self.parts)

    @property
    def ref(self) -> tuple[int, date]:
        return self.entry, self.day


@dataclass(frozen=True)
class SlowSchool:
    school: GeneratedSchool

    @property
    def today(self) -> date:
        return self.school.now.astimezone(ZONE).date()

    def grade(self, class_id: int) -> int:
        return int(self.school.by_id("classes")[class_id]["grade"])

    @cached_property
    def lessons(self) -> list[SlowLesson]:
        """Of the whole year."""
        (year,) = self.school.of("school_years")
        days = [year["starts_on"] + DAY * n for n in range((year["ends_on"] - year["starts_on"]).days + 1)]
        found = [self._lesson(entry, day) for day in days for entry in self.school.of("timetable_entries")]
        return [one for one in found if one is not None]

    def is_over(self, lesson: SlowLesson) -> bool:
        return datetime.combine(lesson.day, lesson.ends, ZONE) <= self.school.now

    def written(self, lesson: SlowLesson) -> Row | None:
        return self._written.get(lesson.ref)

    def begins(self, lesson: SlowLesson) -> time:
        """The first lesson of its class that day; of several classes the latest."""
        return max(min(one.starts for one in self._of_class[part[0], lesson.day]) for part in lesson.parts)

    def ends(self, lesson: SlowLesson) -> time:
        return max(max(one.ends for one in self._of_class[part[0], lesson.day]) for part in lesson.parts)

    def following(self, lesson: SlowLesson) -> date | None:
        """The next day with the same course."""
        return min((one.day for one in self._of_course[lesson.course] if one.day > lesson.day), default=None)

    def is_last_of_day(self, lesson: SlowLesson) -> bool:
        same = [one for one in self._of_course[lesson.course] if one.day == lesson.day]
        return all(one.position <= lesson.position for one in same)

    def seats(self) -> list[tuple[int, int, date, date | None]]:
        """(pupil, class, from, until): who came with the first list of a class sat there from the year's first day."""
        (year,) = self.school.of("school_years")
        rows = self.school.of("enrolments")
        found = []
        for row in rows:
            of_class = min(one["from_day"] for one in rows if one["class_id"] == row["class_id"])
            of_pupil = min(one["from_day"] for one in rows if one["pupil_id"] == row["pupil_id"])
            first = row["from_day"] == of_class == of_pupil
            since = min(row["from_day"], year["starts_on"]) if first else row["from_day"]
            found.append((row["pupil_id"], row["class_id"], since, row["until_day"]))
        return found

    def attends(self, pupil: int, group: int, sitting: Collection[int]) -> bool:
        """A subgroup of their own, or any of the class's where the list does not say which. `sitting`: who is there."""
        members = {(one["group_id"], one["pupil_id"]) for one in self.school.of("study_group_members")}
        mine = self.school.by_id("study_groups")[group]
        division = [
            one["id"]
            for one in self.school.of("study_groups")
            if (one["class_id"], one["subject_id"]) == (mine["class_id"], mine["subject_id"])
        ]
        if any((one, pupil) in members for one in division):
            return (group, pupil) in members
        return len(division) > 1 or not any((group, other) in members for other in sitting)

    @cached_property
    def _of_course(self) -> dict[tuple[int, frozenset[Part]], list[SlowLesson]]:
        """Those that take place."""
        found: dict[tuple[int, frozenset[Part]], list[SlowLesson]] = {one.course: [] for one in self.lessons}
        for one in self.lessons:
            found[one.course] += [one] if one.takes_place else []
        return found

    @cached_property
    def _of_class(self) -> dict[tuple[int, date], list[SlowLesson]]:
        found: dict[tuple[int, date], list[SlowLesson]] = {}
        for one in self.lessons:
            for class_id, _ in one.parts if one.takes_place else ():
                found.setdefault((class_id, one.day), []).append(one)
        return found

    @cached_property
    def _written(self) -> dict[tuple[int, date], Row]:
        return {(row["entry_id"], row["day"]): row for row in self.school.of("lessons")}

    def _lesson(self, entry: Row, day: date) -> SlowLesson | None:
        parts = self._parts[entry["id"]]
        grades = tuple(self.grade(class_id) for class_id, _ in parts)
        stands = entry["valid_from"] <= day <= (entry["valid_until"] or day)
        parity = entry["week_parity"] in (None, day.isocalendar().week % 2)
        if day.isoweekday() != entry["weekday"] or not stands or not parity or all(self._off(day, g) for g in grades):
            return None
        change = self._changes.get((entry["id"], day), {})
        bells = self._bells[2 if parts[0][0] == self._second_shift else 1]
        return SlowLesson(
            entry["id"],
            day,
            entry["position"],
            change.get("subject_id") or entry["subject_id"],
            (change["teacher_id"],) if change.get("teacher_id") else self._teachers[entry["id"]],
            parts,
            grades,
            change.get("kind"),
            *bells[entry["position"]],
        )

    def _off(self, day: date, grade: int) -> bool:
        spans = self.school.of("calendar_days")
        free = any(
            one["starts_on"] <= day <= one["ends_on"] and one["grade_from"] <= grade <= one["grade_to"] for one in spans
        )
        return free or day.isoweekday() == 7

    @cached_property
    def _parts(self) -> dict[int, tuple[Part, ...]]:
        """The lower grade first: by its bells the lesson is given."""
        found: dict[int, list[Part]] = {}
        for row in self.school.of("timetable_entry_classes"):
            found.setdefault(row["entry_id"], []).append((row["class_id"], row["group_id"]))
        return {
            one: tuple(sorted(parts, key=lambda part: (self.grade(part[0]), part[0]))) for one, parts in found.items()
        }

    @cached_property
    def _teachers(self) -> dict[int, tuple[int, ...]]:
        return {row["entry_id"]: (row["teacher_id"],) for row in self.school.of("timetable_entry_teachers")}

    @cached_property
    def _changes(self) -> dict[tuple[int, date], Row]:
        rows = self.school.of("lesson_changes")
        return {(row["entry_id"], row["day"]): row for row in rows if row["kind"] != "none"}

    @cached_property
    def _bells(self) -> dict[int, dict[int, tuple[time, time]]]:
        found: dict[int, dict[int, tuple[time, time]]] = {}
        for row in self.school.of("bell_times"):
            found.setdefault(row["schedule_id"], {})[row["position"]] = row["starts_at"], row["ends_at"]
        return found

    @cached_property
    def _second_shift(self) -> int | None:
        return next((row["class_id"] for row in self.school.of("bell_rules") if row.get("class_id")), None)
