"""The child process that reads a timetable program's XML: `python -m storage.files.xml_child FILE ROOT TAG…`.

Prints JSON: {"elements": [[tag, line, {attribute: value}], …]} or {"refused": [problem, sentence]}.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from storage.files.problems import FileProblem
from storage.files.reader import MOST_CHARACTERS, MOST_ROWS, limit
from storage.files.xml_elements import elements_of

TOO_BIG = {"refused": ["FileTooBig", "It holds more than any school's timetable needs."]}


def read(file: Path, root: str, wanted: Sequence[str]) -> dict[str, Any]:
    try:
        found = elements_of(file.read_bytes(), root, set(wanted), MOST_ROWS)
    except FileProblem as problem:
        return {"refused": [type(problem).__name__, str(problem)]}
    return {"elements": [[one.tag, one.line, one.attributes] for one in found]}


def main() -> None:
    limit()
    try:
        answer = json.dumps(read(Path(sys.argv[1]), sys.argv[2], sys.argv[3:]))
    except MemoryError:
        answer = json.dumps(TOO_BIG)
    sys.stdout.write(answer if len(answer) <= MOST_CHARACTERS else json.dumps(TOO_BIG))


if __name__ == "__main__":
    main()
