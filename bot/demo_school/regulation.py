"""The demo school's regulation: a short text of our own, published on the first day as a PDF that people confirm."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate
from sqlalchemy import Table

from bot.demo_school.school import YEAR_START, DemoSchool
from domain.roles.people import Role
from domain.school.documents import DocumentAudience
from handlers.kit.pdf import BOLD, SANS, register_fonts
from storage.tables import office

TEXT = Path(__file__).with_name("regulation.txt")
REGULATION = 1
"""Its number in the demo school."""
_BODY = ParagraphStyle("body", fontName=SANS, fontSize=10.5, leading=15, spaceAfter=6)
_HEADING = ParagraphStyle("heading", _BODY, fontName=BOLD, fontSize=12, spaceBefore=10, keepWithNext=True)
_TITLE = ParagraphStyle("title", _HEADING, fontSize=16, leading=20, spaceAfter=10)


def document_rows(demo: DemoSchool, published_at: datetime) -> list[tuple[Table, list[dict[str, Any]]]]:
    title = TEXT.read_text(encoding="utf-8").partition("\n")[0]
    editor = next((person for person, held in demo.roles.items() if Role.SITE_EDITOR in held), None)
    document = {
        "id": REGULATION,
        "title": title,
        "day": YEAR_START,
        "audience": DocumentAudience.ALL.value,
        "acknowledge": True,
        "published_by": editor,
        "published_at": published_at,
    }
    file = {
        "document_id": REGULATION,
        "name": f"{title}.pdf",
        "media_type": "application/pdf",
        "content": regulation_pdf(),
    }
    return [(office.documents, [document]), (office.document_files, [file])]


def regulation_pdf() -> bytes:
    """The same bytes each time: the demo school is the same each time."""
    register_fonts()
    title, *rest = TEXT.read_text(encoding="utf-8").splitlines()
    told = [Paragraph(title, _TITLE)]
    told += [Paragraph(line, _HEADING if line[0].isdigit() else _BODY) for line in rest if line]
    target = BytesIO()
    paper = SimpleDocTemplate(
        target, pagesize=A4, title=title, leftMargin=60, rightMargin=60, topMargin=56, bottomMargin=56, invariant=1
    )
    paper.build(told)
    return target.getvalue()
