"""What a thread fills in a template by itself, in words of the writer's language."""

from domain.clock import SchoolTime
from domain.roles.people import Actor, PersonName
from domain.talk.template_words import Known, TemplateField
from domain.talk.thread_pages import ThreadPage
from domain.talk.threads import Side
from handlers.texts.translator import Texts


def known_of(texts: Texts, actor: Actor, page: ThreadPage, time: SchoolTime) -> Known:
    """A field that the thread lacks is left out, and asked for."""
    head = page.head
    found = {
        TemplateField.CHILD: _child(page),
        TemplateField.CLASS_NAME: head.class_name,
        TemplateField.SUBJECT: head.subject,
        TemplateField.DAY: texts.date(time.today()),
        TemplateField.NAME: _addressee(actor, page),
    }
    return {field: value for field, value in found.items() if value}


def _child(page: ThreadPage) -> str | None:
    """To the family by the given name, to a colleague as a list has it."""
    name = page.head.pupil_name
    if name is None:
        return None
    to_family = any(one.side is Side.FAMILY for one in page.others)
    return (name.given or name.short) if to_family else name.listed


def _addressee(actor: Actor, page: ThreadPage) -> str | None:
    """Who spoke last on the other side; else the only one there. A pupil by the given name."""
    others = {one.person: one for one in page.others}
    spoke = [one.speaker for one in reversed(page.spoken) if one.speaker.person != actor.person]
    heard = [one for one in spoke if one.person in others]
    one = heard[0] if heard else next(iter(others.values())) if len(others) == 1 else None
    if one is None:
        return None
    return _given(one.name) if one.pupil else one.name.polite


def _given(name: PersonName) -> str:
    return name.given or name.short
