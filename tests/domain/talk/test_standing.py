"""Who stands in a thread: which claims an account opens, and which of several counts."""

from datetime import timedelta

import pytest

from domain.ids import PersonId, ThreadId
from domain.roles.people import FAMILY, STAFF, Role
from domain.talk.standing import Claim, How, Needs, opened_by, standing
from domain.talk.threads import Party, Side, Standing
from tests import school

EARLY, LATE = school.STARTED, school.STARTED + timedelta(days=30)


def _claim(how: How, needs: Needs, party: Party = Party.ASKED, side: Side = Side.STAFF, **since: object) -> Claim:
    return Claim(ThreadId(1), PersonId(1), how, party, side, needs, **since)  # type: ignore[arg-type]


AS_GUARDIAN = _claim(How.MEMBER, Needs.GUARDIAN, Party.ASKING, Side.FAMILY)
AT_DESK = _claim(How.DESK, Needs.LEADER)
WATCHES = _claim(How.WATCHES, Needs.GUARDIAN, Party.ASKING, Side.FAMILY)


def test_without_a_claim_nobody_stands_anywhere() -> None:
    assert standing([], frozenset(Role)) is None


@pytest.mark.parametrize("role", [Role.TEACHER, Role.PUPIL, Role.ADMIN, Role.DEPUTY])
def test_a_guardian_s_claim_is_opened_by_a_guardian_s_code_alone(role: Role) -> None:
    assert standing([AS_GUARDIAN], frozenset({role})) is None
    assert standing([AS_GUARDIAN], frozenset({role, Role.GUARDIAN})) == Standing(Party.ASKING, Side.FAMILY)


@pytest.mark.parametrize("role", Role)
def test_the_desk_of_the_administration_is_opened_by_director_and_deputy(role: Role) -> None:
    sits = standing([AT_DESK], frozenset({role})) is not None
    assert sits == (role in (Role.DIRECTOR, Role.DEPUTY))


def test_who_asks_the_own_desk_asks() -> None:
    both = frozenset({Role.DEPUTY, Role.GUARDIAN})
    assert standing([AT_DESK, AS_GUARDIAN], both) == Standing(Party.ASKING, Side.FAMILY)


def test_who_watches_and_answers_too_answers() -> None:
    stands = standing([WATCHES, _claim(How.DESK, Needs.CLASS_TEACHER)], frozenset({Role.GUARDIAN, Role.CLASS_TEACHER}))
    assert stands == Standing(Party.ASKED, Side.STAFF)
    assert standing([WATCHES], frozenset({Role.GUARDIAN})) == Standing(Party.ASKING, Side.FAMILY, watches=True)


def test_of_several_claims_the_earliest_moment_counts_and_a_member_sees_everything() -> None:
    desk = _claim(How.DESK, Needs.CLASS_TEACHER, since=LATE)
    stands_in = _claim(How.STANDS_IN, Needs.STAFF, since=EARLY)
    roles = frozenset({Role.CLASS_TEACHER})
    assert standing([desk, stands_in], roles) == Standing(Party.ASKED, Side.STAFF, EARLY)
    member = _claim(How.MEMBER, Needs.STAFF)
    assert standing([desk, stands_in, member], roles) == Standing(Party.ASKED, Side.STAFF)


def test_what_is_closed_to_the_account_lends_it_no_history() -> None:
    desk = _claim(How.DESK, Needs.LEADER)
    stands_in = _claim(How.STANDS_IN, Needs.STAFF, since=LATE)
    assert standing([desk, stands_in], frozenset({Role.TEACHER})) == Standing(Party.ASKED, Side.STAFF, LATE)


def test_every_role_opens_what_is_its_side_s() -> None:
    for role in Role:
        opened = opened_by(frozenset({role}))
        assert (Needs.STAFF in opened) == (role in STAFF)
        assert (Needs.FAMILY in opened) == (role in FAMILY)
