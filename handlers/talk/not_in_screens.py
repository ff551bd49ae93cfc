"""«Ещё не вошли»: whom to call, by class and child. No phone numbers: the program has none."""

from collections.abc import Sequence

from domain.school.roster import SchoolClass
from domain.talk.not_in_yet import CallingList, ChildNotReached
from handlers.kit.screen import Button, Screen, in_rows
from handlers.talk.announcing_buttons import NotInClass, OpenAnnouncing, OpenNotIn
from handlers.texts.translator import Markup, Texts

ON_PAGE = 15
"""Children; with two guardians each they stay below Telegram's 4096 characters."""


def by_class_screen(classes: Sequence[tuple[SchoolClass, int]], texts: Texts) -> Screen:
    buttons = [
        Button(texts("not-in-class", class_name=one.name, n=n), NotInClass(class_id=one.id)) for one, n in classes if n
    ]
    key = "not-in-classes" if buttons else "not-in-nobody"
    return Screen(texts(key, n=sum(n for _, n in classes)), [*in_rows(buttons, 3), [_back(texts)]])


def list_screen(found: CallingList, page: int, texts: Texts, *, several: bool) -> Screen:
    """A block that a tap copies. `several`: there are other classes to go back to."""
    name, count = found.school_class.name, sum(len(one.guardians) for one in found.children)
    pages = max(1, -(-len(found.children) // ON_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = found.children[page * ON_PAGE : (page + 1) * ON_PAGE]
    back = Button(texts("back"), OpenNotIn()) if several else _back(texts)
    if not shown:
        return Screen(texts("not-in-nobody-of", class_name=name), [[back]])
    lines = "\n".join(_line(one, texts) for one in shown)
    turns = [
        Button(label, NotInClass(class_id=found.school_class.id, page=to))
        for label, to in (("‹", page - 1), ("›", page + 1))
        if 0 <= to < pages
    ]
    text = Markup(f"{texts('not-in-list', class_name=name, n=count)}\n<pre>{lines}</pre>")
    return Screen(text, [turns, [back]])


def _line(child: ChildNotReached, texts: Texts) -> Markup:
    """«Иванов Пётр: мама Иванова Мария Петровна, папа Иванов Олег Николаевич»"""
    guardians = ", ".join(texts(f"not-in-{one.relation}", name=one.name.full) for one in child.guardians)
    return texts("not-in-child", child=child.name.listed, guardians=Markup(guardians))


def _back(texts: Texts) -> Button:
    return Button(texts("back"), OpenAnnouncing())
