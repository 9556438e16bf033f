"""Plain Markdown: texts written anew from their tokens, and the file that they stand in.

A text is never pasted: what an author left open would swallow what follows it, and what is a word in one place is a
list, a heading or a table in another. `inline` and `blocks` write tokens, `escaping` and `listing` what is no Markdown,
`structure` sets texts into lists and quotes, `writer` is what the templates write with.
Syntax: CommonMark 0.31.2; tables as in GitHub Flavored Markdown 0.29, section 4.10.
"""

from stepsheet.render.markdown.structure import tidy
from stepsheet.render.markdown.writer import Writer

__all__ = ["Writer", "tidy"]
