"""Reading timetables made by aSc: its export «aSc Timetables 2012 XML», opened in a process of its own."""

import json
import os
import re
from pathlib import Path

from domain.school.importing.timetable_source import ProgramWeek
from storage.files import problems
from storage.files.asc_week import WANTED, week_of_elements
from storage.files.problems import FileTooBig
from storage.files.spreadsheets import run_child
from storage.files.xml_elements import Element

ROOT = "timetable"
_OPENING = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<.*?<timetable\b|^(?:\xef\xbb\xbf)?\s*<timetable\b", re.DOTALL)
_PROGRAM = Path(__file__).parents[2]


def is_asc(beginning: bytes) -> bool:
    """By the first bytes of a file, in whichever of the encodings that aSc writes."""
    return bool(_OPENING.match(beginning.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")))


def week_of_asc(path: Path) -> ProgramWeek:
    """Raises a `FileProblem`."""
    return week_of_elements(path.name, _elements(path))


def _elements(path: Path) -> list[Element]:
    surroundings = {**os.environ, "PYTHONPATH": str(_PROGRAM)}
    child = run_child("-m", "storage.files.xml_child", str(path), ROOT, *sorted(WANTED), surroundings=surroundings)
    if child.returncode != 0:
        raise FileTooBig("Opening it takes more memory or time than any school's timetable needs.")
    answer = json.loads(child.stdout)
    if "refused" in answer:
        kind, sentence = answer["refused"]
        raise getattr(problems, kind)(sentence)
    return [Element(tag, line, attributes=attributes) for tag, line, attributes in answer["elements"]]
