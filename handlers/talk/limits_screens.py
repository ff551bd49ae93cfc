"""`/limits`: guardians who may only answer, and what they hear of it."""

from collections.abc import Sequence

from domain.clock import SchoolTime
from domain.ids import PersonId
from domain.messaging.contents import LimitNews
from domain.school.roster import SchoolClass, Seat
from domain.talk.limiting import Guardian, LimitLine, PupilsGuardians
from handlers.kit.screen import Button, Screen, in_rows
from handlers.messaging.way_back import to_menu
from handlers.talk.limits_buttons import LiftLimit, LimitGuardian, LimitInClass, LimitOfPupil, ShowLimits
from handlers.texts.translator import Markup, Texts

PER_PAGE = 6


def limits(texts: Texts, lines: Sequence[LimitLine], time: SchoolTime, page: int = 0) -> Screen:
    shown = lines[page * PER_PAGE : (page + 1) * PER_PAGE]
    said = [_line(texts, one, time) for one in shown] or [texts("limits-none")]
    back = [Button("‹", ShowLimits(page=page - 1))] if page else []
    more = [Button("›", ShowLimits(page=page + 1))] if (page + 1) * PER_PAGE < len(lines) else []
    rows = [
        *(
            [Button(texts("limits-lift", name=one.limit.name.short), LiftLimit(person=one.limit.person))]
            for one in shown
        ),
        [*back, *more],
        [Button(texts("limits-add"), LimitInClass())],
        [to_menu(texts)],
    ]
    return Screen("\n".join([texts("limits-heading"), "", *said]), rows)


def choose_class(texts: Texts, classes: Sequence[SchoolClass]) -> Screen:
    buttons = [Button(one.name, LimitInClass(school_class=one.id)) for one in classes]
    return Screen(texts("limits-which-class"), [*in_rows(buttons, 4), [Button(texts("back"), ShowLimits())]])


def choose_pupil(texts: Texts, school_class: SchoolClass, seats: Sequence[Seat]) -> Screen:
    buttons = [Button(seat.name.listed, LimitOfPupil(pupil=seat.pupil)) for seat in seats]
    text = texts("limits-which-pupil", class_name=school_class.name)
    return Screen(text, [*in_rows(buttons, 2), [Button(texts("back"), LimitInClass())]])


def choose_guardian(texts: Texts, of: PupilsGuardians) -> Screen:
    """Who may only answer already, or works here, is told and not offered."""
    free = [one for one in of.guardians if not (one.limited or one.staff)]
    told = [_not_offered(texts, one) for one in of.guardians if one not in free]
    place = {"pupil": of.seat.pupil}
    rows = [[Button(one.name.full, LimitGuardian(**place, person=one.person))] for one in free]
    text = texts("limits-which-guardian", name=of.seat.name.listed, class_name=of.school_class.name, n=len(free))
    back = [Button(texts("back"), LimitInClass(school_class=of.school_class.id))]
    return Screen("\n".join([text, *told]), [*rows, back])


def ask_reason(texts: Texts, guardian: Guardian, pupil: PersonId, most: int) -> Screen:
    text = texts("limits-ask-reason", name=guardian.name.full, most=most)
    return Screen(text, [[Button(texts("back"), LimitOfPupil(pupil=pupil))]])


def limit_screen(news: LimitNews, texts: Texts) -> Screen:
    text = texts("limits-told", reason=news.reason) if news.reason is not None else texts("limits-lifted-told")
    return Screen(text)


def _line(texts: Texts, one: LimitLine, time: SchoolTime) -> Markup:
    children = ", ".join(f"{name.listed}, {class_name}" for name, class_name in one.children)
    return texts(
        "limits-line",
        name=one.limit.name.full,
        children=children or "none",
        reason=one.limit.reason,
        since=texts.date(time.local(one.limit.since).date()),
        by=one.limit.by.short,
    )


def _not_offered(texts: Texts, one: Guardian) -> Markup:
    return texts("limits-already" if one.limited else "limits-works-here", name=one.name.full)
