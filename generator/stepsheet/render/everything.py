"""All outputs of a locale."""

from collections.abc import Iterator

from stepsheet.discovery import modules
from stepsheet.render.site import File, Site


def files(site: Site) -> Iterator[File]:
    """The files of every output module, made as they are asked for."""
    for module in modules("stepsheet.render.outputs", "OUTPUT"):
        yield from module.OUTPUT.files(site)
