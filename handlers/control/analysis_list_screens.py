"""Lists behind the results of many: parts of a scope, pupils by their results, what does not follow, who is at risk."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from domain.control.achievement_lists import Group, Listed
from domain.control.achievement_pages import AchievementPage, SplitPage, SplitRow
from domain.control.achievement_scope import Asked, By
from domain.control.risk_pages import AtRisk, Reason, RiskPage
from domain.control.risks import MISSED_DAYS, Below, DaysAway, Missed, Risk, Twos
from domain.control.unfollowed import Unfollowed, UnfollowedPage
from domain.school.roster import Seat
from handlers.control.analysis_buttons import (
    OpenPupilBelow,
    ShowAnalysis,
    ShowList,
    ShowLists,
    ShowRisk,
    ShowRisks,
    ShowSplit,
    ShowUnfollowed,
)
from handlers.control.analysis_screens import SPLIT_KEYS, heading
from handlers.control.analysis_words import average, how_name, moved, scope_name, share
from handlers.journal.results_screens import shown
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen, in_rows
from handlers.texts.translator import Markup, Texts

PUPILS, ROWS = 10, 16
"""On a screen."""
MOST_SUBJECTS = 200
"""Characters of a line's subjects."""
MOST_REASON = 120
"""Characters of a reason that somebody gave."""
MOST_REASONS = 4
"""Of a line."""
Item = TypeVar("Item")


def split(texts: Texts, split: SplitPage, number: int) -> Screen:
    """A line and a button for each part; ▲ and ▼: of the quality, since the last term."""
    number, rows, many = _page_of(split.rows, number, ROWS)
    asked, by = split.page.asked, split.by
    scope = asked.scope
    buttons = [
        Button(
            cut(_part(texts, by, one), 40),
            ShowAnalysis.of(Asked(scope.inside(by, one.key), asked.period, asked.current, asked.past)),
        )
        for one in rows
    ]
    turn = _turn(many, number, lambda to: ShowSplit.of(asked, by=by, page=to))
    lines = [_split_line(texts, by, one, current=asked.current) for one in rows] or [texts("analysis-split-empty")]
    others = [
        Button(texts(SPLIT_KEYS[one]), ShowSplit.of(asked, by=one, page=0)) for one in scope.splits if one is not by
    ]
    back = [Button(texts("back"), ShowAnalysis.of(asked))]
    text = "\n".join([heading(texts, split.page), "", *lines, "", texts("analysis-split-key")])
    return Screen(text, [*in_rows(buttons, 4 if by in (By.CLASS, By.GRADE) else 2), turn, *in_rows(others, 2), back])


def lists(texts: Texts, page: AchievementPage) -> Screen:
    buttons = [
        Button(texts(f"analysis-group-{group}", count=len(listed)), ShowList.of(page.asked, group=group, page=0))
        for group, listed in page.lists.items()
    ]
    note = _lists_note(texts, page)
    back = [Button(texts("back"), ShowAnalysis.of(page.asked))]
    return Screen("\n".join([heading(texts, page), "", note]), [*in_rows(buttons, 2), back])


def pupils(texts: Texts, page: AchievementPage, group: Group, number: int) -> Screen:
    listed = page.lists.get(group, ())
    number, here, many = _page_of(listed, number, PUPILS)
    head = [heading(texts, page), texts("analysis-list", name=texts(f"analysis-group-{group}", count=len(listed)))]
    lines = [_pupil(texts, one, place) for place, one in enumerate(here, number * PUPILS + 1)]
    turn = _turn(many, number, lambda to: ShowList.of(page.asked, group=group, page=to))
    opened = [_opens(one.seat) for one in here] if page.opens_pupils else []
    back = [Button(texts("back"), ShowLists.of(page.asked))]
    body = lines or [texts("analysis-list-empty")]
    return Screen("\n".join([*head, "", *body]), [*in_rows(opened, 2), turn, back])


def unfollowed(texts: Texts, page: UnfollowedPage, number: int) -> Screen:
    number, here, many = _page_of(page.listed, number, PUPILS)
    how = Markup(how_name(texts, page.asked, page.shown))
    head = texts("analysis-unfollowed-heading", whose=scope_name(texts, page.names), how=how, count=len(page.listed))
    lines = [_not_following(texts, one) for one in here] or [texts("analysis-unfollowed-none")]
    turn = _turn(many, number, lambda to: ShowUnfollowed.of(page.asked, page=to))
    return Screen("\n".join([head, "", *lines]), [turn, [Button(texts("back"), ShowAnalysis.of(page.asked))]])


def risks(texts: Texts, page: RiskPage) -> Screen:
    """How many there are of each; behind it who and why."""
    buttons = [
        Button(texts(f"analysis-risk-{risk}", count=len(listed)), ShowRisk.of(page.asked, risk=risk, page=0))
        for risk, listed in page.lists.items()
    ]
    head = texts("analysis-risks-heading", whose=scope_name(texts, page.names), count=page.pupils)
    back = [Button(texts("back"), ShowAnalysis.of(page.asked))]
    return Screen("\n".join([head, "", texts("analysis-risks-how", days=MISSED_DAYS)]), [*in_rows(buttons, 1), back])


