"""Names of pages in, addresses out: relative ones inside the site, and ones to the very words at a publisher."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from ..exports import source_link
from ..model import Article, Entity, EntityKind
from ..timeline import is_web

FOLDERS: dict[EntityKind, str] = {"person": "people", "place": "places", "organisation": "organisations"}


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses as seen from a page ``depth`` folders below the root."""

    depth: int = 0
    directory_urls: bool = True
    root: str = ""  # what leads to the root, instead of one ``../`` a folder

    @property
    def up(self) -> str:
        """What every address begins with."""
        return self.root or "../" * self.depth

    def to(self, uri: str, anchor: str = "") -> str:
        """The relative address of the page ``uri`` (``people/x.md``), or of a file that is no page."""
        tail = f"#{quote(anchor, safe='')}" if anchor else ""
        return (self.up + _quoted(uri, self.directory_urls) or ("" if tail else "./")) + tail

    def fact(self, fact: str) -> str:
        """The permanent address of a fact."""
        return f"{self.up}f/{quote(fact)}/"


@lru_cache(maxsize=1 << 14)  # thousands of links lead to one page
def _quoted(uri: str, directory_urls: bool) -> str:
    return quote(address(uri, directory_urls).lstrip("/"))


def depth_of(uri: str, directory_urls: bool = True) -> int:
    """How many folders below the root the built page of ``uri`` lies."""
    return address(uri, directory_urls).count("/")


def address(uri: str, directory_urls: bool = True) -> str:
    """Where the page ``uri`` is built: ``people/x.md`` is at ``people/x/``."""
    if not uri.endswith(".md"):
        return uri
    stem = uri.removesuffix(".md")
    if not directory_urls:
        return f"{stem}.html"
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def day_anchor(edtf: str) -> str:
    """The anchor of a day's section; EDTF's own signs would need escaping."""
    plain = (
        edtf.replace("/", "_").replace("~", "-about").replace("?", "-perhaps").replace("%", "-about-perhaps")
    )
    return f"d-{plain}"


def typed(day: tuple[int, int, int]) -> str:
    """A day as the address of Explore has it."""
    year, month, dom = day
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{dom:02d}"


def period_uri(key: str) -> str:
    """The page of a period."""
    return f"timeline/{key}.md"


def entity_uri(entity: Entity) -> str:
    """The page of a person, place or organisation."""
    return f"{FOLDERS[entity.kind]}/{_page_name(entity.id)}.md"


def article_uri(id: str) -> str:
    """The page of an article."""
    return f"articles/{_page_name(id)}.md"


def _page_name(id: str) -> str:
    """An id, or what stands for one that is the name of a folder's own page; no id has a tilde."""
    return f"{id}~" if id.casefold() in ("index", "readme") else id


def words_at(article: Article, words: str, at: str = "") -> str:
    """A link that opens the page with ``words`` marked (URL Fragment Text Directives), or at their page or second.

    When the words stand in the article twice, the words before them are added.
    """
    if not is_web(article.url):
        return ""
    link = source_link(article, words, at)
    before = _before(article.text, words)
    mark = ":~:text="
    return link.replace(mark, f"{mark}{quote(before, safe='').replace('-', '%2D')}-,", 1) if before else link


def _before(text: str, words: str) -> str:
    """The three words before ``words`` when they stand in ``text`` more than once."""
    start = text.find(words)
    if start < 0 or text.find(words, start + 1) < 0:
        return ""
    line = text[max(0, start - 200) : start].rsplit("\n", 1)[-1]
    return " ".join(re.findall(r"\S+", line)[-3:])


def links_to(uri: str) -> str:
    """A page to be linked once it is known from where."""
    return f"p:{uri}"


def resolved(target: str, links: Links) -> str:
    """A kept target as an address."""
    kind, name = target.split(":", 1)
    return links.to(name) if kind == "p" else links.fact(name)
