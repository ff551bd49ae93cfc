"""Absences of a child for the family; of a class, with their reasons, for the class teacher (3.3.7)."""

from collections.abc import Sequence

from domain.attendance.contradictions import Contradiction
from domain.attendance.missed import MissedDay, MissedLesson, Reason, Totals
from domain.attendance.notes import AbsenceNote
from domain.attendance.pages import ClassAbsences, Period, PupilAbsences
from domain.ids import PersonId
from domain.roles.people import PersonName
from domain.school.roster import SchoolClass
from handlers.attendance.absences_buttons import SettleDay, ShowAbsences, ShowClassAbsences, Tab
from handlers.attendance.note_buttons import ChooseDays, OpenNote
from handlers.attendance.note_screens import reason_said, span_said
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts

PAGE = 6
"""Days of pupils on a screen, a row of buttons each."""
MOST_DAYS = 25
"""Lines of a family's page."""
MOST_NOTES = 8
MOST_LINES = 40
SIGNS = {Reason.ILL: "🤒", Reason.EXCUSED: "📄", Reason.UNEXCUSED: "❌", None: "❔"}


def pupil_absences(
    texts: Texts, page: PupilAbsences, pupils: Sequence[tuple[PersonId, PersonName]], announces: bool
) -> Screen:
    """The term's totals, then day by day; what is announced, each with a way to change it."""
    about = {"name": page.name.given, "class_name": page.class_name, "first": texts.date(page.first)}
    head = texts("absences-of-pupil", **about)
    lines = [_own_day(texts, day) for day in page.days[:MOST_DAYS]]
    left = len(page.days) - len(lines)
    more = [texts("absences-more-days", count=left)] if left > 0 else []
    notes = [texts("absences-announced"), *(_note(texts, one) for one in page.notes[:MOST_NOTES])]
    missed = ["", *lines, *more] if lines else []
    said = [head, _totals(texts, page.totals), *missed, *(["", *notes] if page.notes else [])]
    return Screen("\n".join(said), _family_rows(texts, page, pupils, announces))


