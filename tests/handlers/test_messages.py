"""What messages say, in both languages."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from domain.attendance.answers import Answer
from domain.attendance.ports import AbsenceCard
from domain.attendance.presence import Presence
from domain.ids import AnnouncementId, HomeworkId, LessonId, MarkId
from domain.journal.homework_diary import HomeworkCard
from domain.journal.ports import MarkCard
from domain.messaging.contents import (
    AbsenceClosed,
    AbsenceNews,
    AnnouncementNews,
    AnswerNews,
    AreaNews,
    Content,
    DigestNews,
    GuessingNews,
    HomeworkNews,
    LostNews,
    LostPerson,
    MarkNews,
    QuarantineNews,
    StatusNews,
)
from domain.messaging.digest_page import DigestAbsence, DigestHomework, DigestMark, DigestPage
from domain.roles.people import PersonName, Role
from domain.talk.audiences import Audience, Scope
from domain.talk.letters import AnnouncementLetter, AnnouncementState, Tally
from domain.talk.wording import Wording
from handlers.messaging.renderer import SCREENS, ScreenRenderer
from tests import school

IVANOV = school.PEOPLE[school.IVANOV]
CARD = AbsenceCard(
    lesson=LessonId(1),
    pupil=school.IVANOV,
    pupil_name=IVANOV,
    class_name="7А",
    subject="Алгебра",
    position=1,
    day=school.TUESDAY,
    starts=None,
    status=Presence.ABSENT,
    minutes=None,
    version=1,
    teachers=(school.ALGEBRA_TEACHER,),
    rings=True,
    answer=Answer.ILL,
    answered_by=school.FATHER,
)
MARK = MarkCard(
    mark=MarkId(1),
    pupil=school.IVANOV,
    pupil_name=IVANOV,
    subject="Алгебра",
    value="4",
    kind="Контрольная работа",
    kind_code="control",
    day=school.TUESDAY,
    comment="молодец <3",
    taken_back=False,
    version=2,
    late=False,
)
HOMEWORK = HomeworkCard(
    homework=HomeworkId(1),
    class_id=school.CLASS_7A,
    class_name="7А",
    group=None,
    subject="Алгебра",
    due_day=date(2026, 11, 25),
    text="№ 345",
    files=1,
    version=1,
    cancelled=False,
    none_set=False,
    set_by=school.ALGEBRA_TEACHER,
)
SCOPE = Scope.of_class(school.CLASS_7A, "7А")
LETTER = AnnouncementLetter(
    AnnouncementId(5),
    school.PEOPLE[school.CLASS_TEACHER_7A],
    Role.CLASS_TEACHER,
    Audience.GUARDIANS,
    SCOPE,
    Wording("Собрание в 18:00"),
    school.MORNING,
)
STATE = AnnouncementState(
    AnnouncementId(5), Audience.GUARDIANS, SCOPE, Wording("Собрание"), 23, 20, 3, 0, Tally(14, 12), Tally(0, 0), 77
)
PAGE = DigestPage(
    day=school.TUESDAY,
    pupil=IVANOV,
    marks=(DigestMark("Алгебра", "5", "Ответ на уроке"), DigestMark("Алгебра", "4", "Контрольная работа")),
    absences=(DigestAbsence("Физика", 3, school.TUESDAY, Presence.LATE),),
    homework=(DigestHomework("Алгебра", "№ 345 <b>", 2, False), DigestHomework("История", "", 0, True)),
    homework_day=date(2026, 11, 25),
    announcements=(LETTER,),
)
TOLD: list[Content] = [
    AbsenceNews(CARD),
    AbsenceNews(CARD, correction=True, before="present"),
    AbsenceClosed(CARD),
    AnswerNews(CARD),
    MarkNews(MARK, own=False),
    HomeworkNews(HOMEWORK, IVANOV, own=False),
    AnnouncementNews(LETTER, school.MOTHER),
    StatusNews(STATE),
    DigestNews(PAGE, school.MOTHER, own=False),
    LostNews(LostPerson(school.PEOPLE[school.MOTHER], (IVANOV,))),
    GuessingNews(40),
    QuarantineNews(3),
]


def said(content: Content, language: str = "ru", repeat: bool = False) -> str:
    return ScreenRenderer().render(content, language, repeat).html


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("content", TOLD, ids=lambda content: type(content).__name__)
def test_every_message_can_be_said(content: Content, language: str) -> None:
    assert said(content, language).strip()


def test_every_kind_of_message_has_its_words() -> None:
    assert {one for one in SCREENS if not issubclass(one, AreaNews)} == set(get_args(Content)) - {AreaNews}


def test_a_repeat_says_that_it_may_be_one() -> None:
    assert said(TOLD[0], repeat=True).startswith("🔁 <i>Повтор: возможно, вы уже получили это сообщение.</i>")


def test_a_correction_of_a_mark_names_what_was() -> None:
    assert "исправлено: 2 → <b>4</b>" in said(MarkNews(MARK, own=False, correction=True, before="2"))


def test_a_mark_is_told_with_its_work_and_comment_and_what_people_wrote_is_escaped() -> None:
    text = said(MarkNews(MARK, own=False))
    assert "Иванов Пётр" in text
    assert "Контрольная работа, 24 ноября" in text
    assert "молодец &lt;3" in text
    assert "Новая отметка" in said(MarkNews(MARK, own=True))


def test_the_digest_lists_the_day_of_one_child() -> None:
    text = said(DigestNews(PAGE, school.MOTHER, own=False))
    assert "Иванов Пётр" in text
    assert "вторник, 24 ноября" in text
    assert "• Алгебра: <b>5</b> (ответ на уроке), <b>4</b> (контрольная работа)" in text
    assert "• 3-й урок, Физика: опоздание" in text
    assert "Задано на среду, 25 ноября" in text
    assert "№ 345 &lt;b&gt; 📎2" in text
    assert "История: не задано" in text


def test_parts_of_the_digest_with_nothing_in_them_are_left_out() -> None:
    text = said(DigestNews(DigestPage(school.TUESDAY, IVANOV, marks=PAGE.marks), school.MOTHER, own=False))
    assert "Посещаемость" not in text
    assert "Задано" not in text


def test_the_longest_digest_fits_into_one_message() -> None:
    homework = tuple(DigestHomework(f"Предмет {n}", "я" * 4000, 1, False) for n in range(12))
    page = DigestPage(school.TUESDAY, IVANOV, PAGE.marks * 10, PAGE.absences * 7, homework, date(2026, 11, 25))
    assert len(said(DigestNews(page, school.MOTHER, own=False))) <= 4096


@pytest.mark.parametrize(
    ("n", "words"), [(1, "1 неверная попытка"), (3, "3 неверные попытки"), (40, "40 неверных попыток")]
)
def test_numbers_agree(n: int, words: str) -> None:
    assert words in said(GuessingNews(n))


def test_a_person_without_children_is_named_alone() -> None:
    assert "Дети" not in said(LostNews(LostPerson(PersonName("Орлов", "Глеб"), ())))


def test_the_senders_line_counts_out_of_all() -> None:
    assert "Доставлено: 20 из 23, в пути 3" in said(StatusNews(STATE))
    assert "Ознакомились: 12 из 14 детей" in said(StatusNews(STATE))


def test_homework_is_told_corrected_and_taken_back() -> None:
    told = ScreenRenderer().render(HomeworkNews(HOMEWORK, IVANOV, own=False), "ru", repeat=False)
    assert told.html == "📚 <b>Пётр</b>: Алгебра, в среду, 25 ноября\n<blockquote>№ 345</blockquote>"
    assert "📎 Алгебра (1)" in str(told.keyboard)
    assert "задание изменено" in said(HomeworkNews(HOMEWORK, IVANOV, own=False, correction=True))
    gone = replace(HOMEWORK, cancelled=True)
    assert "задание отменено" in said(HomeworkNews(gone, IVANOV, own=True, correction=True))
