"""Known entities and a text in, every place where one is named out; longest name first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Entity, EntityMention

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*", re.UNICODE)


class Linker:
    """Finds the names of ``entities`` in texts; build once, use for every text."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._names: dict[str, str] = {}
        self._longest = 1
        for entity in entities:
            for name in (entity.name, *entity.aliases):
                words = [found[0].casefold() for found in _WORD.finditer(name)]
                if words:
                    self._names.setdefault(" ".join(words), entity.id)
                    self._longest = max(self._longest, len(words))

    def find(self, text: str) -> tuple[EntityMention, ...]:
        """Every mention in ``text``, in order, none inside another."""
        words = [(found.start(), found.end(), found[0]) for found in _WORD.finditer(text)]
        found: list[EntityMention] = []
        at = 0
        while at < len(words):
            for size in range(min(self._longest, len(words) - at), 0, -1):
                name = " ".join(word[2].casefold() for word in words[at : at + size])
                if name in self._names and words[at][2][0].isupper():
                    found.append(EntityMention(words[at][0], words[at + size - 1][1], self._names[name]))
                    at += size
                    break
            else:
                at += 1
        return tuple(found)
