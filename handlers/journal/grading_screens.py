"""The lesson's other side: marks, several of a kind, debts; one mark looked at, with its history."""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.attendance.ports import RollCallSheet
from domain.ids import PersonId, WorkKindId
from domain.journal.mark_pages import MarkEvent, MarkPage, Pad
from domain.journal.my_lesson import LessonPage
from domain.journal.ports import LessonMark, OpenDebt
from domain.journal.retakes import MOST_OF_A_KIND, is_retake, retake_of
from domain.journal.scale import FIVE_POINTS, Scale
from domain.school.roster import Seat
from domain.school.timetable import PlannedLesson
from handlers.journal.buttons import OpenMarks, SetMark, mark_put
from handlers.journal.grading_buttons import AskComment, AskDebt, OneMore, OpenMark, SetDebt, ShowMarkHistory
from handlers.journal.lesson_screens import (
    SIGNS,
    LessonArgs,
    args_of,
    classes_of,
    heading,
    is_marked,
    lesson_ways,
    named,
    page_of,
    page_turner,
)
from handlers.journal.mark_signs import DEBT, on_button
from handlers.journal.remarks_buttons import RemarksOf, whose
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, in_rows
from handlers.messaging.way_back import to_menu
from handlers.texts.translator import Markup, Texts


class _Place(LessonArgs):
    """A pupil's marks of a kind at a lesson, as every button of the pad carries it."""

    page: int
    kind: int
    pupil: int


LATEST = 15
"""Changes of a mark that its history shows: the newest."""


def marks(
    texts: Texts,
    page: LessonPage,
    sheet: RollCallSheet,
    pad: Pad,
    number: int,
    kind: WorkKindId,
    opened: PersonId,
    slot: int = 0,
) -> Screen:
    """Tap a kind of work once, then a name, then the mark; `opened` is the pupil whose pad is open.

    `slot`: which of several marks of the kind the pad sets; 0: the last that stands, or the first.
    """
    seats, number = page_of(page.seats, number)
    ref = args_of(page.lesson.ref)
    kind = kind if kind in {one.id for one in page.kinds} else page.kinds[0].id
    kinds = [
        Button(f"● {one.short}" if one.id == kind else one.short, OpenMarks(**ref, page=number, kind=one.id, pupil=0))
        for one in page.kinds
    ]
    padded = opened if is_marked(page, opened) else None
    rows = [
        row
        for seat in seats
        for row in (
            [_name(texts, page, sheet, pad, seat, number, kind, seat.pupil == opened)],
            *(_pad(texts, page, pad, seat.pupil, number, kind, slot) if seat.pupil == padded else ()),
        )
    ]
    turn = page_turner(page.seats, number, lambda to: OpenMarks(**ref, page=to, kind=kind, pupil=0))
    name = next(one.name for one in page.kinds if one.id == kind)
    text = f"{heading(texts, page, sheet)}\n{texts('journal-kind', kind=name)}"
    return Screen(text, [*in_rows(kinds, 5), *rows, *turn, *lesson_ways(texts, page, marks=True, number=number)])


def debt_days(
    texts: Texts, page: LessonPage, days: Sequence[date], number: int, kind: WorkKindId, pupil: PersonId, stands: bool
) -> Screen:
    """Until when the work can be handed in: the next lessons of the subject, a week, two weeks."""
    where = _place(page.lesson, number, kind, pupil)
    offered = [Button(texts.short_day(day), SetDebt(**where, due=packed(day))) for day in days]
    away = [Button(texts("marks-debt-away"), SetDebt(**where, due="0"))] if stands else []
    back = [Button(texts("back"), OpenMarks(**where))]
    seat = next((seat for seat in page.seats if seat.pupil == pupil), None)
    work = next((one.name for one in page.kinds if one.id == kind), "")
    text = texts("marks-debt-ask", name=seat.name.listed if seat else "", work=work)
    return Screen(text, [*in_rows(offered, 3), away, back])


