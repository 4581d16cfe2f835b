"""A page of the sample timeline."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from ..watching import watched


@pytest.fixture
def page(browser: Browser, sample_address: str) -> Iterator[Page]:
    """A page of that site, watched."""
    with watched(browser, sample_address) as page:
        yield page
