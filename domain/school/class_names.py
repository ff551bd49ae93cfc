"""How schools write classes, and how a class is found whatever way it is written."""

import re

from domain.roles.names import norm

_LATIN_TWINS = str.maketrans("abcehkmoptxy", "авсенкмортху")


def class_norm(name: str) -> str:
    """«7А», «7 "А"», «7-а», «7 «А»» and a Latin «7A» → «7а»; «10 "М" (медицинский)» → «10м»."""
    bare = norm(re.sub(r"\(.*?\)", "", name)).translate(_LATIN_TWINS)
    return re.sub(r"[^0-9a-zа-я]", "", bare)


def grade_of(name: str) -> int | None:
    """The grade (1-12) that a class name begins with."""
    found = re.match(r"\s*(\d{1,2})(?!\d)", name)
    grade = int(found.group(1)) if found else 0
    return grade if 1 <= grade <= 12 else None
