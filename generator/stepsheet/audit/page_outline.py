"""The blocks that the Markdown of a plain page must have in one locale, in their order, straight from its text."""

from stepsheet.audit.blocks import line
from stepsheet.audit.page_claims import PageClaims
from stepsheet.audit.sketch import Asked, Sketch
from stepsheet.localize.interface import Interface
from stepsheet.model import prose

_NOT_TRANSLATED = "This page is not translated yet and is shown in the original language (%(language)s)."
_CHANGED = "The original of this page has changed since it was translated."


def notice(claims: PageClaims) -> str:
    """What the readers are told of a page that is not, or not any more, a translation of the original."""
    interface = Interface(claims.locale)
    match claims.state:
        case "missing":
            return interface.gettext(_NOT_TRANSLATED, {"language": interface.language(claims.source_locale)})
        case "stale":
            return interface.gettext(_CHANGED)
        case _:
            return ""


def page_outline(claims: PageClaims, address: str) -> list[Asked]:
    """The blocks of a page; the address is not said when it is empty."""
    sketch, page, told = Sketch(Interface(claims.locale)), claims.shown.page, notice(claims)
    sketch.say("h1", sketch.noted(page.title, claims.state), "title", page.at("title"))
    if page.summary:
        sketch.say("p", sketch.noted(page.summary, claims.state), "summary", page.at("summary"))
    if told:
        with sketch.quote():
            sketch.say("p", (told, ""), "notice", page.at("title"))
    if address:
        with sketch.item("-", "address"):
            sketch.say("p", line(prose.inline(f"<{address}>")), "address", page.at("title"))
    for block in claims.shown.blocks:
        sketch.read(block.tokens, "text", block.at)
    return sketch.asked
