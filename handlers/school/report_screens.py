"""The record of substitutions of a month, in the chat."""

from collections import Counter
from datetime import timedelta

from domain.school.substitution_report import MonthOfSubstitutions, TeacherMonth
from handlers.kit.screen import Button, Screen
from handlers.school.changes_buttons import OpenChanges
from handlers.school.report_buttons import PrintSubstitutions, ShowSubstitutions, TakeSubstitutions, month_number
from handlers.texts.translator import Markup, Texts

MOST_LINES = 16
MOST_NAMES = 3


def month(texts: Texts, page: MonthOfSubstitutions) -> Screen:
    heading = texts("subs-heading", month=month_said(texts, page), n=page.substituted)
    lines: list[str] = [_line(texts, one) for one in page.teachers[:MOST_LINES]]
    more = len(page.teachers) - len(lines)
    lines += [texts("subs-more", n=more)] if more else []
    before, after = page.first - timedelta(days=1), page.first + timedelta(days=32)
    around = [
        Button(f"‹ {texts('subs-month', n=before.month)}", ShowSubstitutions(month=month_number(before))),
        Button(f"{texts('subs-month', n=after.month)} ›", ShowSubstitutions(month=month_number(after))),
    ]
    number = month_number(page.first)
    files = [
        Button(texts("subs-file"), TakeSubstitutions(month=number)),
        Button(texts("subs-print"), PrintSubstitutions(month=number)),
    ]
    text = "\n".join([heading, "", *(lines or [texts("subs-none")])])
    return Screen(text, [around, files if page.teachers else [], [Button(texts("changes-all"), OpenChanges())]])


def month_said(texts: Texts, page: MonthOfSubstitutions) -> str:
    """«ноябрь 2026»"""
    return f"{texts('subs-month', n=page.first.month)} {page.first.year}"


def _line(texts: Texts, one: TeacherMonth) -> Markup:
    names = Counter(", ".join(who.name.short for who in given.planned) or "—" for given in one.given)
    told = [texts("subs-for-whom", name=name, n=n) for name, n in names.most_common(MOST_NAMES)]
    whom = Markup(", ".join(told) + ("…" if len(names) > MOST_NAMES else ""))
    parts = [
        *([texts("subs-given", given=len(one.given), whom=whom)] if one.given else []),
        *([texts("subs-missed", missed=one.missed)] if one.missed else []),
        *([texts("subs-cancelled", cancelled=one.cancelled)] if one.cancelled else []),
    ]
    return texts("subs-line", name=one.teacher.name.short, said=Markup("; ".join(parts)))
