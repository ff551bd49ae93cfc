"""Read models of substitutions that came as a file, for the screens that draw them: plain and long."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.ids import BroughtFileId
from domain.school.changes_file import MOST_ROWS, ChangesLooked
from domain.school.changes_foreseen import ChangesForeseen, Foreseen
from domain.school.changes_rows import RowDoubt, WantedChange, Why
from domain.school.changes_said import Act
from domain.school.changes_table import Cell, SaidRow
from handlers.school import changes_file_screens as file
from tests.architecture import screen_samples as s
from tests.architecture.change_samples import CHANGED, CLASHES

ROW = SaidRow("", 5, {Cell.CLASS: "7А", Cell.NUMBER: "3"})
LONG = SaidRow(s.text(31), 100_000, dict.fromkeys(Cell, s.text(3000)))
CHANGES = tuple(Foreseen(WantedChange(ROW, Act.CANCEL, one), one) for one in CHANGED)
DOUBTS = tuple(
    RowDoubt(row, why, said, lesson, CLASHES * 4 if why is Why.CLASHES else ())
    for why in Why
    for row, said, lesson in ((ROW, "", None), (LONG, s.text(3000), CHANGED[0]))
)
PLAIN = ChangesLooked(BroughtFileId(s.BIG), "Замены.xlsx", ChangesForeseen(CHANGES[:2], DOUBTS[:2], 1))
LOOKED = [
    PLAIN,
    replace(PLAIN, foreseen=ChangesForeseen((), (), 3)),
    *(replace(PLAIN, foreseen=ChangesForeseen((), (doubt,))) for doubt in DOUBTS),
    replace(PLAIN, name=s.text(100), stale=True, foreseen=ChangesForeseen(CHANGES * 20, DOUBTS * 5, MOST_ROWS)),
]
SAMPLES: Mapping[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    file.how: {},
    file.looked: {"one": LOOKED},
    file.applied: {"one": [LOOKED[0], LOOKED[-1]]},
    file.left: {},
}
