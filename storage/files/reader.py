"""The child process that opens a workbook; run by its path, so that it needs nothing of the program.

A workbook is a stranger's: 700 kB of XLSX can unpack to 700 MB. Here memory, time and output end, and with them this
process alone. Prints lines of JSON: {"sheet": name, "merged": …}, then its {"rows": [[row, [cell, …]], …]}, at last
{"end": true}; or {"refused": reason}.
"""

import json
import resource
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

MOST_MEMORY = 512 * 1024 * 1024
MOST_CPU_SECONDS = 20
MOST_ROWS = 100_000
MOST_COLUMNS = 300
MOST_CHARACTERS = 50_000_000
MOST_UNPACKED = 256 * 1024 * 1024
MOST_PARTS = 5_000
MOST_RATIO, ANY_RATIO_BELOW = 100, 16 * 1024 * 1024
"""Unpacked bytes to packed ones; sheets of empty styled rows press well, so small ones may be of any ratio."""
ROWS_A_LINE = 500


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


def refused(path: str) -> str | None:
    """What the list of a workbook's parts tells, before anything is unpacked."""
    with zipfile.ZipFile(path) as parts:
        listed = parts.infolist()
    if any(part.filename.lower().endswith("vbaproject.bin") for part in listed):
        return "macros"
    unpacked, packed = sum(part.file_size for part in listed), sum(part.compress_size for part in listed)
    swollen = unpacked > MOST_UNPACKED or (unpacked > ANY_RATIO_BELOW and unpacked > MOST_RATIO * packed)
    return "too big" if swollen or len(listed) > MOST_PARTS else None


def read(path: str) -> dict[str, Any]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    sheets: list[Any] = []
    try:
        if reason := refused(path):
            return {"refused": reason}
        with open(path, "rb") as file:
            book = CalamineWorkbook.from_filelike(file)
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height > MOST_ROWS or sheet.total_width > MOST_COLUMNS:
                return {"refused": "too big"}
            sheets.append([name, rows_of(sheet), merged_of(sheet)])
    except PasswordError:
        return {"refused": "password"}
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return {"refused": "broken"}
    if sum(len(rows) for _, rows, _ in sheets) > MOST_ROWS:
        return {"refused": "too big"}
    return {"sheets": sheets}


def lines_of(answer: dict[str, Any]) -> Iterator[str]:
    """A line of JSON for each piece, so that whoever reads them is never long at one."""
    if "refused" in answer:
        yield json.dumps(answer)
        return
    for name, rows, merged in answer["sheets"]:
        yield json.dumps({"sheet": name, "merged": merged})
        for start in range(0, len(rows), ROWS_A_LINE):
            yield json.dumps({"rows": rows[start : start + ROWS_A_LINE]})
    yield json.dumps({"end": True})


def main() -> None:
    limit()
    try:
        lines = list(lines_of(read(sys.argv[1])))
    except MemoryError:
        lines = [json.dumps({"refused": "too big"})]
    if sum(map(len, lines)) > MOST_CHARACTERS:
        lines = [json.dumps({"refused": "too big"})]
    sys.stdout.write("\n".join(lines))


if __name__ == "__main__":
    main()
