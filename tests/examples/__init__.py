"""The timelines in ``examples/``: made by the program itself, read by a person, built into a site."""
