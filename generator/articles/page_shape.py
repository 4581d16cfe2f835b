"""A page's tree in, what its paragraphs are by their place out: standfirst, summary, box, link, caption.

Paragraphs are known again by their letters, since the extraction of the text keeps no place. Where most
of a page would be called something else than its story, the page is not built that way and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import Any

from ..model import BlockKind
from ..text.lines import count_words, is_terminal

_LEAVES = (
    "p",
    "li",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "figcaption",
    "blockquote",
    "dd",
    "dt",
    "td",
    "th",
    "div",
    "span",
    "em",
    "section",
)
_BLOCKS = frozenset(
    {
        "p",
        "li",
        "ul",
        "ol",
        "div",
        "section",
        "article",
        "table",
        "blockquote",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "dl",
        "header",
        "aside",
    }
)
_STANDFIRST = re.compile(
    r"(?<![a-z])(?:standfirst|sub-?title|sub-?head(?:line|ing)?|dek|deck|strap-?line|tag-?line|kicker|summary|excerpt|abstract|teaser|vorspann|chapo|entradilla|bajada|lid|zajawka)(?![a-z])",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"(?<![a-z])(?:key-?(?:points?|facts?|takeaways?)|take-?aways?|highlights?|at-?a-?glance|tl-?dr|in-?brief|summary|bullet-?points?|fact-?box|info-?box)(?![a-z])",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?<![a-z])(?:captions?|figcaption|wp-caption\w*|cutline|(?:photo|image|picture|media|foto|bild)-?(?:credits?|caption|info|text|description|source|by)|credits?|bildunterschrift|legende|pie-?de-?foto|copyright)(?![a-z])",
    re.IGNORECASE,
)
# A heading over figures or points that the story tells again, in the languages read here.
_LIST_HEADING = re.compile(
    r"(?:(?:.{0,30}\s)?(?:by\s+the\s+numbers|in\s+numbers|in\s+figures|key\s+(?:points|facts|takeaways)|at\s+a\s+glance|in\s+brief|highlights|summary|what\s+(?:to|we|you\s+need\s+to)\s+know.*)"
    r"|(?:.{0,30}\s)?in\s+zahlen|das\s+wichtigste\s+in\s+kürze|auf\s+einen\s+blick|kurz\s+gesagt|(?:.{0,30}\s)?en\s+chiffres|l['’]essentiel|en\s+bref|les\s+points\s+clés"
    r"|(?:.{0,30}\s)?en\s+cifras|claves|lo\s+esencial|en\s+resumen|puntos\s+clave|(?:.{0,30}\s)?w\s+liczbach|w\s+skrócie|najważniejsze\s+(?:informacje|punkty)"
    r"|(?:.{0,30}\s)?(?:у|в)\s+цифрах|коротко|головне|главное|кратко)\s*:?",
    re.IGNORECASE,
)
# The words in which a site speaks with its reader about access, in the second person or the imperative.
_ACCESS = re.compile(
    r"\b(?:subscri(?:be|ber|bers|ption|ptions)|newsletters?|log\s?in|sign(?:ed|ing)?\s?(?:up|in)|your\s+(?:e-?mail\s+)?address|your\s+inbox|password|paywall|your\s+account|free\s+trial|unlimited\s+access|ad-?free|premium|donat\w*|give|contribute|chip\s+in|support\s+(?:us|our)"
    r"|spenden?|unterstützen|un\s+don|soute(?:nez|nir)|apóyanos|apoya|dona|wesprzyj|wspieraj|донат\w*|підтрима\w+|поддерж\w+"
    r"|abo(?:nnement|nnent\w*|nnieren|s)?|anmelden|einloggen|passwort|konto|zugang|probemonat|abonn(?:é\w*|ez|ement)|s['’]abonner|connectez|identifiant|mot\s+de\s+passe|compte"
    r"|suscr[ií](?:b\w+|pci[oó]n\w*|ptor\w*)|contraseña|tu\s+cuenta|inicia\s+sesión|reg[ií]strate|prenumerat\w+|zaloguj\w*|hasł\w+|konta|zapisz\s+się|підпи(?:ск|ш)\w+|передплат\w+|увійд\w+|обліков\w+"
    r"|подпи(?:ск|ш)\w+|войдите|аккаунт\w*|парол\w+|рассылк\w+|розсилк\w+)\b",
    re.IGNORECASE,
)
_YOU = re.compile(
    r"\b(?:you|your|yours|sie|ihr(?:e|en|em|er)?|du|dein\w*|vous|votre|vos|tu|tus|usted|su|puedes|twoj\w+|twój|ty|możesz|ви|ваш\w*|вам|вы|вам|твой|твоя)\b",
    re.IGNORECASE,
)
# "4 weeks for 1 euro": what a site sells.
_OFFER = re.compile(
    r"\b\d+\s+(?:weeks?|months?|wochen|monate|semaines?|mois|semanas?|mes(?:es)?|tygodni\w*|miesi\w+|тижн\w*|місяц\w*|недел\w*|месяц\w*)\s+(?:for|für|pour|por|za|за)\s+\S*\d",
    re.IGNORECASE,
)
_MOST = 0.4
_APART = frozenset({"figure", "li", "td", "form"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6", "p", "div", "span"})
_ITEMS = frozenset({"li", "dd", "dt", "td"})


# The innermost elements of a page that hold words, with these, in order.
Leaves = Sequence[tuple[Any, str]]


def shapes(tree: Any, leaves: Leaves, foreign: Set[Any]) -> dict[str, BlockKind]:
    """What paragraphs are by their place, by their letters."""
    sized = [
        (count_words(words), element)
        for element, words in leaves
        if element.tag in ("p", "div") and is_terminal(words)
    ]
    prose = [one for size, one in sized if size >= 20] or [one for size, one in sized if size >= 10]
    told = [bare(words) for element, words in leaves if element.tag in ("p", "div") and is_terminal(words)]
    total = sum(map(len, told)) or 1
    first = prose[0] if prose else None
    found: dict[str, BlockKind] = {}
    for kind, words in _by_place(tree, leaves, first, foreign):
        found.setdefault(bare(words), kind)
    lost = sum(len(key) for key in told if key in found)
    return found if lost <= total * _MOST else {}


def own_prose(leaves: Leaves, foreign: Set[Any]) -> Iterator[str]:
    """The paragraphs of the page that read as a story and belong to nothing else."""
    for element, words in leaves:
        if element.tag in ("p", "div") and count_words(words) >= 12 and is_terminal(words):
            around = [element, *element.iterancestors()]
            if (
                foreign.isdisjoint(around)
                and not any(one.tag in _APART for one in around)
                and not _is_link(element, words)
            ):
                yield words


@lru_cache(maxsize=2048)
def bare(words: str) -> str:
    """Letters and digits alone, small: the same however the text was put together."""
    return "".join(filter(str.isalnum, words.lower()))


def is_leaf(element: Any) -> bool:
    """Whether the element holds no block of its own."""
    return not any(child.tag in _BLOCKS for child in element)


def leaves_of(tree: Any) -> Iterator[tuple[Any, str]]:
    """The innermost elements that hold words, in order."""
    for element in tree.iter(*_LEAVES):
        if not is_leaf(element):
            continue
        if element.tag in ("span", "em") and (
            element.getparent() is None or element.getparent().tag not in ("div", "section", "figure")
        ):
            continue
        words = " ".join("".join(element.itertext()).split())
        if words:
            yield element, words


def _by_place(tree: Any, leaves: Leaves, first: Any, foreign: Set[Any]) -> Iterator[tuple[BlockKind, str]]:
    """Every leaf whose place tells what it is."""
    description = _description(tree)
    boxes = _access_boxes(leaves)
    before = first is not None
    listed = False
    for element, words in leaves:
        if element is first:
            before = False
        listed = _stays_listed(element, words, listed)
        around = [element, *element.iterancestors()]
        near = around[:4]
        if not boxes.isdisjoint(around) or (not foreign.isdisjoint(around) and not _in_figure(near)):
            yield "promo", words
        elif (
            _in_figure(near)
            or _under_image(element, words)
            or (_named(near[:2], _CAPTION) and count_words(words) < 80)
        ):
            yield "caption", words
        elif before and _is_standfirst(element, words, description, first):
            yield "subheading", words
        elif _is_point(element, words, near, listed=listed, before=before):
            yield "note", words
        elif _is_link(element, words):
            yield "promo", words


def _stays_listed(element: Any, words: str, listed: bool) -> bool:
    """Whether a list of points goes on here: its heading begins one, and what is none of its points ends it."""
    if listed and _opens_bold(element):
        return True
    if element.tag in _HEADINGS and count_words(words) <= 8:
        return bool(_LIST_HEADING.fullmatch(words))
    return listed and element.tag in _ITEMS


def _is_point(element: Any, words: str, near: list[Any], *, listed: bool, before: bool) -> bool:
    """An item of a list that tells in brief what the story tells again."""
    if element.tag in ("p", "div"):
        return listed and _opens_bold(element)
    return element.tag == "li" and (listed or (before and is_terminal(words)) or _named(near, _SUMMARY))


def _description(tree: Any) -> str:
    for element in tree.iter("meta"):
        if (element.get("property") or element.get("name") or "").lower() in (
            "og:description",
            "description",
        ):
            return bare(element.get("content") or "")
    return ""


def _named(elements: list[Any], names: re.Pattern[str]) -> bool:
    return any(_has_name(f"{one.get('class') or ''} {one.get('id') or ''}"[:300], names) for one in elements)


@lru_cache(maxsize=4096)
def _has_name(name: str, names: re.Pattern[str]) -> bool:
    return bool(names.search(re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name)[:300]))


def _in_figure(around: list[Any]) -> bool:
    return any(one.tag in ("figure", "figcaption") for one in around)


def _under_image(element: Any, words: str) -> bool:
    """The only words beside an image in a box of their own: what is seen on it."""
    box = element.getparent()
    if element.tag == "p" and _is_slanted_under_image(element, words):
        return True
    if (
        element.tag not in ("p", "div", "span")
        or box is None
        or box.tag in ("article", "main", "body", "section")
    ):
        return False
    if count_words(words) >= _CAPTION_WORDS or not _holds_nothing_else(box, words):
        return False
    return next(box.iter("img", "picture"), None) is not None and not _is_link(element, words)


def _holds_nothing_else(box: Any, words: str) -> bool:
    """Whether the words are all that the element says; of a long one no more is read than shows it."""
    size, least = 0, len(words.replace(" ", ""))
    for text in box.itertext():
        size += len("".join(text.split()))
        if size > least:
            return False
    return True


def _is_slanted_under_image(element: Any, words: str) -> bool:
    """``<p><img><em>The barn on Sunday.</em></p>``: a paragraph of an image and of slanted or small words."""
    if next(element.iter("img", "picture"), None) is None or count_words(words) >= _CAPTION_WORDS:
        return False
    slanted = " ".join(" ".join(one.itertext()) for one in element.iter("em", "i", "small"))
    return bare(slanted) == bare(words)


_CAPTION_WORDS = 40


def _opens_bold(element: Any) -> bool:
    """Whether a paragraph begins with bold words, as the figures of a list do: "**1931** – the year …"."""
    first = next(iter(element), None)
    return first is not None and first.tag in ("b", "strong") and not (element.text or "").strip()


def _is_standfirst(element: Any, words: str, description: str, first: Any) -> bool:
    """A line between headline and story: a second heading, or named so, or the page's own description."""
    if (
        element.getparent() is first.getparent()
        and element.tag == first.tag
        and not _named([element], _STANDFIRST)
    ):
        return False
    key = bare(words)
    told = (
        bool(description)
        and len(key) > 20
        and (key.startswith(description[:60]) or description.startswith(key[:60]))
    )
    return element.tag in ("h2", "h3") or told or _named([element, element.getparent()], _STANDFIRST)


