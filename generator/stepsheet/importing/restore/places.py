"""Where the texts of a guide stand in its data, by their keys in a catalog."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from stepsheet.model.element import Element, join, text_kind, wanted_at
from stepsheet.model.guide import Guide
from stepsheet.model.text import Kind

# What has no id of its own: there is one of it, or its holder has the id.
_STEPS = {"source": "source", "image": "", "code": ""}


@dataclass(frozen=True, slots=True)
class Place:
    """A key of a mapping of the data; `kind` is None for what is no text to translate: a listing, a file name."""

    holder: dict[str, Any]
    name: str
    kind: Kind | None

    @property
    def value(self) -> Any:
        """What stands there; None when nothing does."""
        return self.holder.get(self.name)

    def put(self, value: object) -> None:
        """Write a value there; None takes the key away."""
        if value is None:
            self.holder.pop(self.name, None)
        else:
            self.holder[self.name] = value


def places(data: dict[str, Any]) -> dict[str, Place]:
    """Every place of a guide where a value stands or could stand, by its key."""
    return dict(_of(data, Guide, ""))


def _of(data: dict[str, Any], element: type[Element], key: str) -> Iterator[tuple[str, Place]]:
    for name in element.model_fields:
        value = data.get(name)
        inner = wanted_at(element, (name,))
        if inner is None:
            yield join(key, name), Place(data, name, text_kind(element, name))
        for part in value if isinstance(value, list) else [value]:
            if inner is not None and isinstance(part, dict):
                step = _STEPS[name] if name in _STEPS else str(part.get("id", ""))
                yield from _of(part, inner, join(key, step))
