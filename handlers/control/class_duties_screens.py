"""The daily check of a class: in the evening's message, on its page, and what a reminded teacher reads (3.3.1)."""

from collections.abc import Sequence

from domain.clock import SchoolTime
from domain.control.class_card import ClassCard, OpenLesson, TeacherLessons
from domain.control.class_check import ClassDay
from domain.control.evening_card import EveningCard, UnsetResults
from domain.control.reminding import ReminderNews
from domain.ids import PersonId
from domain.school.roster import SchoolClass
from handlers.control.class_duties_buttons import LATEST, OpenClassDuties, OpenDeadlines, RemindTeacher
from handlers.control.duties_buttons import LETTERS, OpenDuties, OpenDuty
from handlers.journal.results_buttons import OpenSheet
from handlers.kit.cutting import cut
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, in_rows
from handlers.messaging.way_back import menu_below, to_menu
from handlers.texts.translator import Markup, Texts

LINES = 8
"""Of a card: teachers, or lessons of a reminder."""
LESSONS = 4
"""Of a teacher, named in their line."""
LONGEST_SUBJECT = 30
MOST_CLASSES = 80


def evening_part(texts: Texts, card: EveningCard) -> tuple[list[Markup], list[list[Button]]]:
    """Below the own lessons: each led class, then the courses whose term ends."""
    parts: list[Markup] = []
    rows: list[list[Button]] = []
    room = LINES
    for one in card.classes:
        parts.append(_card(texts, one, room=max(room, 1)))
        room -= len(one.teachers)
        rows += in_rows(_bells(texts, one, None, in_card=True), 2)
        rows.append([_open(texts, one)])
    if card.courses:
        parts.append(texts("class-duties-term", last=texts.date(card.courses[0].last)))
        rows += [[_course(texts, one)] for one in card.courses[:LINES]]
    if len(card.courses) > LINES:
        rows.append([Button(texts("class-duties-more", count=len(card.courses) - LINES), OpenDeadlines())])
    return parts, rows


def page(texts: Texts, shown: ClassDay, reader: PersonId, time: SchoolTime) -> Screen:
    """A day of a class; the days around it."""
    card = shown.card
    bells = _bells(texts, card, reader, in_card=False) if shown.reminds else []
    around = [
        Button(label, OpenClassDuties(school_class=card.class_id, day=packed(day)))
        for label, day in (
            *([(f"‹ {texts.short_day(shown.before)}", shown.before)] if shown.before else []),
            *([(f"{texts.short_day(shown.after)} ›", shown.after)] if shown.after else []),
        )
    ]
    choose = Button(texts("class-duties-other-class"), OpenClassDuties(school_class=0, day=LATEST))
    return Screen(_card(texts, card, time), [*in_rows(bells, 2), around, [choose, to_menu(texts)]])


def choose_class(texts: Texts, classes: Sequence[SchoolClass]) -> Screen:
    buttons = (Button(one.name, OpenClassDuties(school_class=one.id, day=LATEST)) for one in classes[:MOST_CLASSES])
    text = texts("class-duties-choose" if classes else "class-duties-no-classes")
    return Screen(text, [*in_rows(buttons, 4), [to_menu(texts)]])


def reminder_screen(news: ReminderNews, texts: Texts) -> Screen:
    """To the teacher who was asked: each line opens what it lacks."""
    about = {"name": news.by.polite, "class_name": news.class_name, "day": texts.day(news.day)}
    if not news.lessons:
        return Screen(texts("class-duties-asked-done", **about), [[menu_below(texts)]])
    rows = [[Button(_asked_line(texts, lesson), _field(lesson))] for lesson in news.lessons[:LINES]]
    rest = [Button(texts("class-duties-own-list"), OpenDuties())]
    return Screen(texts("class-duties-asked", **about), [*rows, rest])


def _card(texts: Texts, card: ClassCard, time: SchoolTime | None = None, room: int = LINES) -> Markup:
    about = {"class_name": card.class_name, "day": texts.day(card.day), "left": card.left, "held": card.held}
    if not card.teachers:
        return texts("class-duties-done" if card.held else "class-duties-none-held", **about)
    lines = [_teacher(texts, one, time) for one in card.teachers[:room]]
    rest = len(card.teachers) - room
    more = [texts("class-duties-more-teachers", count=rest)] if rest > 0 else []
    return Markup("\n".join([texts("class-duties-heading", **about), *lines, *more]))


def _teacher(texts: Texts, one: TeacherLessons, time: SchoolTime | None) -> Markup:
    said = [_lesson(texts, lesson, cut(lesson.subject, LONGEST_SUBJECT)) for lesson in one.lessons[:LESSONS]]
    lessons = "; ".join([*said, *(["…"] if len(one.lessons) > LESSONS else [])])
    state = "away" if one.away else "asked" if one.reminded_at else "late" if _is_late(one) else "open"
    at = texts.time(time.local(one.reminded_at)) if time and one.reminded_at else "none"
    return texts(f"class-duties-of-{state}", name=one.teacher.name.short, lessons=Markup(lessons), at=at)


def _lesson(texts: Texts, lesson: OpenLesson, subject: str) -> Markup:
    about = {"position": lesson.position, "missing": _missing(texts, lesson)}
    return texts("class-duties-lesson", subject=subject, **about)


def _is_late(one: TeacherLessons) -> bool:
    return any(lesson.late for lesson in one.lessons)


def _missing(texts: Texts, lesson: OpenLesson) -> str:
    return ", ".join(texts(f"class-duties-what-{one.replace('_', '-')}") for one in lesson.missing)


def _bells(texts: Texts, card: ClassCard, reader: PersonId | None, *, in_card: bool) -> list[Button]:
    """To ask who was not asked yet, can be, and is not the reader."""
    return [
        Button(
            texts("class-duties-remind", name=one.teacher.name.short),
            RemindTeacher(school_class=card.class_id, day=packed(card.day), teacher=one.teacher.id, card=in_card),
        )
        for one in card.teachers[:LINES]
        if not one.away and one.reminded_at is None and one.teacher.id != reader
    ]


def _open(texts: Texts, card: ClassCard) -> Button:
    name = texts("class-duties-open", class_name=card.class_name)
    return Button(name, OpenClassDuties(school_class=card.class_id, day=packed(card.day)))


def _course(texts: Texts, one: UnsetResults) -> Button:
    label = texts("class-duties-course", name=Markup(one.name), count=one.left)
    place = OpenSheet(school_class=one.class_id, subject=one.subject, period=one.period, page=0, pupil=0)
    return Button(label, place)


def _asked_line(texts: Texts, lesson: OpenLesson) -> str:
    return _lesson(texts, lesson, Markup(cut(lesson.subject, LONGEST_SUBJECT)))


def _field(lesson: OpenLesson) -> OpenDuty:
    return OpenDuty(entry=lesson.ref.entry, day=packed(lesson.ref.day), what=LETTERS[lesson.missing[0]])
