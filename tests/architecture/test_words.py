"""Words: keys that are put together at run time exist for every value, and Russian numbers agree with their nouns."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

import pytest
from aiogram.types import BotCommand
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import bot.application  # noqa: F401 - brings every refusal in
from domain.attendance.answers import Answer
from domain.attendance.contradictions import Doubtful
from domain.attendance.missed import Reason
from domain.attendance.notes import NoteReason
from domain.attendance.pages import Period
from domain.attendance.presence import Presence
from domain.control.achievement_lists import BY_PUPIL, Group
from domain.control.duties import Duty
from domain.control.findings import Finding, RemarkState
from domain.control.indicators import OF_LESSONS, By, Measure
from domain.control.indicators import LeftOut as NotCounted
from domain.control.inspection_spans import Span
from domain.control.overview import KEPT as IN_PICTURE
from domain.control.paper_day import MarkChange
from domain.control.periods import PeriodKind
from domain.control.risks import Risk
from domain.errors import Refused
from domain.ids import PersonId
from domain.journal.explained import Rule
from domain.journal.explained import Why as LeftOut
from domain.journal.lesson_line_meant import Why as LineWhy
from domain.journal.mark_requests import RequestState
from domain.journal.periods import ResultKind
from domain.journal.plan_progress import Lost
from domain.journal.plan_sheet import Fault
from domain.messaging.holds import HoldState
from domain.messaging.kinds import CHOOSABLE
from domain.roles.consent import ConsentState
from domain.roles.erasures import KEPT
from domain.roles.people import Role
from domain.school.bells_page import Now
from domain.school.calendar import SpanKind, TermKind
from domain.school.calendar_kept import Touched
from domain.school.changed_lessons import What
from domain.school.changes_rows import Why as RowWhy
from domain.school.clashes import Busy
from domain.school.documents import DocumentAudience
from domain.school.exemptions import Learning
from domain.school.importing import remarks
from domain.school.importing.plan import Kind
from domain.school.movement import MovementKind
from domain.school.movement_report import ReportPeriod
from domain.school.teacher_absences import Why as TeacherWhy
from domain.school.year_turn import Block, LeftBehind
from domain.talk.audiences import FAMILY_AUDIENCES, Audience, Why
from domain.talk.handovers import History
from domain.talk.polls import PollKind
from domain.talk.threads import Desk
from domain.talk.wording import FileKind
from handlers.attendance.absences_buttons import Tab
from handlers.control.attendance_sheet_screens import REASONS
from handlers.control.attendance_sheet_sheet import TOTALS
from handlers.control.class_report_paper import REASONS as MISSED_BY
from handlers.control.control_buttons import Paper
from handlers.control.control_screens import SECTIONS
from handlers.control.duties_buttons import LETTERS
from handlers.control.figures_sheets import NUMBERS
from handlers.control.figures_sheets import WIDTHS as COLUMNS
from handlers.control.inspection_buttons import ReportForm
from handlers.control.overview_screens import PERCENTS as OVERVIEW_PERCENTS
from handlers.control.paper_buttons import FileKind as Printed
from handlers.control.report_card_paper import MISSED
from handlers.control.rewriting_screens import FIELDS
from handlers.control.sheet_words import FIGURES
from handlers.control.sheets_buttons import ClassSheet
from handlers.roles.greeting import commands_for
from handlers.roles.own_data_file import fluent
from handlers.roles.screens import _help_topics
from handlers.school.bring_screens import HANGING
from handlers.talk.announcing_screens import USUAL, WIDE
from handlers.talk.poll_book import WIDTHS
from handlers.texts.translator import LANGUAGES, sources, texts_in
from storage.roles.erasures import everything
from storage.roles.own_data import TOLD, label
from tests import school

ROOT = Path(__file__).parents[2]
FLOORS = ("bot", "handlers", "scheduler")
PLURAL = {"one", "few", "many"}


def _commands(person: PersonId) -> list[BotCommand]:
    return commands_for(school.actor(person), texts_in("ru"))


AWAY = [status for status in Presence if status is not Presence.PRESENT]
SPANS = [kind.replace("_", "-") for kind in SpanKind]
NEWS = ["new", "corrected", "cancelled"]
FOUND = [one.replace("_", "-") for one in Finding]
AT_RUN_TIME: Mapping[str, list[str]] = {
    "overview-{}": [one.replace("_", "-") for one in OVERVIEW_PERCENTS],
    "overview-bar-{}": [one.replace("_", "-") for one in IN_PICTURE],
    "inspection-due-{}": ["3", "7"],
    "inspection-report-{}": [*ReportForm],
    "inspection-sign-{}": FOUND,
    "inspection-span-{}": [span.replace("_", "-") for span in Span],
    "inspection-told-{}": [*RemarkState],
    "inspection-told-own-{}": [*RemarkState],
    "inspection-what-{}": FOUND,
    "paper-attendance-{}": REASONS,
    "paper-field-{}": FIELDS,
    "paper-learning-{}": list(Learning),
    "paper-rewriting-{}": FIELDS,
    "paper-rewriting-mark-{}": [one.replace("_", "-") for one in MarkChange],
    "paper-rewriting-name-{}": list(Presence),
    "paper-sign-{}": [one for one in Presence if one is not Presence.PRESENT],
    "paper-sum-{}": TOTALS,
    "paper-term-{}": list(TermKind),
    "class-duties-of-{}": ["open", "late", "asked", "away"],
    "class-duties-what-{}": [duty.replace("_", "-") for duty in LETTERS],
    "class-duties-duty-{}": [duty.replace("_", "-") for duty in Duty],
    "class-duties-line-{}": [duty.replace("_", "-") for duty in Duty],
    "poll-asks-{}": [PollKind.ONE, PollKind.SEVERAL],
    "poll-book-{}": [*WIDTHS, "meetings", "by-name", "totals"],
    "poll-kind-{}": [*PollKind],
    "calendar-add-{}": SPANS,
    "calendar-kind-{}": SPANS,
    "calendar-pick-{}": SPANS,
    "calendar-term-{}": [kind.replace("_", "-") for kind in TermKind],
    "calendar-touched-{}": [one.name for one in fields(Touched)],
    "bells-now-{}": [*Now],
    "consent-line-{}": [state.replace("_", "-") for state in ConsentState],
    "documents-for-{}": [*DocumentAudience],
    "documents-news-{}": ["new", "asks", "reminder"],
    "documents-to-{}": [*DocumentAudience],
    "inbox-{}": ["owed", "asking", "documents"],
    "inbox-desk-{}": [desk.replace("_", "-") for desk in Desk],
    "handover-history-{}": [*History],
    "thread-paper-file-{}": [kind.replace("_", "-") for kind in FileKind],
    "duties-what-{}": ["attendance", "topic", "homework", "written-work"],
    "exempt-how-{}": [*Learning],
    "exempt-line-{}": [*Learning],
    "exempt-sign-{}": [*Learning],
    "evening-exempt-{}": [*Learning],
    "evening-exempted-{}": [*Learning],
    "plans-fault-{}": [fault.replace("_", "-") for fault in Fault],
    "plans-lost-{}": [lost.replace("_", "-") for lost in Lost],
    "changes-said-{}": [what for what in What if what not in (What.MOVED, What.SUBSTITUTED, What.ROOM, What.EXTRA)],
    "changes-clash-{}": [*Busy],
    "changes-file-{}": ["looked", "doubts-only", "nothing"],
    "changes-file-clash-{}": [*Busy],
    "changes-file-column-{}": ["changes", "doubts"],
    "changes-file-sheet-{}": ["changes", "doubts"],
    "changes-file-why-{}": [*RowWhy],
    "absent-why-{}": [*TeacherWhy],
    "subs-column-{}": ["teacher", "given", "missed", "cancelled", "day", "lesson", "what", "whose"],
    "where-list-{}": ["class", "teacher", "room"],
    "control-column-{}": [*COLUMNS, *NUMBERS],
    "control-families-{}": [one.name.lower() for one in Paper],
    "control-figure-{}": [*Measure],
    "control-file-{}": [one.name.lower() for one in Paper],
    "control-how-{}": [*Measure],
    "control-left-{}": [*NotCounted],
    "control-list-{}": [*By],
    "control-middle-{}": [Measure.HOMEWORK_IN_TIME, Measure.DENSITY],
    "control-period-{}": [PeriodKind.THIS_WEEK, PeriodKind.LAST_WEEK],
    "control-section-{}": [*SECTIONS],
    "control-short-{}": [*Measure],
    "control-short-of-{}": [*OF_LESSONS],
    "control-way-{}": [*By],
    "movement-ask-{}": [kind for kind in MovementKind if kind is not MovementKind.ENROLLED],
    "movement-instead-{}": [kind for kind in MovementKind if kind.leaves],
    "movement-period-{}": [*ReportPeriod],
    "movement-report-{}": ["came", "left", "moved-in", "moved-out"],
    "movement-sheet-{}": [*MovementKind],
    "movement-short-{}": [*MovementKind],
    "movement-state-{}": ["accepted", "declined", "withdrawn"],
    "year-block-{}": [one.replace("_", "-") for one in Block],
    "year-column-{}": ["old", "new", "leaders", "name", "teacher", "subject", "hours"],
    "year-left-{}": [one.replace("_", "-") for one in LeftBehind],
    "year-sheet-{}": ["classes", "pupils", "load"],
    "movement-what-{}": [*MovementKind],
    "absence-told-{}": [*Presence],
    "absence-was-{}": [*Presence],
    "absence-say-{}": [*Answer],
    "absence-said-{}": [*Answer],
    "absence-answered-{}": [*Answer],
    "analysis-{}": ["success", "quality", "degree", "average", "missing", "unmarked", "exempt", "passed"],
    "analysis-column-{}": ["success", "quality", "degree", "average"],
    "analysis-figure-{}": ["success", "quality", "degree", "average"],
    "analysis-group-{}": [*Group],
    "analysis-risk-{}": [*Risk],
    "absences-doubt-{}": [*Doubtful],
    "absences-period-{}": [*Period],
    "absences-reason-{}": [*Reason],
    "absences-tab-{}": [*Tab],
    "note-reason-{}": [*NoteReason],
    "note-say-{}": [*NoteReason],
    "note-told-{}": ["new", "changed", "cancelled"],
    "audience-{}": [*Audience],
    "compose-to-{}": [*FAMILY_AUDIENCES],
    "compose-{}": [kind.replace("_", "-") for kind in WIDE],
    "compose-{}-of": [*USUAL],
    "not-in-{}": ["mother", "father", "guardian", "other"],
    "scope-{}": [kind.replace("_", "-") for kind in WIDE],
    "announce-column-{}": ["class", "name", "person", "state"],
    "announce-state-{}": ["none", *(why.replace("_", "-") for why in Why)],
    "announce-why-{}": [why.replace("_", "-") for why in Why],
    "bringing-column-{}": ["who", "what", "old", "new", "about", "sheet", "row"],
    "bringing-count-{}": ["new", "changed", "untouched"],
    "bringing-field-{}": ["class", "birth", "number", "group", "guardian_relation", "post", "leads", "hours", "whole"],
    "bringing-hanging-{}": [*HANGING],
    "bringing-relation-{}": ["mother", "father", "guardian", "other"],
    "bringing-sheet-{}": [*Kind],
    "importing-about-{}": [*remarks.About],
    "importing-count-{}": [*Kind],
    "importing-expected-{}": [*remarks.Expected],
    "importing-why-{}": [*remarks.Why],
    "marks-request-{}": [*RequestState],
    "hold-became-{}": [state for state in HoldState if state is not HoldState.OPEN],
    "hold-told-absences-{}": [*HoldState],
    "hold-told-announcement-{}": [*HoldState],
    "diary-presence-{}": [*AWAY, "unexcused"],
    "homework-news-{}": NEWS,
    "homework-news-{}-own": NEWS,
    "journal-set-{}": [*Presence],
    "lessonline-left-{}": [*LineWhy],
    "journal-sign-{}": [*AWAY],
    "marks-{}": [kind.replace("_", "-") for kind in TermKind],
    "results-omitted-{}": [why.replace("_", "-") for why in LeftOut],
    "results-period-{}": [*ResultKind],
    "results-rule-{}": [rule.replace("_", "-") for rule in Rule],
    "results-short-{}": [*ResultKind],
    "privacy-column-{}": sorted({fluent(label(name)) for told in TOLD for name in told.shows}),
    "privacy-section-{}": [fluent(told.table.name) for told in TOLD],
    "privacy-goes-{}": sorted({one.kind for one in everything(PersonId(1))}),
    "privacy-stays-{}": [*KEPT],
    "roles-command-{}": sorted({one.command for person in school.PEOPLE for one in _commands(person)}),
    "roles-help-{}": sorted({topic for person in school.PEOPLE for topic in _help_topics(school.actor(person))}),
    "roles-name-{}": [*Role],
    "paper-take-{}": [kind.name.lower() for kind in Printed],
    "sheets-cards-{}": [kind.name.lower() for kind in Printed],
    "sheets-group-{}": [group.name.lower().replace("_", "-") for group in BY_PUPIL],
    "sheets-missed-{}": [*MISSED, *MISSED_BY],
    "sheets-of-{}": [*ResultKind],
    "sheets-to-{}": [sheet.name.lower() for sheet in ClassSheet],
    "sheets-{}": [*FIGURES],
    "settings-line-{}": [*CHOOSABLE],
}
"""Keys made by f-strings, and what stands in the hole."""


class _Placed(Visitor):
    """Variables that a text selects by number, those it selects by plural, and those printed right before a word."""

    def __init__(self) -> None:
        self.selected: dict[str, list[set[str]]] = {}
        self.before_word: set[str] = set()

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802 - the library's name
        if isinstance(node.selector, ftl.VariableReference):
            variants = {_key(variant) for variant in node.variants}
            self.selected.setdefault(node.selector.id.name, []).append(variants)
            for variant in node.variants:
                inner = _Placed()
                inner.visit(variant.value)
                self.before_word |= inner.before_word - ({node.selector.id.name} if variants >= PLURAL else set())
                self.selected |= inner.selected

    def visit_Pattern(self, node: ftl.Pattern) -> None:  # noqa: N802 - the library's name
        for placed, after in zip(node.elements, node.elements[1:], strict=False):
            if isinstance(after, ftl.TextElement) and re.match(r" [а-яё]{3,}", after.value):
                self.before_word |= _printed(placed)
        self.generic_visit(node)


def _key(variant: ftl.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ftl.Identifier) else variant.key.value


def _printed(placed: object) -> set[str]:
    inside = placed.expression if isinstance(placed, ftl.Placeable) else None
    return {inside.id.name} if isinstance(inside, ftl.VariableReference) else set()


def _russian() -> Iterator[tuple[str, _Placed]]:
    for source in sources("ru").values():
        for entry in FluentParser().parse(source).body:
            if isinstance(entry, ftl.Message):
                placed = _Placed()
                placed.visit(entry)
                yield entry.id.name, placed


def _subclasses(kind: type) -> set[type]:
    return {below for child in kind.__subclasses__() for below in (child, *_subclasses(child))}


def _numbers() -> set[str]:
    """Names of variables that hold numbers: whatever a text counts by, and whole-number fields of refusals."""
    counted = {
        name
        for _, placed in _russian()
        for name, selects in placed.selected.items()
        if any(PLURAL & variants or any(key.isdigit() for key in variants) for variants in selects)
    }
    refused = {field.name for kind in _subclasses(Refused) for field in fields(kind) if field.type in (int, "int")}
    return counted | refused | {"n", "all", "count"}


def _keys_made_in_code() -> Iterator[str]:
    for floor in FLOORS:
        for path in (ROOT / floor).rglob("*.py"):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "texts":
                    yield from (_pattern(node) for node in ast.walk(call.args[0]) if isinstance(node, ast.JoinedStr))


def _pattern(made: ast.JoinedStr) -> str:
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in made.values)


def test_every_key_made_at_run_time_is_listed_here() -> None:
    assert set(_keys_made_in_code()) == set(AT_RUN_TIME)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pattern", AT_RUN_TIME)
def test_every_value_has_its_text(pattern: str, language: str) -> None:
    assert [value for value in AT_RUN_TIME[pattern] if not texts_in(language).has(pattern.format(value))] == []


def test_a_russian_text_that_counts_knows_one_few_and_many() -> None:
    counting = {
        (key, name): variants
        for key, placed in _russian()
        for name, selects in placed.selected.items()
        for variants in selects
        if variants & {*PLURAL, "two"}
    }
    assert len(counting) > 5
    assert {where: variants for where, variants in counting.items() if not variants >= PLURAL} == {}


def test_no_russian_number_stands_before_a_word_that_does_not_agree_with_it() -> None:
    numbers = _numbers()
    assert {"minutes", "pupils", "length"} <= numbers
    assert {
        key: sorted(placed.before_word & numbers) for key, placed in _russian() if placed.before_word & numbers
    } == {}


@pytest.mark.parametrize(
    ("pupils", "said"), [(1, "1 ученик"), (2, "2 ученика"), (5, "5 учеников"), (11, "11 учеников"), (21, "21 ученик")]
)
def test_pupils_are_counted_as_russians_do(pupils: int, said: str) -> None:
    about = {"class_name": "7А", "subject": "Алгебра", "day": "завтра", "position": 1}
    assert texts_in("ru")("homework-set", pupils=pupils, **about).endswith(said)


@pytest.mark.parametrize(("inside", "said"), [(0, "вошли 0 из 8"), (1, "вошёл 1 из 8"), (2, "вошли 2 из 8")])
def test_a_verb_agrees_with_its_number_too(inside: int, said: str) -> None:
    about = {"name": "7А", "pupils": 5, "all-pupils": 5, "all-guardians": 8}
    assert said in texts_in("ru")("kit-turnout", guardians=inside, **about)
