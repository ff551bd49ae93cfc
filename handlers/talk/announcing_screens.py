"""Announcements before they are sent."""

from collections.abc import Sequence

from domain.school.roster import SchoolClass
from domain.talk.announcements import Preview
from domain.talk.audiences import Audience
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.messaging.way_back import to_menu
from handlers.talk.announced_screens import ROOM, quoted, unreached_lines
from handlers.talk.announcing_buttons import (
    AnnounceTo,
    AnnounceToClass,
    DropAnnouncement,
    OpenAnnouncing,
    SendAnnouncement,
)
from handlers.texts.translator import Texts


def classes_screen(classes: Sequence[SchoolClass], texts: Texts) -> Screen:
    buttons = (Button(one.name, AnnounceToClass(class_id=one.id)) for one in classes)
    return Screen(texts("announce-choose-class"), [*in_rows(buttons, 4), [to_menu(texts)]])


def audience_screen(school_class: SchoolClass, texts: Texts) -> Screen:
    buttons = [
        Button(texts(f"announce-to-{audience}"), AnnounceTo(class_id=school_class.id, audience=audience))
        for audience in (Audience.GUARDIANS, Audience.PUPILS)
    ]
    return Screen(texts("announce-choose-audience", class_name=school_class.name), [buttons, [_back(texts)]])


def ask_text_screen(school_class: SchoolClass, audience: Audience, texts: Texts) -> Screen:
    return Screen(texts("announce-ask-text", class_name=school_class.name, audience=audience), [[_back(texts)]])


def preview_screen(preview: Preview, key: str, texts: Texts) -> Screen:
    """To how many it goes, and by name who cannot be reached."""
    heading = texts(
        "announce-preview",
        class_name=preview.class_name,
        audience=preview.audience,
        reached=preview.reached,
        all=len(preview.addressed),
    )
    parts = [heading, quoted(preview.text, texts)]
    if preview.unreached:
        parts.append(unreached_lines(preview.unreached, texts, ROOM - len(heading) - len(preview.text)))
    confirm = [
        Button(texts("announce-send", n=preview.reached), SendAnnouncement(key=key), style=Style.SUCCESS),
        Button(texts("announce-cancel"), DropAnnouncement(key=key)),
    ]
    return Screen("\n\n".join(parts), [confirm])


def dropped_screen(texts: Texts) -> Screen:
    return Screen(texts("announce-cancelled"), [[to_menu(texts)]])


def _back(texts: Texts) -> Button:
    return Button(texts("back"), OpenAnnouncing())
