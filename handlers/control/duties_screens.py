"""«Осталось сделать»: a line for each field of a lesson, each opening just that; then what it opens."""

from collections.abc import Sequence

from domain.attendance.ports import RollCallSheet
from domain.control.duties import Duty
from domain.control.evening_card import EveningCard
from domain.control.own_duties import OwnDuties, OwnDuty
from domain.journal.homework_after import AfterLesson
from domain.journal.my_lesson import LessonPage
from domain.journal.plans import TopicChoice
from domain.school.timetable import LessonRef
from handlers.control.class_duties_buttons import OpenDeadlines
from handlers.control.class_duties_screens import evening_part
from handlers.control.duties_buttons import (
    LETTERS,
    EveryoneThere,
    NoneGiven,
    NoteAbsent,
    OpenDuties,
    OpenDuty,
    TurnDuties,
    WritePlanned,
)
from handlers.journal import homework_screens, lesson_screens
from handlers.journal.lesson_screens import args_of, classes_of
from handlers.journal.plan_buttons import cut
from handlers.kit.screen import Button, Screen, Style
from handlers.messaging.way_back import menu_below
from handlers.texts.translator import Markup, Texts

LINES = 8
"""On a page."""
SIGNS = {Duty.ATTENDANCE: "👥", Duty.TOPIC: "📝", Duty.HOMEWORK: "📚", Duty.WRITTEN_WORK: "✍️"}
NOTHING_OWN = OwnDuties()


def duties(texts: Texts, card: EveningCard, page: int = 0) -> Screen:
    """As the evening message and as `/duties`: the first lines, the rest behind «ещё»."""
    own = card.own or NOTHING_OWN
    lines = (*own.duties, *own.coming)
    page = min(max(page, 0), max(0, (len(lines) - 1) // LINES))
    shown = lines[page * LINES : (page + 1) * LINES]
    rows = [[_line(texts, card, one)] for one in shown]
    parts, beside = evening_part(texts, card)
    text = "\n\n".join([_heading(texts, card, own), *parts])
    return Screen(text, [*rows, _turner(texts, len(lines), page), *beside, [_dates(texts), _menu(texts)]])


def roll_call(texts: Texts, page: LessonPage, sheet: RollCallSheet) -> Screen:
    """«Все на месте» by one tap; whoever was away is noted on the lesson's own screen, below."""
    ref = args_of(page.lesson.ref)
    away = [seat.name.listed for seat in page.seats if sheet.of(seat.pupil).status.away]
    key = "duties-rest-there" if away else "duties-all-there"
    parts = [lesson_screens.heading(texts, page, sheet)]
    parts += [texts("duties-away", names=", ".join(away))] if away else []
    there = Button(texts(key), EveryoneThere(**ref), style=Style.SUCCESS)
    rows = [[there], [Button(texts("duties-note-absent"), NoteAbsent(**ref))], [_back(texts)]]
    return Screen("\n\n".join(parts), rows)


def topic(texts: Texts, choice: TopicChoice) -> Screen:
    """The plan's next topic by one tap; anything else is typed."""
    lesson = choice.lesson
    ref = args_of(lesson.ref)
    parts = [texts("duties-ask-topic", **_about(texts, lesson.ref, choice))]
    parts += [texts("plans-written", topic=choice.written)] if choice.written else []
    parts.append(texts("plans-type-or-number" if choice.planned else "duties-type-topic"))
    rows = [[Button(f"📝 {cut(one.topic)}", WritePlanned(**ref, topic=one.id))] for one in choice.ahead]
    return Screen("\n\n".join(parts), [*rows, [_back(texts)]])


def homework(texts: Texts, after: Sequence[AfterLesson], ref: LessonRef) -> Screen:
    """«Не задано» by one tap; what is set is typed."""
    text = homework_screens.after_lesson(texts, after, ref, ()).text
    free = any(not one.homework for one in after)
    if not free:
        return Screen(text, [[_back(texts)]])
    none = Button(texts("duties-none-given"), NoneGiven(**args_of(ref)), style=Style.SUCCESS)
    return Screen(f"{text}\n\n{texts('duties-type-homework')}", [[none], [_back(texts)]])


def _heading(texts: Texts, card: EveningCard, own: OwnDuties) -> str:
    if not card.left:
        done = texts("duties-nothing", day=texts.day(card.day))
        return f"{done}\n\n{texts('duties-coming')}" if own.coming else done
    parts = [texts("duties-heading", day=texts.day(card.day))]
    parts += [_until(texts, card, own)] if own.until is not None else []
    parts += [texts("duties-how")] if own.left else []
    return "\n".join(parts)


def _until(texts: Texts, card: EveningCard, own: OwnDuties) -> Markup:
    assert own.until is not None
    at = texts.time(own.until)
    today = own.until.date() == card.day
    return texts("duties-until", time=at) if today else texts("duties-until-day", time=at, day=texts.date(own.until))


def _line(texts: Texts, card: EveningCard, one: OwnDuty) -> Button:
    lesson = one.lesson
    today = lesson.ref.day == card.day
    what = texts(f"duties-what-{one.duty.replace('_', '-')}", day=texts.date(one.until))
    label = texts(
        "duties-line" if today else "duties-line-of",
        sign=SIGNS[one.duty],
        day=texts.short_day(lesson.ref.day),
        classes=classes_of(lesson),
        subject=lesson.subject.short,
        position=lesson.position,
        what=what,
    )
    return Button(label, OpenDuty(**args_of(lesson.ref), what=LETTERS[one.duty]))


def _turner(texts: Texts, lines: int, page: int) -> list[Button]:
    more = lines - (page + 1) * LINES
    before = [Button(texts("duties-before"), TurnDuties(page=page - 1))] if page else []
    return [*before, *([Button(texts("duties-more", count=more), TurnDuties(page=page + 1))] if more > 0 else [])]


def _about(texts: Texts, ref: LessonRef, choice: TopicChoice) -> dict[str, object]:
    lesson = choice.lesson
    return {
        "subject": lesson.subject.name,
        "classes": classes_of(lesson),
        "day": texts.short_day(ref.day),
        "position": lesson.position,
    }


def _back(texts: Texts) -> Button:
    return Button(texts("duties-back"), OpenDuties())


def _dates(texts: Texts) -> Button:
    return Button(texts("class-duties-deadlines-menu"), OpenDeadlines())


def _menu(texts: Texts) -> Button:
    """Below: the evening's message goes on changing by itself."""
    return menu_below(texts)
