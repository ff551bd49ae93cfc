"""The pack for the school's site: files, a page with the list, and the same list as JSON, in one ZIP.

File names are made here from letters and digits alone: nothing that a person typed becomes a path.
"""

import asyncio
import hashlib
import json
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from domain.ids import DocumentId
from domain.school.document_drafts import archive_name
from domain.school.documents import Document
from handlers.school.document_screens import full_date
from handlers.texts.translator import Texts

_PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<style>body{{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}}
li{{margin:.75rem 0}}small{{color:#555}}</style></head>
<body>
<h1>{title}</h1>
<ul>
{items}
</ul>
</body>
</html>
"""
_ITEM = '<li><a href="{href}">{title}</a><br><small>{about}</small></li>'


class SitePack:
    """Open, `add` one document after another, `close`: no more than one file is in memory."""

    def __init__(self, target: IO[bytes], texts: Texts, school: str) -> None:
        self._zip = ZipFile(target, "w", ZIP_DEFLATED)
        self._texts = texts
        self._school = school
        self._listed: list[dict[str, Any]] = []
        self._items: list[str] = []

    def add(self, document: Document, content: bytes | None) -> None:
        """`content` None: a link."""
        entry: dict[str, Any] = {
            "title": document.title,
            "version": document.version,
            "date": document.day.isoformat(),
            "published": document.published_at.date().isoformat(),
        }
        if content is None:
            entry["link"] = href = document.link or ""
        else:
            name = archive_name(document.id, document.title, document.file_name or "")
            entry["file"] = href = f"files/{name}"
            entry["sha256"] = hashlib.sha256(content).hexdigest()
            self._zip.writestr(href, content)
        about = self._texts("documents-pack-about", day=full_date(self._texts, document.day), version=document.version)
        self._listed.append(entry)
        self._items.append(_ITEM.format(href=escape(href), title=escape(document.title), about=about))

    def close(self) -> None:
        title = self._texts("documents-pack-title", school=self._school)
        page = _PAGE.format(language=self._texts.language, title=title, items="\n".join(self._items))
        self._zip.writestr("index.html", page)
        told = {"school": self._school, "documents": self._listed}
        self._zip.writestr("documents.json", json.dumps(told, ensure_ascii=False, indent=2))
        self._zip.close()


async def pack_of(
    texts: Texts, school: str, documents: Sequence[Document], contents: Mapping[DocumentId, bytes]
) -> bytes:
    """In a thread: packing takes its time."""
    return await asyncio.to_thread(_packed, texts, school, documents, contents)


def _packed(texts: Texts, school: str, documents: Sequence[Document], contents: Mapping[DocumentId, bytes]) -> bytes:
    target = BytesIO()
    pack = SitePack(target, texts, school)
    for one in documents:
        pack.add(one, contents.get(one.id) if one.link is None else None)
    pack.close()
    return target.getvalue()
