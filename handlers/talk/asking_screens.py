"""A question to the administrator, and the mark «срочно» of a text that is asked for."""

from domain.roles.access import Action, reach_of
from domain.roles.people import Actor
from domain.talk.thread_pages import ThreadPage
from domain.talk.threads import Desk, Side, Speaker, ThreadKind
from handlers.kit.screen import Button, Screen
from handlers.messaging.way_back import to_menu
from handlers.talk.asking_buttons import AskAboutThread, AskAdministrator, MarkUrgent
from handlers.texts.translator import Markup, Texts

NAMED = 3
"""People named in the matter."""


def ask_question(texts: Texts) -> Screen:
    return Screen(texts("asking-question"), [[to_menu(texts)]])


def ask_about_talk(page: ThreadPage, texts: Texts) -> Screen:
    return Screen(texts("asking-about-talk", matter=matter_of_talk(page, texts)), [[to_menu(texts)]])


def matter_of_talk(page: ThreadPage, texts: Texts) -> str:
    """«Переписка с Иванова Мария Петровна (Иванов Пётр, 7А)», without a word of what was said."""
    family = [one for one in page.others if one.side is Side.FAMILY] or list(page.others)
    whom = ", ".join(_name(one) for one in family[:NAMED])
    about = page.head.pupil_name.listed if page.head.pupil_name is not None else ""
    class_name = f", {page.head.class_name}" if page.head.class_name else ""
    return str(texts("asking-matter", whom=Markup(whom), about=Markup(f"{about}{class_name}") if about else "none"))


def ask_button(texts: Texts) -> Button:
    return Button(texts("asking-button"), AskAdministrator())


def about_thread_row(page: ThreadPage, texts: Texts) -> list[Button]:
    """For staff, but not where they ask the administrator already."""
    if page.standing.side is not Side.STAFF or page.head.kind is ThreadKind.HELP or page.head.desk is Desk.HELP:
        return []
    return [Button(texts("asking-about-button"), AskAboutThread(thread=page.head.id))]


def urgent_row(texts: Texts, urgent: bool | None) -> list[Button]:
    """`urgent`: as it is marked; None: the writer may not write so."""
    if urgent is None:
        return []
    return [Button(texts("asking-urgent", on=urgent), MarkUrgent(on=not urgent))]


def may_mark(actor: Actor) -> bool | None:
    """What `urgent_row` begins with."""
    return False if reach_of(actor, Action.WRITE_URGENTLY) else None


def _name(speaker: Speaker) -> str:
    return speaker.name.listed if speaker.pupil else speaker.name.full
