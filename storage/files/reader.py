"""The child process that opens a workbook; run by its path, so that it needs nothing of the program.

A workbook is a stranger's: 700 kB of XLSX can unpack to 700 MB. Here memory, time and output end, and with them this
process alone. Prints JSON: {"sheets": [[name, [[row, [cell, …]], …], merged], …]} or {"refused": reason}.
"""

import json
import resource
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

MOST_MEMORY = 512 * 1024 * 1024
MOST_CPU_SECONDS = 20
MOST_ROWS = 100_000
MOST_COLUMNS = 300
MOST_CHARACTERS = 50_000_000


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def said(value: Any) -> str:
    """A cell as text: 7.0 is 7, a date is 2013-05-17, an empty cell is ''."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
    return str(value)


def rows_of(sheet: Any) -> list[Any]:
    """Rows that hold something, with their numbers from 1; no empty cells at their ends."""
    kept = []
    for number, row in enumerate(sheet.to_python(skip_empty_area=False), 1):
        cells = [said(value) for value in row]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            kept.append([number, cells])
    return kept


def merged_of(sheet: Any) -> list[list[int]]:
    """[row, column, last row, last column], from 1; ODS does not tell."""
    ranges = (sheet.merged_cell_ranges or ())[:MOST_ROWS]
    return [[top + 1, left + 1, bottom + 1, right + 1] for (top, left), (bottom, right) in ranges]


def read(path: str) -> dict[str, Any]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    sheets: list[Any] = []
    try:
        with open(path, "rb") as file:
            book = CalamineWorkbook.from_filelike(file)
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
                return {"refused": "too big"}
            sheets.append([name, rows_of(sheet), merged_of(sheet)])
    except PasswordError:
        return {"refused": "password"}
    except (CalamineError, OSError, ValueError):
        return {"refused": "broken"}
    if sum(len(rows) for _, rows, _ in sheets) > MOST_ROWS:
        return {"refused": "too big"}
    return {"sheets": sheets}


def main() -> None:
    limit()
    try:
        answer = json.dumps(read(sys.argv[1]), ensure_ascii=True)
    except MemoryError:
        answer = json.dumps({"refused": "too big"})
    if len(answer) > MOST_CHARACTERS:
        answer = json.dumps({"refused": "too big"})
    sys.stdout.write(answer)


if __name__ == "__main__":
    main()
