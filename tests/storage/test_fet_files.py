"""Files of FET, whole, damaged and hostile."""

from pathlib import Path

import pytest

from domain.school.importing.remarks import About, Expected
from domain.school.importing.timetable_wished import WishedTimetable
from storage.files.problems import FileDamaged, FileHostile, FileProblem, FileTooBig
from storage.files.programs import read_timetable
from tests.storage.real_schools import LOM, ORADEA, RealSchool, needs_real_schools

both_schools = pytest.mark.parametrize("real", [LOM, ORADEA], ids=lambda real: real.folder)
FILE = """<?xml version="1.0" encoding="UTF-8"?>
<fet version="6.8.5">
<Days_List><Day><Name>Понедельник</Name></Day><Day><Name>Вторник</Name></Day></Days_List>
<Hours_List><Hour><Name>1</Name></Hour><Hour><Name>2</Name></Hour></Hours_List>
<Students_List><Year><Name>7А</Name></Year></Students_List>
<Activities_List>
<Activity><Teacher>Петрова О. В.</Teacher><Subject>Алгебра</Subject><Students>7А</Students><Duration>2</Duration>
<Id>1</Id><Active>true</Active></Activity>
<Activity><Subject>Химия</Subject><Students>7А</Students><Duration>1</Duration><Id>2</Id></Activity>
<Activity><Subject>Физика</Subject><Duration>1</Duration><Id>3</Id><Active>false</Active></Activity>
</Activities_List>
<Time_Constraints_List><ConstraintActivityPreferredStartingTime><Weight_Percentage>100</Weight_Percentage>
<Activity_Id>1</Activity_Id><Preferred_Day>Вторник</Preferred_Day><Preferred_Hour>1</Preferred_Hour>
</ConstraintActivityPreferredStartingTime></Time_Constraints_List>
<Space_Constraints_List><ConstraintActivityPreferredRoom><Activity_Id>1</Activity_Id><Room>12</Room>
</ConstraintActivityPreferredRoom></Space_Constraints_List>
</fet>"""


def wished(path: Path) -> WishedTimetable:
    timetable = read_timetable(path)
    assert timetable is not None
    return timetable


@needs_real_schools
@both_schools
def test_an_unsolved_file_is_told_apart(real: RealSchool) -> None:
    timetable = wished(real.unsolved)
    assert [(one.expected, one.place.file) for one in timetable.mistakes] == [(Expected.SOLVED, "input.fet")]


@needs_real_schools
@both_schools
def test_other_exports_are_no_timetables(real: RealSchool) -> None:
    assert read_timetable(real.exported.with_name(f"{real.stem}_activities.csv")) is None


def written(folder: Path, text: str | bytes, name: str = "week.fet") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_double_lesson_stands_twice_with_its_room(tmp_path: Path) -> None:
    timetable = wished(written(tmp_path, FILE))
    assert [(one.weekday, one.position, one.room, one.teachers) for one in timetable.lessons] == [
        (2, 1, "12", ("Петрова О. В.",)),
        (2, 2, "12", ("Петрова О. В.",)),
    ]


def test_what_is_not_placed_is_listed_with_its_line(tmp_path: Path) -> None:
    notes = {note.about: note for note in wished(written(tmp_path, FILE)).notes}
    assert (notes[About.NOT_PLACED].what, notes[About.SWITCHED_OFF].what) == ("2 · Химия · 7А", "1")
    place = notes[About.NOT_PLACED].place
    assert place is not None
    assert (place.file, place.row) == ("week.fet", 9)


def test_a_lesson_longer_than_the_day_is_a_mistake(tmp_path: Path) -> None:
    timetable = wished(written(tmp_path, FILE.replace("<Preferred_Hour>1", "<Preferred_Hour>2")))
    assert [(one.value, one.expected, one.place.row) for one in timetable.mistakes] == [("2", Expected.LENGTH, 7)]


@pytest.mark.parametrize(
    ("row", "value", "expected"),
    [
        ("1,Someday,1,7А,Алгебра,,", "Someday", Expected.WEEKDAY),
        ("1,Monday,утром,7А,Алгебра,,", "утром", Expected.HOUR),
        ("1,Monday,1,7А,,,", "", Expected.SUBJECT),
        (f"1,Monday,1,7А,Алгебра,,{'к' * 61}", "к" * 61, Expected.ROOM),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named(tmp_path: Path, row: str, value: str, expected: Expected) -> None:
    text = f"Activity Id,Day,Hour,Students Sets,Subject,Teachers,Room\n\n{row}\n"
    mistakes = wished(written(tmp_path, text, "week.csv")).mistakes
    assert [(one.place.row, one.value, one.expected) for one in mistakes] == [(3, value, expected)]


def test_a_row_of_the_export_without_a_day_is_not_placed(tmp_path: Path) -> None:
    head = '\ufeff"Activity Id";"Day";"Hour";"Students Sets";"Subject";"Teachers"'
    text = f'{head}\n"1";"Пн";"1";"7А+7Б";"Физ-ра";"Бегунов+Прыгунов"\n"2";"";"";"7А";"Химия";""\n'
    timetable = wished(written(tmp_path, text, "week.csv"))
    assert [(one.sets, one.teachers) for one in timetable.lessons] == [(("7А", "7Б"), ("Бегунов", "Прыгунов"))]
    assert About.NOT_PLACED in {note.about for note in timetable.notes}


@pytest.mark.parametrize(
    ("text", "name"),
    [("Класс;Ученик\n7А;Иванов Пётр", "list.csv"), ("<svg></svg>", "a.svg"), (b"PK\x03\x04\xff\0\0", "a.xlsx")],
)
def test_another_file_is_no_timetable(tmp_path: Path, text: str | bytes, name: str) -> None:
    assert read_timetable(written(tmp_path, text, name)) is None


BOMB = '<?xml version="1.0"?><!DOCTYPE fet [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;">]><fet><Year>&b;</Year></fet>'


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (BOMB, FileHostile),
        ('<!DOCTYPE fet SYSTEM "file:///etc/passwd"><fet/>', FileHostile),
        ("<fet>" + "<Year>" * 5000, FileHostile),
        (f"<fet><Year><Name>{'я' * 200_000}</Name></Year></fet>", FileHostile),
        (FILE[:900], FileDamaged),
        (FILE.replace("</Subject>", "</Object>", 1), FileDamaged),
        (FILE.replace("UTF-8", "KOI-7"), FileDamaged),
        (FILE.replace("<Duration>1<", "<Duration>много<"), FileDamaged),
        ("", FileDamaged),
        (b"<fet>\xff\xfe</fet>", FileDamaged),
        (b"<fet>" + b" " * (100 * 2**20), FileTooBig),
    ],
    ids=["bomb", "outside", "deep", "endless", "cut", "crossed", "encoding", "length", "empty", "bytes", "big"],
)
def test_damaged_and_hostile_files_say_what_is_wrong(
    tmp_path: Path, content: str | bytes, problem: type[FileProblem]
) -> None:
    with pytest.raises(problem) as told:
        read_timetable(written(tmp_path, content))
    assert str(told.value).endswith(".")
    assert "week.fet" not in str(told.value)
