"""A thread on paper: everything that was said stands there, within the page, whatever it is made of."""

import asyncio
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from domain.talk.thread_record import EarlierWording, RecordedTalk, ThreadRecord
from domain.talk.threads import Party, Side, Speaker
from domain.talk.wording import Attachment, FileKind, Wording
from handlers.kit.pdf import printable, register_fonts
from handlers.talk.thread_sheet import WIDTH, Paper, _paged, thread_pdf
from handlers.texts.translator import texts_in
from tests import school
from tests.architecture.inbox_samples import HEAD, SPOKEN
from tests.architecture.screen_samples import NAME, TIME

MOTHER = Speaker(school.MOTHER, school.PEOPLE[school.MOTHER], Side.FAMILY, "mother")
TEACHER = Speaker(school.ALGEBRA_TEACHER, school.PEOPLE[school.ALGEBRA_TEACHER], Side.STAFF)
FILES = (
    Attachment(FileKind.PHOTO, "x"),
    Attachment(FileKind.DOCUMENT, "x", "Справка <1> & 2.pdf"),
    Attachment(FileKind.VIDEO_NOTE, "x"),
)
TALK = [
    RecordedTalk(replace(SPOKEN, speaker=MOTHER, wording=Wording("Добрый день!\n\nПётр завтра будет? 👍🏽 Ёж №1"))),
    RecordedTalk(
        replace(
            SPOKEN,
            speaker=TEACHER,
            wording=Wording("Да, " + "https://" + "a" * 300),
            files=FILES,
            reply_to=SPOKEN,
            edited_at=school.MORNING,
            version=2,
        ),
        (EarlierWording("Нет", school.MORNING + timedelta(minutes=3)),),
    ),
    RecordedTalk(replace(SPOKEN, speaker=MOTHER, wording=Wording(""), files=FILES[:1])),
]
RECORD = ThreadRecord(
    HEAD,
    ((Party.ASKING, MOTHER), (Party.ASKED, TEACHER), (Party.ASKED, Speaker(school.DEPUTY, NAME, Side.STAFF))),
    tuple(TALK * 20),
    school.MORNING,
    since=school.MORNING,
    cut=2000,
)


def test_nothing_is_wider_than_the_page_and_no_author_ends_one() -> None:
    register_fonts()
    for language in ("ru", "en"):
        lines = list(Paper(texts_in(language), TIME).lines(RECORD, "Школа № 5"))
        assert all(stringWidth(one.text, one.font, one.size) <= WIDTH + 0.01 for one in lines)
        pages = _paged(lines)
        assert [one for page in pages for one in page] == lines
        assert len(pages) > 1
        assert all(not page[-1].keep for page in pages)


def test_everything_that_was_said_stands_there() -> None:
    register_fonts()
    said = "\n".join(one.text for one in Paper(texts_in("ru"), TIME).lines(RECORD, "Школа № 5"))
    for words in (
        "Иванова Мария Петровна (мама)",
        "24.11.2026 08:40",
        "Пётр завтра будет?",
        "Ёж №1",
        "До изменения 24.11.2026 08:43: Нет",
        "[файл: Справка <1> & 2.pdf]",
        "[фото]",
        "[видеосообщение]",
        "В ответ на: ",
        "Сказанное с 24.11.2026",
        "Последние сообщения: 2000",
    ):
        assert words in said


@pytest.mark.parametrize(
    ("said", "printed"),
    [("👍", "[thumbs up sign]"), ("👍🏽", "[thumbs up sign]"), ("a\tb", "a b"), ("Ёё№«»—", "Ёё№«»—"), ("\ufe0f", "")],
)
def test_what_the_font_lacks_is_called_by_its_name(said: str, printed: str) -> None:
    register_fonts()
    assert printable(said, "Sans") == printed


@pytest.mark.skipif(shutil.which("gs") is None, reason="needs Ghostscript")
async def test_ghostscript_reads_it(tmp_path: Path) -> None:
    paper = tmp_path / "thread.pdf"
    paper.write_bytes(await thread_pdf(texts_in("ru"), RECORD, TIME, "Школа № 5"))
    said = await asyncio.to_thread(
        subprocess.run,
        ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", str(paper)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (said.returncode, said.stderr) == (0, "")
