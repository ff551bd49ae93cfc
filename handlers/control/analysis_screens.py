"""Results of many on the screen: the page with its four figures, and whose results there are to choose from."""

from collections import Counter
from collections.abc import Iterator

from domain.control.achievement import Counts
from domain.control.achievement_lists import Lists
from domain.control.achievement_pages import AchievementPage, Choices, Compared
from domain.control.achievement_scope import Asked, By, Scope
from domain.ids import PersonId
from domain.journal.periods import Period
from handlers.control.analysis_buttons import (
    Chart,
    ChooseAnalysis,
    DrawAnalysis,
    ExplainAnalysis,
    OpenAnalysis,
    OpenScope,
    ShowAnalysis,
    ShowLists,
    ShowRisks,
    ShowSplit,
    ShowUnfollowed,
    TakeAnalysis,
)
from handlers.control.analysis_words import figures, how_name, moved, periods_name, said, scope_name, share
from handlers.journal.results_buttons import OpenCourse
from handlers.kit.screen import Button, Screen, in_rows
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts

MOST_CHOICES = 50
"""Buttons of classes and courses on a screen: with long names of subjects as much as Telegram takes."""
MOST_UNSET = 5
"""Subjects without results that are named."""
SPLIT_KEYS = {
    By.CLASS: "analysis-by-class",
    By.SUBJECT: "analysis-by-subject",
    By.TEACHER: "analysis-by-teacher",
    By.GRADE: "analysis-by-grade",
}


def page(texts: Texts, page: AchievementPage) -> Screen:
    return Screen("\n".join(_text(texts, page)), _rows(texts, page))


def nothing(texts: Texts) -> Screen:
    """Of who reaches nothing that has marks: a first grade's class teacher."""
    return Screen(texts("analysis-nothing"), [[Button(texts("to-menu"), OpenMenu())]])


def choose(texts: Texts, choices: Choices, teacher: PersonId, grade: int) -> Screen:
    """The school, grades, own class and courses; with `grade` its classes."""
    classes = [one for one in choices.classes if one.grade == grade or not (grade or choices.school)]
    by_class = [Button(one.name, _open(Scope(class_id=one.id))) for one in classes[:MOST_CHOICES]]
    if grade:
        whole = [Button(texts("analysis-grade", grade=grade), _open(Scope(grade=grade)))]
        back = [Button(texts("back"), ChooseAnalysis(grade=0))]
        return Screen(texts("analysis-choose"), [whole, *in_rows(by_class, 4), back])
    school = [Button(texts("analysis-school"), _open(Scope()))] if choices.school else []
    grades = [Button(texts("analysis-grade", grade=one), ChooseAnalysis(grade=one)) for one in choices.grades]
    mine = [Button(texts("analysis-all-mine"), _open(Scope(teacher=teacher)))] if choices.courses else []
    courses = [
        Button(f"{one.class_name} · {one.subject_name}", _open(Scope(class_id=one.class_id, subject=one.subject)))
        for one in choices.courses[: MOST_CHOICES - len(by_class)]
    ]
    past = [Button(texts("analysis-last-year"), ShowAnalysis.of(Asked(Scope(), Period.YEAR, past=True)))]
    rows = [school, *in_rows(grades, 3), *in_rows(by_class, 4), mine, *in_rows(courses, 2)]
    return Screen(
        texts("analysis-choose"),
        [*rows, past if choices.last_year else [], [Button(texts("back"), OpenAnalysis())]],
    )


def heading(texts: Texts, page: AchievementPage) -> Markup:
    how = Markup(how_name(texts, page.asked, page.shown))
    return texts("analysis-heading", whose=scope_name(texts, page.names), how=how)


def list_counts(texts: Texts, lists: Lists) -> Markup:
    """«отличники — 3, хорошисты — 10»; all of them, as a nought is good to know too."""
    counted = (texts(f"analysis-group-{group}", count=len(listed)) for group, listed in lists.items())
    return Markup(", ".join(counted))


def _text(texts: Texts, page: AchievementPage) -> Iterator[str]:
    yield heading(texts, page)
    yield ""
    before = page.last_term
    for key, value in figures(page.counts):
        was = dict(figures(before.before)).get(key) if before is not None else None
        now = dict(figures(before.now)).get(key) if before is not None else None
        yield texts(f"analysis-{key}", value=said(texts, key, value), moved=moved(texts, now, was) or "none")
    yield ""
    yield texts("analysis-counted", total=page.counts.total, na=page.counts.na, pupils=page.pupils)
    yield from _left_out(texts, page)
    yield from _compared(texts, page)
    yield ""
    yield texts("analysis-lists-are", lists=list_counts(texts, page.lists))


