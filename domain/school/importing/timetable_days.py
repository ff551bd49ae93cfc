"""Which day of the week a timetable program's day is: by its name in some language, by its number, by its order."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.roles.names import norm

_LANGUAGES = tuple(
    tuple(days.split())
    for days in (
        "понедельник вторник среда четверг пятница суббота воскресенье",
        "пн вт ср чт пт сб вс",
        "понеділок вівторок середа четвер пятниця субота неділя",
        "пн вт ср чт пт сб нд",
        "панядзелак ауторак серада чацвер пятніца субота нядзеля",
        "понеделник вторник сряда четвъртък петък събота неделя",
        "понеделник вторник среда четврток петок сабота недела",
        "понедељак уторак среда четвртак петак субота недеља",
        "дүисенбі сеисенбі сәрсенбі беисенбі жұма сенбі жексенбі",
        "monday tuesday wednesday thursday friday saturday sunday",
        "luni marti miercuri joi vineri sambata duminica",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "mo di mi do fr sa so",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lunes martes miercoles jueves viernes sabado domingo",
        "lunedi martedi mercoledi giovedi venerdi sabato domenica",
        "segunda terca quarta quinta sexta sabado domingo",
        "dilluns dimarts dimecres dijous divendres dissabte diumenge",
        "luns martes mercores xoves venres sabado domingo",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "poniedzialek wtorek sroda czwartek piatek sobota niedziela",
        "pondeli utery streda ctvrtek patek sobota nedele",
        "pondelok utorok streda stvrtok piatok sobota nedela",
        "ponedjeljak utorak srijeda cetvrtak petak subota nedjelja",
        "ponedeljak utorak sreda cetvrtak petak subota nedelja",
        "ponedeljek torek sreda cetrtek petek sobota nedelja",
        "hetfo kedd szerda csutortok pentek szombat vasarnap",
        "δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη",
        "pazartesi sali carsamba persembe cuma cumartesi pazar",
        "pirmadienis antradienis treciadienis ketvirtadienis penktadienis sestadienis sekmadienis",
        "pirmdiena otrdiena tresdiena ceturtdiena piektdiena sestdiena svetdiena",
        "esmaspaev teisipaev kolmapaev neljapaev reede laupaev puhapaev",
    )
)
_EVEN_OR_ODD = re.compile(r"\(?\b(?:(нечет|odd)|чет|even)(?:н\w*)?\b\.?(?: (?:недел\w*|week))?\)?")
_NOT_DECOMPOSED = str.maketrans({"ł": "l", "đ": "d", "ı": "i", "'": None, "’": None, "ʼ": None})


@dataclass(frozen=True, slots=True, order=True)
class WeekDay:
    """1 Monday … 7 Sunday; `parity` 0 and 1: only in even and odd ISO weeks."""

    number: int
    parity: int | None = None


def week_days(names: Sequence[str], in_order: bool) -> Mapping[str, WeekDay]:
    """Days that cannot be told are left out, as are two that would be the same day.

    The order of the names counts (with `in_order`) where none of them says anything, as in «Day A, Day B, …».
    """
    bare = {name: _without_parity(_plain(name)) for name in names}
    words = [word for word, _ in bare.values()]
    numbers = _by_language(words) or _by_number(words) or _each_alone(words)
    if not numbers and in_order and len(names) <= 7:
        numbers = {word: place for place, word in enumerate(words, 1)}
    days = {name: WeekDay(numbers[word], parity) for name, (word, parity) in bare.items() if word in numbers}
    taken = Counter(days.values())
    return {name: day for name, day in days.items() if taken[day] == 1}


def parity_of(name: str) -> int | None:
    """«Нечётная неделя» → 1, «Чётная» → 0; None where the name says neither."""
    return _without_parity(_plain(name))[1]


def day_named(text: str) -> int | None:
    """1 Monday … 7 Sunday, by a name in whichever language, also one written downwards, «П о н е д е л ь н и к»."""
    letters = text.split()
    word = _without_parity(_plain("".join(letters) if all(len(one) == 1 for one in letters) else text))[0]
    return _by_language([word]).get(word)


def _by_language(words: Sequence[str]) -> dict[str, int]:
    for language in _LANGUAGES:
        numbers = {word: _number_in(language, word) for word in words}
        if all(numbers.values()):
            return numbers
    return {}


def _by_number(words: Sequence[str]) -> dict[str, int]:
    """«1», «Day 2», «3 день»; empty unless each has a number of its own from 1 to 7."""
    digits = {word: re.findall(r"\d+", word) for word in words}
    numbers = {word: int(found[0]) for word, found in digits.items() if len(found) == 1}
    each_its_own = len(set(numbers.values())) == len(set(words))
    return numbers if each_its_own and all(1 <= number <= 7 for number in numbers.values()) else {}


def _each_alone(words: Sequence[str]) -> dict[str, int]:
    """What is a whole day's name in some language."""
    whole = {day: number for language in reversed(_LANGUAGES) for number, day in enumerate(language, 1)}
    return {word: whole[_first(word)] for word in words if _first(word) in whole}


def _number_in(language: Sequence[str], word: str) -> int:
    """Its number by the whole name, or by a beginning of two letters and more that only one day has; 0: none."""
    first = _first(word)
    if first in language:
        return language.index(first) + 1
    begun = [number for number, day in enumerate(language, 1) if len(first) > 1 and day.startswith(first)]
    return begun[0] if len(begun) == 1 else 0


def _first(word: str) -> str:
    found = re.search(r"[^\W\d_]+", word)
    return found.group() if found else ""


def _without_parity(word: str) -> tuple[str, int | None]:
    """«понедельник (нечет)» → «понедельник», 1; «четверг» is no even week."""
    found = _EVEN_OR_ODD.search(word)
    if found is None:
        return word, None
    return " ".join((word[: found.start()] + word[found.end() :]).split()), int(found.group(1) is not None)


def _plain(name: str) -> str:
    """Casefolded, without accents, й as и."""
    bare = unicodedata.normalize("NFD", norm(name).translate(_NOT_DECOMPOSED))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
