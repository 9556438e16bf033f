"""The whole way of a page: characters, front matter, the parser, events, the folding."""

from stepsheet.diagnostics import Source
from stepsheet.importing import tree
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.markup import characters, front_matter, gitbook
from stepsheet.importing.markup.flavour import parser
from stepsheet.importing.markup.folding import fold
from stepsheet.importing.markup.tokens import Reader


def parse(source: Source, flavour: Flavour) -> tree.Page:
    """The page as a block tree: never an error, whatever the text is; what was mended is said in `repaired`."""
    clean = characters.clean(source.text)
    matter = front_matter.split(source, clean.text)
    env: dict[str, object] = {}
    reader = Reader(
        parser(flavour), env, lambda number: clean.line(number + matter.lines + 1), tags=flavour is Flavour.GITBOOK
    )
    events = gitbook.settle(reader.events(reader.parser.parse(matter.body, env)))
    blocks, repairs = fold(events)
    return tree.Page(matter.fields, blocks, (*clean.repairs, *matter.repairs, *repairs))
