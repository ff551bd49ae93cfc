"""Templates: the own list, one of them, and one being filled in a thread."""

from collections.abc import Callable, Sequence

from aiogram.filters.callback_data import CallbackData

from domain.ids import ThreadId
from domain.talk.templates import MOST, Template
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen, Style
from handlers.messaging.way_back import to_menu
from handlers.talk.template_buttons import (
    AddTemplate,
    ChooseTemplate,
    OpenTemplates,
    RemoveTemplate,
    SendTemplate,
    ShowTemplate,
    UseTemplate,
)
from handlers.texts.translator import Texts

ON_A_PAGE = 10
LABEL = 48
"""Characters of a template on its button."""


def listed(texts: Texts, templates: Sequence[Template], page: int) -> Screen:
    buttons = [[Button(_label(one.text), ShowTemplate(template=one.id))] for one in _shown(templates, page)]
    around = _around(len(templates), page, lambda other: OpenTemplates(page=other))
    add = [Button(texts("template-add"), AddTemplate())] if len(templates) < MOST else []
    text = texts("template-heading", count=len(templates), most=MOST) if templates else texts("template-none")
    return Screen(f"{text}\n\n{texts('template-fields')}", [*buttons, around, add, [to_menu(texts)]])


def ask_text(texts: Texts) -> Screen:
    return Screen(f"{texts('template-ask')}\n\n{texts('template-fields')}", [[_all(texts)]])


def template(texts: Texts, one: Template, *, new: bool = False) -> Screen:
    remove = Button(texts("template-remove"), RemoveTemplate(template=one.id, sure=False))
    text = texts("template-one", text=one.text)
    return Screen(f"{texts('template-added')}\n\n{text}" if new else text, [[remove], [_all(texts)]])


def remove_question(texts: Texts, one: Template) -> Screen:
    sure = Button(texts("template-remove-yes"), RemoveTemplate(template=one.id, sure=True), style=Style.DANGER)
    back = Button(texts("back"), ShowTemplate(template=one.id))
    return Screen(texts("template-remove-sure", text=one.text), [[sure], [back]])


def choose(texts: Texts, templates: Sequence[Template], thread: ThreadId, page: int, back: CallbackData) -> Screen:
    """`back`: to the thread."""
    buttons = [
        [Button(_label(one.text), UseTemplate(thread=thread, template=one.id))] for one in _shown(templates, page)
    ]
    around = _around(len(templates), page, lambda other: ChooseTemplate(thread=thread, page=other))
    text = texts("template-choose") if templates else f"{texts('template-none')}\n\n{texts('template-fields')}"
    add = [Button(texts("template-add"), AddTemplate())] if len(templates) < MOST else []
    return Screen(text, [*buttons, around, add, [Button(texts("back"), back)]])


def ask_gaps(texts: Texts, labels: Sequence[str], thread: ThreadId) -> Screen:
    text = texts("template-gaps", labels=", ".join(labels), count=len(labels))
    return Screen(text, [[Button(texts("back"), ChooseTemplate(thread=thread, page=0))]])


def ready(texts: Texts, text: str, thread: ThreadId, key: str) -> Screen:
    send = Button(texts("template-send"), SendTemplate(thread=thread, key=key), style=Style.SUCCESS)
    back = Button(texts("back"), ChooseTemplate(thread=thread, page=0))
    return Screen(texts("template-ready", text=text), [[send], [back]])


def _shown(templates: Sequence[Template], page: int) -> Sequence[Template]:
    page = _page(len(templates), page)
    return templates[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]


def _page(count: int, page: int) -> int:
    return min(max(page, 0), max(0, -(-count // ON_A_PAGE) - 1))


def _around(count: int, page: int, turn: Callable[[int], CallbackData]) -> list[Button]:
    page = _page(count, page)
    return [
        Button(label, turn(other))
        for label, other in (("‹", page - 1), ("›", page + 1))
        if 0 <= other < -(-count // ON_A_PAGE)
    ]


def _label(text: str) -> str:
    flat = " ".join(text.split())
    return cut(flat, LABEL)


def _all(texts: Texts) -> Button:
    return Button(texts("template-all"), OpenTemplates(page=0))
