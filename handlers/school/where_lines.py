"""A lesson as one line, seen from whose it is: a class wants the teacher, a teacher the class, a room both."""

from collections.abc import Iterator

from domain.school.timetable import ChangeKind, ClassPart, Entry, PlannedLesson
from domain.school.where import OwnedLessons, Whose
from handlers.texts.translator import Markup, Texts


def title(texts: Texts, owned: OwnedLessons) -> Markup:
    """«7А», «Пётр, 7А», «Алгебрина А. Б.», «кабинет 214»."""
    if owned.name is not None:
        return texts("where-pupil", name=owned.name.given or owned.name.surname, class_name=owned.label)
    if owned.owner.kind is Whose.ROOM:
        return texts("where-room", room=owned.label, numbered=owned.label[0].isdigit())
    return texts("where-of", label=owned.label)


def line(texts: Texts, lesson: PlannedLesson, kind: Whose) -> Markup:
    starts = texts.time(lesson.bell.starts) if lesson.bell else ""
    about = {"position": lesson.position, "starts": starts, "subject": lesson.subject.name}
    if lesson.moved_to:
        to = lesson.moved_to
        return texts("changes-moved-line", day=texts.short_day(to.day), to=to.position, **about)
    if not lesson.takes_place:
        return texts("where-cancelled", **about)
    return Markup(" · ".join([texts("where-lesson", **about), *_around(texts, lesson, kind)]))


def short_line(texts: Texts, lesson: PlannedLesson, kind: Whose) -> Markup:
    """For a week: by the subject's short name, without times and teachers."""
    about = {"position": lesson.position, "subject": lesson.subject.short}
    if lesson.moved_to:
        return texts("changes-moved-short", day=texts.short_day(lesson.moved_to.day), **about)
    if not lesson.takes_place:
        return texts("where-short-cancelled", **about)
    classes = [] if kind in (Whose.CLASS, Whose.PUPIL) else [texts("where-plain", said=classes_of(lesson))]
    room = [] if kind is Whose.ROOM or not lesson.room else [texts("where-plain", said=lesson.room)]
    return Markup(" · ".join([texts("where-short", **about), *classes, *room]))


def classes_of(lesson: PlannedLesson | Entry) -> str:
    """«7А», «7А, 7Б», «7А/1» for a subgroup."""
    return ", ".join(_part(part) for part in lesson.parts)


def _part(part: ClassPart) -> str:
    return f"{part.name}/{part.group_name}" if part.group_name else part.name


def _around(texts: Texts, lesson: PlannedLesson, kind: Whose) -> Iterator[str]:
    if kind in (Whose.TEACHER, Whose.ROOM) and lesson.parts:
        yield texts("where-plain", said=classes_of(lesson))
    if kind is not Whose.ROOM and lesson.room:
        yield texts("where-in-room", room=lesson.room, numbered=lesson.room[0].isdigit())
    if kind is not Whose.TEACHER and lesson.teachers:
        names = ", ".join(teacher.name.short for teacher in lesson.teachers)
        yield texts("where-teachers", names=names, substitute=lesson.change is ChangeKind.SUBSTITUTED)
