"""`docs/delivery.md` names tests that exist, for each promise one at least."""

import ast
import re

import pytest

from tests.chaos.processes import ROOT

PAGE = (ROOT / "docs" / "delivery.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)
PROMISES = {part.split()[0]: part for part in PAGE.split("\n## ")[1:]}


@pytest.mark.parametrize(("file", "name"), sorted(set(NAMED)))
def test_a_named_test_exists(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    assert name in functions


@pytest.mark.parametrize("promise", ["P1", "P2", "P3", "P4", "P5"])
def test_each_promise_names_a_test(promise: str) -> None:
    assert re.search(r"`tests/[\w/]+\.py::\w+`", PROMISES[promise])
