"""What a person is told of, when, and how much in plain sight: `/settings`."""

from collections.abc import Mapping
from datetime import time

from domain.ids import PersonId
from domain.messaging.choosing import HOURS, QUIET_ENDS, QUIET_STARTS, Choices, Notifications
from domain.messaging.kinds import Kind, Mode
from domain.messaging.quiet_hours import NEVER, USUAL, QuietHours
from domain.talk.threads import Side
from handlers.kit.screen import Button, Screen, in_rows
from handlers.messaging.buttons import (
    ChooseBell,
    ChooseDiscreet,
    ChooseHour,
    ChooseMode,
    ChooseQuiet,
    OpenSettings,
    ShowChoices,
    ShowHours,
    ShowQuiet,
)
from handlers.messaging.way_back import to_menu
from handlers.roles.consent_buttons import OpenConsent
from handlers.texts.translator import Texts

NOBODY = PersonId(0)
"""No child's choices: the screen above them."""


def settings_screen(notifications: Notifications, texts: Texts) -> Screen:
    """A button for each child; one child alone stands open at once, and staff have the rest alone."""
    pages = notifications.pages
    if len(pages) == 1:
        return choices_screen(notifications, pages[0].pupil, texts)
    children = [Button(_whose(page, texts), ShowChoices(pupil=page.pupil)) for page in pages]
    heading = texts("settings-intro") if pages else texts("settings-own-heading")
    lines = [heading, *(["", *_own(notifications, texts)] if not pages else [])]
    rows = [*in_rows(children, 1 if len(children) < 5 else 2), *_own_rows(notifications, NOBODY, texts)]
    return Screen("\n".join(lines), [*rows, [to_menu(texts)]])


def choices_screen(notifications: Notifications, pupil: PersonId, texts: Texts) -> Screen:
    """A row for each kind, with the modes; the one that holds is ticked."""
    page = next(page for page in notifications.pages if page.pupil == pupil)
    rows = [_modes(pupil, kind, held, texts) for kind, held in page.modes.items()]
    lines = [texts("settings-of", name=_whose(page, texts))]
    lines += [texts(f"settings-line-{kind}", mode=held) for kind, held in page.modes.items()]
    several = len(notifications.pages) > 1
    back = [Button(texts("back"), OpenSettings())] if several else [to_menu(texts)]
    text = "\n".join([*lines, "", *_own(notifications, texts)])
    return Screen(text, [*rows, *_own_rows(notifications, pupil, texts), back])


def hours_screen(notifications: Notifications, texts: Texts) -> Screen:
    buttons = (Button(_ticked(texts.time(at), at == notifications.digest_at), ChooseHour(hour=at.hour)) for at in HOURS)
    return Screen(texts("settings-hours"), [*in_rows(buttons, 3), [Button(texts("back"), OpenSettings())]])


def quiet_screen(notifications: Notifications, texts: Texts) -> Screen:
    """Each button carries both ends: the one tapped, and the other as it holds now."""
    held = _shown(notifications.quiet)
    base = USUAL[next(iter(notifications.quiet))] if held.none else held
    starts = [(texts("settings-quiet-starts", at=texts.time(at)), QuietHours(at, base.ends)) for at in QUIET_STARTS]
    ends = [(texts("settings-quiet-ends", at=texts.time(at)), QuietHours(base.starts, at)) for at in QUIET_ENDS]
    rows = [
        *in_rows([_quiet(label, hours, held) for label, hours in starts], 4),
        *in_rows([_quiet(label, hours, held) for label, hours in ends], 4),
        [_quiet(texts("settings-quiet-none"), NEVER, held)],
        [Button(texts("back"), OpenSettings())],
    ]
    about = ["settings-quiet-about", *(["settings-work-about"] if Side.STAFF in notifications.quiet else [])]
    lines = [*_quiet_lines(notifications, texts), "", *map(texts, about), texts("settings-quiet-signs")]
    return Screen("\n".join(lines), rows)


def _modes(pupil: PersonId, kind: Kind, held: Mode, texts: Texts) -> list[Button]:
    return [
        Button(
            _ticked(texts("settings-button", kind=kind, mode=mode), mode is held),
            ChooseMode(pupil=pupil, kind=kind, mode=mode),
        )
        for mode in Mode
    ]


def _own(notifications: Notifications, texts: Texts) -> list[str]:
    """Quiet hours and discretion, as they hold."""
    bell = [] if notifications.lesson_bell is None else [texts("bell-line", on=notifications.lesson_bell)]
    return [*_quiet_lines(notifications, texts), texts("settings-discreet", on=notifications.discreet), *bell]


def _quiet_lines(notifications: Notifications, texts: Texts) -> list[str]:
    """The quiet hours of a family, the working hours of staff; of who has both sides both."""
    held = _shown(notifications.quiet)
    family = [texts("settings-quiet", **_hours(held, texts), none=held.none)]
    at_work = notifications.quiet.get(Side.STAFF)
    work = [texts("settings-work", **_hours(at_work, texts), none=at_work.none)] if at_work is not None else []
    return [*(family if Side.FAMILY in notifications.quiet else ()), *work]


def _own_rows(notifications: Notifications, pupil: PersonId, texts: Texts) -> list[list[Button]]:
    held = _shown(notifications.quiet)
    label = "settings-quiet-button" if Side.FAMILY in notifications.quiet else "settings-work-button"
    quiet = Button(texts(label, **_hours(held, texts), none=held.none), ShowQuiet())
    digest = Button(texts("settings-digest-at", at=texts.time(notifications.digest_at)), ShowHours())
    on = not notifications.discreet
    discreet = Button(texts("settings-discreet-button", on=on), ChooseDiscreet(on=on, pupil=pupil))
    guards = any(not page.own for page in notifications.pages)
    consent = [[Button(texts("consent-button"), OpenConsent())]] if guards else []
    rows = [[digest, quiet] if notifications.pages else [quiet], [discreet], *_bell_row(notifications, texts)]
    return [*rows, *consent]


def _bell_row(notifications: Notifications, texts: Texts) -> list[list[Button]]:
    if notifications.lesson_bell is None:
        return []
    on = not notifications.lesson_bell
    return [[Button(texts("bell-button", on=on), ChooseBell(on=on))]]


def _quiet(label: str, hours: QuietHours, held: QuietHours) -> Button:
    """Both ends that hold are ticked."""
    action = ChooseQuiet(starts=_minutes(hours.starts), ends=_minutes(hours.ends))
    return Button(_ticked(label, hours == held), action)


def _shown(quiet: Mapping[Side, QuietHours]) -> QuietHours:
    """The family's where there is one: what is told of children comes in the evening."""
    return next(iter(quiet.values()))


def _hours(hours: QuietHours, texts: Texts) -> dict[str, str]:
    return {"starts": texts.time(hours.starts), "ends": texts.time(hours.ends)}


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _ticked(label: str, holds: bool) -> str:
    return f"✅ {label}" if holds else label


def _whose(page: Choices, texts: Texts) -> str:
    return texts("settings-own") if page.own else page.name.listed
