"""A page of the journal on paper: on the left dates by pupils, on the right topics and homework."""

from collections.abc import Iterator, Sequence

from domain.attendance.presence import Presence
from domain.control.journal_page import JournalPage, PageCell, PageLesson, PageLine
from handlers.control.journal_page_screens import course_said
from handlers.control.paper_days import days_said, months_over, named, short
from handlers.kit.sheets import Align, Column, Sheet, Signature, Span
from handlers.kit.show import plain
from handlers.texts.translator import Texts

NUMBER, NAME, DAY, TERM = 6, 50, 6.2, 8
"""Millimetres of the columns."""
AWAY = frozenset(Presence) - {Presence.PRESENT}
NOT_THERE = "–"


def journal_page_sheets(texts: Texts, page: JournalPage) -> tuple[Sheet, Sheet]:
    return _left(texts, page), _right(texts, page)


def file_name(page: JournalPage) -> str:
    """Without its ending."""
    return f"zhurnal-{page.course.class_name}-{page.days.key}"


def _left(texts: Texts, page: JournalPage) -> Sheet:
    days = [lesson.day for lesson in page.lessons]
    columns = [
        Column("№", NUMBER, Align.RIGHT),
        Column(texts("paper-column-pupil"), NAME, grows=not days),
        *(Column(f"{day:%d}", DAY, Align.CENTER) for day in days),
        *(
            Column(texts(f"results-period-{one.kind}", number=one.number), TERM, Align.CENTER, upright=True)
            for one in page.periods
        ),
    ]
    spans = [Span("", 2), *(Span(heading, many) for heading, many in months_over(texts, days))]
    spans += [Span("", 1) for _ in page.periods]
    return Sheet(
        title=f"{course_said(page.course)} · {plain(days_said(texts, page.days))}",
        columns=columns,
        rows=[_row(texts, number, line) for number, line in enumerate(page.lines, 1)],
        under=list(_under(texts, page)),
        spans=spans,
        foot=[texts("paper-journal-lessons", n=len(days)), *_signatures(texts, page)],
        kept=2,
        name=texts("paper-tab-left"),
        size=8.0,
    )


def _right(texts: Texts, page: JournalPage) -> Sheet:
    columns = [
        Column(texts("paper-column-day"), 13, Align.CENTER),
        Column(texts("paper-column-topic"), 70, grows=True),
        Column(texts("paper-column-homework"), 60, grows=True),
    ]
    return Sheet(
        title=f"{course_said(page.course)} · {texts('paper-journal-right')}",
        columns=columns if page.course.grade > 1 else columns[:2],
        rows=[_line(texts, one)[: 3 if page.course.grade > 1 else 2] for one in page.lessons],
        under=list(_under(texts, page)),
        foot=_signatures(texts, page),
        name=texts("paper-tab-right"),
        size=8.0,
    )


def _under(texts: Texts, page: JournalPage) -> Iterator[str]:
    yield texts("paper-days", first=f"{page.days.first:%d.%m.%Y}", last=f"{page.until:%d.%m.%Y}")
    if page.course.teacher_names:
        names = ", ".join(one.full for one in page.course.teacher_names)
        yield texts("paper-teachers", names=names)


def _signatures(texts: Texts, page: JournalPage) -> Sequence[Signature]:
    names = [one.short for one in page.course.teacher_names] or [""]
    return [Signature(texts("paper-teacher"), name) for name in names]


def _row(texts: Texts, number: int, line: PageLine) -> Sequence[str | int]:
    name = named(texts, line.pupil)
    if line.exemption:
        said = texts(f"paper-learning-{line.exemption.kind}", day=short(line.exemption.from_day))
        name = f"{name}, {said}"
    return number, name, *(_cell(texts, one) for one in line.cells), *line.results


def _cell(texts: Texts, cell: PageCell) -> str:
    """Several marks and a sign in one cell: «н/4», «5/4»."""
    sign = [texts(f"paper-sign-{cell.presence}")] if cell.presence in AWAY else []
    written = [*sign, *cell.marks]
    return "/".join(written) if written or cell.sits else NOT_THERE


def _line(texts: Texts, lesson: PageLesson) -> Sequence[str]:
    tasks = [
        texts("paper-none-set") if one.none_set else _with_files(texts, one.text, one.files) for one in lesson.homework
    ]
    return short(lesson.day), lesson.topic or "", "\n".join(tasks)


def _with_files(texts: Texts, text: str, files: int) -> str:
    return f"{text} ({texts('paper-files', n=files)})" if files else text
