"""``chronofact names``: proposed names accepted, ignored, joined and given a kind, in one sitting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from ..errors import ChronofactError
from ..model import Entity
from ..store.choosing import choose
from ..store.name_decisions import KINDS, NameDecisions, proposed_names, spelled_alike
from .console import EXIT_OK, count
from .project import open_content, open_project, take_decision

EPILOG = """\b
Examples:
  chronofact names                                 what is proposed, most often said first
  chronofact names --of talks-resumed              only what one event names
  chronofact names --accept jane-roe --kind jane-roe person
  chronofact names --join zelensky zelenskyy       the second becomes another spelling of the first
  chronofact names --ignore telegram

\b
NAME is an id or the name as it is written.
"""


@click.command(short_help="Decide on proposed names and spellings.", epilog=EPILOG)
@click.option("--accept", multiple=True, metavar="NAME", help="Readers may follow it; may be given often.")
@click.option("--ignore", multiple=True, metavar="NAME", help="Not worth following; never proposed again.")
@click.option("--join", nargs=2, multiple=True, metavar="NAME OTHER", help="Two spellings are one name.")
@click.option(
    "--kind", nargs=2, multiple=True, metavar="NAME KIND", help=f"What it names: {', '.join(KINDS)}."
)
@click.option("--of", multiple=True, metavar="FACT", help="List only the names of these facts.")
@click.option(
    "--accept-all", is_flag=True, help="Accept every name that is listed; with --of, those of an event."
)
@click.option("--dry-run", is_flag=True, help="Print the difference; write nothing.")
@click.pass_context
def names(
    ctx: click.Context,
    accept: tuple[str, ...],
    ignore: tuple[str, ...],
    join: tuple[tuple[str, str], ...],
    kind: tuple[tuple[str, str], ...],
    of: tuple[str, ...],
    accept_all: bool,
    dry_run: bool,
) -> None:
    """List proposed names, or decide on them: accept, ignore, join two spellings, say what one names."""
    project = open_project()
    content = open_content(project)
    facts, problems = choose(content, of)
    if problems:
        raise ChronofactError(*problems)
    listed = proposed_names(content, facts)
    if not (accept or ignore or join or kind or accept_all):
        _print(listed, spelled_alike(content))
        return
    decisions = NameDecisions(content)
    for name in (*accept, *((entity.id for entity, _ in listed) if accept_all else ())):
        decisions.accept(name)
    for name in ignore:
        decisions.ignore(name)
    for name, what in kind:
        decisions.kind(name, what)
    for kept, spelling in join:
        decisions.join(kept, spelling)
    changes = decisions.changes()
    done = f"Decided on {count(len({*decisions.wanted, *decisions.gone}), 'name')}"
    take_decision(project, changes, done, dry_run=dry_run)
    click.echo(f"{done}." if changes else "Nothing to change.", err=True)
    ctx.exit(EXIT_OK)


def _print(listed: Sequence[tuple[Entity, int]], alike: Iterable[tuple[Entity, Entity]]) -> None:
    """What is proposed, with the number of its facts; then what may be one name."""
    for entity, number in listed:
        shown = ", ".join((entity.name, *entity.aliases))
        click.echo(f"{entity.id:32} {entity.kind:13} {count(number, 'fact'):>9}  {shown}")
    for one, other in alike:
        click.echo(f"Perhaps one name: {one.name} ({one.id}) and {other.name} ({other.id})")
    if not listed:
        click.echo("No name is proposed.")
