"""The curriculum plan on screens: topics to choose from, plan against fact, a file that was brought."""

from collections.abc import Iterator, Sequence

from domain.journal.plan_import import PlanReport
from domain.journal.plan_progress import Lost, PlanProgress
from domain.journal.plan_sheet import PlanMistake
from domain.journal.plans import TopicChoice
from domain.journal.what_was import PastHomework, WhatWas
from domain.school.timetable import LessonRef, PlannedLesson
from handlers.journal.buttons import AskTopic, OpenRollCall
from handlers.journal.plan_buttons import AcceptTopic, BringPlan, LeavePlan, ShowProgress, cut
from handlers.kit.days import packed
from handlers.kit.screen import Button, Screen, Style
from handlers.roles.buttons import OpenMenu
from handlers.texts.translator import Markup, Texts

MOST_MISTAKES = 15
LONGEST_CELL = 60
LONGEST_HOMEWORK = 300
"""Characters that are shown."""


def topic_choice(texts: Texts, choice: TopicChoice) -> Screen:
    """The next topics of the plan, one tap each; anything else is typed."""
    lesson = choice.lesson
    ref = _Ref(lesson.ref)
    parts = [texts("plans-ask-topic", subject=lesson.subject.name, classes=_classes_of(lesson))]
    parts += [texts("plans-written", topic=choice.written)] if choice.written else []
    parts.append(texts("plans-type-or-number" if choice.planned else "plans-none-yet"))
    rows = [[Button(f"{one.number}. {cut(one.topic)}", ref.accept(one.id))] for one in choice.ahead]
    rows += [[Button(texts("plans-progress"), ref.progress)]] if choice.planned else []
    rows += [[Button(texts("plans-take-back"), ref.accept(0))]] if choice.written else []
    return Screen("\n\n".join(parts), [*rows, [Button(texts("back"), ref.lesson)]])


def progress(texts: Texts, one: PlanProgress) -> Screen:
    lesson, ref = one.lesson, _Ref(one.lesson.ref)
    lines = [
        texts("plans-progress-heading", subject=lesson.subject.name, classes=_classes_of(lesson)),
        "",
        texts("plans-given", given=one.given, total=one.total, planned=one.planned),
        _balance(texts, one.balance),
        *_lost(texts, one),
        "",
        _end(texts, one),
    ]
    rows = [[Button(texts("plans-to-topic"), ref.topic)], [Button(texts("plans-to-lesson"), ref.lesson)]]
    return Screen("\n".join(lines), rows)


def what_was(texts: Texts, past: WhatWas) -> Screen:
    lesson, ref = past.lesson, _Ref(past.lesson.ref)
    heading = texts("plans-what-was-heading", subject=lesson.subject.name, classes=_classes_of(lesson))
    topics = [texts("plans-past-topic", day=texts.short_day(one.day), topic=one.topic) for one in past.topics]
    homework = [_homework(texts, one) for one in past.homework]
    lines = [heading, "", texts("plans-topics-were"), *(topics or [texts("plans-no-topics")])]
    lines += ["", texts("plans-homework-was"), *(homework or [texts("plans-no-homework")])]
    return Screen("\n".join(lines), [[Button(texts("plans-to-lesson"), ref.lesson)]])


def brought(texts: Texts, report: PlanReport, file: int) -> Screen:
    """What a file holds and would change; with mistakes, what to mend."""
    lines = [*report_lines(texts, report)]
    if report.mistakes or not report.changes.any:
        return Screen("\n".join(lines), [[_menu(texts)]])
    take = Button(texts("plans-take"), BringPlan(file=file), style=Style.SUCCESS)
    return Screen("\n".join(lines), [[take, Button(texts("plans-leave"), LeavePlan())]])


def taken(texts: Texts, report: PlanReport) -> Screen:
    return Screen("\n".join(report_lines(texts, report)), [[_menu(texts)]])


def left(texts: Texts) -> Screen:
    return Screen(texts("plans-left"), [[_menu(texts)]])


