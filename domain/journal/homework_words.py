"""What a line of homework says beside the task: for whom, how long it takes, or that nothing is set (3.4.2)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.errors import Refused
from domain.roles.names import norm
from domain.roles.people import PersonName
from domain.school.roster import Seat

MOST_MINUTES = 300
"""Above it what follows the tilde is an exercise, not an estimate."""
MOST_NAMED = 8
"""Pupils of one individual homework."""
_ESTIMATE = re.compile(
    r"[~≈]\s*(?P<minutes>\d{1,3})(?:\s*(?:мин(?:ут[аы]?)?|м|min(?:utes?)?)(?!\w)\.?|(?=\s*(?:[.,;)\n]|$)))",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:(?:ничего\s+)?не\s+задано|ничего|нет|без\s+домашнего(?:\s+задания)?|no(?:ne|thing)?|no\s+homework)\s*[.!]?",
    re.IGNORECASE,
)
_BEFORE_COLON = re.compile(r"(?P<names>[^:;\n\d№§]{2,120}?)\s*:\s*(?P<rest>.*)", re.DOTALL)
_BETWEEN_NAMES = re.compile(r"\s*,\s*|\s+(?:и|and)\s+")
_FOR = re.compile(r"(?:для|for)\s+", re.IGNORECASE)


@dataclass(eq=False)
class PupilNotInClass(Refused):
    """One name of a line is a pupil of the class, this one is nobody's there."""

    said: str
    class_name: str


@dataclass(eq=False)
class SeveralSuchPupils(Refused):
    """Namesakes: which of them is never guessed."""

    said: str
    class_name: str
    names: str


@dataclass(frozen=True, slots=True)
class HomeworkWords:
    """`pupils` empty: for everyone; `minutes` as the teacher estimates; `none_set`: «не задано», in so many words."""

    text: str
    pupils: tuple[Seat, ...] = ()
    minutes: int | None = None
    none_set: bool = False


def words_of(line: str, seats: Sequence[Seat], class_name: str) -> HomeworkWords:
    """`line` without class, subject and day; `seats` of the class. Raises `PupilNotInClass`, `SeveralSuchPupils`."""
    pupils, rest = _addressed(line, seats, class_name)
    text, minutes = _estimated(rest)
    if not pupils and _NONE.fullmatch(text):
        return HomeworkWords("", none_set=True)
    return HomeworkWords(text, pupils, minutes)


def _estimated(text: str) -> tuple[str, int | None]:
    found = _ESTIMATE.search(text)
    if found is None or not 0 < int(found["minutes"]) <= MOST_MINUTES:
        return text.strip(), None
    before, after = text[: found.start()].rstrip(" ("), text[found.end() :].lstrip(" )")
    ends = not after or after[0] in ".,;"
    left = f"{before.rstrip(' ,;')}{after}" if ends else f"{before} {after}"
    return left.strip(" ,;"), int(found["minutes"])


def _addressed(line: str, seats: Sequence[Seat], class_name: str) -> tuple[tuple[Seat, ...], str]:
    """«Иванову, Петровой: …»; words before a colon that name nobody of the class belong to the task."""
    found = _BEFORE_COLON.fullmatch(line.strip())
    if found is None:
        return (), line
    said = [name for name in _BETWEEN_NAMES.split(_FOR.sub("", found["names"].strip(), count=1)) if name]
    meant = {name: [seat for seat in seats if _is_meant(name, seat.name)] for name in said}
    if len(said) > MOST_NAMED or not any(meant.values()):
        return (), line
    for name, fitting in meant.items():
        if not fitting:
            raise PupilNotInClass(name, class_name)
        if len(fitting) > 1:
            raise SeveralSuchPupils(name, class_name, ", ".join(seat.name.listed for seat in fitting))
    return tuple(dict.fromkeys(fitting[0] for fitting in meant.values())), found["rest"]


def _is_meant(said: str, name: PersonName) -> bool:
    """«Иванову», «Иванову Петру», «Петру Иванову», «Иванову П.», «Иванов»."""
    words = norm(said).replace(".", " ").split()
    if not 0 < len(words) <= 2:
        return False
    orders = [words] if len(words) == 1 else [words, words[::-1]]
    return any(
        _fits(order[0], name.surname) and all(_fits_given(one, name.given) for one in order[1:]) for order in orders
    )


def _fits_given(said: str, given: str) -> bool:
    return bool(given) and (_fits(said, given) or (len(said) == 1 and norm(given).startswith(said)))


def _fits(said: str, name: str) -> bool:
    return said in forms_of(name)


def forms_of(name: str) -> frozenset[str]:
    """A surname or given name, folded, as it is and in the dative: whom homework is for."""
    whole = norm(name)
    for ending, datives in _DATIVES:
        if whole.endswith(ending):
            stem = whole.removesuffix(ending)
            return frozenset({whole, *(stem + dative for dative in datives)})
    return frozenset({whole, f"{whole}у"})


_DATIVES = (
    ("вел", ("влу",)),
    ("лев", ("льву",)),
    ("ия", ("ии",)),
    ("ая", ("ой",)),
    ("яя", ("ей",)),
    ("ова", ("овой",)),
    ("ева", ("евой",)),
    ("ина", ("иной", "ине")),
    ("а", ("е", "ой")),
    ("я", ("е", "ей")),
    ("ий", ("ому", "ему", "ию")),
    ("ый", ("ому",)),
    ("ой", ("ому", "ою")),
    ("ей", ("ею",)),
    ("ай", ("аю",)),
    ("ь", ("ю", "и")),
    ("е", ()),
    ("о", ()),
    ("и", ()),
    ("у", ()),
    ("ю", ()),
    ("их", ()),
    ("ых", ()),
    ("й", ("ю",)),
)
"""Endings, the first that fits, and what stands in their place in the dative; «Черных», «Шевченко» do not change."""