def _left_out(texts: Texts, page: AchievementPage) -> Iterator[str]:
    counts, current = page.counts, page.asked.current
    parts = {
        "unmarked" if current else "missing": page.missing,
        "exempt": counts.exempt,
        "passed": counts.passed + counts.failed,
    }
    listed = [texts(f"analysis-{key}", count=count) for key, count in parts.items() if count]
    if listed:
        yield texts("analysis-left-out", parts=Markup(", ".join(listed)))
    if page.unset:
        yield texts("analysis-unset", current=current, courses=unset_courses(page), count=len(page.unset))


def unset_courses(page: AchievementPage) -> str:
    """«Музыка, Разговоры о важном»; of several classes with how many: «Музыка (7)»; the most frequent first."""
    counts = Counter(one.subject_name for one in page.unset)
    one_class = page.asked.scope.class_id is not None
    named = [name if one_class else f"{name} ({count})" for name, count in counts.most_common(MOST_UNSET)]
    return ", ".join([*named, *(["…"] if len(counts) > MOST_UNSET else [])])


def _compared(texts: Texts, page: AchievementPage) -> Iterator[str]:
    if page.last_term is not None and page.last_term.now.total:
        yield texts("analysis-arrows", period=Markup(periods_name(texts, page.last_term.periods)))
    elif page.last_term is not None:
        yield _then(texts, "analysis-last-term", page.last_term, page.last_term.before)
    if page.last_year is not None:
        yield _then(texts, "analysis-year-ago", page.last_year, page.last_year.before)


def _then(texts: Texts, key: str, compared: Compared, counts: Counts) -> str:
    then = periods_name(texts, compared.periods)
    formerly = ", ".join(compared.formerly) or "none"
    figures_ = {"success": share(texts, counts.success), "quality": share(texts, counts.quality)}
    return texts(key, period=Markup(then), formerly=formerly, **figures_)


def _rows(texts: Texts, page: AchievementPage) -> list[list[Button]]:
    asked, scope = page.asked, page.asked.scope
    lists = [
        Button(texts("analysis-lists"), ShowLists.of(asked)),
        *([] if asked.past else [Button(texts("analysis-risks"), ShowRisks.of(asked))]),
    ]
    splits = [Button(texts(SPLIT_KEYS[by]), ShowSplit.of(asked, by=by, page=0)) for by in scope.splits]
    how = [
        Button(texts("analysis-explain"), ExplainAnalysis.of(asked)),
        *([] if asked.current else [Button(texts("analysis-unfollowed"), ShowUnfollowed.of(asked, page=0))]),
    ]
    chart = Chart.TERMS if scope.class_id is not None else Chart.CLASSES
    drawn, files = [Button(texts("analysis-picture"), DrawAnalysis.of(asked, what=chart))], []
    if page.whole_school or scope.class_id is not None:
        files = [
            Button(texts("analysis-xlsx"), TakeAnalysis.of(asked, printed=False)),
            Button(texts("analysis-pdf"), TakeAnalysis.of(asked, printed=True)),
        ]
    course = []
    if scope.class_id is not None and scope.subject is not None and not asked.past:
        sheet = OpenCourse(school_class=scope.class_id, subject=scope.subject)
        course = [Button(texts("analysis-sheet"), sheet)]
    last = [Button(texts("analysis-choose-other"), ChooseAnalysis(grade=0)), Button(texts("to-menu"), OpenMenu())]
    return [*_tabs(texts, page), lists, *in_rows(splits, 2), how, drawn, files, course, last]


def _tabs(texts: Texts, page: AchievementPage) -> list[list[Button]]:
    """Periods; the forecast beside them, where the year runs."""
    asked = page.asked
    tabs = [
        Button(
            f"● {name}" if one is asked.period and not asked.current else name,
            ShowAnalysis.of(Asked(asked.scope, one, past=asked.past)),
        )
        for one in page.periods
        if (name := texts(f"results-short-{one.kind}", number=one.number))
    ]
    name = texts("analysis-by-current")
    current = Button(f"● {name}" if asked.current else name, ShowAnalysis.of(Asked(asked.scope, asked.period, True)))
    return [*in_rows(tabs, 4), [] if asked.past else [current]]


def _open(scope: Scope) -> OpenScope:
    return OpenScope.of(Asked(scope, Period.YEAR))
