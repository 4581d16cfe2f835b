"""One project built by every builder that pip has, the sites compared: the same pages, facts, links, words, files beside.

``python -m tests.builders.compare [zensical properdocs materialx]``, or ``make builders``. Each builder gets an environment
of its own under ``.builders/``, beside the packages of this one. What is different and known stands in docs/platform.md.
"""

from __future__ import annotations

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
    """The files that are no pages, without a builder's own assets, index and map of the site."""
    own = (
        "assets/javascripts/",
        "assets/stylesheets/",
        "assets/images/",
        "search",
        "sitemap",
        "objects.inv",
        "pagefind/",
        "assets/document_dates/",
    )
    files = {
        path.relative_to(site).as_posix(): path
        for path in site.rglob("*")
        if path.is_file() and path.suffix != ".html"
    }
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(own)}


def differences(one: Path, other: Path) -> list[str]:
    """What the second site has otherwise than the first."""
    told = []
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


def build(name: str, target: Path) -> Path:
    """The repository's own timeline built by that builder; where the site lies."""
    shutil.rmtree(target, ignore_errors=True)
    if name == "zensical":
        project = WORK / "for-zensical"
        shutil.rmtree(project, ignore_errors=True)
        subprocess.run(
            [
                sys.executable,
                "-c",
                "from generator.cli import main; main()",
                "render",
                str(project),
                "--for",
                "zensical",
            ],
            cwd=ROOT,
            check=True,
        )
        subprocess.run([environment(name).with_name("zensical"), "build"], cwd=project, check=True)
        return project / "site"
    module = "properdocs" if name == "properdocs" else "mkdocs"
    python = sys.executable if name == "mkdocs" else environment(name)
    command = [python, "-m", module, "build", "-q", "-f", str(ROOT / "mkdocs.yml"), "--site-dir", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    return target


def main(names: list[str]) -> int:
    """Prints the differences of each from MkDocs; 1 when there are any."""
    WORK.mkdir(exist_ok=True)
    usual = build("mkdocs", WORK / "site-mkdocs")
    wrong = 0
    for name in names or list(PACKAGES):
        told = differences(usual, build(name, WORK / f"site-{name}"))
        wrong += len(told)
        print(
            f"{name}: {len(told)} differences in {len(seen(usual))} pages", *told[:30], sep="\n  ", flush=True
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
