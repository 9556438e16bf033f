"""Which picture a file holds is the author's: a whole picture of the same format is shown in its place."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    folder, _, file = edit.mutant.name.partition("/images/")
    owner = folder.rpartition("/")[2]
    shown = {"#bytes", "width", "height"}
    return edit.mutant.operator == "replace-picture" and edit.only(
        lambda leaf: leaf[-1] in shown and (owner in leaf or leaf[0] == owner) and bool(file)
    )
