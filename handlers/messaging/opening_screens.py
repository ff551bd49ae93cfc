"""News whose content waits for a tap."""

from domain.messaging.contents import VeiledNews
from handlers.kit.screen import Button, Screen, Style
from handlers.messaging.buttons import OpenNews
from handlers.messaging.way_back import to_menu
from handlers.texts.translator import Texts


def veiled_screen(news: VeiledNews, texts: Texts) -> Screen:
    """No name, no mark, no absence: only that there is something, and how soon to look."""
    button = Button(texts("news-show"), OpenNews(row=news.row), style=Style.DANGER if news.urgent else Style.PRIMARY)
    return Screen(texts("news-urgent" if news.urgent else "news-veiled"), [[button]])


def nothing_left_screen(texts: Texts) -> Screen:
    return Screen(texts("news-nothing-left"), [[to_menu(texts)]])
