"""The list of pupils, taken into the draft: classes, seats, subgroups, guardians."""

from domain.ids import ClassId, GroupId, PersonId
from domain.roles.names import norm
from domain.school.importing.draft import Draft, names_in_order
from domain.school.importing.matching import Found, doubt, guardian_meant, pupil_meant
from domain.school.importing.plan import Kind
from domain.school.importing.register import Person
from domain.school.importing.remarks import About, Doubt, Why
from domain.school.importing.repeated import PupilRows
from domain.school.importing.wished import WishedGuardian, WishedPupil

UNTOLD_RELATION = "guardian"


def take_pupils(draft: Draft, rows: list[WishedPupil]) -> None:
    among = PupilRows(rows)
    brought: set[ClassId] = set()
    for at, row in enumerate(rows):
        class_id = draft.class_named(row.class_name)
        brought.add(class_id)
        found = _meant(draft, row, class_id, at, among)
        if isinstance(found, Doubt):
            draft.in_doubt(found)
            continue
        pupil = _put(draft, row, class_id, found)
        draft.met.add(pupil.id)
        draft.meet(Kind.PUPILS, pupil.id, row.place)
        _group(draft, pupil, row)
        for guardian in row.guardians:
            _guard(draft, pupil, guardian)
    _note_missing(draft, brought)


def _meant(draft: Draft, row: WishedPupil, class_id: ClassId, at: int, among: PupilRows) -> Found:
    found = among.doubt(at) or pupil_meant(row, class_id, among.rivals(at), draft.people)
    return doubt(row, Why.SEVERAL_IN_FILE) if found is None and among.elsewhere(at) else found


def _put(draft: Draft, row: WishedPupil, class_id: ClassId, found: Person | None) -> Person:
    if found is None:
        draft.tally.new[Kind.PUPILS] += 1
        found = draft.people.add(row.name, row.birth, row.number)
        found.class_id, found.class_name = class_id, draft.class_names[class_id]
        draft.plan.seats.append((found.id, class_id))
    elif draft.people.correct(found, row.birth, row.number):
        draft.tally.changes(Kind.PUPILS, found.id)
    return found


def _group(draft: Draft, pupil: Person, row: WishedPupil) -> None:
    """Into the groups that the row names, out of the class's others of the same subjects."""
    class_id = draft.class_named(row.class_name)
    subjects = {one: draft.subject_named(one.subject) if one.subject else None for one in row.groups}
    wished = {draft.group_named(class_id, subject, one.name): subject for one, subject in subjects.items()}
    said = set(wished.values())
    rivals = {one.id for one in draft.known.groups if one.class_id == class_id and one.subject in said}
    for group in wished:
        if (group, pupil.id) not in draft.known.members:
            _move(draft, draft.plan.joined, group, pupil.id)
    for group in rivals - set(wished):
        if (group, pupil.id) in draft.known.members:
            _move(draft, draft.plan.left, group, pupil.id)


def _move(draft: Draft, into: list[tuple[GroupId, PersonId]], group: GroupId, pupil: PersonId) -> None:
    into.append((group, pupil))
    draft.tally.changes(Kind.PUPILS, pupil)


def _guard(draft: Draft, pupil: Person, row: WishedGuardian) -> None:
    found = guardian_meant(row, pupil, draft.people)
    if isinstance(found, Doubt):
        draft.in_doubt(found)
        return
    if found is None:
        draft.tally.new[Kind.GUARDIANS] += 1
        found = draft.people.add(row.name, None, row.number)
    elif draft.people.correct(found, None, row.number):
        draft.tally.changes(Kind.GUARDIANS, found.id)
    draft.meet(Kind.GUARDIANS, found.id, row.place)
    _relate(draft, found, pupil, row.relation)


def _relate(draft: Draft, guardian: Person, pupil: Person, relation: str | None) -> None:
    known = guardian.children.get(pupil.id)
    told = relation or known or UNTOLD_RELATION
    if told == known:
        return
    rows = draft.plan.relations if known else draft.plan.guardians
    rows.append((guardian.id, pupil.id, told))
    draft.people.link(guardian, pupil.id, told)
    draft.tally.changes(Kind.GUARDIANS, guardian.id)


def _note_missing(draft: Draft, brought: set[ClassId]) -> None:
    """Pupils whom the list of their class does not name; they stay, until an order moves them."""
    for class_id in draft.classes_in_order(lambda one: one in brought):
        missing = [
            one
            for one in draft.people.known
            if one.class_id == class_id and one.id not in draft.met and norm(one.name.full) not in draft.doubted
        ]
        if missing:
            draft.miss(About.MISSING_PUPILS, Kind.PUPILS, names_in_order(missing), draft.class_names[class_id])
