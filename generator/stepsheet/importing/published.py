"""Pages saved from a published site: what its publisher put around the text for programs is taken off and reported.

GitBook serves each page as `<page>.md` with a quotation in front that points to `llms.txt`, and a part at the end that
tells programs what to do. Neither is the author's; nothing that it says is done.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from stepsheet.diagnostics import Location, Source
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import left_out
from stepsheet.importing.space import SourcePage

_PARSER = MarkdownIt("commonmark", {"maxNesting": 40})
_TRAILER = re.compile(
    r"(?:ai )?agents? (?:instructions|guidance)|(?:instructions|guidance|notes?) for (?:ai|llms?|agents?)\b"
    r"|for (?:ai )?agents\b",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"^ {{0,3}}# +(?:{_TRAILER.pattern})", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]]+\.md\b")
_SITE = re.compile(r"(https?://[^\s<>()\[\]]+?)/llms(?:-full)?\.txt")


def trimmed(page: SourcePage) -> tuple[SourcePage, tuple[Entry, ...], str]:
    """The page with the publisher's parts blanked, so that lines keep their numbers; the report; its web address."""
    source = page.source
    if not _may_be_published(source.text):
        return page, (), ""
    tokens = [token for token in _PARSER.parse(_without_settings(source.text)) if token.level == 0 and token.map]
    head, trailer = _head(tokens, source), _trailer(tokens, source)
    dropped = [lines for lines in (*head, trailer) if lines]
    if not dropped:
        return page, (), ""
    text = _blanked(source.text, dropped)
    pointers = "\n".join(_lines(source, lines) for lines in head)
    entries = tuple(_entry(source, lines, lines == trailer) for lines in dropped)
    return SourcePage(page.path, Source(source.path, source.name, text)), entries, _address(pointers)


def _may_be_published(text: str) -> bool:
    """Whether a look at the letters lets one think so; parsing says whether it is."""
    first = _without_settings(text[:8192]).lstrip()
    return first.startswith(">") or bool(_HEADING.search(text))


def _without_settings(text: str) -> str:
    """The text with its front matter blanked, which is no Markdown."""
    if not text.startswith("---"):
        return text
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    return "\n".join([""] * (end + 1) + lines[end + 1 :]) if end else text


Lines = tuple[int, int]


def _head(tokens: Sequence[Token], source: Source) -> list[Lines]:
    """The quotations in front that point to a Markdown version of the page or to the index of the site."""
    found: list[Lines] = []
    for token in tokens:
        lines = _span(token)
        said = _lines(source, lines)
        if token.type != "blockquote_open" or not ("llms.txt" in said or ("Markdown" in said and ".md" in said)):
            break
        found.append(lines)
    return found


def _trailer(tokens: Sequence[Token], source: Source) -> Lines | None:
    """The last part of the page, from the line above its heading, when it speaks to programs."""
    heads = [index for index, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"]
    if not heads or heads[-1] == 0 or tokens[heads[-1] - 1].type != "hr":
        return None
    heading = _span(tokens[heads[-1]])
    words = source.line(heading[0] + 1).lstrip("# ")
    return (_span(tokens[heads[-1] - 1])[0], source.text.count("\n") + 1) if _TRAILER.match(words) else None


def _span(token: Token) -> Lines:
    first, last = token.map or (0, 0)
    return first, last


def _lines(source: Source, lines: Lines) -> str:
    return "\n".join(source.line(number + 1) for number in range(*lines))


def _blanked(text: str, dropped: Sequence[Lines]) -> str:
    gone = {number for lines in dropped for number in range(*lines)}
    return "\n".join("" if number in gone else line for number, line in enumerate(text.split("\n")))


def _entry(source: Source, lines: Lines, is_trailer: bool) -> Entry:
    words = _lines(source, lines)
    at = Location(source, lines[0] + 1, 1, lines[0] + 1, len(source.line(lines[0] + 1)) + 1)
    what = "the publisher's instructions to programs" if is_trailer else "the publisher's pointer for programs"
    return Entry(left_out.at(at, what, ()).diagnostic, words)


def _address(pointers: str) -> str:
    """The web address of the page, else of its site, else nothing."""
    page, site = _ADDRESS.findall(pointers), _SITE.search(pointers)
    if page:
        return str(page[-1]).removesuffix(".md")
    return f"{site[1]}/" if site else ""
