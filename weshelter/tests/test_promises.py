"""Each promise of the product names the tests that hold it, and they are there."""

import ast

import pytest

from weshelter.promises import PROMISES
from weshelter.tests.code import ROOT, tree


def test_there_are_seven():
    assert len(PROMISES) == 7


@pytest.mark.parametrize("test", sorted({test for promise in PROMISES for test in promise.tests}))
def test_the_test_is_there(test):
    path, name = test.split("::")

    assert name in {node.name for node in tree(ROOT / path).body if isinstance(node, ast.FunctionDef)}
