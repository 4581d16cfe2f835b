"""A site of many facts: built, searched and explored in a browser."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from benchmarks.build import write_project
from tests.explore.browser import chromium, served

from .conftest import FACTS

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    project = tmp_path_factory.mktemp("large")
    write_project(project, FACTS)
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=project, env=env, check=True)
    with served(project / "site") as address:
        yield address


def test_a_fact_is_found_by_its_words_and_explore_counts_all(site: str) -> None:
    with chromium() as browser:
        page = browser.new_page()
        page.set_default_timeout(120_000)
        page.goto(site)
        page.keyboard.press("s")
        page.keyboard.type("inspection cracks harbour", delay=20)
        page.wait_for_selector(".md-search-result__item a")
        assert page.locator(".md-search-result__item").count() > 0
        page.goto(f"{site}explore/")
        page.wait_for_function(
            "number => document.querySelector('main').innerText.replace(/\\\\D/g, '').includes(number)",
            arg=str(FACTS),
        )
