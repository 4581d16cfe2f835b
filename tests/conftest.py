"""What tests of several folders share: one browser (two at once in a process do not get along), two built sites."""

from __future__ import annotations

import fcntl
import gc
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser
from xdist.scheduler import LoadGroupScheduling

from .explore.browser import chromium, served
from .site.building import REPOSITORY, build_project, build_site
from .site.sample import ARTICLES, ENTITIES, FACTS

# jsonschema makes 38 parsers of addresses when it finds this package, seconds in each process; no test asks for one.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

# How long an example takes says how busy the machine is; speed is measured in benchmarks/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


# What takes ten seconds and more; with what shares its group.
LONGEST = (
    "site/test_in_browser.py", "attacks/test_site.py", "review/test_browser.py", "site/test_side_by_side.py",
    "site/test_built_again.py", "wheel/test_wheel.py", "explore/test_page.py", "quality/test_scores.py",
    "attacks/test_folders.py", "attacks/test_harness.py", "quality/test_html.py", "explore/test_access.py",
    "site/test_pagefind.py",
)  # fmt: skip


class ByFile(LoadGroupScheduling):
    """Tests of a file stay together, and what they share is made once; xdist alone would deal them out one by one.

    It also counts all it has dealt out after each test: of files that is nothing, of thousands of tests much.
    """

    def _split_scope(self, nodeid: str) -> str:
        return str(super()._split_scope(nodeid)).partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByFile:
    config.option.loadscopereorder = False  # the order is that of the workers, below
    return ByFile(config, log)  # type: ignore[arg-type]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where two share the tests the longest files are first, so that both end together."""
    if hasattr(config, "workerinput"):
        first = {name: at for at, name in enumerate(LONGEST)}
        items.sort(key=lambda item: first.get("/".join(item.path.parts[-2:]), len(first)))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """What is collected stays to the end: the collector of garbage need not look at it, now or later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up timeline that shows everything a page must be able to show."""
    return once(tmp_path_factory, "sample", lambda at: build_site(at, FACTS, ARTICLES, ENTITIES))


@pytest.fixture(scope="session")
def sample_address(sample_site: Path) -> Iterator[str]:
    with served(sample_site) as address:
        yield address


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own timeline, as it is published."""

    def make(folder: Path) -> Path:
        for name in ("content", "seeds"):
            shutil.copytree(REPOSITORY / name, folder / name)
        shutil.copy(REPOSITORY / "mkdocs.yml", folder)
        return build_project(folder)

    return once(tmp_path_factory, "own", make)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """The site that the first of the worker processes to come here made."""
    run = factory.getbasetemp()
    run = run.parent if run.name.startswith("popen-") else run
    with (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder, done = run / name, run / f"{name}.done"
        if not done.is_file():
            folder.mkdir(exist_ok=True)
            done.write_text(str(make(folder)), "utf-8")
        return Path(done.read_text("utf-8"))