def report_lines(texts: Texts, report: PlanReport) -> Iterator[Markup]:
    """One for each thing to say; mistakes with their places."""
    part, changes = report.taught.part, report.changes
    name = f"{part.name} ({part.group_name})" if part.group_name else part.name
    yield texts("plans-of", subject=report.taught.subject.name, classes=name)
    if report.mistakes:
        yield texts("plans-refused", count=len(report.mistakes))
        yield from (mistake_line(texts, one) for one in report.mistakes[:MOST_MISTAKES])
        if len(report.mistakes) > MOST_MISTAKES:
            yield texts("plans-more-mistakes", count=len(report.mistakes) - MOST_MISTAKES)
        return
    yield texts("plans-holds", topics=report.topics, hours=report.hours)
    if not changes.any:
        yield texts("plans-nothing-new")
        return
    key = "plans-taken" if report.written else "plans-would-take"
    yield texts(key, new=len(changes.new), changed=len(changes.changed), gone=len(changes.gone))
    if report.skipped:
        yield texts("plans-skipped", rows=", ".join(str(place.row) for place in report.skipped[:MOST_MISTAKES]))


def mistake_line(texts: Texts, mistake: PlanMistake) -> Markup:
    """«строка 5, столбец C: «полтора» — …»"""
    place, wrong = mistake.place, texts(f"plans-fault-{mistake.fault.value.replace('_', '-')}")
    if not place.row:
        return wrong
    value = mistake.value if len(mistake.value) <= LONGEST_CELL else f"{mistake.value[: LONGEST_CELL - 1]}…"
    about = {"row": place.row, "column": place.letters, "wrong": wrong}
    return texts("plans-mistake", value=value, **about) if value else texts("plans-mistake-empty", **about)


class _Ref:
    """The ways from a screen of one lesson."""

    def __init__(self, ref: LessonRef) -> None:
        entry, day = ref.entry, packed(ref.day)
        self.lesson = OpenRollCall(entry=entry, day=day, page=0)
        self.topic = AskTopic(entry=entry, day=day)
        self.progress = ShowProgress(entry=entry, day=day)
        self._of = ref

    def accept(self, topic: int) -> AcceptTopic:
        return AcceptTopic(entry=self._of.entry, day=packed(self._of.day), page=0, topic=topic)


def _balance(texts: Texts, hours: int) -> Markup:
    if not hours:
        return texts("plans-on-time")
    return texts("plans-ahead", count=hours) if hours > 0 else texts("plans-behind", count=-hours)


def _lost(texts: Texts, one: PlanProgress) -> Sequence[Markup]:
    named = [
        texts(f"plans-lost-{kind.value.replace('_', '-')}", count=one.lost[kind]) for kind in Lost if one.lost.get(kind)
    ]
    lines = [texts("plans-lost", what=Markup(", ".join(named)))] if named else []
    return [*lines, texts("plans-without-topic", count=one.without_topic)] if one.without_topic else lines


def _end(texts: Texts, one: PlanProgress) -> Markup:
    year_ends = texts.date(one.year_ends)
    if one.given == one.total:
        return texts("plans-finished")
    if one.ends_on is None:
        return texts("plans-too-late", missing=one.missing, year_ends=year_ends)
    return texts("plans-in-time", day=texts.date(one.ends_on), year_ends=year_ends)


def _homework(texts: Texts, one: PastHomework) -> Markup:
    day = texts.short_day(one.due_day)
    if one.none_set:
        return texts("plans-past-none-set", day=day)
    said = one.text if len(one.text) <= LONGEST_HOMEWORK else f"{one.text[: LONGEST_HOMEWORK - 1]}…"
    return texts("plans-past-homework", day=day, text=said, files=one.files)


def _classes_of(lesson: PlannedLesson) -> str:
    return ", ".join(f"{part.name} ({part.group_name})" if part.group_name else part.name for part in lesson.parts)


def _menu(texts: Texts) -> Button:
    return Button(texts("to-menu"), OpenMenu())
