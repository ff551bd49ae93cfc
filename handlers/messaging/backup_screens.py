"""What administrators hear of a night without a proved copy of the journal."""

from domain.messaging.contents import BackupNews
from handlers.kit.screen import Screen
from handlers.texts.translator import Texts


def backup_screen(news: BackupNews, texts: Texts) -> Screen:
    return Screen(texts("backup-trouble", why=news.why.value))
