"""Settings: `.env.example` lists the same ones, and what is wrong is one line that helps."""

import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsWrong, read_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def _nothing_around(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_example_lists_every_setting_with_its_default() -> None:
    lines = dict(re.findall(r"^#?\s?([A-Z_]+)=(.*)$", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE))
    assert set(lines) == {name.upper() for name in Settings.model_fields}


def test_the_example_as_it_stands_is_accepted_once_the_token_is_in(tmp_path: Path) -> None:
    given = EXAMPLE.read_text(encoding="utf-8").replace("BOT_TOKEN=", "BOT_TOKEN=123456:AAAAAAAAAAAAAAAA", 1)
    (tmp_path / ".env").write_text(given, encoding="utf-8")
    assert read_settings(with_token=True).token.startswith("123456:")


def test_a_missing_token_names_the_variable_and_an_example() -> None:
    with pytest.raises(SettingsWrong, match=r"BOT_TOKEN is missing: it takes .*@BotFather.*; for example BOT_TOKEN="):
        read_settings(with_token=True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "secret-but-malformed"),
        ("DATABASE_URL", "mysql://root:hunter2@host/db"),
        ("SENDS_PER_SECOND", "many"),
        ("DIGEST_AT", "at-dusk"),
        ("CODE_KEY", "short-secret"),
    ],
)
def test_a_malformed_setting_is_one_line_that_does_not_repeat_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsWrong) as wrong:
        read_settings()
    said = str(wrong.value)
    assert said.startswith(name)
    assert "\n" not in said
    assert value not in said.replace(name, "")
