"""A class and a subject in what a person typed."""

import pytest

from domain.ids import SubjectId
from domain.school.class_names import class_norm
from domain.school.finding import class_at_start, subjects_at_start
from domain.school.timetable import SubjectRef

NAMES = {
    "Алгебра": "Алг",
    "Геометрия": "Геом",
    "География": "Геогр",
    "Русский язык": "Рус",
    "Русский родной язык": "Рус род",
    "Английский язык": "Англ",
    "Физика": "Физ",
    "Физическая культура": "Физ-ра",
    "Литература": "Лит",
    "Математика": "Мат",
    "Чёрчение": "Черч",
    "Информатика": "Инф",
    "Информатика и ИКТ": "ИКТ",
}
SUBJECTS = [SubjectRef(SubjectId(n), name, short) for n, (name, short) in enumerate(NAMES.items(), 1)]
CLASSES = {class_norm(name): name for name in ("7А", "7Б", "10 «М» (медицинский)", "11А")}


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        ("7А алгебра № 5", "7А", "алгебра № 5"),
        ("7а: алгебра", "7А", "алгебра"),
        ("7-А алгебра", "7А", "алгебра"),
        ('7 "А" алгебра', "7А", "алгебра"),
        ("7 а алгебра", "7А", "алгебра"),
        ("7A алгебра", "7А", "алгебра"),
        ("алгебра 7А № 5", "7А", "алгебра № 5"),
        ("рус яз 7б упр 3", "7Б", "рус яз упр 3"),
        ("10м физика", "10 «М» (медицинский)", "физика"),
    ],
)
def test_a_class_is_found_however_it_is_written(line: str, name: str, rest: str) -> None:
    assert class_at_start(line, CLASSES) == (name, rest)


@pytest.mark.parametrize("line", ["алгебра № 7 а, б", "упр. 7а", "9Я алгебра", "", "один два три 7А"])
def test_what_is_no_class_at_the_beginning_is_none(line: str) -> None:
    assert class_at_start(line, CLASSES) == (None, line)


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        ("алгебра № 345", "Алгебра", "№ 345"),
        ("АЛГ № 345", "Алгебра", "№ 345"),
        ("алгебре: № 345", "Алгебра", "№ 345"),
        ("по алгебре № 345", "Алгебра", "№ 345"),
        ("алгерба № 345", "Алгебра", "№ 345"),
        ("матем. стр 5", "Математика", "стр 5"),
        ("англ стр 5", "Английский язык", "стр 5"),
        ("английский яз стр 5", "Английский язык", "стр 5"),
        ("по русскому языку упр 3", "Русский язык", "упр 3"),
        ("русский язык упр 3", "Русский язык", "упр 3"),
        ("русский родной упр 3", "Русский родной язык", "упр 3"),
        ("физика § 3", "Физика", "§ 3"),
        ("физической культуре: форма", "Физическая культура", "форма"),
        ("физкультура форма", "Физическая культура", "форма"),
        ("физра форма", "Физическая культура", "форма"),
        ("физ-ра форма", "Физическая культура", "форма"),
        ("литра Пушкин", "Литература", "Пушкин"),
        ("черчение лист 2", "Чёрчение", "лист 2"),
        ("чёрчение лист 2", "Чёрчение", "лист 2"),
        ("информатика § 1", "Информатика", "§ 1"),
        ("икт § 1", "Информатика и ИКТ", "§ 1"),
        ("геогр карта", "География", "карта"),
    ],
)
def test_a_subject_is_found_in_any_case_shortened_or_with_a_typo(line: str, name: str, rest: str) -> None:
    found = subjects_at_start(line, SUBJECTS)
    assert [one.name for one in found.subjects] == [name]
    assert found.rest == rest


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("гео карта", {"Геометрия", "География"}),
        ("рус упр 3", {"Русский язык"}),
        ("русский упр 3", {"Русский язык", "Русский родной язык"}),
        ("физ § 3", {"Физика"}),
        ("фи § 3", {"Физика", "Физическая культура"}),
    ],
)
def test_what_could_be_several_is_several(line: str, names: set[str]) -> None:
    assert {one.name for one in subjects_at_start(line, SUBJECTS).subjects} == names


@pytest.mark.parametrize("line", ["№ 345–350", "стр. 5", "выучить правило", "а) повторить", "", "...", "в тетради"])
def test_what_names_no_subject_is_left_whole(line: str) -> None:
    found = subjects_at_start(line, SUBJECTS)
    assert (found.subjects, found.rest) == ((), line)
