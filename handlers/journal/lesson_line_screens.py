"""The card of a lesson's line: what was understood, what is asked, what is left out word for word."""

from collections.abc import Iterable
from dataclasses import replace

from domain.journal.homework_meant import Understood
from domain.journal.lesson_line_meant import NOBODY, LessonCard, MeantPupil, WhichLesson, Why
from domain.journal.lesson_line_words import SIGNS, SaidPresence
from domain.roles.names import norm
from domain.school.timetable import PlannedLesson
from handlers.journal import overload_screens
from handlers.journal.buttons import MyLesson, OpenRollCall
from handlers.journal.lesson_line_buttons import CorrectLine, LineOfLesson, MeantInLine, ShowLine, WriteLine
from handlers.journal.lesson_screens import classes_of
from handlers.kit.cutting import cut
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts

ROOM_OF_MARKS = 900
"""Characters; with the other parts and the topic it stays below Telegram's 4096."""
ROOM_OF_AWAY = 500
ROOM_OF_LATE = ROOM_OF_HOMEWORK = 300
ROOM_OF_LEFT_OUT = 600
ROOM_OF_QUESTION = 200
MOST_REPEATED = 3500
"""Of a line that is shown again."""
MOST_WARNINGS = 3
MOST_LIKELY = 20
"""Namesakes that are offered."""


def how(texts: Texts) -> Screen:
    return Screen(texts("lessonline-how"), [[Button(texts("journal-menu-lesson"), MyLesson())], [_menu(texts)]])


def card(texts: Texts, card: LessonCard, key: str) -> Screen:
    """The first question alone, where there is one; then «записать / исправить»."""
    correct = Button(texts("lessonline-correct"), CorrectLine(key=key))
    if card.questions:
        return Screen("\n".join([*_body(texts, card), _question(texts, card)]), [*_likely(card, key, texts), [correct]])
    if not card.writes:
        nothing = texts("lessonline-nothing")
        return Screen("\n".join([*_body(texts, card), "", nothing]), [[correct], [_menu(texts)]])
    write = Button(_write(texts, card), WriteLine(key=key, everyone=False), style=Style.SUCCESS)
    with_all = Button(texts("lessonline-write-everyone"), WriteLine(key=key, everyone=True))
    rows = [[write]] if card.takes_roll_call else [[write], [with_all]]
    warned = replace(card.overload, warnings=card.overload.warnings[:MOST_WARNINGS])
    lines = [*_body(texts, card), *overload_screens.lines(texts, warned)]
    return Screen("\n".join(lines), [*rows, [correct], [_menu(texts)]])


def _write(texts: Texts, card: LessonCard) -> str:
    if card.overload.warnings:
        return texts("finishing-write-anyway")
    return texts("lessonline-write-rest" if card.left_out else "lessonline-write")


def left_question(texts: Texts, screen: Screen) -> Screen:
    """The line has come where something else was asked."""
    return Screen(f"{texts('finishing-question-left')}\n\n{screen.text}", screen.rows)


def which(texts: Texts, found: WhichLesson, key: str) -> Screen:
    buttons = [
        [Button(_line(lesson), LineOfLesson(entry=lesson.ref.entry, day=packed(lesson.ref.day), key=key))]
        for lesson in found.lessons
    ]
    day = texts.on_day(found.lessons[0].ref.day)
    return Screen(texts("lessonline-which", day=day), [*buttons, [_menu(texts)]])


def correct(texts: Texts, line: str, key: str) -> Screen:
    """The line as it was typed, in a form that a tap copies."""
    text = texts("lessonline-correct-how", line=cut(line, MOST_REPEATED))
    return Screen(text, [[Button(texts("back"), ShowLine(key=key))], [_menu(texts)]])


def written(texts: Texts, card: LessonCard) -> Screen:
    ref = card.lesson.ref
    lesson = Button(texts("lessonline-open"), OpenRollCall(entry=ref.entry, day=packed(ref.day), page=0))
    return Screen("\n".join([texts("lessonline-written"), *_body(texts, card)]), [[lesson], [_menu(texts)]])


