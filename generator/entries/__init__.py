"""Statements in, entries out: what each is worth, and what a reader needs who sees it alone."""

from .context import OMITTED
from .reasons import Said
from .supply import make_entries
from .worth import choose_entries, chosen_drafts, reasons_of, weigh_facts

__all__ = ["OMITTED", "Said", "choose_entries", "chosen_drafts", "make_entries", "reasons_of", "weigh_facts"]
