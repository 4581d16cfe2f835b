"""A page of the sample timeline, and what a build converts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.plugin.light import LightPage

from ..watching import watched


@pytest.fixture
def page(browser: Browser, sample_address: str) -> Iterator[Page]:
    """A page of that site, watched."""
    with watched(browser, sample_address) as page:
        yield page


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that this process converts, as it does."""
    found: list[str] = []
    fill = LightPage.fill

    def heard(self: LightPage, *given: object) -> bool:
        found.append(self.file.src_uri)
        return fill(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(LightPage, "fill", heard)
    return found
