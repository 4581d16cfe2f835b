"""Who decides and on which day, as a value that every decision carries."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Decision


@dataclass(frozen=True, slots=True)
class Who:
    """Who decides, and on which day."""

    by: str = ""
    on: str = ""

    def decision(self, why: str = "") -> Decision:
        """What stands in the entry."""
        return Decision(self.by, self.on, why)
