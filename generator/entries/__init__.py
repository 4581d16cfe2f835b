"""Statements in, entries out: what each is worth, and what a reader needs who sees it alone."""

from .reasons import Said
from .worth import choose_entries, reasons_of, weigh_facts

__all__ = ["Said", "choose_entries", "reasons_of", "weigh_facts"]
