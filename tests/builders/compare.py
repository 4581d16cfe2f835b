"""One project built by every builder that pip has, the sites compared: the same pages, facts, links, words, files beside.

``python -m tests.builders.compare [zensical properdocs materialx]``, or ``make builders``. Each builder gets an environment
of its own under ``.builders/``, beside the packages of this one. What is different and known stands in docs/platform.md.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from html import unescape
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORK = ROOT / ".builders"
# What each is installed from; their own dependencies are those of MkDocs, which are here.
PACKAGES = {
    "zensical": ["zensical==0.0.73"],
    "properdocs": ["--no-deps", "properdocs==1.6.7"],
    "materialx": ["--no-deps", "mkdocs-materialx==10.2.2", "properdocs==1.6.7", "pagefind==1.5.2", "pagefind-bin-extended==1.5.2", "mkdocs-document-dates==3.8.9"],
}  # fmt: skip
_BODY = re.compile(r'<article class="md-content__inner[^>]*>(.*?)</article>', re.DOTALL)
# This repository's timeline, the example, and this one as if it had many facts.
PROJECTS = ("own", "example", "many")
_SILENT = re.compile(r"<(script|style|button)\b.*?</\1>", re.DOTALL)

Seen = dict[str, tuple[frozenset[str], frozenset[str], str]]


def seen(site: Path) -> Seen:
    """Each page's anchors, addresses and words, without what a theme adds."""
    found: Seen = {}
    for path in sorted(site.rglob("*.html")):
        whole = path.read_text("utf-8", "replace")
        body = match[1] if (match := _BODY.search(whole)) else whole
        body = _SILENT.sub("", body)
        ids = frozenset(re.findall(r'\sid="([^"]+)"', body)) - {"__skip"}
        links = frozenset(
            os.path.normpath(unescape(one)) for one in re.findall(r'\shref="([^"#][^"]*)"', body)
        )
        found[path.relative_to(site).as_posix()] = ids, links, " ".join(re.sub(r"<[^>]+>", " ", body).split())
    return found


def beside(site: Path) -> dict[str, bytes]:
    """The files that are no pages, without a builder's own assets, search and map of the site."""
    own = (
        "assets/javascripts/",
        "assets/stylesheets/",
        "assets/images/",
        "search",
        "assets/search.js",
        "sitemap",
        "objects.inv",
        "assets/document_dates/",
    )
    files = {
        path.relative_to(site).as_posix(): path
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".html"
    }
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(own)}


def searched(site: Path) -> dict[str, object]:
    """What the search finds, by its address: words of the built-in index, or the names of Pagefind's pieces."""
    index = site / "search/search_index.json"
    docs = json.loads(index.read_text("utf-8"))["docs"] if index.is_file() else []
    found: dict[str, object] = {doc["location"]: (doc["title"], doc["text"]) for doc in docs}
    return found | {path.name: path.stat().st_size for path in site.glob("search/pagefind*/fragment/*")}


def differences(one: Path, other: Path, search: bool = True) -> list[str]:
    """What the second site has otherwise than the first; of the search only what it finds."""
    told = []
    if search:
        docs, others = searched(one), searched(other)
        told += [f"search: {name}" for name in sorted({*docs, *others}) if docs.get(name) != others.get(name)]
    first, second = seen(one), seen(other)
    told += [
        f"page {uri}: only in {'the first' if uri in first else 'the second'}"
        for uri in sorted(first.keys() ^ second.keys())
    ]
    for uri in sorted(first.keys() & second.keys()):
        for what, a, b in zip(("anchors", "addresses", "words"), first[uri], second[uri], strict=True):
            if a != b:
                shown = sorted(a ^ b)[:5] if isinstance(a, frozenset) and isinstance(b, frozenset) else ""
                told.append(f"{uri}: {what} differ {shown}")
    a_files, b_files = beside(one), beside(other)
    names = sorted(a_files.keys() | b_files.keys())
    return told + [f"file {name}" for name in names if a_files.get(name) != b_files.get(name)]


