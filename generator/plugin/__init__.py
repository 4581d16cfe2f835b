"""MkDocs' events in, the site's pages out: wiring only, so that another builder costs one such file."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.base import ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from ..check import check_content
from ..clock import build_moment
from ..config import Settings, read_settings, site_language
from ..errors import ChronofactError, Problem
from ..failure import is_ours, told
from ..model import Place, Site
from ..pages import (
    INDEXES,
    MARK,
    PERMANENT,
    SCRIPT,
    STYLESHEET,
    Build,
    allowing_reload,
    build_site,
    default_nav,
    escaped,
    put_aside,
    put_back,
    side_by_side,
    theme_scripts,
    typed,
)
from ..pages.compiled import COMPILED
from ..store import Content, Project, load_project
from ..store.cache import CheckCache
from ..store.folders import site_clashes
from ..store.made import Made
from ..store.site_folder import begin_build, end_build, site_problem
from ..sweeping import seldom
from .frame import Frames
from .light import SEARCH, Lightly, LightPage, is_alone, is_alone_at_all
from .overwriting import Overwriting
from .quick import Built, Quick, State, states
from .surroundings import surroundings

log = get_plugin_logger("chronofact")
STOCK_FAVICON = "assets/images/favicon.png"  # the theme's own, where the settings name none
MARKDOWN = ("attr_list", "md_in_html", "tables")


class ChronofactPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Turns the content folder into pages on every build."""

    settings = Settings()
    serving = False
    site: Build | None = None
    made: Made | None = None
    lightly: Lightly | None = None
    built: Built | None = None
    overwriting: Overwriting | None = None
    seen: State = {}  # noqa: RUF012
    nav: Navigation
    scripts: tuple[re.Pattern[str], ...] = ()

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Settings with every problem at once."""
        self.settings, found = read_settings(options, Place(config_file_path or "mkdocs.yml"))
        return [
            (one.value or "chronofact", ValidationError(f"{one.message} {one.remedy}")) for one in found
        ], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Keeps this object over all rebuilds of a preview, and with it what it read last."""
        self.serving = command == "serve"
        seldom()

    @event_priority(100)  # before the search makes its choice
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Our stylesheet, script and Markdown extensions; the folders a preview watches."""
        config.extra_css += [STYLESHEET] * (STYLESHEET not in config.extra_css)
        config.extra_javascript += [SCRIPT] * (SCRIPT not in config.extra_javascript)
        config.markdown_extensions += [name for name in MARKDOWN if name not in config.markdown_extensions]
        if not (config.theme.get("logo") or (config.theme.get("icon") or {}).get("logo")):
            config.theme["logo"] = MARK
        if config.theme.get("favicon") == STOCK_FAVICON:
            config.theme["favicon"] = MARK
        for one in config.plugins.values():
            # MaterialX would rather search built pages, of which a fact is a part.
            if type(one).__module__.endswith(SEARCH) and "provider" in getattr(one, "config", {}):
                one.config["provider"] = "lunr"
        root = Path(config.config_file_path).parent
        if not self.serving:
            self._guard_site(load_project(root), Path(config.site_dir))
        folders = (root / self.settings.content_dir, root / self.settings.seeds_dir)
        config.watch += [str(folder) for folder in folders if folder.is_dir()]
        return config

    def _guard_site(self, project: Project, site: Path) -> None:
        """MkDocs empties the folder of the site next: it must hold a site, or nothing, and no other folder of ours."""
        foreign = site_problem(site, project.cache)
        found = [*([foreign] if foreign else []), *site_clashes(project.folders, site), *project.unsafe]
        if found:
            raise PluginError("\n".join(map(str, found)))
        begin_build(site, project.cache)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """MkDocs empties the site next; what still holds of it is saved."""
        cache = load_project(Path(config.config_file_path).parent).cache
        site = Path(config.site_dir)
        for folder in (*INDEXES, PERMANENT):
            folder.put_aside(site, cache)
        overwriting = Overwriting(site, cache)
        self.overwriting = overwriting if not self.serving and is_alone_at_all(config, self) else None
        if self.overwriting:
            self.overwriting.put_aside()
        else:
            overwriting.forget()
        if self.serving:
            self.seen = states(_watched(config))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the content, write the pages, and put them among MkDocs' files."""
        self.made = self._opened(config)
        cache = load_project(Path(config.config_file_path).parent).cache
        written = {file.src_uri: file for file in files.documentation_pages()}
        texts = {uri: get_data(file.content_string)[0].strip() for uri, file in written.items()}
        try:
            self.site = build_site(
                Path(config.config_file_path), self.settings, _site(config, self.settings), texts,
                directory_urls=config.use_directory_urls, preview=self.serving, last=self.site,
                made=self.made, now=build_moment(), examine=partial(_examined, cache),
            )  # fmt: skip
        except ChronofactError as error:
            raise PluginError("\n".join(["This site cannot be built:", *map(str, error.problems)])) from error
        _tell(self.site, strict=config.strict)
        for uri in self.site.withheld:
            if (picture := files.get_file_from_path(uri)) is not None:
                files.remove(picture)
        in_nav = {page.uri for page in self.site.pages if page.in_nav}
        by_uri = {page.uri: page for page in self.site.pages}
        alone = is_alone(config, self)
        passes = self.overwriting.passes if self.overwriting else None
        self.lightly = Lightly(config, self.made, self._given, self._swap, passes) if alone else None
        for uri, path in self.site.write_sources().items():
            if uri in written:
                files.remove(written[uri])
            level = InclusionLevel.INCLUDED if uri in in_nav else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, uri, abs_src_path=str(path), inclusion=level)
            files.append(file)
            if self.lightly and uri in by_uri and uri not in in_nav:
                self.lightly.take(file, by_uri[uri])
        if config.nav is None:
            config.nav = default_nav(self.site.renderer.words, in_nav, written)
        return files

    def _opened(self, config: MkDocsConfig) -> Made:
        """What the build before made; the same object over all rebuilds of a preview.

        MkDocs has one plugin object for all the projects that a process builds.
        """
        cache = load_project(Path(config.config_file_path).parent).cache
        if self.made is None or self.made.folder != cache:
            self.made = Made(cache)
        self.made.open()
        return self.made

    def _given(self, page: LightPage) -> bytes:
        """What a page's head is made from besides."""
        assert self.site
        return self.site.head_given(page.file.src_uri)

    def _swap(self, page: LightPage) -> str:
        """The picture of home in a page's head."""
        assert self.site
        return self.site.home_picture(page.file.src_uri)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Remembers the navigation, which every page shows."""
        self.nav = nav

    def on_build_error(self, *, error: Exception) -> None:
        """What nobody expected, told as the commands tell it; a fault of others is theirs to tell."""
        self.built = None
        if isinstance(error, ChronofactError):
            raise PluginError("\n".join(map(str, error.problems))) from error
        if isinstance(error, OSError) or (is_ours(error) and not isinstance(error, MkDocsException)):
            raise PluginError(told(error, "The build")) from error

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Only Markdown goes through Markdown."""
        text, page.meta["_chronofact"] = put_aside(markdown)
        return text

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Our HTML, back in its place."""
        return put_back(html, page.meta.pop("_chronofact", ()))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escape what the theme prints as it is; learn which inline scripts are the theme's own."""
        for file in files.documentation_pages():
            if file.page and not isinstance(file.page, LightPage):
                file.page.meta = escaped(file.page.meta)  # type: ignore[assignment]
        for name in ("site_name", "site_description", "site_author"):
            config[name] = typed(config[name])
        self.scripts = theme_scripts(tuple(config.theme.dirs))
        env.bytecode_cache = env.bytecode_cache or COMPILED
        if self.lightly:
            frames = Frames(config, self.nav, self._finished, self._head)
            self.lightly.into(env, files, surroundings(config, self.nav), frames)
        if self.site and self.made:
            pages = self.lightly.ahead(self.nav) if self.lightly else []
            if pages and self.lightly and self.overwriting and self.overwriting.is_new():
                self.lightly.write = partial(self.overwriting.write_ahead, self.made)
            side_by_side(self.made, [*self.site.ahead(), *pages])
        if self.overwriting and self.made:
            self.overwriting.put_back((file.dest_uri for file in files), self.made)
        if self.serving and self.site:
            root = Path(config.config_file_path).parent
            self.built = Built(self.site, root, config, files, self.nav, env)
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """The head for machines, and the page's policy."""
        made = output
        if not isinstance(page, LightPage):
            made = self._finished(output, page)
        elif not page.finished:
            if self.lightly and page.lasts:
                self.lightly.keep(page, made)
            page.clear()
        if self.overwriting and made.strip():
            data = made.encode("utf-8", errors="xmlcharrefreplace")  # as MkDocs writes it
            if self.overwriting.skips(page.file.dest_uri, data):
                return ""
        return made

    def _finished(self, html: str, page: Page, head: str | None = None) -> str:
        """What the theme made of a page, finished."""
        if not self.site:
            return html
        title = unescape(str(page.title))
        return self.site.finish(html, page.file.src_uri, page.url, title, self.scripts, head)

    def _head(self, page: Page, description: str) -> str:
        """A page's head for machines."""
        assert self.site
        return self.site.head(page.file.src_uri, page.url, unescape(str(page.title)), description)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """The page for addresses that lead nowhere."""
        if self.site and template_name == "404.html":
            return self.site.not_found(output, self.scripts)
        return output

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],  # noqa: ARG002
    ) -> LiveReloadServer:
        """The preview's reload script passes the policy; the review page decides where only this machine reaches it."""
        from ..desk.app import open_desk  # a build needs none of it

        server.set_app(allowing_reload(server.get_app()))  # type: ignore[arg-type]
        server.builder = Quick(server, lambda: self.built, _watched(config), self.seen)
        if not open_desk(server, load_project(Path(config.config_file_path).parent)):
            log.info("The review page takes no decisions: the preview can be reached from elsewhere.")
        return server

    @event_priority(-100)  # after the search has written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Permanent addresses, downloads, and a search entry for each fact."""
        if self.site:
            stands = self.overwriting.stands if self.overwriting else None
            self.site.write_beside(Path(config.site_dir), stands)
            if self.overwriting and self.made:
                self.overwriting.end(self.made)
            end_build(self.site.cache)
        if self.made:
            self.made.close()


