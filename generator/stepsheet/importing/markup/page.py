"""The whole way of a page: characters, front matter, the parser, events, the folding."""

from stepsheet.diagnostics import Source
from stepsheet.importing import tree
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.markup import characters, definitions, front_matter, gitbook
from stepsheet.importing.markup.flavour import parser
from stepsheet.importing.markup.folding import fold
from stepsheet.importing.markup.line_events import LineEvents
from stepsheet.importing.markup.tokens import Tokens


def parse(source: Source, flavour: Flavour) -> tree.Page:
    """The page as a block tree: never an error, whatever the text is; what was mended is said in `repaired`."""
    clean = characters.clean(source.text)
    matter = front_matter.split(source, clean.text)
    env: dict[str, object] = {}
    reader = parser(flavour)
    lines = LineEvents(reader, env, tags=flavour is Flavour.GITBOOK)
    tokens = Tokens(lines, lambda number: clean.line(number + matter.lines + 1))
    blocks, repairs = fold(gitbook.settle(tokens.events(reader.parse(matter.body, env))))
    unused = definitions.unused(env, lines.addresses, matter.body.split("\n"), tokens.place)
    return tree.Page(matter.fields, blocks, (*clean.repairs, *matter.repairs, *unused, *repairs))
