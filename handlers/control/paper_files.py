"""The two kinds of files that one may take of a sheet."""

from handlers.control.paper_buttons import FileKind
from handlers.kit.paper import paper_book, paper_pdf
from handlers.kit.sheets import Imprint, Sheet

ENDINGS = {FileKind.PDF: "pdf", FileKind.XLSX: "xlsx"}


async def made(imprint: Imprint, kind: FileKind, *sheets: Sheet) -> bytes:
    return await (paper_pdf if kind is FileKind.PDF else paper_book)(imprint, *sheets)
