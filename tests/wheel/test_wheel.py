"""The built wheel, outside the repository: every command, and a strict build of a fresh project."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import __version__

from .dist import wrong_sdist, wrong_wheel

ROOT = Path(__file__).parents[2]
SITE_PACKAGES = sysconfig.get_path("purelib")
STORY = ROOT / "tests" / "acceptance" / "unrelated" / "dam.txt"

# Every form that it is given, one after the other: what is asked is the wheel, not eleven starts of Python.
EXPORTS = """
import sys
from generator.cli import main
for form in sys.argv[1:]:
    main(["export", form], standalone_mode=False)
    print(end="\\0", flush=True)
"""

Do = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As a release makes them: the source package, and the wheel from that."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="module")
def wheel(packages: Path) -> Path:
    (path,) = packages.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder away from the repository: ``env`` holds the environment, ``p`` a project."""
    return tmp_path_factory.mktemp("installed")


@pytest.fixture(scope="module")
def do(wheel: Path, home: Path) -> Do:
    """Runs a program of an environment that holds the wheel and its dependencies, in a fresh project."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home / "env")], check=True)
    own = next((home / "env" / "lib").glob("python*/site-packages"))
    # The dependencies come from the environment of the tests, Chronofact itself only from the wheel.
    (own / "dependencies.pth").write_text(SITE_PACKAGES + "\n", encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(home / "env" / "bin" / "python"), "install", "--quiet",
         "--no-deps", "--no-index", "--force-reinstall", "--target", str(own), str(wheel)],
        check=True,
        capture_output=True,
    )  # fmt: skip

    def run(program: str, *arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
        module = {"chronofact": "from generator.cli import main; main()", "exports": EXPORTS}.get(program)
        command = ["-c", module] if module else ["-m", program]
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
        return subprocess.run(
            [str(home / "env" / "bin" / "python"), *command, *arguments],
            cwd=home / "p",
            input=text,
            capture_output=True,
            text=True,
            env=environment,
            timeout=120,
        )

    (home / "p").mkdir()
    made = run("chronofact", "new", ".", "--name", "Dam")
    assert made.returncode == 0, made.stderr
    return run


def done(result: subprocess.CompletedProcess[str]) -> str:
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_the_wheel_carries_templates_schemas_styles_and_messages(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for part in ("pages/templates/", "pages/assets/", "store/schema/", "cli/starter/mkdocs.yml", "py.typed"):
        assert any(f"generator/{part}" in name for name in names), part
    assert not any(name.startswith(("tests/", "content/", "seeds/")) for name in names)


def test_the_wheel_holds_the_program_and_nothing_else(wheel: Path) -> None:
    assert wrong_wheel(wheel) == []


def test_a_package_that_lacks_something_is_noticed(wheel: Path, tmp_path: Path) -> None:
    less = tmp_path / wheel.name
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(less, "w") as archive:
        for name in whole.namelist():
            if not name.endswith("fields.toml"):
                archive.writestr(name, whole.read(name))
        archive.writestr("content/facts/secret.yaml", "")
    assert wrong_wheel(less) == [
        f"{wheel.name} lacks generator/imports/fields.toml", f"{wheel.name} holds content/facts/secret.yaml",
    ]  # fmt: skip


def test_the_version_stands_in_one_place() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert 'dynamic = ["version"]' in text and 'path = "generator/__init__.py"' in text
    told = subprocess.run(
        ["git", "grep", "-lF", f'"{__version__}"', "--", "*.py", "*.toml", "*.yml", "*.md"], cwd=ROOT, capture_output=True, text=True,
        check=False,
    ).stdout.split()  # fmt: skip
    assert told == ["generator/__init__.py"]


def test_from_an_article_to_a_site(do: Do, home: Path, tmp_path: Path) -> None:
    where = done(do("chronofact", "--version"))
    assert "chronofact" in where
    done(do("chronofact", "add", str(STORY), "--no-names"))
    done(do("chronofact", "check"))
    done(do("chronofact", "review"))
    project = home / "p"
    for path in (project / "content" / "facts").rglob("*.yaml"):
        path.write_text(
            path.read_text("utf-8").replace("status: draft", "status: reviewed"), encoding="utf-8"
        )
    done(do("chronofact", "tidy", "--dry-run"))
    done(do("chronofact", "changes", "--since", "2000-01-01"))
    done(do("chronofact", "render", str(tmp_path / "pages")))
    assert (tmp_path / "pages" / "index.md").exists()
    forms = (
        "json", "jsonl", "csv", "jsonld", "timelinejs", "ics", "atom", "rss", "jsonfeed", "bibtex", "csl-json",
    )  # fmt: skip
    exported = done(do("exports", *forms)).split("\0")[:-1]
    assert len(exported) == len(forms)
    assert [form for form, text in zip(forms, exported, strict=True) if not text.strip()] == []
    assert done(do("chronofact", "export", "csv")).strip()
    built = do("mkdocs", "build", "--strict")
    assert built.returncode == 0, built.stderr
    assert "WARNING -" not in built.stderr
    home_page = (project / "site" / "index.html").read_text("utf-8")
    assert "2 December 2018" in home_page or "2 December" in home_page


def test_extract_and_highlights_from_the_wheel(do: Do) -> None:
    line = json.dumps({"id": "a", "text": STORY.read_text("utf-8")}) + "\n"
    read = json.loads(done(do("chronofact", "extract", "--jsonl", text=line)))
    assert read["facts"] and read["published"]["value"] == "2019-03-14T09:40"
    days = json.loads(
        done(do("chronofact", "highlights", "--jsonl", "--dates", "2", "--per-date", "1", text=line))
    )
    assert len(days) == 2


def test_what_pages_need_is_asked_for_by_name(wheel: Path) -> None:
    """Older pips pass over the extra by which trafilatura asks for it, and no page could be read."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        asked = archive.read(name).decode()
    for package in ("lxml", "lxml-html-clean", "trafilatura", "htmldate", "cssselect"):
        assert f"Requires-Dist: {package}<" in asked or f"Requires-Dist: {package}>" in asked, package


def test_the_source_package_holds_the_program_and_nothing_of_a_desk(packages: Path) -> None:
    (path,) = packages.glob("*.tar.gz")
    assert wrong_sdist(path) == []
