"""Homework: what was understood, what is coming."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from domain.journal.homework_after import AfterLesson
from domain.journal.homework_diary import ComingHomework, HomeworkCard, HomeworkPage
from domain.journal.homework_meant import Doubt, HomeworkSet, Taught
from domain.journal.overload import NOTHING_TOO_MUCH, Overload
from domain.roles.people import PersonName
from domain.school.timetable import LessonRef, PlannedLesson
from handlers.journal.buttons import OpenRollCall
from handlers.journal.children import Children, switch
from handlers.journal.homework_buttons import (
    CancelHomework,
    HomeworkFiles,
    MeantHomework,
    MoveHomework,
    SayNone,
    ShowHomework,
    TickHomework,
)
from handlers.journal.overload_screens import lines
from handlers.kit.cutting import cut
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts

MOST_SHOWN = 30
ROOM = 3500
"""Characters for all homework that is shown; the message stays below Telegram's 4096."""
AROUND = 66
"""Of them, for a subject's name and what else stands in a line."""
MOST_AFTER = 500
"""Characters of a class's homework on the lesson's side."""
MOST_REPEATED = 1000
"""Characters of a waiting line that are shown again."""


def how(texts: Texts) -> Screen:
    return Screen(texts("homework-how"), [[_menu(texts)]])


def was_set(texts: Texts, done: HomeworkSet, overload: Overload = NOTHING_TOO_MUCH) -> Screen:
    """One answer: what was understood, for which lesson, for how many, whether it is much; undo, and the other days."""
    lesson = done.lesson
    text = texts(
        "homework-set",
        class_name=_part(done.taught),
        subject=done.taught.subject.name,
        day=texts.on_day(lesson.ref.day),
        position=lesson.position,
        pupils=done.pupils,
    )
    parts = [text, *_said(texts, done), *lines(texts, overload)]
    others = {one.ref.day: one for one in done.others}
    days = [_other_day(texts, done, one, free=one == overload.free) for one in others.values()]
    undo = Button(texts("undo"), CancelHomework(homework=done.id))
    return Screen("\n".join(parts), [[undo], *in_rows(days, 3), [_menu(texts)]])


def after_lesson(texts: Texts, after: Sequence[AfterLesson], ref: LessonRef, done: Sequence[HomeworkSet]) -> Screen:
    """What is set for the next lesson of each class; where nothing is, «не задано» by one tap."""
    entry, day = ref.entry, packed(ref.day)
    back = [Button(texts("back"), OpenRollCall(entry=entry, day=day, page=0)), _menu(texts)]
    if not after:
        return Screen(texts("homework-no-next-lesson"), [back])
    first = after[0].meant.taught
    head = texts("homework-after", subject=first.subject.name, class_name=first.part.name)
    undo = [Button(f"{texts('undo')} {_part(one.taught)}", CancelHomework(homework=one.id)) for one in done]
    nothing = any(not one.homework for one in after)
    none = [Button(texts("homework-say-none"), SayNone(entry=entry, day=day))] if nothing else []
    return Screen("\n".join([head, *(_after(texts, one) for one in after)]), [none, *in_rows(undo, 2), back])


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
    said = cut(doubt.text, MOST_REPEATED)
    text = texts("homework-ask-with", text=said) if said else texts("homework-ask")
    return Screen(text, [*in_rows(buttons[:40], 2), [_menu(texts)]])


def coming(texts: Texts, page: HomeworkPage, pupils: Children) -> Screen:
    """What is due in two weeks, with each day's estimate; the pupil ticks off what is done."""
    files = [
        Button(texts("homework-open-files", subject=one.subject, count=one.files), HomeworkFiles(homework=one.id))
        for one in page.homework[:MOST_SHOWN]
        if one.files
    ]
    ticks = [_tick(one) for one in page.homework[:MOST_SHOWN] if page.ticks and not one.none_set]
    others = switch(pupils, page.pupil, lambda pupil: ShowHomework(pupil=pupil))
    rows = [*in_rows(ticks, 2), *in_rows(files, 2), *others, [_menu(texts)]]
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


def _after(texts: Texts, one: AfterLesson) -> Markup:
    about = {"class_name": _part(one.meant.taught), "day": texts.on_day(one.meant.lesson.ref.day)}
    if not one.homework:
        return texts("homework-after-nothing", **about)
    if all(line.none_set for line in one.homework):
        return texts("homework-after-none", **about)
    said = "; ".join(line.text for line in one.homework if not line.none_set)
    return texts("homework-after-set", **about, text=cut(" ".join(said.split()), MOST_AFTER))


def _days(texts: Texts, page: HomeworkPage) -> list[Markup]:
    if page.first_grade:
        return [texts("homework-first-grade")]
    if not page.homework:
        return [texts("homework-nothing")]
    shown = page.homework[:MOST_SHOWN]
    room = ROOM // len(shown) - AROUND
    found: list[Markup] = []
    for day, due in groupby(shown, key=lambda one: one.day):
        tasks = list(due)
        found.append(texts("homework-day", day=texts.day(day)))
        found += [texts("diary-day-off", name=page.off[day])] if day in page.off else []
        found += [_line(texts, one, room) for one in tasks]
        minutes = sum(one.minutes or 0 for one in tasks)
        found += [texts("homework-day-minutes", minutes=minutes)] if minutes else []
    return found


def _line(texts: Texts, one: ComingHomework, room: int) -> Markup:
    if one.none_set:
        return texts("homework-line-none", subject=one.subject)
    line = texts("homework-line", subject=one.subject, text=cut(one.text, room), files=one.files)
    about = texts("homework-about", minutes=one.minutes or 0, alone=one.alone, done=one.done)
    return Markup(f"{line}{about}")


def _tick(one: ComingHomework) -> Button:
    return Button(f"{'✅' if one.done else '☐'} {one.subject}", TickHomework(homework=one.id, done=not one.done))


def _said(texts: Texts, done: HomeworkSet) -> Iterator[Markup]:
    """What was understood beside the lesson: whom it is for, the words, the files, the estimate."""
    if done.none_set:
        yield texts("homework-none-was-set")
    if done.named:
        yield texts("homework-for", names=", ".join(name.listed for name in done.named))
    if done.text:
        yield texts("homework-quote", text=done.text)
    if done.files:
        yield texts("homework-files", count=done.files)
    if done.minutes:
        yield texts("homework-minutes", minutes=done.minutes)


def _other_day(texts: Texts, done: HomeworkSet, lesson: PlannedLesson, *, free: bool) -> Button:
    move = MoveHomework(homework=done.id, day=packed(lesson.ref.day))
    style = Style.SUCCESS if free else None
    return Button(texts("homework-to-day", day=texts.short_day(lesson.ref.day)), move, style=style)


def _part(taught: Taught) -> str:
    return f"{taught.part.name} ({taught.part.group_name})" if taught.part.group_name else taught.part.name


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
