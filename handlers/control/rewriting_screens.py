"""«В бумажный журнал»: page by page what is to be written there of a day (1.5)."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from domain.attendance.presence import Presence
from domain.control.paper_day import PaperDay, PaperLesson, PaperMark, PaperMissed, PaperPage
from domain.roles.people import PersonName
from handlers.control.attendance_sheet_screens import reasons_said
from handlers.control.paper_buttons import OpenRewriting, TakeRewriting
from handlers.control.paper_days import short
from handlers.control.sheets_buttons import OpenSheets
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen
from handlers.texts.translator import Markup, Texts

MOST = 3800
"""Characters of the chat's text; the file has everything."""
BOX = "☐"
FIELDS = ("away", "there", "marks", "topic", "homework")


def day(texts: Texts, shown: PaperDay) -> Screen:
    lines, left = _fitting([*_pages(texts, shown), *_missed(texts, shown)])
    more = [texts("paper-rewriting-more", n=left)] if left else []
    heading = texts("paper-rewriting-heading", day=texts.day(shown.day))
    body = lines or [texts("paper-rewriting-nothing")]
    file = [Button(texts("paper-rewriting-take"), TakeRewriting(day=packed(shown.day)))] if lines else []
    return Screen(
        "\n\n".join([heading, *body, *more]),
        [file, _turn(texts, shown), [Button(texts("paper-to-sheets"), OpenSheets())]],
    )


def page_said(page: PaperPage) -> str:
    """«7А (Группа 1) · Английский язык»"""
    group = f" ({page.group_name})" if page.group_name else ""
    return f"{page.class_name}{group} · {page.subject_name}"


def lesson_fields(texts: Texts, lesson: PaperLesson) -> Iterator[tuple[str, Markup]]:
    """What goes into which field (away, there, marks, topic, homework), as HTML."""
    if lesson.away:
        yield "away", _away(texts, lesson.away)
    elif lesson.called:
        yield "there", texts("paper-rewriting-all-there")
    if lesson.marks:
        yield "marks", _marks(texts, lesson.marks)
    if lesson.topic:
        yield "topic", texts("paper-rewriting-words", words=lesson.topic)
    for one in lesson.homework:
        words = texts("paper-none-set") if one.none_set else one.text
        yield "homework", texts("paper-rewriting-task", words=words, day=short(one.due_day))


def missed_said(texts: Texts, missed: PaperMissed) -> Markup:
    """«Иванов П. — 3 (по болезни 3)»"""
    names = (
        texts("paper-rewriting-missed-name", name=name.short, n=total.lessons, said=reasons_said(texts, total))
        for name, total in missed.pupils
    )
    return Markup(", ".join(names))


def _pages(texts: Texts, shown: PaperDay) -> Iterator[Markup]:
    for page in shown.pages:
        lines = [texts("paper-rewriting-page", page=page_said(page))]
        for lesson in page.lessons:
            fields = [texts(f"paper-rewriting-{field}", said=said) for field, said in lesson_fields(texts, lesson)]
            fields = fields or [texts("paper-rewriting-empty")]
            older = [texts("paper-rewriting-older", day=short(lesson.day))] if lesson.day != shown.day else []
            lines += [*older, *(Markup(f"{BOX} {said}") for said in fields)]
        yield Markup("\n".join(lines))


def _missed(texts: Texts, shown: PaperDay) -> Iterator[Markup]:
    """For the class teacher's own page."""
    for one in shown.missed:
        said = missed_said(texts, one) if one.pupils else texts("paper-rewriting-nobody-missed")
        yield texts("paper-rewriting-missed", class_name=one.class_name, said=said)


def _away(texts: Texts, away: Sequence[tuple[PersonName, Presence]]) -> Markup:
    return Markup(", ".join(texts(f"paper-rewriting-name-{status}", name=name.short) for name, status in away))


def _marks(texts: Texts, marks: Sequence[PaperMark]) -> Markup:
    """By pupil, several of one beside one another."""
    said = []
    for name, listed in groupby(marks, key=lambda one: one.name):
        values = ", ".join(
            texts(f"paper-rewriting-mark-{one.change.replace('_', '-')}", value=one.value, work=one.work)
            for one in listed
        )
        said.append(texts("paper-rewriting-pupil-marks", name=name.short, values=Markup(values)))
    return Markup("; ".join(said))


def _turn(texts: Texts, shown: PaperDay) -> list[Button]:
    def button(label: str, to: date) -> Button:
        return Button(label, OpenRewriting(day=packed(to)))

    return [
        *([button(f"‹ {texts.short_day(shown.earlier)}", shown.earlier)] if shown.earlier else []),
        *([button(f"{texts.short_day(shown.later)} ›", shown.later)] if shown.later else []),
    ]


def _fitting(parts: Sequence[Markup]) -> tuple[list[Markup], int]:
    """As many whole pages as have room, and how many have not."""
    kept: list[Markup] = []
    room = MOST
    for one in parts:
        room -= len(one) + 2
        if room < 0:
            break
        kept.append(one)
    return kept, len(parts) - len(kept)
