"""Timetables of aSc: what of an export comes in, what is listed, what is refused; nothing comes in by half."""

import random
from datetime import date, time
from pathlib import Path

import pytest
from sqlalchemy import select

from domain.ids import YearId
from domain.school.bells import Bell
from domain.school.importing.known import KnownSchool
from domain.school.importing.remarks import About, Expected
from domain.school.importing.timetable import put_timetable
from domain.school.importing.timetable_draft import TimetableDraft
from domain.school.importing.timetable_room import KnownTimetable
from domain.school.importing.timetable_wished import WishedTimetable, wished_of
from storage.database import Database
from storage.files.asc import ROOT
from storage.files.asc_week import WANTED, week_of_elements
from storage.files.problems import FileDamaged, FileHostile, FileProblem, FileTooBig
from storage.files.programs import read_timetable
from storage.files.xml_elements import elements_of
from storage.tables import school as t
from tests import school
from tests.storage.asc_files import SCHOOL, written

MUTANTS = 400
EMPTY = KnownTimetable(KnownSchool(YearId(1), date(2026, 9, 1)), date(2027, 5, 26))


def wished(path: Path) -> WishedTimetable:
    timetable = read_timetable(path)
    assert timetable is not None
    return timetable


def told(timetable: WishedTimetable, about: About) -> list[str]:
    return [note.what for note in timetable.notes if note.about is about]


def drafted(timetable: WishedTimetable) -> TimetableDraft:
    return TimetableDraft.of(EMPTY, timetable, date(2026, 9, 1))


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-8", "utf-8-sig", "utf-16"])
def test_each_card_is_a_lesson_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    text = SCHOOL.replace("windows-1251", encoding.removesuffix("-sig"))
    lessons = wished(written(tmp_path, text, encoding)).lessons
    assert [(one.weekday, one.position, one.parity, one.subject, one.sets, one.room) for one in lessons] == [
        (1, 1, None, "Алгебра", ('7 "А"',), "331"),
        (2, 2, None, "Алгебра", ('7 "А"',), None),
        (1, 2, 1, "Английский язык", ('7 "А" 1 группа',), "331"),
        (1, 2, 0, "Информатика", ('7 "А" 2 группа',), None),
        (5, 2, None, "Физкультура", ('7 "А"', "7Б"), "Спортзал"),
        (5, 3, None, "Физкультура", ('7 "А"', "7Б"), "Спортзал"),
        (3, 3, None, "Педсовет", (), None),
        (3, 1, None, "Химия", ("10 МАТ-ИНФ физики",), None),
    ]


def test_the_surname_stands_first_and_all_teachers_are_there(tmp_path: Path) -> None:
    lessons = wished(written(tmp_path)).lessons
    assert lessons[2].teachers == ("Петрова Ольга Викторовна",)
    assert lessons[4].teachers == ("Прыгунов П. П.", "Бегунова Б. Б.")


def test_bells_come_with_the_periods(tmp_path: Path) -> None:
    assert wished(written(tmp_path)).bells[3] == Bell(time(10, 30), time(11, 15))


def test_classes_are_what_the_file_calls_so_and_groups_parts_of_them(tmp_path: Path) -> None:
    draft = drafted(wished(written(tmp_path)))
    assert [one.name for one in draft.new.classes] == ['7 "А"', "7Б", "10 МАТ-ИНФ"]
    assert [one.name for one in draft.new.groups] == ["1", "2", "физики"]
    assert draft.doubts == []


def test_what_cannot_be_placed_is_listed_with_its_line(tmp_path: Path) -> None:
    timetable = wished(written(tmp_path))
    assert told(timetable, About.NOT_PLACED) == ['Алгебра · 7 "А"']
    assert told(timetable, About.PART_OF_YEAR) == ["Вторник 1 (8:30-9:15) · Алгебра · 10 МАТ-ИНФ"]
    assert told(timetable, About.WEEKS_ASSUMED) == [""]
    assert [note.place.row for note in timetable.notes if note.place and note.what.startswith("Алгебра")] == [60]
    [without_class] = [note for note in drafted(timetable).notes if note.about is About.WITHOUT_CLASS]
    assert without_class.what == "Среда 3 (10:30-11:15) · Педсовет"


def test_weeks_are_odd_and_even_as_they_are_called(tmp_path: Path) -> None:
    named = SCHOOL.replace("Неделя A", "Чётная неделя").replace("Неделя B", "Нечётная неделя")
    timetable = wished(written(tmp_path, named))
    assert [one.parity for one in timetable.lessons if one.parity is not None] == [0, 1]
    assert told(timetable, About.WEEKS_ASSUMED) == []


