"""What the ledger takes for markup. Source: CommonMark 0.31.2, the manuals of GitBook and Material for MkDocs."""

import re

_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s"'<>]+)"""
_DESTINATION = r"(?P<to><[^<>\n]*>|(?:[^\s()<>\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)"
_TITLE = r"""(?:\s+(?P<title>"(?:[^"\\]|\\.)*"|'[^']*'|\([^()]*\)))?"""
# Code in a line goes on behind a line end, but not into another block.
_OTHER_BLOCK = r"[ \t]*(?:\n|\Z|[|>\#]|[-*+][ \t]|[0-9]{1,9}[.)][ \t])"
_ONE_TICK = rf"(?<!`)`(?!`)(?:[^`\n]|\n(?!{_OTHER_BLOCK}))+`(?!`)"
_MORE_TICKS = r"(?<!`)(?P<ticks>`{2,})(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)"

MARKUP = re.compile(
    rf"""
    (?=[<{{`\\&!\[\]hm]|^)  # what markup begins with: a look ahead spares trying all forms at every letter
    (?:
      (?P<comment><!--.*?-->)
    | (?P<directive>\{{%-?[ \t]*[@\w/].*?%\}})
    | (?P<tag></?[A-Za-z][\w:.-]*(?:\s+[^<>"'=\s/]+(?:\s*=\s*{_VALUE})?)*\s*/?>)
    | (?P<autolink><(?:https?://|mailto:)[^<>\s]*>)
    | (?P<code>{_ONE_TICK}|{_MORE_TICKS})
    | (?P<escape>\\[!-/:-@\[-`{{-~])
    | (?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]*);)
    | (?P<box>(?<=[-*+)][ ])\[[ xX]\](?=\s))
    | (?P<alert>^[ \t]*(?:>[ \t]*)+\\?\[!\w+\\?\])
    | (?P<open>!?\[)
    | (?P<close>\](?:\(\s*{_DESTINATION}{_TITLE}\s*\)|\[(?P<label>[^\[\]\n]*)\])?)
    | (?P<url>(?:https?://|mailto:)(?=\w)(?:\\[*_~&!\#()-]|[!\#-;=?-Z^-_a-z~])+)
    | (?P<attributes>\{{:?[ ]*[\#.][^{{}}\n]*\}})
    | (?P<number>^[ \t]*(?:>[ \t]*|[-*+][ \t]+)*[0-9]{{1,9}}[.)](?=\s|\Z))
    | (?P<admonition>^[ \t]*(?:!!!|\?\?\?\+?)[ \t]*[\w -]*(?="|$))
    | (?P<content_tab>^[ \t]*===[!+]?[ \t]+(?="))
    | (?P<container>^[ \t]*:{{3,}}[ \t]*[\w-]*)
    )
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
DEFINITION = re.compile(
    r"""^[ ]{0,3}\[(?!\^)([^\[\]\n]+)\]:[ \t]*(<[^<>\n]*>|\S+)(?:[ \t]+["'(].*)?[ \t]*$""", re.MULTILINE
)
ATTRIBUTE = re.compile(r"""([\w:@.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”]([^“”]*)[“”]|([^\s"'%<>]+))""")
DESCRIPTOR = re.compile(
    r"(?:[ ]+[0-9.]+[wx])?(?:,.*)?\Z", re.DOTALL
)  # what stands behind the first address of a srcset
NAME = re.compile(r"[<{%/\s-]*([@\w][\w:@./-]*)")
