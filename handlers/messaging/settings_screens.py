"""What a person is told of, and when: `/settings`."""

from domain.ids import PersonId
from domain.messaging.choosing import HOURS, Choices, Notifications
from domain.messaging.kinds import Kind, Mode
from handlers.kit.screen import Button, Screen, in_rows
from handlers.messaging.buttons import ChooseHour, ChooseMode, OpenSettings, ShowChoices, ShowHours
from handlers.messaging.way_back import to_menu
from handlers.texts.translator import Texts


def settings_screen(notifications: Notifications, texts: Texts) -> Screen:
    """A button for each child; one child alone stands open at once."""
    if len(notifications.pages) == 1:
        return choices_screen(notifications, notifications.pages[0].pupil, texts)
    children = [[Button(_whose(page, texts), ShowChoices(pupil=page.pupil))] for page in notifications.pages]
    return Screen(texts("settings-intro"), [*children, [_hours_button(notifications, texts)], [to_menu(texts)]])


def choices_screen(notifications: Notifications, pupil: PersonId, texts: Texts) -> Screen:
    """A row for each kind, with the modes; the one that holds is ticked."""
    page = next(page for page in notifications.pages if page.pupil == pupil)
    rows = [_modes(pupil, kind, held, texts) for kind, held in page.modes.items()]
    lines = [texts("settings-of", name=_whose(page, texts))]
    lines += [texts(f"settings-line-{kind}", mode=held) for kind, held in page.modes.items()]
    several = len(notifications.pages) > 1
    back = [Button(texts("back"), OpenSettings())] if several else [to_menu(texts)]
    return Screen("\n".join(lines), [*rows, [_hours_button(notifications, texts)], back])


def hours_screen(notifications: Notifications, texts: Texts) -> Screen:
    buttons = (
        Button(("✅ " if at == notifications.digest_at else "") + texts.time(at), ChooseHour(hour=at.hour))
        for at in HOURS
    )
    return Screen(texts("settings-hours"), [*in_rows(buttons, 3), [Button(texts("back"), OpenSettings())]])


def _modes(pupil: PersonId, kind: Kind, held: Mode, texts: Texts) -> list[Button]:
    return [
        Button(
            ("✅ " if mode is held else "") + texts("settings-button", kind=kind, mode=mode),
            ChooseMode(pupil=pupil, kind=kind, mode=mode),
        )
        for mode in Mode
    ]


def _hours_button(notifications: Notifications, texts: Texts) -> Button:
    return Button(texts("settings-digest-at", at=texts.time(notifications.digest_at)), ShowHours())


def _whose(page: Choices, texts: Texts) -> str:
    return texts("settings-own") if page.own else page.name.listed
