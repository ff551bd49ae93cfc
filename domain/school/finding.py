"""Finding a class and a subject in what a person typed; what could be several is several, never guessed."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from domain.roles.names import norm
from domain.school.class_names import class_norm
from domain.school.timetable import SubjectRef

C = TypeVar("C")
Fits = Callable[[Sequence[str], SubjectRef], bool]
ENOUGH_ALIKE = 0.78
"""Of `difflib`'s ratio: one typo in a word of five letters and more passes."""
LOOKED_AT = 3
"""Words from the beginning among which the class may stand."""
MOST_WORDS = 5
_NUMBERS_SOMETHING = re.compile(r"№|§|#|n|no|стр\.?|с\.?|п\.?|упр\.?|зад\.?|задани\w*|параграф\w*|ex\.?|p\.?|page")
"""«№ 7 а» is an exercise, not class 7А."""
_ENDINGS = re.compile(r"(?<=.{3})(?:ому|ему|ого|его|ой|ей|ий|ый|ая|яя|ое|ее|ия|ии|ию|ие|[аяеуюиыь])$")


@dataclass(frozen=True, slots=True)
class FoundSubjects:
    """All subjects that fit equally well, and the text behind the words that named them."""

    subjects: tuple[SubjectRef, ...]
    rest: str


def class_at_start(text: str, classes: Mapping[str, C]) -> tuple[C | None, str]:
    """The class (by `class_norm`) among the first words, written in any way, and the text without it."""
    words = list(re.finditer(r"\S+", text))
    for first in range(min(LOOKED_AT, len(words))):
        if first and _NUMBERS_SOMETHING.fullmatch(norm(words[first - 1].group())):
            continue
        for last in (first + 1, first):
            if last >= len(words) or not re.search(r"\w", words[last].group()):
                continue
            found = classes.get(class_norm(text[words[first].start() : words[last].end()]))
            if found is not None:
                return found, f"{text[: words[first].start()]}{text[words[last].end() :].lstrip()}".strip(" ,:;")
    return None, text


def subjects_at_start(text: str, subjects: Iterable[SubjectRef]) -> FoundSubjects:
    """The subjects that the first words name, «по» before them or not.

    Whole, shortened («алг», «рус яз»), in another case («по алгебре»), as pupils say («физра»), or with a typo.
    """
    known = tuple(dict.fromkeys(subjects))
    begun = re.match(r"\s*(?:по|for)\s+", text, re.IGNORECASE)
    words = list(re.finditer(r"[^\s,:;]+", text[begun.end() :] if begun else text))[:MOST_WORDS]
    offset = begun.end() if begun else 0
    typed = [norm(found.group()).strip(".") for found in words]
    for grades in ((_same, _shortened, _inflected), (_contracted, _alike)):
        for many in range(len(typed), 0, -1):
            fitting = _fitting(typed[:many], known, grades)
            if fitting:
                return FoundSubjects(fitting, text[offset + words[many - 1].end() :].lstrip(" ,:;.–—"))
    return FoundSubjects((), text)


def _fitting(typed: Sequence[str], subjects: Sequence[SubjectRef], grades: Sequence[Fits]) -> tuple[SubjectRef, ...]:
    """Those of the best grade of fit."""
    for fits in grades:
        found = tuple(subject for subject in subjects if all(typed) and fits(typed, subject))
        if found:
            return found
    return ()


def _same(typed: Sequence[str], subject: SubjectRef) -> bool:
    return " ".join(typed) in (norm(subject.name), norm(subject.short).strip("."))


def _shortened(typed: Sequence[str], subject: SubjectRef) -> bool:
    """Each typed word begins the word of the name in its place; of one letter only after another word."""
    names = norm(subject.name).split()
    short = [word.strip(".") for word in norm(subject.short).split()]
    if len(typed[0]) < 2 or len(typed) > len(names):
        return False
    begins = all(name.startswith(word) for word, name in zip(typed, names, strict=False))
    return begins or list(typed) == short[: len(typed)]


def _inflected(typed: Sequence[str], subject: SubjectRef) -> bool:
    """«алгебре», «русскому языку»: the same words without their endings."""
    names = norm(subject.name).split()[: len(typed)]
    return len(names) == len(typed) and [_stem(word) for word in typed] == [_stem(word) for word in names]


def _stem(word: str) -> str:
    return _ENDINGS.sub("", word)


def _contracted(typed: Sequence[str], subject: SubjectRef) -> bool:
    """«физра», «физкультура», «литра»: how the name begins and how it ends."""
    if len(typed) > 1 or len(said := typed[0].replace("-", "")) < 5:
        return False
    name = norm(subject.name)
    first, last = name.split()[0], name.split()[-1]
    return any(first.startswith(said[:cut]) and last.endswith(said[cut:]) for cut in range(2, len(said) - 1))


def _alike(typed: Sequence[str], subject: SubjectRef) -> bool:
    names, said = norm(subject.name).split(), " ".join(typed)
    name = " ".join(names[: len(typed)])
    return len(said) > 4 and len(typed) <= len(names) and SequenceMatcher(None, said, name).ratio() >= ENOUGH_ALIKE
