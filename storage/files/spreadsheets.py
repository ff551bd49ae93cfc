"""Reading the lists that people bring: XLSX and ODS in a process of their own, CSV here."""

import json
import subprocess
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from domain.school.importing.sheets import Merged, Sheet, SheetRow
from storage.files import reader
from storage.files.csv_text import csv_rows, decoded
from storage.files.problems import (
    FileEmpty,
    FileProblem,
    FileProtected,
    FileTooBig,
    FileUnreadable,
    FileWithMacros,
    NotASpreadsheet,
)
from storage.files.reader import MOST_ROWS

MOST_BYTES = 20 * 1024 * 1024
MOST_SECONDS = 60
"""Of the wall clock: the child's own limit counts its CPU only."""
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad"))


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """XLSX and ODS by what is in them, anything else as CSV. Raises a `FileProblem`.

    Cells come trimmed, in NFC (macOS writes й as two characters), without invisible characters.
    """
    content = read_bytes(path)
    if not content.strip():
        raise FileEmpty("There is nothing in it.")
    if content.startswith(_OLE):
        raise _ole(content)
    if content.startswith(_ZIP):
        return tuple(_sheet(path.name, name, rows, merged) for name, rows, merged in _unpacked(path))
    rows = csv_rows(decoded(content))
    return (_sheet(path.name, "", ((number, cells) for number, cells in enumerate(rows, 1))),)


def read_text(path: Path) -> str:
    """A text file in UTF-8 (with a BOM or without), UTF-16 with a BOM, or cp1251. Raises a `FileProblem`."""
    return decoded(read_bytes(path))


def read_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileTooBig(f"It is bigger than {MOST_BYTES // 2**20} MB.")
        return path.read_bytes()
    except FileNotFoundError:
        raise FileUnreadable("There is no such file.") from None
    except OSError as why:
        raise FileUnreadable(f"It cannot be read: {why.strerror}.") from None


def run_child(*arguments: str, surroundings: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[bytes]":
    """A Python of its own that opens what people bring. Raises `FileTooBig` after `MOST_SECONDS`."""
    command = [sys.executable, "-P", "-X", "utf8", *arguments]
    try:
        return subprocess.run(command, capture_output=True, timeout=MOST_SECONDS, check=False, env=surroundings)
    except subprocess.TimeoutExpired:
        raise FileTooBig("Opening it takes too long.") from None


def _ole(content: bytes) -> FileProblem:
    if _ENCRYPTED in content:
        return FileProtected("It is closed by a password: save it without one.")
    return NotASpreadsheet("It is of the old kind (.xls, .doc): save it as XLSX.")


def _unpacked(path: Path) -> Iterator[tuple[str, list[Any], list[Any]]]:
    child = run_child(str(Path(reader.__file__)), str(path))
    if child.returncode < 0:
        raise FileTooBig("Opening it takes more memory or time than any school's list needs.")
    sheets: list[tuple[str, list[Any], list[Any]]] = []
    for line in child.stdout.splitlines():
        match _said(line):
            case {"refused": reason}:
                raise _refusal(reason)
            case {"sheet": name, "merged": merged}:
                sheets.append((name, [], merged))
            case {"rows": rows}:
                sheets[-1][1].extend(rows)
            case {"end": True}:
                return iter(sheets)
    raise NotASpreadsheet("It is damaged: open it in a spreadsheet program and save it anew.")


def _said(line: bytes) -> Any:
    """None for half a line."""
    try:
        return json.loads(line)
    except ValueError:
        return None


def _refusal(reason: str) -> FileProblem:
    match reason:
        case "password":
            return FileProtected("It is closed by a password: save it without one.")
        case "macros":
            return FileWithMacros("It holds macros: save it as an ordinary XLSX.")
        case "too big":
            return FileTooBig(f"It holds more than any school's list needs (over {MOST_ROWS:,} rows, or very wide).")
    return NotASpreadsheet("It is damaged, or neither XLSX nor ODS: open it in a spreadsheet program and save it anew.")


def _sheet(
    file: str, name: str, rows: Iterable[tuple[int, Iterable[str]]], merged: Iterable[tuple[int, int, int, int]] = ()
) -> Sheet:
    cleaned = ((number, tuple(_clean(cell) for cell in cells)) for number, cells in rows)
    held = tuple(SheetRow(number, cells) for number, cells in cleaned if any(cells))
    return Sheet(file, name, held, tuple(Merged(*four) for four in merged))


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", cell.translate(_INVISIBLE)).replace("\xa0", " ").strip()
