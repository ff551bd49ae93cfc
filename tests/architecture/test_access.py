"""Every use case asks the one access table first, and the table is what the regulation says."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

import domain
from domain.errors import NotAllowed
from domain.ids import AccountId, ClassId, PersonId
from domain.roles.access import ACCESS, Action, Reach, Target, allowed, require
from domain.roles.people import Actor, PersonName, Role
from domain.roles.scope import scope_of

ME, CHILD, OTHER = PersonId(1), PersonId(2), PersonId(3)
MINE, TAUGHT, FOREIGN = ClassId(1), ClassId(2), ClassId(3)

IN_REACH = {
    Reach.SELF: Target(person=ME),
    Reach.CHILD: Target(person=CHILD),
    Reach.CLASS: Target(person=OTHER, classes=(MINE,)),
    Reach.TAUGHT: Target(person=OTHER, classes=(TAUGHT,)),
    Reach.LESSON: Target(person=OTHER, classes=(FOREIGN,), teachers=(ME,)),
    Reach.COURSE: Target(person=OTHER, classes=(FOREIGN,), course_teachers=(ME,)),
    Reach.SCHOOL: Target(person=OTHER, classes=(FOREIGN,), teachers=(OTHER,)),
}


def _actor(role: Role) -> Actor:
    return Actor(
        person=ME,
        account=AccountId(1),
        name=PersonName("Иванова", "Мария"),
        language="ru",
        roles=frozenset({role}),
        children=(CHILD,),
        own_classes=(MINE,),
        taught_classes=(TAUGHT,),
    )


def _modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(domain.__path__, "domain."):
        yield importlib.import_module(found.name)


def _use_cases() -> Iterator[tuple[str, type, str]]:
    """Public methods of the domain's classes whose first argument is the actor.

    A method that is told the action by its caller asks for that one; its callers are walked themselves.
    """
    for module in _modules():
        for name, kind in inspect.getmembers(module, inspect.isclass):
            if kind.__module__ != module.__name__ or getattr(kind, "_is_protocol", False):
                continue
            for method, function in inspect.getmembers(kind, inspect.iscoroutinefunction):
                parameters = list(inspect.signature(function).parameters)
                if not method.startswith("_") and parameters[1:2] == ["actor"] and "action" not in parameters:
                    yield f"{module.__name__}.{name}.{method}", kind, method


def _actions_asked(kind: type, method: str, seen: frozenset[str] = frozenset()) -> set[str]:
    """Names of the actions that a method asks for, by itself or through methods and functions of its module."""
    if method in seen:
        return set()
    source = importlib.import_module(kind.__module__)
    tree = ast.parse(inspect.getsource(source))
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    if method not in functions:
        return set()
    found: set[str] = set()
    for node in ast.walk(functions[method]):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Action":
            found.add(node.attr)
        called = node.func if isinstance(node, ast.Call) else None
        name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else None
        if name in functions:
            found |= _actions_asked(kind, name, seen | {method})
    return found


USE_CASES = list(_use_cases())


def test_there_are_use_cases_to_walk() -> None:
    assert len(USE_CASES) > 15


@pytest.mark.parametrize(("name", "kind", "method"), USE_CASES, ids=[name for name, _, _ in USE_CASES])
def test_every_use_case_asks_for_an_action_of_the_table(name: str, kind: type, method: str) -> None:
    asked = _actions_asked(kind, method)
    assert asked, f"{name} asks access for nothing: give it an action and a line in domain/roles/access.py"
    assert {Action[action] for action in asked} <= set(ACCESS)


def test_every_action_has_a_line() -> None:
    assert set(ACCESS) == set(Action)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_a_role_reaches_what_its_line_says_and_no_further(action: Action, role: Role) -> None:
    actor, reach = _actor(role), ACCESS[action].get(role)
    for kind, target in IN_REACH.items():
        expected = reach is Reach.SCHOOL or reach is kind
        assert allowed(actor, action, target) is expected, (kind, reach)


def test_an_action_without_a_line_is_refused() -> None:
    with pytest.raises(NotAllowed):
        require(_actor(Role.GUARDIAN), Action.SET_MARK, IN_REACH[Reach.SCHOOL])


def test_what_a_guardian_may_see_is_the_own_children() -> None:
    scope = scope_of(_actor(Role.GUARDIAN), Action.SEE_PUPIL_DIARY)
    assert (scope.everyone, scope.pupils, scope.classes) == (False, {CHILD}, frozenset())


def test_what_a_class_teacher_may_see_is_the_own_class() -> None:
    scope = scope_of(_actor(Role.CLASS_TEACHER), Action.SEE_PUPIL_DIARY)
    assert (scope.everyone, scope.classes) == (False, {MINE})
