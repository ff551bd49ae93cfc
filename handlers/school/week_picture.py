"""A week as a picture: a card for each day, two beside each other, lines large enough for a phone's width."""

from collections.abc import Iterator, Sequence
from html import escape, unescape
from itertools import groupby

from reportlab.pdfbase import pdfmetrics

from domain.school.calendar import DayOff
from domain.school.timetable import ChangeKind, PlannedLesson
from domain.school.where import OwnedDay, OwnedLessons, Whose
from handlers.kit import pdf
from handlers.school.where_lines import classes_of, title
from handlers.texts.translator import Texts

WIDTH, EDGE, GAP = 1080, 28, 20
"""Pixels; on a phone 390 wide, a little over a third of them."""
CARD = (WIDTH - 2 * EDGE - GAP) // 2
HEAD, ROW, PAD = 62, 50, 18
TOP, BOTTOM = 128, 32
LARGE, LETTERS, SMALL = 44, 31, 27
NUMBER, TIME, ROOM = 44, 92, 150
"""Widths of a line's columns; the room's is the most that it takes."""
GROUND, PAPER, INK, SOFT, EDGES = "#eef1f5", "#ffffff", "#1f2329", "#6a717c", "#c9cfd6"
CHANGED = "↻ "


def week_picture(texts: Texts, owned: OwnedLessons) -> str:
    """An SVG; days from top to bottom, Monday to Wednesday on the left. Changes of the week are in it."""
    pdf.register_fonts()
    rows = [list(_rows(day.lessons)) for day in owned.days]
    tall = HEAD + max(4, *map(len, rows)) * ROW + PAD
    half = (len(owned.days) + 1) // 2
    height = TOP + half * (tall + GAP) - GAP + BOTTOM
    cards = [
        _card(texts, day, lines, owned.owner.kind, EDGE + n // half * (CARD + GAP), TOP + n % half * (tall + GAP), tall)
        for n, (day, lines) in enumerate(zip(owned.days, rows, strict=True))
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="sans-serif">'
    ground = f'<rect width="{WIDTH}" height="{height}" fill="{GROUND}"/>'
    return "".join([head, ground, *_heading(texts, owned), *cards, "</svg>"])


def _heading(texts: Texts, owned: OwnedLessons) -> Iterator[str]:
    dates = texts("where-picture-dates", first=texts.date(owned.days[0].day), last=texts.date(owned.days[-1].day))
    width = _width(_plain(dates), LETTERS)
    whose = _cut(_plain(texts("where-picture-title", whose=title(texts, owned))), WIDTH - 3 * EDGE - width, LARGE, True)
    yield _words(EDGE + 8, 82, whose, LARGE, bold=True)
    yield _words(WIDTH - EDGE - 8, 80, _plain(dates), LETTERS, anchor="end", fill=SOFT)


def _card(
    texts: Texts, day: OwnedDay, rows: Sequence[Sequence[PlannedLesson]], kind: Whose, x: int, y: int, tall: int
) -> str:
    said = texts.short_day(day.day)
    parts = [
        f'<rect x="{x}" y="{y}" width="{CARD}" height="{tall}" rx="20" fill="{PAPER}" stroke="{EDGES}"/>',
        _words(x + PAD, y + 44, said[0].upper() + said[1:], LETTERS, bold=True),
        f'<line x1="{x}" x2="{x + CARD}" y1="{y + HEAD}" y2="{y + HEAD}" stroke="{EDGES}" stroke-width="2"/>',
    ]
    if not rows:
        off = day.off or DayOff()
        free = off.name or _plain(texts("where-picture-none"))
        parts.append(_words(x + PAD, y + HEAD + ROW - 8, _cut(free, CARD - 2 * PAD, LETTERS), LETTERS, fill=SOFT))
    parts += [_row(texts, lessons, kind, x, y + HEAD + (n + 1) * ROW - 8) for n, lessons in enumerate(rows)]
    return "".join(parts)


def _rows(lessons: Sequence[PlannedLesson]) -> Iterator[tuple[PlannedLesson, ...]]:
    """Subgroups of one time stand in one line."""
    for _, same in groupby(lessons, key=lambda lesson: lesson.position):
        yield tuple(same)


def _row(texts: Texts, lessons: Sequence[PlannedLesson], kind: Whose, x: int, y: int) -> str:
    first, gone = lessons[0], not any(lesson.takes_place for lesson in lessons)
    starts = texts.time(first.bell.starts) if first.bell else ""
    aside = _cut(_aside(lessons, kind), ROOM if kind in (Whose.CLASS, Whose.PUPIL) else ROOM + 40, SMALL)
    left = x + PAD + NUMBER + TIME
    room = CARD - 2 * PAD - NUMBER - TIME - (_width(aside, SMALL) + 12 if aside else 0)
    said = _fitting(lessons, room)
    ink = SOFT if gone else INK
    parts = [
        _words(x + PAD, y, str(first.position), LETTERS, bold=True, fill=ink),
        _words(x + PAD + NUMBER, y, starts, SMALL, fill=SOFT),
        _words(left, y, said, LETTERS, bold=not gone, fill=ink, struck=gone),
        _words(x + CARD - PAD, y, aside, SMALL, anchor="end", fill=SOFT, struck=gone),
    ]
    return "".join(parts)


def _aside(lessons: Sequence[PlannedLesson], kind: Whose) -> str:
    """The room for a class, with the class for a teacher, the class alone for a room."""
    standing = [lesson for lesson in lessons if lesson.takes_place] or lessons
    rooms = " / ".join(dict.fromkeys(lesson.room for lesson in standing if lesson.room))
    classes = ", ".join(dict.fromkeys(classes_of(lesson) for lesson in standing))
    if kind in (Whose.CLASS, Whose.PUPIL):
        return rooms
    return classes if kind is Whose.ROOM else " · ".join(part for part in (classes, rooms) if part)


def _fitting(lessons: Sequence[PlannedLesson], room: float) -> str:
    """By full names where these fit, else by short ones; what does not fit even so is cut."""
    standing = [lesson for lesson in lessons if lesson.takes_place] or lessons
    mark = CHANGED if any(one.change in (ChangeKind.SUBSTITUTED, ChangeKind.ROOM) for one in standing) else ""
    whole = mark + " / ".join(dict.fromkeys(lesson.subject.name for lesson in standing))
    if _width(whole, LETTERS, bold=True) <= room:
        return whole
    return _cut(mark + " / ".join(dict.fromkeys(lesson.subject.short for lesson in standing)), room, LETTERS, True)


def _cut(text: str, room: float, size: int, bold: bool = False) -> str:
    if _width(text, size, bold) <= room:
        return text
    while text and _width(f"{text}…", size, bold) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _width(text: str, size: int, bold: bool = False) -> float:
    return float(pdfmetrics.stringWidth(text, pdf.BOLD if bold else pdf.SANS, size))


def _plain(text: str) -> str:
    """The translator has escaped it for HTML; here it is escaped once more where it is drawn."""
    return unescape(text)


def _words(
    x: float,
    y: float,
    said: str,
    size: int,
    *,
    anchor: str = "start",
    bold: bool = False,
    fill: str = INK,
    struck: bool = False,
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    line = ' text-decoration="line-through"' if struck else ""
    about = f'x="{x}" y="{y}" text-anchor="{anchor}" font-size="{size}" fill="{fill}"{weight}{line}'
    return f"<text {about}>{escape(_drawable(said))}</text>"


def _drawable(text: str) -> str:
    """Without control characters, which no XML takes."""
    return "".join(letter for letter in text if letter.isprintable())
