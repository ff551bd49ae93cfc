"""What stands behind a figure: a list, the worst first; «как посчитано?»; lessons that fall short; one of them."""

from collections.abc import Mapping
from dataclasses import replace

from domain.control.indicators import Behind, By, Figure, Line, Measure, ShortLessons, ways
from domain.control.lesson_records import LessonRecord
from domain.control.rules import ControlRules
from domain.control.slicing import NamedSlice
from domain.control.thresholds import THRESHOLDS
from domain.school.roster import SchoolClass
from domain.school.timetable import PlannedLesson
from handlers.control.class_duties_buttons import OpenClassDuties
from handlers.control.control_buttons import (
    Paper,
    ShowControl,
    ShowCourseOf,
    ShowHow,
    ShowLessonOf,
    ShowLessons,
    ShowList,
    TakeList,
)
from handlers.control.figure_words import counted, named, sign
from handlers.control.place_text import LessonsPlace, ListPlace, lesson_text, narrowed
from handlers.control.slice_text import packed_slice
from handlers.control.slice_words import slice_said
from handlers.journal.lesson_screens import classes_of
from handlers.kit.cutting import cut
from handlers.kit.days import packed
from handlers.kit.numbers import grouped
from handlers.kit.pages import page_of, turner, within
from handlers.kit.screen import Button, Screen
from handlers.roles.buttons import ClassAccess
from handlers.texts.translator import Markup, Texts

ON_A_PAGE = 10
"""Lines, and lessons."""
MOST_LABEL = 60
LESSONS_OF: Mapping[Measure, Measure] = {Measure.DENSITY: Measure.MARKS, Measure.PLAN: Measure.TOPICS}
"""What a line opens where the figure itself is not of lessons: those without marks, those without a topic."""
Opens = ShowLessons | ShowCourseOf | ClassAccess


def behind(texts: Texts, found: Behind, place: ListPlace, slice_: NamedSlice) -> Screen:
    place = replace(place, page=within(place.page, len(found.lines), ON_A_PAGE))
    measure = place.measure
    text = "\n".join([_heading(texts, found.figure, slice_), "", _ask(texts, found)])
    lines = [[_line(texts, place, one)] for one in page_of(found.lines, place.page, ON_A_PAGE)]
    turn = turner(place.page, len(found.lines), ON_A_PAGE, lambda to: ShowList(place=replace(place, page=to).text))
    tabs = [
        Button(
            texts("control-way", way=texts(f"control-way-{by}"), here=by is place.by),
            ShowList(place=ListPlace(place.slice, measure, by).text),
        )
        for by in ways(measure)
    ]
    how = [Button(texts("control-how"), ShowHow(place=place.text))]
    files = [Button(texts(f"control-file-{one.name.lower()}"), TakeList(place=place.text, paper=one)) for one in Paper]
    back = [Button(texts("back"), ShowControl(slice=packed_slice(place.slice)))]
    return Screen(text, [*lines, *turn, tabs if len(tabs) > 1 else [], how, files if found.lines else [], back])


def _ask(texts: Texts, found: Behind) -> Markup:
    if not found.lines:
        return texts("control-list-none")
    return texts("control-list-changed" if found.figure.measure.adverse else f"control-list-{found.by}")


def how(
    texts: Texts,
    figure: Figure,
    place: ListPlace,
    slice_: NamedSlice,
    rules: ControlRules,
    fewest: tuple[int, int, int, int],
) -> Screen:
    """The rule in words, and what went in. `fewest`: marks of a term at 1, 2, 3 and 4 or more lessons a week."""
    measure = place.measure
    left = [texts(f"control-left-{why}", n=grouped(count)) for why, count in figure.left_out.items() if count]
    rule = texts(
        f"control-how-{measure}",
        filled=texts.time(rules.filled_by),
        second=texts.time(rules.second_shift_by),
        shift=texts.time(rules.second_shift_from),
        minutes=int(rules.homework_within.total_seconds()) // 60,
        days=rules.written_days,
        fewest=", ".join(f"{n} — {marks}" for n, marks in enumerate(fewest, 1)),
    )
    parts = [
        texts("control-how-heading", what=named(texts, measure), slice=slice_said(texts, slice_)),
        "",
        rule,
        "",
        counted(texts, figure) if figure.whole else texts("control-nothing"),
        *([texts("control-left", parts=Markup(", ".join(left)))] if left else []),
        *_thresholds(texts, measure),
    ]
    return Screen("\n".join(parts), [[Button(texts("back"), ShowList(place=place.text))]])