def _body(texts: Texts, card: LessonCard) -> list[Markup]:
    lesson = card.lesson
    about = {"subject": lesson.subject.name, "classes": classes_of(lesson), "day": texts.day(lesson.ref.day)}
    parts = [texts("lessonline-lesson", position=lesson.position, **about)]
    parts += _roll_call(texts, card)
    marked = [f"{_name(one)} — {_marks(one)}" for one in card.pupils if one.marks]
    parts += [texts("lessonline-marks", marks=_joined(marked, ROOM_OF_MARKS))] if marked else []
    parts += [texts("lessonline-topic", topic=card.topic.words)] if card.topic else []
    parts += [_homework(texts, one, ROOM_OF_HOMEWORK // len(card.homework)) for one in card.homework]
    return [*parts, *_left_out(texts, card)]


def _left_out(texts: Texts, card: LessonCard) -> list[Markup]:
    """Word for word, by the reason."""
    whys = [why for why in Why if any(one.why is why for one in card.left_out)]
    words = {why: [f"«{one.words}»" for one in card.left_out if one.why is why] for why in whys}
    room = ROOM_OF_LEFT_OUT // max(1, len(whys))
    return [texts(f"lessonline-left-{why}", words=_joined(said, room)) for why, said in words.items()]


def _roll_call(texts: Texts, card: LessonCard) -> list[Markup]:
    if not card.takes_roll_call:
        return [texts("lessonline-roll-call-not-said")] if card.writes else []
    away = [f"{_name(one)} ({SIGNS[one.presence]})" for one in card.pupils if one.presence and one.presence.away]
    late = [_late(texts, one) for one in card.pupils if one.presence is SaidPresence.LATE]
    lines = [texts("lessonline-away", names=_joined(away, ROOM_OF_AWAY))] if away else []
    lines += [texts("lessonline-late", names=_joined(late, ROOM_OF_LATE))] if late else []
    if card.questions:
        return lines
    if not card.closes:
        return [*lines, texts("lessonline-stays-open")]
    others = len(card.seats) - len(away) - len(late)
    return [*lines, texts("lessonline-others", count=others) if away or late else texts("lessonline-everyone")]


def _late(texts: Texts, pupil: MeantPupil) -> str:
    return texts("lessonline-minutes", name=_name(pupil), count=pupil.minutes) if pupil.minutes else _name(pupil)


def _marks(pupil: MeantPupil) -> str:
    return ", ".join(f"{mark.value} {mark.kind.short}" for mark in pupil.marks)


def _name(pupil: MeantPupil) -> str:
    """«Ивонов → Иванов Пётр» where what was written is not how the pupil is called."""
    known = norm(pupil.seat.name.full).split()
    typed = all(word in known or (len(word) < 3 and "." in word) for word in norm(pupil.said).split())
    return pupil.seat.name.listed if typed else f"{pupil.said} → {pupil.seat.name.listed}"


def _homework(texts: Texts, meant: Understood, room: int) -> Markup:
    day = texts.on_day(meant.lesson.ref.day)
    if meant.none_set:
        return texts("lessonline-homework-none", day=day)
    return texts("lessonline-homework", day=day, text=cut(meant.text, room))


def _question(texts: Texts, card: LessonCard) -> Markup:
    return texts("lessonline-who", words=cut(card.questions[0].words, ROOM_OF_QUESTION))


def _likely(card: LessonCard, key: str, texts: Texts) -> list[list[Button]]:
    asked = card.questions[0]
    buttons = [
        Button(seat.name.full, MeantInLine(key=key, number=asked.number, pupil=seat.pupil))
        for seat in asked.likely[:MOST_LIKELY]
    ]
    nobody = Button(texts("lessonline-nobody"), MeantInLine(key=key, number=asked.number, pupil=NOBODY))
    return [*in_rows(buttons, 1), [nobody]]


def _line(lesson: PlannedLesson) -> str:
    time = f"{lesson.bell.starts:%H:%M} " if lesson.bell else ""
    return f"{lesson.position}. {time}{lesson.subject.short} {classes_of(lesson)}"


def _joined(words: Iterable[str], room: int) -> str:
    return cut(", ".join(words), room)


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