def environment(name: str) -> Path:
    """The Python of a builder's environment."""
    folder = WORK / name
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES[name]], check=True)
        if name != "zensical":
            (pth,) = (folder / "lib").glob("python*/site-packages")
            (pth / "beside.pth").write_text(f"{sysconfig.get_path('purelib')}\n{ROOT}\n", "utf-8")
    return python


def made(name: str) -> Path:
    """A project to build, laid anew: this repository's, the example, or one of many facts from right to left."""
    project = WORK / "projects" / name
    shutil.rmtree(project, ignore_errors=True)
    source = ROOT / "examples/measuring-the-earth" if name == "example" else ROOT
    project.mkdir(parents=True)
    shutil.copy(source / "mkdocs.yml", project)
    for folder in ("content", "seeds"):
        shutil.copytree(source / folder, project / folder)
    if name == "many":
        settings = project / "mkdocs.yml"
        text = settings.read_text("utf-8").replace("language: en", "language: ar")
        few = "".join(f"      {key}: 20\n" for key in ("pagefind_facts", "lean_from", "facts_per_page"))
        settings.write_text(text.replace("  - chronofact:\n", f"  - chronofact:\n{few}"), "utf-8")
    return project


def edit(project: Path) -> None:
    """One word more in the first fact there is, and a page by hand."""
    path = min((project / "content/facts").rglob("*.yaml"))
    path.write_text(path.read_text("utf-8").replace("  text: ", "  text: Changed ", 1), "utf-8")
    (project / "content/pages/by-hand.md").write_text("# By hand\n\nAs [others](about.md).\n", "utf-8")


def chronofact(*arguments: str, cwd: Path) -> None:
    command = [sys.executable, "-c", "from generator.cli import main; main()", *arguments]
    subprocess.run(command, cwd=cwd, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)})


def build(name: str, project: Path) -> Path:
    """The project built by that builder over what it built before; where the site lies."""
    if name == "zensical":
        folder = WORK / "for-zensical" / project.name
        chronofact("render", str(folder), "--for", "zensical", cwd=project)
        subprocess.run([environment(name).with_name("zensical"), "build"], cwd=folder, check=True)
        return folder / "site"
    target = WORK / "sites" / name / project.name
    module = "properdocs" if name == "properdocs" else "mkdocs"
    config = project / "mkdocs.yml"
    theme = "materialx" if name == "materialx" else "material"
    config.write_text(
        re.sub(r"^  name: material.*", f"  name: {theme}", config.read_text("utf-8"), flags=re.M), "utf-8"
    )
    python = sys.executable if name == "mkdocs" else environment(name)
    command = [
        python,
        "-m",
        module,
        "build",
        "--strict",
        "-f",
        str(config),
        "--site-dir",
        str(target),
    ]
    environ = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=project, check=True, env=environ)
    return target


def main(names: list[str]) -> int:
    """Prints the differences of each from MkDocs, built from nothing and again after an edit; 1 when there are any.

    The builders share the project's folder and its cache, as when somebody moves from one to the other.
    """
    shutil.rmtree(WORK / "sites", ignore_errors=True)
    shutil.rmtree(WORK / "for-zensical", ignore_errors=True)
    wrong = 0
    for kind in PROJECTS:
        project = made(kind)
        for when in ("from nothing", "after an edit"):
            if when == "after an edit":
                edit(project)
            usual = build("mkdocs", project)
            for name in names or list(PACKAGES):
                told = differences(usual, build(name, project), search=name != "zensical")
                wrong += len(told)
                print(
                    f"{name}, {kind} {when}: {len(told)} differences in {len(seen(usual))} pages",
                    *told[:30],
                    sep="\n  ",
                    flush=True,
                )
        shutil.rmtree(project / ".chronofact")
        again = differences(usual, build("mkdocs", project))
        wrong += len(again)
        print(f"mkdocs, {kind}, all anew: {len(again)} differences", *again[:30], sep="\n  ", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
