"""A newcomer: the tutorial word for word in an empty folder, from the files of a release and nothing of this checkout.

``python -m tests.wheel.newcomer [23.2 newest …]``, or ``make newcomer``: once with each pip, from the package index as it is
set up here. Says how long it took, and fails where a command does, or where what the tutorial promises is not there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]
PIPS = ("23.2", "newest")
BLOCK = re.compile(
    r"(?:`(?P<file>[\w./-]+)`:\n\n)?^```(?P<kind>[a-z]*)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL
)


def script(tutorial: str) -> str:
    """Every block of the tutorial in its order, as a script of bash: commands as they stand, files as they are shown."""
    lines = ["set -e"]
    for number, block in enumerate(BLOCK.finditer(tutorial)):
        if block["file"]:
            lines.append(f"cat > {block['file']} <<'END_{number}'\n{block['text']}END_{number}")
        else:
            lines.append(block["text"])
    return "\n".join(lines)


def release(folder: Path) -> list[Path]:
    """What the page of a release holds for those who install: the wheel, and what it runs on with hashes."""
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    shutil.copy(ROOT / "generator/cli/starter/requirements.txt", folder)
    return sorted(folder.iterdir())


def walk(pip: str, files: list[Path], folder: Path) -> str:
    """The tutorial with that pip; what went wrong, or nothing. ``python3`` of the tutorial's first line is a venv's of it."""
    tools = folder / "tools"
    venv.create(tools, with_pip=True)
    wanted = ["--upgrade", "pip"] if pip == "newest" else [f"pip=={pip}"]
    subprocess.run([tools / "bin/python", "-m", "pip", "install", "-q", *wanted], check=True)
    shown = subprocess.run(
        [tools / "bin/pip", "--version"], check=True, capture_output=True, text=True
    ).stdout
    home = folder / "home"
    home.mkdir()
    for file in files:
        shutil.copy(file, home)
    text = script((ROOT / "docs/tutorial.md").read_text("utf-8"))
    # A venv brings the pip of its Python; the one to be tried takes its place before anything is installed.
    text = text.replace(
        ". env/bin/activate\n", f". env/bin/activate\npython -m pip install -q {' '.join(wanted)}\n", 1
    )
    start = time.monotonic()
    done = subprocess.run(["bash", "-c", text], cwd=home, capture_output=True, text=True, check=False,
                          env={"PATH": f"{tools}/bin:/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8"} | _index())  # fmt: skip
    took = time.monotonic() - start
    print(f"{shown.split(' from')[0]}: {took:.0f} s by the clock", flush=True)
    if done.returncode:
        return f"{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    site = home / "inquiry" / "site"
    page = (site / "index.html").read_text("utf-8") if (site / "index.html").is_file() else ""
    lost = [words for words in ("3 June 2021", "May 1962") if words not in page]
    lost += [name for name in ("f", "downloads/facts.json", "feeds") if not (site / name).exists()]
    lost += [name for name in ("facts.csv", "facts.json") if not (home / "inquiry" / name).is_file()]
    return f"not on the site: {', '.join(lost)}" if lost else ""


def _index() -> dict[str, str]:
    """Where pip takes its packages from here; nothing else of this environment."""
    return {key: value for key, value in os.environ.items() if key.startswith(("PIP_", "SSL_", "REQUESTS_"))}


def main(pips: list[str]) -> int:
    """1 when a pip fails."""
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        (Path(temporary) / "release").mkdir()
        files = release(Path(temporary) / "release")
        for pip in pips or PIPS:
            folder = Path(temporary) / pip
            folder.mkdir()
            wrong = walk(pip, files, folder)
            failed += bool(wrong)
            print(wrong or "the tutorial ends with its site", flush=True)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
