"""A person's name where all of it is known, and where it is not."""

import pytest

from domain.roles.people import PersonName

IVANOVA = PersonName("Иванова", "Мария", "Петровна")


@pytest.mark.parametrize(
    ("name", "full", "polite", "short", "listed"),
    [
        (IVANOVA, "Иванова Мария Петровна", "Мария Петровна", "Иванова М. П.", "Иванова Мария"),
        (PersonName("Barta", "Florica"), "Barta Florica", "Florica", "Barta F.", "Barta Florica"),
        (PersonName("Иванова", "М.", "П."), "Иванова М. П.", "Иванова М. П.", "Иванова М. П.", "Иванова М."),
        (PersonName("Караиванова", "Ст."), *["Караиванова Ст."] * 4),
        (PersonName("Йончев", ""), *["Йончев"] * 4),
    ],
)
def test_names_read_well_however_much_is_known(
    name: PersonName, full: str, polite: str, short: str, listed: str
) -> None:
    assert (name.full, name.polite, name.short, name.listed) == (full, polite, short, listed)
