"""The signature under a consent, and how a consent stands."""

from datetime import UTC, date, datetime

import pytest

from domain.ids import PersonId
from domain.roles.consent import ConsentState, GivenAnswer, GuardianConsent, is_day_of_paper, signs
from domain.roles.people import PersonName

NAME = PersonName("Семёнова", "Алёна", "Петровна")
AT = datetime(2026, 9, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed",
    ["Семёнова Алёна Петровна", "семенова алена петровна", "  Алёна   Петровна СЕМЁНОВА ", "Семёнова, Алёна, Петровна"],
)
def test_the_full_name_signs_in_any_case_and_order(typed: str) -> None:
    assert signs(typed, NAME)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "да",
        "Семёнова",
        "Семёнова Алёна",
        "Семёнова А. П.",
        "Семёнова Алёна Петровна Мария",
        "Семёнов Алёна Петровна",
    ],
)
def test_less_or_more_or_another_name_does_not(typed: str) -> None:
    assert not signs(typed, NAME)


def test_what_the_lists_do_not_have_may_be_typed() -> None:
    assert signs("Ким Вера Ивановна", PersonName("Ким", "Вера"))
    assert signs("Ким Вера", PersonName("Ким", "Вера"))
    assert not signs("Ким", PersonName("Ким", ""))
    assert signs("Ким Вера Ивановна", PersonName("Ким", "В.", "И."))
    assert not signs("Ким Мария Ивановна", PersonName("Ким", "В.", "И."))


def _one(answer: GivenAnswer | None) -> GuardianConsent:
    return GuardianConsent(PersonId(1), NAME, (), answer)


def test_the_last_answer_says_how_it_stands() -> None:
    given = GivenAnswer(2, True, AT, NAME.full)
    assert _one(None).state(2) is ConsentState.NOT_YET
    assert _one(given).state(2) is ConsentState.GIVEN
    assert _one(given).state(3) is ConsentState.OLDER
    assert _one(GivenAnswer(2, True, AT, recorded_by=NAME)).state(2) is ConsentState.PAPER
    assert _one(GivenAnswer(2, False, AT)).state(2) is ConsentState.DECLINED


def test_no_paper_is_signed_tomorrow() -> None:
    today = date(2026, 11, 24)
    assert is_day_of_paper(today, today)
    assert not is_day_of_paper(date(2026, 11, 25), today)
    assert not is_day_of_paper(date(1999, 9, 1), today)
