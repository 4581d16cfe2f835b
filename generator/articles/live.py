"""A page's tree in, the posts of a live page out: each paragraph's own moment, by its letters.

A live page tells of its posts in its data (``LiveBlogPosting``) or shows them as a row of boxes, each with its
stamp. A page of one story has no posts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import Any

from ..model import Block, Post, Published
from .metadata import read_moment
from .page_metadata import json_ld, names_a_type, text_of
from .page_parts import is_foreign
from .page_shape import bare

# An EDTF moment and its zone.
Moment = tuple[str, str]
_FEWEST = 3  # boxes with stamps that make a page live, when its data do not say that it is
_SHARE = 0.5  # of the prose that stands in them
_BOXES = ("article", "div", "section", "li")


def live_moments(tree: Any, foreign: Set[Any]) -> dict[str, Moment]:
    """The moment of every paragraph that belongs to a post; empty for a page that is not live."""
    declared = _declared(tree)
    shown = _shown(tree, foreign, sure=bool(declared) or _says_live(tree))
    return {**declared, **shown}


def posts_of(text: str, blocks: Sequence[Block], moments: dict[str, Moment]) -> tuple[Post, ...]:
    """The stretches of the text that are one post each."""
    found: list[Post] = []
    heading: Block | None = None
    for block in blocks:
        moment = moments.get(bare(text[block.start : block.end]))
        if moment is None:
            heading = block if block.kind == "subheading" else None
            continue
        published = Published(moment[0], "metadata", zone=moment[1] if "T" in moment[0] else "")
        if found and found[-1].published == published and heading is None:
            found[-1] = Post(found[-1].start, block.end, published)
        else:
            found.append(Post(heading.start if heading else block.start, block.end, published))
        heading = None
    return tuple(found)


def _says_live(tree: Any) -> bool:
    return any(names_a_type(item, "liveblogposting") for item in json_ld(tree)) or bool(
        tree.xpath("boolean(//*[contains(@itemtype, 'LiveBlogPosting')])")
    )


def _declared(tree: Any) -> dict[str, Moment]:
    """What the page's data say: every paragraph of a post's body that stands on the page."""
    posts = []
    for item in json_ld(tree):
        updates = item.get("liveBlogUpdate")
        for update in updates if isinstance(updates, list) else [updates]:
            if isinstance(update, dict):
                moment = read_moment(text_of(update.get("datePublished")))
                told = bare(text_of(update.get("articleBody")) + text_of(update.get("headline")))
                if moment[0] and told:
                    posts.append((told, moment))
    if not posts:
        return {}
    found: dict[str, Moment] = {}
    for element in tree.iter("p", "li", "h2", "h3"):
        key = bare("".join(element.itertext()))
        moment = next((moment for told, moment in posts if len(key) > 20 and key in told), ("", ""))
        if moment[0]:
            found[key] = moment
    return found


def _shown(tree: Any, foreign: Set[Any], *, sure: bool) -> dict[str, Moment]:
    """What boxes with a stamp each say, where they stand in a row and hold the page's story."""
    rows: dict[tuple[Any, str], list[tuple[Any, Moment]]] = defaultdict(list)
    for box, moment in _stamped(tree, foreign):
        rows[box.getparent(), box.tag].append((box, moment))
    every = (sum(map(len, _prose(tree))) or 1) if rows else 0
    found: dict[str, Moment] = {}
    for boxes in rows.values():
        held = sum(len(key) for box, _ in boxes for key in _prose(box))
        if sure or (len({moment for _, moment in boxes}) >= _FEWEST and held >= _SHARE * every):
            for box, moment in boxes:
                for inner in box.iter("p", "li", "h2", "h3", "h4", "blockquote"):
                    found.setdefault(bare("".join(inner.itertext())), moment)
    return found


def _stamped(tree: Any, foreign: Set[Any]) -> Iterator[tuple[Any, Moment]]:
    """The boxes of the page that hold prose and one stamp or two, in order, each with the moment of its first."""
    stamps: dict[Any, list[str]] = defaultdict(list)
    for time in tree.iter("time"):
        if time.get("datetime"):
            for box in time.iterancestors(*_BOXES):
                stamps[box].append(time.get("datetime"))
    for box in tree.iter(*_BOXES) if stamps else ():
        if (
            box in stamps
            and len(stamps[box]) <= 2
            and box.getparent() is not None
            and not is_foreign(box, foreign)
        ):
            moment = read_moment(stamps[box][0])
            if moment[0] and _prose(box):
                yield box, moment


def _prose(element: Any) -> list[str]:
    return [key for p in element.iter("p", "li") if len(key := bare("".join(p.itertext()))) > 30]
