"""What may be a PIN, how it is kept, and which acts want one."""

from datetime import date

import pytest

from domain.roles.access import ACCESS, WANTS_PIN, Action, Target, allowed, require
from domain.roles.people import FAMILY, STAFF
from domain.roles.pins import fits, hashed, too_plain
from domain.roles.writing_gate import PinNeeded, begin_to_write, end_of_writing, pin_due
from tests import school

BORN = date(1984, 3, 17)
LESSON = Target(teachers=(school.ALGEBRA_TEACHER,))


PLAIN = ["", "123", "123456789", "1234", "4321", "0123", "6789", "7890", "0000", "11111111", "12a4", "１２５８"]
BIRTHDAYS = ["1703", "0317", "1984", "170384", "17031984", "19840317", "840317"]


@pytest.mark.parametrize("pin", [*PLAIN, *BIRTHDAYS])
def test_what_would_be_guessed_first_is_no_pin(pin: str) -> None:
    assert too_plain(pin, BORN)


@pytest.mark.parametrize("pin", ["2580", "1243", "90210", "13579246"])
def test_others_are(pin: str) -> None:
    assert not too_plain(pin, BORN)
    assert not too_plain(pin, None)


def test_a_pin_is_kept_salted_and_only_itself_fits() -> None:
    kept = hashed("2580")
    assert "2580" not in kept
    assert kept != hashed("2580")
    assert fits("2580", kept)
    assert not fits("2581", kept)


def test_the_pin_stands_before_what_staff_alone_write_and_before_nothing_that_is_read() -> None:
    assert all(STAFF.issuperset(ACCESS[action]) for action in WANTS_PIN)
    assert not [action for action in WANTS_PIN if FAMILY & ACCESS[action].keys() or action.startswith("see_")]
    written = {Action.SET_MARK, Action.TAKE_ROLL_CALL, Action.SET_HOMEWORK, Action.SET_TOPIC, Action.SET_RESULT}
    written |= {Action.ANNOUNCE_TO_CLASS, Action.REVOKE_ACCESS, Action.ISSUE_FAMILY_CODE, Action.CONFIRM_GUARDIAN}
    written |= {Action.EXEMPT_PUPIL, Action.CLOSE_TERM, Action.DECIDE_MARK_CHANGE, Action.RESTRICT_GUARDIAN}
    assert written <= WANTS_PIN
    assert Action.TAKE_ALARM not in WANTS_PIN


def test_asked_and_begun_in_either_order_meet_the_gate() -> None:
    teacher = school.actor(school.ALGEBRA_TEACHER)
    with pin_due():
        require(teacher, Action.SET_MARK, LESSON)
        with pytest.raises(PinNeeded):
            begin_to_write()
    with pin_due():
        begin_to_write()
        with pytest.raises(PinNeeded):
            require(teacher, Action.SET_MARK, LESSON)


def test_reading_what_is_not_allowed_and_writing_of_ones_own_pass() -> None:
    teacher = school.actor(school.ALGEBRA_TEACHER)
    with pin_due():
        require(teacher, Action.SEE_LESSON, LESSON)
        require(teacher, Action.CHANGE_OWN_SETTINGS, Target(person=school.ALGEBRA_TEACHER))
        assert not allowed(teacher, Action.SET_MARK, Target(teachers=(school.SPORT,)))
        begin_to_write()
        end_of_writing()
    require(teacher, Action.SET_MARK, LESSON)
    begin_to_write()
