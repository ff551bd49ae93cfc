"""The words of a lesson's line: marks, presence, kinds of work, as teachers write and dictate them."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from domain.roles.names import norm

USUAL_KINDS = ("отв", "ср", "дз", "кр", "пр")
MOST_MINUTES = 90
"""Of being late: a double lesson."""


class SaidPresence(StrEnum):
    """The values of attendance's own `Presence`: journal does not know attendance."""

    PRESENT = "present"
    ABSENT = "absent"
    ILL = "ill"
    EXCUSED = "excused"
    LATE = "late"

    @property
    def away(self) -> bool:
        return self not in {SaidPresence.PRESENT, SaidPresence.LATE}


SIGNS: Mapping[SaidPresence, str] = {
    SaidPresence.ABSENT: "н",
    SaidPresence.ILL: "б",
    SaidPresence.EXCUSED: "у",
    SaidPresence.LATE: "оп",
}


@dataclass(frozen=True, slots=True)
class Name:
    """One word of a name, as it was written."""

    word: str


@dataclass(frozen=True, slots=True)
class Mark:
    value: str


@dataclass(frozen=True, slots=True)
class Kind:
    """By its short form (кр)."""

    short: str


@dataclass(frozen=True, slots=True)
class Status:
    presence: SaidPresence
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Odd:
    """What is none of these: «5-», «345», or a number behind «оп» that could be minutes or a mark."""

    word: str


Value: TypeAlias = Mark | Kind | Status
Token: TypeAlias = Name | Value | Odd

_MARKS = {
    "5": "пять пятерка пятерку five",
    "4": "четыре четверка четверку four",
    "3": "три тройка тройку three",
    "2": "два двойка двойку two",
    "1": "один единица единицу кол one",
    "зач": "зач зачет passed",
    "незач": "незач незачет failed",
    "осв": "осв",
    "н/а": "н/а",
}
_STATUSES = {
    SaidPresence.ABSENT: "н нет отсутствует отсутствовал отсутствовала absent",
    SaidPresence.ILL: "б болеет болен больна болезнь ill",
    SaidPresence.EXCUSED: "у ув уваж уважительная excused",
    SaidPresence.LATE: "оп опоздал опоздала опоздание late",
}
_KINDS = {
    "отв": "ответ ответил ответила устно",
    "ср": "с/р самостоятельная самостоятельную",
    "дз": "д/з домашняя домашнюю",
    "кр": "к/р контрольная контрольную",
    "пр": "проект",
}
_MARK_OF = {word: value for value, words in _MARKS.items() for word in words.split()}
_STATUS_OF = {word: status for status, words in _STATUSES.items() for word in words.split()}
_KIND_OF = {word: short for short, words in _KINDS.items() for word in words.split()}
_AFTER_KIND = frozenset({"работа", "работу", "работе"})
_NAME = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?|(?:[^\W\d_]\.){2,3}")
_INITIAL = re.compile(r"[^\W\d_]\.")
_LATE = re.compile(r"оп(\d{1,2})")
_GLUED = re.compile(r"(\d)([^\W\d_]+)")
_MINUTES = re.compile(r"мин|минут[уыа]?|min(?:utes?)?")
_PUNCTUATION = re.compile(r"[-–—=:.,!?]+")
_NUMBER = re.compile(r"[0-9]{1,2}")


def tokens_of(item: str, kinds: Collection[str]) -> list[Token]:
    """The words of a part between commas; `kinds` are the short forms that the school has."""
    words = [word for word in item.split() if not _PUNCTUATION.fullmatch(word)]
    found: list[Token] = []
    tokens: Sequence[Token]
    place = 0
    while place < len(words):
        named = bool(found) and isinstance(found[-1], Name)
        taken, tokens = (1, [Name(words[place])]) if named and _is_initial(words, place) else _at(words, place, kinds)
        found += tokens
        place += taken
    return found


def _at(words: Sequence[str], place: int, kinds: Collection[str]) -> tuple[int, Sequence[Token]]:
    """How many words make one thing, and what it is."""
    word, bare = words[place], _bare(words[place])
    if _STATUS_OF.get(bare) is SaidPresence.LATE or _LATE.fullmatch(bare):
        taken, token = _late(words[place:])
        return taken, [token]
    kind = _kind(bare, kinds)
    if kind is not None:
        named = len(words) > place + 1 and bare in _KIND_OF and _bare(words[place + 1]) in _AFTER_KIND
        return 2 if named else 1, [kind]
    return 1, list(_single(word, bare, kinds))


def _single(word: str, bare: str, kinds: Collection[str]) -> Iterator[Token]:
    glued = _GLUED.fullmatch(bare)
    kind = _kind(glued[2], kinds) if glued else None
    if bare in _STATUS_OF:
        yield Status(_STATUS_OF[bare])
    elif bare in _MARK_OF or re.fullmatch("[0-9]", bare):
        yield Mark(_MARK_OF.get(bare, bare))
    elif glued and kind:
        yield from (Mark(glued[1]), kind)
    else:
        yield Name(word) if _NAME.fullmatch(word.rstrip(":,!?")) else Odd(word)


def _kind(bare: str, kinds: Collection[str]) -> Kind | None:
    short = bare if bare in kinds else _KIND_OF.get(bare)
    return Kind(short) if short is not None and short in kinds else None


def _is_initial(words: Sequence[str], place: int) -> bool:
    """«Н.» between a surname and what is said of it; at the end it is «н» with a full stop."""
    if place + 1 == len(words) or not _INITIAL.fullmatch(words[place]):
        return False
    after = words[place + 1]
    return _bare(after) in _MARK_OF | _STATUS_OF or bool(_INITIAL.fullmatch(after)) or after[0].isdigit()


def _late(words: Sequence[str]) -> tuple[int, Token]:
    """«оп», «оп 10», «опоздал на 5 минут»; «оп 5» could be a mark, and is said to be odd."""
    glued = _LATE.fullmatch(_bare(words[0]))
    place = 1 if glued else 2 if len(words) > 2 and _bare(words[1]) == "на" else 1
    number = glued[1] if glued else _bare(words[place]) if len(words) > place else ""
    if not _NUMBER.fullmatch(number):
        return 1, Status(SaidPresence.LATE)
    place += 0 if glued else 1
    unit = len(words) > place and bool(_MINUTES.fullmatch(_bare(words[place])))
    taken, minutes = place + unit, int(number)
    surely = unit or minutes > 5 or bool(glued)
    if not surely or not 0 < minutes <= MOST_MINUTES:
        return taken, Odd(" ".join(words[:taken]))
    return taken, Status(SaidPresence.LATE, minutes)


def _bare(word: str) -> str:
    return norm(word).strip(".,:!?")
