"""Which permissions a page requires, as its code says: for docs/access.md and the tests."""

import ast
import inspect
import textwrap
from collections.abc import Callable

from access.roles import Permission


def permissions_asked(view: Callable) -> set[Permission]:
    """The permissions that a view requires, itself or through a helper; `may(…)` only asks what to show."""
    source = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(view))))
    return {permission for call in ast.walk(source) for permission in _asked_by(call, inspect.unwrap(view))}


def _asked_by(call: ast.AST, function: Callable) -> set[Permission]:
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id == "may":
        return set()
    named = {Permission[one.attr] for one in call.args if ast.unparse(one).startswith("Permission.")}  # type: ignore[attr-defined]
    helper = function.__globals__.get(call.func.id)  # type: ignore[attr-defined]
    if not inspect.isfunction(helper) or not _is_guard(helper, function):
        return named
    if any(ast.unparse(one) == "permission" for one in call.args):  # handed on: whoever called has named it
        return named | permissions_asked(helper)
    defaults = {one.default for one in inspect.signature(helper).parameters.values()}
    return (named or {one for one in defaults if isinstance(one, Permission)}) | permissions_asked(helper)


def _is_guard(helper: Callable, function: Callable) -> bool:
    return helper.__module__ == function.__module__ or helper.__name__.startswith("require_")
