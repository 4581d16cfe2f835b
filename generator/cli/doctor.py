"""``chronofact doctor``: how often people changed what was read, by field and rule."""

from __future__ import annotations

import json

import click

from ..review.taught import taught
from .console import count
from .project import open_content, open_project

EPILOG = """\b
Examples:
  chronofact doctor
  chronofact doctor --json
"""


@click.command(short_help="Say which readings people correct most.", epilog=EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def doctor(as_json: bool) -> None:
    """Count, by field and rule, how often people changed what was read. Nothing of it leaves this machine.

    `review` looks earlier at facts whose date comes from a rule that was often wrong here.
    """
    content = open_content(open_project())
    found = taught(content)
    if as_json:
        rows = [
            {"field": one.field, "rule": one.rule or None, "seen": one.seen, "changed": one.changed}
            for one in found
        ]
        click.echo(json.dumps(rows, indent=2))
        return
    if not found:
        click.echo("Nobody has decided on a fact yet, so nothing can be said.")
        return
    click.echo(f"{'field':14} {'rule or kind':24} {'decided':>8} {'changed':>8}")
    for one in found:
        click.echo(f"{one.field:14} {one.rule or '–':24} {one.seen:>8,} {one.changed:>8,}  {one.share:.0%}")
    wrong = sum(one.changed for one in found if one.field != "rejected")
    click.echo(f"{count(wrong, 'value')} changed by people.", err=True)
