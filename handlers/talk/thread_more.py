"""What else can be done in a thread: a template, the thread as a file, the way back to all of them."""

from domain.ids import ThreadId
from domain.talk.thread_pages import ThreadPage
from domain.talk.threads import Side
from handlers.kit.screen import Button
from handlers.talk.inbox_buttons import OpenInbox, TakeThread
from handlers.talk.template_buttons import ChooseTemplate
from handlers.texts.translator import Texts


def more_rows(page: ThreadPage, texts: Texts) -> list[list[Button]]:
    thread = page.head.id
    templates = [templates_button(thread, texts)] if writes_for_school(page) else []
    take = Button(texts("thread-paper-take"), TakeThread(thread=thread))
    return [[*templates, take], [Button(texts("inbox-back"), OpenInbox())]]


def templates_button(thread: ThreadId, texts: Texts) -> Button:
    return Button(texts("template-menu"), ChooseTemplate(thread=thread, page=0))


def writes_for_school(page: ThreadPage) -> bool:
    return page.standing.side is Side.STAFF and not page.standing.watches
