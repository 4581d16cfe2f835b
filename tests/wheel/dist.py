"""The packages in a folder in; what is missing or too much in them out.

``python -m tests.wheel.dist dist`` after ``python -m build``.
"""

from __future__ import annotations

import sys
import tarfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path

from generator import __version__

ROOT = Path(__file__).parents[2]
# Never part of a package: content, seeds, what is made, what belongs to this checkout.
FOREIGN = (
    "content/",
    "seeds/",
    "site/",
    ".venv/",
    ".git/",
    "tests/gold/",
    "__pycache__",
    ".pyc",
    ".chronofact/",
)
NEEDED = (
    "Name",
    "Version",
    "Summary",
    "License-Expression",
    "Requires-Python",
    "Description-Content-Type",
    "Project-URL",
)


def sources() -> set[str]:
    """The files of the program in this checkout."""
    found = (path for path in (ROOT / "generator").rglob("*") if path.is_file())
    return {
        p.relative_to(ROOT).as_posix() for p in found if "__pycache__" not in p.parts and p.suffix != ".pyc"
    }


def wrong_wheel(path: Path) -> list[str]:
    """What is wrong with a wheel."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        (meta,) = [name for name in names if name.endswith(".dist-info/METADATA")]
        head = HeaderParser().parsestr(archive.read(meta).decode())
        points = archive.read(meta.replace("METADATA", "entry_points.txt")).decode()
    program = {name for name in names if ".dist-info/" not in name}
    told = [f"{path.name} lacks {name}" for name in sorted(sources() - program)]
    told += [f"{path.name} holds {name}" for name in sorted(program - sources())]
    told += [f"{path.name}: METADATA has no {key}" for key in NEEDED if not head.get(key)]
    told += [] if head["Version"] == __version__ else [f"{path.name}: its version is {head['Version']}"]
    told += [] if str(head.get_payload()).strip() else [f"{path.name}: no description"]
    told += (
        []
        if "chronofact = generator.cli:main" in points and "mkdocs.plugins" in points
        else [f"{path.name}: entry points"]
    )
    return told


def wrong_sdist(path: Path) -> list[str]:
    """What is wrong with a source package: it must hold the whole program and its tests, and nothing of a desk's."""
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
        links = [member.name for member in archive.getmembers() if member.issym() or member.islnk()]
    wanted = sources() | {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "PKG-INFO"}
    told = [f"{path.name} lacks {name}" for name in sorted(wanted - names)]
    told += [
        f"{path.name} holds {n}" for n in sorted(names) if n.startswith(FOREIGN) or n.endswith((".pyc",))
    ]
    return told + [f"{path.name} holds a link: {name}" for name in links]


def main(folder: str) -> int:
    """Prints what is wrong; 1 when anything is."""
    wheels, sdists = list(Path(folder).glob("*.whl")), list(Path(folder).glob("*.tar.gz"))
    told = (
        []
        if len(wheels) == len(sdists) == 1
        else [f"{folder} holds {len(wheels)} wheels and {len(sdists)} source packages"]
    )
    for path in wheels:
        told += wrong_wheel(path)
    for path in sdists:
        told += wrong_sdist(path)
    print("\n".join(told) or f"{', '.join(path.name for path in (*wheels, *sdists))}: whole")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
