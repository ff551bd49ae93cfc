"""Each indicator once more, from the raw rows, as the regulation would have it counted by hand (3.6.2)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import Any

from domain.control.indicators import Measure, Slice
from tests.generated import Row
from tests.school import ZONE
from tests.slow_school import DAY, SlowLesson, SlowSchool

WRITTEN = ("control", "classwork")
FEWEST = {1: 3, 2: 3, 3: 5, 4: 7}
Judged = tuple[int, int] | None
PartWhole = tuple[int, int]


def grouped(rows: Iterable[Row], by: str) -> dict[Any, list[Row]]:
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(row[by], []).append(row)
    return found


class SlowIndicators:
    def __init__(self, slow: SlowSchool, slice_: Slice) -> None:
        self.slow = slow
        self.school = slow.school
        self.slice = slice_
        self.until = min(slice_.last, slow.today)
        self.kinds = {row["id"]: row["code"] for row in self.school.of("work_kinds")}
        single = {row["homework_id"] for row in self.school.of("homework_pupils")}
        standing = (row for row in self.school.of("homework") if not row["cancelled_at"] and row["id"] not in single)
        self.homework = grouped(standing, "subject_id")
        self.marks = grouped((row for row in self.school.of("marks") if not row["taken_back"]), "lesson_id")
        self.noted = grouped((row for row in self.school.of("attendance") if row["status"] != "present"), "lesson_id")

    def lessons(self, measure: Measure) -> list[tuple[SlowLesson, PartWhole]]:
        """Those that count, each with its part and whole."""
        found = []
        for one in self.slow.lessons:
            changes = measure in (Measure.SUBSTITUTED, Measure.CANCELLED)
            if not self._in_slice(one) or not self.slow.is_over(one) or one.change == "moved":
                continue
            if one.change == "cancelled" and not changes:
                continue
            judged = self._judge(measure)(one)
            if judged is not None:
                found.append((one, judged))
        return found

    def figure(self, measure: Measure) -> PartWhole:
        counted = self.lessons(measure)
        if measure is Measure.TEACHERS:
            lines = self.by_teacher(measure).values()
            return sum(part > 0 for part, _ in lines), len(lines)
        return sum(part for _, (part, _) in counted), sum(whole for _, (_, whole) in counted)

    def by_teacher(self, measure: Measure) -> dict[int, PartWhole]:
        counted = self.lessons(measure)
        teachers = {who for one, _ in counted for who in one.teachers if self.slice.teacher in (None, who)}
        lines = {
            who: (
                sum(part for one, (part, _) in counted if who in one.teachers),
                sum(whole for one, (_, whole) in counted if who in one.teachers),
            )
            for who in teachers
        }
        return {who: line for who, line in lines.items() if line[1]}

    def short(self, measure: Measure) -> set[tuple[int, date]]:
        adverse = measure in (Measure.SUBSTITUTED, Measure.CANCELLED)
        return {one.ref for one, (part, whole) in self.lessons(measure) if (part > 0 if adverse else part < whole)}

    def minutes_after(self) -> Any:
        found = []
        for one, _ in self.lessons(Measure.ATTENDANCE):
            given = self._homework(one)
            if given is not None and not given["none_set"]:
                after = given["set_at"] - datetime.combine(one.day, one.ends, ZONE)
                found.append(max(int(after.total_seconds()) // 60, 0))
        return median(found) if found else None

    def density(self) -> tuple[dict[tuple[int, int, str, int], PartWhole], int]:
        """By (pupil, subject, kind and number of the term) marks and those needed; how many are exempt."""
        found: dict[tuple[int, int, str, int], PartWhole] = {}
        exempt = 0
        for pupil, class_id, since, until_day in self.slow.seats():
            grade = self.slow.grade(class_id)
            if grade == 1 or self.slice.class_id not in (None, class_id) or self.slice.grade not in (None, grade):
                continue
            for term in self._terms("half_year" if grade >= 10 else "quarter"):
                last = min(term["ends_on"], self.until)
                if not since <= last <= (until_day or last):
                    continue
                for subject, weekly in self._subjects(pupil, class_id, last).items():
                    if self._is_exempt(pupil, subject, last):
                        exempt += 1
                        continue
                    came = min(one[2] for one in self.slow.seats() if one[0] == pupil)
                    days = (last - max(came, term["starts_on"])).days + 1
                    of = (term["ends_on"] - term["starts_on"]).days + 1
                    needed = FEWEST[min(max(int(weekly), 1), 4)] * days // of
                    marks = self._marks_between(pupil, subject, term["starts_on"], last)
                    found[pupil, subject, term["kind"], term["number"]] = marks, needed
        return found, exempt

    def plan(self) -> tuple[dict[tuple[int, frozenset[Any]], PartWhole], int]:
        """By course hours given and planned; how many courses have no plan."""
        found: dict[tuple[int, frozenset[Any]], PartWhole] = {}
        without = set()
        for entry in self.school.of("timetable_entries"):
            parts = self.slow._parts[entry["id"]]
            if entry["extra"] or entry["valid_from"] > self.until or not self._entry_in_slice(entry, parts):
                continue
            key = entry["subject_id"], frozenset(parts)
            plans = [(part, self._plan(part[0], entry["subject_id"])) for part in parts]
            chosen = next(((part, plan) for part, plan in plans if plan is not None), None)
            if chosen is None:
                without.add(key)
            else:
                found[key] = self._hours(key, *chosen)
        return found, len(without)

    def families(self, role: str, within: timedelta | None) -> PartWhole:
        today = self.slow.today
        pupils = {
            row["pupil_id"]
            for row in self.school.of("enrolments")
            if row["from_day"] <= today <= (row["until_day"] or today)
            and self.slice.class_id in (None, row["class_id"])
            and self.slice.grade in (None, self.slow.grade(row["class_id"]))
        }
        people = pupils
        if role == "guardian":
            kin = [row for row in self.school.of("guardianships") if not row["restricted_at"]]
            people = {row["guardian_id"] for row in kin if row["pupil_id"] in pupils}
        return sum(self._is_in(one, role, within) for one in people), len(people)

    def _in_slice(self, one: SlowLesson) -> bool:
        s = self.slice
        return (
            s.first <= one.day <= s.last
            and (s.class_id is None or s.class_id in dict(one.parts))
            and (s.grade is None or s.grade in one.grades)
            and s.subject in (None, one.subject)
            and (s.teacher is None or s.teacher in one.teachers)
        )

    def _judge(self, measure: Measure) -> Callable[[SlowLesson], Judged]:
        yes: dict[Measure, Callable[[SlowLesson], Judged]] = {
            Measure.TEACHERS: lambda one: (int(self._anything(one)), 1),
            Measure.ATTENDANCE: lambda one: (int(self._attended(one) is not None), 1),
            Measure.TOPICS: lambda one: (int(self._topic(one) is not None), 1),
            Measure.HOMEWORK: lambda one: (int(self._homework(one) is not None), 1) if self._owes(one) else None,
            Measure.MARKS: lambda one: (int(bool(self._marks(one))), 1) if 1 not in one.grades else None,
            Measure.FILLED_IN_TIME: self._filled,
            Measure.HOMEWORK_IN_TIME: self._homework_in_time,
            Measure.MARKS_IN_TIME: lambda one: self._marks_in_time(one, written=False),
            Measure.WRITTEN_IN_TIME: lambda one: self._marks_in_time(one, written=True),
            Measure.SUBSTITUTED: lambda one: (int(one.change == "substituted"), 1),
            Measure.CANCELLED: lambda one: (int(one.change == "cancelled"), 1),
        }
        return yes[measure]

    def _anything(self, one: SlowLesson) -> bool:
        things = self._topic(one), self._homework(one), self._attended(one), self._marks(one) or None
        return any(thing is not None for thing in things)

    def _topic(self, one: SlowLesson) -> datetime | None:
        row = self.slow.written(one)
        return row["topic_set_at"] if row else None

    def _attended(self, one: SlowLesson) -> datetime | None:
        row = self.slow.written(one)
        if row is None:
            return None
        times = [row["roll_call_closed_at"]] if row["roll_call_closed_at"] else []
        return min(times + [noted["noted_at"] for noted in self.noted.get(row["id"], [])], default=None)

    def _marks(self, one: SlowLesson) -> list[Row]:
        row = self.slow.written(one)
        return self.marks.get(row["id"], []) if row else []

    def _owes(self, one: SlowLesson) -> bool:
        return 1 not in one.grades and self.slow.following(one) is not None and self.slow.is_last_of_day(one)

    def _homework(self, one: SlowLesson) -> Row | None:
        """The first that was really given, else «не задано»."""
        following = self.slow.following(one)
        if 1 in one.grades:
            return None
        found = [
            row
            for row in self.homework.get(one.subject, [])
            for class_id, group in one.parts
            if row["class_id"] == class_id
            and row["group_id"] in (None, group)
            and row["due_day"] > one.day
            and (following is None or row["due_day"] <= following)
        ]
        return min(found, key=lambda row: (row["none_set"], row["set_at"]), default=None)

    def _filled_until(self, one: SlowLesson) -> datetime:
        if self.slow.begins(one) >= time(12):
            return datetime.combine(one.day + DAY, time(12), ZONE)
        return datetime.combine(one.day, time(21), ZONE)

    def _filled(self, one: SlowLesson) -> Judged:
        until = self._filled_until(one)
        if until > self.school.now:
            return None
        both = self._attended(one), self._topic(one)
        return int(all(at is not None and at <= until for at in both)), 1

    def _homework_in_time(self, one: SlowLesson) -> Judged:
        until = datetime.combine(one.day, self.slow.ends(one), ZONE) + timedelta(hours=1)
        if not self._owes(one) or until > self.school.now:
            return None
        given = self._homework(one)
        return int(given is not None and given["set_at"] <= until), 1

    def _marks_in_time(self, one: SlowLesson, *, written: bool) -> Judged:
        if 1 in one.grades:
            return None
        marks = [mark for mark in self._marks(one) if (self.kinds[mark["kind_id"]] in WRITTEN) is written]
        return sum(self._is_in_time(one, mark, written=written) for mark in marks), len(marks)

    def _is_in_time(self, one: SlowLesson, mark: Row, *, written: bool) -> bool:
        entered = mark["entered_at"] or mark["set_at"]
        if written:
            return bool(entered < datetime.combine(one.day + 8 * DAY, time(0), ZONE))
        return bool(entered.astimezone(ZONE).date() == one.day or entered <= self._filled_until(one))

    def _terms(self, kind: str) -> list[Row]:
        terms = [row for row in self.school.of("terms") if row["kind"] == kind and row["starts_on"] <= self.until]
        return [row for row in terms if row["ends_on"] >= self.slice.first] or terms[-1:]

    def _subjects(self, pupil: int, class_id: int, day: date) -> dict[int, float]:
        """Lessons a week that the pupil has of each subject, by the timetable of the day; of the slice."""
        sitting = [one[0] for one in self.slow.seats() if one[1] == class_id and one[2] <= self.until]
        found: dict[int, float] = {}
        taught = set()
        for entry in self.school.of("timetable_entries"):
            parts = [part for part in self.slow._parts[entry["id"]] if part[0] == class_id]
            mine = any(group is None or self.slow.attends(pupil, group, sitting) for _, group in parts)
            if mine and not entry["extra"] and entry["valid_from"] <= day <= (entry["valid_until"] or day):
                subject = entry["subject_id"]
                found[subject] = found.get(subject, 0) + (1 if entry["week_parity"] is None else 0.5)
                taught |= {(subject, who) for who in self.slow._teachers[entry["id"]]}
        for load in self.school.of("teaching_loads"):
            group = load["group_id"]
            if load["class_id"] == class_id and (group is None or self.slow.attends(pupil, group, sitting)):
                taught.add((load["subject_id"], load["teacher_id"]))
        return {
            subject: weekly
            for subject, weekly in found.items()
            if self.slice.subject in (None, subject)
            and (self.slice.teacher is None or (subject, self.slice.teacher) in taught)
        }

    def _is_exempt(self, pupil: int, subject: int, day: date) -> bool:
        return any(
            row["pupil_id"] == pupil
            and row["subject_id"] == subject
            and row["kind"] == "exempt"
            and not row["taken_back"]
            and row["from_day"] <= day <= (row["until_day"] or day)
            for row in self.school.of("pupil_subjects")
        )

    def _marks_between(self, pupil: int, subject: int, first: date, last: date) -> int:
        marks = self.school.by_id("marks")
        count = 0
        for mark in marks.values():
            retaken = marks.get(mark.get("retake_id") or 0)
            beside = retaken is not None and not retaken["taken_back"]
            mine = mark["pupil_id"] == pupil and mark["subject_id"] == subject and first <= mark["day"] <= last
            count += mine and not mark["taken_back"] and not beside
        return count

    def _entry_in_slice(self, entry: Row, parts: Sequence[tuple[int, int | None]]) -> bool:
        s = self.slice
        return (
            s.subject in (None, entry["subject_id"])
            and (s.class_id is None or s.class_id in dict(parts))
            and (s.grade is None or s.grade in [self.slow.grade(class_id) for class_id, _ in parts])
            and (s.teacher is None or s.teacher in self.slow._teachers[entry["id"]])
        )

    def _plan(self, class_id: int, subject: int) -> Row | None:
        plans = self.school.of("curriculum_plans")
        return next((row for row in plans if (row["class_id"], row["subject_id"]) == (class_id, subject)), None)

    def _hours(self, key: tuple[int, frozenset[Any]], part: tuple[int, int | None], plan: Row) -> PartWhole:
        topics = [row for row in self.school.of("plan_topics") if row["plan_id"] == plan["id"]]
        links = self.school.of("lesson_classes")
        given = 0
        for topic in topics:
            lessons = 0
            for row in self.school.of("lessons"):
                if row["plan_topic_id"] == topic["id"] and row["day"] <= self.until:
                    mine = [one for one in links if one["lesson_id"] == row["id"] and one["class_id"] == part[0]]
                    lessons += sum(part[1] is None or one["group_id"] in (None, part[1]) for one in mine)
            given += min(lessons, topic["hours"])
        if any(topic["planned_day"] for topic in topics):
            return given, sum(topic["hours"] for topic in topics if topic["planned_day"] <= self.until)
        entries = {
            entry["id"]
            for entry in self.school.of("timetable_entries")
            if (entry["subject_id"], frozenset(self.slow._parts[entry["id"]])) == key
        }
        stood = 0
        for one in self.slow.lessons:
            row = self.slow.written(one)
            past = one.day < self.slow.today or (row is not None and bool(row["topic"]))
            stood += one.entry in entries and one.day <= self.until and past and one.change != "moved"
        return given, min(stood, sum(topic["hours"] for topic in topics))

    def _is_in(self, person: int, role: str, within: timedelta | None) -> bool:
        for row in self.school.of("bindings"):
            seen = row["last_seen_at"]
            recent = within is None or (seen is not None and seen > self.school.now - within)
            standing = not row["ended_at"] and row["confirmed_at"]
            if row["person_id"] == person and role in row["roles"] and standing and recent:
                return True
        return False
