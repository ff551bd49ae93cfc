"""Whom to write to, and about whom, as people choose it."""

from collections.abc import Sequence

from domain.ids import PersonId
from domain.roles.people import PersonName
from domain.school.roster import SchoolClass, Seat
from domain.talk.partners import FamilyOfPupil, Partner, SchoolOfPupil
from domain.talk.threads import Desk
from handlers.kit.screen import Button, Screen, in_rows
from handlers.messaging.way_back import to_menu
from handlers.talk.asking_screens import urgent_row
from handlers.talk.thread_buttons import (
    OpenWriting,
    Whom,
    WriteAbout,
    WriteTo,
    WriteToClass,
    WriteToColleagues,
    WriteToFamily,
)
from handlers.texts.translator import Texts

COLLEAGUES = 16
"""On a page."""


def start_screen(pupils: Sequence[Seat], classes: Sequence[SchoolClass], staff: bool, texts: Texts) -> Screen:
    """As family about whom, as staff to the families of which class, or to a colleague."""
    rows = in_rows((Button(texts("talk-about", name=one.name.listed), _about(one)) for one in pupils), 1)
    rows += in_rows(
        (Button(texts("talk-families", name=one.name), WriteToClass(class_id=one.id)) for one in classes), 3
    )
    if staff:
        rows.append([Button(texts("talk-to-colleague"), WriteToColleagues(number=0))])
    rows.append([Button(texts("talk-to-administrator"), WriteTo(whom=Whom.HELP, pupil=0, person=0))])
    return Screen(texts("talk-start"), [*rows, [to_menu(texts)]])


def school_screen(school: SchoolOfPupil, texts: Texts) -> Screen:
    pupil = school.pupil
    buttons = (Button(_partner(one, texts), _to_school(one, pupil.pupil)) for one in school.partners)
    text = texts("talk-to-school", name=pupil.name.listed, class_name=school.class_name)
    return Screen(text, [*in_rows(buttons, 1), [_back(texts)]])


def class_screen(school_class: SchoolClass, seats: Sequence[Seat], texts: Texts) -> Screen:
    buttons = (Button(one.name.listed, WriteToFamily(pupil=one.pupil)) for one in seats)
    return Screen(texts("talk-choose-pupil", class_name=school_class.name), [*in_rows(buttons, 2), [_back(texts)]])


def family_screen(family: FamilyOfPupil, texts: Texts) -> Screen:
    pupil = family.pupil.pupil
    rows = []
    if len(family.guardians) > 1:
        rows.append([Button(texts("talk-to-guardians"), WriteTo(whom=Whom.GUARDIANS, pupil=pupil, person=0))])
    rows += [
        [
            Button(
                texts("talk-to-guardian", name=one.name.polite, relation=one.relation),
                WriteTo(whom=Whom.PERSON, pupil=pupil, person=one.person),
            )
        ]
        for one in family.guardians
    ]
    to_pupil = WriteTo(whom=Whom.PERSON, pupil=pupil, person=pupil)
    rows.append([Button(texts("talk-to-pupil", name=family.pupil.name.listed), to_pupil)])
    back = Button(texts("back"), WriteToClass(class_id=family.pupil.class_id))
    text = texts("talk-to-family", name=family.pupil.name.listed, class_name=family.class_name)
    return Screen(text, [*rows, [back]])


def colleagues_screen(colleagues: Sequence[tuple[PersonId, PersonName]], number: int, texts: Texts) -> Screen:
    """A page of them; a name that is written finds them too."""
    first = number * COLLEAGUES
    shown = colleagues[first : first + COLLEAGUES]
    buttons = (Button(name.full, WriteTo(whom=Whom.PERSON, pupil=0, person=person)) for person, name in shown)
    pages = []
    if number > 0:
        pages.append(Button("◀️", WriteToColleagues(number=number - 1)))
    if len(colleagues) > first + COLLEAGUES:
        pages.append(Button("▶️", WriteToColleagues(number=number + 1)))
    text = texts("talk-choose-colleague") if colleagues else texts("talk-no-colleague")
    return Screen(text, [*in_rows(buttons, 1), pages, [_back(texts)]])


def ask_text_screen(texts: Texts, urgent: bool | None = None) -> Screen:
    """`urgent`: whether it is marked so; None: the writer may not."""
    return Screen(texts("talk-ask-text"), [urgent_row(texts, urgent), [_back(texts)]])


def _partner(partner: Partner, texts: Texts) -> str:
    names = ", ".join(one.polite for one in partner.names)
    if partner.desk is not None:
        return texts("talk-partner-desk", desk=partner.desk, names=names)
    return texts("talk-partner", name=names, subjects=", ".join(partner.subjects), n=len(partner.subjects))


def _to_school(partner: Partner, pupil: PersonId) -> WriteTo:
    whom = {
        Desk.CLASS_TEACHER: Whom.CLASS_TEACHER,
        Desk.ADMINISTRATION: Whom.ADMINISTRATION,
        Desk.HELP: Whom.HELP,
        None: Whom.PERSON,
    }[partner.desk]
    return WriteTo(whom=whom, pupil=pupil, person=partner.person or 0)


def _about(seat: Seat) -> WriteAbout:
    return WriteAbout(pupil=seat.pupil)


def _back(texts: Texts) -> Button:
    return Button(texts("back"), OpenWriting())
