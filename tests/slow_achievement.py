"""Results of a generated school reckoned a second time, slowly and plainly, from its raw rows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from domain.control.achievement_scope import Asked, Scope
from domain.journal.periods import Period
from tests.generated import Row
from tests.slow_school import SlowSchool

Pair = tuple[int, int]
NUMBERS = ("5", "4", "3", "2", "1")
AWAY = ("absent", "ill", "excused")


@dataclass(frozen=True)
class SlowAchievement:
    slow: SlowSchool
    asked: Asked

    @property
    def scope(self) -> Scope:
        return self.asked.scope

    def given(self) -> dict[Pair, str | None]:
        """What each pupil has in each subject that they are to have a result in, courses without any left out."""
        found = self._given(self._period, current=self.asked.current)
        marked = {(self._class_of(pupil, self._period), subject) for (pupil, subject), value in found.items() if value}
        return {pair: v for pair, v in found.items() if (self._class_of(pair[0], self._period), pair[1]) in marked}

    def before(self) -> dict[Pair, str | None]:
        """Of the term before, in the same scope."""
        return self._given(self._earlier, current=False)

    def figures(self) -> tuple[int, Fraction | None, Fraction | None, Fraction | None, Fraction | None]:
        """N, success, quality, degree, average: not rounded."""
        values = [one for one in self.given().values() if one in (*NUMBERS, "н/а")]
        many = len(values)
        if not many:
            return 0, None, None, None, None
        worth = {"5": 100, "4": 64, "3": 36, "2": 16, "1": 16, "н/а": 7}
        numbers = [max(int(one), 2) for one in values if one in NUMBERS]
        return (
            many,
            Fraction(100 * sum(one in ("5", "4", "3") for one in values), many),
            Fraction(100 * sum(one in ("5", "4") for one in values), many),
            Fraction(sum(worth[one] for one in values), many),
            Fraction(sum(numbers), len(numbers)) if numbers else None,
        )

    def lists(self) -> dict[str, set[int]]:
        """By all subjects of a pupil."""
        of: dict[int, list[str | None]] = {}
        for (pupil, _), value in self.given().items():
            of.setdefault(pupil, []).append(value)
        found: dict[str, set[int]] = {name: set() for name in "egfhxni"}
        for pupil, values in of.items():
            numbers = sorted(one for one in values if one in NUMBERS)
            short = None in values if not self.asked.current else not numbers and None in values
            bad = any(one in ("2", "1", "незач") for one in values)
            found["x"] |= {pupil} if bad else set()
            found["n"] |= {pupil} if "н/а" in values else set()
            found["i"] |= {pupil} if short else set()
            if short or bad or "н/а" in values or not numbers:
                continue
            found["e"] |= {pupil} if set(numbers) == {"5"} else set()
            found["g"] |= {pupil} if set(numbers) in ({"4"}, {"4", "5"}) else set()
            found["f"] |= {pupil} if numbers.count("4") == 1 and "3" not in numbers else set()
            found["h"] |= {pupil} if numbers.count("3") == 1 else set()
        return found

    def below(self) -> set[Pair]:
        now, then = self.given(), self.before()
        return {
            pair
            for pair, value in now.items()
            if value in NUMBERS and then.get(pair) in NUMBERS and int(value) < int(then[pair] or 0)
        }

    def twos(self) -> dict[Pair, int]:
        found = {}
        for pair in self.given():
            values = [one["value"] for one in self._marks(pair, self._period) if one["value"] in NUMBERS]
            run = 0
            while run < len(values) and values[-1 - run] in ("1", "2"):
                run += 1
            if run >= 3:
                found[pair] = run
        return found

    def missed(self) -> dict[int, tuple[int, int]]:
        """Of all subjects: missed and held, where it is 30 % or more."""
        days = {pupil: self._days(pupil) for pupil, _ in self.given()}
        sums = {pupil: (sum(a for a, _ in of.values()), sum(h for _, h in of.values())) for pupil, of in days.items()}
        return {pupil: (away, held) for pupil, (away, held) in sums.items() if held and away * 100 >= held * 30}

    def days_away(self) -> dict[int, int]:
        found = {}
        for pupil in {pupil for pupil, _ in self.given()}:
            days, best, row = self._days(pupil), 0, 0
            for day in sorted(day for day, (_, held) in days.items() if held):
                row = row + 1 if days[day][0] == days[day][1] else 0
                best = max(best, row)
            if best >= 3:
                found[pupil] = best
        return found

    def _days(self, pupil: int) -> dict[date, tuple[int, int]]:
        """Of each of the last 30 days: lessons missed, lessons held with the roll called."""
        today = self.slow.today
        first = today - timedelta(days=29)
        seats = [one for one in self.slow.seats() if one[2] <= today and (one[3] is None or one[3] >= first)]
        gone = {
            (one["entry_id"], one["day"])
            for one in self.slow.school.of("lesson_changes")
            if one["kind"] in ("cancelled", "moved")
        }
        found: dict[date, tuple[int, int]] = {}
        for lesson in self.slow.school.of("lessons"):
            day = lesson["day"]
            noted = [one for one in self.slow.school.of("attendance") if one["lesson_id"] == lesson["id"]]
            called = lesson["roll_call_closed_at"] or any(one["status"] != "present" for one in noted)
            if not first <= day <= today or not called or (lesson["entry_id"], day) in gone:
                continue
            if any(self._sat_at(pupil, part, day, seats) for part in self._parts_of(lesson["id"])):
                mine = any(one["pupil_id"] == pupil and one["status"] in AWAY for one in noted)
                away, held = found.get(day, (0, 0))
                found[day] = away + mine, held + 1
        return found

    def _sat_at(self, pupil: int, part: Row, day: date, seats: list[tuple[int, int, date, date | None]]) -> bool:
        sits = any(
            one == pupil and class_id == part["class_id"] and since <= day and (until is None or day <= until)
            for one, class_id, since, until in seats
        )
        sitting = {one for one, *_ in seats}
        return sits and (part["group_id"] is None or self.slow.attends(pupil, part["group_id"], sitting))

    def _parts_of(self, lesson: int) -> list[Row]:
        return [one for one in self.slow.school.of("lesson_classes") if one["lesson_id"] == lesson]

    def _given(self, period: Callable[[int], Period | None], *, current: bool) -> dict[Pair, str | None]:
        found: dict[Pair, str | None] = {}
        for class_id in self.slow.school.by_id("classes"):
            grade, of = self.slow.grade(class_id), period(class_id)
            if grade == 1 or of is None or self.scope.class_id not in (None, class_id):
                continue
            if self.scope.grade not in (None, grade):
                continue
            day = min(self.slow.today, self._term(of)["ends_on"])
            for pupil in self._sitting(class_id, day):
                found |= self._of_pupil(pupil, class_id, of, day, current=current)
        return found

    def _of_pupil(
        self, pupil: int, class_id: int, period: Period, day: date, *, current: bool
    ) -> dict[Pair, str | None]:
        found: dict[Pair, str | None] = {}
        for subject in self.slow.school.by_id("subjects"):
            teachers = self._teachers(pupil, class_id, subject, day)
            if self.scope.subject not in (None, subject):
                continue
            if self.scope.teacher is not None and self.scope.teacher not in teachers:
                continue
            value = self._likely((pupil, subject)) if current else self._result((pupil, subject), period)
            if current and not teachers:
                continue
            if value is not None or (teachers and not self._exempt(pupil, subject, day)):
                found[pupil, subject] = value
        return found

    def _result(self, pair: Pair, period: Period) -> str | None:
        for one in self.slow.school.of("results"):
            place = one["kind"], one["number"]
            if (one["pupil_id"], one["subject_id"]) == pair and place == (period.kind, period.number):
                return None if one["taken_back"] else str(one["value"])
        return None

    def _likely(self, pair: Pair) -> str | None:
        weights = {one["id"]: one["weight"] for one in self.slow.school.of("work_kinds")}
        marks = [one for one in self._marks(pair, self._period) if one["value"] in NUMBERS]
        if not marks:
            return None
        total = sum(int(one["value"]) * weights[one["kind_id"]] for one in marks)
        average = Fraction(total, sum(weights[one["kind_id"]] for one in marks))
        hundredths = (200 * average.numerator + average.denominator) // (2 * average.denominator)
        return next(mark for mark, least in (("5", 450), ("4", 350), ("3", 250), ("2", 0)) if hundredths >= least)

    def _marks(self, pair: Pair, period: Callable[[int], Period | None]) -> list[Row]:
        """Of the pupil's term, by day; of a work that was done again only the newest."""
        of = period(self._class_of(pair[0], period))
        assert of is not None
        term = self._term(of)
        rows = [
            one
            for one in self.slow.school.of("marks")
            if (one["pupil_id"], one["subject_id"]) == pair and not one["taken_back"]
            if term["starts_on"] <= one["day"] <= term["ends_on"]
        ]
        retaken = {one.get("retake_id") for one in rows}
        return sorted((one for one in rows if one["id"] not in retaken), key=lambda one: (one["day"], one["id"]))

    def _exempt(self, pupil: int, subject: int, day: date) -> bool:
        return any(
            (one["pupil_id"], one["subject_id"], one["kind"]) == (pupil, subject, "exempt")
            and one["from_day"] <= day <= (one["until_day"] or day)
            for one in self.slow.school.of("pupil_subjects")
        )

    def _teachers(self, pupil: int, class_id: int, subject: int, day: date) -> set[int]:
        sitting = {one for other in self.slow.school.by_id("classes") for one in self._sitting(other, day)}

        def is_for(part: tuple[int, int | None]) -> bool:
            return part[0] == class_id and (part[1] is None or self.slow.attends(pupil, part[1], sitting))

        entries = {
            one["id"]
            for one in self.slow.school.of("timetable_entries")
            if one["subject_id"] == subject and one["valid_from"] <= day <= (one["valid_until"] or day)
            if not one.get("extra")
        }
        mine = {
            one["entry_id"]
            for one in self.slow.school.of("timetable_entry_classes")
            if one["entry_id"] in entries and is_for((one["class_id"], one["group_id"]))
        }
        by_timetable = {
            one["teacher_id"] for one in self.slow.school.of("timetable_entry_teachers") if one["entry_id"] in mine
        }
        by_load = {
            one["teacher_id"]
            for one in self.slow.school.of("teaching_loads")
            if one["subject_id"] == subject and is_for((one["class_id"], one["group_id"]))
        }
        return by_timetable | by_load

    def _sitting(self, class_id: int, day: date) -> list[int]:
        return [
            pupil
            for pupil, sat, since, until in self.slow.seats()
            if sat == class_id and since <= day and (until is None or day <= until)
        ]

    def _class_of(self, pupil: int, period: Callable[[int], Period | None]) -> int:
        for class_id in self.slow.school.by_id("classes"):
            of = period(class_id)
            if of is not None and pupil in self._sitting(class_id, min(self.slow.today, self._term(of)["ends_on"])):
                return int(class_id)
        raise AssertionError(pupil)

    def _period(self, class_id: int) -> Period | None:
        """Today is in the second quarter and the first half-year: these stand beside one another."""
        halves = self.slow.grade(class_id) >= 10
        if self.asked.current or self.asked.period in (Period.Q2, Period.H1):
            return Period.H1 if halves else Period.Q2
        return None if halves else self.asked.period

    def _earlier(self, class_id: int) -> Period | None:
        return Period.Q1 if self._period(class_id) is Period.Q2 else None

    @cached_property
    def _terms(self) -> dict[Period, Row]:
        return {Period(f"{one['kind'][0]}{one['number']}"): one for one in self.slow.school.of("terms")}

    def _term(self, period: Period) -> Row:
        return self._terms[period]
