"""`import`: a school's own lists and timetables, and an example of the lists."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

from bot.commands.codes import wiring_of
from bot.commands.database import writing
from bot.commands.problems import Mistaken
from domain.school.importing.importing import Importing, ImportReport
from domain.school.importing.remarks import Doubt, Mistake, Note
from domain.school.importing.sheets import Place
from handlers.school.import_report import doubt_line, mistake_line, note_line, report_lines
from handlers.texts.translator import Texts, texts_in
from storage.files.lists_and_timetables import read_files
from storage.files.template import write_template
from storage.school.card import school_card


@dataclass(frozen=True, slots=True)
class Said:
    value: dict[str, Any]
    text: str

    def as_json(self) -> dict[str, Any]:
        return self.value

    def as_text(self) -> str:
        return self.text


async def import_into_school(
    files: Sequence[Path], *, dry_run: bool = False, template: Path | None = None, valid_from: date | None = None
) -> tuple[Said, bool]:
    """What to say, and whether all of it could be taken. Raises `Mistaken` where there is nothing to do."""
    if template is not None:
        return _example(template, files), True
    if not files:
        raise Mistaken("Say what to import: FILE…, or --template FILE.xlsx to get an example of the lists.")
    brought = read_files(list(dict.fromkeys(file.absolute() for file in files)))
    async with writing("importing") as (settings, database):
        time = (await wiring_of(settings, database)).time
        card = await school_card(database.reader)
        report = await Importing(time, database.begin).bring(brought, valid_from=valid_from, dry_run=dry_run)
    texts = texts_in(card.language if card else "ru")
    return Said(_json(report, texts), unescape("\n".join(report_lines(report, texts)))), not report.mistakes


def _example(file: Path, files: Sequence[Path]) -> Said:
    if files:
        raise Mistaken("--template writes an example and imports nothing: give it alone.")
    if file.suffix.lower() != ".xlsx":
        raise Mistaken(f"The example is a workbook: name it so, for example {file.with_suffix('.xlsx')}.")
    if file.exists():
        raise Mistaken(f"{file} is there already: name a new file.")
    write_template(file)
    text = f"{file}: put your own rows in place of the examples, then `python -m bot import {file} --dry-run`."
    return Said({"template": str(file)}, text)


def _json(report: ImportReport, texts: Texts) -> dict[str, Any]:
    tally = report.lists.tally
    return {
        "written": report.written,
        "new": dict(tally.new),
        "changed": dict(tally.changed),
        "timetables": [
            {"from": one.valid_from, "added": one.added, "kept": one.kept, "ended": one.ended}
            for one in report.timetables
        ],
        "mistakes": list(_remarks(report.mistakes, [mistake_line(one, texts) for one in report.mistakes])),
        "doubts": list(_remarks(report.doubts, [doubt_line(one, texts) for one in report.doubts])),
        "notes": list(_remarks(report.notes, [note_line(one, texts) for one in report.notes])),
    }


def _remarks(remarks: Sequence[Mistake | Doubt | Note], lines: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Each as it stands, its place spread out (column also as the spreadsheet program names it), and in words."""
    for remark, line in zip(remarks, lines, strict=True):
        place = remark.place or Place("")
        told = asdict(remark) | asdict(place) | {"letters": place.letters, "text": unescape(line)}
        yield {name: value for name, value in told.items() if name != "place"}
