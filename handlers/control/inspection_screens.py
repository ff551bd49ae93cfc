"""An inspection under way: the list, whose journal and which days, the deck of cards, its remarks (3.6.2)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from domain.control.findings import Finding, RemarkState
from domain.control.gaps import CourseKey
from domain.control.inspecting import Card, Deck
from domain.control.inspection_pages import InspectionLine, InspectionList
from domain.control.inspections import MOST_CONCLUSION, MOST_TEXT, Inspection, Remark
from domain.control.looking import Still, TaughtCourse
from domain.ids import InspectionId
from handlers.control.inspection_buttons import (
    AskConclusion,
    AskOwnWords,
    AskWording,
    ChooseCourse,
    ChooseInspected,
    DropInspection,
    FinishInspection,
    MakeRemark,
    OpenDeck,
    OpenInspection,
    OpenInspections,
    OpenRemark,
    PickDue,
    SetDue,
    SettleRemark,
    ShowCard,
)
from handlers.control.inspection_words import found, lesson_buttons, sign, what, whose
from handlers.kit.cutting import cut
from handlers.kit.days import packed
from handlers.kit.month import month_rows
from handlers.kit.screen import Button, Screen, Style, in_rows
from handlers.messaging.way_back import to_menu
from handlers.texts.translator import Markup, Texts

MOST_URGENT = 6
MOST_TOLD = 8
COURSES = 12
DUES = (3, 7)
"""Days from today that are offered for mending; the second is what a remark begins with."""


def listed(texts: Texts, page: InspectionList, today: date) -> Screen:
    """Overdue remarks on top, then what teachers say is mended, then inspections."""
    lines: list[str] = [texts("inspection-heading")]
    if page.open:
        lines.append(texts("inspection-open-count", n=page.open))
    if not page.lines:
        lines += ["", texts("inspection-none" if page.inspects else "inspection-none-to-read")]
    urgent = [[Button(_urgent(texts, one, today), OpenRemark(remark=one.id))] for one in page.urgent[:MOST_URGENT]]
    more = len(page.urgent) - MOST_URGENT
    if more > 0:
        lines.append(texts("inspection-urgent-more", n=more))
    new = [Button(texts("inspection-new"), ChooseInspected(), style=Style.PRIMARY)] if page.inspects else []
    around = [
        *([Button("‹", OpenInspections(page=page.page - 1))] if page.page else []),
        *([Button("›", OpenInspections(page=page.page + 1))] if page.more else []),
    ]
    rows = [*urgent, new, *([_line(texts, one, page.inspects)] for one in page.lines), around, [to_menu(texts)]]
    return Screen("\n".join(lines), rows)


def deck(texts: Texts, page: Deck) -> Screen:
    """What was found by kind, what was remarked, and who will be told."""
    counts = Counter(card.gap.finding for card in page.cards)
    found_ones = [
        texts("inspection-deck-finding", sign=sign(texts, one), what=what(texts, one), n=counts[one])
        for one in Finding
        if counts[one]
    ]
    head = texts(
        "inspection-deck-heading", **_headed(texts, page.inspection), lessons=page.lessons, cards=len(page.cards)
    )
    remarks = page.remarks
    said = [head, *found_ones, "", _told(texts, remarks)]
    if page.inspection.conclusion:
        said += ["", texts("inspection-deck-conclusion", text=page.inspection.conclusion)]
    number = page.inspection.id
    first = next((card for card in page.cards if card.remark is None), next(iter(page.cards), None))
    rows = [
        [Button(texts("inspection-cards"), _card(number, first), style=Style.PRIMARY)] if first else [],
        *([Button(_remark_label(one), OpenRemark(remark=one.id))] for one in remarks[:MOST_TOLD]),
        [Button(texts("inspection-other"), ChooseCourse(inspection=number))] if page.courses else [],
        [
            Button(texts("inspection-conclusion"), AskConclusion(inspection=number)),
            Button(texts("inspection-drop"), DropInspection(inspection=number)),
        ],
        [Button(texts("inspection-finish"), FinishInspection(inspection=number), style=Style.SUCCESS)],
        [_back(texts)],
    ]
    return Screen("\n".join(said), rows)


def card(texts: Texts, page: Deck, place: int, today: date) -> Screen:
    """One finding of one course; its remark with what can be changed of it, if there is one."""
    shown = page.cards[place]
    gap, number = shown.gap, page.inspection.id
    about = {"class_name": gap.part.name, "subject": gap.subject.name, "teacher": gap.teacher.name.short}
    where = {"place": place + 1, "all": len(page.cards)}
    text = texts("inspection-card", **about, **where, sign=sign(texts, gap.finding), found=found(texts, gap))
    before = page.cards[place - 1] if place else None
    after = page.cards[place + 1] if place + 1 < len(page.cards) else None
    following = Button(texts("inspection-next"), _card(number, after) if after else OpenDeck(inspection=number))
    around = [*([Button(texts("inspection-previous"), _card(number, before))] if before else []), following]
    lessons = in_rows(lesson_buttons(texts, Still(lessons=gap.lessons)), 4)
    deck_row = [Button(texts("inspection-to-deck"), OpenDeck(inspection=number))]
    if shown.remark is None:
        make = Button(texts("inspection-make"), _make(number, gap.course, gap.finding), style=Style.PRIMARY)
        return Screen(text, [[make], around, *lessons, deck_row])
    return Screen(
        f"{text}\n\n{_remarked(texts, shown.remark)}", [*_changes(texts, shown.remark, today), around, deck_row]
    )


def draft(texts: Texts, remark: Remark, today: date) -> Screen:
    """A remark in own words, or one whose card is gone, while the inspection goes on."""
    about = {"class_name": remark.class_name, "subject": remark.subject.name, "teacher": remark.teacher.name.short}
    head = texts("inspection-draft-head", **about)
    deck_row = [Button(texts("inspection-to-deck"), OpenDeck(inspection=remark.inspection))]
    return Screen(f"{head}\n\n{_remarked(texts, remark)}", [*_changes(texts, remark, today), deck_row])


def choose_course(texts: Texts, page: Deck, number: int) -> Screen:
    shown = page.courses[number * COURSES : (number + 1) * COURSES]
    inspection = page.inspection.id
    buttons = [
        Button(
            cut(f"{one.part.name} · {one.subject.short} · {one.teacher.name.short}", 60),
            AskOwnWords(
                inspection=inspection, school_class=one.part.id, subject=one.subject.id, teacher=one.teacher.id
            ),
        )
        for one in shown
    ]
    around = [
        *([Button("‹", ChooseCourse(inspection=inspection, page=number - 1))] if number else []),
        *(
            [Button("›", ChooseCourse(inspection=inspection, page=number + 1))]
            if (number + 1) * COURSES < len(page.courses)
            else []
        ),
    ]
    return Screen(texts("inspection-choose-course"), [*in_rows(buttons, 1), around, _to_deck(texts, inspection)])


def ask_own_words(texts: Texts, course: TaughtCourse, inspection: InspectionId) -> Screen:
    about = {
        "class_name": course.part.name,
        "subject": course.subject.name,
        "teacher": course.teacher.name.short,
    }
    return Screen(texts("inspection-ask-own-words", **about, most=MOST_TEXT), [_to_deck(texts, inspection)])


def ask_wording(texts: Texts, remark: Remark) -> Screen:
    text = texts("inspection-ask-wording", text=remark.text, most=MOST_TEXT)
    return Screen(text, [[Button(texts("back"), OpenRemark(remark=remark.id))]])


def ask_conclusion(texts: Texts, inspection: InspectionId) -> Screen:
    return Screen(texts("inspection-ask-conclusion", most=MOST_CONCLUSION), [_to_deck(texts, inspection)])


def ask_due(texts: Texts, remark: Remark, month: date) -> Screen:
    rows = month_rows(
        texts,
        month,
        lambda day: SetDue(remark=remark.id, due=packed(day)),
        lambda day: PickDue(remark=remark.id, day=packed(day)),
    )
    back = [Button(texts("back"), OpenRemark(remark=remark.id))]
    return Screen(texts("inspection-ask-due", text=remark.text), [*rows, back])


def ask_drop(texts: Texts, inspection: Inspection) -> Screen:
    yes = Button(texts("inspection-drop-yes"), DropInspection(inspection=inspection.id, sure=True), style=Style.DANGER)
    return Screen(texts("inspection-drop-sure", whose=whose(inspection)), [[yes], _to_deck(texts, inspection.id)])


def due_buttons(texts: Texts, remark: Remark, today: date) -> list[Button]:
    """The likely ones, and any other; what is chosen is marked."""
    offered = {today + timedelta(days=days): days for days in DUES}
    buttons = [
        Button(
            _chosen(texts, texts(f"inspection-due-{days}"), day == remark.due),
            SetDue(remark=remark.id, due=packed(day)),
        )
        for day, days in offered.items()
    ]
    label = texts("inspection-due-pick") if remark.due in offered else texts.date(remark.due)
    own = _chosen(texts, texts("inspection-due-own", label=label), remark.due not in offered)
    return [*buttons, Button(own, PickDue(remark=remark.id, day=packed(max(remark.due, today))))]


def _changes(texts: Texts, remark: Remark, today: date) -> list[list[Button]]:
    return [
        due_buttons(texts, remark, today),
        [
            Button(texts("inspection-reword"), AskWording(remark=remark.id)),
            Button(texts("inspection-take-back"), SettleRemark(remark=remark.id, becomes=RemarkState.WITHDRAWN)),
        ],
    ]


def _chosen(texts: Texts, label: str, chosen: bool) -> str:
    return texts("inspection-due-chosen", label=Markup(label)) if chosen else label


def _remarked(texts: Texts, remark: Remark) -> Markup:
    return texts("inspection-remarked", text=remark.text, due=texts.day(remark.due))


def _told(texts: Texts, remarks: Sequence[Remark]) -> str:
    if not remarks:
        return texts("inspection-deck-nobody")
    by_teacher = Counter(one.teacher for one in remarks)
    teachers = ", ".join(f"{one.name.short} ({n})" for one, n in by_teacher.items())
    return "\n".join(
        [texts("inspection-deck-remarks", n=len(remarks)), texts("inspection-deck-told", teachers=teachers)]
    )


def _remark_label(remark: Remark) -> str:
    return cut(f"✍️ {remark.class_name} · {remark.subject.short} · {remark.text}", 60)


def _card(number: InspectionId, shown: Card) -> ShowCard:
    course = shown.gap.course
    return ShowCard(
        inspection=number,
        school_class=course.class_id,
        subject=course.subject,
        teacher=course.teacher,
        finding=shown.gap.finding,
    )


def _make(number: InspectionId, course: CourseKey, finding: Finding) -> MakeRemark:
    return MakeRemark(
        inspection=number,
        school_class=course.class_id,
        subject=course.subject,
        teacher=course.teacher,
        finding=finding,
    )


def _headed(texts: Texts, inspection: Inspection) -> dict[str, str]:
    return {
        "whose": whose(inspection),
        "first": texts.date(inspection.first),
        "last": texts.date(inspection.last),
    }


def _line(texts: Texts, line: InspectionLine, inspects: bool) -> Button:
    inspection, counts = line.inspection, line.counts
    about = {
        "whose": whose(inspection),
        "first": f"{inspection.first:%d.%m}",
        "last": f"{inspection.last:%d.%m}",
    }
    if inspection.goes_on:
        opens = OpenDeck(inspection=inspection.id) if inspects else OpenInspection(inspection=inspection.id)
        return Button(texts("inspection-line-goes-on", **about), opens)
    if not counts.all:
        return Button(texts("inspection-line-clean", **about), OpenInspection(inspection=inspection.id))
    shown = "🔴" if counts.overdue else "🟡" if counts.fixed else "⏳" if counts.open else "✅"
    closed = counts.all - counts.open - counts.fixed
    label = texts("inspection-line-done", **about, sign=shown, closed=closed, all=counts.all)
    return Button(label, OpenInspection(inspection=inspection.id))


def _urgent(texts: Texts, remark: Remark, today: date) -> str:
    about = {"class_name": remark.class_name, "subject": remark.subject.short, "teacher": remark.teacher.name.short}
    if remark.is_overdue(today):
        return texts("inspection-urgent-overdue", **about, due=f"{remark.due:%d.%m}")
    return texts("inspection-urgent-fixed", **about)


def _to_deck(texts: Texts, number: InspectionId) -> list[Button]:
    return [Button(texts("inspection-to-deck"), OpenDeck(inspection=number))]


def _back(texts: Texts) -> Button:
    return Button(texts("inspection-back"), OpenInspections())
