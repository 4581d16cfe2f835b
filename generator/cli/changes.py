"""``chronofact changes``: what was added, corrected, changed or withdrawn since a day."""

from __future__ import annotations

import json

import click

from ..store.since import Change, changes_since, facts_at
from .console import count
from .project import open_content, open_project

EPILOG = """\b
Examples:
  chronofact changes --since 2025-06-01
  chronofact changes --since 2025-06-01 --json
"""


@click.command(short_help="List what changed since a day.", epilog=EPILOG)
@click.option(
    "--since", required=True, type=click.DateTime(["%Y-%m-%d"]), help="First day that counts, YYYY-MM-DD."
)
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def changes(since: object, as_json: bool) -> None:
    """List what changed since a day, from the facts themselves and from git where there is one."""
    day = f"{since:%Y-%m-%d}"
    project = open_project()
    content = open_content(project)
    found = changes_since(content.facts, day, facts_at(project, day))
    if as_json:
        _print_json(found)
        return
    for change in found:
        click.echo(f"{change.on or '          '}  {click.style(change.what, bold=True)}  {change.fact.id}")
        for field, was, now in change.fields:
            click.echo(f"    {field}: {was or 'nothing'} -> {now or 'nothing'}")
        if change.why:
            click.echo(f"    {change.why}")
    click.echo(f"{count(len(found), 'change')} since {day}.", err=True)


def _print_json(found: tuple[Change, ...]) -> None:
    rows = [
        {
            "what": change.what,
            "id": change.fact.id,
            "on": change.on or None,
            "fields": [{"field": field, "was": was, "now": now} for field, was, now in change.fields],
            "why": change.why or None,
        }
        for change in found
    ]
    click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