def _is_link(element: Any, words: str) -> bool:
    """A paragraph, heading or item that is one link from end to end: it leads elsewhere."""
    if element.tag not in ("p", "li", "h2", "h3", "h4", "div"):
        return False
    linked = sum(
        len(" ".join("".join(link.itertext()).split()))
        for link in element.iter("a")
        if link.get("href") and not link.get("href").startswith("#")
    )
    return linked >= 0.85 * len(words) and not (is_terminal(words) and count_words(words) > 25)


def _access_boxes(leaves: Leaves) -> set[Any]:
    """The elements around what a site says to its reader of access: as far up as nearly all speaks of it."""
    spoken = {element for element, words in leaves if _speaks_of_access(words)}
    beside = {
        element.getparent()
        for element, words in leaves
        if element.tag == "p" and count_words(words) >= 12 and element not in spoken and is_terminal(words)
    }
    found = ((element, _box_around(element, leaves, spoken)) for element in spoken)
    # Among the story's own it may be the story.
    return {box for element, box in found if box is not element or element.getparent() not in beside}


def _speaks_of_access(words: str) -> bool:
    """Whether a site tells its reader of access in these words, in few of them."""
    return bool(_ACCESS.search(words) and _YOU.search(words)) and count_words(words) < 120


def _box_around(element: Any, leaves: Leaves, spoken: Set[Any]) -> Any:
    """The widest element around one that speaks of access in which nearly all does, or that one itself."""
    if len(spoken) >= _MANY:
        return element
    most = 0.25 * (sum(len(words) for _, words in leaves) or 1)
    box = element
    for above in element.iterancestors():
        if above.tag in _STORY_TAGS:
            break
        inner = [(one, words) for one, words in leaves if above in (one, *one.iterancestors())]
        size = sum(len(words) for _, words in inner)
        about = sum(len(words) for one, words in inner if one in spoken or _may_be_access(words))
        if not inner or size > most or about < 0.6 * size:
            break
        box = above
    return box


def _may_be_access(words: str) -> bool:
    """Whether words may belong to what a site says of access."""
    return any(sign.search(words) for sign in (_ACCESS, _YOU, _OFFER))


_STORY_TAGS = frozenset({"body", "html", "article", "main"})
_MANY = 40  # leaves that speak of access: such a page sells nothing else, and each is its own box
