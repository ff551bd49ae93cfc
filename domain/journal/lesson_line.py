"""A lesson in one line: «Иванов 5, Петрова 4 кр, Сидоров н, оп Кузина; тема Степени; дз № 345–350» (3.4.1, 3.4.2).

Parts end with «;» or a line, what is said of pupils with a comma; a dictated line may have neither. Which class and
subject it is of stands before it and is read apart (`lesson_line_heading`). What is printed from a parse parses to the
same.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from domain.journal.lesson_line_words import (
    SIGNS,
    USUAL_KINDS,
    Kind,
    Mark,
    Name,
    Odd,
    SaidPresence,
    Status,
    Token,
    Value,
    tokens_of,
)

LONGEST_NAME = 4
"""Words: «Мамедов Али Гасан оглы»."""
NOT_SET = "не задано"

_BEFORE, _AFTER = r"(?:^|(?<=[\s,.:]))", r"(?=[\s,.:–—-]|$)"
_HOMEWORK_NAME = r"домашнее\s+задание|домашка|homework"
_ENDS = ("месте", "месте все", "здесь", "есть", "тут", "присутствуют", "here")
_EVERYONE_ENDS = "|".join(f"(?<={end})" for end in _ENDS)
"""Of «все на месте»."""
_TASK = r"№|§|#|\d{2,}|номер|стр|с\.|упр|п\.|параграф|не\s+задано|выучить|учить|прочитать|читать|решить|написать"
_TOPIC = re.compile(rf"{_BEFORE}(?P<topic>тема(?:\s+урока)?|topic){_AFTER}", re.IGNORECASE)
_HOMEWORK = re.compile(
    rf"(?:(?:^|,|{_EVERYONE_ENDS})[\s.]*(?P<first>дз|д/з|hw){_AFTER}|{_BEFORE}(?P<named>{_HOMEWORK_NAME}){_AFTER}"
    rf"|{_BEFORE}(?P<task>дз|д/з)(?=\s*[:–—-]?\s*(?:{_TASK}))|{_BEFORE}(?P<none>не\s+задано){_AFTER})",
    re.IGNORECASE,
)
_HOMEWORK_AFTER_TOPIC = re.compile(rf"(?<=[\s,.:])(?:дз|д/з|{_HOMEWORK_NAME}){_AFTER}", re.IGNORECASE)
_NOT_SET = re.compile(r"(?:ничего\s+)?не\s+задано|нет|nothing", re.IGNORECASE)
_EVERYONE = re.compile(
    r"(?<!\w)(?:(?:все|всё|остальные)\s+(?:на\s+месте|здесь|есть|тут|присутствуют)|на\s+месте\s+все|all\s+here)"
    r"(?!\w)[\s.]*",
    re.IGNORECASE,
)
_BARE_EVERYONE = re.compile(r"^\s*(?:все|всё|all)[\s.]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaidMark:
    """`kind` by its short form; None: not said."""

    value: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class SaidOf:
    """What is said of one name; `name` as it was written."""

    name: str
    marks: tuple[SaidMark, ...] = ()
    presence: SaidPresence | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class SaidLesson:
    """`homework` is `NOT_SET` where the line says so; `unclear`: word for word, what is none of this."""

    pupils: tuple[SaidOf, ...] = ()
    everyone: bool = False
    topic: str | None = None
    homework: str | None = None
    unclear: tuple[str, ...] = ()

    @property
    def says(self) -> bool:
        return bool(self.pupils or self.everyone or self.topic or self.homework)


@dataclass(frozen=True, slots=True)
class _Topic:
    words: str


@dataclass(frozen=True, slots=True)
class _Homework:
    words: str


@dataclass(frozen=True, slots=True)
class _Everyone:
    pass


_Piece: TypeAlias = SaidOf | _Topic | _Homework | _Everyone | str
"""A string: what was not understood."""


def parse(text: str, kinds: Collection[str] = USUAL_KINDS) -> SaidLesson:
    """`kinds`: the short forms of the school's kinds of work."""
    parts = (part for line in text.splitlines() for part in line.split(";"))
    return _gathered([piece for part in parts for piece in _of_part(" ".join(part.split()), kinds)])


def printed(said: SaidLesson) -> str:
    """As a person would write it, so that it parses to the same."""
    pupils = [*(["все на месте"] if said.everyone else []), *map(printed_of, said.pupils)]
    parts = [
        ", ".join(pupils),
        f"тема: {said.topic}" if said.topic else "",
        f"дз: {said.homework}" if said.homework else "",
        *said.unclear,
    ]
    return "; ".join(part for part in parts if part)


def printed_of(said: SaidOf) -> str:
    """«Иванов 5 4 кр оп 10 мин»"""
    words = [said.name]
    for mark in said.marks:
        words += [mark.value, *([mark.kind] if mark.kind else [])]
    if said.presence:
        words += [SIGNS[said.presence], *([f"{said.minutes} мин"] if said.minutes else [])]
    return " ".join(words)


def _gathered(pieces: Sequence[_Piece]) -> SaidLesson:
    """The first topic and the first homework count; a second one is unclear."""
    topics = [piece.words for piece in pieces if isinstance(piece, _Topic)]
    tasks = [piece.words for piece in pieces if isinstance(piece, _Homework)]
    more = [*(f"тема: {one}" for one in topics[1:]), *(f"дз: {one}" for one in tasks[1:])]
    return SaidLesson(
        pupils=tuple(piece for piece in pieces if isinstance(piece, SaidOf)),
        everyone=any(isinstance(piece, _Everyone) for piece in pieces),
        topic=topics[0] if topics else None,
        homework=tasks[0] if tasks else None,
        unclear=(*(piece for piece in pieces if isinstance(piece, str)), *more),
    )