def mark_page(texts: Texts, page: MarkPage, number: int, retake: bool = False) -> Screen:
    """One mark; its teacher changes it here. `retake`: which mark counts in its place?"""
    about, mark = page.about, page.about.standing.mark
    lines = [_mark_heading(texts, page), _set_by(texts, page)]
    lines += [texts("marks-comment", words=mark.comment)] if mark.comment else []
    lines += [texts("marks-retaken")] if about.retaken else []
    lines += [texts("marks-waits")] if about.asked else []
    lines += [texts("marks-retake-ask")] if retake else []
    rows = _changes(texts, page, number, retake) if page.changes else []
    history = [Button(texts("marks-history"), ShowMarkHistory(mark=mark.id, page=number))]
    return Screen("\n".join(lines), [*rows, history, _back(texts, page, number)])


def mark_history(texts: Texts, page: MarkPage, events: Sequence[MarkEvent], number: int) -> Screen:
    """Who, when, from what, to what, why: the oldest first."""
    lines = [_event(texts, event) for event in events[-LATEST:]] or [_set_by(texts, page)]
    back = Button(texts("back"), OpenMark(mark=page.about.standing.mark.id, page=number, retake=False))
    return Screen("\n".join([_mark_heading(texts, page), "", *lines]), [[back]])


def ask_comment(texts: Texts, page: MarkPage, number: int) -> Screen:
    back = Button(texts("back"), OpenMark(mark=page.about.standing.mark.id, page=number, retake=False))
    return Screen(f"{_mark_heading(texts, page)}\n{texts('marks-comment-ask')}", [[back]])


def ask_reason(texts: Texts, page: MarkPage, value: str | None, days: int) -> Screen:
    """An old mark: why shall it change?"""
    asked = texts("marks-reason-ask", value=value or "none", days=days)
    return Screen(f"{_mark_heading(texts, page)}\n{asked}", [_back(texts, page, 0)])


def request_sent(texts: Texts, page: MarkPage) -> Screen:
    return Screen(f"{_mark_heading(texts, page)}\n{texts('marks-request-sent')}", [_back(texts, page, 0)])


def touch_undone(texts: Texts, value: str, taken_back: bool) -> Screen:
    return Screen(texts("marks-touch-undone", value="none" if taken_back else value), [[to_menu(texts)]])


def _name(
    texts: Texts,
    page: LessonPage,
    sheet: RollCallSheet,
    pad: Pad,
    seat: Seat,
    number: int,
    kind: WorkKindId,
    opened: bool,
) -> Button:
    signs = [on_button(page.marks.get(seat.pupil, ())), DEBT * len(pad.debts.get(seat.pupil, ()))]
    away = sheet.of(seat.pupil).status
    name = named(texts, page, seat)
    label = f"{SIGNS[away]} {name}" if away.away else name
    shown = " ".join(sign for sign in signs if sign)
    target = PersonId(0) if opened else seat.pupil
    to = OpenMarks(**args_of(page.lesson.ref), page=number, kind=kind, pupil=target)
    return Button(f"{label} · {shown}" if shown else label, to)


def _pad(
    texts: Texts, page: LessonPage, pad: Pad, pupil: PersonId, number: int, kind: WorkKindId, slot: int
) -> Iterable[list[Button]]:
    """The values, «точка» or one more, and a button for each mark that stands: that alone in a closed year."""
    where = _place(page.lesson, number, kind, pupil)
    standing = page.marks.get(pupil, ())
    shorts = {one.id: one.short for one in page.kinds}
    marks = in_rows((_looked_at(mark, shorts.get(mark.kind, ""), number) for mark in standing), 4)
    remark = Button(texts("remarks-of-one"), RemarksOf(**whose(pupil, page.lesson.ref)))
    if page.past:
        yield from [[remark], *marks]
        return
    slots = [mark.slot for mark in standing if mark.kind == kind and not is_retake(mark.slot)]
    slot = slot or max(slots, default=1)
    values = [Button(value, SetMark(**where, value=mark_put(value, slot))) for value in offered(pad.scale)]
    back = [Button(texts("journal-take-back"), SetMark(**where, value=mark_put(None, slot)))] if slot in slots else []
    yield [*values, *back]
    more = slot in slots and len(slots) < MOST_OF_A_KIND
    if more:
        yield [Button(texts("marks-one-more"), OneMore(**where, slot=max(slots) + 1)), remark]
    elif not slots:
        yield [Button(_debt_words(texts, pad, pupil, kind), AskDebt(**where)), remark]
    else:
        yield [remark]
    yield from marks


