"""An announcement as its readers will see it."""

from datetime import UTC, datetime

from domain.ids import AnnouncementId
from domain.roles.people import Actor
from domain.talk.announcements import Preview
from domain.talk.letters import AnnouncementLetter
from domain.talk.scopes import writes_as
from handlers.kit.screen import Button, Screen
from handlers.talk.announced_screens import letter_screen
from handlers.talk.announcing_buttons import OnlyLook
from handlers.talk.poll_previewed import previewed
from handlers.texts.translator import Texts

NOT_YET = AnnouncementId(0)
"""It gets its number when it is sent."""


def as_received(preview: Preview, actor: Actor, now: datetime, texts: Texts) -> Screen:
    """The letter with its buttons, which do nothing here."""
    draft = preview.draft
    letter = AnnouncementLetter(
        id=NOT_YET,
        sender=actor.name,
        role=writes_as(actor, draft.scope),
        audience=draft.audience,
        scope=draft.scope,
        wording=draft.wording,
        made_at=preview.goes_at or now,
        files=draft.files,
        asks=draft.asks,
        close_on=draft.close_on,
        urgent=draft.urgent,
    )
    poll = previewed(draft.poll, draft.audience, now.tzinfo or UTC) if draft.poll is not None else None
    screen = letter_screen(letter, actor.person, texts, poll)
    return Screen(screen.text, [[_only_look(button) for button in row] for row in screen.rows])


def _only_look(button: Button) -> Button:
    return Button(button.label, OnlyLook(), style=button.style)
