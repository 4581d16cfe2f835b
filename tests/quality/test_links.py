"""Every link of a built site resolves: pages, anchors, pictures, feeds, downloads, permanent addresses."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.store import load_content, load_project

from ..site.building import REPOSITORY, build_project
from ..site.sample import FACTS
from .links import Site

UNDER = "https://chronofact.github.io/chronofact/"


def _published(folder: Path) -> dict[str, str]:
    """The address of each fact that a reader can be given, and the fact's id."""
    facts = load_content(load_project(folder)).facts
    return {name: fact.id for fact in facts if fact.status != "draft" for name in (fact.id, *fact.merged_ids)}


def _lands(site: Site, addresses: dict[str, str]) -> list[str]:
    """The permanent addresses that do not lead to their fact's own element."""
    wrong = []
    for name, fact in addresses.items():
        path = next((at for at in (f"f/{name}/index.html", f"f/{name}.html") if at in site.pages), "")
        page, _, anchor = urljoin(site.address(path), site.pages[path].refresh if path else "").partition("#")
        if anchor != fact or site.missing(f"{page}#{anchor}"):
            wrong.append(f"{name}: {path or 'no page'} leads to {page}#{anchor}")
    return wrong


def test_the_sample_under_a_folder(sample_site: Path) -> None:
    site = Site(sample_site, UNDER)
    assert site.wrong() == []
    shown = {name: one.id for one in FACTS if one.status != "draft" for name in (one.id, *one.merged_ids)}
    assert _lands(site, shown) == []
    assert len(site.pages) > 60


def test_the_own_timeline_under_a_folder(own_site: Path) -> None:
    site = Site(own_site, UNDER)
    assert site.wrong() == []
    addresses = _published(own_site.parent)
    assert addresses, "The repository's own timeline has no published fact."
    assert _lands(site, addresses) == []


@pytest.mark.parametrize(
    ("change", "url"),
    [
        ({f"site_url: {UNDER}": "site_url: https://example.org/"}, "https://example.org/"),
        ({f"site_url: {UNDER}": "use_directory_urls: false"}, "http://folder.invalid/"),
    ],
    ids=["at the root of a host", "without an address, page by page"],
)
def test_the_own_timeline_elsewhere(tmp_path: Path, change: dict[str, str], url: str) -> None:
    for name in ("content", "seeds"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    text = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    for old, new in change.items():
        assert old in text
        text = text.replace(old, new)
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    site = Site(build_project(tmp_path), url)
    if "example.org" not in url:
        (site.folder / "404.html").unlink()  # it cannot know how deep it will be read
    assert site.wrong() == []
    assert _lands(site, _published(tmp_path)) == []


def test_the_checker_sees_what_is_broken(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "search_index.json").write_text('{"docs": [{"location": "gone/"}]}', "utf-8")
    (tmp_path / "a.css").write_text("p { background: url(none.png) }", "utf-8")
    (tmp_path / "feed.xml").write_text(f"<link>{UNDER}lost/</link>", "utf-8")
    (tmp_path / "index.html").write_text(
        '<h1 id="here">A</h1><a href="#here">1</a><a href="#there">2</a><a href="other/">3</a><a href="/x">4</a>'
        '<a href="https://harbour.example/">5</a><script src="https://harbour.example/x.js"></script>'
        '<meta http-equiv="refresh" content="0; url=../up/">',
        "utf-8",
    )
    assert Site(tmp_path, UNDER).wrong() == [
        "index.html: <a> #there: no element there",
        "index.html: <a> other/: no such file",
        "index.html: <a> /x: outside the site's folder",
        "index.html: <script> https://harbour.example/x.js: asks somebody else",
        "index.html: <refresh> ../up/: outside the site's folder",
        f"feed.xml: {UNDER}lost/: no such file",
        "search: gone/: no such file",
        "a.css: none.png",
    ]
