"""Filling an empty database with the demo school."""

from collections import Counter
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table, insert, select

from bot.demo_school.curriculum import SUBJECTS
from bot.demo_school.habits import as_they_keep_it
from bot.demo_school.journal import JournalKeeper, Placed
from bot.demo_school.plans import DemoPlans
from bot.demo_school.regulation import document_rows
from bot.demo_school.results import DemoResults
from bot.demo_school.school import YEAR_START, DemoClass, DemoLesson, DemoSchool, make_school
from bot.year import year_of
from domain.roles.names import norm
from domain.school.calendar import SchoolCalendar
from domain.school.class_names import class_norm
from domain.school.ports import SchoolCard
from storage.database import Database
from storage.school.founding import found_school
from storage.sequences import move_counters
from storage.tables import attendance, curriculum, grading, journal, office, roles
from storage.tables import school as t
from storage.topics import ACCESS, LISTS, TIMETABLE
from storage.transaction import Transaction

SEED = 5
ZONE = ZoneInfo("Europe/Moscow")
TODAY = date(2026, 11, 24)
"""The demo's today: a Tuesday in the second quarter."""
FOUNDED = datetime(2026, 8, 25, 9, 0, tzinfo=UTC)
Row = dict[str, Any]

BELLS = {
    "Обычные": ((1, 11), "08:30-09:15 09:25-10:10 10:30-11:15 11:35-12:20 12:30-13:15 13:25-14:10 14:20-15:05"),
    "Первые классы": ((1, 1), "08:30-09:05 09:25-10:00 10:40-11:15 11:35-12:10 12:20-12:55"),
}


async def seed_demo(database: Database, until: date = TODAY, ended: int = 0, seed: int = SEED) -> DemoSchool:
    """The school with its journal: days before `until` whole, of `until` the first `ended` lessons. ~3 s on SQLite."""
    demo = make_school(seed)
    year = year_of(YEAR_START)
    calendar = SchoolCalendar(year.starts_on, year.ends_on, year.spans)
    async with database.begin() as tx:
        await found_school(tx, SchoolCard("Школа № 5", ZONE, "ru"), year)
        await _insert(tx, _people(demo))
        groups = _groups(demo)
        placed = _placed(demo, groups)
        await _insert(tx, _classes(demo, groups))
        await _insert(tx, _timetable(demo, placed))
        works = await tx.rows(select(journal.work_kinds.c.id, journal.work_kinds.c.code, journal.work_kinds.c.weight))
        kinds = {row.code: row.id for row in works}
        plans = DemoPlans([(one.series, one.lesson) for one in placed], FOUNDED)
        kept = JournalKeeper(demo, calendar, placed, plans, kinds, seed).keep(until, ended)
        as_they_keep_it(kept, demo, kinds["control"], until, seed)
        weights = {row.id: row.weight for row in works}
        results = DemoResults(placed, kept.marks, weights, seed).rows(year.terms, until)
        await _insert(
            tx,
            [
                (curriculum.curriculum_plans, plans.plans),
                (curriculum.plan_topics, plans.topics),
                (journal.lessons, kept.lessons),
                (journal.lesson_classes, kept.lesson_classes),
                (attendance.attendance, kept.attendance),
                (journal.marks, kept.marks),
                (journal.homework, kept.homework),
                (journal.remarks, kept.remarks),
                (grading.results, results),
                *document_rows(demo, FOUNDED),
            ],
        )
        numbered = (
            roles.people,
            t.classes,
            t.subjects,
            t.study_groups,
            t.timetable_entries,
            t.bell_schedules,
            journal.lessons,
            curriculum.curriculum_plans,
            curriculum.plan_topics,
            office.documents,
        )
        await move_counters(tx, database.writer.dialect.name, *numbered)
        for topic in (LISTS, TIMETABLE, ACCESS, "homework"):
            tx.touch(topic)
    return demo


async def _insert(tx: Transaction, tables: list[tuple[Table, list[Row]]]) -> None:
    for table, rows in tables:
        if rows:
            await tx.run(insert(table), rows)


def _people(demo: DemoSchool) -> list[tuple[Table, list[Row]]]:
    people = [
        {
            "id": number,
            "surname": name.surname,
            "given": name.given,
            "patronymic": name.patronymic,
            "name_norm": norm(name.full),
            "birth_date": demo.births.get(number),
            "created_at": FOUNDED,
        }
        for number, name in demo.people.items()
    ]
    grants = [
        {"person_id": person, "role": role, "granted_at": FOUNDED}
        for person, held in demo.roles.items()
        for role in held
    ]
    guardians = [{"guardian_id": g, "pupil_id": p, "relation": relation} for g, p, relation in demo.guardians]
    return [(roles.people, people), (roles.role_grants, grants), (roles.guardianships, guardians)]


Groups = dict[tuple[int, str, int], tuple[int, list[int]]]
"""(class, subject, 1 or 2) → (group's id, its pupils)"""


def _groups(demo: DemoSchool) -> Groups:
    groups: Groups = {}
    for school_class in demo.classes:
        for subject in SUBJECTS:
            if subject.split and school_class.grade in subject.hours:
                for half in (1, 2):
                    pupils = school_class.pupils[half - 1 :: 2]
                    groups[school_class.id, subject.key, half] = (len(groups) + 1, pupils)
    return groups


