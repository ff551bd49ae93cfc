"""`year-turn`: a dry run by default, one act with `--apply`; refused in one line while the year goes on."""

import sqlite3

from tests.commands.conftest import Machine


def _year_long_past(machine: Machine) -> None:
    with sqlite3.connect(machine.folder / "zvonok.db") as database:
        database.execute("UPDATE school_years SET name = '2000/01', starts_on = '2000-09-01', ends_on = '2001-05-26'")
        database.execute("UPDATE enrolments SET from_day = '2000-09-01'")


def test_it_says_what_it_would_do_and_then_does_it(staffed: Machine) -> None:
    _year_long_past(staffed)
    told = staffed.well("year-turn", "--json").json
    assert (told["from"], told["applied"], told["first"]) == ("2000/01", False, {})
    done = staffed.well("year-turn", "--apply", "--json").json
    assert (done["applied"], done["to"], done["classes"]) == (True, told["to"], told["classes"])


def test_not_while_the_year_goes_on(staffed: Machine) -> None:
    with sqlite3.connect(staffed.folder / "zvonok.db") as database:
        database.execute("UPDATE school_years SET name = '2900/01', starts_on = '2000-09-01', ends_on = '2999-05-26'")
    assert "01.06.2999" in staffed.run("year-turn").refused()
