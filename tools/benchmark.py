#!/usr/bin/env python3
"""How long check, build and audit of many guides take: `tools/benchmark.py [GUIDES ...]`, in seconds and ms a guide.

Copies the first guide under other names into a folder of its own. Numbers of one run are to be compared with each
other, not with those of another machine.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
COMMAND = ROOT / ".venv" / "bin" / "stepsheet"


def project(folder: Path, guides: int) -> Path:
    """A project with so many copies of the first guide, each with a title of its own, in categories of forty."""
    source = ROOT / "content" / "guides" / "okx-api-keys"
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "content").mkdir()
    groups = [f"group-{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(-(-guides // 40))]
    listed = "".join(f"  - {{id: {group}, title: {group}}}\n" for group in groups)
    (folder / "content" / "categories.yml").write_text(f"categories:\n{listed}")
    for number in range(guides):
        place = folder / "content" / "guides" / f"guide-{number}"
        shutil.copytree(source, place)
        text = (place / "guide.yml").read_text(encoding="utf-8")
        text = text.replace("category: exchanges", f"category: {groups[number // 40]}")
        (place / "guide.yml").write_text(text.replace("OKX для", f"OKX {number} для"), encoding="utf-8")
    return folder


def seconds(folder: Path, *command: str) -> float:
    """The time a command takes; its output is dropped."""
    begin = time.perf_counter()
    environment = {**os.environ, "SITE_URL": "https://guides.example"}
    subprocess.run([COMMAND, *command], cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - begin


def main() -> None:
    """Print a table."""
    print(f"{'guides':>7} {'check s':>9} {'ms/guide':>9} {'build s':>9} {'ms/guide':>9} {'audit s':>9}")
    for guides in [int(word) for word in sys.argv[1:]] or [1, 100]:
        with TemporaryDirectory(prefix="stepsheet-benchmark-") as name:
            folder = project(Path(name), guides)
            check, build = seconds(folder, "check"), seconds(folder, "build", "--no-audit")
            audit = seconds(folder, "audit") - check
        times = f"{check:>9.2f} {1000 * check / guides:>9.1f} {build:>9.2f} {1000 * build / guides:>9.1f} {audit:>9.2f}"
        print(f"{guides:>7} {times}", flush=True)


if __name__ == "__main__":
    main()
