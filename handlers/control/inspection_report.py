"""The report of an inspection («справка») as a document to be signed: DOCX to be worked on, PDF to be printed."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from domain.clock import SchoolTime
from domain.control.findings import RemarkState
from domain.control.inspection_pages import InspectionReport
from domain.control.inspections import Remark
from domain.roles.people import PersonName
from handlers.kit.paper import paper_pdf
from handlers.kit.sheets import Align, Column, Imprint, Section, Sheet, Signature
from handlers.kit.show import plain
from handlers.texts.translator import Texts

FONT = "Times New Roman"
"""As school papers have it; where it is not installed its likeness (Liberation Serif) takes its place."""
COLUMNS = (("n", 9), ("course", 33), ("teacher", 30), ("text", 60), ("due", 21), ("state", 24))
"""Key of the heading, millimetres."""


async def report_docx(texts: Texts, school: str, report: InspectionReport, time: SchoolTime) -> bytes:
    """A4, made outside the event loop."""
    return await asyncio.to_thread(_docx, _Words(texts, school, report, time))


async def report_pdf(texts: Texts, school: str, report: InspectionReport, time: SchoolTime) -> bytes:
    words = _Words(texts, school, report, time)
    columns = [Column(words(f"column-{key}"), width, _align(key), grows=key == "text") for key, width in COLUMNS]
    inspection = report.inspection
    sheet = Sheet(
        title=f"{words('title')} {words('about')}",
        columns=columns,
        rows=[*words.rows()] or [Section(words("none"))],
        under=[*words.head(), f"{words('aim-heading')}. {words('aim')}", *words.checked()],
        foot=[
            f"{words('conclusion-heading')}. {words.conclusion()}",
            Signature(words("post"), inspection.begun_by.name.short),
            *([words("read")] if report.remarks else []),
            *(Signature("", name.short) for name in words.readers()),
        ],
        name=words("title"),
        size=9.5,
    )
    return await paper_pdf(Imprint(texts, school, time.local()), sheet)


def _align(key: str) -> Align:
    return Align.CENTER if key in ("n", "due") else Align.LEFT


class _Words:
    """What stands in the report, without HTML."""

    def __init__(self, texts: Texts, school: str, report: InspectionReport, time: SchoolTime) -> None:
        self.texts, self.school, self.report, self.time = texts, school, report, time

    def __call__(self, key: str, **about: object) -> str:
        return plain(self.texts(f"inspection-doc-{key}", **about))

    def head(self) -> Iterator[str]:
        inspection = self.report.inspection
        if inspection.class_name is not None:
            yield self("whose-class", name=inspection.class_name)
        if inspection.teacher is not None:
            yield self("whose-teacher", name=inspection.teacher.name.full)
        yield self("period", first=f"{inspection.first:%d.%m.%Y}", last=f"{inspection.last:%d.%m.%Y}")
        day = self.time.local(inspection.finished_at or self.time.now()).date()
        yield self("day", day=f"{day:%d.%m.%Y}")
        yield self("by", name=inspection.begun_by.name.full)

    def checked(self) -> Iterator[str]:
        """How many lessons, and the courses: of a class by subject, of a teacher by class."""
        yield f"{self('checked-heading')}. {self('checked', lessons=self.report.lessons)}"
        for (class_name, subject), group in groupby(
            self.report.courses, key=lambda one: (one.part.name, one.subject.name)
        ):
            teachers = ", ".join(dict.fromkeys(one.teacher.name.short for one in group))
            yield self("course", class_name=class_name, subject=subject, teachers=teachers)

    def rows(self) -> Iterator[Sequence[str]]:
        for number, one in enumerate(self.report.remarks, start=1):
            yield (
                str(number),
                f"{one.class_name}, {one.subject.name}",
                one.teacher.name.short,
                one.text,
                f"{one.due:%d.%m.%Y}",
                self.state(one),
            )

    def state(self, one: Remark) -> str:
        if self.report.inspection.goes_on:
            return self("state-draft")
        if one.state is RemarkState.CLOSED and one.settled_at is not None:
            return self("state-closed", day=f"{self.time.local(one.settled_at):%d.%m.%Y}")
        return self(f"state-{one.state.value}")

    def conclusion(self) -> str:
        report = self.report
        if report.inspection.conclusion:
            return report.inspection.conclusion
        every = len(report.remarks)
        if not every:
            return self("conclusion-clean")
        return self("conclusion", all=every, closed=report.closed, left=every - report.closed)

    def readers(self) -> Iterable[PersonName]:
        return dict.fromkeys(one.teacher.name for one in self.report.remarks)


def _docx(words: _Words) -> bytes:
    document = Document()
    _page(document)
    _centred(document, words.school)
    _centred(document, words("title"), bold=True, above=18)
    _centred(document, words("about"), bold=True, below=12)
    for line in words.head():
        _line(document, line)
    _headed(document, words("aim-heading"), words("aim"))
    heading, *courses = words.checked()
    _headed(document, words("checked-heading"), heading.partition(". ")[2])
    for course in courses:
        _line(document, f"— {course}")
    _headed(document, words("remarks-heading"))
    rows = list(words.rows())
    if rows:
        _table(document, [words(f"column-{key}") for key, _ in COLUMNS], rows)
    else:
        _line(document, words("none"))
    _headed(document, words("conclusion-heading"), *words.conclusion().splitlines())
    _line(document, words("sign", name=words.report.inspection.begun_by.name.short), above=24)
    if rows:
        _line(document, words("read"), above=12)
        for name in words.readers():
            _line(document, words("reader", name=name.short), above=8)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _page(document: Any) -> None:
    """A4 with the margins of school papers, 12 points."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(20), Mm(13)
    section.top_margin = section.bottom_margin = Mm(15)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(2)


def _centred(document: Any, said: str, *, bold: bool = False, above: int = 0, below: int = 0) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(above), Pt(below)
    paragraph.add_run(said).bold = bold


def _line(document: Any, said: str, *, above: int = 0) -> None:
    document.add_paragraph(said).paragraph_format.space_before = Pt(above)


def _headed(document: Any, heading: str, *lines: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.keep_with_next = Pt(10), True
    paragraph.add_run(heading).bold = True
    for line in lines:
        _line(document, line)


def _table(document: Any, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """The heading is repeated on each page, no row is broken between two."""
    table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    table.autofit = False
    for column, (_, width) in zip(table.columns, COLUMNS, strict=True):
        column.width = Mm(width)
    _fill(table.rows[0], headings, bold=True)
    _mark(table.rows[0], "w:tblHeader")
    for row in rows:
        _fill(table.add_row(), row)
    for row in table.rows:
        _mark(row, "w:cantSplit")
        for cell, (_, width) in zip(row.cells, COLUMNS, strict=True):
            cell.width = Mm(width)


def _fill(row: Any, cells: Sequence[str], *, bold: bool = False) -> None:
    for cell, said in zip(row.cells, cells, strict=True):
        run = cell.paragraphs[0].add_run(said)
        run.bold, run.font.size = bold, Pt(10)


def _mark(row: Any, tag: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(tag))
