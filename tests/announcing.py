"""Announcements as tests write them."""

from collections.abc import Iterable
from typing import Any

from domain.ids import ClassId, PersonId
from domain.talk.announcements import Draft
from domain.talk.audiences import Audience, Scope
from domain.talk.wording import Wording
from tests import school


def class_draft(key: str, class_id: ClassId, audience: Audience, text: str, **more: Any) -> Draft:
    return Draft(key, Scope.of_class(class_id), audience, Wording(text), **more)


def as_guardians(persons: Iterable[PersonId]) -> dict[PersonId, list[PersonId]]:
    """Each with their children of 7А."""
    seats = school.SEATS
    kin = [(who, pupil) for who, pupil, _ in school.GUARDIANS if seats[pupil] == school.CLASS_7A]
    return {person: [pupil for who, pupil in kin if who == person] for person in persons}
