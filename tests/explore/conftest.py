"""One small site for all of Explore's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ..watching import watched
from .browser import served
from .made import facts_and_articles, made, write_site
from .oracle import Oracle

COUNT = 400


@pytest.fixture(scope="session")
def explore_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("explore")
    write_site(made(COUNT)[0], folder)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def oracle() -> Oracle:
    return Oracle(*facts_and_articles(COUNT))


@pytest.fixture
def page(browser: Browser, explore_site: str) -> Iterator[Page]:
    """A page of that site, watched."""
    with watched(browser, explore_site) as page:
        yield page
