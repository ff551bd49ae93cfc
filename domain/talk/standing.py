"""Who stands in a thread today: the one rule for pages, answers and deliveries.

What may give somebody a place is a `Claim`, read as of today (storage keeps courts' orders, leavers and ended roles
out); which of them holds for an account is decided here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.ids import PersonId, ThreadId
from domain.roles.access import ACCESS, Action
from domain.roles.people import FAMILY, STAFF, Role
from domain.talk.threads import Party, Side, Standing


class How(StrEnum):
    """By what somebody is there, the strongest first."""

    MEMBER = "member"
    DESK = "desk"
    STANDS_IN = "stands_in"
    """Threads of another were handed over to this person."""
    WATCHES = "watches"


class Needs(StrEnum):
    """What the account must open for the claim to hold: a guardian's code opens no desk."""

    STAFF = "staff"
    CLASS_TEACHER = "class_teacher"
    LEADER = "leader"
    ADMIN = "admin"
    GUARDIAN = "guardian"
    PUPIL = "pupil"
    FAMILY = "family"
    """Of a thread that is about no child."""


OPENED_BY: Mapping[Needs, frozenset[Role]] = {
    Needs.STAFF: STAFF,
    Needs.CLASS_TEACHER: frozenset({Role.CLASS_TEACHER}),
    Needs.LEADER: frozenset(ACCESS[Action.SIT_AT_ADMINISTRATION]),
    Needs.ADMIN: frozenset(ACCESS[Action.SIT_AT_HELP]),
    Needs.GUARDIAN: frozenset({Role.GUARDIAN}),
    Needs.PUPIL: frozenset({Role.PUPIL}),
    Needs.FAMILY: FAMILY,
}


@dataclass(frozen=True, slots=True)
class Claim:
    """`since`: what was said before is not shown; None: everything is."""

    thread: ThreadId
    person: PersonId
    how: How
    party: Party
    side: Side
    needs: Needs
    since: datetime | None = None


def opened_by(roles: frozenset[Role]) -> frozenset[Needs]:
    """The claims that an account with these roles can make at all."""
    return frozenset(needs for needs, by in OPENED_BY.items() if not by.isdisjoint(roles))


def standing(claims: Iterable[Claim], roles: frozenset[Role]) -> Standing | None:
    """Of one person in one thread. Who asks the own desk asks; who watches and also answers, answers."""
    opened = opened_by(roles)
    held = [one for one in claims if one.needs in opened]
    answering = [one for one in held if one.how is not How.WATCHES]
    if not answering:
        return Standing(held[0].party, held[0].side, watches=True) if held else None
    strongest = min(answering, key=lambda one: list(How).index(one.how))
    return Standing(strongest.party, strongest.side, _earliest(answering))


def _earliest(claims: Iterable[Claim]) -> datetime | None:
    since = [one.since for one in claims]
    return None if None in since else min(one for one in since if one is not None)