def _placed(demo: DemoSchool, groups: Groups) -> list[Placed]:
    numbers = {subject.key: number for number, subject in enumerate(SUBJECTS, 1)}
    classes = {school_class.id: school_class for school_class in demo.classes}
    return [
        _place(entry, lesson, numbers[lesson.subject.key], classes[lesson.class_id], groups)
        for entry, lesson in enumerate(demo.lessons, 1)
    ]


def _place(entry: int, lesson: DemoLesson, subject: int, school_class: DemoClass, groups: Groups) -> Placed:
    if not lesson.group:
        return Placed(entry, lesson, subject, None, tuple(school_class.pupils), school_class.grade)
    group, pupils = groups[lesson.class_id, lesson.subject.key, lesson.group]
    return Placed(entry, lesson, subject, group, tuple(pupils), school_class.grade)


def _classes(demo: DemoSchool, groups: Groups) -> list[tuple[Table, list[Row]]]:
    numbers = {subject.key: number for number, subject in enumerate(SUBJECTS, 1)}
    classes = [
        {"id": c.id, "year_id": 1, "grade": c.grade, "name": c.name, "name_norm": class_norm(c.name)}
        for c in demo.classes
    ]
    seats = [{"pupil_id": p, "class_id": c.id, "from_day": YEAR_START} for c in demo.classes for p in c.pupils]
    teachers = [{"class_id": c.id, "person_id": c.class_teacher, "from_day": YEAR_START} for c in demo.classes]
    subjects = [{"id": numbers[s.key], "name": s.name, "short": s.short, "name_norm": norm(s.name)} for s in SUBJECTS]
    study_groups = [
        {"id": group, "class_id": class_id, "subject_id": numbers[key], "name": str(half)}
        for (class_id, key, half), (group, _) in groups.items()
    ]
    members = [{"group_id": group, "pupil_id": pupil} for group, pupils in groups.values() for pupil in pupils]
    return [
        (t.classes, classes),
        (t.class_teachers, teachers),
        (t.enrolments, seats),
        (t.subjects, subjects),
        (t.study_groups, study_groups),
        (t.study_group_members, members),
    ]


def _timetable(demo: DemoSchool, placed: list[Placed]) -> list[tuple[Table, list[Row]]]:
    entries = [
        {
            "id": one.entry,
            "valid_from": YEAR_START,
            "weekday": one.lesson.slot[0],
            "position": one.lesson.slot[1],
            "subject_id": one.subject,
            "room": one.lesson.room,
        }
        for one in placed
    ]
    parts = [{"entry_id": p.entry, "class_id": p.lesson.class_id, "group_id": p.group} for p in placed]
    teachers = [{"entry_id": p.entry, "teacher_id": p.lesson.teacher} for p in placed]
    loads = Counter((p.lesson.teacher, p.subject, p.lesson.class_id, p.group) for p in placed)
    load_rows = [
        {"teacher_id": teacher, "subject_id": subject, "class_id": class_id, "group_id": group, "hours_week": hours}
        for (teacher, subject, class_id, group), hours in loads.items()
    ]
    return [
        *_bells(),
        (t.timetable_entries, entries),
        (t.timetable_entry_classes, parts),
        (t.timetable_entry_teachers, teachers),
        (t.teaching_loads, load_rows),
        (t.lesson_changes, _changes(demo, placed)),
    ]


def _bells() -> list[tuple[Table, list[Row]]]:
    schedules, rules, times = [], [], []
    for number, (name, ((lowest, highest), spans)) in enumerate(BELLS.items(), 1):
        schedules.append({"id": number, "name": name})
        rules.append({"schedule_id": number, "grade_from": lowest, "grade_to": highest})
        for position, span in enumerate(spans.split(), 1):
            starts, ends = (time.fromisoformat(moment) for moment in span.split("-"))
            times.append({"schedule_id": number, "position": position, "starts_at": starts, "ends_at": ends})
    return [(t.bell_schedules, schedules), (t.bell_rules, rules), (t.bell_times, times)]


def _changes(demo: DemoSchool, placed: list[Placed]) -> list[Row]:
    """For the demo's tomorrow: in 7А one lesson substituted, in 9А the last one cancelled."""
    tomorrow = date(2026, 11, 25)
    names = {c.id: c.name for c in demo.classes}
    of_day = [p for p in placed if p.lesson.slot[0] == tomorrow.isoweekday() and not p.lesson.group]
    swapped = next(p for p in of_day if names[p.lesson.class_id] == "7А" and p.lesson.slot[1] in (2, 3, 4))
    busy = {p.lesson.teacher for p in placed if p.lesson.slot == swapped.lesson.slot}
    stand_in = next(teacher for teacher in demo.chairs["hist"] + demo.chairs["rus"] if teacher not in busy)
    last = max((p for p in of_day if names[p.lesson.class_id] == "9А"), key=lambda p: p.lesson.slot[1])
    row = {"day": tomorrow, "teacher_id": None, "note": None, "made_at": FOUNDED}
    return [
        {**row, "entry_id": swapped.entry, "kind": "substituted", "teacher_id": stand_in},
        {**row, "entry_id": last.entry, "kind": "cancelled"},
    ]
