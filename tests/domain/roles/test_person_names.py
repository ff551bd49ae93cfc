"""Names as people are addressed by, searched by and ordered by."""

from hypothesis import given
from hypothesis import strategies as st

from domain.roles.names import norm
from domain.roles.people import Role
from tests import school

words = st.text(st.characters(categories=["L"]), min_size=1, max_size=20)


def test_a_pupil_is_addressed_by_the_given_name_others_politely() -> None:
    assert school.actor(school.IVANOV).addressed == "Пётр"
    assert school.actor(school.MOTHER).addressed == "Мария Петровна"
    assert school.actor(school.DEPUTY).addressed == "Елена Юрьевна"


def test_holding_one_of_several_roles_is_enough() -> None:
    deputy = school.actor(school.DEPUTY)
    assert deputy.holds(Role.ADMIN, Role.DEPUTY)
    assert not deputy.holds(Role.ADMIN, Role.PUPIL)
    assert not deputy.holds()


@given(st.lists(words, min_size=1, max_size=4))
def test_norm_is_the_same_however_often_and_in_whatever_case(parts: list[str]) -> None:
    once = norm(" ".join(parts))
    assert norm(once) == once
    assert norm("  ".join(parts) + "\n") == once
    assert norm(" ".join(parts).casefold()) == once


def test_yo_is_found_and_ordered_as_ye() -> None:
    assert norm("ЁЛКИН") == norm("елкин")
    listed = sorted(["Жуков", "Ёлкин", "Егоров", "Абрамов", "Ефимов"], key=norm)
    assert listed == ["Абрамов", "Егоров", "Ёлкин", "Ефимов", "Жуков"]
