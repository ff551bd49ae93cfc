"""`docs/delivery.md` names tests that exist, for each promise one at least, and says which of them are run by hand."""

import ast
import re

import pytest

from tests.chaos.processes import ROOT

PAGE = (ROOT / "docs" / "delivery.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`( \(by hand\))?", PAGE)
PROMISES = {part.split()[0]: part for part in PAGE.split("\n## ")[1:]}


@pytest.mark.parametrize(("file", "name", "by_hand"), sorted(set(NAMED)))
def test_a_named_test_exists_and_is_run_as_the_page_says(file: str, name: str, by_hand: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    assert name in functions
    marks = [ast.unparse(mark) for mark in functions[name].decorator_list]
    marks += [ast.unparse(node.value) for node in tree.body if isinstance(node, ast.Assign) and _marks_all(node)]
    assert any("mark.witness" in mark for mark in marks) == bool(by_hand)


@pytest.mark.parametrize("promise", ["P1", "P2", "P3", "P4", "P5"])
def test_each_promise_names_a_test(promise: str) -> None:
    assert re.search(r"`tests/[\w/]+\.py::\w+`", PROMISES[promise])


def _marks_all(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Name) and target.id == "pytestmark" for target in node.targets)
