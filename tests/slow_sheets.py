"""Sheets of marks and reports of a generated school reckoned once more, pupil by pupil from its raw rows."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from domain.journal.periods import PERIODS, Period, ResultKind
from tests.slow_school import SlowSchool

AWAY = ("absent", "ill", "excused")
MARKS = {"5": "n5", "4": "n4", "3": "n3", "2": "n2", "1": "n2", "н/а": "na", "осв.": "exempt"}


@dataclass(frozen=True)
class SlowSheets:
    slow: SlowSchool

    def days(self, class_id: int, period: Period) -> tuple[date, date]:
        """To today at the latest, but for the first day."""
        (year,) = self.slow.school.of("school_years")
        terms = [
            row
            for row in self.slow.school.of("terms")
            if (row["kind"], row["number"]) == (period.kind.value, period.number)
        ]
        span = terms[0] if terms else year
        return span["starts_on"], min(span["ends_on"], max(span["starts_on"], self.slow.today))

    def pupils(self, class_id: int, period: Period) -> dict[int, date | None]:
        """Who sat in the class, each with the last day there of who left before the end."""
        first, last = self.days(class_id, period)
        found: dict[int, date | None] = {}
        for pupil, of, since, until in sorted(self.slow.seats(), key=lambda one: one[2]):
            if of == class_id and since <= last and (until is None or until >= first):
                found[pupil] = until if until is not None and until < last else None
        return found

    def counted(self, class_id: int, period: Period) -> list[int]:
        return [pupil for pupil, left in self.pupils(class_id, period).items() if left is None]

    def value(self, pupil: int, subject: int, period: Period, last: date) -> str:
        """What stands, else «осв.» of who is exempt then."""
        for row in self.slow.school.of("results"):
            of = PERIODS[ResultKind(row["kind"]), row["number"]]
            if (row["pupil_id"], row["subject_id"], of, row["taken_back"]) == (pupil, subject, period, False):
                return str(row["value"])
        exempt = any(
            (row["pupil_id"], row["subject_id"], row["kind"]) == (pupil, subject, "exempt")
            and not row.get("taken_back")
            and row["from_day"] <= last <= (row.get("until_day") or last)
            for row in self.slow.school.of("pupil_subjects")
        )
        return "осв." if exempt else ""

    def subject(self, class_id: int, subject: int, period: Period) -> tuple[Counter[str], int]:
        """How many of each mark, and how many pupils who learn it lack one."""
        _, last = self.days(class_id, period)
        counts: Counter[str] = Counter()
        missing = 0
        for pupil in self.counted(class_id, period):
            value = self.value(pupil, subject, period, last)
            if value:
                counts[MARKS[value]] += 1
            else:
                missing += self.learns(class_id, pupil, subject, period, last)
        return counts, missing

    def learns(
        self, class_id: int, pupil: int, subject: int, period: Period, day: date, teacher: int | None = None
    ) -> bool:
        """By the week's timetable of the day or by load; from one teacher, or from anyone."""
        sitting = self.pupils(class_id, period)
        found = [*self._by_timetable(class_id, subject, day), *self._by_load(class_id, subject)]
        return any(
            (teacher is None or who == teacher) and (group is None or self.slow.attends(pupil, group, sitting))
            for who, group in found
        )

    def given(self, teacher: int, class_id: int, group: int | None, subject: int, period: Period) -> int:
        """Lessons of the teacher's own lines of the timetable that were of the subject, with a topic."""
        first, last = self.days(class_id, period)
        return sum(
            first <= one.day <= last
            and one.takes_place
            and one.subject == subject == self._entries[one.entry]["subject_id"]
            and teacher in self.slow._teachers[one.entry]
            and any(part[0] == class_id and (group is None or part[1] == group) for part in one.parts)
            and not self._changed_subject(one.entry, one.day)
            and bool((self.slow.written(one) or {}).get("topic"))
            for one in self.slow.lessons
        )

    def _changed_subject(self, entry: int, day: date) -> bool:
        """Said of the day, whichever it is."""
        return any(
            (row["entry_id"], row["day"]) == (entry, day) and row["kind"] != "none" and row.get("subject_id")
            for row in self.slow.school.of("lesson_changes")
        )

    def missed(self, class_id: int, period: Period) -> Counter[str]:
        """While in the class: lessons in all, by reason, and late."""
        first, last = self.days(class_id, period)
        settled = {(row["lesson_id"], row["pupil_id"]): row["reason"] for row in self.slow.school.of("absence_reasons")}
        counts: Counter[str] = Counter()
        for row in self.slow.school.of("attendance"):
            if not (first <= row["day"] <= last and self._sits(class_id, row["pupil_id"], row["day"])):
                continue
            status = row["status"]
            counts["late"] += status == "late"
            if status in AWAY:
                by_itself = status if status in ("ill", "excused") else "unknown"
                counts["lessons"] += 1
                counts[settled.get((row["lesson_id"], row["pupil_id"]), by_itself)] += 1
        return counts

    def _sits(self, class_id: int, pupil: int, day: date) -> bool:
        return any(
            (who, of) == (pupil, class_id) and since <= day <= (until or day)
            for who, of, since, until in self.slow.seats()
        )

    def _by_timetable(self, class_id: int, subject: int, day: date) -> Iterator[tuple[int, int | None]]:
        for row in self.slow.school.of("timetable_entries"):
            stands = row["valid_from"] <= day <= (row["valid_until"] or day) and not row.get("extra")
            if stands and row["subject_id"] == subject:
                for of, group in self.slow._parts[row["id"]]:
                    if of == class_id:
                        yield from ((one, group) for one in self.slow._teachers[row["id"]])

    def _by_load(self, class_id: int, subject: int) -> Iterator[tuple[int, int | None]]:
        for row in self.slow.school.of("teaching_loads"):
            if (row["class_id"], row["subject_id"]) == (class_id, subject):
                yield row["teacher_id"], row["group_id"]

    @cached_property
    def _entries(self) -> dict[int, dict[str, object]]:
        return {row["id"]: row for row in self.slow.school.of("timetable_entries")}
