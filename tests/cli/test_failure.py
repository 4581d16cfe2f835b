"""What nobody expected in, what a person is told of it out."""

from __future__ import annotations

import ast
import importlib
import sys
from importlib import metadata
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.failure import doing, missing_package, told

PACKAGE = Path(__file__).parents[2] / "generator"
# Asked for by an extra and told by its problem, or brought by a package that is asked for.
OTHERWISE = {
    "distributed",
    "fsspec",
    "icalendar",
    "odf",
    "openpyxl",
    "pyarrow",
    "spacy",
    "warcio",
    "markupsafe",
}
OTHERWISE |= {"generator", "tzdata"}


def _lost(name: str) -> ModuleNotFoundError:
    return ModuleNotFoundError(f"No module named '{name}'", name=name)


@pytest.mark.parametrize(
    ("module", "package"),
    [
        ("yaml", "pyyaml"),
        ("PIL.Image", "pillow"),
        ("dateutil.easter", "python-dateutil"),
        ("prompt_toolkit", "prompt_toolkit"),
        ("lxml.etree", "lxml"),
        ("sentencex", "sentencex"),
    ],
)
def test_a_missing_package_is_named_with_what_to_do(module: str, package: str) -> None:
    said = told(_lost(module), "chronofact add")
    assert said.splitlines() == [
        f"chronofact add stopped: the package {package} is missing.",
        "Every file is whole, old or new.",
        "Install Chronofact again: python -m pip install -r requirements.txt in your project's folder, "
        "or make site in Chronofact's own.",
    ]


@pytest.mark.parametrize(
    "error",
    [
        _lost("generator.nothing"),  # a file of our own
        _lost("json.nothing"),  # Python's
        _lost("pyarrow"),  # an extra, told by its own problem where it is asked for
        _lost("nobody_s_package"),
        ModuleNotFoundError("without a name"),
        ImportError("cannot import name 'x' from 'yaml'", name="yaml"),  # there, and another than expected
        KeyError("yaml"),
    ],
    ids=repr,
)
def test_anything_else_is_a_fault_to_report(error: Exception) -> None:
    said = told(error, "chronofact add")
    assert "This is a fault of Chronofact" in said and "is missing" not in said
    assert type(error).__name__ in said and "Install" not in said


def test_without_a_record_of_what_it_needs_nothing_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: str) -> list[str]:
        raise metadata.PackageNotFoundError("chronofact")

    monkeypatch.setattr(metadata, "requires", unknown)
    assert missing_package(_lost("yaml")) == ""


def test_a_command_tells_it_with_what_it_was_doing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    command = main.get_command(click.Context(main), "check")

    def broken(*_: object, **__: object) -> None:
        with doing("reading seeds/bridge.txt"):
            raise _lost("pypdf")

    monkeypatch.setattr(command, "callback", broken)
    monkeypatch.chdir(tmp_path)
    said = CliRunner().invoke(main, ["check"])
    assert said.exit_code == 4
    assert "chronofact check stopped: the package pypdf is missing." in said.output
    assert "It was reading seeds/bridge.txt." in said.output and "report it" not in said.output


def test_help_tells_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise _lost("yaml")

    monkeypatch.setattr(importlib, "import_module", broken)
    said = CliRunner().invoke(main, ["--help"])
    assert said.exit_code == 4 and said.output.startswith(
        "chronofact stopped: the package pyyaml is missing."
    )


def test_every_package_the_program_imports_is_known_by_its_name() -> None:
    """A new dependency that is imported by another name than it is installed by needs a line in ``failure``."""
    unknown = {name for name in _imported() if name not in OTHERWISE and not missing_package(_lost(name))}
    assert not unknown, unknown


def _imported() -> set[str]:
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                found.add(node.module)
    return {name.split(".")[0] for name in found} - set(sys.stdlib_module_names)
