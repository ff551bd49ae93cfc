"""The list of staff, taken into the draft: posts give roles, «классное руководство» makes class teachers."""

from domain.ids import ClassId
from domain.roles.names import norm
from domain.school.importing.draft import Draft, names_in_order, names_of
from domain.school.importing.matching import staff_meant
from domain.school.importing.plan import Kind
from domain.school.importing.register import Person
from domain.school.importing.remarks import About, Doubt
from domain.school.importing.repeated import names_once, staff_doubts
from domain.school.importing.wished import WishedStaff


def take_staff(draft: Draft, rows: list[WishedStaff]) -> None:
    repeated, once = staff_doubts(rows), names_once(rows)
    led: set[tuple[ClassId, int]] = set()
    silent: set[int] = set()
    """Of whom the lists do not say which classes they lead."""
    for at, row in enumerate(rows):
        found = repeated.get(at) or staff_meant(row, norm(row.name.full) in once, draft.people)
        if isinstance(found, Doubt):
            draft.in_doubt(found)
            continue
        person = _put(draft, row, found)
        draft.met.add(person.id)
        draft.meet(Kind.STAFF, person.id, row.place)
        led |= {(_lead(draft, person, name), person.id) for name in row.classes}
        silent |= set() if row.classes_said else {person.id}
    _note_still_led(draft, led, silent)
    _note_missing(draft, rows)


def _put(draft: Draft, row: WishedStaff, found: Person | None) -> Person:
    if found is None:
        draft.tally.new[Kind.STAFF] += 1
        found = draft.people.add(row.name, None, row.number)
    elif draft.people.correct(found, None, row.number):
        draft.tally.changes(Kind.STAFF, found.id)
    found.employed = True
    for role in row.roles:
        if role not in found.roles:
            found.roles.add(role)
            draft.plan.roles.append((found.id, role))
            draft.tally.changes(Kind.STAFF, found.id)
    return found


def _lead(draft: Draft, person: Person, class_name: str) -> ClassId:
    own = draft.class_named(class_name)
    if (own, person.id) not in draft.known.leading and (own, person.id) not in draft.plan.leading:
        draft.plan.leading.append((own, person.id))
        draft.tally.changes(Kind.STAFF, person.id)
    return own


def _note_still_led(draft: Draft, led: set[tuple[ClassId, int]], silent: set[int]) -> None:
    """Class teachers whom the lists do not name as such any more; the office ends that, not an import."""
    brought = {class_id for class_id, _ in led}
    for class_id in draft.classes_in_order(lambda _: True):
        leaders = [person for own, person in draft.known.leading if own == class_id]
        said = {person for person in leaders if class_id in brought or person in draft.met - silent}
        still = [draft.people[person] for person in said if (class_id, person) not in led]
        if still:
            draft.note(About.STILL_LED, f"{draft.class_names[class_id]}: {names_of(still)}")


def _note_missing(draft: Draft, rows: list[WishedStaff]) -> None:
    missing = [
        one
        for one in draft.people.known
        if one.roles and one.id not in draft.met and norm(one.name.full) not in draft.doubted
    ]
    if rows and missing:
        draft.miss(About.MISSING_STAFF, Kind.STAFF, names_in_order(missing))
