"""What is held of a person as one file: tables to read, and the same as JSON inside for programs."""

import asyncio
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from html import escape
from typing import Any

from domain.roles.own_data import HeldData, Section
from handlers.kit.show import plain
from handlers.roles.audit_screens import deed
from handlers.texts.translator import Texts

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
    body = "".join(_person(texts, sections) for _, sections in held.people)
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


def _person(texts: Texts, sections: Sequence[Section]) -> str:
    itself = next((one for one in sections if one.name == "people"), None)
    row: Mapping[str, Any] = itself.rows[0] if itself else {}
    name = " ".join(str(row[part]) for part in ("surname", "given", "patronymic") if row.get(part))
    return f"<h2>{escape(name)}</h2>" + "".join(_section(texts, one) for one in sections)


def _section(texts: Texts, section: Section) -> str:
    columns = [name for name in section.rows[0] if any(row[name] is not None for row in section.rows)]
    title, labels = fluent(section.name), [fluent(name) for name in columns]
    heads = "".join(f"<th>{texts(f'privacy-column-{label}')}</th>" for label in labels)
    lines = "".join(f"<tr>{_cells(texts, [row[name] for name in columns])}</tr>" for row in section.rows)
    return f"<h3>{texts(f'privacy-section-{title}')}</h3><table><tr>{heads}</tr>{lines}</table>"


def fluent(name: str) -> str:
    """A table's or column's name as a key of the texts has it."""
    return name.replace("_", "-")


def _cells(texts: Texts, values: Iterable[Any]) -> str:
    return "".join(f"<td>{_cell(texts, value)}</td>" for value in values)


def _cell(texts: Texts, value: Any) -> str:
    """Words where the journal has a code, days as people write them."""
    match value:
        case None:
            return ""
        case bool():
            return texts("privacy-yes" if value else "privacy-no")
        case list():
            return ", ".join(_cell(texts, one) for one in value)
        case dict():
            return "; ".join(f"{escape(str(name))}: {_cell(texts, one)}" for name, one in value.items())
        case str():
            return _said(texts, value)
        case _:
            return escape(str(value))


def _said(texts: Texts, value: str) -> str:
    if not (value.isascii() and value.replace("_", "").isalpha()):
        return escape(_moment(value) or value)
    for key in (f"privacy-value-{fluent(value)}", f"roles-name-{value}"):
        if texts.has(key):
            return texts(key)
    return escape(plain(deed(texts, value)))


def _moment(value: str) -> str | None:
    """«24.11.2026», «24.11.2026 08:40»; None for what is no day."""
    try:
        return f"{date.fromisoformat(value):%d.%m.%Y}" if len(value) == 10 else f"{_instant(value):%d.%m.%Y %H:%M %Z}"
    except ValueError:
        return None


def _instant(value: str) -> datetime:
    if len(value) < 16 or value[4:5] != "-":
        raise ValueError
    return datetime.fromisoformat(value)
