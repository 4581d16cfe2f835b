"""What is installed, and from where: pinned, locked, licensed; and no name is asked of an index that is not ours."""

from __future__ import annotations

import re
import subprocess
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator.cli.new import RELEASES, own_wheel

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "generator" / "cli" / "starter"
WORKFLOWS = sorted([*(ROOT / ".github" / "workflows").glob("*.yml"), *STARTER.rglob("*.yml")])
# Free to use in a program of any licence; a weak copyleft holds for the library's own files.
FREE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Zlib|Unlicense|CC0|HPND|0BSD|MPL|Mozilla|LGPL|Lesser",
    re.IGNORECASE,
)
STRONG = re.compile(r"(?<!L)(?<!Lesser )\b(?:A?GPL|GNU (?:Affero )?General Public)", re.IGNORECASE)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_actions_are_pinned_by_commit(path: Path) -> None:
    used = re.findall(r"uses:\s*(\S+)(.*)", path.read_text("utf-8"))
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action, _ in used), used
    assert all(re.fullmatch(r" # v\d+(\.\d+)*", said) for _, said in used), used


@pytest.mark.parametrize(
    "path", [ROOT / "requirements.txt", STARTER / "requirements.txt"], ids=["ours", "starter"]
)
def test_locks_pin_and_hash_every_package(path: Path) -> None:
    text = re.sub(r"\\\n", " ", path.read_text("utf-8"))
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert len(lines) > 30
    assert all(
        re.fullmatch(r"[\w.-]+==\S+(?: ;[^-]+)?(?:\s+--hash=sha256:[0-9a-f]{64})+\s*", line) for line in lines
    )


def test_the_starter_s_lock_is_part_of_ours_and_holds_what_we_need() -> None:
    ours, starter = (
        dict(re.findall(r"^([\w.-]+)==(\S+)", (folder / "requirements.txt").read_text("utf-8"), re.MULTILINE))
        for folder in (ROOT, STARTER)
    )
    assert starter.items() <= ours.items()
    wanted = (Requirement(line) for line in metadata.requires("chronofact") or ())
    needed = {one.name for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})}
    assert needed <= set(starter)


def test_every_workflow_installs_by_hash_alone() -> None:
    for path in WORKFLOWS:
        for line in re.findall(r"pip install (.*)", path.read_text("utf-8")):
            assert "--require-hashes" in line or line == "--no-deps --no-build-isolation .", line


def test_nobody_is_told_to_install_a_name_that_is_not_ours() -> None:
    files = subprocess.run(
        ["git", "ls-files", "*.md", "*.txt", "*.yml", "*.html"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()
    told = [
        f"{name}: {line.strip()}"
        for name in files
        if not name.startswith(("tests/", "CHANGELOG"))
        for line in (ROOT / name).read_text("utf-8").splitlines()
        if re.search(
            r"(?:pip|pipx|uv tool|uv pip) (?:install|run|add)\b[^#`]*?['\" ]chronofact\b(?!\.txt)", line
        )
    ]
    assert told == []


@pytest.mark.parametrize(
    ("recorded", "wheel"),
    [
        (None, (f"{RELEASES}/v1.0/chronofact-1.0-py3-none-any.whl", "")),
        ('{"url": "file:///home/x/chronofact", "dir_info": {}}', (f"{RELEASES}/v1.0/chronofact-1.0-py3-none-any.whl", "")),
        (
            '{"url": "https://example.org/chronofact-1.0-py3-none-any.whl", "archive_info": {"hashes": {"sha256": "%s"}}}'
            % ("ab" * 32),
            ("https://example.org/chronofact-1.0-py3-none-any.whl", "ab" * 32),
        ),
    ],
)  # fmt: skip
def test_a_new_project_names_the_wheel_it_was_made_with(recorded: str | None, wheel: tuple[str, str]) -> None:
    assert own_wheel(recorded, "1.0") == wheel


def test_every_package_a_user_installs_has_a_free_licence() -> None:
    names = re.findall(r"^([\w.-]+)==", (STARTER / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    wrong = {}
    for name in names:
        found = metadata.metadata(name)
        said = " ".join(
            [found.get("License-Expression") or "", (found.get("License") or "")[:200]]
            + [one for one in found.get_all("Classifier") or () if one.startswith("License")]
        )
        if not FREE.search(said) or (STRONG.search(said) and not re.search("LGPL|Lesser", said)):
            wrong[name] = said
    assert wrong == {}


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize(
    ("sys_platform", "os_name", "system"),
    [("win32", "nt", "Windows"), ("darwin", "posix", "Darwin"), ("linux", "posix", "Linux")],
)
def test_a_lock_made_here_has_what_other_systems_need(
    sys_platform: str, os_name: str, system: str, python: str
) -> None:
    """With hashes pip installs nothing that the lock does not name: a package that only Windows needs would end it there."""
    there = {"sys_platform": sys_platform, "os_name": os_name, "platform_system": system, "python_version": python,
             "python_full_version": f"{python}.0", "extra": ""}  # fmt: skip
    for lock in (ROOT / "requirements.txt", STARTER / "requirements.txt"):
        named = {
            canonicalize_name(one)
            for one in re.findall(r"^([\w.-]+)==", lock.read_text("utf-8"), re.MULTILINE)
        }
        lost = {
            f"{package} needs {needed.name}"
            for package in named
            for needed in map(Requirement, metadata.requires(package) or ())
            if (needed.marker is None or needed.marker.evaluate(there))
            and canonicalize_name(needed.name) not in named
        }
        assert lost == set()


def test_an_action_is_one_commit_everywhere() -> None:
    told: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for action, pin in re.findall(r"uses: ([\w./-]+)@(.*)", path.read_text("utf-8")):
            told.setdefault(action, set()).add(pin.strip())
            assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", pin.strip()), f"{path}: {action}"
    assert {action: pins for action, pins in told.items() if len(pins) > 1} == {}


def test_a_strict_build_is_not_told_to_be_quiet() -> None:
    """MkDocs counts the warnings it prints: with --quiet there are none, and whatever is wrong passes."""
    places = [
        *WORKFLOWS,
        ROOT / "Makefile",
        *ROOT.glob("docs/*.md"),
        *STARTER.glob("readme.*"),
        *(ROOT / "tests").rglob("*.py"),
    ]
    lines = [f"{path.name}: {line}" for path in places for line in path.read_text("utf-8").splitlines()]
    strict = [line for line in lines if re.search("(?:build|serve).*--strict", line)]
    assert len(strict) > 5 and not [line for line in strict if re.search(r"--quiet|[\s\"]-q\b", line)]
