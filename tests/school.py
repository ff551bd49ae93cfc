"""The known cast: one small school that every test meets. Ids are written out; names are nobody's in particular.

7А has a class teacher (Ольга Павловна, who teaches it Russian), two English subgroups, a joint lesson of physical
education with 7Б; 1А is a first grade. The deputy teaches and is the mother of a pupil of 7А. The Ivanovs have a child
in 7А and one in 1А. Everyone comes in from the Telegram account `1000 + person`.
"""

from datetime import UTC, date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from domain.ids import AccountId, ClassId, EntryId, GroupId, PersonId, SubjectId
from domain.roles.names import norm
from domain.roles.people import Actor, PersonName, Role
from domain.school.class_names import class_norm
from storage.database import Database
from storage.sequences import move_counters
from storage.tables import journal, roles
from storage.tables import school as t

ZONE: Final = ZoneInfo("Europe/Moscow")
TUESDAY: Final = date(2026, 11, 24)
MORNING: Final = datetime(2026, 11, 24, 8, 40, tzinfo=ZONE)
"""In the first lesson of the Tuesday."""
STARTED: Final = datetime(2026, 8, 25, 9, 0, tzinfo=UTC)
BOUND: Final = {"bound_at": STARTED, "confirmed_at": STARTED}
"""Of a row of `bindings`: in since then, with nothing left to confirm."""

ADMIN, DIRECTOR, DEPUTY, SECRETARY, SITE_EDITOR = (PersonId(n) for n in range(1, 6))
ALGEBRA_TEACHER, CLASS_TEACHER_7A, ENGLISH_1, ENGLISH_2, PRIMARY, SPORT = (PersonId(n) for n in range(11, 17))
IVANOV, PETROVA, SIDOROV, KUZINA = (PersonId(n) for n in range(101, 105))
ORLOV: Final = PersonId(111)
IVANOVA_MASHA: Final = PersonId(121)
MOTHER, FATHER, PETROVA_MOTHER, SIDOROV_MOTHER, ORLOV_MOTHER = (PersonId(n) for n in range(201, 206))
"""MOTHER and FATHER are the Ivanovs'. KUZINA's mother is the DEPUTY."""

CLASS_1A, CLASS_7A, CLASS_7B = (ClassId(n) for n in (1, 2, 3))
GROUP_1, GROUP_2 = GroupId(1), GroupId(2)
ALGEBRA, RUSSIAN, ENGLISH, SPORTS, MATHS_1, READING_1, GEOMETRY = (SubjectId(n) for n in range(1, 8))
PARALLEL_OF = {ClassId(1): 1, ClassId(2): 7, ClassId(3): 7}

