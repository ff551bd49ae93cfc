"""Whose lessons a pupil attends while the lists do not say which subgroup."""

from domain.ids import GroupId
from domain.school.roster import attended

ENGLISH = frozenset({GroupId(1), GroupId(2)})
PROFILES = frozenset({GroupId(3), GroupId(4)})
CHOIR = frozenset({GroupId(5)})


def test_a_pupil_attends_the_own_subgroup_and_both_where_none_is_known() -> None:
    own = frozenset({GroupId(1)})
    assert attended(own, [ENGLISH, PROFILES], own) == {1, 3, 4}
    assert attended(frozenset(), [ENGLISH], own) == {1, 2}


def test_a_single_subgroup_leaves_out_who_is_not_in_it_once_someone_is() -> None:
    assert attended(frozenset(), [CHOIR], frozenset()) == {5}
    assert attended(frozenset(), [CHOIR], CHOIR) == frozenset()
