"""What is held of a person as one file: tables to read, and the same as JSON inside for programs."""

import asyncio
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from html import escape
from typing import Any

from domain.roles.own_data import HeldData, Section
from handlers.kit.show import plain
from handlers.roles.audit_screens import deed
from handlers.texts.translator import Texts

DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?[+-]\d\d:\d\d)?$")
"""A day, or an instant, as JSON has it."""
STYLE = (
    "body{font:15px/1.4 sans-serif;margin:2em auto;max-width:70em;padding:0 1em}"
    "table{border-collapse:collapse;margin:.5em 0 2em}th,td{border:1px solid #ccc;padding:.25em .6em;text-align:left;"
    "vertical-align:top}th{background:#f3f3f3}h2{margin-top:2.5em}"
)


async def own_data_html(texts: Texts, held: HeldData, school: str) -> bytes:
    """Written outside the event loop."""
    return await asyncio.to_thread(_written, texts, held, school)


def _written(texts: Texts, held: HeldData, school: str) -> bytes:
    made = texts("privacy-file-made", school=school, day=f"{held.made_at:%d.%m.%Y}", at=texts.time(held.made_at))
    zone = held.made_at.tzinfo
    body = "".join(_person(Cells(texts, zone), sections) for _, sections in held.people)
    title = texts("privacy-file-title")
    page = (
        f'<!doctype html><html lang="{texts.language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style></head><body><h1>{title}</h1><p>{made}</p>{body}"
        f'<script type="application/json" id="data">{_json(held)}</script></body></html>'
    )
    return page.encode()


def _json(held: HeldData) -> str:
    """With nothing in it that could end the element that it stands in."""
    people = [{section.name: list(section.rows) for section in sections} for _, sections in held.people]
    said = {"made_at": held.made_at.isoformat(), "people": people}
    return json.dumps(said, ensure_ascii=False).replace("<", "\\u003c")


@dataclass(frozen=True, slots=True)
class Cells:
    """Values as people read them: words where the journal has a code, moments by the school's clock."""

    texts: Texts
    zone: tzinfo | None

    def cell(self, value: Any) -> str:
        match value:
            case None:
                return ""
            case bool():
                return self.texts("privacy-yes" if value else "privacy-no")
            case list():
                return ", ".join(self.cell(one) for one in value)
            case dict():
                return "; ".join(f"{escape(str(name))}: {self.cell(one)}" for name, one in value.items())
            case str():
                return self._said(value)
            case _:
                return escape(str(value))

    def _said(self, value: str) -> str:
        if not (value.isascii() and value.replace("_", "").isalpha()):
            return escape(self._moment(value) or value)
        for key in (f"privacy-value-{fluent(value)}", f"roles-name-{value}"):
            if self.texts.has(key):
                return self.texts(key)
        return escape(plain(deed(self.texts, value)))

    def _moment(self, value: str) -> str | None:
        """«24.11.2026», «24.11.2026 08:40»; None for what is no day."""
        if not DAY.match(value):
            return None
        if len(value) == len("2026-11-24"):
            return f"{date.fromisoformat(value):%d.%m.%Y}"
        return f"{datetime.fromisoformat(value).astimezone(self.zone):%d.%m.%Y %H:%M}"


def _person(cells: Cells, sections: Sequence[Section]) -> str:
    itself = next((one for one in sections if one.name == "people"), None)
    row: Mapping[str, Any] = itself.rows[0] if itself else {}
    name = " ".join(str(row[part]) for part in ("surname", "given", "patronymic") if row.get(part))
    return f"<h2>{escape(name)}</h2>" + "".join(_section(cells, one) for one in sections)


def _section(cells: Cells, section: Section) -> str:
    """Columns in which there is nothing are left out."""
    texts = cells.texts
    columns = [name for name in section.rows[0] if any(row[name] is not None for row in section.rows)]
    title, labels = fluent(section.name), [fluent(name) for name in columns]
    heads = "".join(f"<th>{texts(f'privacy-column-{label}')}</th>" for label in labels)
    lines = "".join(f"<tr>{_line(cells, [row[name] for name in columns])}</tr>" for row in section.rows)
    return f"<h3>{texts(f'privacy-section-{title}')}</h3><table><tr>{heads}</tr>{lines}</table>"


def _line(cells: Cells, values: Iterable[Any]) -> str:
    return "".join(f"<td>{cells.cell(value)}</td>" for value in values)


def fluent(name: str) -> str:
    """A table's or column's name as a key of the texts has it."""
    return name.replace("_", "-")
