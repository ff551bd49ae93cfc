"""Whether a topic says that a written work is held: one whose marks may come days after the lesson (3.4.1)."""

import re

from domain.roles.names import norm

_WORKS = (
    r"контрольн(ая|ое|ый)(?! (точк|вопрос|пример|урок))",
    r"проверочная",
    r"диагностическая",
    r"самостоятельная работа",
    r"(письменная|срезовая|административная|зачетная|итоговая|годовая|входная) работа",
    r"(мини-?)?диктант",
    r"изложение",
    r"(мини-?)?сочинение",
    r"(контрольное )?списывание",
    r"эссе",
    r"тест",
    r"тестирование",
    r"зачет",
    r"впр",
    r"[кс] ?/ ?р",
    r"[кс]\. ?р\.",
)
"""In the nominative alone: «анализ контрольной работы», «подготовка к изложению» are lessons about one."""
_SAID = re.compile(rf"(?<![\w-])(?<!устный )(?<!устное )(?<!писать )({'|'.join(_WORKS)})(?!\w)")


def is_written_work(topic: str | None) -> bool:
    """«Контрольная работа № 2», «Обучающее сочинение», «К/р»; not «Работа над ошибками диктанта»."""
    return topic is not None and _SAID.search(norm(topic)) is not None
