"""MkDocs' events in, the site's pages out: wiring only, so that another builder costs one such file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as BuiltPage
from mkdocs.utils.meta import get_data

from .check import check_content
from .config import Settings, read_settings
from .errors import ChronofactError
from .exports.share_image import draw_share_image
from .model import Place, Site
from .pages import (
    SCRIPT,
    STYLESHEET,
    Build,
    beside,
    build_site,
    default_nav,
    script,
    stylesheet,
    write_if_changed,
    write_once,
    write_pages,
)

log = get_plugin_logger("chronofact")


class ChronofactPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Turns the content folder into pages on every build."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.serving = False
        self.site: Build | None = None

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Settings with every problem at once."""
        self.settings, problems = read_settings(options, Place(config_file_path or "mkdocs.yml"))
        return [
            (one.value or "chronofact", ValidationError(f"{one.message} {one.remedy}")) for one in problems
        ], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Keeps this object over all rebuilds of a preview, and with it what it read last."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Our stylesheet, script and Markdown extensions; the folders a preview watches."""
        config.extra_css += [STYLESHEET] * (STYLESHEET not in config.extra_css)
        config.extra_javascript += [SCRIPT] * (SCRIPT not in config.extra_javascript)
        config.markdown_extensions += [
            x for x in ("attr_list", "md_in_html", "tables") if x not in config.markdown_extensions
        ]
        root = Path(config.config_file_path).parent
        folders = (self.settings.content_dir, self.settings.seeds_dir)
        config.watch += [str(root / name) for name in folders if (root / name).is_dir()]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the content, write the pages, and put them among MkDocs' files."""
        written = {file.src_uri: file for file in files.documentation_pages()}
        texts = {uri: get_data(file.content_string)[0].strip() for uri, file in written.items()}
        try:
            self.site = build_site(
                Path(config.config_file_path),
                self.settings,
                _site(config, self.settings),
                texts,
                directory_urls=config.use_directory_urls,
                preview=self.serving,
                last=self.site,
                examine=check_content,
            )
        except ChronofactError as error:
            raise PluginError(
                "\n".join(["chronofact cannot build this site:", *map(str, error.problems)])
            ) from error
        for problem in self.site.problems:
            log.error("%s", problem)
        folder = self.site.cache / "pages"
        pages = write_pages(self.site.pages, folder)
        for page in pages:
            if page.uri in written:
                files.remove(written[page.uri])
            level = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
            files.append(
                File.generated(config, page.uri, abs_src_path=str(folder / page.uri), inclusion=level)
            )
        for uri, text in ((STYLESHEET, stylesheet()), (SCRIPT, script())):
            write_if_changed(self.site.cache / uri, text)
            files.append(File.generated(config, uri, abs_src_path=str(self.site.cache / uri)))
        if config.nav is None:
            config.nav = default_nav(self.site.renderer.words, [page.uri for page in pages], written)
        return files

    def on_post_page(self, output: str, *, page: BuiltPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """The head for machines."""
        assert self.site is not None
        return self.site.finish(output, page.file.src_uri, page.url, str(page.title))

    @event_priority(-100)  # after the search has written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Permanent addresses, downloads, and a search entry for each fact."""
        assert self.site is not None
        target = Path(config.site_dir)
        for uri, text in beside(self.site.renderer):
            write_if_changed(target / uri, text)
        for card in self.site.share_cards():
            write_once(target / card.path, self.site.cache / card.path, partial(draw_share_image, card))
        index = target / "search" / "search_index.json"
        if index.is_file():
            write_if_changed(index, self.site.search_index(index.read_text("utf-8")))


def _site(config: MkDocsConfig, settings: Settings) -> Site:
    """What MkDocs knows of the site. A theme left in English does not overrule the plugin's language."""
    theme = str(config.theme.get("language") or "en")
    language = settings.language if theme == "en" else theme
    url = str(config.site_url or "")
    return Site(config.site_name, url and url.rstrip("/") + "/", language, config.site_description or "")