def risk(texts: Texts, page: RiskPage, which: Risk, number: int) -> Screen:
    listed = page.lists.get(which, ())
    number, here, many = _page_of(listed, number, PUPILS)
    head = texts("analysis-risks-heading", whose=scope_name(texts, page.names), count=page.pupils)
    name = texts("analysis-risk-list", name=texts(f"analysis-risk-{which}", count=len(listed)))
    lines = [_at_risk(texts, one, place) for place, one in enumerate(here, number * PUPILS + 1)]
    turn = _turn(many, number, lambda to: ShowRisk.of(page.asked, risk=which, page=to))
    opened = [_opens(one.seat) for one in here] if page.opens_pupils else []
    body = lines or [texts("analysis-list-empty")]
    back = [Button(texts("back"), ShowRisks.of(page.asked))]
    return Screen("\n".join([head, name, "", *body]), [*in_rows(opened, 2), turn, back])


def reason(texts: Texts, one: Reason) -> Markup:
    """«Алгебра: было 4, выходит 3 (3,40)»"""
    subject = one.subject_name or "none"
    match one.finding:
        case Below(before=before, likely=likely, average=value):
            said = {"before": before, "likely": likely, "average": shown(texts, value)}
            return texts("analysis-why-below", subject=subject, **said)
        case Twos(count=count, last=last):
            return texts("analysis-why-twos", subject=subject, count=count, day=texts.date(last))
        case Missed(missed=missed, lessons=lessons):
            return texts("analysis-why-missed", subject=subject, missed=missed, lessons=lessons)
        case DaysAway(count=count, first=first, last=last):
            return texts("analysis-why-days", count=count, first=texts.date(first), last=texts.date(last))


def why_unfollowed(texts: Texts, one: Unfollowed) -> Markup:
    """What follows today, and the reason given; without one the marks changed since."""
    explained, result = one.explained, one.result
    value = explained.average
    counted = texts(
        "analysis-follows",
        proposed=explained.proposed or "none",
        average=shown(texts, value) if value is not None else "none",
        count=explained.count,
        fewest=explained.fewest,
        few=explained.too_few,
    )
    given = (
        texts("analysis-reason", reason=cut(result.reason, MOST_REASON))
        if result.reason
        else texts("analysis-changed-since")
    )
    return Markup(f"{counted}; {given}")


def _split_line(texts: Texts, by: By, one: SplitRow, *, current: bool) -> Markup:
    counts = one.counts
    return texts(
        "analysis-split-line",
        name=_part(texts, by, one),
        success=share(texts, counts.success),
        quality=share(texts, counts.quality),
        moved=moved(texts, counts.quality, one.before.quality if one.before else None) or "none",
        degree=share(texts, counts.degree),
        average=average(texts, counts.average),
        missing=one.missing,
        current=current,
    )


def _part(texts: Texts, by: By, one: SplitRow) -> str:
    return texts("analysis-grade", grade=one.key) if by is By.GRADE else one.name


def _lists_note(texts: Texts, page: AchievementPage) -> Markup:
    if not page.asked.scope.whole_pupils:
        return texts("analysis-lists-by-mark")
    return texts("analysis-lists-so-far" if page.asked.current else "analysis-lists-whole")


def _pupil(texts: Texts, one: Listed, place: int) -> Markup:
    subjects = cut(", ".join(one.subjects), MOST_SUBJECTS) or "none"
    about = {"place": place, "name": one.seat.name.listed, "class_name": one.school_class.name}
    return texts("analysis-pupil", subjects=subjects, **about)


def _at_risk(texts: Texts, one: AtRisk, place: int) -> Markup:
    whys = [reason(texts, each) for each in one.reasons]
    shown_ = whys[:MOST_REASONS]
    rest = texts("analysis-more", count=len(whys) - len(shown_)) if len(whys) > len(shown_) else ""
    about = {"place": place, "name": one.seat.name.listed, "class_name": one.school_class.name}
    return texts("analysis-pupil", subjects=Markup("; ".join([*shown_, *([rest] if rest else [])])), **about)


def _not_following(texts: Texts, one: Unfollowed) -> Markup:
    return texts(
        "analysis-unfollowed-line",
        name=one.seat.name.listed,
        class_name=one.school_class.name,
        subject=one.subject_name,
        value=one.result.value,
        why=why_unfollowed(texts, one),
    )


def _opens(seat: Seat) -> Button:
    return Button(cut(seat.name.listed, 40), OpenPupilBelow(pupil=seat.pupil))


def _page_of(listed: Sequence[Item], number: int, most: int) -> tuple[int, Sequence[Item], int]:
    """Which page it is after all, what stands on it, how many there are."""
    many = max(1, -(-len(listed) // most))
    number = min(max(number, 0), many - 1)
    return number, listed[number * most : (number + 1) * most], many


def _turn(
    many: int, number: int, to: Callable[[int], ShowSplit | ShowList | ShowUnfollowed | ShowRisk]
) -> list[Button]:
    """« ‹ 3/12 › »; nothing of a single page."""
    if many == 1:
        return []
    before = [Button("‹", to(number - 1))] if number else []
    after = [Button("›", to(number + 1))] if number + 1 < many else []
    return [*before, Button(f"{number + 1}/{many}", to(number)), *after]
