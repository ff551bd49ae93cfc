"""Sheets as files: nothing is cut off, nothing leaves the page, and what a person wrote stays text."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from handlers.kit.paper import paper_book, paper_pdf
from handlers.kit.paper_columns import shares
from handlers.kit.paper_pdf import BOTTOM, LEFT, Page, laid_out
from handlers.kit.pdf import width_of
from handlers.kit.sheets import Align, Column, Imprint, Section, Sheet, Signature, Span, Total
from handlers.texts.translator import Markup, texts_in
from tests.papers import converted, needs_office, texts_of

FORMULA = '=HYPERLINK("http://example.org";"5")'
IMPRINT = Imprint(texts_in("ru"), "Школа № 5 & гимназия", datetime(2026, 11, 30, 14, 5))
LONG = "Абдурахманова-Воскресенская Александра Константиновна"
DAYS = [Column(f"{day:02}.11", 7, Align.CENTER, upright=True) for day in range(1, 31)]
JOURNAL = Sheet(
    "Страница журнала · 7А · алгебра",
    [Column("№", 8, Align.RIGHT), Column("Ученик", 60), *DAYS, Column("I четверть", 9, upright=True)],
    [
        *((n, LONG if n % 2 else FORMULA, *["5/4" if day % 3 else "н" for day in range(30)], "4") for n in range(40)),
        Total(("", "Итого", *range(30), "")),
    ],
    under=["Учитель: С. П. Королёв"],
    spans=[Span("", 2), Span("Ноябрь", 30), Span("", 1)],
    foot=["Всего уроков: 30", Signature("Учитель", "С. П. Королёв"), Signature("Завуч")],
    kept=2,
    name="Журнал: 7А/алгебра?",
)
TOPICS = Sheet(
    "Темы",
    [Column("Дата", 20), Column("Тема", 40, grows=True), Column("Средний", 20, Align.RIGHT)],
    [
        Section("Ноябрь"),
        (date(2026, 11, 24), Markup("Тема <b>A &amp; B</b>"), Decimal("4.17")),
        (date(2026, 11, 25), "слово " * 3000, 4),
        (date(2026, 11, 26), "безпробелов" * 40, 4),
    ],
    landscape=True,
)


def _texts(*sheets: Sheet) -> list[str]:
    return texts_of(asyncio.run(paper_pdf(IMPRINT, *sheets)))


def _inside(page: Page) -> bool:
    width, height = page.size
    boxes = all(
        box.left >= LEFT - 0.01
        and box.left + box.width <= width - 20
        and box.bottom >= BOTTOM - 0.01
        and box.bottom + box.height <= height
        for box in page.boxes
    )
    reach = [(one.x, one.y, width_of(one.text, one.font, one.size), one.upright) for one in page.words]
    return boxes and all(
        x + (0 if up else long) <= width and y + (long if up else 0) <= height for x, y, long, up in reach
    )


def test_nothing_leaves_the_page() -> None:
    assert all(_inside(page) for page in laid_out(IMPRINT, [JOURNAL, TOPICS, replace(JOURNAL, landscape=True)]))


def test_no_word_is_wider_than_its_cell() -> None:
    """Words beginning within a box end within it."""
    for page in laid_out(IMPRINT, [JOURNAL, TOPICS]):
        for word in (one for one in page.words if not one.upright):
            boxes = [
                box
                for box in page.boxes
                if box.left <= word.x <= box.left + box.width and box.bottom <= word.y <= box.bottom + box.height
            ]
            right = word.x + width_of(word.text, word.font, word.size)
            assert all(right <= box.left + box.width + 0.01 for box in boxes), word


def test_columns_without_room_go_on_to_a_further_page_with_the_names() -> None:
    bands = shares(JOURNAL)
    assert [len(band) for band in bands] == [2 + 16, 2 + 15]
    assert [at for band in bands for at in band[2:]] == list(range(2, 33))
    pages = _texts(JOURNAL)
    assert [LONG.split()[0].split("-")[0] in page for page in pages] == [True] * len(pages)
    assert "16.11" in "".join(pages)


def test_the_heading_stands_on_each_page_and_the_end_has_the_signatures() -> None:
    pages = _texts(JOURNAL)
    assert all("Ученик" in page and "Ноябрь" in page for page in pages)
    assert all(f"Страница {n} из {len(pages)}" in page for n, page in enumerate(pages, 1))
    assert all("Напечатано 30.11.2026 в 14:05" in page and IMPRINT.school in page for page in pages)
    assert ["/С. П. Королёв/" in page for page in pages] == [False] * (len(pages) - 1) + [True]


def test_a_row_longer_than_a_page_is_printed_whole() -> None:
    assert sum(page.count("слово") for page in _texts(TOPICS)) == 3000


def test_a_word_without_spaces_is_printed_whole() -> None:
    printed = "".join(_texts(TOPICS)).replace(" ", "")
    assert "безпробелов" * 40 in printed


def test_html_of_texts_is_not_printed_and_what_people_wrote_is_as_it_is() -> None:
    [text] = _texts(replace(TOPICS, rows=[(date(2026, 11, 24), Markup("A &amp; <b>B</b>"), "<b> &amp;")]))
    assert "A & B" in text
    assert "<b> &amp;" in text


def test_a_number_is_printed_as_the_language_writes_it() -> None:
    assert "4,17" in " ".join(_texts(TOPICS))


def test_a_row_without_a_cell_for_each_column_is_an_error() -> None:
    with pytest.raises(ValueError, match="2 cells for 3 columns"):
        _texts(replace(TOPICS, rows=[("1", "2")]))


def test_a_sheet_below_stays_on_the_page_while_there_is_room() -> None:
    small = Sheet("Ниже", [Column("А", 20)], [("1",)], below=True)
    assert len(laid_out(IMPRINT, [small, small])) == 1
    assert len(laid_out(IMPRINT, [small, replace(small, below=False)])) == 2
    assert len(laid_out(IMPRINT, [small, replace(small, landscape=True)])) == 2
    assert len(laid_out(IMPRINT, [small] * 20)) == 2


@pytest.mark.parametrize("sheet", [JOURNAL, TOPICS])
def test_a_sheet_without_rows_is_printed(sheet: Sheet) -> None:
    assert sheet.title in _texts(replace(sheet, rows=[]))[0]
    assert asyncio.run(paper_book(IMPRINT, replace(sheet, rows=[])))


def test_a_workbook_opened_again_has_texts_numbers_and_days() -> None:
    book = load_workbook(BytesIO(asyncio.run(paper_book(IMPRINT, JOURNAL, TOPICS, TOPICS))))
    assert book.sheetnames == ["Журнал  7А алгебра", "Темы", "Темы 3"]
    journal, topics = book.worksheets[0], book.worksheets[1]
    cells = [cell for row in journal.iter_rows() for cell in row if cell.value == FORMULA]
    assert len(cells) == 20
    assert {cell.data_type for cell in cells} == {"s"}
    assert _column(topics, 1)[-3] == datetime(2026, 11, 24)
    assert _column(topics, 2)[-3] == "Тема A & B"
    assert _column(topics, 3)[-3] == 4.17


def test_a_workbook_is_set_up_to_be_printed() -> None:
    journal, topics = load_workbook(BytesIO(asyncio.run(paper_book(IMPRINT, JOURNAL, TOPICS)))).worksheets
    assert (journal.page_setup.paperSize, topics.page_setup.paperSize) == (9, 9)
    assert (journal.page_setup.orientation, topics.page_setup.orientation) == ("portrait", "landscape")
    assert (journal.page_setup.fitToWidth, topics.page_setup.fitToWidth) == (2, None)
    assert (journal.print_title_rows, journal.print_title_cols) == ("$3:$4", "$A:$B")
    assert journal.freeze_panes == "C5"


@needs_office
def test_libreoffice_reads_a_formula_of_a_person_as_text(tmp_path: Path) -> None:
    rows = [(date(2026, 11, 24), text, 1) for text in (FORMULA, "=1110+1", "+2220+2", "@SUM(1)")]
    read = converted(asyncio.run(paper_book(IMPRINT, replace(TOPICS, rows=rows))), tmp_path, "csv").decode()
    assert all(text in read.replace('""', '"') for text in (FORMULA, "=1110+1", "+2220+2", "@SUM(1)"))
    assert "1111" not in read


def _column(sheet: object, number: int) -> Sequence[object]:
    return [row[number - 1] for row in sheet.iter_rows(values_only=True)]  # type: ignore[attr-defined]
