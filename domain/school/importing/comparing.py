"""What the lists wish against what is known → a plan, and everything that an import has to say. No database here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.school.importing.draft import Draft
from domain.school.importing.known import KnownSchool
from domain.school.importing.plan import Kind, Missing, Plan, Tally
from domain.school.importing.remarks import About, Doubt, Mistake, Note
from domain.school.importing.sheets import Place
from domain.school.importing.taking_load import take_load
from domain.school.importing.taking_pupils import take_pupils
from domain.school.importing.taking_staff import take_staff
from domain.school.importing.wished import Wishes


@dataclass(frozen=True, slots=True)
class Comparison:
    plan: Plan
    tally: Tally
    mistakes: tuple[Mistake, ...]
    doubts: tuple[Doubt, ...]
    notes: tuple[Note, ...]
    missing: tuple[Missing, ...] = ()
    places: Mapping[tuple[Kind, int], Place] = field(default_factory=dict)
    """Where the lists speak of someone, by the plan's ids, or of a line of load; new ones of these are -1, -2…"""


def compared(wishes: Wishes, known: KnownSchool, today: date) -> Comparison:
    """Staff come first, so that a guardian who may be one of them is seen; load last, when all teachers are there."""
    draft = Draft.of(known, wishes, today)
    take_staff(draft, wishes.staff)
    take_pupils(draft, wishes.pupils)
    take_load(draft, wishes.load)
    mistakes = (*wishes.mistakes, *draft.mistakes)
    _note_made(draft)
    notes = [note for note in draft.notes if not (mistakes and note.about in _OF_MISSING)]
    return Comparison(
        draft.finished(),
        draft.tally,
        mistakes,
        tuple(draft.doubts),
        (*wishes.notes, *notes),
        () if mistakes else tuple(draft.missing),
        draft.places,
    )


def _note_made(draft: Draft) -> None:
    """Classes and subjects that come into being, by name: a slip of the pen shows here."""
    for about, made in ((About.NEW_CLASSES, draft.plan.classes), (About.NEW_SUBJECTS, draft.plan.subjects)):
        if made:
            draft.note(about, ", ".join(one.name for one in made))


_OF_MISSING = frozenset({About.MISSING_PUPILS, About.MISSING_STAFF, About.MISSING_LOAD})
"""Said of whole lists only: a row with a mistake is not missing."""
