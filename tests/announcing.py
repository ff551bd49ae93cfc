"""Announcements as tests write them."""

from typing import Any

from domain.ids import ClassId
from domain.talk.announcements import Draft
from domain.talk.audiences import Audience, Scope
from domain.talk.wording import Wording


def class_draft(key: str, class_id: ClassId, audience: Audience, text: str, **more: Any) -> Draft:
    return Draft(key, Scope.of_class(class_id), audience, Wording(text), **more)
