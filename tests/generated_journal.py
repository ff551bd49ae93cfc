"""What is written in the journal of a generated school: lessons, marks, attendance, homework, results."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tests.generated import Row, Trait
from tests.generated_rows import DAY, FIRST, LAST, SPANS, TEACHERS, Making, extra_entry

CONTROL, STATUSES = 4, ("absent", "ill", "excused", "late", "present")


@dataclass(frozen=True)
class Held:
    """A lesson that took place; `following`: the next day of its line of the timetable."""

    entry: Row
    day: date
    subject: int
    teacher: int
    parts: Sequence[tuple[int, int | None]]
    following: date | None


def write(m: Making) -> None:
    _changes(m)
    for held in list(_held(m)):
        if m.chance(0.85):
            _lesson(m, held)
        if m.chance(0.75):
            _homework(m, held)
    if Trait.RESULTS in m.traits:
        _results(m)


def _days(m: Making, entry: Row, until: date) -> Iterator[date]:
    grades = [m.grades[class_id - 1] for class_id, _ in _parts(m, entry)]
    day = max(entry["valid_from"], FIRST)
    while day <= min(entry["valid_until"] or LAST, until):
        off = all(any(s <= day <= e and low <= grade <= high for s, e, _, low, high in SPANS) for grade in grades)
        parity = entry["week_parity"] in (None, day.isocalendar().week % 2)
        if day.isoweekday() == entry["weekday"] and parity and not off:
            yield day
        day += DAY


def _parts(m: Making, entry: Row) -> list[tuple[int, int | None]]:
    return [
        (row["class_id"], row["group_id"])
        for row in m.tables["timetable_entry_classes"]
        if row["entry_id"] == entry["id"]
    ]


def _changes(m: Making) -> None:
    for entry in list(m.tables["timetable_entries"]):
        for day in _days(m, entry, m.now.date() + 7 * DAY):
            kind = next((kind for kind, share, trait in _KINDS if m.chance(share, trait)), None)
            if kind is None:
                continue
            row = {"entry_id": entry["id"], "day": day, "kind": kind, "made_at": m.local(day - DAY, 12)}
            if kind == "substituted":
                row |= {"teacher_id": m.rng.choice(TEACHERS)}
                row |= {"subject_id": m.rng.choice([1, 2, 3])} if m.chance(0.3) else {}
            if kind == "moved":
                row |= {"moved_to_id": extra_entry(m, entry, day + 2 * DAY)}
            m.numbered("lesson_changes", **row)


_KINDS = (
    ("substituted", 0.06, Trait.SUBSTITUTED),
    ("cancelled", 0.05, Trait.CANCELLED),
    ("moved", 0.03, Trait.MOVED_LESSONS),
    ("room", 0.02, None),
    ("none", 0.02, None),
)


def _held(m: Making) -> Iterator[Held]:
    """Also cancelled after something was written of it: now and then a row stays."""
    changes = {(row["entry_id"], row["day"]): row for row in m.tables.get("lesson_changes", ())}
    teachers = {row["entry_id"]: row["teacher_id"] for row in m.tables["timetable_entry_teachers"]}
    for entry in m.tables["timetable_entries"]:
        days = list(_days(m, entry, LAST))
        for number, day in enumerate(days):
            if day > m.now.date():
                break
            change = changes.get((entry["id"], day), {})
            if change.get("kind") in ("cancelled", "moved") and not m.chance(0.1):
                continue
            subject = change.get("subject_id") or entry["subject_id"]
            teacher = change.get("teacher_id") or teachers[entry["id"]]
            following = days[number + 1] if number + 1 < len(days) else None
            yield Held(entry, day, subject, teacher, _parts(m, entry), following)


def _when(m: Making, day: date) -> datetime | None:
    """None: after now, so not written yet."""
    late = m.chance(0.25, Trait.LATE)
    days, hour = (
        m.rng.choice([(0, 22), (1, 10), (1, 13), (3, 9), (8, 12), (9, 9)]) if late else (0, m.rng.randint(9, 19))
    )
    at = m.local(day + days * DAY, hour, m.rng.choice([0, 7, 30]))
    return at if at <= m.now else None


def _lesson(m: Making, held: Held) -> None:
    topic, closed = _when(m, held.day), _when(m, held.day)
    number = m.numbered(
        "lessons", entry_id=held.entry["id"], day=held.day, position=held.entry["position"], subject_id=held.subject,
        teacher_id=held.teacher, topic=None, topic_set_at=None, roll_call_closed_at=None, plan_topic_id=None,
    )  # fmt: skip
    row = m.tables["lessons"][-1]
    if topic is not None and m.chance(0.85):
        row |= {"topic": "Тема", "topic_set_at": topic, "plan_topic_id": _plan_topic(m, held)}
    if closed is not None and m.chance(0.85):
        row |= {"roll_call_closed_at": closed, "roll_call_closed_by": held.teacher}
    else:
        row |= {"roll_call_closed_by": None}
    for class_id, group in held.parts:
        m.add("lesson_classes", lesson_id=number, class_id=class_id, group_id=group)
    for pupil in _sitting(m, held):
        _of_pupil(m, held, number, pupil)


def _plan_topic(m: Making, held: Held) -> int | None:
    classes = {class_id for class_id, _ in held.parts}
    plans = {
        row["id"] for row in m.tables.get("curriculum_plans", ())
        if row["subject_id"] == held.subject and row["class_id"] in classes
    }  # fmt: skip
    topics = [row["id"] for row in m.tables.get("plan_topics", ()) if row["plan_id"] in plans]
    return m.rng.choice(topics) if topics and m.chance(0.9) else None


def _sitting(m: Making, held: Held) -> list[int]:
    members = {(row["group_id"], row["pupil_id"]) for row in m.tables.get("study_group_members", ())}
    return [
        seat["pupil_id"]
        for class_id, group in held.parts
        for seat in m.tables["enrolments"]
        if seat["class_id"] == class_id
        and seat["from_day"] <= held.day <= (seat["until_day"] or LAST)
        and (group is None or (group, seat["pupil_id"]) in members)
    ]


def _of_pupil(m: Making, held: Held, lesson: int, pupil: int) -> None:
    noted = _when(m, held.day)
    if noted is not None and m.chance(0.1):
        m.add("attendance", lesson_id=lesson, pupil_id=pupil, day=held.day, status=m.rng.choice(STATUSES),
              noted_by=held.teacher, noted_at=noted)  # fmt: skip
    if 1 in {m.grades[class_id - 1] for class_id, _ in held.parts}:
        return
    for kind in m.rng.sample(range(1, 6), 2):
        entered = _when(m, held.day)
        if entered is not None and m.chance(0.12):
            _mark(m, held, lesson, pupil, kind, entered)


def _mark(m: Making, held: Held, lesson: int, pupil: int, kind: int, entered: datetime) -> None:
    row = {
        "lesson_id": lesson, "pupil_id": pupil, "day": held.day, "subject_id": held.subject, "kind_id": kind,
        "slot": 1, "value": m.rng.choice("55444332"), "taken_back": m.chance(0.1, Trait.TAKEN_BACK),
        "late": entered.date() > held.day, "set_by": held.teacher, "set_at": entered, "entered_at": None,
    }  # fmt: skip
    if m.chance(0.1) and entered + timedelta(hours=1) <= m.now:
        row |= {"entered_at": entered, "set_at": entered + timedelta(hours=1)}
    first = m.numbered("marks", **row)
    again = entered + timedelta(days=2)
    if m.chance(0.15, Trait.RETAKES) and again <= m.now:
        late = row | {"slot": 101, "late": True, "retake_id": first, "set_at": again, "entered_at": None}
        m.numbered("marks", **late | {"value": "5", "taken_back": m.chance(0.1, Trait.TAKEN_BACK)})


def _homework(m: Making, held: Held) -> None:
    set_at = _when(m, held.day)
    if set_at is None or held.following is None:
        return
    class_id, group = m.rng.choice(held.parts)
    number = m.numbered(
        "homework", subject_id=held.subject, class_id=class_id, group_id=None if m.chance(0.1) else group,
        entry_id=held.entry["id"] if m.chance(0.8) else None,
        due_day=held.following + DAY * m.rng.choice([0, 0, 0, 0, -1, 1]), text="№ 1", none_set=m.chance(0.2),
        set_by=held.teacher, set_at=set_at, cancelled_at=m.now if m.chance(0.1) else None,
    )  # fmt: skip
    pupils = _sitting(m, held)
    if pupils and m.chance(0.08):
        m.add("homework_pupils", homework_id=number, pupil_id=m.rng.choice(pupils))


def _results(m: Making) -> None:
    """Of the term that is over, or of the half-year that goes on, by class on its last day or now."""
    for seat in m.tables["enrolments"]:
        grade = m.grades[seat["class_id"] - 1]
        kind, ends = ("half_year", m.now.date()) if grade >= 10 else ("quarter", date(2026, 10, 25))
        if grade == 1 or not seat["from_day"] <= ends <= (seat["until_day"] or LAST):
            continue
        for subject in (1, 2, 3):
            if m.chance(0.85):
                value = m.rng.choice(["5", "5", "4", "4", "4", "3", "3", "2", "н/а", "осв."])
                m.numbered("results", pupil_id=seat["pupil_id"], subject_id=subject, class_id=seat["class_id"],
                           year_id=1, kind=kind, number=1, value=value, taken_back=m.chance(0.1, Trait.TAKEN_BACK),
                           set_by=TEACHERS[0], set_at=min(m.local(ends, 12), m.now))  # fmt: skip