def _place(lesson: PlannedLesson, number: int, kind: WorkKindId, pupil: PersonId) -> _Place:
    return {**args_of(lesson.ref), "page": number, "kind": kind, "pupil": pupil}


def offered(scale: Scale) -> tuple[str, ...]:
    """Marks on the pad: a «1» is typed, not tapped."""
    return scale.values[:4] if scale == FIVE_POINTS else scale.values


def _debt_words(texts: Texts, pad: Pad, pupil: PersonId, kind: WorkKindId) -> Markup:
    debt: OpenDebt | None = next((one for one in pad.debts.get(pupil, ()) if one.kind == kind), None)
    return texts("marks-debt") if debt is None else texts("marks-debt-until", day=texts.short_day(debt.due))


def _looked_at(mark: LessonMark, short: str, number: int) -> Button:
    words = "💬" if mark.comment else "⋯"
    return Button(f"{words} {mark.value} {short}", OpenMark(mark=mark.id, page=number, retake=False))


def _changes(texts: Texts, page: MarkPage, number: int, retake: bool) -> list[list[Button]]:
    about, mark = page.about, page.about.standing.mark
    where = _place(page.lesson, number, mark.kind, mark.pupil)
    slot = retake_of(mark.slot) if retake else mark.slot
    values = [Button(value, SetMark(**where, value=mark_put(value, slot))) for value in offered(page.scale)]
    if retake or mark.taken_back:
        return [values]
    values.append(Button(texts("journal-take-back"), SetMark(**where, value=mark_put(None, slot))))
    words = Button(texts("marks-say"), AskComment(mark=mark.id, page=number))
    again = Button(texts("marks-retake"), OpenMark(mark=mark.id, page=number, retake=True))
    return [values, [again, words] if not about.retaken else [words]]


def _mark_heading(texts: Texts, page: MarkPage) -> Markup:
    about, mark = page.about, page.about.standing.mark
    return texts(
        "marks-heading-one",
        value="none" if mark.taken_back else mark.value,
        work=about.kind,
        name=about.pupil_name.listed,
        subject=page.lesson.subject.name,
        classes=classes_of(page.lesson),
        day=texts.short_day(page.lesson.ref.day),
    )


def _set_by(texts: Texts, page: MarkPage) -> Markup:
    at = page.about.set_at
    return texts("marks-set-by", by=page.about.set_by.full, day=texts.short_day(at.date()), time=texts.time(at))


def _event(texts: Texts, event: MarkEvent) -> Markup:
    by = event.by.full if event.by else texts("marks-by-program")
    when = {"day": texts.short_day(event.at.date()), "time": texts.time(event.at), "by": by}
    if event.words is not None:
        return texts("marks-event-words", words=event.words or "none", **when)
    changed = texts("marks-event", before=event.before or "none", after=event.after or "none", **when)
    if event.why is None:
        return changed
    return Markup(f"{changed}\n{texts('marks-event-why', why=event.why)}")


def _back(texts: Texts, page: MarkPage, number: int) -> list[Button]:
    ref, mark = page.about.standing.ref, page.about.standing.mark
    return [Button(texts("back"), OpenMarks(**args_of(ref), page=number, kind=mark.kind, pupil=0))]
