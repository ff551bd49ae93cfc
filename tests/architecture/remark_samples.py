"""Read models of remarks: a lesson's, a class's, and both sides of one pupil's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.ids import PersonId, RemarkId
from domain.journal.remarks import LATEST, ClassRemarks, RemarkKind, RemarksPage
from handlers.journal import remarks_screens as screens
from tests.architecture import result_samples as r
from tests.architecture.screen_samples import BIG, LESSON, LESSON_PAGES, REMARK

OTHERS = replace(REMARK, author=PersonId(BIG - 1), subject=None, kind=RemarkKind.PRAISE, text="Спасибо")
REMARKS = tuple(
    replace(REMARK, id=RemarkId(BIG - n), taken_back=n % 3 == 2) if n % 2 else OTHERS for n in range(LATEST)
)
PAGES = [
    RemarksPage(r.SEATS[0], "11А", lesson, remarks, writes, REMARK.author)
    for lesson in (None, LESSON)
    for remarks in ((), REMARKS[:2], REMARKS)
    for writes in (False, True)
]
MANY = {seat.pupil: {RemarkKind.REMARK: 12, RemarkKind.PRAISE: 3} for seat in r.SEATS[:3]}
CLASSES = [ClassRemarks(r.CLASS, r.SEATS, MANY), ClassRemarks(r.CLASS, (), {})]
SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    screens.of_lesson: {"page": LESSON_PAGES, "number": [0, 1, 9]},
    screens.choose_class: {"classes": [(), (r.CLASS,) * 95]},
    screens.of_class: {"page": CLASSES, "number": [0, 9]},
    screens.of_pupil: {"page": PAGES},
    screens.ask: {"page": PAGES[:1], "kind": list(RemarkKind)},
}
