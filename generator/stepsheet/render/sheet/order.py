"""What is asked of the typesetter: which form of a sheet, on which paper, for whose answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Form(StrEnum):
    """The ways a checklist is used on paper (Gawande and Boorman, "A checklist for checklists", 2010)."""

    COMPACT = "compact"  # do-confirm: steps, hazards, fields and results, without explanations
    TEXT = "text"  # every word, no pictures: what a site has beside its pages
    FULL = "full"  # read-do: every word and every picture
    LARGE = "large"  # the same in large print

    @property
    def explains(self) -> bool:
        """Whether explanations stand beside what is to be done."""
        return self is not Form.COMPACT

    @property
    def pictures(self) -> bool:
        """Whether pictures stand beside what is to be done."""
        return self in {Form.FULL, Form.LARGE}


@dataclass(frozen=True, slots=True)
class Order:
    """One sheet that is wanted.

    `paper` is `a4` or `letter`, `answers` are choices by option, as far as they are known. A `fillable` one has fields
    to be filled in on the screen.
    """

    paper: str = "a4"
    form: Form = Form.TEXT
    answers: Mapping[str, str] = field(default_factory=dict)
    fillable: bool = False

    @property
    def typst_paper(self) -> str:
        """The paper as Typst calls it."""
        return {"letter": "us-letter"}.get(self.paper, self.paper)


USUAL = Order()
