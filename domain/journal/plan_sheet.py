"""A curriculum plan (КТП) as people bring it: which column is what, every topic, every cell that cannot be taken."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.journal.my_lesson import MOST_TOPIC
from domain.roles.names import norm
from domain.school.calendar import SchoolCalendar
from domain.school.importing.sheets import Place, Sheet, SheetRow

LOOKED_AT = 20
"""Rows from the top among which the headings may stand: plans have a title above."""
MOST_HOURS = 100


class PlanColumn(StrEnum):
    NUMBER = "number"
    TOPIC = "topic"
    HOURS = "hours"
    DAY = "day"


class Fault(StrEnum):
    """What is wrong with a cell, or with the whole file."""

    NO_HEADINGS = "no_headings"
    HEADING_TWICE = "heading_twice"
    NO_TOPICS = "no_topics"
    NUMBER = "number"
    NUMBER_TWICE = "number_twice"
    TOPIC = "topic"
    TOPIC_LENGTH = "topic_length"
    HOURS = "hours"
    DAY = "day"
    DAY_OUTSIDE = "day_outside"


@dataclass(frozen=True, slots=True)
class PlanMistake:
    place: Place
    value: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class WishedTopic:
    number: int
    topic: str
    hours: int
    day: date | None


@dataclass(frozen=True, slots=True)
class PlanRead:
    """What stands in a file. `skipped`: headings of chapters and sums, which are no topics."""

    topics: tuple[WishedTopic, ...] = ()
    mistakes: tuple[PlanMistake, ...] = ()
    skipped: tuple[Place, ...] = ()


_WORDS: Mapping[PlanColumn, str] = {
    PlanColumn.NUMBER: "№|n|no|номер|№ п/п|№ пп|п/п|№ урока|номер урока|урок|number",
    PlanColumn.TOPIC: "тема|темы|тема урока|тема занятия|тема уроков|название темы|наименование темы|содержание"
    "|содержание урока|раздел, тема|разделы и темы|topic",
    PlanColumn.HOURS: "час|часы|часов|ч|кол-во часов|количество часов|кол-во ч|число часов|всего часов|hours",
    PlanColumn.DAY: "дата|план|по плану|дата план|дата по плану|дата (план)|дата (по плану)|плановая дата"
    "|планируемая дата|дата проведения|дата проведения по плану|дата проведения (план)|date",
}
_COLUMNS = {word: column for column, words in _WORDS.items() for word in words.split("|")}
_NUMBER = re.compile(r"(\d{1,3})(?:\s*[-–—,]\s*(\d{1,3}))?\.?")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?\.?")
_NO_TOPIC = re.compile(r"(?:итого|всего|раздел|глава|модуль|блок|\w+ (?:четверть|полугодие|триместр))\b")


def read_plan(sheets: Sequence[Sheet], calendar: SchoolCalendar) -> PlanRead:
    """The first sheet with headings of a plan. Columns besides these four are left unread."""
    for sheet in sheets:
        for row in sheet.rows[:LOOKED_AT]:
            columns = _columns(row)
            if any(column is PlanColumn.TOPIC for column, _ in columns):
                return _of_sheet(sheet, row, columns, calendar)
    file = sheets[0].file if sheets else ""
    return PlanRead(mistakes=(PlanMistake(Place(file), "", Fault.NO_HEADINGS),))


def _columns(row: SheetRow) -> list[tuple[PlanColumn, int]]:
    named = ((_bare(text), number) for number, text in enumerate(row.cells, 1))
    return [(_COLUMNS[text], number) for text, number in named if text in _COLUMNS]


def _bare(heading: str) -> str:
    return norm(heading).replace(".", "").replace("№п/п", "№ п/п").strip(" :*")


def _of_sheet(
    sheet: Sheet, heading: SheetRow, columns: Sequence[tuple[PlanColumn, int]], calendar: SchoolCalendar
) -> PlanRead:
    twice = [column for column, times in Counter(column for column, _ in columns).items() if times > 1]
    if twice:
        at = max(number for column, number in columns if column is twice[0])
        place = Place(sheet.file, sheet.name, heading.number, at)
        return PlanRead(mistakes=(PlanMistake(place, heading.cell(at), Fault.HEADING_TWICE),))
    reading = _Reading(sheet, dict(columns), calendar)
    for row in sheet.rows:
        if row.number > heading.number:
            reading.take(row)
    return reading.done()


class _Reading:
    """Goes down the rows and keeps what it found."""

    def __init__(self, sheet: Sheet, columns: Mapping[PlanColumn, int], calendar: SchoolCalendar) -> None:
        self._sheet = sheet
        self._columns = columns
        self._calendar = calendar
        self._topics: list[WishedTopic] = []
        self._mistakes: list[PlanMistake] = []
        self._skipped: list[Place] = []
        self._numbers: set[int] = set()

    def done(self) -> PlanRead:
        if not (self._topics or self._mistakes):
            self._mistakes.append(PlanMistake(Place(self._sheet.file, self._sheet.name), "", Fault.NO_TOPICS))
        topics = sorted(self._topics, key=lambda one: one.number)
        return PlanRead(tuple(topics), tuple(self._mistakes), tuple(self._skipped))

    def take(self, row: SheetRow) -> None:
        if self._is_no_topic(row):
            self._skipped.append(Place(self._sheet.file, self._sheet.name, row.number))
            return
        before = len(self._mistakes)
        number, last = self._number(row)
        topic, hours, day = self._topic(row), self._hours(row, last - number + 1), self._day(row)
        if len(self._mistakes) == before:
            self._topics.append(WishedTopic(number, topic, hours, day))

    def _is_no_topic(self, row: SheetRow) -> bool:
        """Without a number: a sum, or words that stand alone in their row, such as a chapter's name."""
        if PlanColumn.NUMBER in self._columns and self._cell(row, PlanColumn.NUMBER):
            return False
        said = [cell for cell in row.cells if cell]
        alone = len(said) == 1 and PlanColumn.NUMBER in self._columns
        return alone or bool(_NO_TOPIC.match(norm(said[0])))

    def _number(self, row: SheetRow) -> tuple[int, int]:
        """«12» is 12; «12–13» a topic of two lessons; without such a column topics are counted."""
        if PlanColumn.NUMBER not in self._columns:
            number = last = len(self._numbers) + 1
        else:
            said = self._cell(row, PlanColumn.NUMBER)
            found = _NUMBER.fullmatch(said)
            number, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
            if not 0 < number <= last:
                self._wrong(row, PlanColumn.NUMBER, Fault.NUMBER)
            elif number in self._numbers:
                self._wrong(row, PlanColumn.NUMBER, Fault.NUMBER_TWICE)
        self._numbers.add(number)
        return number, last

    def _topic(self, row: SheetRow) -> str:
        topic = " ".join(self._cell(row, PlanColumn.TOPIC).split())
        if not topic:
            self._wrong(row, PlanColumn.TOPIC, Fault.TOPIC)
        elif len(topic) > MOST_TOPIC:
            self._wrong(row, PlanColumn.TOPIC, Fault.TOPIC_LENGTH)
        return topic

    def _hours(self, row: SheetRow, by_number: int) -> int:
        said = self._cell(row, PlanColumn.HOURS)
        if not said:
            return min(max(by_number, 1), MOST_HOURS)
        if not (said.isdecimal() and 1 <= int(said) <= MOST_HOURS):
            self._wrong(row, PlanColumn.HOURS, Fault.HOURS)
            return 1
        return int(said)

    def _day(self, row: SheetRow) -> date | None:
        said = self._cell(row, PlanColumn.DAY)
        if not said:
            return None
        day = next(_days(said, self._calendar), None)
        if day is None:
            self._wrong(row, PlanColumn.DAY, Fault.DAY)
        elif not self._calendar.starts_on <= day <= self._calendar.ends_on:
            self._wrong(row, PlanColumn.DAY, Fault.DAY_OUTSIDE)
        return day

    def _cell(self, row: SheetRow, column: PlanColumn) -> str:
        return row.cell(self._columns[column]) if column in self._columns else ""

    def _wrong(self, row: SheetRow, column: PlanColumn, fault: Fault) -> None:
        at = self._columns[column]
        place = Place(self._sheet.file, self._sheet.name, row.number, at)
        self._mistakes.append(PlanMistake(place, row.cell(at), fault))


def _days(said: str, calendar: SchoolCalendar) -> Iterator[date]:
    """2026-09-05 as a spreadsheet keeps it, «05.09.2026», «5.09.26», «05.09» of this school year."""
    found = _DOTTED.fullmatch(said)
    if found is None:
        yield from _made(said)
        return
    day, month, year = found.groups()
    years = [int(year) % 100 + 2000] if year else [calendar.starts_on.year, calendar.ends_on.year]
    made = [one for number in years for one in _made(f"{number:04}-{month:0>2}-{day:0>2}")]
    yield from sorted(made, key=lambda one: not calendar.starts_on <= one <= calendar.ends_on)


def _made(iso: str) -> Iterator[date]:
    try:
        yield date.fromisoformat(iso)
    except ValueError:
        return
