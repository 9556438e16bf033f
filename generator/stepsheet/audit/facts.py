"""What the Markdown of a guide says of it beside its texts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of a guide that is not in its record; a category and an address that are empty are not said.

    Of the category it is the name and the state of that.
    """

    category: tuple[str, str]
    revision: str
    address: str
