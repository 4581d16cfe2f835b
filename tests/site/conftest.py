"""The sample timeline as a built and served site, once for all tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.explore.browser import served

from .building import build_site
from .sample import ARTICLES, ENTITIES, FACTS


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("sample"), FACTS, ARTICLES, ENTITIES)


@pytest.fixture(scope="session")
def sample_address(sample_site: Path) -> Iterator[str]:
    with served(sample_site) as address:
        yield address


@pytest.fixture
def page(browser: Browser, sample_address: str) -> Iterator[Page]:
    """A page that fails its test on an error in the console or a request to anybody else."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((sample_address, "data:", "blob:")) else wrong.append(request.url)
        ),
    )
    yield page
    context.close()
    assert not wrong
