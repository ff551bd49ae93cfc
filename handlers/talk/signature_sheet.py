"""Signatures of a class as a workbook: a row for each pupil, a column for each week of the year so far."""

from datetime import date

from domain.clock import SchoolTime
from domain.ids import PersonId
from domain.talk.signature_pages import SignatureSheet
from handlers.kit.book import BookSheet, workbook
from handlers.texts.translator import Texts


def signatures_book(texts: Texts, sheet: SignatureSheet, time: SchoolTime) -> bytes:
    columns = [(f"{week.first:%d.%m}–{week.last:%d.%m}", 16) for week in sheet.weeks]
    rows = (
        [seat.name.listed, *(_cell(sheet, seat.pupil, week.monday, time) for week in sheet.weeks)]
        for seat in sheet.seats
    )
    name = texts("signatures-sheet", class_name=sheet.school_class.name)
    return workbook(BookSheet(name, [(texts("signatures-column-pupil"), 28), *columns], rows))


def _cell(sheet: SignatureSheet, pupil: PersonId, week: date, time: SchoolTime) -> str:
    signature = sheet.signatures.get((pupil, week))
    return f"{signature.name.short}, {time.local(signature.at):%d.%m}" if signature else ""
