"""How much of its content a push says."""

from dataclasses import replace

import pytest

from domain.messaging.contents import (
    AbsenceNews,
    AlarmNews,
    AlarmTakenNews,
    AnnouncementNews,
    AnswerNews,
    ChangedNews,
    Content,
    DigestNews,
    GuessingNews,
    HomeworkNews,
    LostNews,
    LostPerson,
    MarkNews,
    NoteNews,
)
from domain.messaging.veil import PushContent, initials, veils, with_initials
from domain.roles.people import PersonName
from tests.architecture import absence_samples as a
from tests.architecture import mark_samples as m
from tests.architecture import screen_samples as s

CHILD = PersonName("Иванов", "Пётр", "Олегович")
OF_A_CHILD: list[Content] = [
    AbsenceNews(replace(s.CARD, pupil_name=CHILD)),
    AnswerNews(replace(s.CARD, pupil_name=CHILD)),
    AlarmNews(replace(s.CARD, pupil_name=CHILD)),
    AlarmTakenNews(replace(s.CARD, pupil_name=CHILD)),
    NoteNews(replace(a.CARDS[0], pupil_name=CHILD)),
    MarkNews(replace(s.MARK, pupil_name=CHILD), own=False),
    ChangedNews(s.TODAY, (replace(m.CHANGED[0], pupil_name=CHILD, by=PersonName("Орлова", "Инна")),)),
    HomeworkNews(s.HOMEWORK, CHILD, own=False),
    DigestNews(replace(s.PAGE, pupil=CHILD), s.NOBODY, own=False),
    LostNews(LostPerson(PersonName("Иванова", "Мария"), (CHILD,))),
]
OTHERS: list[Content] = [AnnouncementNews(s.LETTER, s.NOBODY), GuessingNews(3)]


@pytest.mark.parametrize("content", OF_A_CHILD, ids=lambda one: type(one).__name__)
def test_initials_stand_in_place_of_the_childs_name(content: Content) -> None:
    assert "Пётр" in repr(content)
    assert "Пётр" not in repr(with_initials(content))
    assert "И. П." in repr(with_initials(content))


def test_initials_are_read_wherever_a_name_is() -> None:
    short = initials(CHILD)
    assert {short.given, short.listed, short.full} == {"И. П."}
    assert initials(PersonName("Иванов", "")).listed == "И."


def test_a_neutral_school_veils_what_is_of_a_child_and_nothing_else() -> None:
    assert all(veils(content, False, PushContent.NEUTRAL) for content in OF_A_CHILD)
    assert not any(veils(content, False, PushContent.NEUTRAL) for content in OTHERS)
    assert not any(veils(content, False, PushContent.FULL) for content in OF_A_CHILD)


def test_who_chose_discretion_has_everything_veiled() -> None:
    assert all(veils(content, True, PushContent.FULL) for content in [*OF_A_CHILD, *OTHERS])
