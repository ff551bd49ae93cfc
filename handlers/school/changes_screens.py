"""Changes of a day's lessons: what stands, and one step after another to a new one."""

from collections.abc import Iterator, Sequence
from datetime import date

from aiogram.filters.callback_data import CallbackData

from domain.school.changed_lessons import ChangedLesson, What
from domain.school.changes_pages import ClassDay, DayChanges, FreeRooms, OtherSubjects, Places, Substitutes
from domain.school.changing_room import Changed, Clashing
from domain.school.roster import SchoolClass
from domain.school.substitutes import Candidate
from domain.school.timetable import Entry, LessonRef
from domain.school.where import Owner
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.school.absent_buttons import OpenAbsent
from handlers.school.changes_buttons import (
    AddLesson,
    CancelLesson,
    ChangeLesson,
    ChangesOfClass,
    ChooseChangesClass,
    ChooseCourse,
    ChooseExtraPlace,
    ChoosePlace,
    ChooseRoom,
    ChooseSubject,
    ChooseSubstitute,
    MoveLesson,
    OpenChanges,
    SetRoom,
    Substitute,
    TakeChangeBack,
    fields_of,
)
from handlers.school.changes_file_buttons import OpenChangesFile
from handlers.school.changes_lines import change_line, lesson_head
from handlers.school.report_buttons import ShowSubstitutions
from handlers.school.where_lines import classes_of
from handlers.texts.translator import Markup, Texts

MOST_LINES = 40
MOST_TEACHERS = 36
MOST_ROOMS = 60
LONGEST_LABEL = 40


def near(texts: Texts, days: Sequence[DayChanges], makes: Sequence[date], *, reports: bool) -> Screen:
    """`makes`: days on which this reader may change something; likeliest, the next one, first."""
    parts: list[str] = [texts("changes-heading"), *(_day(texts, one) for one in days)]
    if makes:
        parts.append(texts("changes-say-it"))
    ordered = [*makes[1:2], *makes[:1], *makes[2:]]
    buttons = [
        Button(texts("changes-make", day=texts.short_day(day)), ChooseChangesClass(day=packed(day))) for day in ordered
    ]
    file = Button(texts("changes-file"), OpenChangesFile())
    absent = [[Button(texts("changes-absent"), OpenAbsent()), file]] if makes else []
    report = [Button(texts("changes-report"), ShowSubstitutions(month=0))] if reports else []
    return Screen("\n\n".join(parts), [*in_rows(buttons, 3), *absent, [*report, _menu(texts)]])


def choose_class(texts: Texts, classes: Sequence[SchoolClass], day: date) -> Screen:
    buttons = [Button(one.name, ChangesOfClass(day=packed(day), school_class=one.id)) for one in classes[:90]]
    return Screen(texts("changes-which-class", day=_said(texts, day)), [*in_rows(buttons, 5), [_all(texts)]])


def class_day(texts: Texts, page: ClassDay) -> Screen:
    about = {"class_name": page.school_class.name, "day": _said(texts, page.day)}
    heading = texts("changes-class-day", **about) if page.lessons else texts("changes-class-free", **about)
    changed = [one for one in page.lessons if one.what is not What.PLANNED]
    lines = [change_line(texts, one, of_class=True) for one in changed[:MOST_LINES]]
    buttons = [Button(_label(one), ChangeLesson(**fields_of(one.ref))) for one in page.lessons[:MOST_LINES]]
    add = Button(texts("changes-add"), ChooseCourse(day=packed(page.day), school_class=page.school_class.id))
    other = Button(texts("changes-other-class"), ChooseChangesClass(day=packed(page.day)))
    text = "\n\n".join([heading, *(["\n".join(lines)] if lines else [])])
    return Screen(text, [*in_rows(buttons, 1), [add], [other, _all(texts)]])


def lesson(texts: Texts, one: ChangedLesson) -> Screen:
    """What can become of it, the likeliest first; what is changed can be taken back."""
    planned = one.lesson
    names = ", ".join(teacher.name.short for teacher in planned.teachers) if planned else ""
    line = Markup(f"{_said(texts, one.ref.day)}\n{change_line(texts, one, of_class=False)}")
    text = texts("changes-lesson", line=line, teachers=texts("changes-lesson-teachers", names=names) if names else "")
    return Screen(text, [*_choices(texts, one), [_to_class(texts, one), _all(texts)]])


def substitutes(texts: Texts, page: Substitutes) -> Screen:
    line = change_line(texts, page.lesson, of_class=False)
    buttons = [_candidate(texts, page.lesson.ref, one) for one in page.candidates[:MOST_TEACHERS]]
    text = texts("changes-who", line=line) if buttons else texts("changes-nobody", line=line)
    return Screen(text, [*in_rows(buttons, 2), [_back(texts, page.lesson.ref)]])


