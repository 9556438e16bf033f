"""One locale as a project of its own: plain Markdown and an `mkdocs.yml`, for any engine that reads that file."""

from html import escape
from typing import Any

import yaml

from stepsheet.render import html
from stepsheet.render.navigation import CONTENTS
from stepsheet.render.site import Site
from stepsheet.settings import PLUGIN, Settings
from stepsheet.website import overrides, theme

Options = dict[str, Any]

# What the project says itself. Of the repository it says nothing: Material would ask github.com about it from each
# page, and pages have edit links of their own, to the files people edit. `strict` is for the caller to judge.
_OURS = frozenset(
    {"plugins", "docs_dir", "site_dir", "theme", "nav", "extra", "watch", "strict", "site_name", "site_description"}
    | {"site_url", "repo_url", "repo_name", "edit_uri", "edit_uri_template"}
)


def config(site: Site, settings: Settings) -> str:
    """The `mkdocs.yml` of a locale: the operator's settings, with the locale's own laid over them.

    The engine's templates print names and titles as they stand, in attributes too, so they are escaped here, once.
    """
    base, parts = settings.mkdocs, theme.settings(site)
    merged: Options = {key: value for key, value in base.items() if key not in _OURS}
    merged |= {
        "site_name": escape(site.name),
        "site_description": escape(site.description),
        "site_url": site.address(""),
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": _theme(base.get("theme", {}), parts["theme"]),
        "plugins": _plugins(base.get("plugins", {}), parts["plugins"]),
        "extra": {**base.get("extra", {}), **parts["extra"]},
        "nav": _nav(site),
        "not_in_nav": "/guides/\n/pages/\n/translations/\n",
        "hooks": [str(settings.root / hook) for hook in base.get("hooks", [])],
        "markdown_extensions": _extensions(base.get("markdown_extensions", {}), parts["markdown_extensions"]),
    }
    for key in ("extra_css", "extra_javascript"):
        merged[key] = [*base.get(key, []), *parts[key]]
    return yaml.dump(merged, allow_unicode=True, sort_keys=False)


def _theme(own: Options, ours: Options) -> Options:
    """The operator's theme settings win over ours, except for language and folder of overrides."""
    return {**ours, **own, "name": "material", "language": ours["language"], "custom_dir": overrides.FOLDER}


def _extensions(own: dict[str, Options], ours: dict[str, Options]) -> list[Options]:
    """The operator's Markdown extensions, then ours; where both set an option, ours wins: the pages depend on it."""
    return [{name: {**own.get(name, {}), **ours.get(name, {})}} for name in {**own, **ours}]


def _plugins(own: dict[str, Options], ours: dict[str, Options]) -> list[Options]:
    """The operator's plugins without ours, and the search set to the locale's language."""
    others = {name: options for name, options in own.items() if name not in {PLUGIN, *_SEARCH}}
    search = [own.get(name, {}) for name in _SEARCH]
    return [{"search": {**ours["search"], **search[0], **search[1]}}, *({name: it} for name, it in others.items())]


_SEARCH = ("search", "material/search")  # the two names under which the theme's search is known


def _nav(site: Site) -> list[dict[str, str]]:
    """Home, contents and categories. Guides and pages are not in it: Material draws all of it into every page."""
    home = {escape(site.interface.gettext("All guides")): "index.md"}
    categories = [
        {escape(html.plain(category.title)): f"categories/{category.id}/index.md"} for category in site.categories
    ]
    contents = [{escape(site.interface.gettext("Contents")): f"{CONTENTS}index.md"}] if site.navigation.nodes else []
    return [home, *contents, *categories]
