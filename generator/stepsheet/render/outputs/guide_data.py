"""The guide as data: everything the page says, for programs. The format is described in docs/data-format.md."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from stepsheet.localize.document import Document
from stepsheet.render.site import File, Output, Place, Site

FORMAT = "stepsheet-guide/1"

_DOCUMENT = TypeAdapter(Document)


def data(document: Document, site: Site) -> dict[str, Any]:
    """The document as JSON values; durations are ISO 8601, dates ISO 8601, every text with its language and state."""
    fields = _DOCUMENT.dump_python(document, mode="json", exclude={"pictures"})
    return {"format": FORMAT, "url": site.address(f"guides/{document.id}/index.html"), **fields}


def files(site: Site) -> Iterator[File]:
    """`guides/<id>.json` for every guide."""
    for document in site.documents:
        text = json.dumps(data(document, site), ensure_ascii=False, indent=2)
        yield File.text(f"guides/{document.id}.json", f"{text}\n", Place.SITE)


OUTPUT = Output("guide-data", files, form="json")
