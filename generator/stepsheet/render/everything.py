"""All outputs of a locale."""

from collections.abc import Iterator

from stepsheet.discovery import modules
from stepsheet.render.site import File, Output, Site


def forms() -> dict[str, Output]:
    """The outputs that give one file for each guide, by the ending of that file."""
    outputs = (module.OUTPUT for module in modules("stepsheet.render.outputs", "OUTPUT"))
    return {output.form: output for output in outputs if output.form}


def files(site: Site) -> Iterator[File]:
    """The files of every output module, made as they are asked for."""
    for module in modules("stepsheet.render.outputs", "OUTPUT"):
        yield from module.OUTPUT.files(site)
