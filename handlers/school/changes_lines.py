"""A changed lesson as one line: what the timetable has, and what becomes of it."""

from domain.ids import PersonId
from domain.school.changed_lessons import ChangedLesson, What
from domain.school.timetable import PlannedLesson
from handlers.school.where_lines import classes_of
from handlers.texts.translator import Markup, Texts


def change_line(texts: Texts, one: ChangedLesson, *, of_class: bool, reader: PersonId | None = None) -> Markup:
    """`of_class`: the class is said elsewhere; `reader`: to whom of the teachers it is told."""
    head, lesson = lesson_head(texts, one, of_class=of_class), one.lesson
    if one.what is What.MOVED and one.moved_to is not None:
        if one.moved_to.day == one.ref.day:
            return texts("changes-said-moved-within", head=head, position=one.moved_to.position)
        day = texts.short_day(one.moved_to.day)
        return texts("changes-said-moved", head=head, day=day, position=one.moved_to.position)
    if one.what is What.SUBSTITUTED and lesson is not None:
        return _with_room(texts, _substituted(texts, one, lesson, head, reader), one)
    if one.what is What.ROOM and lesson is not None:
        return texts("changes-said-room", head=head, room=room_said(texts, lesson.room or ""))
    if one.what is What.EXTRA:
        moved = one.planned.moved_from
        said = texts("changes-said-moved-here", head=head, day=texts.short_day(moved.day)) if moved else None
        return _with_room(texts, said or texts("changes-said-extra", head=head), one, always=True)
    return texts(f"changes-said-{one.what}", head=head)


def lesson_head(texts: Texts, one: ChangedLesson, *, of_class: bool) -> Markup:
    """«3. Алгебра», «3. 7А · Алгебра», of the timetable."""
    planned = one.planned
    about = {"position": planned.position, "subject": planned.subject.name}
    groups = ", ".join(part.group_name for part in planned.parts if part.group_name)
    if not of_class:
        return texts("changes-head-of-class", class_name=classes_of(planned), **about)
    return texts("changes-head-of-group", group=groups, **about) if groups else texts("changes-head", **about)


def room_said(texts: Texts, room: str) -> Markup:
    return texts("changes-room", room=room, numbered=room[:1].isdigit())


def _substituted(
    texts: Texts, one: ChangedLesson, lesson: PlannedLesson, head: Markup, reader: PersonId | None
) -> Markup:
    names = ", ".join(teacher.name.short for teacher in lesson.teachers)
    if one.other_subject:
        return texts("changes-said-other-subject", head=head, subject=lesson.subject.name, teachers=names)
    if reader in lesson.teacher_ids:
        return texts("changes-said-yours", head=head)
    return texts("changes-said-substituted", head=head, teachers=names)


def _with_room(texts: Texts, said: Markup, one: ChangedLesson, *, always: bool = False) -> Markup:
    """A room that differs is said with the rest."""
    room = one.lesson.room if one.lesson else None
    if not room or not (always or room != one.planned.room):
        return said
    return Markup(f"{said}, {room_said(texts, room)}")
