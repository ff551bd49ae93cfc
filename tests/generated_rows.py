"""The rows of a generated school: who sits where and what is taught (`tests/generated_journal.py`: what is written)."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from tests.generated import Row, Trait
from tests.school import STARTED, WORK_KINDS, ZONE

DAY = timedelta(days=1)
FIRST, LAST = date(2026, 9, 1), date(2027, 5, 26)
TERMS: Final = [
    ("quarter", 1, FIRST, date(2026, 10, 25)),
    ("quarter", 2, date(2026, 11, 2), date(2026, 12, 30)),
    ("quarter", 3, date(2027, 1, 11), date(2027, 3, 21)),
    ("quarter", 4, date(2027, 3, 29), LAST),
    ("half_year", 1, FIRST, date(2026, 12, 30)),
    ("half_year", 2, date(2027, 1, 11), LAST),
]
SPANS: Final = [
    (date(2026, 10, 26), date(2026, 11, 1), "vacation", 1, 12),
    (date(2026, 11, 4), date(2026, 11, 4), "non_working", 1, 12),
    (date(2026, 11, 9), date(2026, 11, 10), "vacation", 1, 1),
    (date(2026, 12, 31), date(2027, 1, 10), "vacation", 1, 12),
]
MORNING: Final = {
    1: (time(8, 30), time(9, 15)),
    2: (time(9, 25), time(10, 10)),
    3: (time(10, 30), time(11, 15)),
    4: (time(11, 35), time(12, 20)),
    7: (time(15, 0), time(15, 45)),
}
AFTERNOON: Final = {
    1: (time(13, 30), time(14, 15)),
    2: (time(14, 25), time(15, 10)),
    3: (time(15, 30), time(16, 15)),
    4: (time(16, 25), time(17, 10)),
    7: (time(18, 0), time(18, 45)),
}
CHANGED_TIMETABLE: Final = date(2026, 11, 16)
SUBJECTS: Final = {1: "Математика", 2: "Русский язык", 3: "Физкультура"}
TEACHERS: Final = (1, 2, 3, 4, 5)
PUPILS_FROM, GUARDIANS_FROM = 101, 501


class Making:
    """Tables that grow row by row, with ids where they have one."""

    def __init__(self, rng: random.Random, grades: Sequence[int], traits: frozenset[Trait], now: datetime) -> None:
        self.rng = rng
        self.grades = grades
        self.traits = traits
        self.now = now
        self.tables: dict[str, list[Row]] = {}

    def add(self, table: str, **row: Any) -> int:
        rows = self.tables.setdefault(table, [])
        rows.append(row)
        return int(row.get("id", 0))

    def numbered(self, table: str, **row: Any) -> int:
        return self.add(table, id=len(self.tables.get(table, ())) + 1, **row)

    def chance(self, share: float, trait: Trait | None = None) -> bool:
        """Drawn in any case, so that a trait left out changes as little else as can be."""
        drawn = self.rng.random() < share
        return drawn and (trait is None or trait in self.traits)

    def local(self, day: date, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(day, time(hour, minute), ZONE)


def made(
    rng: random.Random, grades: tuple[int, ...], traits: frozenset[Trait], now: datetime
) -> Mapping[str, list[Row]]:
    from tests.generated_journal import write

    making = Making(rng, grades, traits, now)
    _year(making)
    _people(making)
    _classes(making)
    _seats(making)
    _timetable(making)
    _plans(making)
    write(making)
    return making.tables


def _year(m: Making) -> None:
    m.add("school", id=1, name="Школа", time_zone="Europe/Moscow", language="ru", created_at=STARTED)
    m.add("school_years", id=1, name="2026/27", starts_on=FIRST, ends_on=LAST)
    for kind, number, first, last in TERMS:
        m.numbered("terms", year_id=1, kind=kind, number=number, starts_on=first, ends_on=last)
    for first, last, kind, lowest, highest in SPANS:
        m.numbered(
            "calendar_days",
            year_id=1,
            starts_on=first,
            ends_on=last,
            kind=kind,
            name="Свободно",
            grade_from=lowest,
            grade_to=highest,
        )
    for number, name in SUBJECTS.items():
        m.add("subjects", id=number, name=name, short=name[:5], name_norm=name.casefold())
    for code, short, name in WORK_KINDS:
        m.numbered("work_kinds", code=code, short=short, name=name, weight=1)
    for schedule, bells in ((1, MORNING), (2, AFTERNOON)):
        m.add("bell_schedules", id=schedule, name=f"Звонки {schedule}")
        for position, (starts, ends) in bells.items():
            m.add("bell_times", schedule_id=schedule, position=position, starts_at=starts, ends_at=ends)
    m.numbered("bell_rules", schedule_id=1, grade_from=1, grade_to=12)


def _people(m: Making) -> None:
    for teacher in TEACHERS:
        _person(m, teacher, f"Учитель{teacher}")
        m.numbered("role_grants", person_id=teacher, role="teacher", granted_at=STARTED)
    m.numbered("role_grants", person_id=TEACHERS[0], role="deputy", granted_at=STARTED)


def _person(m: Making, number: int, surname: str) -> None:
    m.add("people", id=number, surname=surname, given="Имя", name_norm=f"{surname.casefold()} имя", created_at=STARTED)


def _classes(m: Making) -> None:
    for number, grade in enumerate(m.grades, 1):
        name = f"{grade}{'АБВГДЕ'[number - 1]}"
        m.add("classes", id=number, year_id=1, grade=grade, name=name, name_norm=name.casefold())
        m.add("class_teachers", class_id=number, person_id=TEACHERS[number % len(TEACHERS)], from_day=FIRST)
        if m.chance(0.5, Trait.SUBGROUPS):
            for group in ("1", "2"):
                m.numbered("study_groups", class_id=number, subject_id=2, name=group)
    if m.chance(1, Trait.SECOND_SHIFT):
        m.numbered("bell_rules", schedule_id=2, grade_from=1, grade_to=12, class_id=len(m.grades))


def _seats(m: Making) -> None:
    number = PUPILS_FROM
    for class_id in range(1, len(m.grades) + 1):
        began = FIRST + 13 * DAY if Trait.LISTS_CAME_LATER in m.traits else FIRST
        for _ in range(m.rng.randint(2, 4)):
            _person(m, number, f"Ученик{number}")
            _sit(m, number, class_id, began)
            _family(m, number)
            number += 1


def _sit(m: Making, pupil: int, class_id: int, began: date) -> None:
    days = [FIRST + DAY * m.rng.randint(20, 84) for _ in range(2)]
    newcomer, moved, departed = (
        m.chance(0.2, Trait.NEWCOMERS),
        m.chance(0.3, Trait.MOVED),
        m.chance(0.2, Trait.DEPARTED),
    )
    came = min(days) if newcomer else began
    seats = [(class_id, came)]
    if moved and len(m.grades) > 1 and max(days) > came:
        seats.append((class_id % len(m.grades) + 1, max(days)))
    gone = max(days) + DAY * m.rng.randint(1, 9) if departed else None
    for (sat, since), until in zip(seats, [*(day - DAY for _, day in seats[1:]), gone], strict=True):
        m.numbered("enrolments", pupil_id=pupil, class_id=sat, from_day=since, until_day=until)
    groups = [row for row in m.tables.get("study_groups", ()) if row["class_id"] in {sat for sat, _ in seats}]
    for sat, _ in seats:
        mine = [row["id"] for row in groups if row["class_id"] == sat]
        if mine and m.chance(0.85):
            m.add("study_group_members", group_id=m.rng.choice(mine), pupil_id=pupil)
    if m.chance(0.25, Trait.EXEMPT):
        first = FIRST + DAY * m.rng.randint(0, 80)
        until = m.rng.choice([None, first + DAY * m.rng.randint(5, 60)])
        m.numbered(
            "pupil_subjects",
            pupil_id=pupil,
            subject_id=m.rng.choice([1, 2, 3]),
            from_day=first,
            until_day=until,
            kind=m.rng.choice(["exempt", "exempt", "individual"]),
            taken_back=m.chance(0.1),
        )


def _family(m: Making, pupil: int) -> None:
    if Trait.FAMILIES not in m.traits:
        return
    known = [row["guardian_id"] for row in m.tables.get("guardianships", ())]
    for _ in range(m.rng.randint(0, 2)):
        guardian = m.rng.choice(known) if known and m.chance(0.3) else GUARDIANS_FROM + len(known)
        if guardian not in {row["id"] for row in m.tables["people"]}:
            _person(m, guardian, f"Родитель{guardian}")
            _binding(m, guardian, "guardian")
        if (guardian, pupil) not in {(r["guardian_id"], r["pupil_id"]) for r in m.tables.get("guardianships", ())}:
            restricted = m.now - DAY if m.chance(0.1) else None
            m.add("guardianships", guardian_id=guardian, pupil_id=pupil, relation="mother", restricted_at=restricted)
            known.append(guardian)
    _binding(m, pupil, "pupil")


def _binding(m: Making, person: int, role: str) -> None:
    """None, one, or two: standing, ended, awaited; some with another role."""
    for turn in range(m.rng.randint(0, 2)):
        seen = m.rng.choice([None, m.now - timedelta(hours=m.rng.randint(1, 1000))])
        m.numbered(
            "bindings",
            telegram_id=person * 10 + turn,
            person_id=person,
            bound_at=STARTED,
            last_seen_at=seen,
            roles=[role] if m.chance(0.9) else ["teacher"],
            confirmed_at=STARTED if m.chance(0.8) else None,
            ended_at=m.now - DAY if m.chance(0.15) else None,
        )


def _timetable(m: Making) -> None:
    for class_id in range(1, len(m.grades) + 1):
        for subject in SUBJECTS:
            _course(m, class_id, subject)
    if len(m.grades) > 1 and m.chance(1, Trait.JOINT):
        _entry(m, m.rng.randint(1, 5), 4, 3, [(1, None), (2, None)], m.rng.choice(TEACHERS))


def _course(m: Making, class_id: int, subject: int) -> None:
    groups = [one["id"] for one in m.tables.get("study_groups", ()) if (one["class_id"], subject) == (class_id, 2)]
    slots = m.rng.sample(
        [(weekday, position) for weekday in range(1, 7) for position in (1, 2, 3)], m.rng.randint(1, 4)
    )
    if m.chance(0.5, Trait.DOUBLE):
        slots.append((slots[0][0], 4))
    for group in groups or [None]:
        teacher, later = m.rng.choice(TEACHERS), m.rng.choice(TEACHERS)
        renewed = m.chance(0.4, Trait.NEW_TIMETABLE)
        for weekday, position in slots:
            parity = m.rng.choice([0, 1]) if m.chance(0.2, Trait.EVERY_OTHER_WEEK) else None
            until = CHANGED_TIMETABLE - DAY if renewed else None
            _entry(m, weekday, position, subject, [(class_id, group)], teacher, FIRST, until, parity)
            if renewed:
                _entry(m, weekday, position, subject, [(class_id, group)], later, CHANGED_TIMETABLE, None, parity)
        m.numbered("teaching_loads", teacher_id=teacher, subject_id=subject, class_id=class_id, group_id=group)


def _entry(
    m: Making, weekday: int, position: int, subject: int, parts: Sequence[tuple[int, int | None]], teacher: int,
    first: date = FIRST, until: date | None = None, parity: int | None = None, *, extra: bool = False,
) -> int:  # fmt: skip
    entry = m.numbered(
        "timetable_entries",
        valid_from=first,
        valid_until=until,
        weekday=weekday,
        position=position,
        week_parity=parity,
        subject_id=subject,
        extra=extra,
    )
    for class_id, group in parts:
        m.numbered("timetable_entry_classes", entry_id=entry, class_id=class_id, group_id=group)
    m.add("timetable_entry_teachers", entry_id=entry, teacher_id=teacher)
    return entry


def extra_entry(m: Making, like: Row, day: date) -> int:
    """Where a moved lesson goes: the same at position 7 of another day."""
    parts = [
        (row["class_id"], row["group_id"])
        for row in m.tables["timetable_entry_classes"]
        if row["entry_id"] == like["id"]
    ]
    (teacher, *_) = [row["teacher_id"] for row in m.tables["timetable_entry_teachers"] if row["entry_id"] == like["id"]]
    return _entry(m, day.isoweekday(), 7, like["subject_id"], parts, teacher, day, day, None, extra=True)


def _plans(m: Making) -> None:
    for class_id in range(1, len(m.grades) + 1):
        for subject in SUBJECTS:
            if not m.chance(0.6, Trait.PLANS):
                continue
            plan = m.numbered("curriculum_plans", year_id=1, subject_id=subject, class_id=class_id, imported_at=STARTED)
            dated, day = m.chance(0.5), FIRST
            for number in range(1, 16):
                day += DAY * m.rng.randint(1, 7)
                m.numbered(
                    "plan_topics",
                    plan_id=plan,
                    number=number,
                    topic=f"Тема {number}",
                    hours=m.rng.choice([1, 1, 2, 3]),
                    planned_day=day if dated else None,
                )
