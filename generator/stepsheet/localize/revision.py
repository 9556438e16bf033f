"""Revisions: short digests that change when a reader would see something else."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from stepsheet.localize.document import Document, Step

STEP_DIGITS = 6
_DIGITS_ON_PAPER = 4
_STEPS_ON_PAPER = 60
_NOT_SEEN = frozenset({"id", "anchor", "key", "number", "state", "steps", "revision", "was"})


def of(content: object) -> str:
    """64 hex digits for a value that JSON can hold."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def of_step(step: Step, digests: Mapping[str, str]) -> str:
    """The revision of a step without its sub-steps; `digests` are those of the pictures by their names."""
    return of(_seen(asdict(step), digests))[:STEP_DIGITS]


def printed(document: Document) -> str:
    """What a sheet says of the state it was printed in: the guide's revision, and a short digest of each step.

    `<revision>.<digests>`: the first 4 digits of each step's revision, in reading order. With more than 60 steps there
    is nothing after the dot: the code on the sheet would grow too large.
    """
    steps = [step.revision[:_DIGITS_ON_PAPER] for step in document.steps()]
    return f"{document.revision}.{''.join(steps) if len(steps) <= _STEPS_ON_PAPER else ''}"


def _seen(value: Any, digests: Mapping[str, str]) -> Any:
    """What a reader sees of a value, the files of pictures as their digests."""
    if isinstance(value, dict):
        seen = {key: _seen(inner, digests) for key, inner in value.items() if key not in _NOT_SEEN}
        path = value.get("path")
        return seen | {"path": digests.get(str(path).removeprefix("images/"), path)} if path else seen
    if isinstance(value, list | tuple):
        return [_seen(inner, digests) for inner in value]
    return value
