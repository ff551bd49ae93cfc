"""How cards and remarks are put into words: in the chat, in a remark's text, in the report."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from domain.control.findings import Finding, RemarkState
from domain.control.gaps import Gap
from domain.control.inspections import Inspection, Remark
from domain.control.looking import Still
from domain.roles.people import PersonName
from handlers.control.inspection_buttons import LessonBelow
from handlers.kit.cutting import cut
from handlers.kit.days import packed
from handlers.kit.screen import Button
from handlers.texts.translator import Markup, Texts

MOST_DAYS, MOST_NAMES = 10, 8
"""That a line names; the rest is a number."""
MOST_LESSONS = 8
"""Buttons of lessons under a screen."""
LINE = 90
"""Characters of a remark where many stand below each other."""


def whose(inspection: Inspection) -> str:
    """«7А», or «Алгебрина А. Б.»"""
    return inspection.class_name or (inspection.teacher.name.short if inspection.teacher else "")


def key_of(finding: Finding) -> str:
    return finding.value.replace("_", "-")


def sign(texts: Texts, finding: Finding) -> Markup:
    return texts(f"inspection-sign-{key_of(finding)}")


def what(texts: Texts, finding: Finding) -> Markup:
    return texts(f"inspection-what-{key_of(finding)}")


def found(texts: Texts, gap: Gap) -> Markup:
    """«Нет темы в 3 уроках: 12, 14, 19 ноября»"""
    key = f"inspection-found-{key_of(gap.finding)}"
    if gap.finding is Finding.PLAN_BEHIND:
        return texts(key, n=gap.hours)
    if gap.finding is Finding.FEW_MARKS:
        return texts(key, n=len(gap.pupils), names=names_said(texts, gap.pupils))
    return texts(key, n=len(gap.lessons), days=days_said(texts, gap.days))


def template(texts: Texts, gap: Gap) -> str:
    """The remark's text as it begins, without HTML and without names of pupils: it is kept, and they may leave."""
    key = f"inspection-text-{key_of(gap.finding)}"
    if gap.finding is Finding.PLAN_BEHIND:
        return texts(key, n=gap.hours)
    if gap.finding is Finding.FEW_MARKS:
        return texts(key, n=len(gap.pupils))
    return texts(key, days=Markup(days_said(texts, gap.days)))


def days_said(texts: Texts, days: Sequence[date]) -> str:
    """«12, 14 ноября, 1 декабря»: the month once for the days that lie in it."""
    shown = days[:MOST_DAYS]
    parts: list[str] = []
    for _, group in groupby(shown, key=lambda day: (day.year, day.month)):
        *others, last = group
        parts += [*(str(day.day) for day in others), texts.date(last)]
    said = ", ".join(parts)
    more = len(days) - len(shown)
    return texts("inspection-days-more", days=said, n=more) if more else said


def names_said(texts: Texts, names: Sequence[PersonName]) -> str:
    said = ", ".join(name.listed for name in names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return texts("inspection-days-more", days=Markup(said), n=more) if more > 0 else said


def still_said(texts: Texts, still: Still) -> Markup:
    if still.lessons:
        days = tuple(dict.fromkeys(ref.day for ref in still.lessons))
        return texts("inspection-still-lessons", n=len(still.lessons), days=days_said(texts, days))
    if still.pupils:
        return texts("inspection-still-pupils", names=names_said(texts, still.pupils))
    if still.hours:
        return texts("inspection-still-hours", n=still.hours)
    return texts("inspection-still-nothing")


def state_said(texts: Texts, remark: Remark, today: date) -> Markup:
    if remark.is_overdue(today):
        return texts("inspection-state-overdue", due=texts.date(remark.due))
    if remark.state is RemarkState.OPEN:
        return texts("inspection-state-open", due=texts.date(remark.due))
    if remark.state is RemarkState.FIXED or remark.settled_at is None:
        return texts("inspection-state-fixed")
    seen = remark.state is RemarkState.CLOSED and remark.settled_by is None
    key = "inspection-state-closed-seen" if seen else f"inspection-state-{remark.state.value}"
    return texts(key, at=texts.date(remark.settled_at.date()))


def state_sign(remark: Remark, today: date) -> str:
    if remark.is_overdue(today):
        return "🔴"
    return {RemarkState.OPEN: "⏳", RemarkState.FIXED: "🟡", RemarkState.CLOSED: "✅", RemarkState.WITHDRAWN: "↩️"}[
        remark.state
    ]


def named(remark: Remark) -> dict[str, str]:
    """Of a remark: class, subject, teacher, and its text as one line."""
    return {
        "class_name": remark.class_name,
        "subject": remark.subject.name,
        "teacher": remark.teacher.name.short,
        "text": cut(remark.text, LINE),
    }


def lesson_buttons(texts: Texts, still: Still) -> list[Button]:
    return [
        Button(
            texts("inspection-open-lesson", day=texts.short_day(ref.day)),
            LessonBelow(entry=ref.entry, day=packed(ref.day)),
        )
        for ref in still.lessons[:MOST_LESSONS]
    ]
