"""A table of substitutions on screens: what each row would do in words, what is in doubt, what was done."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from domain.school.changes_file import MOST_ROWS, ChangesLooked
from domain.school.changes_foreseen import Foreseen
from domain.school.changes_rows import RowDoubt, Why
from domain.school.changes_table import Cell
from domain.school.clashes import Clash
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen, Style
from handlers.school.changes_buttons import OpenChanges
from handlers.school.changes_file_buttons import ApplyChanges, LeaveChanges, OpenChangesFile, TakeChangesTemplate
from handlers.school.changes_lines import change_line, lesson_head
from handlers.school.where_lines import classes_of
from handlers.texts.translator import Markup, Texts

ROOM_OF_CHANGES, ROOM_OF_DOUBTS = 1900, 1500
"""Characters of a message."""
LONGEST_SAID = 60
LONGEST_NAME = 60


def how(texts: Texts) -> Screen:
    template = Button(texts("bringing-template"), TakeChangesTemplate())
    return Screen(texts("changes-file-how", rows=MOST_ROWS), [[template], [_all(texts)]])


def looked(texts: Texts, one: ChangesLooked) -> Screen:
    """The dry run; where no row can be carried out, what to mend."""
    found = one.foreseen
    key = "looked" if found.changes else "doubts-only" if found.doubts else "nothing"
    lines: list[str] = [texts("changes-file-stale")] if one.stale else []
    lines.append(texts(f"changes-file-{key}", name=cut(one.name, LONGEST_NAME)))
    text = "\n".join(
        [*lines, *_changes(texts, found.changes), *_same(texts, found.same), *_doubts(texts, found.doubts)]
    )
    if not found.changes:
        return Screen(text, [[Button(texts("back"), OpenChangesFile())]])
    yes = Button(
        texts("changes-file-apply", count=len(found.changes)), ApplyChanges(file=one.file), style=Style.SUCCESS
    )
    return Screen(text, [[yes, Button(texts("bringing-leave"), LeaveChanges(file=one.file))]])


def applied(texts: Texts, one: ChangesLooked) -> Screen:
    name, found = cut(one.name, LONGEST_NAME), one.foreseen
    lines: list[str] = [texts("changes-file-applied", name=name, count=len(found.changes))]
    lines += [*_changes(texts, found.changes), *_doubts(texts, found.doubts), "", texts("changes-file-undo")]
    return Screen("\n".join(lines), [[_all(texts)]])


def left(texts: Texts) -> Screen:
    return Screen(texts("bringing-left"), [[_all(texts)]])


def _changes(texts: Texts, changes: Sequence[Foreseen]) -> Iterator[str]:
    """By days, and by lessons within them."""
    ordered = sorted(changes, key=lambda one: (one.after.ref.day, one.after.planned.position))
    lines: list[str] = []
    for day, those in groupby(ordered, key=lambda one: one.after.ref.day):
        said = texts.day(day)
        lines.append(f"\n{texts('changes-day', day=said[0].upper() + said[1:])}")
        lines += (change_line(texts, one.after, of_class=False) for one in those)
    yield from _some(texts, lines, ROOM_OF_CHANGES)


def _same(texts: Texts, same: int) -> Iterator[str]:
    if same:
        yield ""
        yield texts("changes-file-same", count=same)


def _doubts(texts: Texts, doubts: Sequence[RowDoubt]) -> Iterator[str]:
    if doubts:
        yield ""
        yield texts("changes-file-doubts", count=len(doubts))
        yield from _some(texts, [doubt_line(texts, one) for one in doubts], ROOM_OF_DOUBTS)
        if any(one.why is Why.CLASHES for one in doubts):
            yield texts("changes-file-meant")


def doubt_line(texts: Texts, one: RowDoubt) -> Markup:
    row, said = one.row, cut(one.said, LONGEST_SAID)
    where = texts("changes-file-row", row=row.number)
    if row.sheet:
        where = texts("changes-file-row-of-sheet", sheet=cut(row.sheet, 20), row=row.number)
    why = texts(f"changes-file-why-{one.why}", said=said, empty=not said)
    if one.why is Why.CLASHES:
        why = Markup("; ".join(_clash(texts, clash) for clash in one.clashes[:3]))
    if one.lesson is not None:
        return texts(
            "changes-file-doubt-lesson", where=where, head=lesson_head(texts, one.lesson, of_class=False), why=why
        )
    written = ", ".join(cut(row[cell], 12) for cell in (Cell.CLASS, Cell.NUMBER) if row[cell])
    return texts("changes-file-doubt", where=where, written=written, why=why)


def _clash(texts: Texts, clash: Clash) -> Markup:
    there = {"class_name": classes_of(clash.lesson) or "—", "subject": clash.lesson.subject.name}
    return texts(f"changes-file-clash-{clash.busy}", **there)


def _some(texts: Texts, lines: Iterable[str], room: int) -> Iterator[str]:
    every = list(lines)
    for number, line in enumerate(every):
        room -= len(line) + 1
        if room < 0:
            yield texts("changes-file-more", count=len(every) - number)
            return
        yield line


def _all(texts: Texts) -> Button:
    return Button(texts("changes-all"), OpenChanges())
