"""A built site's folder in, every link that leads nowhere out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

# Attributes that hold an address, and whether the browser fetches it by itself.
ADDRESSES = {
    ("a", "href"): False, ("area", "href"): False, ("form", "action"): False, ("link", "href"): True,
    ("script", "src"): True, ("img", "src"): True, ("source", "src"): True, ("iframe", "src"): True,
    ("image", "href"): True, ("use", "href"): True,
}  # fmt: skip
# Links that tell where a page lies, and fetch nothing.
TOLD = {"canonical", "prev", "next", "alternate", "license", "author"}
# The theme's own anchors stand for parts of its frame.
FRAME = "__"


@dataclass
class Read(HTMLParser):
    """The ids and the addresses of one page: ``(element, address, fetched)``."""

    ids: set[str] = field(default_factory=set)
    addresses: list[tuple[str, str, bool]] = field(default_factory=list)
    refresh: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.update({given[name] for name in ("id",) if given.get(name)})
        if tag == "a" and given.get("name"):
            self.ids.add(given["name"])
        for (element, name), fetched in ADDRESSES.items():
            if tag == element and name in given:
                told = tag == "link" and TOLD & set(given.get("rel", "").split())
                self.addresses.append((tag, given[name], fetched and not told))
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.refresh = given["content"].partition("url=")[2]
            self.addresses.append(("refresh", self.refresh, False))
        if tag == "meta" and given.get("property") in ("og:image", "og:url"):
            self.addresses.append((given["property"], given["content"], False))


@dataclass(frozen=True)
class Site:
    """A built site that will lie at ``url``."""

    folder: Path
    url: str

    @cached_property
    def pages(self) -> dict[str, Read]:
        """Every page, by its path in the folder."""
        found = {}
        for file in sorted(self.folder.rglob("*.html")):
            found[file.relative_to(self.folder).as_posix()] = read = Read()
            read.feed(file.read_text("utf-8"))
        return found

    def address(self, path: str) -> str:
        """Where a browser reads the file; the page for what is missing answers at any depth."""
        return urljoin(self.url, "no/such/page/" if path == "404.html" else path)

    def missing(self, address: str) -> str:
        """Why a whole address of this site leads nowhere; empty when it leads somewhere, or elsewhere."""
        if not address.startswith(self.url):
            here, there = urlsplit(self.url), urlsplit(address)
            return "outside the site's folder" if here.netloc == there.netloc else ""
        path, _, anchor = unquote(address.removeprefix(self.url)).partition("#")
        path = path.partition("?")[0]
        file = self.folder / path
        if file.is_dir() and (path == "" or path.endswith("/")):
            path = f"{path}index.html"
        if not (self.folder / path).is_file():
            return "no such file"
        if anchor and path in self.pages and not anchor.startswith((FRAME, ":~:")):
            anchor = anchor.partition(":~:")[0]
            return "" if anchor in self.pages[path].ids else f"no element {anchor}"
        return ""

    def of_pages(self) -> Iterator[str]:
        """What is wrong with the addresses in pages."""
        for path, page in self.pages.items():
            for tag, given, fetched in page.addresses:
                if given.startswith(("data:", "mailto:", "javascript:")):
                    continue
                address = urljoin(self.address(path), given)
                if why := self.missing(address):
                    yield f"{path}: <{tag}> {given}: {why}"
                elif fetched and not address.startswith(self.url):
                    yield f"{path}: <{tag}> {given}: asks somebody else"

    def of_files(self) -> Iterator[str]:
        """What is wrong with our own whole addresses in feeds, calendars, tables, the sitemap and the JSON-LD of pages."""
        known = re.compile(re.escape(self.url) + r"[^\s\"'<>\\),}]*")
        for file in sorted(self.folder.rglob("*")):
            if file.suffix in (".html", ".xml", ".json", ".jsonl", ".jsonld", ".csv", ".ics", ".bib", ".txt"):
                text = file.read_text("utf-8")
                text = unescape(text) if file.suffix in (".html", ".xml") else text
                text = text.replace("\n ", "") if file.suffix == ".ics" else text
                # What JSON-LD writes behind # names a thing, and no place on a page.
                names_things = file.suffix in (".html", ".jsonld")
                for found in sorted(set(known.findall(text))):
                    address = found.partition("#")[0] if names_things else found.rstrip(".;")
                    if why := self.missing(address):
                        yield f"{file.relative_to(self.folder)}: {address}: {why}"

    def of_search(self) -> Iterator[str]:
        """What is wrong with where the search leads."""
        index = json.loads((self.folder / "search" / "search_index.json").read_text("utf-8"))
        for entry in index["docs"]:
            if why := self.missing(urljoin(self.url, entry["location"])):
                yield f"search: {entry['location']}: {why}"

    def of_styles(self) -> Iterator[str]:
        """What is wrong with the addresses in stylesheets."""
        for file in sorted(self.folder.rglob("*.css")):
            here = self.address(file.relative_to(self.folder).as_posix())
            for given in re.findall(r"url\(\s*[\"']?([^\"')]+)", file.read_text("utf-8")):
                address = urljoin(here, given)
                if not given.startswith(("data:", "#")) and (
                    self.missing(address) or not address.startswith(self.url)
                ):
                    yield f"{file.name}: {given}"

    def wrong(self) -> list[str]:
        """Everything that leads nowhere."""
        return [*self.of_pages(), *self.of_files(), *self.of_search(), *self.of_styles()]
