"""Remarks: whose, what stands, and the line in which the family reads one."""

from collections.abc import Sequence

from domain.journal.my_lesson import LessonPage
from domain.journal.remarks import MOST_TEXT, ClassRemarks, Remark, RemarkKind, RemarksPage
from domain.school.roster import SchoolClass, Seat
from handlers.journal.buttons import OpenRollCall
from handlers.journal.lesson_screens import args_of, classes_of, page_of, page_turner
from handlers.journal.remarks_buttons import (
    AskRemark,
    RemarksOf,
    RemarksOfClass,
    RemarksOfLesson,
    TakeRemarkBack,
    whose,
)
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts

SIGNS = {RemarkKind.REMARK: "🗒", RemarkKind.PRAISE: "🌟"}
MOST_CLASSES = 90
SHOWN = 24
"""Characters of a remark on the button that takes it back."""


def of_lesson(texts: Texts, page: LessonPage, number: int) -> Screen:
    """The lesson's pupils; a tap opens what is written of one."""
    seats, number = page_of(page.seats, number)
    ref = page.lesson.ref
    names = [Button(seat.name.listed, RemarksOf(**whose(seat.pupil, ref))) for seat in seats]
    turn = page_turner(page.seats, number, lambda to: RemarksOfLesson(**args_of(ref), page=to))
    back = [Button(texts("back"), OpenRollCall(**args_of(ref), page=number))]
    text = texts(
        "remarks-whose",
        subject=page.lesson.subject.name,
        classes=classes_of(page.lesson),
        day=texts.short_day(ref.day),
    )
    return Screen(text, [*in_rows(names, 2), *turn, back])


def choose_class(texts: Texts, classes: Sequence[SchoolClass]) -> Screen:
    buttons = [Button(one.name, RemarksOfClass(school_class=one.id, page=0)) for one in classes[:MOST_CLASSES]]
    text = texts("remarks-choose-class" if classes else "remarks-no-classes")
    return Screen(text, [*in_rows(buttons, 4), [Button(texts("to-menu"), OpenMenu())]])


def of_class(texts: Texts, page: ClassRemarks, number: int) -> Screen:
    """The class's pupils with how many remarks and words of praise each has this year."""
    seats, number = page_of(page.seats, number)
    class_id = page.school_class.id
    rows = [[Button(_counted(page, seat), RemarksOf(**whose(seat.pupil, None)))] for seat in seats]
    turn = page_turner(page.seats, number, lambda to: RemarksOfClass(school_class=class_id, page=to))
    text = texts("remarks-of-class", class_name=page.school_class.name)
    return Screen(text, [*rows, *turn, [Button(texts("to-menu"), OpenMenu())]])


def of_pupil(texts: Texts, page: RemarksPage) -> Screen:
    """What stands, what was taken back, and two buttons to write with."""
    lesson = page.lesson
    head = texts(
        "remarks-heading",
        name=page.seat.name.listed,
        class_name=page.class_name,
        subject=lesson.subject.name if lesson else "none",
        day=texts.short_day(lesson.ref.day) if lesson else "none",
    )
    said = [_staff_line(texts, one) for one in page.remarks] or [texts("remarks-none")]
    will_be_read = [texts("remarks-who-reads")] if page.writes else []
    return Screen("\n\n".join([head, *said, *will_be_read]), _ways(texts, page))


def ask(texts: Texts, page: RemarksPage, kind: RemarkKind) -> Screen:
    back = RemarksOf(**whose(page.seat.pupil, page.lesson.ref if page.lesson else None))
    text = texts("remarks-ask", kind=kind.value, name=page.seat.name.listed, most=MOST_TEXT)
    return Screen(text, [[Button(texts("back"), back)]])


def family_line(texts: Texts, one: Remark, text: str | None = None) -> Markup:
    """As the diary and the digest show it; `text`: the words, cut."""
    return texts(
        "remarks-line",
        kind=one.kind.value,
        subject=one.subject or "none",
        by=one.by.short,
        text=one.text if text is None else text,
    )


def _staff_line(texts: Texts, one: Remark) -> Markup:
    line = Markup(f"{texts.short_day(one.day)} · {family_line(texts, one)}")
    return texts("remarks-taken-back", line=line) if one.taken_back else line


def _ways(texts: Texts, page: RemarksPage) -> list[list[Button]]:
    place = whose(page.seat.pupil, page.lesson.ref if page.lesson else None)
    write = [
        Button(texts("remarks-write", kind=kind.value), AskRemark(**place, kind=kind))
        for kind in RemarkKind
        if page.writes
    ]
    own = [
        [Button(texts("remarks-take-back", text=cut(one.text, SHOWN)), TakeRemarkBack(**place, remark=one.id))]
        for one in page.remarks
        if one.author == page.reader and not one.taken_back
    ]
    return [write, *own, _back(texts, page)]


def _back(texts: Texts, page: RemarksPage) -> list[Button]:
    if page.lesson is None:
        return [Button(texts("back"), RemarksOfClass(school_class=page.seat.class_id, page=0))]
    ref = args_of(page.lesson.ref)
    return [
        Button(texts("remarks-others"), RemarksOfLesson(**ref, page=0)),
        Button(texts("remarks-to-lesson"), OpenRollCall(**ref, page=0)),
    ]


def _counted(page: ClassRemarks, seat: Seat) -> str:
    standing = page.standing.get(seat.pupil, {})
    counts = " ".join(f"{SIGNS[kind]}{standing[kind]}" for kind in RemarkKind if kind in standing)
    return f"{seat.name.listed} · {counts}" if counts else seat.name.listed
