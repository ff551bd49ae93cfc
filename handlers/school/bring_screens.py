"""Files that the office brings, on screens: what can be sent, what would change, what was done, what was taken back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from domain.ids import BroughtFileId
from domain.school.bringing import Looked, Undone, Way
from domain.school.bringing_room import FileKind
from domain.school.importing.plan import Kind, Missing
from domain.school.importing.remarks import About, Note
from domain.school.roster import SchoolClass
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.kit.show import plain
from handlers.roles.buttons import OpenMenu
from handlers.school.bring_buttons import (
    ApplyFile,
    ChooseListsOf,
    LeaveFile,
    OpenBringing,
    TakeListsOf,
    TakeTemplate,
    UndoFile,
)
from handlers.school.import_report import counted, doubt_line, mistake_line, note_line, shown, timetable_line
from handlers.texts.translator import Texts

ROOM: Mapping[str, int] = {"mistakes": 1700, "doubts": 800, "missing": 900, "notes": 600}
"""Characters of a message for each kind of lines; all of them stand in the workbook beside it."""
LONGEST_SAID = 120
LONGEST_ON_BUTTON = 30
TOLD_APART = frozenset({About.MISSING_PUPILS, About.MISSING_STAFF, About.MISSING_LOAD})
HANGING = (
    "bindings",
    "access_codes",
    "marks",
    "attendance",
    "homework",
    "timetable_entries",
    "teaching_loads",
    "bell_rules",
)


def how(texts: Texts, way: Way) -> Screen:
    if not way.lists:
        return Screen(texts("bringing-how-timetable"), [[_menu(texts)]])
    rows = [
        [Button(texts("bringing-template"), TakeTemplate()), Button(texts("bringing-take-out"), ChooseListsOf())],
        [_undo_last(texts, *way.last)] if way.last else [],
        [_menu(texts)],
    ]
    return Screen(texts("bringing-how"), rows)


def _undo_last(texts: Texts, file: BroughtFileId, name: str) -> Button:
    short = name if len(name) <= LONGEST_ON_BUTTON else f"{name[: LONGEST_ON_BUTTON - 1]}…"
    return Button(plain(texts("bringing-undo-file", name=short)), UndoFile(file=file))


def waits(texts: Texts) -> Screen:
    return Screen(texts("bringing-waits"))


def looked(texts: Texts, one: Looked) -> Screen:
    """The dry run; with mistakes what to mend, and nothing to tap but the way back."""
    text = "\n".join(_lines(texts, one))
    if not one.applicable:
        return Screen(text, [[Button(texts("back"), OpenBringing())]])
    yes = Button(texts("bringing-apply"), ApplyFile(file=one.file), style=Style.SUCCESS)
    return Screen(text, [[yes, Button(texts("bringing-leave"), LeaveFile(file=one.file))]])


def applied(texts: Texts, one: Looked, until: datetime) -> Screen:
    lines = [texts("bringing-applied", name=one.name), "", *_counts(texts, one)]
    if one.kind is not FileKind.LISTS:
        return Screen("\n".join([*lines, *_weeks(texts, one)]), [[_menu(texts)]])
    lines += ["", texts("bringing-undo-until", day=texts.date(until.date()), time=texts.time(until))]
    return Screen("\n".join(lines), [[Button(texts("undo"), UndoFile(file=one.file))], [_menu(texts)]])


def left(texts: Texts) -> Screen:
    return Screen(texts("bringing-left"), [[Button(texts("back"), OpenBringing())]])


def undone(texts: Texts, one: Undone) -> Screen:
    """Everything taken back, or why nothing was."""
    rows = [[Button(texts("back"), OpenBringing())]]
    if not one.refused:
        return Screen(texts("bringing-undone", name=one.name), rows)
    lines = [texts("bringing-not-undone", name=one.name)]
    if one.changed:
        lines.append(texts("bringing-changed-since", counts=counted(one.changed, texts)))
    known = {name: many for name, many in one.hanging.items() if name in HANGING}
    lines += [texts(f"bringing-hanging-{name}", count=many) for name, many in known.items()]
    if others := sum(one.hanging.values()) - sum(known.values()):
        lines.append(texts("bringing-hanging-other", count=others))
    return Screen("\n".join([*lines, "", texts("bringing-undo-by-hand")]), rows)


def choose_class(texts: Texts, classes: Sequence[SchoolClass]) -> Screen:
    buttons = [Button(one.name, TakeListsOf(school_class=one.id)) for one in classes]
    back = [Button(texts("back"), OpenBringing())]
    return Screen(texts("bringing-choose-class"), [*in_rows(buttons, 4), back])


def _lines(texts: Texts, one: Looked) -> Iterator[str]:
    report = one.report
    if one.stale:
        yield texts("bringing-stale")
    if report.mistakes:
        yield texts("bringing-refused", name=one.name, count=len(report.mistakes))
        yield from _some(texts, [f"• {mistake_line(mistake, texts)}" for mistake in report.mistakes], "mistakes")
        return
    yield _heading(texts, one)
    yield ""
    yield from _counts(texts, one)
    yield from _weeks(texts, one)
    yield from _doubts(texts, one)
    yield from _missing(texts, one)
    yield from _notes(texts, report.notes)
    if report.changes and one.kind is not FileKind.LISTS:
        yield ""
        yield texts("bringing-no-undo")


def _heading(texts: Texts, one: Looked) -> str:
    if one.report.changes:
        return texts("bringing-looked", name=one.name)
    return texts("bringing-nothing-but-doubts" if one.report.doubts else "bringing-nothing-new", name=one.name)


def _counts(texts: Texts, one: Looked) -> Iterator[str]:
    tally = one.report.lists.tally
    for key, counts in (("new", tally.new), ("changed", tally.changed), ("untouched", tally.untouched)):
        if said := counted(counts, texts):
            yield texts(f"bringing-count-{key}", counts=said)


def _weeks(texts: Texts, one: Looked) -> Iterator[str]:
    for outcome in one.report.timetables:
        if outcome.valid_from and not outcome.mistakes:
            yield timetable_line(outcome, texts)


def _doubts(texts: Texts, one: Looked) -> Iterator[str]:
    if doubts := one.report.doubts:
        yield ""
        yield texts("bringing-doubts", count=len(doubts))
        lines = [doubt_line(replace(each, other=cut(each.other, LONGEST_SAID)), texts) for each in doubts]
        yield from _some(texts, [f"• {line}" for line in lines], "doubts")


def _missing(texts: Texts, one: Looked) -> Iterator[str]:
    if missing := one.report.lists.missing:
        yield ""
        yield texts("bringing-missing", count=len(missing))
        yield from _some(texts, [_missed(texts, each) for each in missing], "missing")
        pupils = any(each.kind is Kind.PUPILS for each in missing)
        yield texts("bringing-missing-stay-pupils" if pupils else "bringing-missing-stay")


def _missed(texts: Texts, one: Missing) -> str:
    if not one.where:
        return texts("bringing-missing-one", who=shown(one.who))
    return texts("bringing-missing-of-class", who=shown(one.who), where=one.where)


def _notes(texts: Texts, notes: Sequence[Note]) -> Iterator[str]:
    told = [note for note in notes if note.about not in TOLD_APART]
    if told:
        yield ""
        lines = [note_line(replace(note, what=cut(note.what, LONGEST_SAID)), texts) for note in told]
        yield from _some(texts, [f"• {line}" for line in lines], "notes")


def _some(texts: Texts, lines: Sequence[str], kind: str) -> Iterator[str]:
    left_room = ROOM[kind]
    for number, line in enumerate(lines):
        left_room -= len(line) + 1
        if left_room < 0:
            yield texts("bringing-more", count=len(lines) - number)
            return
        yield line


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
