"""``chronofact upgrade``: a content folder of an older release in, the same in the form of this one out."""

from __future__ import annotations

import click

from .. import __version__
from ..errors import ChronofactError
from ..store.format import plan_upgrade
from .console import count, report
from .project import carry_out, open_content, open_project

EPILOG = """\b
Examples:
  chronofact upgrade --dry-run     what would change
  chronofact upgrade && git diff
"""


@click.command(short_help="Bring a project of an older release up to this one.", epilog=EPILOG)
@click.option("--dry-run", is_flag=True, help="Print the difference; write nothing.")
def upgrade(dry_run: bool) -> None:
    """Bring content/ to the form of this release, and say what each step does.

    Every other command reads older forms as they are. A folder of a newer release is never written to.
    """
    project = open_project()
    content = open_content(project)
    wrong = tuple(found for found in content.problems if found.code in ("format-newer", "format-odd"))
    if wrong:
        raise ChronofactError(*wrong)
    changes, steps = plan_upgrade(content)
    code, told = carry_out(project, changes, dry_run=dry_run)
    report(told)
    for step in steps:
        click.echo(f"Form {step.to}: {step.about}", err=True)
    would = "would be written" if dry_run else "written"
    done = (
        f"{count(len(changes.files), 'file')} {would}."
        if steps
        else f"The project is as Chronofact {__version__} has it."
    )
    click.echo(done, err=True)
    click.get_current_context().exit(code)
