"""Lists of pupils in what goes to many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ids import ClassId, PersonId
from domain.roles.people import PersonName
from domain.school.roster import Roster, SchoolClass, Seat
from domain.talk.name_lists import MOST_NAMES, NamedPupils, most_named

NAMES_7A = [
    ("Иванов", "Пётр"),
    ("Иванова", "Анна"),
    ("Орлова", "Мария"),
    ("Соловьёв", "Семён"),
    ("Достоевский", "Фёдор"),
    ("Кравец", "Илья"),
    ("Шевченко", "Ольга"),
    ("Черных", "Артём"),
    ("Римская-Корсакова", "Вера"),
    ("Мороз", "Глеб"),
    ("Сорока", "Дарья"),
    ("Белый", "Иван"),
    ("Ли", "Юн"),
    ("Рахим", "Азиз"),
]
NAMES_7B = [("Зайцев", "Олег"), ("Волкова", "Инна"), ("Лисина", "Алла"), ("Медведев", "Пётр"), ("Ежов", "Марк")]


def _roster() -> Roster:
    classes = {ClassId(1): SchoolClass(ClassId(1), "7А", 7), ClassId(2): SchoolClass(ClassId(2), "7Б", 7)}
    named = [(ClassId(1), *name) for name in NAMES_7A] + [(ClassId(2), *name) for name in NAMES_7B]
    seats = [Seat(PersonId(n), PersonName(surname, name), of) for n, (of, surname, name) in enumerate(named, 1)]
    return Roster(classes, {seat.pupil: seat for seat in seats})


ROSTER = _roster()


def _found(text: str) -> tuple[str, int] | None:
    named = most_named(text, ROSTER)
    return (named.school_class.name, named.n) if named is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "Иванов Пётр, Орлова Мария, Соловьев Семен, Достоевский Федор, Кравец Илья",
        "иванов петр\nорлова мария\nсоловьёв семён\nдостоевский фёдор\nкравец илья",
        "Не сдали: Иванов, Орлова, Соловьев, Достоевский и Кравец.",
        "1. Иванов 5\n2. Орлова 4\n3. Соловьёв н\n4. Достоевский 3\n5. Кравец 2",
        "Завтра дежурят Иванов Орлова Соловьёв Достоевский Кравец, не опаздывать",
        "Отличились Иванов П., Орлова М., Соловьёв С., Кравец И. и Шевченко О.!",
        "- П. Иванов\n- М. Орлова\n- С. Соловьёв\n- И. Кравец\n- О. Шевченко",
        "Не хватает учебников у Иванова Петра, Орловой Марии, Соловьёва Семёна, Достоевского Фёдора, Кравца Ильи",
        "Передайте привет Иванову, Орловой, Соловьёву, Достоевскому, Шевченко.",
        "ИВАНОВ ПЁТР; ЧЕРНЫХ АРТЁМ; РИМСКАЯ-КОРСАКОВА ВЕРА; МОРОЗ ГЛЕБ; СОРОКА ДАРЬЯ",
        "Пришли Пётр Иванов с Анной Ивановой, Азиз Рахим, а потом Вера Римская-Корсакова и Глеб Мороз",
        "С Ивановым, Рахимом, Римской-Корсаковой, Морозом, Ли поговорю отдельно",
    ],
)
def test_five_names_of_a_class_are_a_list(text: str) -> None:
    assert _found(text) == ("7А", 5)


@pytest.mark.parametrize(
    "text",
    [
        "Иванов Пётр, Орлова Мария, Соловьев Семен, Достоевский Федор",
        "Иванов, Орлова, Соловьёв и Достоевский завтра у доски. Иванов, Орлова — с картой. Достоевский — нет.",
        "Иванов, Орлова, Соловьёв; Зайцев, Волкова, Лисина, Медведев",
        "",
    ],
)
def test_four_names_are_none_however_often_they_are_said(text: str) -> None:
    assert _found(text) is None


def test_namesakes_are_counted_once_for_each_way_of_naming_them() -> None:
    others = "Орлова, Кравец, Шевченко"
    assert _found(f"Иванов, {others}") is None
    assert _found(f"Иванов, Иванова, {others}") == ("7А", 5)
    assert _found(f"Иванов, Иванова, Ивановы, Ивановых, {others}") == ("7А", 5)
    assert _found(f"Иванов Пётр, Иванова Анна, {others}") == ("7А", 5)
    assert _found(f"Иванов Пётр, Иванов Пётр, Иванов П., {others}") is None


def test_the_class_with_the_most_names_is_told() -> None:
    seventh_b = ", ".join(surname for surname, _ in NAMES_7B)
    seventh_a = ", ".join(surname for surname, _ in NAMES_7A[:7])
    assert _found(seventh_b) == ("7Б", 5)
    assert _found(f"{seventh_b}, {seventh_a}") == ("7А", 7)


ORDINARY = [
    "Дома: § 12, № 345, 346; выучить правило на стр. 48. Кто не сдал — до пятницы!",
    "Завтра мороз до −25, поэтому физкультура в зале: форма, сменная обувь, вода.",
    "Белый верх, тёмный низ. Сбор у входа в 9:00, не опаздываем, телефоны убираем.",
    "Уважаемые родители! Собрание в четверг, в 18:30, кабинет 21. Повестка: итоги, питание, экскурсия, разное.",
    "Читать: «Сорока-белобока», «Мороз, Красный нос», «Зайцы», «Волк и семеро козлят», «Лиса и журавль».",
    "Словарные слова: сорока, мороз, заяц, медведь, ворона, воробей, лисица, ёж, белый, чёрных.",
    "Рассказ о птицах: сорока, соловей, ворона. Готовы ли вы? Не забудьте ли тетрадь?",
    "Прививка от гриппа — согласие до среды. Если против, напишите отказ, бланк у меня.",
    "Толстой, Достоевский, Гоголь, Пушкин и Лермонтов — прочитать по одному рассказу на лето.",
    "Обед 185 ₽, завтрак 95 ₽; деньги на карту до 5 числа. Льготникам — справка, копия, заявление.",
    "Ура! Мы заняли второе место: кубок, грамота, сладкий приз. Спасибо всем, кто помогал и болел за нас.",
    "Контрольная: вариант 1 — задания А1, А2, Б3; вариант 2 — А1, А3, Б4. Циркуль, линейка, карандаш.",
    "Please bring: pencils, a ruler, glue and scissors. Read pages 10-12 and learn the new words.",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_texts_of_a_school_go_unasked(text: str) -> None:
    assert _found(text) is None


@given(st.lists(st.sampled_from(ORDINARY), min_size=1, max_size=3), st.lists(st.sampled_from(NAMES_7A), max_size=2))
def test_an_ordinary_text_about_a_pupil_or_two_goes_unasked(texts: list[str], pupils: list[tuple[str, str]]) -> None:
    named = [f"{given_name} {surname}" for surname, given_name in pupils if surname not in ("Мороз", "Сорока", "Белый")]
    assert most_named("\n".join([*texts[:1], *named]), ROSTER) is None


@given(st.permutations(NAMES_7A), st.integers(1, len(NAMES_7A)), st.sampled_from([", ", "\n", "; ", " и ", " 5\n"]))
def test_a_list_counts_each_of_its_pupils_once(pupils: list[tuple[str, str]], many: int, between: str) -> None:
    text = between.join(f"{surname} {given_name}" for surname, given_name in pupils[:many])
    named = most_named(text, ROSTER)
    assert named == (NamedPupils(ROSTER.classes[ClassId(1)], many) if many > MOST_NAMES else None)


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert most_named(text, ROSTER) is None


def test_a_school_without_pupils_has_no_lists() -> None:
    assert most_named("Иванов, Орлова, Кравец, Черных, Мороз", Roster({}, {})) is None