def _examined(cache: Path, content: Content, settings: Settings) -> tuple[Problem, ...]:
    """What is wrong with the content; files that were looked at before are not looked at again."""
    return check_content(content, settings, memory=CheckCache(cache))


def _tell(site: Build, *, strict: bool) -> None:
    """What a builder should know of the site, in the log."""
    for problem in site.problems:  # strict counts errors and would end the preview
        log.log(logging.INFO if strict else logging.ERROR, "%s", problem)
    if site.left_out:
        log.info(
            "Left out, as drafts or under an embargo: %d. 'status: reviewed' publishes a fact.",
            site.left_out,
        )
    if site.search_note:
        log.info(
            "%d facts are many for the built-in search. 'pip install pagefind-bin' adds one for them.",
            len(site.renderer.timeline.facts),
        )


def _watched(config: MkDocsConfig) -> list[str]:
    """What a preview watches, as far as the settings tell."""
    return [config.docs_dir, *filter(None, [config.config_file_path]), *map(str, config.watch)]


def _site(config: MkDocsConfig, settings: Settings) -> Site:
    """What MkDocs knows of the site."""
    theme = str(config.theme.get("language") or "")
    url = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
    language = site_language(settings, theme)
    return Site(config.site_name, url, language, config.site_description or "", config.site_author or "")
