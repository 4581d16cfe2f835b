"""A timeline in, the site's pages as Markdown out, with what a site needs beside them."""

from __future__ import annotations

from .beside import beside
from .blocks import put_aside, put_back
from .build import Build, build_site
from .elsewhere import ZENSICAL, zensical_project
from .navigation import default_nav
from .permanent import redirect_html, redirects
from .policy import theme_scripts
from .raw_values import escaped, typed
from .reloading import allowing_reload
from .renderer import Renderer
from .searching import search_entries
from .side_by_side import LEAST, Piece, cut, side_by_side
from .site_pages import render_pages
from .standing import INDEXES, PERMANENT
from .stylesheet import MARK, SCRIPT, STYLESHEET, script, stylesheet
from .values import Page, Redirect, SearchEntry
from .views import Viewer
from .words import Words
from .writer import write_if_changed, write_once, write_pages

__all__ = [
    "INDEXES",
    "LEAST",
    "MARK",
    "PERMANENT",
    "SCRIPT",
    "STYLESHEET",
    "ZENSICAL",
    "Build",
    "Page",
    "Piece",
    "Redirect",
    "Renderer",
    "SearchEntry",
    "Viewer",
    "Words",
    "allowing_reload",
    "beside",
    "build_site",
    "cut",
    "default_nav",
    "escaped",
    "put_aside",
    "put_back",
    "redirect_html",
    "redirects",
    "render_pages",
    "script",
    "search_entries",
    "side_by_side",
    "stylesheet",
    "theme_scripts",
    "typed",
    "write_if_changed",
    "write_once",
    "write_pages",
    "zensical_project",
]
