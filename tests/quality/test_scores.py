"""Lighthouse finds nothing in what does not depend on the machine; speed is measured in the benchmarks."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..explore.browser import CHROMIUM
from .host import hosted
from .lighthouse import STEADY, audit

pytestmark = pytest.mark.xdist_group("lighthouse")


def test_accessibility_best_practices_and_findability_are_whole(
    sample_site: Path, request: pytest.FixtureRequest
) -> None:
    chromium = CHROMIUM or request.getfixturevalue("browser").browser_type.executable_path
    with hosted(sample_site, "/chronofact/") as host:
        found = audit(
            [host.address, *(f"{host.address}{one}/" for one in ("timeline/2024", "explore", "lanes"))],
            chromium=chromium,
        )
    assert {one.address: one.lowered for one in found} == {one.address: () for one in found}
    assert all(one.scores[name] == 1 for one in found for name in STEADY)
    assert len(found) == 4
