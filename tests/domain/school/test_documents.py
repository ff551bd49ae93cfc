"""Which document stands, whom it is for, who is asked to confirm it."""

from dataclasses import replace

import pytest

from domain.ids import DocumentId
from domain.roles.people import Role
from domain.school.documents import Document, DocumentAudience, newest_of, standing
from domain.school.documents_publishing import for_the_site
from tests import school

ONE = Document(
    DocumentId(1), "Устав", 1, None, school.TUESDAY, DocumentAudience.ALL, True, None, "a.pdf", school.MORNING
)
TWO = replace(ONE, id=DocumentId(2), version=2, replaces=ONE.id)
THREE = replace(ONE, id=DocumentId(3), version=3, replaces=TWO.id)


def test_of_several_versions_the_last_one_stands() -> None:
    everything = {one.id: one for one in (ONE, TWO, THREE)}
    assert standing(list(everything.values())) == [THREE]
    assert {newest_of(one, everything) for one in everything} == {THREE}
    assert newest_of(DocumentId(9), everything) is None


def test_what_was_withdrawn_does_not_bring_the_earlier_one_back() -> None:
    assert standing([ONE, replace(TWO, withdrawn=True)]) == []


@pytest.mark.parametrize(
    ("audience", "opens", "asked"),
    [
        (DocumentAudience.ALL, {Role.TEACHER, Role.GUARDIAN, Role.PUPIL}, {Role.TEACHER, Role.GUARDIAN}),
        (DocumentAudience.STAFF, {Role.TEACHER}, {Role.TEACHER}),
        (DocumentAudience.FAMILIES, {Role.GUARDIAN, Role.PUPIL}, {Role.GUARDIAN}),
    ],
)
def test_an_audience_opens_it_and_grown_ups_confirm(
    audience: DocumentAudience, opens: set[Role], asked: set[Role]
) -> None:
    one = replace(ONE, audience=audience)
    roles = (Role.TEACHER, Role.GUARDIAN, Role.PUPIL)
    assert {role for role in roles if one.is_for({role})} == opens
    assert {role for role in roles if one.asks({role})} == asked
    assert not any(replace(one, confirmed_at=school.MORNING).asks({role}) for role in roles)
    assert not any(replace(one, acknowledge=False).asks({role}) for role in roles)


def test_the_site_gets_what_is_for_everyone_alone() -> None:
    kept = [replace(ONE, id=DocumentId(n), audience=audience) for n, audience in enumerate(DocumentAudience)]
    assert [one.audience for one in for_the_site(kept)] == [DocumentAudience.ALL]
