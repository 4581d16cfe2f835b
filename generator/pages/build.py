"""A project's settings and hand-written pages in, everything a build of its site needs out."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeAlias

from ..config import Settings
from ..errors import ChronofactError, Problem
from ..exports.head import picture_tags
from ..exports.share_image import ShareCard, draw_share_image
from ..model import Fact, Site
from ..store import Content, load_content, load_project
from ..store.made import Made
from ..timeline import Timeline, build_timeline, cleaned
from ..timeline.lists import named_in
from .beside import downloads, permanent_pages, selection, small_files
from .explore import embed_pages
from .finish import described, finish, head_of, not_found
from .images import image_sizes
from .kept import PAGES, Kept
from .kept_names import KeptNames
from .pagefind import WORKER, Pagefind, Part, find_pagefind, parts_of, with_worker, worker
from .policy import read_sources, with_policy
from .problems import with_problems
from .renderer import Renderer
from .searching import as_docs, others, search_entries
from .sharing import fact_card, feed_files, has_own_image, page_feeds, share_card, share_image
from .side_by_side import Piece, beside, cut
from .site_pages import render_pages
from .standing import INDEXES, PERMANENT
from .stylesheet import MARK, SCRIPT, STYLESHEET, mark, script, search_script, stylesheet
from .template_errors import told_plainly
from .values import Page
from .writer import keep_once, write_cache, write_fresh, write_if_changed, write_once, write_pieces

FACTS_IN_HOME_HEAD = 3
MANY = 500  # facts, from which on several processes are worth their start
Scripts: TypeAlias = tuple[re.Pattern[str], ...]
Stands: TypeAlias = Callable[[str, bytes], bool]


@dataclass(frozen=True)
class Search:
    """What the search box asks: MkDocs' index, and beside it one in pieces and who makes it."""

    data: dict[str, Any]
    parts: Sequence[Part] = ()
    asked: Pagefind | None = None


