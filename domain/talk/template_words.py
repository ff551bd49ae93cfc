"""Texts with gaps: `{ребёнок}` is filled from the thread, `{работа}` and a lone «…» are asked for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

GAP = re.compile(r"\{(?P<name>[^{}\n]{1,40})\}|(?<!\S)(?:…|\.\.\.)(?=[\s.,;:!?»)]|$)")
"""In braces whatever is no longer than a few words; dots only where they stand in place of a word."""
WORDS_BEFORE = 2
"""By which a lone «…» is called when it is asked for."""


class TemplateField(StrEnum):
    """What a thread's head and the day fill by themselves."""

    CHILD = "child"
    CLASS_NAME = "class"
    SUBJECT = "subject"
    DAY = "date"
    NAME = "name"
    """Of whom one writes to, politely."""


NAMES: Mapping[str, TemplateField] = {one.value: one for one in TemplateField} | {
    "ребёнок": TemplateField.CHILD,
    "класс": TemplateField.CLASS_NAME,
    "предмет": TemplateField.SUBJECT,
    "дата": TemplateField.DAY,
    "имя": TemplateField.NAME,
}
Known = Mapping[TemplateField, str]


@dataclass(frozen=True, slots=True)
class Gap:
    """`key`: by which one answer fills it wherever it stands; `label`: by which it is asked for."""

    start: int
    end: int
    key: str
    label: str
    field: TemplateField | None = None


def asked(text: str, known: Known) -> tuple[str, ...]:
    """Labels of the gaps that the thread does not fill, in their order; one in braces once however often it stands."""
    return tuple(gap.label for gap in _asked_once(text, known))


def filled(text: str, known: Known, said: Sequence[str]) -> str:
    """`said`: an answer for each of `asked`. What is put in is never looked through for gaps."""
    answers = {gap.key: answer for gap, answer in zip(_asked_once(text, known), said, strict=True)}
    parts, at = [], 0
    for gap in gaps(text):
        parts += [text[at : gap.start], _of_thread(gap, known) or answers[gap.key]]
        at = gap.end
    return "".join([*parts, text[at:]])


def gaps(text: str) -> Iterator[Gap]:
    """Braces around nothing are a text like any other."""
    for number, found in enumerate(GAP.finditer(text)):
        name = found["name"]
        if name is None:
            yield Gap(found.start(), found.end(), f"…{number}", _called(text, found.start()))
        elif name.strip():
            key = name.strip().casefold()
            field = NAMES.get(key) or NAMES.get(key.replace("ребенок", "ребёнок"))
            yield Gap(found.start(), found.end(), field.value if field else f"{{{key}", name.strip(), field)


def _asked_once(text: str, known: Known) -> list[Gap]:
    once = {gap.key: gap for gap in reversed(list(gaps(text))) if not _of_thread(gap, known)}
    return sorted(once.values(), key=lambda gap: gap.start)


def _of_thread(gap: Gap, known: Known) -> str | None:
    return known.get(gap.field) if gap.field is not None else None


def _called(text: str, at: int) -> str:
    """«работа по …»"""
    return " ".join([*text[:at].split()[-WORDS_BEFORE:], "…"])
