"""Everything from outside is hostile: what is tried against the readers, and what it may cost."""
