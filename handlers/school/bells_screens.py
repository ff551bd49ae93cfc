"""`/bells`: today's bells and what goes on; for who keeps them, rules and how they are entered."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from html import escape
from itertools import pairwise

from domain.ids import ClassId
from domain.school.bells import Bell, BellRule
from domain.school.bells_keeping import BellChange, Understood
from domain.school.bells_page import BellPage, BellTable, Ringing
from domain.school.bells_said import minutes_of
from domain.school.bells_whom import Scope
from domain.school.roster import SchoolClass
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.school.bells_buttons import (
    ALWAYS,
    LONGEST_WHOM,
    EditBells,
    KeepBells,
    PickBellClasses,
    PickBellDays,
    PickBellGrades,
    ShowBellRule,
    ShowBells,
    TakeBellsAway,
    TypeBellDays,
    TypeBells,
    UndoBells,
    packed_classes,
    packed_whom,
    type_button,
)
from handlers.school.calendar_buttons import ShowCalendar
from handlers.school.calendar_lines import days
from handlers.school.calendar_screens import GRADES, grades_label
from handlers.texts.translator import Markup, Texts

MOST_RULES = 50
MOST_CLASSES = 90
"""Telegram takes about a hundred buttons; others are written."""


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
    away = TakeBellsAway(rule=rule.id or 0, whom=packed_whom((rule,)))
    rows = [change, [Button(texts("bells-take-away"), away, style=Style.DANGER)], [_back(texts, EditBells())]]
    return Screen(_rules(texts, [rule]), rows)


def pick_grades(texts: Texts) -> Screen:
    buttons = [Button(grades_label(texts, *one), PickBellDays(whom=f"{one[0]}-{one[1]}")) for one in GRADES]
    classes = Button(texts("bells-classes"), PickBellClasses(whom=""))
    return Screen(texts("bells-whom"), [*in_rows(buttons, 3), [classes], [_back(texts, EditBells())]])


def pick_classes(texts: Texts, classes: Sequence[SchoolClass], chosen: Collection[ClassId]) -> Screen:
    """A tap adds a class or takes it out; what is chosen and is there no longer is left out."""
    chosen = {one.id for one in classes if one.id in chosen}
    buttons = [
        Button(texts("bells-class-chosen", name=one.name) if one.id in chosen else one.name, PickBellClasses(whom=whom))
        for one in classes[:MOST_CLASSES]
        if len(whom := packed_classes(chosen ^ {one.id})) <= LONGEST_WHOM
    ]
    names = ", ".join(one.name for one in classes if one.id in chosen)
    onward = Button(texts("bells-classes-next"), PickBellDays(whom=packed_classes(chosen)), style=Style.PRIMARY)
    text = texts("bells-whom-chosen", names=names) if names else texts("bells-whom-classes")
    return Screen(text, [*in_rows(buttons, 4), [onward] if names else [], [_back(texts, PickBellGrades())]])


def pick_days(texts: Texts, scope: Scope) -> Screen:
    whom = packed_whom(scope)

    def to(weekday: int) -> TypeBells:
        return TypeBells(whom=whom, weekday=weekday, days=ALWAYS)

    weekdays = [Button(texts("calendar-as", weekday=n), to(n)) for n in range(1, 7)]
    typed = Button(texts("bells-some-days"), TypeBellDays(whom=whom))
    rows = [[Button(texts("bells-always"), to(0)), typed], *in_rows(weekdays, 2), [_back(texts, PickBellGrades())]]
    return Screen(texts("bells-when", whom=_whom(texts, scope)), rows)


def ask_days(texts: Texts, scope: Scope) -> Screen:
    back = _back(texts, PickBellDays(whom=packed_whom(scope)))
    return Screen(texts("bells-ask-days", whom=_whom(texts, scope)), [[back]])


def ask_times(texts: Texts, scope: Scope) -> Screen:
    back = _back(texts, PickBellDays(whom=packed_whom(scope)))
    return Screen(texts("bells-ask-times", scope=_scope(texts, scope)), [[back]])


def preview(texts: Texts, found: Understood) -> Screen:
    """As they will ring; a better message may be written instead of a tap."""
    lines = [_rules(texts, found.rules)]
    replaced = [rule.class_name for rule in found.before if rule.class_name]
    if replaced:
        lines.append(texts("bells-instead-classes", names=", ".join(replaced)))
    elif found.before:
        lines.append(texts("bells-instead", count=len(found.before[0].times)))
    if found.overruled:
        lines.append(texts("bells-overruled", names=", ".join(found.overruled)))
    keep = Button(texts("bells-keep"), KeepBells(), style=Style.PRIMARY)
    return Screen("\n\n".join([*lines, texts("bells-preview-how")]), [[keep], [_back(texts, EditBells())]])


def changed(texts: Texts, change: BellChange) -> Screen:
    """What was done, with a way back."""
    key = "bells-kept" if change.rules else "bells-taken-away"
    lines = [texts(key), _rules(texts, change.rules or change.before)]
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
    whose = ", ".join([*([_grades(texts, table.grades)] if table.grades else []), *table.classes])
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


def _rules(texts: Texts, known: Sequence[BellRule]) -> Markup:
    """Of the same days; those that ring alike together."""
    alike: dict[tuple[tuple[int, Bell], ...], list[BellRule]] = {}
    for rule in known:
        alike.setdefault(tuple(rule.times.items()), []).append(rule)
    told = [
        f"{texts('bells-rule', scope=_scope(texts, some))}\n{times(texts, dict(rung))}" for rung, some in alike.items()
    ]
    return Markup("\n\n".join(told))


def _whom(texts: Texts, scope: Sequence[BellRule]) -> Markup:
    names = Markup(escape(", ".join(rule.class_name for rule in scope if rule.class_name), quote=False))
    return names or grades_label(texts, scope[0].grade_from, scope[0].grade_to)


def _scope(texts: Texts, scope: Sequence[BellRule]) -> Markup:
    """«2–4 кл. · по понедельникам · 1 сентября — 30 декабря»."""
    rule = scope[0]
    said = [_whom(texts, scope)]
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
    return f"{_scope(texts, [rule])}{f' · {texts.time(starts)}' if starts else ''}"


def _back(texts: Texts, to: ShowBells | EditBells | PickBellGrades | PickBellDays) -> Button:
    return Button(texts("back"), to)
