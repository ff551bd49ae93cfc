"""A PDF looked at as people do: drawn page by page, its text read, its QR codes scanned; a workbook opened again."""

import base64
import os
import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from PIL import Image

needs_ghostscript = pytest.mark.skipif(shutil.which("gs") is None, reason="needs Ghostscript")
needs_scanner = pytest.mark.skipif(shutil.which("zbarimg") is None, reason="needs zbarimg")
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None and "soffice" not in os.environ.get("ZVONOK_REQUIRE", ""),
    reason="needs LibreOffice",
)
DOTS = 144
"""To an inch: two to a point."""


def pages_of(pdf: bytes, folder: Path) -> list[Path]:
    """PNG files of its pages."""
    _ghostscript(pdf, folder, "png16m", "page-%03d.png", f"-r{DOTS}")
    return sorted(folder.glob("page-*.png"))


def texts_of(pdf: bytes) -> list[str]:
    """The text of each page as a reader copies it: by the fonts' own tables (PDF 32000-1, 9.10.3)."""
    objects = dict(re.findall(rb"\n(\d+) 0 obj\n(.*?)endobj", pdf, re.DOTALL))
    names = dict(re.findall(rb"/(F\d+\+\d+) (\d+) 0 R", pdf))
    tables = {name: _letters(objects, objects[number]) for name, number in names.items()}
    pages = [one for one in objects.values() if re.search(rb"/Type /Page\s", one)]
    return [_said(_stream(objects[_number(rb"/Contents (\d+)", page)]), tables) for page in pages]


def scanned(page: Path) -> list[str]:
    """What stands in the QR codes of a page."""
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", page],
        capture_output=True,
        text=True,
        timeout=60,
    )
    return read.stdout.split()


def inked(page: Path, box: tuple[float, float, float, float]) -> bool:
    """Whether anything is drawn between left, top, right and bottom, in points from the upper left corner."""
    dots = DOTS / 72
    left, top, right, bottom = (round(edge * dots) for edge in box)
    darkest, _ = Image.open(page).convert("L").crop((left, top, right, bottom)).getextrema()
    return bool(darkest < 250)


def converted(book: bytes, folder: Path, ending: str) -> bytes:
    """A workbook as LibreOffice reads it: csv (its first tab) or pdf."""
    source = folder / "book.xlsx"
    source.write_bytes(book)
    line = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", ending]
    subprocess.run([*line, "--outdir", folder, source], check=True, timeout=120, capture_output=True)
    return (folder / f"book.{ending}").read_bytes()


def read_by_office(document: bytes, folder: Path) -> str:
    """The text of a DOCX as LibreOffice reads it, without the breaks of its lines."""
    source = folder / "document.docx"
    source.write_bytes(document)
    line = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    order = [*line, "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, source]
    subprocess.run(order, check=True, timeout=120, capture_output=True)
    return " ".join((folder / "document.txt").read_text(encoding="utf-8-sig").split())


def _said(content: bytes, tables: dict[bytes, dict[int, str]]) -> str:
    """Strings shown one after another, a space between them."""
    lines, font = [], b""
    for name, shown in re.findall(rb"/(F\S+) [\d.]+ Tf|\(((?:[^\\()]|\\.)*)\) Tj", content, re.DOTALL):
        font = name or font
        codes = re.sub(rb"\\([0-7]{3}|.)", _unescaped, shown, flags=re.DOTALL)
        lines.append("".join(tables.get(font, {}).get(code, "") for code in codes))
    return " ".join(" ".join(lines).split())


def _unescaped(found: re.Match[bytes]) -> bytes:
    one = found[1]
    return bytes([int(one, 8)]) if len(one) == 3 else {b"n": b"\n", b"r": b"\r", b"t": b"\t"}.get(one, one)


def _letters(objects: dict[bytes, bytes], font: bytes) -> dict[int, str]:
    """Which letter each code of a font is."""
    table = _stream(objects[_number(rb"/ToUnicode (\d+)", font)])
    return {int(code, 16): chr(int(letter, 16)) for code, letter in re.findall(rb"<(\w{2})> <(\w{4})>", table)}


def _stream(body: bytes) -> bytes:
    head, _, rest = body.partition(b"stream\n")
    raw = rest[: int(_number(rb"/Length (\d+)", head))]
    return zlib.decompress(base64.a85decode(b"<~" + raw.strip(), adobe=True) if b"ASCII85" in head else raw)


def _number(pattern: bytes, body: bytes) -> bytes:
    found = re.search(pattern, body)
    assert found is not None, body
    return found[1]


def _ghostscript(pdf: bytes, folder: Path, device: str, output: str, *more: str) -> None:
    source = folder / "paper.pdf"
    source.write_bytes(pdf)
    line = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", f"-sDEVICE={device}", *more]
    subprocess.run([*line, f"-sOutputFile={folder / output}", source], check=True, timeout=100)
