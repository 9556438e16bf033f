"""PO, the form of gettext's tools (GNU gettext manual, "The Format of PO Files"), written and read by Babel.

The context of a message is its key, its id the source text. An outdated translation is fuzzy, and the source text it
was made from is the message's previous id. The project of the head is the book, its version the revision: no tool drops
these two.
"""

import io
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, normalize, read_po, unescape, write_po

from stepsheet.diagnostics import Diagnostic, Location, Source
from stepsheet.model.catalog import Standing
from stepsheet.translating.faults import broken_exchange
from stepsheet.translating.form import Form
from stepsheet.translating.parcel import Parcel, Received, Reply, Unit

_NEW = re.compile(r'(?P<word>msg\w+(?:\[\d+\])?)?\s*(?P<text>".*")')
_OLD = re.compile(rf"# ?\|\s*{_NEW.pattern}")
_NUMBER = re.compile(r" on \d+$")  # the line, which Babel counts from 0
_FUZZY = "fuzzy"
_WIDTH = 68  # a tool that takes previous ids for comments does not wrap such lines


def write(parcel: Parcel, day: date) -> bytes:
    """The file of a parcel."""
    catalog = Catalog(
        locale=Locale.parse(parcel.locale, sep="-"),
        project=parcel.book,
        version=parcel.revision,
        header_comment=f"# {parcel.book}, translated from {parcel.source_locale} into {parcel.locale}.",
        creation_date=datetime.combine(day, time(), UTC),
        charset="utf-8",
        revision_date=datetime.combine(day, time(), UTC),
        fuzzy=False,
    )
    catalog.last_translator = catalog.language_team = catalog.msgid_bugs_address = ""  # Babel has words for nobody
    for unit in parcel.units:
        _add(catalog, unit)
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=0)
    previous = {f"msgctxt {normalize(unit.key)}": unit.previous for unit in parcel.units if unit.previous}
    return "".join(_with_previous(buffer.getvalue().decode(), previous)).encode()


def _with_previous(text: str, previous: Mapping[str, str]) -> Iterator[str]:
    """The lines with the previous ids; Babel writes one as if it were prose, and breaks it where its words end."""
    for line in re.findall(r"[^\n]*\n", text):  # a line may hold what Unicode calls the end of one
        if line.rstrip("\n") in previous:
            said = normalize(previous[line.rstrip("\n")], width=_WIDTH)
            yield from (f"#| {part}\n" for part in f"msgid {said}".split("\n"))
        yield line


def _add(catalog: Catalog, unit: Unit) -> None:
    is_stale = unit.standing is Standing.STALE
    message = catalog.add(
        unit.source,
        unit.text,
        locations=[(unit.at.source.name, unit.at.line)],
        flags=[_FUZZY] if is_stale else [],
        auto_comments=[*unit.context, *([unit.link] if unit.link else [])],
        context=unit.key,
    )
    message.flags -= {flag for flag in message.flags if flag.endswith("-format")}  # a per cent sign is only that


def read(data: bytes, source: Source) -> Received | Diagnostic:
    """What a file says, or why it cannot be read."""
    try:
        catalog = read_po(io.BytesIO(data.removeprefix(b"\xef\xbb\xbf")), abort_invalid=True)
    except PoFileError as error:
        at = Location(source, error.lineno + 1, 1, error.lineno + 1, 2)
        return broken_exchange.at(at, f"it is no PO file: {_lower(_NUMBER.sub('', str(error)))}")
    except (ValueError, LookupError, AttributeError, TypeError):
        # Babel has no error of its own for a text that is not in the file's encoding, or for words between messages.
        return broken_exchange.at(Location(source), "it is no PO file, or not in the encoding that its head names")
    previous = _previous(data.decode(catalog.charset, "replace"))
    replies = tuple(_reply(message, previous, source) for message in catalog if message.id and message.context)
    locale = (catalog.locale_identifier or "").replace("_", "-")
    return Received(catalog.project or "", locale, catalog.version or "", replies, source)


def _reply(message: Message, previous: Mapping[str, str], source: Source) -> Reply:
    line = message.lineno or 1
    return Reply(
        key=str(message.context),
        source=_single(message.id),
        text=_single(message.string),
        previous=previous.get(str(message.context)),
        is_stale=_FUZZY in message.flags,
        at=Location(source, line, 1, line, 2),
    )


def _single(text: str | list[str] | tuple[str, ...] | None) -> str:
    """A text; the first of several forms, which we never write."""
    return text if isinstance(text, str) else (text or [""])[0]


def _previous(text: str) -> Mapping[str, str]:
    """The previous ids by the contexts of their messages: Babel takes them for comments and drops a line said twice."""
    found: dict[str, str] = {}
    previous: list[str] = []
    context: list[str] = []
    word = old_word = ""
    for line in text.split("\n"):
        old, new = _OLD.fullmatch(line.strip()), _NEW.fullmatch(line.strip())
        if old:
            old_word = old["word"] or old_word
            previous += [old["text"]] if old_word == "msgid" else []
        elif new:
            word = new["word"] or word
            context = [*([] if new["word"] else context), new["text"]] if word == "msgctxt" else context
            if new["word"] == "msgid" and previous:
                found["".join(map(unescape, context))] = "".join(map(unescape, previous))
                previous = []
    return found


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


FORM = Form("po", ("po",), write, read)