PEOPLE: Final[dict[PersonId, PersonName]] = {
    ADMIN: PersonName("Адамова", "Анна", "Андреевна"),
    DIRECTOR: PersonName("Директорова", "Дина", "Дмитриевна"),
    DEPUTY: PersonName("Кузина", "Елена", "Юрьевна"),
    SECRETARY: PersonName("Секретарёва", "Софья", "Сергеевна"),
    SITE_EDITOR: PersonName("Сайтова", "Светлана", "Саввична"),
    ALGEBRA_TEACHER: PersonName("Алгебрина", "Алла", "Борисовна"),
    CLASS_TEACHER_7A: PersonName("Павлова", "Ольга", "Павловна"),
    ENGLISH_1: PersonName("Лондонова", "Нина", "Ильинична"),
    ENGLISH_2: PersonName("Темзина", "Тамара", "Ивановна"),
    PRIMARY: PersonName("Азбукина", "Вера", "Петровна"),
    SPORT: PersonName("Бегунов", "Игорь", "Олегович"),
    IVANOV: PersonName("Иванов", "Пётр", "Олегович"),
    PETROVA: PersonName("Петрова", "Анна", "Сергеевна"),
    SIDOROV: PersonName("Сидоров", "Семён", "Ильич"),
    KUZINA: PersonName("Кузина", "Вера", "Романовна"),
    ORLOV: PersonName("Орлов", "Глеб", "Иванович"),
    IVANOVA_MASHA: PersonName("Иванова", "Маша", "Олеговна"),
    MOTHER: PersonName("Иванова", "Мария", "Петровна"),
    FATHER: PersonName("Иванов", "Олег", "Николаевич"),
    PETROVA_MOTHER: PersonName("Петрова", "Ольга", "Викторовна"),
    SIDOROV_MOTHER: PersonName("Сидорова", "Жанна", "Львовна"),
    ORLOV_MOTHER: PersonName("Орлова", "Инна", "Марковна"),
}
GRANTS: Final = {
    ADMIN: ["admin"],
    DIRECTOR: ["director"],
    DEPUTY: ["deputy", "teacher"],
    SECRETARY: ["secretary"],
    SITE_EDITOR: ["site_editor"],
    **{teacher: ["teacher"] for teacher in (ALGEBRA_TEACHER, CLASS_TEACHER_7A, ENGLISH_1, ENGLISH_2, PRIMARY, SPORT)},
}
SEATS: Final = {
    IVANOV: CLASS_7A,
    PETROVA: CLASS_7A,
    SIDOROV: CLASS_7A,
    KUZINA: CLASS_7A,
    ORLOV: CLASS_7B,
    IVANOVA_MASHA: CLASS_1A,
}
GUARDIANS: Final = [
    (MOTHER, IVANOV, "mother"),
    (MOTHER, IVANOVA_MASHA, "mother"),
    (FATHER, IVANOV, "father"),
    (FATHER, IVANOVA_MASHA, "father"),
    (PETROVA_MOTHER, PETROVA, "mother"),
    (SIDOROV_MOTHER, SIDOROV, "mother"),
    (DEPUTY, KUZINA, "mother"),
    (ORLOV_MOTHER, ORLOV, "mother"),
]
BELLS: Final = {
    1: (time(8, 30), time(9, 15)),
    2: (time(9, 25), time(10, 10)),
    3: (time(10, 30), time(11, 15)),
    4: (time(11, 35), time(12, 20)),
    5: (time(12, 30), time(13, 15)),
    6: (time(13, 25), time(14, 10)),
}
DAILY: Final[list[tuple[int, SubjectId, str | None, list[tuple[ClassId, GroupId | None]], list[PersonId]]]] = [
    (1, ALGEBRA, "12", [(CLASS_7A, None)], [ALGEBRA_TEACHER]),
    (2, RUSSIAN, "21", [(CLASS_7A, None)], [CLASS_TEACHER_7A]),
    (3, ENGLISH, "31", [(CLASS_7A, GROUP_1)], [ENGLISH_1]),
    (3, ENGLISH, "32", [(CLASS_7A, GROUP_2)], [ENGLISH_2]),
    (5, SPORTS, None, [(CLASS_7A, None), (CLASS_7B, None)], [SPORT]),
    (2, ALGEBRA, "12", [(CLASS_7B, None)], [ALGEBRA_TEACHER]),
    (3, GEOMETRY, "12", [(CLASS_7B, None)], [DEPUTY]),
    (1, MATHS_1, "1", [(CLASS_1A, None)], [PRIMARY]),
    (2, READING_1, "1", [(CLASS_1A, None)], [PRIMARY]),
]
"""The same lessons on each of the five days of the week: (position, subject, room, classes, teachers)."""
SUBJECTS: Final = {
    ALGEBRA: ("Алгебра", "Алг"),
    RUSSIAN: ("Русский язык", "Рус"),
    ENGLISH: ("Английский язык", "Англ"),
    SPORTS: ("Физическая культура", "Физ-ра"),
    MATHS_1: ("Математика", "Мат"),
    READING_1: ("Литературное чтение", "Чтение"),
    GEOMETRY: ("Геометрия", "Геом"),
}
WORK_KINDS: Final = [
    ("answer", "отв", "Ответ на уроке"),
    ("classwork", "ср", "Самостоятельная работа"),
    ("homework", "дз", "Домашняя работа"),
    ("control", "кр", "Контрольная работа"),
    ("project", "пр", "Проект"),
]


