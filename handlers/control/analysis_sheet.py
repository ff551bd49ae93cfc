"""Results of many on paper and as a workbook: the figures, their splits, the lists of pupils."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from domain.control.achievement import Counts
from domain.control.achievement_lists import Listed
from domain.control.achievement_pages import AchievementPage, Compared, SplitPage, SplitRow
from domain.control.achievement_scope import By
from handlers.control.analysis_screens import SPLIT_KEYS, unset_courses
from handlers.control.analysis_words import NOTHING, figures, how_name, periods_name, scope_name
from handlers.kit.sheets import Align, Cell, Column, Row, Section, Sheet, Signature, Total
from handlers.kit.show import plain
from handlers.texts.translator import Texts


def analysis_sheets(texts: Texts, splits: Sequence[SplitPage]) -> tuple[Sheet, ...]:
    page = splits[0].page
    signed = [Signature(texts("analysis-sheet-signature"))]
    parts = [_split(texts, one) for one in splits]
    parts[-1] = replace(parts[-1], foot=signed)
    return (_figures(texts, page), *parts, _pupils(texts, page))


def _figures(texts: Texts, page: AchievementPage) -> Sheet:
    columns = [
        Column(texts("analysis-column-figure"), 60, grows=True),
        Column(texts("analysis-column-now"), 32, Align.RIGHT),
        Column(_column(texts, "analysis-column-before", page.last_term), 42, Align.RIGHT),
        Column(_column(texts, "analysis-column-year-ago", page.last_year), 42, Align.RIGHT),
    ]
    before = page.last_term.before if page.last_term else None
    year_ago = page.last_year.before if page.last_year else None
    times = (page.counts, before, year_ago)
    rows: list[Row] = [
        [texts(f"analysis-figure-{key}"), *(_number(dict(figures(one))[key] if one else None) for one in times)]
        for key, _ in figures(page.counts)
    ]
    rows += [
        [texts("analysis-figure-total"), *(_count(one, "total") for one in times)],
        *([f"«{n}»", *(_count(one, f"n{n}") for one in times)] for n in (5, 4, 3, 2)),
        [texts("analysis-figure-na"), *(_count(one, "na") for one in times)],
        [texts("analysis-figure-missing"), page.missing, NOTHING, NOTHING],
    ]
    return Sheet(
        title=plain(texts("analysis-sheet-title", whose=scope_name(texts, page.names))),
        columns=columns,
        rows=rows,
        under=[how_name(texts, page.asked, page.shown)],
        foot=[plain(texts("analysis-how-who")), *_unset(texts, page)],
        name=texts("analysis-column-figure"),
    )


def _unset(texts: Texts, page: AchievementPage) -> Sequence[str]:
    if not page.unset:
        return ()
    courses, current = unset_courses(page), page.asked.current
    return [plain(texts("analysis-unset", current=current, courses=courses, count=len(page.unset)))]


def _split(texts: Texts, split: SplitPage) -> Sheet:
    name = plain(texts(SPLIT_KEYS[split.by])).split(" ", 1)[-1]
    columns = [
        Column(texts("analysis-column-name"), 40, grows=True),
        *(Column(f"«{n}»", 11, Align.RIGHT) for n in (5, 4, 3, 2)),
        Column(texts("analysis-column-na"), 11, Align.RIGHT),
        Column(texts("analysis-column-missing"), 16, Align.RIGHT),
        *(Column(texts(f"analysis-column-{key}"), 17, Align.RIGHT) for key, _ in figures(Counts())),
    ]
    return Sheet(title=name, columns=columns, rows=list(_split_rows(texts, split)), below=True, name=name)


def _split_rows(texts: Texts, split: SplitPage) -> Iterator[Row]:
    for one in split.rows:
        yield _split_row(_part(texts, split.by, one), one.counts, one.missing)
    if split.by is not By.TEACHER:
        whole = scope_name(texts, split.page.names)
        yield Total(_split_row(whole, split.page.counts, split.page.missing))


def _split_row(name: str, counts: Counts, missing: int) -> Sequence[Cell]:
    marks: Iterable[Cell] = (counts.n5, counts.n4, counts.n3, counts.n2, counts.na, missing)
    return [name, *marks, *(_number(value) for _, value in figures(counts))]


def _pupils(texts: Texts, page: AchievementPage) -> Sheet:
    columns = [
        Column("№", 9, Align.RIGHT),
        Column(texts("analysis-column-pupil"), 60),
        Column(texts("analysis-column-class"), 18, Align.CENTER),
        Column(texts("analysis-column-subjects"), 60, grows=True),
    ]
    rows: list[Row] = []
    for group, listed in page.lists.items():
        rows.append(Section(plain(texts(f"analysis-group-{group}", count=len(listed)))))
        rows += [_pupil(place, one) for place, one in enumerate(listed, 1)]
    name = texts("analysis-sheet-pupils")
    return Sheet(title=name, columns=columns, rows=rows, under=[how_name(texts, page.asked, page.shown)], name=name)


def _pupil(place: int, one: Listed) -> Sequence[Cell]:
    return [place, one.seat.name.listed, one.school_class.name, ", ".join(one.subjects)]


def _part(texts: Texts, by: By, one: SplitRow) -> str:
    return texts("analysis-grade", grade=one.key) if by is By.GRADE else one.name


def _column(texts: Texts, key: str, compared: Compared | None) -> str:
    if compared is None:
        return texts(key)
    formerly = [", ".join(compared.formerly)] if compared.formerly else []
    return f"{texts(key)} ({', '.join([*formerly, periods_name(texts, compared.periods)])})"


def _number(value: Decimal | None) -> Cell:
    return NOTHING if value is None else value


def _count(counts: Counts | None, name: str) -> Cell:
    return NOTHING if counts is None else int(getattr(counts, name))
