"""A fact's words in, HTML out: names as links, the date's words marked; never a word more or less."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from ..model import EntityMention
from ..timeline import closed, opened


def linked(
    text: str, mentions: Iterable[EntityMention], addresses: Mapping[str, str], quotes: Iterable[str] = ()
) -> Markup:
    """``text`` as a sentence, with each mention that has a page as a link; a name is linked once, where it first stands."""
    whole, shown = closed(text, quotes), opened(text)
    text = shown if len(shown) == len(text) else text  # mentions count letters
    shared = _shared(text, whole)  # from here on, a full stop may have been put in
    parts: list[str] = []
    at = 0
    seen: set[str] = set()
    for mention in mentions:
        href = addresses.get(mention.entity, "")
        if not href or mention.entity in seen or mention.start < at or mention.end > shared:
            continue
        seen.add(mention.entity)
        parts.append(escape(text[at : mention.start]))
        name = escape(text[mention.start : mention.end])
        parts.append(f'<a class="cf-name" href="{escape(href)}">{name}</a>')
        at = mention.end
    parts.append(escape(text[at:shared] + whole[shared:]))
    return one_line("".join(parts))


def _shared(text: str, whole: str) -> int:
    """How many letters, from the second on, both have alike."""
    if whole[1:].startswith(text[1:]):  # nearly every text
        return len(text)
    at = 1
    while at < min(len(text), len(whole)) and text[at] == whole[at]:
        at += 1
    return min(at, len(text))


def marked(quote: str, words: str) -> Markup:
    """``quote`` with the first place of ``words`` marked."""
    at = quote.find(words) if words else -1
    if at < 0:
        return one_line(escape(quote))
    end = at + len(words)
    return one_line(f"{escape(quote[:at])}<mark>{escape(quote[at:end])}</mark>{escape(quote[end:])}")


def one_line(html: str) -> Markup:
    """White space as single blanks: a blank line would end an HTML block in Markdown."""
    return Markup(" ".join(str(html).split()))  # Markup would make Markup of each word
