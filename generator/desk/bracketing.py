"""A fact and the brackets a person wants in its text in, the text and the brackets that say so out.

Brackets are edited where they stand: one that is taken out leaves the text, one that is changed changes there, and a
new one stands behind the words it explains. What stands between them must stand in the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..check.brackets import find_in, stands_at
from ..errors import Problem, problem
from ..model import Article, Bracket, Fact
from ..store.emit import flow_map


def rebracketed(
    fact: Fact, article: Article | None, rows: Sequence[Any]
) -> tuple[str, tuple[Bracket, ...]] | Problem:
    """The new text and brackets. A row is ``{words, for, was}``; ``was`` is the number of the bracket it changes."""
    text, kept, made = fact.text, dict[int, Bracket](), list[Bracket]()
    for row in rows:
        asked = row if isinstance(row, dict) else {}
        words, told = (" ".join(str(asked.get(name, "")).split()) for name in ("words", "for"))
        if not words:
            continue
        if article is None or find_in(words, article.text) < 0:
            where = article.id if article else ""
            return problem("bracket-missing", fact.place, fact=fact.id, value=words, article_id=where)
        was = asked.get("was")
        if isinstance(was, int) and 0 <= was < len(fact.brackets) and was not in kept:
            old = fact.brackets[was]
            start = old.start if stands_at(words, old.start, article.text) else -1
            kept[was] = replace(old, words=words, stands_for=told, start=start)
            text = text.replace(f"[{old.words}]", f"[{words}]", 1)
            continue
        after = re.search(rf"(?<!\w){re.escape(told)}(?!\w)", text) if told else None
        if after is None:
            return problem("bracket-where", fact.place, fact=fact.id, value=told or words)
        text = f"{text[: after.end()]} [{words}]{text[after.end() :]}"
        made.append(Bracket(words, told))
    for number, old in enumerate(fact.brackets):
        if number not in kept:
            text = re.sub(rf" ?{re.escape(f'[{old.words}]')}", "", text, count=1).strip()
    return text, (*(kept[number] for number in sorted(kept)), *made)


def typed_brackets(brackets: Sequence[Bracket]) -> str:
    """Brackets as a person would type them for ``chronofact edit``."""
    return f"[{', '.join(map(_typed, brackets))}]" if brackets else ""


def _typed(one: Bracket) -> str:
    pairs = [(name, value) for name, value in (("words", one.words), ("for", one.stands_for)) if value]
    start = f", start: {one.start}" if one.start >= 0 else ""
    return f"{flow_map(pairs)[:-1]}{start}}}"
