"""`/bells`: today's bells and what goes on; for who keeps them, rules and how they are entered."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from domain.school.bells import Bell, BellRule
from domain.school.bells_keeping import BellChange
from domain.school.bells_page import BellPage, BellTable, Ringing
from domain.school.bells_said import minutes_of
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.school.bells_buttons import (
    ALWAYS,
    EditBells,
    KeepBells,
    PickBellDays,
    PickBellGrades,
    ShowBellRule,
    ShowBells,
    TakeBellsAway,
    TypeBellDays,
    TypeBells,
    UndoBells,
    type_button,
)
from handlers.school.calendar_buttons import ShowCalendar
from handlers.school.calendar_lines import days
from handlers.school.calendar_screens import GRADES, grades_label
from handlers.texts.translator import Markup, Texts

MOST_RULES = 50


def bells(texts: Texts, page: BellPage, *, edits: bool) -> Screen:
    """`edits`: for who may change them."""
    tables = [_table(texts, one, page.today) for one in page.tables] or [texts("bells-none")]
    change = [Button(texts("bells-edit"), EditBells())] if edits else []
    rows = [[Button(texts("calendar-open"), ShowCalendar()), *change], [Button(texts("to-menu"), OpenMenu())]]
    return Screen("\n\n".join(tables), rows)


def rules(texts: Texts, known: Sequence[BellRule]) -> Screen:
    buttons = [[Button(_rule_label(texts, rule), ShowBellRule(rule=rule.id or 0))] for rule in known[:MOST_RULES]]
    new = Button(texts("bells-new"), PickBellGrades(), style=Style.PRIMARY)
    return Screen(texts("bells-rules" if known else "bells-no-rules"), [*buttons, [new], [_back(texts, ShowBells())]])


def one_rule(texts: Texts, rule: BellRule) -> Screen:
    again = type_button(rule)
    change = [Button(texts("bells-change-times"), again)] if again else []
    away = TakeBellsAway(rule=rule.id or 0, grade_from=rule.grade_from, grade_to=rule.grade_to)
    rows = [change, [Button(texts("bells-take-away"), away, style=Style.DANGER)], [_back(texts, EditBells())]]
    return Screen(_rule(texts, rule), rows)


def pick_grades(texts: Texts) -> Screen:
    buttons = [Button(grades_label(texts, *one), PickBellDays(grade_from=one[0], grade_to=one[1])) for one in GRADES]
    return Screen(texts("bells-whom"), [*in_rows(buttons, 3), [_back(texts, EditBells())]])


def pick_days(texts: Texts, grade_from: int, grade_to: int) -> Screen:
    def to(weekday: int) -> TypeBells:
        return TypeBells(grade_from=grade_from, grade_to=grade_to, weekday=weekday, days=ALWAYS)

    weekdays = [Button(texts("calendar-as", weekday=n), to(n)) for n in range(1, 7)]
    typed = Button(texts("bells-some-days"), TypeBellDays(grade_from=grade_from, grade_to=grade_to))
    rows = [[Button(texts("bells-always"), to(0)), typed], *in_rows(weekdays, 2), [_back(texts, PickBellGrades())]]
    return Screen(texts("bells-when", whom=grades_label(texts, grade_from, grade_to)), rows)


def ask_days(texts: Texts, grade_from: int, grade_to: int) -> Screen:
    back = _back(texts, PickBellDays(grade_from=grade_from, grade_to=grade_to))
    return Screen(texts("bells-ask-days", whom=grades_label(texts, grade_from, grade_to)), [[back]])


def ask_times(texts: Texts, scope: BellRule) -> Screen:
    back = _back(texts, PickBellDays(grade_from=scope.grade_from, grade_to=scope.grade_to))
    return Screen(texts("bells-ask-times", scope=_scope(texts, scope)), [[back]])


def preview(texts: Texts, rule: BellRule, before: BellRule | None) -> Screen:
    """As they will ring; a better message may be written instead of a tap."""
    lines = [_rule(texts, rule)]
    if before is not None:
        lines.append(texts("bells-instead", count=len(before.times)))
    keep = Button(texts("bells-keep"), KeepBells(), style=Style.PRIMARY)
    return Screen("\n\n".join([*lines, texts("bells-preview-how")]), [[keep], [_back(texts, EditBells())]])


def changed(texts: Texts, change: BellChange) -> Screen:
    """What was done, with a way back."""
    key = "bells-kept" if change.rule else "bells-taken-away"
    shown = change.rule or change.before
    lines = [texts(key), *([_rule(texts, shown)] if shown else [])]
    rows = [[Button(texts("undo"), UndoBells(change=change.id))], [_back(texts, EditBells())]]
    return Screen("\n\n".join(lines), rows)


def times(texts: Texts, rung: Mapping[int, Bell], now: Ringing | None = None) -> Markup:
    """«1. 8:30–9:15 · ☕️ 10 мин», a line for each lesson; the present one with a sign."""
    ordered = sorted(rung.items())
    pauses = [minutes_of(later.starts) - minutes_of(one.ends) for (_, one), (_, later) in pairwise(ordered)]
    lines = []
    for (position, bell), pause in zip(ordered, [*pauses, 0], strict=True):
        about = {"position": position, "starts": texts.time(bell.starts), "ends": texts.time(bell.ends)}
        line = texts("bells-line", **about)
        line = Markup(f"{line} {texts('bells-pause', count=pause)}") if pause else line
        lines.append(texts("bells-line-now", line=line) if _is_now(now, position) else line)
    return Markup("\n".join(lines))


def _table(texts: Texts, table: BellTable, today: date) -> Markup:
    whose = ", ".join(table.classes) or _grades(texts, table.grades)
    day = texts("bells-today", day=texts.short_day(table.day)) if table.day == today else texts.day(table.day)
    heading = texts("bells-heading", whose=whose, day=day)
    if not table.bells:
        return Markup(f"{heading}\n{texts('bells-none')}")
    now = [_ringing(texts, table.ringing)] if table.ringing else []
    return Markup("\n".join([heading, *now, times(texts, table.bells, table.ringing)]))


def _ringing(texts: Texts, ringing: Ringing) -> Markup:
    return texts(f"bells-now-{ringing.now}", position=ringing.position, count=ringing.minutes)


def _is_now(now: Ringing | None, position: int) -> bool:
    return now is not None and now.now == "lesson" and now.position == position


def _grades(texts: Texts, grades: Sequence[int]) -> str:
    """«1», «2–4, 6 кл.»"""
    runs: list[list[int]] = []
    for grade in grades:
        if runs and runs[-1][-1] == grade - 1:
            runs[-1].append(grade)
        else:
            runs.append([grade])
    said = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return texts("calendar-grades", grades=said)


def _rule(texts: Texts, rule: BellRule) -> Markup:
    return Markup(f"{texts('bells-rule', scope=_scope(texts, rule))}\n{times(texts, rule.times)}")


def _scope(texts: Texts, rule: BellRule) -> Markup:
    """«2–4 кл. · по понедельникам · 1 сентября — 30 декабря»."""
    said = [grades_label(texts, rule.grade_from, rule.grade_to)]
    said += [texts("bells-on-weekday", weekday=rule.weekday)] if rule.weekday else []
    if rule.valid_from and rule.valid_until:
        said.append(Markup(days(texts, rule.valid_from, rule.valid_until)))
    elif rule.valid_from:
        said.append(texts("bells-since", day=texts.date(rule.valid_from)))
    elif rule.valid_until:
        said.append(texts("bells-until", day=texts.date(rule.valid_until)))
    return Markup(" · ".join(said))


def _rule_label(texts: Texts, rule: BellRule) -> str:
    starts = min((bell.starts for bell in rule.times.values()), default=None)
    return f"{_scope(texts, rule)}{f' · {texts.time(starts)}' if starts else ''}"


def _back(texts: Texts, to: ShowBells | EditBells | PickBellGrades | PickBellDays) -> Button:
    return Button(texts("back"), to)
