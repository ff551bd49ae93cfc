"""Texts: every key in both languages with the same variables, none missing, none unused."""

import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from domain import errors
from handlers.texts.translator import LANGUAGES, sources

ROOT = Path(__file__).parents[2]
FLOORS = ("bot", "handlers", "scheduler")


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)


def _messages(language: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, source in sources(language).items():
        for entry in FluentParser().parse(source).body:
            assert not isinstance(entry, ftl.Junk), f"{language}/{name}: {entry.content[:80]}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{language}: {entry.id.name} stands twice"
                variables = _Variables()
                variables.visit(entry)
                found[entry.id.name] = variables.names
    return found


def _strings() -> tuple[set[str], set[str]]:
    """All string constants of the floors, and the patterns of their f-strings (holes as `.+`)."""
    constants, patterns = set(), set()
    for floor in FLOORS:
        for path in (ROOT / floor).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    constants.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    patterns.add(_pattern(node))
    return constants, {pattern for pattern in patterns if re.match(r"[a-z]+-", pattern)}


def _pattern(node: ast.JoinedStr) -> str:
    parts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9_-]+" for part in node.values)
    return "".join(parts).replace(r"\-", "-")


def test_both_languages_have_the_same_keys_and_variables() -> None:
    russian, english = (_messages(language) for language in LANGUAGES)
    assert sorted(russian) == sorted(english)
    assert {key: names for key, names in russian.items() if names != english[key]} == {}


def test_no_text_is_unused() -> None:
    constants, patterns = _strings()
    refusals = {key for key in _messages("ru") if key.startswith("refused-")}
    unused = set(_messages("ru")) - constants - refusals
    unused = {key for key in unused if not any(re.fullmatch(pattern, key) for pattern in patterns)}
    assert sorted(unused) == []


def test_every_key_asked_for_exists_and_gets_its_variables() -> None:
    known = _messages("ru")
    wrong = []
    for floor in FLOORS:
        for path in (ROOT / floor).rglob("*.py"):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                wrong += [f"{path.relative_to(ROOT)}:{call.lineno} {said}" for said in _wrong_call(call, known)]  # type: ignore[attr-defined]
    assert wrong == []


def _wrong_call(call: ast.AST, known: dict[str, set[str]]) -> list[str]:
    """What is wrong with `texts("key", name=…)`; nothing for other calls and for keys made up at run time."""
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "texts" and call.args):
        return []
    key = call.args[0]
    if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
        return []
    name = key.value.partition(".")[0]
    if name not in known:
        return [f"{name} is in no Fluent file"]
    given = {keyword.arg for keyword in call.keywords}
    if None in given:
        return []
    return [f"{name} takes {sorted(known[name])}, given {sorted(map(str, given))}"] if not known[name] <= given else []


def _subclasses(kind: type) -> set[type]:
    return {below for child in kind.__subclasses__() for below in (child, *_subclasses(child))}


def test_every_refusal_has_its_words_with_its_own_fields() -> None:
    import bot.application  # noqa: F401 - brings every area in

    known = _messages("ru")
    for refusal in _subclasses(errors.Refused):
        key = refusal.key.fget(refusal.__new__(refusal))  # type: ignore[attr-defined]
        assert key in known, f"{refusal.__module__}.{refusal.__name__} needs a text {key}"
        fields = set(getattr(refusal, "__dataclass_fields__", {}))
        assert known[key] <= fields, f"{key} asks for {known[key] - fields}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_longer_than_a_message(language: str) -> None:
    for name, source in sources(language).items():
        for entry in FluentParser().parse(source).body:
            if isinstance(entry, ftl.Message):
                assert (
                    len(entry.value.elements[0].value if isinstance(entry.value.elements[0], ftl.TextElement) else "")
                    < 3500
                ), f"{name}: {entry.id.name}"
