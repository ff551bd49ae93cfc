"""Pages of a paper journal: a class with a subject, and where it is taught in subgroups a page for each (1.5)."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.ids import ClassId, GroupId, PersonId, SubjectId
from domain.journal.courses import Teaching
from domain.roles.people import PersonName
from domain.school.roster import Seat

_ANYBODY = PersonName("", "")


@dataclass(frozen=True, slots=True)
class PagePlace:
    """`group` None: the whole class."""

    class_id: ClassId
    subject: SubjectId
    group: GroupId | None = None


@dataclass(frozen=True, slots=True)
class PageCourse:
    """`teachers`: by today's timetable or load. `group_name` is empty for the whole class."""

    place: PagePlace
    class_name: str
    grade: int
    subject_name: str
    group_name: str
    teachers: tuple[PersonId, ...]
    teacher_names: tuple[PersonName, ...] = ()


def pages_of(teaching: Teaching, class_id: ClassId) -> tuple[PageCourse, ...]:
    """By subject and subgroup; first grades' too. A subgroup's page has the lessons of the whole class beside."""
    school_class = teaching.roster.classes.get(class_id)
    if school_class is None:
        return ()
    found: list[PageCourse] = []
    for subject, name in teaching.subjects_of(class_id):
        for group, group_name in _groups(teaching, class_id, subject).items():
            place = PagePlace(class_id, subject, group)
            teachers = teaching.teachers(class_id, subject, _seat(place))
            names = tuple(teaching.names[one] for one in teachers if one in teaching.names)
            found.append(PageCourse(place, school_class.name, school_class.grade, name, group_name, teachers, names))
    return tuple(found)


def own_pages(teaching: Teaching, teacher: PersonId) -> tuple[PageCourse, ...]:
    """By grade and class."""
    classes = sorted(teaching.roster.classes.values(), key=lambda one: (one.grade, one.name))
    taught = {class_id for class_id, _ in teaching.parts(teacher)}
    pages = (page for one in classes if one.id in taught for page in pages_of(teaching, one.id))
    return tuple(page for page in pages if teacher in page.teachers)


def _groups(teaching: Teaching, class_id: ClassId, subject: SubjectId) -> Mapping[GroupId | None, str]:
    """The subgroups by name; the whole class where there are none."""
    named = {
        part.group: part.group_name or ""
        for entry in teaching.plan.entries
        if entry.subject.id == subject
        for part in entry.parts
        if part.id == class_id and part.group is not None
    }
    loaded = (one for one in teaching.loads if (one.class_id, one.subject) == (class_id, subject))
    found = {one.group: "" for one in loaded if one.group is not None} | named
    return dict(sorted(found.items(), key=lambda one: (one[1], one[0]))) or {None: ""}


def _seat(place: PagePlace) -> Seat:
    """Of the subgroup, whoever sits there."""
    groups = frozenset({place.group}) if place.group is not None else frozenset()
    return Seat(PersonId(0), _ANYBODY, place.class_id, groups)
