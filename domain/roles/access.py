"""Who may do what, to what: the one table. A use case asks it first; an action without a line is refused.

Source: the regulation, clauses 1.6, 2.1-2.3 and 3, as `Reach` by role.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from domain.errors import NotAllowed
from domain.ids import ClassId, PersonId
from domain.roles.people import FAMILY, STAFF, Actor, Role


class Reach(Enum):
    """How far a role's permission goes."""

    SELF = "own person"
    CHILD = "own child"
    CLASS = "own class, as its class teacher"
    LESSON = "lessons that this person gives (or substitutes) that day"
    TAUGHT = "classes in which this person teaches"
    SCHOOL = "whole school"


class Action(StrEnum):
    SEE_OWN_ACCESS = "see_own_access"
    LEAVE = "leave"
    CHANGE_OWN_SETTINGS = "change_own_settings"
    ISSUE_FAMILY_CODE = "issue_family_code"
    ISSUE_STAFF_CODE = "issue_staff_code"
    SEE_CLASS_ACCESS = "see_class_access"
    REVOKE_ACCESS = "revoke_access"
    HEAR_OF_GUESSING = "hear_of_guessing"
    SEE_PUPIL_DIARY = "see_pupil_diary"
    SEE_CLASS_TIMETABLE = "see_class_timetable"
    SEE_OWN_LESSONS = "see_own_lessons"
    SEE_LESSON = "see_lesson"
    TAKE_ROLL_CALL = "take_roll_call"
    SET_MARK = "set_mark"
    SET_TOPIC = "set_topic"
    SET_HOMEWORK = "set_homework"
    SEE_PUPIL_MARKS = "see_pupil_marks"
    ANSWER_ABSENCE = "answer_absence"
    ANNOUNCE_TO_CLASS = "announce_to_class"
    SEE_ANNOUNCEMENT_STATE = "see_announcement_state"
    ACKNOWLEDGE = "acknowledge"
    DECIDE_HOLD = "decide_hold"
    CHOOSE_NOTIFICATIONS = "choose_notifications"
    OPEN_NEWS = "open_news"


_EVERYONE = dict.fromkeys(Role, Reach.SELF)
_READS_ALL = {Role.ADMIN: Reach.SCHOOL, Role.DIRECTOR: Reach.SCHOOL, Role.DEPUTY: Reach.SCHOOL}

ACCESS: Mapping[Action, Mapping[Role, Reach]] = {
    # 2.3: everyone answers for their own access
    Action.SEE_OWN_ACCESS: _EVERYONE,
    Action.LEAVE: _EVERYONE,
    Action.CHANGE_OWN_SETTINGS: _EVERYONE,
    # 2.2.1, 2.2.2, 3.1.4, 3.3.4, 3.3.9
    Action.ISSUE_FAMILY_CODE: {Role.ADMIN: Reach.SCHOOL, Role.CLASS_TEACHER: Reach.CLASS},
    Action.ISSUE_STAFF_CODE: {Role.ADMIN: Reach.SCHOOL},
    Action.SEE_CLASS_ACCESS: {**_READS_ALL, Role.CLASS_TEACHER: Reach.CLASS},
    Action.REVOKE_ACCESS: {Role.ADMIN: Reach.SCHOOL, Role.CLASS_TEACHER: Reach.CLASS},
    Action.HEAR_OF_GUESSING: {Role.ADMIN: Reach.SCHOOL},
    # 1.4.4, 3.3.6, 3.3.7
    Action.SEE_PUPIL_DIARY: {
        **_READS_ALL,
        Role.CLASS_TEACHER: Reach.CLASS,
        Role.GUARDIAN: Reach.CHILD,
        Role.PUPIL: Reach.SELF,
    },
    Action.SEE_PUPIL_MARKS: {
        **_READS_ALL,
        Role.CLASS_TEACHER: Reach.CLASS,
        Role.GUARDIAN: Reach.CHILD,
        Role.PUPIL: Reach.SELF,
    },
    # the timetable of a class hangs on the school's wall: every member of staff reads it
    Action.SEE_CLASS_TIMETABLE: dict.fromkeys(STAFF, Reach.SCHOOL),
    Action.SEE_OWN_LESSONS: {Role.TEACHER: Reach.SELF},
    # 3.4.1, 3.4.2
    Action.SEE_LESSON: {**_READS_ALL, Role.TEACHER: Reach.LESSON, Role.CLASS_TEACHER: Reach.CLASS},
    Action.TAKE_ROLL_CALL: {Role.TEACHER: Reach.LESSON},
    Action.SET_MARK: {Role.TEACHER: Reach.LESSON},
    Action.SET_TOPIC: {Role.TEACHER: Reach.LESSON},
    Action.SET_HOMEWORK: {Role.TEACHER: Reach.LESSON},
    # 3.3.7: only a guardian says why a child is away, and raises the alarm that «не знал(а)!» is
    Action.ANSWER_ABSENCE: {Role.GUARDIAN: Reach.CHILD},
    # 3.3.8
    Action.ANNOUNCE_TO_CLASS: {
        Role.DIRECTOR: Reach.SCHOOL,
        Role.DEPUTY: Reach.SCHOOL,
        Role.ADMIN: Reach.SCHOOL,
        Role.CLASS_TEACHER: Reach.CLASS,
    },
    Action.SEE_ANNOUNCEMENT_STATE: dict.fromkeys(STAFF, Reach.SELF),
    Action.ACKNOWLEDGE: dict.fromkeys(Role, Reach.SELF),
    # 1.4.4: whether so many families shall be told at once
    Action.DECIDE_HOLD: {Role.DIRECTOR: Reach.SCHOOL, Role.DEPUTY: Reach.SCHOOL},
    Action.CHOOSE_NOTIFICATIONS: dict.fromkeys(FAMILY, Reach.SELF),
    # what one's own account was sent without its content
    Action.OPEN_NEWS: _EVERYONE,
}


@dataclass(frozen=True, slots=True)
class Target:
    """What is acted upon. Only what is given is compared: a target of nobody is in the reach of `SCHOOL` alone."""

    person: PersonId | None = None
    """The person (or pupil) concerned."""
    classes: tuple[ClassId, ...] = ()
    """The classes concerned; one's own is enough for a lesson of several classes."""
    teachers: tuple[PersonId, ...] = ()
    """Who gives the lesson that day."""


def allowed(actor: Actor, action: Action, target: Target) -> bool:
    row = ACCESS.get(action, {})
    return any(_reaches(actor, row[role], target) for role in actor.roles if role in row)


def require(actor: Actor, action: Action, target: Target) -> None:
    """Raises `NotAllowed` unless a role of the actor has a line that reaches the target."""
    if not allowed(actor, action, target):
        raise NotAllowed


def reach_of(actor: Actor, action: Action) -> frozenset[Reach]:
    """The reaches that the actor's roles have for an action: what a menu shows and a list is narrowed to."""
    row = ACCESS.get(action, {})
    return frozenset(row[role] for role in actor.roles if role in row)


def _reaches(actor: Actor, reach: Reach, target: Target) -> bool:
    match reach:
        case Reach.SCHOOL:
            return True
        case Reach.SELF:
            return target.person == actor.person
        case Reach.CHILD:
            return target.person in actor.children
        case Reach.CLASS:
            return not set(target.classes).isdisjoint(actor.own_classes)
        case Reach.LESSON:
            return actor.person in target.teachers
        case Reach.TAUGHT:
            return not set(target.classes).isdisjoint(actor.taught_classes)
