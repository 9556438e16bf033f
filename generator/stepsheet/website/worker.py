"""The service worker at the root of the whole site: pages that were visited can be read without a network.

Browsers run one on https alone, and pages ask for it on the site's own address alone: see `offline.js`.
"""

import hashlib
from importlib import resources
from pathlib import Path

NAME = "sw.js"
_DIGITS = 12


def worker(whole: Path) -> str:
    """The worker for an assembled site; its version is a digest of every file. Raises OSError."""
    digest = hashlib.sha256()
    for path in sorted(path for path in whole.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(whole).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    source = (resources.files("stepsheet.website") / "worker.js").read_text(encoding="utf-8")
    return source.replace("{version}", digest.hexdigest()[:_DIGITS])
