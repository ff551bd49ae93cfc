"""A thread in few words: about whom or what, between whom, how it begins."""

from domain.talk.threads import Desk, Side, Speaker, Spoken, ThreadHead, ThreadKind
from handlers.texts.translator import Markup, Texts

FIRST_WORDS = 60
"""Characters of a message that a line of the inbox shows."""
MATTER = 60


def about(texts: Texts, head: ThreadHead, *, full: bool = False, own: bool = False) -> Markup:
    """«Иванов Пётр, 7А · Алгебра»; `own`: of a family, «Пётр · Алгебра»; `full`: with all that stands at the head."""
    parts: list[str] = [part for part in (_pupil(texts, head, own=own, full=full), head.subject) if part]
    if head.matter:
        parts.append(head.matter if full else short(head.matter, MATTER))
    if head.kind is ThreadKind.ANSWER and (full or not parts):
        parts.append(texts("inbox-about-answer", words=short(" ".join((head.announcement_text or "").split()), MATTER)))
    if head.kind is ThreadKind.HELP and (full or not parts):
        parts.append(texts("inbox-about-help"))
    said = (part if isinstance(part, Markup) else texts("inbox-plain", text=part) for part in parts)
    return Markup(" · ".join(said))


def speaker_name(texts: Texts, speaker: Speaker) -> Markup:
    """«Иванова Мария Петровна (мама)»"""
    if speaker.relation is None or speaker.side is not Side.FAMILY:
        return texts("inbox-plain", text=speaker.name.full)
    return texts("inbox-name-of-kin", name=speaker.name.full, relation=speaker.relation)


def desk_name(texts: Texts, desk: Desk) -> Markup:
    return texts(f"inbox-desk-{desk.value.replace('_', '-')}")


def first_words(texts: Texts, spoken: Spoken) -> Markup:
    """Of a message without words, what is attached."""
    words = " ".join(spoken.wording.text.split())
    if words:
        return texts("inbox-plain", text=short(words, FIRST_WORDS))
    return texts(f"thread-paper-file-{spoken.files[0].kind.replace('_', '-')}") if spoken.files else Markup("")


def short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _pupil(texts: Texts, head: ThreadHead, *, own: bool, full: bool) -> str | None:
    if head.pupil_name is None:
        return None
    if own and not full:
        return head.pupil_name.given or head.pupil_name.short
    name = head.pupil_name.full if full else head.pupil_name.listed
    return f"{name}, {head.class_name}" if head.class_name else name
