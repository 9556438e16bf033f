"""The flavours of Markdown that pages are written in."""

from enum import StrEnum


class Flavour(StrEnum):
    """GitBook's, or CommonMark with what Material for MkDocs and its kin add."""

    GITBOOK = "gitbook"
    MATERIAL = "material"
