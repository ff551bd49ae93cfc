"""`export`: the lists as `import` takes them; the bot may be running."""

import stat

from tests.commands.conftest import Machine


def test_a_workbook_comes_in_again_and_changes_nothing(staffed: Machine) -> None:
    file = staffed.folder / "школа.xlsx"
    said = staffed.well("export", str(file)).out
    assert said == f"{file}: 6 pupils, 11 members of staff. These are personal data.\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert staffed.well("import", str(file)).out.startswith("Всё это в школе уже есть")


def test_a_folder_has_a_workbook_for_each_class_and_one_of_the_staff(staffed: Machine) -> None:
    folder = staffed.folder / "списки"
    told = staffed.well("export", str(folder), "--json").json
    assert sorted(one.name for one in folder.iterdir()) == ["1А.xlsx", "7А.xlsx", "7Б.xlsx", "Сотрудники.xlsx"]
    assert (told["pupils"], told["staff"], told["left_out"]) == (6, 11, 0)
    files = [str(one) for one in folder.iterdir()]
    assert staffed.well("import", *files).out.startswith("Всё это в школе уже есть")


def test_what_is_there_already_is_not_written_over(staffed: Machine) -> None:
    file = staffed.folder / "школа.xlsx"
    file.write_bytes(b"mine")
    assert "is there already" in staffed.run("export", str(file)).refused()
    assert "is there already" in staffed.run("export", str(staffed.folder)).refused()
    assert file.read_bytes() == b"mine"
    assert "as a workbook" in staffed.run("export", str(staffed.folder / "школа.csv")).refused()
    assert "no folder" in staffed.run("export", str(staffed.folder / "нет" / "школа.xlsx")).refused()


def test_without_a_school_it_says_how_to_make_one(laptop: Machine) -> None:
    assert "python -m bot init" in laptop.run("export", "школа.xlsx").refused()
    assert not (laptop.folder / "zvonok.db").exists()
