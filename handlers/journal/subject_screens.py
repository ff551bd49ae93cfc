"""One subject of a child's term: each mark, how the average moved, the class without names."""

from collections.abc import Iterator

from domain.journal.subject_page import ShownMark, SubjectPage
from domain.school.exemptions import Exemption
from handlers.journal.marks_buttons import DynamicsOf, MarksOf
from handlers.journal.marks_screens import decimal, heading
from handlers.kit.screen import Button, Screen
from handlers.kit.show import plain
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts

MOST = 3900
"""Characters of the message; the oldest marks are left out where there are more."""
FEWEST_POINTS = 2
"""Of fewer there is nothing to draw."""
ROOM = 120
"""Characters of a comment."""


def subject(texts: Texts, page: SubjectPage) -> Screen:
    of_term = page.of_term
    number = of_term.term.number if of_term.term else 0
    about = {"pupil": of_term.pupil, "subject": page.subject, "term": number}
    picture = [Button(texts("diary-marks-dynamics"), DynamicsOf(**about))] if len(page.moved) >= FEWEST_POINTS else []
    back = Button(texts("back"), MarksOf(pupil=of_term.pupil, term=number, by_day=False))
    return Screen(_text(texts, page), [picture, [back, Button(texts("to-menu"), OpenMenu())]])


def caption(texts: Texts, page: SubjectPage) -> str:
    """Under the picture: what it shows, and its ends in words."""
    first, last = page.moved[0], page.moved[-1]
    return texts(
        "diary-marks-dynamics-caption",
        name=page.of_term.name.given,
        subject=page.name,
        first=decimal(texts, first.average),
        since=texts.date(first.day),
        last=decimal(texts, last.average),
        until=texts.date(last.day),
    )


def _text(texts: Texts, page: SubjectPage) -> str:
    head = [heading(texts, page.of_term), texts("diary-marks-subject", subject=page.name)]
    head += [_exemption(texts, one) for one in page.exemptions]
    lines = [_mark(texts, one) for one in page.marks]
    foot = list(_foot(texts, page))
    while len(plain("\n".join([*head, *lines, *foot]))) > MOST:
        lines.pop(0)
    return "\n".join([*head, *lines, *foot])


def _foot(texts: Texts, page: SubjectPage) -> Iterator[Markup]:
    if page.average is not None:
        yield texts("diary-marks-average", average=decimal(texts, page.average))
    if len(page.moved) >= FEWEST_POINTS:
        first, last = page.moved[0], page.moved[-1]
        yield texts(
            "diary-marks-moved",
            first=decimal(texts, first.average),
            since=texts.date(first.day),
            last=decimal(texts, last.average),
            up=last.average > first.average,
            down=last.average < first.average,
        )
    if page.standing is not None:
        told = (texts("diary-marks-standing-one", mark=mark, count=count) for mark, count in page.standing.counts)
        yield texts("diary-marks-standing", counts=Markup(", ".join(told)))


def _exemption(texts: Texts, one: Exemption) -> Markup:
    return texts(
        f"evening-exempted-{one.kind}",
        since=texts.date(one.from_day),
        until=texts.date(one.until_day) if one.until_day else "none",
        order=one.order or "none",
    )


def _mark(texts: Texts, one: ShownMark) -> Markup:
    line = texts(
        "diary-marks-one-retaken" if one.retaken else "diary-marks-one",
        day=texts.short_day(one.mark.day),
        value=one.mark.value,
        work=one.work,
    )
    comment = one.mark.comment
    if not comment:
        return line
    flat = " ".join(comment.split())
    return Markup(f"{line}\n{texts('diary-marks-comment', text=flat if len(flat) <= ROOM else flat[: ROOM - 1] + '…')}")
