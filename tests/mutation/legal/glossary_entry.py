"""Readers never see the glossary: whoever edits it changes what translations are held against, and nothing else."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    return edit.mutant.name == "glossary.yml" and edit.is_nothing