def candidate_label(texts: Texts, one: Candidate) -> str:
    return cut(
        texts("changes-candidate", teaches=one.teaches, name=one.teacher.name.short, given=one.given, here=one.here)
    )


def rooms(texts: Texts, page: FreeRooms, numbered: dict[str, Owner]) -> Screen:
    """`numbered`: rooms as buttons name them."""
    line, fields = change_line(texts, page.lesson, of_class=False), fields_of(page.lesson.ref)
    buttons = [Button(cut(room), SetRoom(room=numbered[room].id, **fields)) for room in page.rooms[:MOST_ROOMS]]
    text = texts("changes-which-room", line=line) if buttons else texts("changes-no-room", line=line)
    return Screen(text, [*in_rows(buttons, 5), [_back(texts, page.lesson.ref)]])


def places(texts: Texts, page: Places, ref: LessonRef) -> Screen:
    """Free lesson numbers first, then those that something stands in the way of."""
    one = ChangedLesson(ref, page.entry, None)
    own = ref.day == page.day
    offered = [*((n, str(n)) for n in page.free), *((n, f"⚠️ {n}") for n in page.taken)]
    buttons = [
        Button(label, MoveLesson(to=packed(page.day), position=n, **fields_of(ref)))
        for n, label in offered
        if not (own and n == page.entry.position)
    ]
    days = [Button(_of_days(texts, day, page.day), ChoosePlace(to=packed(day), **fields_of(ref))) for day in page.days]
    text = texts("changes-which-place", head=lesson_head(texts, one, of_class=False), day=_said(texts, page.day))
    return Screen(text, [*in_rows(buttons, 5), *in_rows(days, 3), [_back(texts, ref)]])


def courses(texts: Texts, entries: Sequence[Entry], class_name: str, class_id: int, day: date) -> Screen:
    buttons = [
        Button(_course(one), ChooseExtraPlace(**fields_of(LessonRef(one.id, day)))) for one in entries[:MOST_ROOMS]
    ]
    back = Button(texts("back"), ChangesOfClass(day=packed(day), school_class=class_id))
    text = texts("changes-which-course", class_name=class_name, day=_said(texts, day))
    return Screen(text, [*in_rows(buttons, 2), [back]])


def extra_places(texts: Texts, page: Places) -> Screen:
    ref = LessonRef(page.entry.id, page.day)
    offered = [*((n, str(n)) for n in page.free), *((n, f"⚠️ {n}") for n in page.taken)]
    buttons = [Button(label, AddLesson(position=n, **fields_of(ref))) for n, label in offered]
    days = [
        Button(_of_days(texts, day, page.day), ChooseExtraPlace(**fields_of(LessonRef(page.entry.id, day))))
        for day in page.days
    ]
    head = lesson_head(texts, ChangedLesson(ref, page.entry, None), of_class=False)
    back = Button(texts("back"), ChooseCourse(day=packed(page.day), school_class=page.entry.parts[0].id))
    text = texts("changes-which-place", head=head, day=_said(texts, page.day))
    return Screen(text, [*in_rows(buttons, 5), *in_rows(days, 3), [back]])


def subjects(texts: Texts, page: OtherSubjects) -> Screen:
    line, planned, given = change_line(texts, page.lesson, of_class=False), page.lesson.planned, page.lesson.lesson
    teacher = given.teacher_ids[0] if given and given.teacher_ids else 0
    fields = fields_of(page.lesson.ref)
    own = Button(
        texts("changes-own-subject", subject=planned.subject.short), Substitute(teacher=teacher, sure=True, **fields)
    )
    others = [
        Button(cut(one.name), Substitute(teacher=teacher, subject=one.id, sure=True, **fields))
        for one in page.subjects
        if one.id != planned.subject.id
    ]
    text = texts("changes-which-subject", line=line) if others else texts("changes-no-subjects", line=line)
    back = [own] if page.lesson.other_subject else []
    return Screen(text, [*in_rows(others[:20], 1), back, [_back(texts, page.lesson.ref)]])


def done(texts: Texts, changed: Changed) -> Screen:
    """What has become of it, with the way back."""
    one = changed.first
    lines = [change_line(texts, each, of_class=False) for each in (one, *changed.also)]
    text = texts("changes-done", line=Markup(f"{_said(texts, one.ref.day)}\n" + "\n".join(lines)))
    other = [[Button(texts("changes-other-subject"), ChooseSubject(**fields_of(one.ref)))]]
    rows = [*(other if one.what is What.SUBSTITUTED else []), *_undo(texts, one), [_to_class(texts, one), _all(texts)]]
    return Screen(text, rows)


