"""A word changed in a fact's text in, the pages that show it out at once; everything else follows when the editor pauses.

A preview rebuilds the whole site after each saving. The words of a fact stand on a few pages only: where nothing but its
text or context changed, in files that are otherwise as they were, these pages are made and the browser is told, and the
whole build comes when nothing was saved for a moment: search, lists, downloads and checks are then as always.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from ..model import Fact
from ..pages import Build, Page
from ..store.one_file import read_facts
from ..timeline import cleaned
from .light import LightPage

PAUSE = 3.0  # seconds without a saving, until the whole site is built
_WORDS = ("text", "context")
_MOST_FACTS = 20  # more at once are an import, no editor's words
State = dict[str, tuple[int, int]]


@dataclass
class Built:
    """What the last whole build left behind."""

    site: Build
    root: Path
    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment


class Quick:
    """Stands for MkDocs' builder in a preview."""

    def __init__(
        self,
        server: LiveReloadServer,
        last: Callable[[], Built | None],
        watched: Iterable[str],
        seen: State,
    ) -> None:
        """``seen`` is how the ``watched`` files and folders were when the last build began."""
        self._server = server
        self._build = server.builder
        self._last = last
        self._watched = tuple(watched)
        self._seen = seen
        self._late: threading.Timer | None = None

    def __call__(self) -> None:
        """Build what was saved."""
        now = states(self._watched)
        changed = {path for path in self._seen.keys() | now.keys() if self._seen.get(path) != now.get(path)}
        same = self._seen.keys() == now.keys()
        self._seen = now
        if self._late:
            self._late.cancel()
        if changed and same and self._shown(changed):
            self._late = threading.Timer(PAUSE, self.ask)
            self._late.daemon = True
            self._late.start()
        else:
            self._build()

    def ask(self) -> None:
        """Ask for the whole build, as a saving would."""
        with self._server._rebuild_cond:
            self._server._want_rebuild = True
            self._server._rebuild_cond.notify_all()

    def _shown(self, changed: Iterable[str]) -> bool:
        """Whether the pages show all that changed."""
        last = self._last()
        if last is None or last.site.problems:
            return False
        renderer = last.site.renderer
        edits: list[tuple[Fact, Fact]] = []
        for path in changed:
            found = _edits(path, last)
            if found is None:
                return False
            edits += found
        if len(edits) > _MOST_FACTS:
            return False
        named = renderer.timeline.mentions
        if any(
            [m.entity for m in named[new.id]] != [m.entity for m in renderer.named(new)] for _, new in edits
        ):
            return False
        for old, new in edits:
            last.site.reword(old, new)
        for page in last.site.pages_of({new.id for _, new in edits}):
            _show(page, last)
        return True


def _edits(path: str, last: Built) -> list[tuple[Fact, Fact]] | None:
    """The facts of a file with other words, as they were and as they are; None where more than that changed."""
    renderer = last.site.renderer
    content = last.root / renderer.settings.content_dir / "facts"
    if not Path(path).is_relative_to(content):
        return None
    articles = renderer.timeline.articles
    days = {id: one.published.day for id, one in articles.items()}
    name = Path(path).relative_to(last.root).as_posix()
    facts = read_facts(last.root, name, days)
    before = [fact for fact in renderer.timeline.by_id.values() if fact.place.path == name]
    if facts is None or sorted(fact.id for fact in facts) != sorted(fact.id for fact in before):
        return None
    found = []
    for fact in map(cleaned, facts):
        old = renderer.timeline.by_id[fact.id]
        new = replace(old, **{name: getattr(fact, name) for name in _WORDS})
        if not new.text or _but_words(fact) != _but_words(old):
            return None
        if new != old:
            found.append((old, new))
    return found


def _but_words(fact: Fact) -> Fact:
    """A fact without its words, and without what a timeline adds to it."""
    return replace(
        fact, text="", context="", origins=0, maybe_same_as=tuple(sorted(fact.maybe_same_as)),
        disagrees_with=tuple(sorted(fact.disagrees_with)),
    )  # fmt: skip


def _show(page: Page, last: Built) -> None:
    """Build one page anew, with what the last whole build left."""
    from mkdocs.commands.build import (
        _build_page,
        _populate_page,
    )  # its own, which another builder may call otherwise

    file = last.files.get_file_from_path(page.uri)
    if file is None or file.page is None:
        return
    file.content_string = page.markdown
    if isinstance(file.page, LightPage):
        file.page.made = page
    _populate_page(file.page, last.config, last.files)
    _build_page(file.page, last.config, last.files.documentation_pages(), last.nav, last.env)


def states(folders: Iterable[str]) -> State:
    """Every file that is watched, with its size and when it was changed."""
    found: State = {}
    for folder in folders:
        for path, state in _files(folder):
            found[path] = (state.st_size, state.st_mtime_ns)
    return found


def _files(path: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        with os.scandir(path) as entries:
            for one in entries:
                if one.is_dir():
                    yield from _files(one.path)
                else:
                    yield one.path, one.stat()
    except NotADirectoryError:
        yield path, Path(path).stat()
    except OSError:
        return
