"""For whom bells are, as a message has it: «7Б, 8А», «5–9 кл.», «вся школа»; their times may follow."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from domain.errors import Refused
from domain.school.bells import BellRule
from domain.school.class_names import class_norm
from domain.school.roster import SchoolClass

Scope = tuple[BellRule, ...]
"""For whom and when: rules without times, one for grades or one for each class."""
LAST_GRADE = 12
MOST_WORDS = 3
"""Of a class's name: «10 «М» (медицинский)»."""
_TIMES = re.compile(
    r"(?:(?<!\S)(?:с|from)\s+)?(?:(?<!\S)[01]\s*(?:[.)]|-?й)?\s*(?:урок\w*|lesson)?\s+)?\d{1,2}\s*[:.]\s*\d{2}",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"^(?:(?:для|класс\w*|параллел\w*|for|class\w*|grades?)\s+)+|(?<=\s)(?:класс\w*|class\w*)$", re.IGNORECASE
)
_ALL = re.compile(r"вс[еяю]\w*(?:\s+(?:школ\w*|класс\w*))?|(?:the\s+)?whole\s+school|all", re.IGNORECASE)
_GRADES = re.compile(
    r"(\d{1,2})(?:\s*(?:[-–—]|по)\s*(\d{1,2}))?(?:\s*-?(?:й|е|х|ые))?\s*(?:кл\w*\.?|grades?)?", re.IGNORECASE
)
_BETWEEN = re.compile(r"[,;\n]|\s(?:и|and)\s", re.IGNORECASE)


@dataclass(eq=False)
class BellWhomUnclear(Refused):
    """`said`: what no class or grade was read from."""

    said: str


@dataclass(eq=False)
class BellClassesTooMany(Refused):
    """More than one button holds."""


def said_whom(text: str, classes: Iterable[SchoolClass]) -> tuple[Scope, str]:
    """For whom the message begins with, and the times that follow; empty where there are none.

    Raises `BellWhomUnclear`.
    """
    times = _TIMES.search(text)
    begins = times.start() if times else len(text)
    whom = _FOR.sub("", text[:begins].strip(" \t\n,;:.–—-")).strip()
    return _grades(whom) or _classes(whom or text.strip(), classes), text[begins:].strip()


def _grades(whom: str) -> Scope:
    """Empty for anything else."""
    if _ALL.fullmatch(whom):
        return (BellRule({}),)
    found = _GRADES.fullmatch(whom)
    if found is None:
        return ()
    first, last = int(found[1]), int(found[2] or found[1])
    if not 1 <= first <= last <= LAST_GRADE:
        raise BellWhomUnclear(whom)
    return (BellRule({}, first, last),)


def _classes(whom: str, classes: Iterable[SchoolClass]) -> Scope:
    known = {class_norm(one.name): one for one in classes}
    pieces = [piece.split() for piece in _BETWEEN.split(whom) if piece.strip()]
    named = {one.id: one for piece in pieces for one in _named(piece, known)}
    if not named:
        raise BellWhomUnclear(whom)
    return tuple(BellRule({}, class_id=one.id, class_name=one.name) for one in named.values())


def _named(words: list[str], known: Mapping[str, SchoolClass]) -> Iterator[SchoolClass]:
    """«7 Б», «7Б 8А»."""
    while words:
        many = next((n for n in range(MOST_WORDS, 0, -1) if class_norm(" ".join(words[:n])) in known), None)
        if many is None:
            raise BellWhomUnclear(" ".join(words))
        yield known[class_norm(" ".join(words[:many]))]
        words = words[many:]
