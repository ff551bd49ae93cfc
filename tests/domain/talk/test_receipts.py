"""Who has seen an announcement: one guardian of a child is enough, or each person counts."""

from domain.ids import PersonId
from domain.roles.people import PersonName
from domain.talk.receipts import Receipt, Ward, silent, units
from tests import school


def _ward(pupil: PersonId) -> Ward:
    return Ward(pupil, school.PEOPLE[pupil])


def _receipt(person: PersonId, *pupils: PersonId, seen: bool = False) -> Receipt:
    return Receipt(person, school.PEOPLE[person], seen, tuple(_ward(one) for one in pupils))


PARENTS = [_receipt(school.MOTHER, school.IVANOV, seen=True), _receipt(school.FATHER, school.IVANOV)]
OTHER = _receipt(school.PETROVA_MOTHER, school.PETROVA)


def test_one_guardian_is_enough_for_a_child() -> None:
    assert [one.pupil for one in silent([*PARENTS, OTHER], per_child=True)] == [school.PETROVA]


def test_each_guardian_counts_where_the_school_wants_it_so() -> None:
    found = silent([*PARENTS, OTHER], per_child=False)
    assert [(one.pupil, one.name) for one in found] == [
        (None, school.PEOPLE[school.FATHER]),
        (None, school.PEOPLE[school.PETROVA_MOTHER]),
    ]


def test_all_guardians_of_a_child_stand_beside_it() -> None:
    [child] = silent([_receipt(school.MOTHER, school.IVANOV), PARENTS[1]], per_child=True)
    assert [one.person for one in child.who] == [school.MOTHER, school.FATHER]


def test_who_has_seen_it_has_for_each_of_their_children() -> None:
    mother = _receipt(school.MOTHER, school.IVANOV, school.IVANOVA_MASHA, seen=True)
    assert silent([mother], per_child=True) == []
    father = _receipt(school.FATHER, school.IVANOV, school.IVANOVA_MASHA)
    assert len(units([mother, father], per_child=True)) == 2


def test_children_stand_before_persons_each_by_name() -> None:
    ёлкин = Receipt(PersonId(1), PersonName("Ёлкин", "А."), False)
    ежов, жуков = (Receipt(PersonId(n), PersonName(name, "А."), False) for n, name in ((2, "Ежов"), (3, "Жуков")))
    found = silent([жуков, ёлкин, OTHER, ежов], per_child=True)
    assert [one.name.surname for one in found] == ["Петрова", "Ежов", "Ёлкин", "Жуков"]
