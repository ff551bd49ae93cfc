"""Sheets drawn on A4: laid out as words and rules in points first, so that the last page's number is known."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from handlers.kit.paper_columns import Band, bands_of
from handlers.kit.paper_fitting import PAD, Laid, fitted, foot_lines, heads, opening_lines, parted
from handlers.kit.paper_words import bare, cells_of, words
from handlers.kit.pdf import BOLD, LEADING, MM, PAGE_HEIGHT, PAGE_WIDTH, SANS, register_fonts, width_of, wrapped
from handlers.kit.sheets import Imprint, Section, Sheet, Total

LEFT, TOP, BOTTOM = 15 * MM, 10 * MM, 13 * MM
"""The left one is wide enough to be punched."""
SMALL = 7.0
GROUND, RULE = 0.9, 0.35
GREY = 0.35


@dataclass(frozen=True, slots=True)
class Words:
    """`x`: the left end; `upright`: read from below."""

    x: float
    y: float
    text: str
    font: str
    size: float
    upright: bool = False
    grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    bottom: float
    width: float
    height: float
    ground: bool = False


@dataclass(slots=True)
class Page:
    wide: bool
    words: list[Words] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    @property
    def size(self) -> tuple[float, float]:
        return (PAGE_HEIGHT, PAGE_WIDTH) if self.wide else (PAGE_WIDTH, PAGE_HEIGHT)


def drawn_paper(imprint: Imprint, sheets: Sequence[Sheet]) -> bytes:
    pages = laid_out(imprint, sheets)
    file = BytesIO()
    canvas = Canvas(file, pageCompression=1)
    canvas.setTitle(bare(sheets[0].title))
    for number, page in enumerate(pages, 1):
        canvas.setPageSize(page.size)
        _draw(canvas, page)
        _imprint(canvas, imprint, page, number, len(pages))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def laid_out(imprint: Imprint, sheets: Sequence[Sheet]) -> list[Page]:
    register_fonts()
    layout = _Layout(imprint.texts.language)
    for sheet in sheets:
        layout.add(sheet)
    return layout.pages


@dataclass(slots=True)
class _Layout:
    """`y`: what is written already ends there."""

    language: str
    pages: list[Page] = field(default_factory=list)
    y: float = 0.0

    def add(self, sheet: Sheet) -> None:
        bands = bands_of(sheet, self._cells(sheet))
        for number, band in enumerate(bands):
            self._begin(sheet, band, first=number == 0)
            for row in band.rows:
                self._row(sheet, band, row)
        self._foot(sheet)

    def _cells(self, sheet: Sheet) -> list[tuple[Total | Section | None, tuple[str, ...]]]:
        return [
            (
                row if isinstance(row, Total | Section) else None,
                tuple(words(cell, self.language) for cell in cells_of(row, len(sheet.columns))),
            )
            for row in sheet.rows
        ]

    def _begin(self, sheet: Sheet, band: Band, *, first: bool) -> None:
        """The title with what stands under it, then the heading; on the same page where two rows have room too."""
        opening = opening_lines(sheet) if first else ()
        wanted = sum(size * LEADING for _, _, size in opening) + self._heading_height(sheet, band) + 6 * sheet.size
        if not (first and sheet.below and self.pages and self._fits(sheet, wanted)):
            self._turn(sheet)
        elif opening:
            self.y -= 3 * PAD
        for text, font, size in opening:
            self.y -= size * LEADING
            self.page.words.append(Words(LEFT, self.y + 0.2 * size, text, font, size))
        self.y -= 2 * PAD
        if not first:
            self._again(sheet)
        self._heading(sheet, band)

    def _fits(self, sheet: Sheet, wanted: float) -> bool:
        return self.page.wide is sheet.landscape and self.y - wanted >= BOTTOM

    def _turn(self, sheet: Sheet) -> None:
        page = Page(sheet.landscape)
        self.pages.append(page)
        self.y = page.size[1] - TOP - SMALL * LEADING - PAD

    def _again(self, sheet: Sheet) -> None:
        """The title in small letters, on each further page."""
        self.y -= SMALL * LEADING
        line = next(iter(wrapped(bare(sheet.title), SANS, SMALL, sheet.room * MM)), "")
        self.page.words.append(Words(LEFT, self.y + 0.2 * SMALL, line, SANS, SMALL, grey=GREY))
        self.y -= PAD

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def _heading_height(self, sheet: Sheet, band: Band) -> float:
        spans, below = heads(sheet, band)
        return spans + below

    def _heading(self, sheet: Sheet, band: Band) -> None:
        spans, below = heads(sheet, band)
        x = LEFT
        for heading, many in band.spans:
            width = sum(band.widths[at] for at in range(many[0], many[1]))
            if heading:
                self._head(heading, x, self.y - spans, width, spans, sheet.size, upright=False)
            x += width
        x = LEFT
        bare_columns = {at for heading, many in band.spans if not heading for at in range(*many)}
        for at, column in enumerate(band.columns):
            over = spans if at in bare_columns else 0.0
            bottom, height = self.y - spans - below, below + over
            self._head(bare(column.heading), x, bottom, band.widths[at], height, sheet.size, upright=column.upright)
            x += band.widths[at]
        self.y -= spans + below

    def _head(
        self, text: str, left: float, bottom: float, width: float, height: float, size: float, *, upright: bool
    ) -> None:
        self.page.boxes.append(Box(left, bottom, width, height, ground=True))
        laid = fitted(text, BOLD, size * 0.9, (height if upright else width) - 2 * PAD)
        step = laid.size * LEADING
        for number, line in enumerate(laid.lines):
            if upright:
                x = left + width / 2 + (number - len(laid.lines) / 2 + 0.8) * step
                self.page.words.append(Words(x, bottom + PAD, line, BOLD, laid.size, upright=True))
            else:
                x = left + (width - width_of(line, BOLD, laid.size)) / 2
                y = bottom + height / 2 + (len(laid.lines) / 2 - number - 0.8) * step
                self.page.words.append(Words(x, y, line, BOLD, laid.size))

    def _row(self, sheet: Sheet, band: Band, row: tuple[Total | Section | None, tuple[str, ...]]) -> None:
        """On the next page if this one has no room; one that no page has room for is cut between its lines."""
        kind, texts = row
        font = BOLD if kind else SANS
        widths = [sum(band.widths)] if isinstance(kind, Section) else band.widths
        cells = [fitted(text, font, sheet.size, width - 2 * PAD) for text, width in zip(texts, widths, strict=True)]
        height = max(cell.height for cell in cells)
        if height > self.y - BOTTOM and height <= self._whole(sheet, band):
            self._next(sheet, band)
        while height > self.y - BOTTOM:
            first, cells = parted(cells, self.y - BOTTOM - 2 * PAD)
            if any(cell.lines for cell in first):
                self._cells_drawn(band, kind, font, first, widths)
            self._next(sheet, band)
            height = max(cell.height for cell in cells)
        self._cells_drawn(band, kind, font, cells, widths)

    def _next(self, sheet: Sheet, band: Band) -> None:
        self._turn(sheet)
        self._again(sheet)
        self._heading(sheet, band)

    def _whole(self, sheet: Sheet, band: Band) -> float:
        page_height = self.page.size[1]
        return page_height - TOP - BOTTOM - 2 * SMALL * LEADING - 2 * PAD - self._heading_height(sheet, band)

    def _cells_drawn(
        self,
        band: Band,
        kind: Total | Section | None,
        font: str,
        cells: Sequence[Laid],
        widths: Sequence[float],
    ) -> None:
        height, x = max(cell.height for cell in cells), LEFT
        for cell, width, align in zip(cells, widths, band.aligns, strict=False):
            self.page.boxes.append(Box(x, self.y - height, width, height, ground=isinstance(kind, Total)))
            for number, line in enumerate(cell.lines):
                free = width - 2 * PAD - width_of(line, font, cell.size)
                indent = 0.0 if isinstance(kind, Section) else {"left": 0.0, "center": free / 2, "right": free}[align]
                y = self.y - PAD - (number + 0.8) * cell.size * LEADING
                self.page.words.append(Words(x + PAD + indent, y, line, font, cell.size))
            x += width
        self.y -= height

    def _foot(self, sheet: Sheet) -> None:
        lines = list(foot_lines(sheet))
        for text, above in lines:
            height = sheet.size * LEADING + above
            if self.y - height < BOTTOM:
                self._turn(sheet)
                self._again(sheet)
            self.y -= height
            self.page.words.append(Words(LEFT, self.y + 0.2 * sheet.size, text, SANS, sheet.size))


def _draw(canvas: Any, page: Page) -> None:
    canvas.setLineWidth(0.4)
    canvas.setStrokeGray(RULE)
    canvas.setFillGray(GROUND)
    for box in page.boxes:
        canvas.rect(box.left, box.bottom, box.width, box.height, stroke=1, fill=int(box.ground))
    for one in page.words:
        canvas.setFillGray(one.grey)
        canvas.setFont(one.font, one.size)
        if one.upright:
            canvas.saveState()
            canvas.translate(one.x, one.y)
            canvas.rotate(90)
            canvas.drawString(0, 0, one.text)
            canvas.restoreState()
        else:
            canvas.drawString(one.x, one.y, one.text)


def _imprint(canvas: Any, imprint: Imprint, page: Page, number: int, of: int) -> None:
    width, height = page.size
    right = width - 8 * MM
    canvas.setFillGray(GREY)
    canvas.setFont(SANS, SMALL)
    school = next(iter(wrapped(imprint.school, SANS, SMALL, right - LEFT)), "")
    canvas.drawString(LEFT, height - TOP, school)
    printed = imprint.texts("paper-printed", day=f"{imprint.at:%d.%m.%Y}", time=imprint.texts.time(imprint.at))
    canvas.drawString(LEFT, BOTTOM / 2, bare(printed))
    canvas.drawRightString(right, BOTTOM / 2, bare(imprint.texts("paper-page", n=number, of=of)))