def clashing(texts: Texts, question: Clashing, sure: CallbackData | None) -> Screen:
    """`sure`: the same, once more."""
    one, to = question.lesson, question.to
    heading = texts(
        "changes-clash",
        head=lesson_head(texts, one, of_class=False),
        day=texts.short_day(to.day),
        position=to.position,
    )
    lines = [
        texts(
            f"changes-clash-{clash.busy}", class_name=classes_of(clash.lesson) or "—", subject=clash.lesson.subject.name
        )
        for clash in question.clashes[:MOST_LINES]
    ]
    yes = [[Button(texts("changes-anyway"), sure, style=Style.DANGER)]] if sure else []
    to_class = ChangesOfClass(day=packed(one.ref.day), school_class=one.planned.parts[0].id)
    leave = Button(texts("changes-leave"), to_class if one.lesson is None else ChangeLesson(**fields_of(one.ref)))
    return Screen("\n".join([heading, *lines]), [*yes, [leave]])


def cut(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def _day(texts: Texts, page: DayChanges) -> str:
    lines: list[str] = [change_line(texts, one, of_class=False) for one in page.changes[:MOST_LINES]]
    lines += ["…"] if len(page.changes) > MOST_LINES else []
    away = [texts("changes-away", names=", ".join(one.name.short for one in page.away))] if page.away else []
    return "\n".join([texts("changes-day", day=_said(texts, page.day)), *(lines or [texts("changes-none")]), *away])


def _choices(texts: Texts, one: ChangedLesson) -> Iterator[list[Button]]:
    fields = fields_of(one.ref)
    if one.what is What.MOVED:
        yield [Button(texts("changes-move-again"), ChoosePlace(to=packed(one.ref.day), **fields))]
        yield from _undo(texts, one)
        return
    if one.what is What.DROPPED:
        return
    yield [Button(texts("changes-substitute"), ChooseSubstitute(**fields))]
    if one.what is What.SUBSTITUTED:
        yield [Button(texts("changes-other-subject"), ChooseSubject(**fields))]
    yield [Button(texts("changes-room-other"), ChooseRoom(**fields))]
    if one.planned.extra:
        yield [Button(texts("changes-drop"), CancelLesson(**fields))]
        yield from _undo(texts, one)
        return
    yield [Button(texts("changes-move"), ChoosePlace(to=packed(one.ref.day), **fields))]
    if one.what is not What.CANCELLED:
        yield [Button(texts("changes-cancel"), CancelLesson(**fields))]
    yield from _undo(texts, one)


def _undo(texts: Texts, one: ChangedLesson) -> Iterator[list[Button]]:
    fields = fields_of(one.ref)
    if one.planned.moved_from is not None and one.lesson is not None:
        yield [Button(texts("changes-back"), TakeChangeBack(**fields_of(one.planned.moved_from)))]
    elif one.what is not What.EXTRA and one.what not in (What.PLANNED, What.DROPPED):
        yield [Button(texts("changes-back"), TakeChangeBack(**fields))]


def _candidate(texts: Texts, ref: LessonRef, one: Candidate) -> Button:
    return Button(candidate_label(texts, one), Substitute(teacher=one.teacher.id, **fields_of(ref)))


def _label(one: ChangedLesson) -> str:
    signs = {What.CANCELLED: "✖️", What.MOVED: "➡️", What.SUBSTITUTED: "🔁", What.ROOM: "🚪", What.EXTRA: "➕"}
    groups = ", ".join(part.group_name for part in one.planned.parts if part.group_name)
    said = f"{one.planned.position}. {one.subject.name}" + (f" /{groups}" if groups else "")
    return cut(f"{signs[one.what]} {said}" if one.what in signs else said)


def _course(entry: Entry) -> str:
    groups = ", ".join(part.group_name for part in entry.parts if part.group_name)
    names = ", ".join(teacher.name.surname for teacher in entry.teachers)
    return cut(" · ".join(part for part in (entry.subject.short, groups, names) if part))


def _of_days(texts: Texts, day: date, shown: date) -> str:
    return f"· {texts.short_day(day)} ·" if day == shown else texts.short_day(day)


def _said(texts: Texts, day: date) -> str:
    said = texts.day(day)
    return said[0].upper() + said[1:]


def _to_class(texts: Texts, one: ChangedLesson) -> Button:
    class_id = one.planned.parts[0].id if one.planned.parts else 0
    return Button(texts("changes-more-of-class"), ChangesOfClass(day=packed(one.ref.day), school_class=class_id))


def _back(texts: Texts, ref: LessonRef) -> Button:
    return Button(texts("back"), ChangeLesson(**fields_of(ref)))


def _all(texts: Texts) -> Button:
    return Button(texts("changes-all"), OpenChanges())


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
