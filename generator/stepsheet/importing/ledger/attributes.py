"""The attributes of tags: which are addresses, which are words that somebody reads."""

import html
from dataclasses import dataclass, field

from stepsheet.importing.ledger import words
from stepsheet.importing.ledger.patterns import ATTRIBUTE, DESCRIPTOR, NAME

_ADDRESSES = frozenset({"url", "page", "src", "href"})
_READ = frozenset({"alt", "title", "caption"})
_LOOKS = words.names(
    "icon style type size width height color align class id format overflow fullwidth linenumbers expanded "
    "defaultexpanded expandable flowid"
)
_PICTURES = frozenset({"img", "source", "image"})
# GitBook's tags whose other values are settings; of any other tag every value is taken for words.
_KNOWN = words.names(
    "hint tabs tab stepper step columns column updates code content-ref page-ref embed file raw endraw"
)


@dataclass(slots=True)
class Values:
    """The values of a tag."""

    addresses: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def directive(written: str) -> tuple[str, Values]:
    """The name and the values of `{% name key="value" %}`."""
    name = _name(written)
    made = Values()
    if name.startswith("end"):
        return name, made
    for key, value in _attributes(written):
        if key in _ADDRESSES:
            made.addresses.append(value)
        elif key in _READ or (name not in _KNOWN and key not in _LOOKS and value not in {"true", "false"}):
            made.words.append(value)
    # A value that is a part of the address beside it says nothing more.
    made.words = [value for value in made.words if not any(value in to for to in made.addresses)]
    return name, made


def tag(written: str) -> tuple[str, Values]:
    """The name, in small letters, and the values of an HTML tag."""
    name = _name(written).lower()
    made = Values()
    for key, value in _attributes(written):
        if name in _PICTURES and key in {"src", "srcset"}:
            made.pictures.append(DESCRIPTOR.sub("", value) if key == "srcset" else value)
        elif key in {"src", "href"}:
            made.addresses.append(value)
        elif key in _READ:
            made.words.append(value)
    return name, made


def _name(written: str) -> str:
    found = NAME.match(written)
    return found[1] if found else ""


def _attributes(written: str) -> list[tuple[str, str]]:
    found = ATTRIBUTE.findall(written) if "=" in written else []
    return [(key.lower(), html.unescape("".join(values))) for key, *values in found]