@dataclass(frozen=True)
class Build:
    """One build: what was rendered, and what was wrong with the content in a preview."""

    renderer: Renderer
    pages: tuple[Page, ...]
    cache: Path
    problems: tuple[Problem, ...] = ()
    left_out: int = 0  # drafts and what is under an embargo, which only a preview shows
    withheld: frozenset[str] = frozenset()  # pictures among the pages that only such facts show
    pagefind: Path | None = None  # the program, where its index is to take the place of the built-in search's
    search_note: bool = False  # the facts are many, and the program is not there

    def write_sources(self) -> dict[str, Path]:
        """Write what MkDocs builds from, the pages and our stylesheet and script; where each lies, by its address."""
        folder = self.cache / PAGES
        assets = {STYLESHEET: stylesheet(), SCRIPT: script(), MARK: mark()}
        write_cache(self.pages, assets, self.cache)
        return {page.uri: folder / page.uri for page in self.pages} | {
            uri: self.cache / uri for uri in assets
        }

    def write_beside(self, target: Path, stands: Stands | None = None) -> None:
        """Write what lies beside the built pages: permanent addresses, downloads, pictures, a search entry a fact.

        A file of which ``stands`` says that it holds that already is left as it is.
        """
        index = target / "search" / "search_index.json"
        with ThreadPoolExecutor(1) as pool:  # one program makes an index while the rest is written
            search = self.search(json.loads(index.read_text("utf-8")), pool) if index.is_file() else None
            self._write_files(target, stands)
            if search:
                self._write_search(search, index, target)

    def _write_files(self, target: Path, stands: Stands | None) -> None:
        for uri, text in small_files(self.renderer):
            data = text.encode("utf-8")
            if not stands or not stands(uri, data):
                write_fresh(target / uri, data)
        PERMANENT.write(permanent_pages(self.renderer), target, self.cache, self.renderer.kept.made)
        for uri, pieces in downloads(self.renderer):
            write_pieces(target / uri, pieces)
        for card in self.share_cards():
            write_once(target / card.path, self.cache / card.path, partial(draw_share_image, card))

    def ahead(self) -> list[Piece]:
        """What lies beside the pages of a site that is built from nothing, in pieces that several processes can make."""
        r, cache = self.renderer, self.cache
        if PERMANENT.is_aside(cache) or len(r.timeline.facts) < MANY:
            return []
        found: list[Piece] = [
            partial(PERMANENT.write_ahead, permanent_pages(r), cache, r.kept.made),
            partial(_used_up, feed_files(r, selection(r))),
            partial(_used_up, embed_pages(r)),
        ]
        if self.pagefind:  # but for the first, for which the words of MkDocs' own pages are missing yet
            asked = self._asked(self.pagefind)
            for part in parts_of((), self.search_docs)[1:]:
                found.append(partial(part.standing.write_ahead, asked.files(part), cache, r.kept.made))
        found += [partial(_used_up, pieces) for _uri, pieces in downloads(r)]
        return found + [partial(self._draw, run) for run in cut(self.share_cards(), 8)]

    def _draw(self, cards: Iterable[ShareCard]) -> None:
        for card in cards:
            keep_once(self.cache / card.path, partial(draw_share_image, card))

    def search(self, data: dict[str, Any], beside: Executor) -> Search:
        """What the search box asks; an index in pieces is begun to be made ``beside``."""
        own = others(data, self.search_docs)
        if not self.pagefind:
            return Search({**data, "docs": [*own, *self.search_docs]})
        parts, asked = parts_of(own, self.search_docs), self._asked(self.pagefind)
        asked.begin(parts, beside)
        # MkDocs' index: its settings mark found words on pages; it has no words of its own
        return Search({**data, "docs": []}, parts, asked)

    def _write_search(self, search: Search, index: Path, target: Path) -> None:
        """Write the built-in index, or one in pieces and the worker that reads them."""
        if search.asked:
            words, made = self.renderer.words, self.renderer.kept.made
            for part in search.parts:
                part.standing.write(search.asked.files(part), target, self.cache, made)
            script = worker(search_script(), words, self.renderer.directory_urls, len(search.parts))
            write_fresh(target / WORKER, script)
        for unused in INDEXES:
            unused.forget(self.cache)
        write_if_changed(index, json.dumps(search.data, ensure_ascii=False, separators=(",", ":")))

    def _asked(self, program: Path) -> Pagefind:
        return Pagefind(program, self.renderer.words.language, self.renderer.kept.made)

    def finish(
        self, html: str, uri: str, url: str, title: str, scripts: Scripts = (), head: str | None = None
    ) -> str:
        """The built page with its ``head``, and the policy under which ``scripts`` of its theme may run."""
        head = self.head(uri, url, title, described(html)) if head is None else head
        return self._ruled(finish(html, self.renderer, head), scripts)

    def head(self, uri: str, url: str, title: str, description: str) -> str:
        """What a page tells machines."""
        return head_of(self.renderer, uri, url, title, self.facts_on(uri), description)

    def not_found(self, html: str, scripts: Scripts = ()) -> str:
        """The built page for addresses that lead nowhere, in the site's words."""
        return self._ruled(not_found(html, self.renderer), scripts)

    def _ruled(self, html: str, scripts: Scripts) -> str:
        """A page with its policy, and with the search that this site has."""
        made = with_worker(html, self.renderer.words) if self.pagefind else html
        return with_policy(made, scripts, read_sources(self.renderer.settings.allow_sources))

    def facts_on(self, uri: str) -> tuple[Fact, ...]:
        """The facts a page is about: those of a period, an article, a name; the last few on home.

        Home's facts stand in full on their periods' pages; told twice, they would double its weight.
        """
        if uri == "index.md":
            return self.renderer.timeline.facts[-FACTS_IN_HOME_HEAD:]
        return self.renderer.facts_on.get(uri, ())

    def reword(self, old: Fact, new: Fact) -> None:
        """Let a fact have other words wherever it stands."""
        self.renderer.reword(old, new)
        selection(self.renderer).forget()

    def pages_of(self, ids: Collection[str]) -> Iterator[Page]:
        """The pages that show these facts, made anew; home among them, which shows the last of all."""
        r = self.renderer
        showing = [uri for uri, facts in r.facts_on.items() if any(fact.id in ids for fact in facts)]
        for uri in dict.fromkeys(("index.md", *showing)):
            if make := r.makers.get(uri):
                yield make()

    def head_given(self, uri: str) -> bytes:
        """A hash of what ``finish`` puts into the page ``uri``, but for the picture of home."""
        r, facts = self.renderer, self.facts_on(uri)
        own = share_card(r, uri, "", facts) if has_own_image(r, uri) else None
        return r.stamps.of(facts, own, page_feeds(r, uri), bool(self.pagefind))

    def home_picture(self, uri: str) -> str:
        """How the page ``uri`` names the picture of home; ``""`` where it has one of its own."""
        r = self.renderer
        return "" if has_own_image(r, uri) else picture_tags(r.site, share_image(share_card(r, uri, "", ())))

    def share_cards(self) -> tuple[ShareCard, ...]:
        """The pictures its pages point to."""
        r = self.renderer
        own = (page for page in self.pages if has_own_image(r, page.uri))
        cards = (share_card(r, page.uri, page.title, self.facts_on(page.uri)) for page in own)
        facts = (fact_card(r, fact) for fact in r.timeline.facts)
        return tuple(dict.fromkeys((*cards, *facts)))

    @cached_property
    def search_docs(self) -> list[dict[str, str]]:
        """What the search is told of each page and each fact."""
        r = self.renderer
        return as_docs(search_entries(r.timeline, r.viewer, self.pages, r.directory_urls))


