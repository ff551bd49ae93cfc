"""Who of staff is idle, and who stays all the same."""

from datetime import datetime, timedelta

from domain.ids import AccountId, PersonId
from domain.roles.closing import idle_staff
from domain.roles.people import Role
from domain.roles.ports import Binding
from tests import school

LONG_AGO = school.STARTED
SINCE = LONG_AGO + timedelta(days=60)
LATELY = SINCE + timedelta(days=1)


def _bound(number: int, *roles: Role, seen: datetime | None = LONG_AGO) -> Binding:
    return Binding(AccountId(number), number, PersonId(number), frozenset(roles), LONG_AGO, seen)


def test_who_was_seen_lately_stays_and_families_never_are_idle() -> None:
    gone = _bound(1, Role.TEACHER, seen=None)
    stays = [_bound(2, Role.TEACHER, seen=LATELY), _bound(3, Role.GUARDIAN), _bound(4, Role.PUPIL)]
    assert idle_staff([gone, *stays], SINCE) == [gone]


def test_the_administrator_who_was_seen_last_stays_when_all_are_idle() -> None:
    first = _bound(1, Role.ADMIN)
    second = _bound(2, Role.ADMIN, seen=LONG_AGO + timedelta(days=2))
    assert idle_staff([first, second], SINCE) == [first]


def test_an_idle_administrator_is_out_while_another_comes_in() -> None:
    idle, other = _bound(1, Role.ADMIN), _bound(2, Role.ADMIN, seen=LATELY)
    assert idle_staff([idle, other], SINCE) == [idle]