def lessons(texts: Texts, found: ShortLessons, place: LessonsPlace, slice_: NamedSlice) -> Screen:
    place = replace(place, page=within(place.page, len(found.lessons), ON_A_PAGE))
    shown = page_of(found.lessons, place.page, ON_A_PAGE)
    rows = [[Button(_lesson(texts, one, slice_), _opened(place, one))] for one in shown]
    turn = turner(
        place.page, len(found.lessons), ON_A_PAGE, lambda to: ShowLessons(lessons=replace(place, page=to).text)
    )
    measure = found.figure.measure
    ask = texts("control-lessons", n=grouped(len(found.lessons)), why=texts(f"control-short-of-{measure}"))
    text = "\n".join([_heading(texts, found.figure, slice_), "", ask if shown else texts("control-lessons-none")])
    back = [Button(texts("control-to-list"), ShowList(place=place.of_list.text))]
    return Screen(text, [*rows, *turn, back])


def lesson_of_list(texts: Texts, lesson: Screen, planned: PlannedLesson, place: LessonsPlace) -> Screen:
    """The lesson's own screen with the way back to where it was found, and to the class's day, to remind of it."""
    day = packed(planned.ref.day)
    left = [OpenClassDuties(school_class=one, day=day) for one in planned.classes[:1]]
    back = Button(texts("control-to-lessons"), ShowLessons(lessons=place.text))
    ways = [back, *(Button(texts("control-class-day"), one) for one in left)]
    return replace(lesson, rows=[*lesson.rows, ways])


def course_of_list(texts: Texts, course: Screen, place: LessonsPlace) -> Screen:
    """The results of a course with the way back to where they were found."""
    back = [Button(texts("control-to-list"), ShowList(place=place.of_list.text))]
    return replace(course, rows=[*course.rows, back])


def _heading(texts: Texts, figure: Figure, slice_: NamedSlice) -> Markup:
    said = counted(texts, figure) if figure.whole else texts("control-nothing")
    what = named(texts, figure.measure)
    return texts("control-behind", what=what, slice=slice_said(texts, slice_), counted=said)


def _line(texts: Texts, place: ListPlace, line: Line) -> Button:
    label = texts(
        "control-list-line",
        sign=_sign(place, line),
        count=_count(texts, place, line),
        who=Markup(line_said(line)),
    )
    return Button(cut(label, MOST_LABEL), _opens(place, line))


def _sign(place: ListPlace, line: Line) -> str:
    """Of a teacher who keeps the journal at all, that it is kept."""
    if place.measure is Measure.TEACHERS and place.by is By.TEACHER:
        return sign(place.measure, int(line.part > 0), 1)
    return sign(place.measure, line.part, line.whole)


def _count(texts: Texts, place: ListPlace, line: Line) -> Markup:
    key = "control-list-of" if place.by in (By.PUPIL, By.COURSE) else "control-list-count"
    percent = line.part * 100 // line.whole if line.whole else 0
    return texts(key, percent=percent, part=grouped(line.part), whole=grouped(line.whole))


def line_said(line: Line) -> str:
    """«Алгебрина А. Б.», «7А (1) · Алгебра», «Иванов Пётр · 7А · Алг»"""
    parts = [
        line.teacher.name.short if line.teacher else "",
        line.pupil_name.listed if line.pupil_name else "",
        class_said(line.school_class, line.group),
        line.subject.short if line.subject else "",
    ]
    return " · ".join(part for part in parts if part)


def class_said(school_class: SchoolClass | None, group: str | None) -> str:
    if school_class is None:
        return ""
    return f"{school_class.name} ({group})" if group else school_class.name


def _opens(place: ListPlace, line: Line) -> Opens:
    """Of families, who has come in of the class; of a pupil, the results of the subject's course."""
    if place.measure.of_families and line.school_class is not None:
        return ClassAccess(school_class=line.school_class.id, page=0)
    to = narrowed(place, line).text
    return ShowCourseOf(lessons=to) if place.by is By.PUPIL else ShowLessons(lessons=to)


def _opened(place: LessonsPlace, one: LessonRecord) -> ShowLessonOf:
    return ShowLessonOf(lesson=lesson_text(place, one.lesson.ref))


def _lesson(texts: Texts, one: LessonRecord, slice_: NamedSlice) -> str:
    lesson = one.lesson
    who = [teacher.name.short for teacher in lesson.teachers[:1]] if slice_.teacher is None else []
    what = [lesson.subject.short, classes_of(lesson), *who]
    day, position = texts.short_day(lesson.ref.day), lesson.position
    return cut(texts("control-lesson", day=day, position=position, what=Markup(" · ".join(what))), MOST_LABEL)


def _thresholds(texts: Texts, measure: Measure) -> list[Markup]:
    if measure not in THRESHOLDS:
        return []
    good, fair = THRESHOLDS[measure]
    return [Markup(), texts("control-thresholds", good=good, fair=fair)]