def test_a_double_lesson_with_a_card_for_each_period_is_not_doubled_again(tmp_path: Path) -> None:
    card = '<card lessonid="L4" classroomids="R2" period="2" weeks="11" terms="11" days="00001"/>'
    both = SCHOOL.replace(card, card + card.replace('period="2"', 'period="3"'))
    sport = [one.position for one in wished(written(tmp_path, both)).lessons if one.subject == "Физкультура"]
    assert sport == [2, 3]


def test_an_export_without_cards_is_not_solved(tmp_path: Path) -> None:
    bare = "\n".join(line for line in SCHOOL.splitlines() if "<card " not in line)
    assert [one.expected for one in wished(written(tmp_path, bare)).mistakes] == [Expected.SOLVED]


@pytest.mark.parametrize(
    ("of", "to", "problem"),
    [
        ('"1.0" encoding="windows-1251"?>', '"1.0"?><!DOCTYPE a [<!ENTITY b "ха">]>', FileHostile),
        ("<periods ", "<a>" * 40 + "<periods ", FileHostile),
        ("</cards>", "", FileDamaged),
        ('lessonid="L1"', 'lessonid="L99"', FileDamaged),
        ('teacherids="*2"', 'teacherids="*77"', FileDamaged),
        ('terms="11" days="00100"/>', 'terms="11" days="001000000"/>', FileDamaged),
        ('terms="11" days="00100"/>', 'terms="11" days="среда"/>', FileDamaged),
        ('periodspercard="2"', 'periodspercard="999"', FileDamaged),
        ("Вторник", "Среда", FileDamaged),
        ("windows-1251", "KOI-7", FileDamaged),
    ],
)
def test_damaged_and_hostile_exports_say_what_is_wrong(
    tmp_path: Path, of: str, to: str, problem: type[FileProblem]
) -> None:
    encoding = "utf-8" if "DOCTYPE" in to else "cp1251"
    with pytest.raises(problem) as said:
        read_timetable(written(tmp_path, SCHOOL.replace(of, to), encoding))
    assert str(said.value).endswith(".")


def test_more_than_a_school_has_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileHostile):
        read_timetable(written(tmp_path, SCHOOL.replace("<cards ", "<card/>" * 100_000 + "<cards ")))


def test_a_child_that_takes_too_long_is_a_file_too_big(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.files.spreadsheets.MOST_SECONDS", 0.0001)
    with pytest.raises(FileTooBig):
        read_timetable(written(tmp_path))


async def test_the_week_comes_in_and_the_same_file_again_changes_nothing(new_school: Database, tmp_path: Path) -> None:
    timetable = wished(written(tmp_path))
    async with new_school.begin() as tx:
        outcome = await put_timetable(tx, timetable, None, school.TUESDAY)
    assert (outcome.mistakes, outcome.doubts, outcome.added) == ([], [], 7)
    assert not {note.about for note in outcome.notes} & {About.CLASS_TWICE, About.TEACHER_TWICE, About.ROOM_TWICE}
    before = await new_school.reader.rows(select(t.timetable_entries))
    async with new_school.begin() as tx:
        assert (await put_timetable(tx, timetable, None, school.TUESDAY)).changes == 0
    assert await new_school.reader.rows(select(t.timetable_entries)) == before


def test_mutants_are_read_whole_or_refused() -> None:
    """Each has a byte, a value or a line of the export changed; what is read of it, every lesson of it stands."""
    chance = random.Random(2012)
    outcomes = [_read(_mutant(chance)) for _ in range(MUTANTS)]
    assert outcomes.count("read") > MUTANTS // 10
    assert outcomes.count("refused") > MUTANTS // 10
    assert outcomes.count("read") + outcomes.count("refused") == MUTANTS


def _mutant(chance: random.Random) -> bytes:
    content = bytearray(SCHOOL.encode("cp1251"))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content))
        match chance.randrange(4):
            case 0:
                content[at] = chance.randrange(256)
            case 1:
                del content[at : at + chance.randint(1, 80)]
            case 2:
                content[at:at] = content[at : at + chance.randint(1, 200)]
            case _:
                digits = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
                content[chance.choice(digits)] = chance.choice(b"0123456789")
    return bytes(content)


def _read(content: bytes) -> str:
    try:
        timetable = wished_of(week_of_elements("m.xml", elements_of(content, ROOT, WANTED)))
    except FileProblem as problem:
        return "refused" if str(problem).endswith(".") else "refused without a sentence"
    if timetable.mistakes:
        assert timetable.lessons == ()
        return "refused"
    draft = drafted(timetable)
    left = [note for note in draft.notes if note.about is About.WITHOUT_CLASS]
    assert len(draft.lessons) + len(left) == len(timetable.lessons)
    return "read"