def class_days(texts: Texts, page: ClassAbsences, number: int) -> Screen:
    """Who missed what, the unsettled first; for the class teacher a tap on a reason settles the whole day."""
    days = [day for day in page.days if day.away]
    pages = max(1, -(-len(days) // PAGE))
    number = min(max(number, 0), pages - 1)
    shown = days[number * PAGE : (number + 1) * PAGE]
    lines = [_class_day(texts, at, day) for at, day in enumerate(shown, 1)]
    how = [texts("absences-how-to-settle")] if page.settles and shown else []
    text = "\n".join([_class_head(texts, page), *(lines or [texts("absences-none")]), *how])
    settle = [_settle_row(page, at, day, number) for at, day in enumerate(shown, 1)] if page.settles else []
    turn = [
        Button(f"· {one + 1} ·" if one == number else str(one + 1), _to(page, Tab.DAYS, one))
        for one in _near(number, pages)
    ]
    return Screen(text, [*settle, turn if pages > 1 else [], *_class_rows(texts, page, Tab.DAYS)])


def class_totals(texts: Texts, page: ClassAbsences) -> Screen:
    """Every pupil who missed anything in the period, the most first."""
    lines = [
        texts("absences-total-of-pupil", name=name.short, lessons=total.lessons, counts=_counts(texts, total))
        for name, total in page.pupils[:MOST_LINES]
    ]
    text = "\n".join([_class_head(texts, page), *(lines or [texts("absences-none")])])
    return Screen(text, _class_rows(texts, page, Tab.TOTALS))


def class_doubts(texts: Texts, page: ClassAbsences) -> Screen:
    """What does not fit together over the last week."""
    lines = [_doubt(texts, one) for one in page.doubts[:MOST_DAYS]]
    text = "\n".join([_class_head(texts, page), *(lines or [texts("absences-no-doubts")])])
    return Screen(text, _class_rows(texts, page, Tab.DOUBTS))


def choose_class(texts: Texts, classes: Sequence[SchoolClass]) -> Screen:
    def to(one: SchoolClass) -> ShowClassAbsences:
        return ShowClassAbsences(school_class=one.id, period=Period.TERM, tab=Tab.DAYS, page=0)

    rows = in_rows((Button(one.name, to(one)) for one in classes), 4)
    return Screen(texts("absences-choose-class"), [*rows, [_menu(texts)]])


def no_pupils(texts: Texts) -> Screen:
    return Screen(texts("absences-no-pupils"), [[_menu(texts)]])


def _family_rows(
    texts: Texts, page: PupilAbsences, pupils: Sequence[tuple[PersonId, PersonName]], announces: bool
) -> list[list[Button]]:
    others = [Button(name.given, ShowAbsences(pupil=pupil)) for pupil, name in pupils if pupil != page.pupil]
    notes = [
        [Button(texts("absences-open-note", days=span_said(texts, one.span)), OpenNote(note=one.id))]
        for one in page.notes[:MOST_NOTES]
    ]
    announce = [Button(texts("note-menu"), ChooseDays(pupil=page.pupil))]
    return [*(notes if announces else []), announce if announces else [], *in_rows(others, 3), [_menu(texts)]]


def _own_day(texts: Texts, day: MissedDay) -> Markup:
    """«вт 24.11: нет на 1, 2 — болеет»; lateness with its minutes."""
    parts = [_missed(texts, day)] if day.away else []
    parts += [_late(texts, one) for one in day.lessons if not one.status.away]
    return Markup(f"{texts.short_day(day.day)}: {'; '.join(parts)}")


def _missed(texts: Texts, day: MissedDay) -> Markup:
    positions = ", ".join(str(one.position) for one in day.away)
    sign = SIGNS[day.reason] if len({one.reason for one in day.away}) == 1 else SIGNS[None]
    why = texts(f"absences-reason-{day.reason}") if day.reason else texts("absences-reason-unknown")
    return texts("absences-missed", count=len(day.away), positions=positions, sign=sign, reason=why)


def _late(texts: Texts, one: MissedLesson) -> Markup:
    return texts("absences-late", position=one.position, minutes=one.minutes or 0)


def _note(texts: Texts, note: AbsenceNote) -> Markup:
    return Markup(f"· {span_said(texts, note.span)}: {reason_said(texts, note)}")


def _class_head(texts: Texts, page: ClassAbsences) -> Markup:
    about = {"class_name": page.school_class.name, "first": texts.date(page.first), "open": page.open}
    return Markup(f"{texts('absences-of-class', **about)}\n{_totals(texts, page.totals)}\n")


def _totals(texts: Texts, total: Totals) -> Markup:
    if not (total.lessons or total.late):
        return texts("absences-nothing-missed")
    return texts("absences-totals", lessons=total.lessons, days=total.days, counts=_counts(texts, total))


def _counts(texts: Texts, total: Totals) -> Markup:
    """«🤒 4 📄 2 ❌ 1 ❔ 1 🕐 3», what is none left out."""
    signed = {
        SIGNS[Reason.ILL]: total.ill,
        SIGNS[Reason.EXCUSED]: total.excused,
        SIGNS[Reason.UNEXCUSED]: total.unexcused,
        SIGNS[None]: total.unknown,
        "🕐": total.late,
    }
    return Markup(" ".join(f"{sign} {count}" for sign, count in signed.items() if count))


def _class_day(texts: Texts, at: int, day: MissedDay) -> Markup:
    """A line of the list, and beneath it what is known from home."""
    line = texts(
        "absences-day-of-pupil",
        at=at,
        sign=SIGNS[day.reason],
        name=day.name.short,
        day=texts.short_day(day.day),
        positions=", ".join(str(one.position) for one in day.away),
        count=len(day.away),
    )
    return Markup("\n".join([line, *_from_home(texts, day)]))


def _from_home(texts: Texts, day: MissedDay) -> list[Markup]:
    if day.note is not None:
        return [texts("absences-home-announced", reason=reason_said(texts, day.note))]
    return [texts("absences-home-said", answer=texts(f"absence-said-{day.answer}"))] if day.answer else []


def _settle_row(page: ClassAbsences, at: int, day: MissedDay, number: int) -> list[Button]:
    def to(reason: Reason) -> SettleDay:
        return SettleDay(pupil=day.pupil, day=packed(day.day), to=reason, period=page.period, page=number)

    return [Button(f"{at} · {SIGNS[reason]}{' ✓' if reason is day.reason else ''}", to(reason)) for reason in Reason]


def _doubt(texts: Texts, one: Contradiction) -> Markup:
    positions = ", ".join(str(position) for position in one.positions)
    return texts(
        f"absences-doubt-{one.kind}",
        name=one.name.short,
        day=texts.short_day(one.day),
        positions=positions,
        count=len(one.positions),
    )


def _class_rows(texts: Texts, page: ClassAbsences, tab: Tab) -> list[list[Button]]:
    counts = {Tab.DAYS: page.open, Tab.TOTALS: 0, Tab.DOUBTS: len(page.doubts)}
    tabs = [Button(_tab(texts, one, counts[one], chosen=one is tab), _to(page, one, 0)) for one in Tab]
    periods = [
        Button(
            _chosen(texts(f"absences-period-{one}"), one is page.period),
            ShowClassAbsences(school_class=page.school_class.id, period=one, tab=tab, page=0),
        )
        for one in Period
    ]
    return [tabs, periods if tab is not Tab.DOUBTS else [], [_menu(texts)]]


def _tab(texts: Texts, tab: Tab, count: int, *, chosen: bool) -> str:
    said = texts(f"absences-tab-{tab}")
    return _chosen(f"{said}: {count}" if count else said, chosen)


def _chosen(said: str, chosen: bool) -> str:
    return f"● {said}" if chosen else said


def _near(number: int, pages: int) -> list[int]:
    """At most eight pages around the one shown."""
    first = max(0, min(number - 3, pages - 8))
    return list(range(first, min(pages, first + 8)))


def _to(page: ClassAbsences, tab: Tab, number: int) -> ShowClassAbsences:
    return ShowClassAbsences(school_class=page.school_class.id, period=page.period, tab=tab, page=number)


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
