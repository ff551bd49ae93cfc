"""A thread on paper: about whom and between whom, then each message with its time, author, words and attachments."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from domain.clock import SchoolTime
from domain.talk.thread_record import RecordedTalk, ThreadRecord
from domain.talk.threads import Party, Speaker, Spoken
from handlers.kit.cutting import cut
from handlers.kit.pdf import BOLD, LEADING, MM, PAGE_HEIGHT, PAGE_WIDTH, SANS, register_fonts, wrapped
from handlers.kit.show import plain
from handlers.talk.inbox_words import about, speaker_name
from handlers.texts.translator import Texts

SIDE, TOP, BOTTOM = 20 * MM, 18 * MM, 16 * MM
WIDTH = PAGE_WIDTH - 2 * SIDE
TITLE, TEXT, SMALL = 14.0, 10.0, 8.5
GREY, BLACK = 0.4, 0.0
GAP = 7.0
"""Points between messages."""
QUOTED = 80
"""Characters of the message that is answered."""


@dataclass(frozen=True, slots=True)
class Line:
    """`keep`: so many more lines stay on the same page with it."""

    text: str
    size: float = TEXT
    font: str = SANS
    grey: float = BLACK
    above: float = 0.0
    keep: int = 0


async def thread_pdf(texts: Texts, record: ThreadRecord, time: SchoolTime, school: str) -> bytes:
    """Drawn outside the event loop."""
    return await asyncio.to_thread(_drawn, Paper(texts, time), record, school)


@dataclass(frozen=True, slots=True)
class Paper:
    texts: Texts
    time: SchoolTime

    def said(self, key: str, **about: object) -> str:
        """On paper nothing is HTML."""
        return plain(self.texts(key, **about))

    def moment(self, instant: datetime) -> str:
        return f"{self.time.local(instant):%d.%m.%Y %H:%M}"

    def lines(self, record: ThreadRecord, school: str) -> Iterator[Line]:
        made = self.said("thread-paper-made", school=school, at=self.moment(record.made_at))
        yield Line(self.said("thread-paper-title"), TITLE, BOLD)
        yield from _wrapped(made, SMALL, grey=GREY)
        yield from _wrapped(plain(about(self.texts, record.head, full=True)), TEXT, BOLD, above=GAP)
        for party in Party:
            names = ", ".join(self.named(one) for of, one in record.people if of is party)
            if names:
                yield from _wrapped(self.said("thread-paper-party", names=names), TEXT)
        if record.since is not None:
            day = f"{self.time.local(record.since):%d.%m.%Y}"
            yield from _wrapped(self.said("thread-paper-since", day=day), SMALL, grey=GREY)
        if record.cut is not None:
            yield from _wrapped(self.said("thread-paper-cut", most=record.cut), SMALL, grey=GREY)
        for one in record.talk:
            yield from self.message(one)

    def message(self, one: RecordedTalk) -> Iterator[Line]:
        spoken = one.spoken
        author = self.said("thread-paper-author", at=self.moment(spoken.written_at), name=self.named(spoken.speaker))
        yield from _wrapped(author, TEXT, BOLD, above=GAP, keep=2)
        if spoken.reply_to is not None:
            yield from _wrapped(
                self.said("thread-paper-reply", words=self.first_words(spoken.reply_to)), SMALL, grey=GREY
            )
        yield from _wrapped(spoken.wording.text, TEXT)
        for file in spoken.files:
            kind = self.said(f"thread-paper-file-{file.kind.replace('_', '-')}")
            yield from _wrapped(f"[{kind}: {file.name}]" if file.name else f"[{kind}]", SMALL, grey=GREY)
        for version in one.earlier:
            before = self.said("thread-paper-earlier", at=self.moment(version.until))
            yield from _wrapped(f"{before} {version.text}", SMALL, grey=GREY)

    def named(self, speaker: Speaker) -> str:
        return plain(speaker_name(self.texts, speaker))

    def first_words(self, spoken: Spoken) -> str:
        words = " ".join(spoken.wording.text.split())
        if not words and spoken.files:
            return self.said(f"thread-paper-file-{spoken.files[0].kind.replace('_', '-')}")
        return cut(words, QUOTED)


def _drawn(paper: Paper, record: ThreadRecord, school: str) -> bytes:
    register_fonts()
    pages = _paged(list(paper.lines(record, school)))
    file = BytesIO()
    canvas = Canvas(file, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1)
    canvas.setTitle(paper.said("thread-paper-title"))
    for number, page in enumerate(pages, 1):
        _page(canvas, page, f"{number} / {len(pages)}")
    canvas.save()
    return file.getvalue()


def _page(canvas: Any, lines: Sequence[Line], footer: str) -> None:
    y = PAGE_HEIGHT - TOP
    for line in lines:
        y -= line.above + line.size * LEADING
        canvas.setFillGray(line.grey)
        canvas.setFont(line.font, line.size)
        canvas.drawString(SIDE, y, line.text)
    canvas.setFillGray(GREY)
    canvas.setFont(SANS, SMALL)
    canvas.drawRightString(PAGE_WIDTH - SIDE, BOTTOM / 2, footer)
    canvas.showPage()


def _paged(lines: Sequence[Line]) -> list[list[Line]]:
    """An author's line is never the last on its page."""
    pages: list[list[Line]] = [[]]
    left = PAGE_HEIGHT - TOP - BOTTOM
    for at, line in enumerate(lines):
        wanted = sum(_height(one) for one in lines[at : at + 1 + line.keep])
        if wanted > left:
            pages.append([])
            left = PAGE_HEIGHT - TOP - BOTTOM
        pages[-1].append(line)
        left -= _height(line)
    return pages


def _height(line: Line) -> float:
    return line.above + line.size * LEADING


def _wrapped(
    text: str, size: float, font: str = SANS, *, grey: float = BLACK, above: float = 0.0, keep: int = 0
) -> Iterator[Line]:
    """Within the width, words longer than it broken; nothing for an empty text."""
    printed = wrapped(text, font, size, WIDTH)
    for number, part in enumerate(printed):
        yield Line(
            part, size, font, grey, above if number == 0 else 0.0, keep if number == len(printed) - 1 else min(keep, 1)
        )
