"""The slips on paper: whatever the names, everything stands inside its slip, and a phone reads the code."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from domain.clock import SchoolTime
from domain.ids import PersonId
from domain.roles.access_control import IssuedCode
from domain.roles.class_kit import Slip
from domain.roles.codes import grouped, new_code
from domain.roles.people import PersonName, Role
from handlers.kit.pdf import MARGIN, PAGE_HEIGHT, PAGE_WIDTH
from handlers.roles import kit_sheet
from handlers.roles.kit_sheet import ACROSS, LISTED, PER_PAGE, ClassPaper, Printed, file_name, kit_pdf, slip_pdf
from handlers.roles.screens import BotCard
from handlers.texts.translator import texts_in
from tests import school
from tests.clock import SetClock
from tests.papers import inked, needs_ghostscript, needs_scanner, pages_of, scanned, texts_of

LONGEST = PersonName("Воздвиженская-Преображенская", "Александра-Виктория", "Константиновна")
ENDLESS = PersonName("Ы" * 120, "Щ" * 120, "Ж" * 120)
LONG_SCHOOL = "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 5» " * 2
TIME = SchoolTime(SetClock(school.MORNING), lambda: school.ZONE)
HAIR = 1.5
"""Points left for the thickness of a cut line."""


def _slip(number: int, name: PersonName, *pupils: PersonName) -> Slip:
    role = Role.GUARDIAN if pupils else Role.PUPIL
    expires = school.MORNING + timedelta(days=30)
    return Slip(IssuedCode(PersonId(number), name, frozenset({role}), new_code(), expires), pupils)


def _printed(language: str = "ru", name: str = "Школа № 5", bot: str = "zvonok_school_bot") -> Printed:
    return Printed(texts_in(language), name, BotCard(bot), TIME)


def _family() -> list[Slip]:
    pupil = school.PEOPLE[school.IVANOV]
    return [_slip(1, pupil), _slip(2, school.PEOPLE[school.MOTHER], pupil, school.PEOPLE[school.IVANOVA_MASHA])]


def _crowd(name: PersonName) -> list[Slip]:
    """Of 35 pupils with two guardians each."""
    return [_slip(n, name, *(() if n % 3 == 0 else (name,) * (n % 3))) for n in range(105)]


def test_a_slip_says_whose_it_is_of_whom_and_how_to_come_in() -> None:
    slips = _family()
    slip_page, list_page = texts_of(asyncio.run(kit_pdf(_printed(), [ClassPaper("7А", slips)])))
    for said in ("Иванов Пётр Олегович", "Иванова Мария Петровна", "родитель, дети: Иванов Пётр, Иванова Маша"):
        assert said in slip_page
        assert said in list_page
    assert "7А · Школа № 5" in slip_page
    assert "одноразовый, до 24 декабря 2026" in slip_page
    assert "@zvonok_school_bot" in slip_page
    assert all(grouped(one.code.code) in slip_page for one in slips)


def test_no_code_stands_on_the_teachers_list() -> None:
    slips = _family()
    *_, listed = texts_of(asyncio.run(kit_pdf(_printed(), [ClassPaper("7А", slips)])))
    assert not [one for one in slips for part in grouped(one.code.code).split("-")[:2] if part in listed]


@needs_ghostscript
@needs_scanner
@pytest.mark.parametrize("bot", ["zvonok_school_bot", "a" * 32], ids=["usual", "longest"])
def test_a_phone_reads_every_slip_of_a_page(bot: str, tmp_path: Path) -> None:
    slips = _crowd(LONGEST)[: PER_PAGE + 1]
    first, second, _ = pages_of(asyncio.run(kit_pdf(_printed(bot=bot), [ClassPaper("7А", slips)])), tmp_path)
    links = [BotCard(bot).link(one.code.code) for one in slips]
    assert sorted(scanned(first)) == sorted(links[:PER_PAGE])
    assert scanned(second) == links[PER_PAGE:]


@needs_ghostscript
@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", [LONGEST, ENDLESS], ids=["longest", "endless"])
def test_nothing_leaves_its_slip_or_its_page(name: PersonName, language: str, tmp_path: Path) -> None:
    printed, paper = _printed(language, LONG_SCHOOL, "a" * 32), ClassPaper("10 «М» (медицинский)" * 3, _crowd(name))
    pages = pages_of(asyncio.run(kit_pdf(printed, [paper])), tmp_path)
    assert len(pages) == -(-105 // PER_PAGE) + -(-105 // LISTED)
    for page in pages:
        assert not inked(page, (0, 0, PAGE_WIDTH, MARGIN - HAIR))
        assert not inked(page, (0, PAGE_HEIGHT - MARGIN + HAIR + 3, PAGE_WIDTH, PAGE_HEIGHT))
        assert not inked(page, (0, 0, MARGIN - HAIR, PAGE_HEIGHT))
        assert not inked(page, (PAGE_WIDTH - MARGIN + HAIR, 0, PAGE_WIDTH, PAGE_HEIGHT))
    for place in range(PER_PAGE):
        _has_white_edges(pages[0], place)


def _has_white_edges(page: Path, place: int) -> None:
    """Between the cut line of a slip and what is printed on it."""
    left = MARGIN + place % ACROSS * kit_sheet.WIDTH
    top = MARGIN + place // ACROSS * kit_sheet.HEIGHT
    right, bottom, pad = left + kit_sheet.WIDTH, top + kit_sheet.HEIGHT, kit_sheet.PAD - HAIR
    scissors = 8
    assert inked(page, (left + pad, top + pad, right - pad, bottom - pad))
    assert not inked(page, (left + HAIR, top + scissors, left + pad, bottom - scissors))
    assert not inked(page, (right - pad, top + scissors, right - HAIR, bottom - scissors))
    assert not inked(page, (left + kit_sheet.WIDTH / 2, top + HAIR, right - HAIR, top + pad))
    assert not inked(page, (left + kit_sheet.WIDTH / 2, bottom - pad, right - HAIR, bottom - HAIR))


@needs_ghostscript
def test_what_is_said_and_what_is_scanned_do_not_touch(tmp_path: Path) -> None:
    """A name of two lines and children of two lines leave the code and the QR code below alone."""
    paper = ClassPaper("7А", [_slip(1, ENDLESS, ENDLESS, ENDLESS)])
    (page,) = pages_of(asyncio.run(slip_pdf(_printed(), paper)), tmp_path)
    qr_top = MARGIN + kit_sheet.HEIGHT - kit_sheet.PAD - kit_sheet.QR
    assert not inked(page, (MARGIN + HAIR, qr_top - 6, MARGIN + kit_sheet.WIDTH - HAIR, qr_top))


def test_one_slip_is_one_page_without_a_list() -> None:
    pdf = asyncio.run(slip_pdf(_printed("en"), ClassPaper("7А", _family()[1:])))
    (page,) = texts_of(pdf)
    assert "parent, children: Иванов Пётр, Иванова Маша" in page
    assert "№" not in page.replace("Школа № 5", "")


def test_each_class_begins_a_page_of_its_own() -> None:
    papers = [ClassPaper("7А", _family()), ClassPaper("7Б", _family()[:1])]
    pages = texts_of(asyncio.run(kit_pdf(_printed(), papers)))
    assert ["7А" in page for page in pages] == [True, True, False, False]
    assert ["7Б" in page for page in pages] == [False, False, True, True]


def test_a_class_is_named_in_a_file_name_as_file_systems_take_it() -> None:
    assert file_name(texts_in("ru"), "kit-file", "10 «М» (мед./био)") == "Листки 10 М мед био.pdf"
