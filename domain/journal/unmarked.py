"""Hours of the timetable that are never marked, whatever the grade, and have no homework: extra-curricular ones.

Source: the federal standard (ФГОС), by which extra-curricular activities are not marked; names as schools write them.
"""

import re
from functools import lru_cache

from domain.roles.names import norm
from domain.school.timetable import PlannedLesson

_NAMES = frozenset(
    {
        "разговоры о важном",
        "разговор о важном",
        "россия мои горизонты",
        "классный час",
        "час общения",
        "час классного руководителя",
        "динамическая пауза",
    }
)
_SIGNS = re.compile(r"[^\w]+")


@lru_cache(maxsize=1024)
def is_unmarked(subject: str) -> bool:
    """«Разговоры о важном», «Россия – мои горизонты», «Классный час»; by the subject's name."""
    return _SIGNS.sub(" ", norm(subject)).strip() in _NAMES


def is_marked(lesson: PlannedLesson) -> bool:
    """False where a first grade takes part (1.2), and of hours that nobody marks. Asked for each lesson of a year."""
    parts = lesson.parts
    graded = parts[0].grade > 1 if len(parts) == 1 else lesson.marked
    return graded and not is_unmarked(lesson.subject.name)
