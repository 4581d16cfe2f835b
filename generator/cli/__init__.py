"""The ``chronofact`` command: a module a command, loaded when it is called."""

from __future__ import annotations

import difflib
import importlib
from typing import Any

import click

from .. import __version__
from ..errors import ChronofactError
from ..failure import told
from .console import EXIT_FAILED, EXIT_INTERRUPTED, EXIT_STOPPED, EXIT_USAGE_HELP, report
from .output import safe_output

# In the order in which a newcomer meets them; the value is "module:function".
COMMANDS: dict[str, str] = {
    "new": "new:new",
    "add": "add:add",
    "import": "importing:import_command",
    "fact": "fact:fact",
    "review": "review:review",
    "accept": "decide:accept",
    "reject": "decide:reject",
    "hold": "decide:hold",
    "edit": "decide:edit",
    "split": "decide:split",
    "merge": "edits:merge",
    "disputed": "decide:disputed",
    "withdraw": "decide:withdraw",
    "rejected": "decide:rejected",
    "promote": "aside:promote",
    "undo": "decide:undo_command",
    "names": "names:names",
    "doctor": "doctor:doctor",
    "why": "why:why",
    "check": "check:check",
    "upgrade": "upgrade:upgrade",
    "rename": "edits:rename",
    "tidy": "edits:tidy",
    "render": "render:render",
    "export": "export:export",
    "changes": "changes:changes",
    "highlights": "highlights:highlights",
    "extract": "extract:extract",
}


class LazyGroup(click.Group):
    """Imports a command's module only when it is wanted, so that ``--help`` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command = getattr(importlib.import_module(f".{module}", __name__), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            if not near:
                raise
            raise click.UsageError(f"{error.message} Did you mean '{near[0]}'?", ctx) from error

    def main(self, *args: Any, **extra: Any) -> Any:
        """The command, with everything it prints made safe for the terminal it goes to."""
        with safe_output():
            try:
                return super().main(*args, **extra)
            except ModuleNotFoundError as error:  # --help loads every command before any is invoked
                click.echo(told(error, "chronofact"), err=True)
                raise SystemExit(EXIT_FAILED) from error

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ChronofactError as error:
            report(error.problems)
            ctx.exit(EXIT_STOPPED)
        except KeyboardInterrupt:
            click.echo("\nStopped. Every file is whole; run the command again to go on.", err=True)
            ctx.exit(EXIT_INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            click.echo(told(error, f"chronofact {ctx.invoked_subcommand or ''}".strip()), err=True)
            ctx.exit(EXIT_FAILED)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_USAGE_HELP)
@click.version_option(__version__, prog_name="chronofact")
def main() -> None:
    """News articles in, a sourced and dated timeline out.

    \b
    chronofact new my-timeline        a fresh project
    chronofact add articles/          articles into content/
    chronofact review                 what waits for you
    mkdocs serve                      the site, drafts shown
    """
