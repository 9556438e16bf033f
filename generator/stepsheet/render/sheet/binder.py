"""All guides of a locale in one file: what its cover and its pages say beside the guides themselves."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from stepsheet.localize.document import Document
from stepsheet.render.sheet import words
from stepsheet.render.sheet.order import Order
from stepsheet.render.sheet.typed import language
from stepsheet.render.site import Site


def ordered(site: Site) -> tuple[Document, ...]:
    """The guides as a reader of the site meets them: by the navigation, then by category, then all others."""
    documents = {document.id: document for document in site.documents}
    return tuple(documents[name] for name in dict.fromkeys(_names(site)) if name in documents)


def _names(site: Site) -> Iterator[str]:
    for node in site.navigation.nodes:
        yield from (one.id for one in node.walk() if one.kind == "guide")
    for category in site.categories:
        yield from (document.id for document in category.documents)
    yield from (document.id for document in site.documents)


def binder(site: Site, order: Order, documents: Sequence[Document], guides: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The data of the whole, fit for JSON; `guides` is that of the guides."""
    interface = site.interface
    title = interface.gettext("All guides")
    return {
        "paper": order.typst_paper,
        "form": order.form.value,
        **language(site.locale),
        "dir": interface.direction,
        "plain_title": title,
        "plain_summary": site.description,
        "site": site.name,
        "keywords": [],
        "facts": [interface.ngettext("%(num)s guide", "%(num)s guides", len(documents)), interface.name],
        "footer": f"{site.name} · {title}",
        "words": words.words(interface),
        "contents": interface.gettext("Contents"),
        "guides": list(guides),
    }
