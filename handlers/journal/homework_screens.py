"""Homework: what was understood, what is coming."""

from collections.abc import Sequence
from itertools import groupby

from domain.ids import PersonId
from domain.journal.homework_diary import ComingHomework, HomeworkCard, HomeworkPage
from domain.journal.homework_meant import Doubt, HomeworkSet, Taught
from domain.roles.people import PersonName
from domain.school.timetable import PlannedLesson
from handlers.journal.buttons import packed
from handlers.journal.homework_buttons import (
    CancelHomework,
    HomeworkFiles,
    MeantHomework,
    MoveHomework,
    ShowHomework,
)
from handlers.kit.screen import Button, Screen, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts

MOST_SHOWN = 30
ROOM = 3500
"""Characters for all homework that is shown; the message stays below Telegram's 4096."""
AROUND = 66
"""Of them, for a subject's name and what else stands in a line."""
MOST_REPEATED = 1000
"""Characters of a waiting line that are shown again."""


def how(texts: Texts) -> Screen:
    return Screen(texts("homework-how"), [[_menu(texts)]])


def was_set(texts: Texts, done: HomeworkSet) -> Screen:
    """One answer: what was understood, for which lesson, for how many; undo, and the other days."""
    lesson = done.lesson
    text = texts(
        "homework-set",
        class_name=_part(done.taught),
        subject=done.taught.subject.name,
        day=texts.on_day(lesson.ref.day),
        position=lesson.position,
        pupils=done.pupils,
    )
    parts = [text, *([texts("homework-quote", text=done.text)] if done.text else [])]
    parts += [texts("homework-files", count=done.files)] if done.files else []
    others = {one.ref.day: one for one in done.others}
    days = [_other_day(texts, done, one) for one in others.values()]
    undo = Button(texts("undo"), CancelHomework(homework=done.id))
    return Screen("\n".join(parts), [[undo], *in_rows(days, 3), [_menu(texts)]])


def cancelled(texts: Texts) -> Screen:
    return Screen(texts("homework-cancelled"), [[_menu(texts)]])


def ask(texts: Texts, doubt: Doubt, line: int) -> Screen:
    """What the line (a message of this number) could mean, as buttons; the line itself waits."""
    kinds = {(one.part.id, one.subject.id): one for one in doubt.candidates}
    buttons = [
        Button(
            f"{one.part.name} · {one.subject.name}", MeantHomework(line=line, school_class=class_id, subject=subject)
        )
        for (class_id, subject), one in kinds.items()
    ]
    said = _cut(doubt.text, MOST_REPEATED)
    text = texts("homework-ask-with", text=said) if said else texts("homework-ask")
    return Screen(text, [*in_rows(buttons[:40], 2), [_menu(texts)]])


def coming(texts: Texts, page: HomeworkPage, pupils: Sequence[tuple[PersonId, PersonName]]) -> Screen:
    switch = [
        Button(f"● {name.given}" if pupil == page.pupil else name.given, ShowHomework(pupil=pupil))
        for pupil, name in pupils
    ]
    files = [
        Button(texts("homework-open-files", subject=one.subject, count=one.files), HomeworkFiles(homework=one.id))
        for one in page.homework[:MOST_SHOWN]
        if one.files
    ]
    rows = [*([[one] for one in files]), *(in_rows(switch, 3) if len(switch) > 1 else []), [_menu(texts)]]
    heading = texts("homework-heading", name=page.name.given, class_name=page.class_name)
    return Screen("\n".join([heading, *_days(texts, page)]), rows)


def no_pupils(texts: Texts) -> Screen:
    return Screen(texts("homework-nobody"), [[_menu(texts)]])


def news(texts: Texts, card: HomeworkCard, pupil: PersonName, *, own: bool, correction: bool) -> Screen:
    """As a family is told at once: set, corrected or cancelled."""
    what = "cancelled" if card.cancelled else "corrected" if correction else "new"
    about = {"subject": card.subject, "day": texts.on_day(card.due_day)}
    head = (
        texts(f"homework-news-{what}-own", **about)
        if own
        else texts(f"homework-news-{what}", name=pupil.given, **about)
    )
    if card.cancelled:
        return Screen(head)
    body = texts("homework-none-set") if card.none_set else texts("homework-quote", text=card.text)
    files = [
        Button(
            texts("homework-open-files", subject=card.subject, count=card.files), HomeworkFiles(homework=card.homework)
        )
    ]
    return Screen(f"{head}\n{body}", [files] if card.files else [])


def _days(texts: Texts, page: HomeworkPage) -> list[Markup]:
    if page.first_grade:
        return [texts("homework-first-grade")]
    if not page.homework:
        return [texts("homework-nothing")]
    shown = page.homework[:MOST_SHOWN]
    room = ROOM // len(shown) - AROUND
    lines: list[Markup] = []
    for day, due in groupby(shown, key=lambda one: one.day):
        lines.append(texts("homework-day", day=texts.day(day)))
        lines += [_line(texts, one, room) for one in due]
    return lines


def _line(texts: Texts, one: ComingHomework, room: int) -> Markup:
    if one.none_set:
        return texts("homework-line-none", subject=one.subject)
    return texts("homework-line", subject=one.subject, text=_cut(one.text, room), files=one.files)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1]}…"


def _other_day(texts: Texts, done: HomeworkSet, lesson: PlannedLesson) -> Button:
    move = MoveHomework(homework=done.id, day=packed(lesson.ref.day))
    return Button(texts("homework-to-day", day=texts.short_day(lesson.ref.day)), move)


def _part(taught: Taught) -> str:
    return f"{taught.part.name} ({taught.part.group_name})" if taught.part.group_name else taught.part.name


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
