"""The name of a tool in, its path out; one that is not here fails the test with what brings it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

PACKAGES = Path(__file__).parent / "node_modules"
REMEDY = "is not here. 'make test' installs what the tests need; by itself: .ci/browser"


def command(name: str) -> str:
    """The program ``name``."""
    if not (found := shutil.which(name)):
        pytest.fail(f"{name} {REMEDY}", pytrace=False)
    return found


def package(path: str) -> Path:
    """A file of the packages that stand in the lock beside this module."""
    if not (PACKAGES / path).exists():
        pytest.fail(f"tests/quality/node_modules/{path} {REMEDY}", pytrace=False)
    return PACKAGES / path
