"""The list of load, taken into the draft: who teaches what to whom."""

from collections.abc import Sequence

from domain.ids import ClassId, GroupId, PersonId, SubjectId
from domain.roles.names import norm
from domain.roles.people import Role
from domain.school.class_names import class_norm
from domain.school.importing.cells import initials_of, person_name
from domain.school.importing.draft import Draft, names_of
from domain.school.importing.known import KnownLoad
from domain.school.importing.likeness import may_be_same_name
from domain.school.importing.plan import Kind, PlannedLoad
from domain.school.importing.register import Person
from domain.school.importing.remarks import About, Doubt, Expected, Mistake, Why
from domain.school.importing.wished import Said, WishedLoad

LoadKey = tuple[PersonId, SubjectId, ClassId, GroupId | None]


def take_load(draft: Draft, rows: list[WishedLoad]) -> None:
    known = {(one.teacher, one.subject, one.class_id, one.group): one for one in draft.known.load}
    taken: dict[LoadKey, WishedLoad] = {}
    for row in rows:
        teacher = _teacher(draft, row)
        if teacher is None:
            continue
        key = _key(draft, row, teacher)
        if key in taken:
            draft.doubts.append(_twice(draft, row, taken[key]))
            continue
        taken[key] = row
        _teach(draft, teacher)
        _put(draft, row, key, known.get(key))
    if draft.now_teachers:
        draft.note(About.NOW_TEACHER, names_of(draft.now_teachers))
    _note_missing(draft, rows, [one for key, one in known.items() if key not in taken])


def staff_called(people: Sequence[Person], said: str) -> list[Person]:
    """Staff of this name, whole or with initials."""
    initials = initials_of(said)
    return [
        one for one in people if one.staff and (norm(one.name.short) == initials or norm(one.name.full) == norm(said))
    ]


def _teacher(draft: Draft, row: WishedLoad) -> Person | None:
    """None with a doubt, or with a mistake where nobody of the staff may bear the name."""
    said = row.teacher
    called = staff_called(draft.people.surnamed(_surname(said)), said.value)
    if len(called) == 1:
        return called[0]
    possible = [one.name.full for one in called] or _like(draft, said)
    if possible:
        draft.doubts.append(Doubt(said.place, said.value, Why.TEACHER_UNCLEAR, ", ".join(possible)))
    else:
        draft.mistakes.append(Mistake(said.place, said.value, Expected.TEACHER, heading=said.heading))
    return None


def _surname(said: Said) -> str:
    name = person_name(said.value)
    return name.surname if name and not initials_of(said.value) else said.value.split()[0]


def _like(draft: Draft, said: Said) -> list[str]:
    """Whom else it may be: staff named more shortly or more fully, or someone whom the lists leave in doubt."""
    name = person_name(said.value)
    staff = [one for one in draft.people.surnamed(_surname(said)) if one.staff]
    named = [one.name.full for one in staff if name and may_be_same_name(one.name, name)]
    return named or [who for who in sorted(draft.doubted) if _could_be(who, said.value)]


def _could_be(who: str, said: str) -> bool:
    name = person_name(who)
    return who == norm(said) or bool(name and norm(name.short) == initials_of(said))


def _key(draft: Draft, row: WishedLoad, teacher: Person) -> LoadKey:
    class_id, subject = draft.class_named(row.class_name), draft.subject_named(row.subject)
    group = draft.group_taught(class_id, subject, row.group) if row.group else None
    return teacher.id, subject, class_id, group


def _teach(draft: Draft, teacher: Person) -> None:
    draft.met.add(teacher.id)
    teacher.employed = True
    if Role.TEACHER not in teacher.roles:
        teacher.roles.add(Role.TEACHER)
        draft.plan.roles.append((teacher.id, Role.TEACHER))
        draft.tally.changes(Kind.STAFF, teacher.id)
        draft.now_teachers.append(teacher)


def _put(draft: Draft, row: WishedLoad, key: LoadKey, known: KnownLoad | None) -> None:
    if known is None:
        draft.plan.load.append(PlannedLoad(*key, row.hours))
        draft.tally.new[Kind.LOAD] += 1
        draft.meet(Kind.LOAD, -len(draft.plan.load), row.place)
        return
    draft.meet(Kind.LOAD, known.id, row.place)
    if row.hours is not None and row.hours != known.hours:
        draft.plan.hours.append((known.id, row.hours))
        draft.tally.changes(Kind.LOAD, known.id)


def _twice(draft: Draft, row: WishedLoad, first: WishedLoad) -> Doubt:
    parts = (row.teacher.value, row.subject, row.class_name, row.group)
    return Doubt(row.place, ", ".join(part for part in parts if part), Why.TWICE, f"{first.place.row}")


def _note_missing(draft: Draft, rows: Sequence[WishedLoad], missing: Sequence[KnownLoad]) -> None:
    """Load of the brought classes that the list does not name; it stays."""
    brought = {class_norm(row.class_name) for row in rows}
    for class_id in draft.classes_in_order(lambda one: class_norm(draft.class_names[one]) in brought):
        lost = [one for one in missing if one.class_id == class_id]
        said = [f"{draft.subject_names[one.subject]} ({draft.people[one.teacher].name.short})" for one in lost]
        if said:
            draft.miss(About.MISSING_LOAD, Kind.LOAD, sorted(said), draft.class_names[class_id])
