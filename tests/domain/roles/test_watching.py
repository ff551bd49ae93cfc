"""What is noted of a read: others' data alone, once for an act, and only while somebody acts."""

from dataclasses import replace

import pytest

from domain.errors import NotAllowed
from domain.ids import AccountId, ClassId, PersonId
from domain.roles.access import Action, Target, allowed, require, sees
from domain.roles.people import Actor, PersonName, Role
from domain.roles.watching import Glance, watched

ME, CHILD, OTHER = PersonId(1), PersonId(2), PersonId(3)
MINE = ClassId(7)
LEADER = Actor(
    ME, AccountId(1), PersonName("Павлова", "Ольга"), "ru", frozenset({Role.CLASS_TEACHER}), (CHILD,), (MINE,)
)
DEPUTY = replace(LEADER, roles=frozenset({Role.DEPUTY, Role.TEACHER, Role.GUARDIAN}))


def test_a_pupil_of_the_own_class_is_noted_by_person() -> None:
    with watched() as noted:
        assert sees(LEADER, Action.SEE_PUPIL_DIARY, Target(OTHER, (MINE,)))
        require(LEADER, Action.SEE_PUPIL_DIARY, Target(OTHER, (MINE,)))
    assert noted == {Glance(ME, "see_pupil_diary", OTHER)}


def test_a_whole_class_is_noted_as_one() -> None:
    with watched() as noted:
        require(DEPUTY, Action.SEE_CLASS_ABSENCES, Target(classes=(MINE, ClassId(8))))
    assert noted == {Glance(ME, "see_class_absences", None, one) for one in (MINE, ClassId(8))}


@pytest.mark.parametrize(
    ("action", "target"),
    [
        (Action.SEE_PUPIL_DIARY, Target(CHILD, (MINE,))),
        (Action.SEE_PUPIL_DIARY, Target(ME)),
        (Action.SEE_LESSON, Target(classes=(MINE,), teachers=(ME,))),
        (Action.SEE_RESULTS, Target(classes=(MINE,), course_teachers=(ME,))),
        (Action.SEE_WHEREABOUTS, Target()),
    ],
)
def test_the_own_child_the_own_lesson_and_what_hangs_on_the_wall_are_not(action: Action, target: Target) -> None:
    with watched() as noted:
        assert sees(DEPUTY, action, target)
    assert noted == set()


def test_what_was_refused_and_what_was_only_asked_about_was_not_seen() -> None:
    with watched() as noted:
        assert not sees(LEADER, Action.SEE_PUPIL_DIARY, Target(OTHER, (ClassId(8),)))
        with pytest.raises(NotAllowed):
            require(LEADER, Action.SEE_CLASS_ABSENCES, Target(classes=(ClassId(8),)))
        assert allowed(LEADER, Action.SEE_PUPIL_DIARY, Target(OTHER, (MINE,)))
    assert noted == set()


def test_outside_of_an_act_nobody_looks() -> None:
    with watched() as noted:
        pass
    require(LEADER, Action.SEE_PUPIL_DIARY, Target(OTHER, (MINE,)))
    assert noted == set()