def entry_of(line: int, weekday: int = 2) -> EntryId:
    """The id of the `line`-th row of `DAILY` on a weekday (1 Monday … 5 Friday)."""
    return EntryId((weekday - 1) * len(DAILY) + line + 1)


def telegram_id(person: PersonId) -> int:
    return 1000 + person


def account_of(person: PersonId) -> AccountId:
    return AccountId(list(PEOPLE).index(person) + 1)


def roles_of(person: PersonId) -> list[str]:
    held = list(GRANTS.get(person, []))
    held += ["class_teacher"] if person in (CLASS_TEACHER_7A, PRIMARY) else []
    held += ["guardian"] if any(guardian == person for guardian, _, _ in GUARDIANS) else []
    held += ["pupil"] if person in SEATS else []
    return sorted(held)


def actor(person: PersonId) -> Actor:
    """The actor as `KnownActors` builds it, for tests without a database."""
    held = frozenset(Role(role) for role in roles_of(person))
    children = [pupil for guardian, pupil, _ in GUARDIANS if guardian == person]
    own = {CLASS_TEACHER_7A: (CLASS_7A,), PRIMARY: (CLASS_1A,)}.get(person, ())
    taught = [part[0] for line in DAILY if person in line[4] for part in line[3]]
    return Actor(
        person=person,
        account=account_of(person),
        name=PEOPLE[person],
        language="ru",
        roles=held,
        children=tuple(children),
        own_classes=own,
        taught_classes=tuple(dict.fromkeys(taught)),
        pupil_class=SEATS.get(person),
    )


async def found(database: Database) -> None:
    """Puts the cast into an empty database."""
    async with database.begin() as tx:
        for table, rows in _rows():
            await tx.run(insert(table), rows)
        numbered = (roles.people, t.classes, t.subjects, t.study_groups, t.timetable_entries, t.bell_schedules)
        await move_counters(tx, tx.dialect, *numbered)
        for topic in ("lists", "timetable", "access"):
            tx.touch(topic)


def _rows() -> list[tuple[Any, list[dict[str, Any]]]]:
    return [*_people_rows(), *_school_rows(), *_class_rows(), *_timetable_rows()]


def _people_rows() -> list[tuple[Any, list[dict[str, Any]]]]:
    people = [
        {
            "id": person,
            "surname": name.surname,
            "given": name.given,
            "patronymic": name.patronymic,
            "name_norm": norm(name.full),
            "created_at": STARTED,
        }
        for person, name in PEOPLE.items()
    ]
    grants = [
        {"person_id": person, "role": role, "granted_at": STARTED} for person, held in GRANTS.items() for role in held
    ]
    bound = [
        {"telegram_id": telegram_id(person), "person_id": person, "roles": roles_of(person), **BOUND}
        for person in PEOPLE
    ]
    consents = [
        {"person_id": person, "version": 1, "accepted": True, "at": STARTED}
        for person in dict.fromkeys(guardian for guardian, _, _ in GUARDIANS)
    ]
    guardians = [{"guardian_id": g, "pupil_id": p, "relation": relation} for g, p, relation in GUARDIANS]
    return [
        (roles.people, people),
        (roles.role_grants, grants),
        (roles.guardianships, guardians),
        (roles.bindings, bound),
        (roles.consents, consents),
    ]


