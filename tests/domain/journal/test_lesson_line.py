"""The grammar of a lesson's line: what teachers type and dictate, and that print and parse agree on all of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.attendance.presence import Presence
from domain.journal.lesson_line import NOT_SET, SaidLesson, SaidMark, SaidOf, parse, printed
from domain.journal.lesson_line_words import MOST_MINUTES, USUAL_KINDS, SaidPresence

ABSENT, ILL, EXCUSED, LATE = SaidPresence.ABSENT, SaidPresence.ILL, SaidPresence.EXCUSED, SaidPresence.LATE
SURNAMES = ("Иванов", "петрова", "Римский-Корсаков", "Кузина", "О’Нил", "Тё", "Ли")
GIVEN = ("", " Пётр", " П.", " Н.", " анна сергеевна", " У. О.")
WORDS = (
    *SURNAMES,
    *("5", "4", "пять", "зач", "6", "345", "5-", "5кр", "кр", "контрольная", "работа", "дз", "отв", "н", "Н.", "нет"),
    *("оп", "оп10", "10", "мин", "на", "опоздала", "все", "на месте", "остальные", "тема", "тема урока", "Степени"),
    *("не задано", "домашнее задание", "№ 345", "задано", "и", ",", ", ", ";", "\n", ":", "–", ".", "урока", "  ", "?"),
)

marks = st.builds(
    SaidMark, st.sampled_from(["5", "4", "3", "2", "1", "6", "зач"]), st.none() | st.sampled_from(USUAL_KINDS)
)
names = st.builds("{}{}".format, st.sampled_from(SURNAMES), st.sampled_from(GIVEN))
marked = st.builds(SaidOf, names, st.lists(marks, min_size=1, max_size=4).map(tuple))
away = st.builds(SaidOf, names, st.just(()), st.sampled_from([ABSENT, ILL, EXCUSED]))
late = st.builds(
    SaidOf, names, st.lists(marks, max_size=3).map(tuple), st.just(LATE), st.none() | st.integers(1, MOST_MINUTES)
)
told = st.text("абвгдежзийклмноп№§ (1234567890)–,.тема", min_size=1, max_size=40).map(
    lambda said: " ".join(said.split())
)
plain = told.map(lambda said: said.strip(" ,.:–—-")).filter(bool)
lessons = st.builds(
    SaidLesson,
    st.lists(marked | away | late, max_size=6).map(tuple),
    st.booleans(),
    st.none() | plain,
    st.none() | st.just(NOT_SET) | plain.filter(lambda said: said != "нет"),
)


@given(lessons)
def test_what_is_printed_parses_to_the_same(said: SaidLesson) -> None:
    assert parse(printed(said)) == said


@settings(max_examples=400)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_whatever_is_typed_is_printed_as_it_was_understood(text: str) -> None:
    said = parse(text)
    assert parse(printed(said)) == said


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_no_text_breaks_the_parser(text: str) -> None:
    said = parse(text)
    assert parse(printed(said)) == said


@given(st.lists(marked | away | late, min_size=1, max_size=4))
def test_capitals_and_the_order_within_a_pair_change_nothing(pupils: list[SaidOf]) -> None:
    line = printed(SaidLesson(tuple(pupils)))
    shouted = parse(line.upper()).pupils
    assert [(one.marks, one.presence, one.minutes) for one in shouted] == [
        (one.marks, one.presence, one.minutes) for one in pupils
    ]


def _of(name: str, *values: str | tuple[str, str]) -> SaidOf:
    return SaidOf(name, tuple(SaidMark(*((one, None) if isinstance(one, str) else one)) for one in values))


@pytest.mark.parametrize(
    ("text", "pupils"),
    [
        ("Иванов 5, Петрова 4 кр", [_of("Иванов", "5"), _of("Петрова", ("4", "кр"))]),
        ("иванов пять петрова четыре контрольная работа", [_of("иванов", "5"), _of("петрова", ("4", "кр"))]),
        ("5 Иванов", [_of("Иванов", "5")]),
        ("Иванов 5 4 кр", [_of("Иванов", "5", ("4", "кр"))]),
        ("кр Иванов 4", [_of("Иванов", ("4", "кр"))]),
        ("Иванов 5кр", [_of("Иванов", ("5", "кр"))]),
        ("Иванов П. 5", [_of("Иванов П.", "5")]),
        ("Иванов зачёт", [_of("Иванов", "зач")]),
        ("Иванов – 5. Петрова: 4.", [_of("Иванов", "5"), _of("Петрова", "4")]),
        ("Сидоров н.", [SaidOf("Сидоров", presence=ABSENT)]),
        ("Сидоров Н. н", [SaidOf("Сидоров Н.", presence=ABSENT)]),
        ("н Сидоров, Кузина", [SaidOf("Сидоров", presence=ABSENT), SaidOf("Кузина", presence=ABSENT)]),
        ("оп Кузина н Сидоров", [SaidOf("Кузина", presence=LATE), SaidOf("Сидоров", presence=ABSENT)]),
        ("Сидоров болеет", [SaidOf("Сидоров", presence=ILL)]),
        ("Сидоров у", [SaidOf("Сидоров", presence=EXCUSED)]),
        ("Кузина оп 10", [SaidOf("Кузина", presence=LATE, minutes=10)]),
        ("Кузина опоздала на 5 минут", [SaidOf("Кузина", presence=LATE, minutes=5)]),
        ("Кузина оп10 4", [SaidOf("Кузина", (SaidMark("4"),), LATE, 10)]),
    ],
)
def test_what_is_said_of_pupils(text: str, pupils: list[SaidOf]) -> None:
    assert parse(text) == SaidLesson(tuple(pupils))


@pytest.mark.parametrize(
    ("text", "topic", "homework"),
    [
        ("тема Степени; дз № 345–350", "Степени", "№ 345–350"),
        ("Тема: Степени\nДЗ: № 3, № 4", "Степени", "№ 3, № 4"),
        ("тема степени и корни домашнее задание номер 345", "степени и корни", "номер 345"),
        ("Тема урока Степени. Дз № 5.", "Степени", "№ 5"),
        ("тема Степени; дз не задано", "Степени", NOT_SET),
        ("не задано; тема Степени", "Степени", NOT_SET),
        ("дз учить тему", None, "учить тему"),
    ],
)
def test_topic_and_homework(text: str, topic: str | None, homework: str | None) -> None:
    assert parse(text) == SaidLesson(topic=topic, homework=homework)


def test_homework_behind_a_mark_is_a_kind_of_work_unless_a_task_follows() -> None:
    assert parse("Иванов 5 дз, Петрова 4 дз").pupils == (_of("Иванов", ("5", "дз")), _of("Петрова", ("4", "дз")))
    assert parse("Иванов 5 дз № 345") == SaidLesson((_of("Иванов", "5"),), homework="№ 345")


@pytest.mark.parametrize("text", ["все", "Все на месте.", "все здесь", "остальные на месте", "all here"])
def test_everyone_is_here(text: str) -> None:
    assert parse(text) == SaidLesson(everyone=True)


@pytest.mark.parametrize(
    "text",
    [
        "Кузина оп 5",
        "Иванов 5-",
        "Иванов 345",
        "Сидоров н 5",
        "Сидоров н б",
        "Иванов кр",
        "5",
        "Петрова",
        "оп Иванов 5 Ли 4",
    ],
)
def test_what_could_be_read_in_two_ways_is_kept_word_for_word(text: str) -> None:
    assert parse(text) == SaidLesson(unclear=(text,))


def test_a_name_with_nothing_said_of_it_does_not_spoil_the_others() -> None:
    assert parse("Иванов 5 Петрова") == SaidLesson((_of("Иванов", "5"),), unclear=("Петрова",))
    assert parse("Иванов 5, Петрова, Ли 4").unclear == ("Петрова",)


def test_a_school_with_kinds_of_its_own_types_them_too() -> None:
    assert parse("Иванов 5 дикт", ("дикт",)) == SaidLesson((_of("Иванов", ("5", "дикт")),))
    assert parse("Иванов 5 кр", ("дикт",)) == SaidLesson((_of("Иванов", "5"),), unclear=("кр",))


def test_presence_is_said_in_the_words_of_attendance() -> None:
    assert [one.value for one in SaidPresence] == [one.value for one in Presence]
    assert [one.away for one in SaidPresence] == [one.away for one in Presence]
