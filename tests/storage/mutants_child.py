"""Reads every file of a folder as the bot does, in one process with the limits of the child that reads one.

`python -m tests.storage.mutants_child FOLDER` prints a line for each: its name, what became of it, the seconds.
What the bot gives to a child of its own is done here by the very functions that this child runs: a process for each of
thousands would take an hour. A panic of the reader ends a child without an answer, and here too.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from domain.ids import YearId
from domain.school.importing.comparing import compared
from domain.school.importing.known import KnownSchool
from domain.school.importing.lists import wishes_of
from storage.files import asc, reader, spreadsheets, xml_child
from storage.files.lists_and_timetables import read_files
from tests import school

SCHOOL = KnownSchool(YearId(1), school.TUESDAY.replace(month=9, day=1))


def in_this_process(*arguments: str, surroundings: Any = None) -> "subprocess.CompletedProcess[bytes]":
    try:
        said = _xml(*arguments[2:]) if arguments[0] == "-m" else "\n".join(reader.lines_of(reader.read(arguments[1])))
    except MemoryError:
        raise
    except BaseException as crash:
        if isinstance(crash, KeyboardInterrupt | SystemExit):
            raise
        return subprocess.CompletedProcess(arguments, 1, b"", repr(crash).encode())
    return subprocess.CompletedProcess(arguments, 0, said.encode(), b"")


def outcome(file: Path) -> str:
    brought = read_files([file])
    lists = compared(wishes_of(brought.lists, school.TUESDAY), SCHOOL, school.TUESDAY)
    mistakes = [*brought.mistakes, *lists.mistakes, *(one for week in brought.timetables for one in week.mistakes)]
    return "refused" if mistakes else "read"


def _xml(file: str, root: str, *wanted: str) -> str:
    return json.dumps(xml_child.read(Path(file), root, wanted))


def main() -> None:
    reader.limit()
    spreadsheets.run_child = asc.run_child = in_this_process
    for file in sorted(Path(sys.argv[1]).iterdir()):
        began = time.monotonic()
        sys.stdout.write(f"{file.name} {outcome(file)} {time.monotonic() - began:.3f}\n")


if __name__ == "__main__":
    main()
