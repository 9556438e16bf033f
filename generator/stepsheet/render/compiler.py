"""Typst, shut in: it reads below one folder, takes the fonts it is given, and loads nothing from anywhere."""

from pathlib import Path

import typst


def compiler(main: Path, fonts: typst.Fonts) -> typst.Compiler:
    """A compiler for a source, which must lie in a folder without symlinks: Typst follows them out of its root."""
    root = main.parent
    return typst.Compiler(
        input=main,
        root=root,
        font_paths=fonts,
        ignore_system_fonts=True,
        package_path=root / "no-packages",
        package_cache_path=root / "no-packages",
    )