def _of_part(part: str, kinds: Collection[str]) -> Iterator[_Piece]:
    topic, task = _TOPIC.search(part), _HOMEWORK.search(part)
    if topic and (not task or topic.start() <= task.start()):
        yield from _of_items(part[: topic.start()], kinds)
        yield from _of_topic(part[topic.start() : topic.end()], part[topic.end() :])
    elif task:
        yield from _of_items(part[: task.start()], kinds)
        yield _task(part[task.start() :] if task["none"] else part[task.end() :], part[task.start() :])
    else:
        yield from _of_items(part, kinds)


def _of_topic(named: str, words: str) -> Iterator[_Piece]:
    task = _HOMEWORK_AFTER_TOPIC.search(words)
    said = _trimmed(words[: task.start()] if task else words)
    yield _Topic(said) if said else named
    if task:
        yield _task(words[task.end() :], words[task.start() :])


def _task(words: str, whole: str) -> _Piece:
    said = _trimmed(words)
    if _NOT_SET.fullmatch(said):
        return _Homework(NOT_SET)
    return _Homework(said) if said else _raw(whole)


def _of_items(text: str, kinds: Collection[str]) -> Iterator[_Piece]:
    """«н Сидоров, Кузина»: a bare name behind a status that came first is said to be so too."""
    carried: Status | None = None
    for item in _items(text):
        if item is None:
            yield _Everyone()
            continue
        tokens = tokens_of(item, kinds)
        if carried and tokens and all(isinstance(token, Name) for token in tokens):
            yield _one(item, _names(tokens), [carried])
        elif tokens:
            carried = _opens_list(tokens)
            yield from _of_item(item, tokens)


def _items(text: str) -> Iterator[str | None]:
    """Between commas and around «все на месте», which is None."""
    for item in text.split(","):
        first, *others = _EVERYONE.split(item)
        yield _unless_everyone(first)
        for other in others:
            yield None
            yield _unless_everyone(other)


def _unless_everyone(item: str) -> str | None:
    return None if _BARE_EVERYONE.fullmatch(item) else item


def _opens_list(tokens: Sequence[Token]) -> Status | None:
    first, *rest = tokens
    return first if isinstance(first, Status) and rest and all(isinstance(one, Name) for one in rest) else None


def _of_item(item: str, tokens: Sequence[Token]) -> Iterator[_Piece]:
    """Name first or what is said of it first, one after another where no comma parts them."""
    runs = [list(run) for _, run in groupby(tokens, key=lambda token: isinstance(token, Name))]
    named = [isinstance(run[0], Name) for run in runs]
    if any(isinstance(token, Odd) for token in tokens) or sum(named) == 0 or named == [True]:
        yield _raw(item)
    elif sum(named) == 1:
        yield _one(item, _names(runs[named.index(True)]), [token for token in tokens if not isinstance(token, Name)])
    elif named[0]:
        yield from _in_pairs(item, runs)
    elif named[-1]:
        yield from _in_pairs(item, [run for pair in zip(runs[1::2], runs[::2], strict=True) for run in pair])
    else:
        yield _raw(item)


def _in_pairs(item: str, runs: Sequence[list[Token]]) -> Iterator[_Piece]:
    """A name without anything said of it at the end is unclear, and so is all of an item with a pair that is."""
    pairs = [_one(item, _names(name), values) for name, values in zip(runs[::2], runs[1::2], strict=False)]
    left = [_names(runs[-1])] if len(runs) % 2 else []
    if not all(isinstance(pair, SaidOf) for pair in pairs) or not all(map(_is_name, left)):
        yield _raw(item)
        return
    yield from pairs
    yield from left


def _one(item: str, name: str, values: Iterable[Token]) -> SaidOf | str:
    """All of one name, or the item word for word where it contradicts itself."""
    said = [value for value in values if isinstance(value, Mark | Kind | Status)]
    statuses = {value for value in said if isinstance(value, Status)}
    marks = _marks(said)
    if marks is None or len(statuses) > 1 or not _is_name(name):
        return _raw(item)
    status = next(iter(statuses), None)
    if status and status.presence.away and marks:
        return _raw(item)
    return SaidOf(name, marks, status.presence if status else None, status.minutes if status else None)


def _marks(values: Sequence[Value]) -> tuple[SaidMark, ...] | None:
    """A kind belongs to the mark before it, or to the first one behind it; None where there is none for it."""
    marks: list[SaidMark] = []
    waiting: str | None = None
    for value in values:
        if isinstance(value, Mark):
            marks.append(SaidMark(value.value, waiting))
            waiting = None
        elif isinstance(value, Kind) and marks and marks[-1].kind is None:
            marks[-1] = SaidMark(marks[-1].value, value.short)
        elif isinstance(value, Kind):
            if marks or waiting:
                return None
            waiting = value.short
    return None if waiting else tuple(marks)


def _is_name(words: str) -> bool:
    """«все: на месте» is none, though its words alone could be."""
    taken = any(pattern.search(words) for pattern in (_EVERYONE, _BARE_EVERYONE, _TOPIC, _HOMEWORK))
    return len(words.split()) <= LONGEST_NAME and not taken


def _names(tokens: Iterable[Token]) -> str:
    return " ".join(token.word.rstrip(":,!?") for token in tokens if isinstance(token, Name))


def _raw(text: str) -> str:
    return text.strip(" ,")


def _trimmed(words: str) -> str:
    return words.strip(" ,.:–—-")