def _used_up(made: Iterable[object]) -> None:
    """Have it all made, and kept where it is kept."""
    deque(made, maxlen=0)


def build_site(
    root: Path,
    settings: Settings,
    site: Site,
    written: Mapping[str, str],
    *,
    directory_urls: bool = True,
    preview: bool = False,
    last: Build | None = None,
    made: Made | None = None,
    now: datetime | None = None,
    examine: Callable[[Content, Settings], Iterable[Problem]] = lambda content, _settings: content.problems,
) -> Build:
    """Read, select and render. A preview shows drafts, and shows problems instead of stopping at them.

    ``examine`` says what is wrong with the content; any error of its keeps the site from being built. What ``made``
    holds of a build before is not made again. ``now``, with its zone, is the moment at which embargoes are judged;
    without one all of them hold.
    """
    project = load_project(root)
    if project.unsafe:
        raise ChronofactError(*project.unsafe)
    content = load_content(project)
    planned = partial(
        build_timeline, content.facts, content.articles, content.entities, settings,
        show_drafts=preview or settings.show_drafts, now=now, named_in=KeptNames(made) if made else named_in,
        clean=content.clean,
    )  # fmt: skip
    look = partial(examine, content, settings)
    timeline = None if preview else _ahead(planned, look, content, project.cache)
    errors = tuple(one for one in (*project.problems, *look()) if one.severity == "error")
    if errors and not preview:
        raise ChronofactError(*errors)
    if errors and last:
        pages = tuple(render_pages(last.renderer, written))
        return replace(last, pages=with_problems(last.renderer, pages, errors), problems=errors)
    timeline = timeline or planned()
    templates = project.content / "templates"
    renderer = Renderer(
        timeline,
        settings,
        cleaned(site),
        own_templates=templates if templates.is_dir() else None,
        directory_urls=directory_urls,
        images=image_sizes((fact.image for fact in timeline.facts if fact.image), project.content / "pages"),
        kept=Kept(made, project.cache) if made else None,
    )
    with told_plainly(templates, project.root):
        pages = tuple(render_pages(renderer, written))
    left_out = [fact for fact in content.facts if fact.id not in timeline.by_id]
    withheld = _withheld(left_out, timeline.by_id.values(), written)
    pages = with_problems(renderer, pages, errors)
    search = (None, False) if preview else _search_of(timeline, settings)
    return Build(renderer, pages, project.cache, errors, len(left_out), withheld, *search)


def _search_of(timeline: Timeline, settings: Settings) -> tuple[Path | None, bool]:
    """The program that makes an index of many facts, and whether it is to be missed."""
    many = len(timeline.facts) >= settings.pagefind_facts
    program = find_pagefind() if many else None
    return program, many and not program


def _ahead(
    planned: Callable[[], Timeline], look: Callable[[], object], content: Content, cache: Path
) -> Timeline | None:
    """The timeline, while another process looks for what is wrong, where nobody looked before; None where that keeps it
    from being made, and of few facts.
    """
    if len(content.facts) < MANY or PERMANENT.is_aside(cache):
        return None
    with beside(look), suppress(Exception):  # told after what is wrong
        return planned()
    return None


def _withheld(hidden: Iterable[Fact], shown: Iterable[Fact], written: Mapping[str, str]) -> frozenset[str]:
    """Pictures of facts that nobody may see yet; not those that another fact or a page written by hand shows."""
    names = {fact.image for fact in hidden if fact.image} - {fact.image for fact in shown}
    return frozenset(
        name for name in names if not any(name.rpartition("/")[2] in text for text in written.values())
    )
