"""«Сроки»: what one owes by a day, each line leading where it is done; and who is late across the school."""

from aiogram.filters.callback_data import CallbackData

from domain.attendance.pages import Period
from domain.control.deadlines import DatedDuty, LateDuties, LatePerson, OwnDeadlines
from domain.control.duties import Duty
from domain.ids import PersonId
from handlers.attendance.absences_buttons import ShowClassAbsences, Tab
from handlers.control.class_duties_buttons import OpenClassDuties, OpenLate, OpenLateDuty, OpenLatePerson
from handlers.control.duties_buttons import OpenDuties
from handlers.journal.results_buttons import OpenSheet
from handlers.kit.cutting import cut
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen
from handlers.messaging.way_back import to_menu
from handlers.roles.consent_buttons import ClassConsentsOf
from handlers.school.document_buttons import OpenDocument
from handlers.school.movement_buttons import ShowList
from handlers.texts.translator import Markup, Texts

LINES = 12
PEOPLE = 10
"""On a page."""
LONGEST_TITLE = 40


def mine(texts: Texts, shown: OwnDeadlines, *, late: bool) -> Screen:
    """`late`: the reader may also see who is late across the school."""
    lines = [_own(texts, one, shown) for one in shown.owed[:LINES]]
    rows = [[Button(_named(texts, one), _where(one))] for one in shown.owed[:LINES]]
    rest = len(shown.owed) - LINES
    more = [texts("class-duties-more", count=rest)] if rest > 0 else []
    text = "\n".join([texts("class-duties-deadlines"), "", *lines, *more]) if lines else texts("class-duties-no-dates")
    school = [Button(texts("class-duties-late-menu"), OpenLate())] if late else []
    return Screen(text, [*rows, school, [to_menu(texts)]])


def late(texts: Texts, shown: LateDuties) -> Screen:
    """By duty: how many people, how many things."""
    lines = [
        texts("class-duties-late-line", duty=_duty(texts, duty), people=len(people), count=sum(p.count for p in people))
        for duty, people in shown.people.items()
    ]
    rows = [
        [Button(texts("class-duties-late-open", duty=_duty(texts, duty)), OpenLateDuty(duty=duty, page=0))]
        for duty in shown.people
    ]
    text = "\n".join([texts("class-duties-late"), "", *lines]) if lines else texts("class-duties-nobody-late")
    return Screen(text, [*rows, [to_menu(texts)]])


def late_duty(texts: Texts, shown: LateDuties, duty: Duty, page: int) -> Screen:
    people = shown.people.get(duty, ())
    page = min(max(page, 0), max(0, (len(people) - 1) // PEOPLE))
    listed = people[page * PEOPLE : (page + 1) * PEOPLE]
    lines = [_person(texts, one) for one in listed]
    rows = [
        [Button(texts("class-duties-late-person-open", name=one.name.short, count=one.count), _of(duty, one.person))]
        for one in listed
    ]
    turns = [
        Button(label, OpenLateDuty(duty=duty, page=to))
        for label, to in (("‹", page - 1), ("›", page + 1))
        if 0 <= to <= (len(people) - 1) // PEOPLE
    ]
    heading = texts("class-duties-late-heading", duty=_duty(texts, duty))
    text = "\n".join([heading, "", *lines]) if lines else texts("class-duties-nobody-late-now", duty=_duty(texts, duty))
    return Screen(text, [*rows, turns, [Button(texts("back"), OpenLate())]])


def late_person(texts: Texts, shown: LateDuties, duty: Duty, person: PersonId) -> Screen:
    """What one person is late with; each line leads to where it stands."""
    found = next((one for one in shown.people.get(duty, ()) if one.person == person), None)
    back = [Button(texts("back"), OpenLateDuty(duty=duty, page=0))]
    if found is None:
        return Screen(texts("class-duties-nobody-late-now", duty=_duty(texts, duty)), [back])
    rows = [[Button(_named(texts, one), to)] for one in found.owed[:LINES] if (to := _looked_at(one)) is not None]
    bare = [_line_of(texts, one) for one in found.owed[:LINES] if _looked_at(one) is None]
    rest = len(found.owed) - LINES
    more = [texts("class-duties-more", count=rest)] if rest > 0 else []
    heading = texts("class-duties-late-of", name=found.name.full, duty=_duty(texts, duty))
    return Screen("\n".join([heading, *bare, *more]), [*rows, back])


def _of(duty: Duty, person: PersonId) -> OpenLatePerson:
    return OpenLatePerson(duty=duty, person=person)


def _person(texts: Texts, one: LatePerson) -> Markup:
    about = {"name": one.name.short, "count": one.count, "since": texts.date(one.oldest)}
    return texts("class-duties-late-person-away" if one.away else "class-duties-late-person", **about)


def _own(texts: Texts, one: DatedDuty, shown: OwnDeadlines) -> Markup:
    key = "class-duties-overdue" if one.is_late(shown.today) else "class-duties-due"
    return texts(key, what=_line_of(texts, one), last=texts.date(one.last))


def _line_of(texts: Texts, one: DatedDuty) -> Markup:
    """«Причины пропусков, 7А: 3»"""
    return texts(
        f"class-duties-line-{one.duty.replace('_', '-')}",
        name=cut(one.name, LONGEST_TITLE),
        count=one.count,
        day=texts.date(one.day) if one.day else "",
    )


def _named(texts: Texts, one: DatedDuty) -> str:
    """A button's label, which shows no HTML."""
    return texts(
        f"class-duties-line-{one.duty.replace('_', '-')}",
        name=Markup(cut(one.name, LONGEST_TITLE)),
        count=one.count,
        day=texts.date(one.day) if one.day else "",
    )


def _duty(texts: Texts, duty: Duty) -> Markup:
    return texts(f"class-duties-duty-{duty.replace('_', '-')}")


def _where(one: DatedDuty) -> CallbackData:
    """Where it is done."""
    match one.duty:
        case Duty.REASONS:
            return ShowClassAbsences(school_class=_class(one), period=Period.TERM, tab=Tab.DAYS, page=0)
        case Duty.LIST:
            return ShowList(school_class=_class(one))
        case Duty.CONSENTS:
            return ClassConsentsOf(school_class=_class(one), page=0)
        case Duty.DOCUMENT:
            return OpenDocument(document=one.document or 0)
        case Duty.TERM_MARKS if one.subject is not None and one.period is not None:
            return OpenSheet(school_class=_class(one), subject=one.subject, period=one.period, page=0, pupil=0)
        case Duty.CLASS_CHECK if one.day is not None:
            return OpenClassDuties(school_class=_class(one), day=packed(one.day))
    return OpenDuties()


def _looked_at(one: DatedDuty) -> CallbackData | None:
    """By who answers for it; None: there is nothing of theirs to look at."""
    if one.duty in (Duty.CONSENTS, Duty.DOCUMENT):
        return None
    if one.day is not None and one.class_id is not None:
        return OpenClassDuties(school_class=one.class_id, day=packed(one.day))
    return _where(one) if one.class_id is not None else None


def _class(one: DatedDuty) -> int:
    return one.class_id or 0
