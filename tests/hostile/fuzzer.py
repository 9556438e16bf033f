"""A process that checks files one after another: `python fuzzer.py FOLDER` reads names and bytes from standard input.

It runs apart from the tests so that its memory is its own. For each file it writes a line of JSON: the seconds it took,
the memory the process has had at most, the codes of the findings, or the trace of an exception.
"""

import gc
import json
import pickle
import re
import sys
import time
import traceback
from datetime import date
from pathlib import Path

from stepsheet import pipeline, settings
from stepsheet.model import prose
from stepsheet.report.reporter import reporters


def main(root: Path) -> None:
    configured = settings.load(root / "mkdocs.yml")
    for name, data in pickle.load(sys.stdin.buffer):  # noqa: S301 - from the test itself
        path = root / "content" / name
        before = path.read_bytes() if path.exists() else None
        path.write_bytes(data)
        print(json.dumps(tried(configured)), flush=True)  # noqa: T201 - its output
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
        prose.blocks.cache_clear()
        prose.inline.cache_clear()
        gc.collect()


def tried(configured: settings.Settings) -> dict[str, object]:
    """What came of one file."""
    Path("/proc/self/clear_refs").write_text("5")  # the highest mark of memory begins anew: proc(5)
    start = time.process_time()
    told: dict[str, object] = {}
    try:
        found = pipeline.check(configured, date(2026, 11, 22)).diagnostics
        for reporter in reporters().values():
            reporter.render(found, False).encode()
        told["codes"] = sorted({item.rule.code for item in found})
    except Exception:  # noqa: BLE001 - an exception is what is looked for
        told["trace"] = traceback.format_exc()
    told["seconds"] = time.process_time() - start
    told["megabytes"] = highest()
    return told


def highest() -> float:
    """The most memory the process has had, in MB. (`ru_maxrss` would count what its parent had before `exec`, too.)"""
    found = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    main(Path(sys.argv[1]))
