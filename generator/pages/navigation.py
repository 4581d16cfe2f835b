"""The pages of a site in, its navigation out, for projects that name none in ``mkdocs.yml``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeAlias

from .words import Words

NavItem: TypeAlias = dict[str, "str | list[NavItem]"]


def sections(words: Words) -> list[tuple[str, list[tuple[str, str]]]]:
    """The site's pages by section; a section of one untitled page is that page."""
    _: Callable[[str], str] = words.gettext
    return [
        (_("Timeline"), [("", "index.md")]),
        (_("Explore"), [("", "explore.md")]),
        (
            _("The story"),
            [
                (_("In lanes"), "lanes.md"),
                (_("Who says what"), "voices.md"),
                (_("Announced and done"), "plans.md"),
                (_("Numbers"), "numbers.md"),
                (_("Disagreements"), "disagreements.md"),
                (_("Tags"), "tags/index.md"),
                (_("On this day"), "on-this-day.md"),
            ],
        ),
        (
            _("Names"),
            [
                (_("People"), "people/index.md"),
                (_("Speakers"), "speakers/index.md"),
                (_("Places"), "places/index.md"),
                (_("Organisations"), "organisations/index.md"),
            ],
        ),
        (_("Sources"), [(_("Articles"), "articles/index.md"), (_("Outlets"), "outlets/index.md")]),
        (
            _("Changes"),
            [
                (_("What changed"), "changes.md"),
                (_("Corrections"), "corrections.md"),
            ],
        ),
        (
            _("About"),
            [
                (_("About"), "about.md"),
                (_("Method"), "method.md"),
                (_("Quality"), "quality.md"),
                (_("Downloads"), "downloads.md"),
            ],
        ),
        (_("Review"), [("", "review.md")]),
    ]


def section_of(words: Words, uri: str) -> list[tuple[str, str]]:
    """The pages beside ``uri``, itself among them; none when it stands alone."""
    found = (items for _, items in sections(words) if len(items) > 1 and uri in (item[1] for item in items))
    return next(found, [])


def index_of(words: Words, uri: str) -> tuple[str, str] | None:
    """The name and the page of the list that ``uri`` belongs to: people, articles; of a period, the timeline."""
    folder, _, page = uri.partition("/")
    if not page or page == "index.md":
        return None
    list_of = "index.md" if folder == "timeline" else f"{folder}/index.md"
    for section, items in sections(words):
        found = next((name or section for name, item in items if item == list_of), "")
        if found:
            return found, list_of
    return None


def default_nav(words: Words, pages: Collection[str], written: Iterable[str] = ()) -> list[NavItem]:
    """Tabs over the generated ``pages``; pages ``written`` by hand that are none of these follow."""
    nav: list[NavItem] = []
    for title, items in sections(words):
        there = [(name, uri) for name, uri in items if uri in pages]
        if len(there) == 1 and not there[0][0]:
            nav.append({title: there[0][1]})
        elif there:
            nav.append({title: [{name: uri} for name, uri in there]})
    nav += [_untitled(uri) for uri in written if uri not in pages and uri.endswith(".md")]
    return nav


def _untitled(uri: str) -> NavItem:
    stem = uri.removesuffix(".md").removesuffix("/index").rsplit("/", 1)[-1]
    return {stem.replace("-", " ").replace("_", " ").capitalize(): uri}
