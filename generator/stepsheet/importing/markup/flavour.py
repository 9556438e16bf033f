"""The flavours of Markdown, each a parser."""

from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from stepsheet.importing.flavour import Flavour
from stepsheet.importing.markup.syntax import (
    attribute_list,
    brackets,
    content_tab,
    depth,
    emphasis,
    formula,
    inline_code,
    liquid,
    markup_block,
)


@cache
def parser(flavour: Flavour) -> MarkdownIt:
    """The parser of a flavour: CommonMark, tables, footnotes, definitions, formulas, and what the flavour adds."""
    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    # Addresses stay as they are written: what is safe is for the writing to say, which must see them.
    made.validateLink = bool  # type: ignore[assignment,method-assign]
    made.normalizeLink = str  # type: ignore[assignment,method-assign]
    made.normalizeLinkText = str  # type: ignore[assignment,method-assign]
    footnote_plugin(made, inline=False, move_to_end=False)
    deflist_plugin(made)
    for rules in (markup_block, brackets, inline_code, emphasis, formula, *_OF_FLAVOUR[flavour], depth):
        rules.apply(made)
    if flavour is Flavour.MATERIAL:
        admon_plugin(made)
        container_plugin(made, "any", validate=lambda params, _: bool(params.strip()))
    return made


_OF_FLAVOUR = {Flavour.GITBOOK: (liquid,), Flavour.MATERIAL: (content_tab, attribute_list)}