def _school_rows() -> list[tuple[Any, list[dict[str, Any]]]]:
    quarters = [
        (date(2026, 9, 1), date(2026, 10, 25)),
        (date(2026, 11, 2), date(2026, 12, 30)),
        (date(2027, 1, 11), date(2027, 3, 21)),
        (date(2027, 3, 29), date(2027, 5, 26)),
    ]
    return [
        (
            t.school,
            [
                {
                    "id": 1,
                    "name": "Школа № 5",
                    "time_zone": "Europe/Moscow",
                    "language": "ru",
                    "created_at": STARTED,
                }
            ],
        ),
        (t.school_years, [{"name": "2026/27", "starts_on": date(2026, 9, 1), "ends_on": date(2027, 5, 26)}]),
        (
            t.terms,
            [
                {"year_id": 1, "kind": "quarter", "number": number, "starts_on": starts, "ends_on": ends}
                for number, (starts, ends) in enumerate(quarters, 1)
            ],
        ),
        (
            t.calendar_days,
            [
                _span(date(2026, 10, 26), date(2026, 11, 1), "vacation", "Осенние каникулы"),
                _span(date(2026, 11, 4), date(2026, 11, 4), "non_working", "День народного единства"),
                _span(date(2026, 12, 31), date(2027, 1, 10), "vacation", "Зимние каникулы"),
                _span(date(2027, 3, 22), date(2027, 3, 28), "vacation", "Весенние каникулы"),
            ],
        ),
        (
            journal.work_kinds,
            [{"code": code, "short": short, "name": name, "weight": 1} for code, short, name in WORK_KINDS],
        ),
    ]


def _span(starts: date, ends: date, kind: str, name: str) -> dict[str, Any]:
    return {"year_id": 1, "starts_on": starts, "ends_on": ends, "kind": kind, "name": name}


def _class_rows() -> list[tuple[Any, list[dict[str, Any]]]]:
    start = date(2026, 9, 1)
    names = {CLASS_1A: "1А", CLASS_7A: "7А", CLASS_7B: "7Б"}
    return [
        (
            t.classes,
            [
                {"id": i, "year_id": 1, "grade": PARALLEL_OF[i], "name": name, "name_norm": class_norm(name)}
                for i, name in names.items()
            ],
        ),
        (
            t.class_teachers,
            [
                {"class_id": CLASS_7A, "person_id": CLASS_TEACHER_7A, "from_day": start},
                {"class_id": CLASS_1A, "person_id": PRIMARY, "from_day": start},
            ],
        ),
        (t.enrolments, [{"pupil_id": p, "class_id": c, "from_day": start} for p, c in SEATS.items()]),
        (
            t.subjects,
            [{"id": i, "name": n, "short": s, "name_norm": norm(n)} for i, (n, s) in SUBJECTS.items()],
        ),
        (
            t.study_groups,
            [
                {"id": GROUP_1, "class_id": CLASS_7A, "subject_id": ENGLISH, "name": "1"},
                {"id": GROUP_2, "class_id": CLASS_7A, "subject_id": ENGLISH, "name": "2"},
            ],
        ),
        (
            t.study_group_members,
            [
                {"group_id": GROUP_1, "pupil_id": IVANOV},
                {"group_id": GROUP_1, "pupil_id": PETROVA},
                {"group_id": GROUP_2, "pupil_id": SIDOROV},
                {"group_id": GROUP_2, "pupil_id": KUZINA},
            ],
        ),
    ]


def _timetable_rows() -> list[tuple[Any, list[dict[str, Any]]]]:
    lines = [(entry_of(i, weekday), weekday, *line) for weekday in range(1, 6) for i, line in enumerate(DAILY)]
    return [
        (t.bell_schedules, [{"id": 1, "name": "Обычные"}]),
        (t.bell_rules, [{"schedule_id": 1, "grade_from": 1, "grade_to": 12}]),
        (
            t.bell_times,
            [{"schedule_id": 1, "position": n, "starts_at": s, "ends_at": e} for n, (s, e) in BELLS.items()],
        ),
        (
            t.timetable_entries,
            [
                {
                    "id": entry,
                    "valid_from": date(2026, 9, 1),
                    "weekday": weekday,
                    "position": position,
                    "subject_id": subject,
                    "room": room,
                }
                for entry, weekday, position, subject, room, _, _ in lines
            ],
        ),
        (
            t.timetable_entry_classes,
            [
                {"entry_id": entry, "class_id": class_id, "group_id": group}
                for entry, _, _, _, _, parts, _ in lines
                for class_id, group in parts
            ],
        ),
        (
            t.timetable_entry_teachers,
            [
                {"entry_id": entry, "teacher_id": teacher}
                for entry, _, _, _, _, _, teachers in lines
                for teacher in teachers
            ],
        ),
    ]
