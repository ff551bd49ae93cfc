"""«/absent Аня 12–14.11 соревнования»: an absence said in one line, in Russian and English (3.3.7)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.attendance.notes import NoteReason, Span
from domain.ids import PersonId
from domain.roles.names import norm
from domain.school.said_dates import day_in
from domain.school.said_spans import days_in

_REASONS: Mapping[NoteReason, str] = {
    NoteReason.ILL: r"бол(?:ен|ьна|еет|еть|еем|езн)\w*|заболе\w+|температур\w*|простуд\w*|ill|sick|fever",
    NoteReason.DOCTOR: r"врач\w*|доктор\w*|поликлиник\w*|больниц\w*|стоматолог\w*|doctor|dentist|hospital",
    NoteReason.FAMILY: r"сем(?:ья|ье|ьи|ейн\w*)|family",
    NoteReason.CONTEST: r"соревн\w+|олимпиад\w*|конкурс\w*|турнир\w*|contest|competition|olympiad|tournament",
}
_LESSONS = (
    re.compile(r"(?P<start>\d{1,2})\s*(?:[-–—]|по|to)\s*(?P<end>\d{1,2})\s*-?(?:й|го|м|th)?\s*(?:урок\w*|lessons?)"),
    re.compile(r"(?:с|со|from)\s+(?P<start>\d{1,2})\s*-?(?:го|th|nd|rd|st)?\s*(?:урок\w*|lesson)"),
    re.compile(r"(?:до|по|until|till)\s+(?P<end>\d{1,2})\s*-?(?:го|й|th|nd|rd|st)?\s*(?:урок\w*|lesson)"),
    re.compile(r"(?P<only>\d{1,2})\s*-?(?:й|м|ом|th|nd|rd|st)?\s*(?:урок\w*|lesson)"),
)
SAME = 2
"""Letters by which a child is known among an own few: «Аня» is Анна, «Петя» is Пётр."""


@dataclass(frozen=True, slots=True)
class SaidAbsence:
    """What was understood; None: not said, or said of none or several. `words`: said beside the days and the child."""

    pupil: PersonId | None
    span: Span | None
    reason: NoteReason | None
    words: str | None


def absence_in(text: str, today: date, children: Mapping[PersonId, str]) -> SaidAbsence:
    """`children`: own ones with their given names. Raises `NoSuchDay`."""
    pupil, rest = _child(text.strip(), children)
    start, end, rest = _lessons(rest)
    days, rest = days_in(rest, today)
    if days is None and (start or end):
        days = (today, today)
    words = re.sub(r"\s+", " ", rest).strip(" ,.;:–—-")
    span = Span(*days, start, end) if days else None
    return SaidAbsence(pupil, span, _reason(words), words if len(words.split()) > 1 or _unknown(words) else None)


def _reason(words: str) -> NoteReason | None:
    """What is in no list is a reason of its own; nothing at all is none."""
    for reason, pattern in _REASONS.items():
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words, re.IGNORECASE):
            return reason
    return NoteReason.OTHER if words else None


def _unknown(words: str) -> bool:
    return _reason(words) is NoteReason.OTHER


def _child(text: str, children: Mapping[PersonId, str]) -> tuple[PersonId | None, str]:
    """Named by the first word or the only one there is."""
    first, _, rest = text.partition(" ")
    said = norm(first.strip(",:"))
    for fits in (_named, _begun):
        found = [pupil for pupil, given in children.items() if fits(said, norm(given))]
        if len(found) == 1 and not _known_word(said):
            return found[0], rest
    return (next(iter(children)) if len(children) == 1 else None), text


def _named(said: str, given: str) -> bool:
    return said == given


def _begun(said: str, given: str) -> bool:
    return len(said) > SAME and said[:SAME] == given[:SAME]


def _known_word(said: str) -> bool:
    """A day or a reason, which a name may begin like: «болеет» is not Борис."""
    return _reason(said) not in (None, NoteReason.OTHER) or day_in(said, date(2000, 1, 3)) is not None


def _lessons(text: str) -> tuple[int | None, int | None, str]:
    for pattern in _LESSONS:
        found = pattern.search(text.lower())
        if found is not None:
            said = {name: int(value) for name, value in found.groupdict().items() if value}
            start, end = said.get("only", said.get("start")), said.get("only", said.get("end"))
            return start, end, f"{text[: found.start()]} {text[found.end() :]}"
    return None, None, text
