"""One locale as a project of its own: plain Markdown and an `mkdocs.yml`, for any engine that reads that file."""

from html import escape
from pathlib import Path
from typing import Any

import yaml

from stepsheet.render import html
from stepsheet.render.site import Site
from stepsheet.settings import PLUGIN, Settings, entries
from stepsheet.website import theme

_OURS = frozenset(
    {"plugins", "docs_dir", "site_dir", "theme", "nav", "extra", "watch", "site_name", "site_description", "site_url"}
)
_LISTS = ("markdown_extensions", "extra_css", "extra_javascript")


def config(site: Site, settings: Settings) -> str:
    """The `mkdocs.yml` of a locale: the operator's settings, with the locale's own laid over them."""
    base, parts = settings.mkdocs, theme.settings(site)
    merged: dict[str, Any] = {key: value for key, value in base.items() if key not in _OURS}
    merged |= {
        "site_name": escape(site.name, quote=False),  # Material prints names and titles as HTML
        "site_description": site.description,
        "site_url": site.address(""),
        "docs_dir": "docs",
        "site_dir": "site",
        "edit_uri": "",  # generated pages have edit links of their own, to the files people edit
        "theme": _theme(base.get("theme"), parts["theme"], settings),
        "plugins": _plugins(base.get("plugins"), parts["plugins"]),
        "extra": {**(base.get("extra") or {}), **parts["extra"]},
        "nav": _nav(site),
        "not_in_nav": "/guides/\n",
    }
    if base.get("hooks"):
        merged["hooks"] = [str(settings.root / hook) for hook in base["hooks"]]
    for key in _LISTS:
        merged[key] = [*(base.get(key) or []), *parts.get(key, [])]
    return yaml.dump(merged, allow_unicode=True, sort_keys=False)


def _theme(base: object, ours: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """The operator's theme settings win over ours, except for language and folder of overrides."""
    own = base if isinstance(base, dict) else {}
    folder = settings.root / own["custom_dir"] if own.get("custom_dir") else _packaged_overrides()
    return {**ours, **own, "name": "material", "language": ours["language"], "custom_dir": str(folder)}


def _packaged_overrides() -> Path:
    """The overrides that come with the package, for a project that has none of its own.

    A wheel holds them; an editable install finds them at the top of the repository.
    """
    package = Path(theme.__file__).parent.parent
    packaged, checkout = package / "overrides", package.parent.parent / "overrides"
    return packaged if packaged.is_dir() else checkout


def _plugins(base: object, ours: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The operator's plugins without ours, and the search set to the locale's language."""
    used = entries(base)
    used.pop(PLUGIN, None)
    search = {**ours[0]["search"], **(used.pop("search", None) or {})}
    return [{"search": search}, *({name: options or {}} for name, options in used.items())]


def _nav(site: Site) -> list[dict[str, str]]:
    """Home, categories and plain pages. Guides are not in it: Material draws all of it into every page."""
    home = {site.interface.gettext("All guides"): "index.md"}
    categories = [
        {escape(html.plain(category.title), quote=False): f"categories/{category.id}/index.md"}
        for category in site.categories
    ]
    return [home, *categories]
