"""After every kind of edit the site built upon the build before is to the byte the one that is built from nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..site.again import EDITS, WORLD, differing

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is built over and over."""
    folder = tmp_path_factory.mktemp("lasting")
    WORLD.build(folder)
    return folder


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit(edit: str, lasting: Path, tmp_path: Path) -> None:
    assert differing(EDITS[edit].build(lasting), EDITS[edit].build(tmp_path)) == []
