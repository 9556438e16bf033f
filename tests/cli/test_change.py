"""One sentence of the source changes, and everything that shows its translation says so, built and printed for real."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pypdfium2
from selectolax.lexbor import LexborHTMLParser
from translate.storage.xliff2 import Xliff2File

from .conftest import CATALOG, EN, GUIDE, TEXT, Ended, Place

NOTICE = "1 text has changed since it was translated. Changed warnings are shown in the original language."
MARKED = f"{NOTICE}Such texts are marked with a dotted line.See what is left to translate"
ON_PAPER = f"{NOTICE.replace('. Ch', '. Old translations are marked †. Ch')}"
HEATED = TEXT.replace("do: Walk.", "do: Walk., warnings: [{id: ice, kind: danger, text: Mind the ice.}]")
STALE = (
    "warning[S202 stale-translation]: the 'ru' text of 'go.walk.do' has changed since it was translated into 'en' "
    "(guide.yml:5)"
)
ICE = "go.walk.ice.text: {ru: Mind the ice., en: Do mind the ice.}\n"


def seen(place: Place, call: Callable[..., Ended], key: str) -> dict[str, Any]:
    """What each of the outputs says of a text, by the output."""
    assert place.run("build").code == 0
    assert call("translate", "export").code == 0
    assert call("translate", "export", "--format", "xliff").code == 0
    return {
        "check": call("check").text.splitlines()[:1],
        "status": call("translate", "status").text.splitlines()[-1].split()[2:7],
        "status in JSON": json.loads(call("translate", "status", "--format", "json").text)["total"][0]["stale"],
        "fail under 100": call("translate", "status", "--fail-under", "100").code,
        "strict check": call("check", "--strict").code,
        **on_the_site(place.root / "site" / "en" / "guides", key),
        **for_translators(place.root / "translations" / "en" / "guides", key),
    }


def on_the_site(guides: Path, key: str) -> dict[str, Any]:
    page = LexborHTMLParser((guides / "visit" / "index.html").read_text(encoding="utf-8"))
    fallback, notice = page.css_first(".ss-fallback"), page.css_first(".ss-notice:not(.ss-notice--told)")
    paper = pypdfium2.PdfDocument(guides / "visit" / "checklist-a4.pdf")[0].get_textpage().get_text_bounded()
    sheet = " ".join(paper.split())
    data = json.loads((guides / "visit.json").read_text(encoding="utf-8"))
    step = data["sections"][0]["steps"][0]
    text = {"go.walk.do": step["do"], "go.walk.ice.text": step["warnings"][0]["text"]}[key]
    plain = (guides / "visit.md").read_text(encoding="utf-8")
    return {
        "page": fallback and (fallback.text(), fallback.attributes["data-state"], fallback.attributes.get("lang")),
        "notice": notice and "".join(one.text() for one in notice.css("p:not(.ss-notice__title)")),
        "sheet": sorted({line for line in ("Do walk. †", "Danger. Mind the rink. RU") if line in sheet}),
        "notice on paper": ON_PAPER in sheet,
        "JSON": (text["value"], text["locale"], text["state"], data["stale"]),
        "Markdown": (NOTICE in plain, plain.count("_(translation out of date)_")),
    }


def for_translators(folder: Path, key: str) -> dict[str, Any]:
    [entry] = [one for one in polib.pofile(str(folder / "visit.po")) if one.msgctxt == key]
    [unit] = [one for one in Xliff2File.parsefile(str(folder / "visit.xlf")).units if one.getid() == key]
    [previous] = unit.getunitelement().xpath(".//*[@category='previous-source']/text()") or [None]
    return {
        "PO": ("fuzzy" in entry.flags, entry.previous_msgid, entry.msgid, entry.msgstr),
        "XLIFF": (unit.xmlelement.get("state"), previous, unit.source, unit.target),
    }


def test_a_changed_sentence_is_seen_everywhere(place: Place, call: Callable[..., Ended], project: Any) -> None:
    project.write({GUIDE: HEATED, EN: CATALOG + ICE})
    assert seen(place, call, "go.walk.do") == {
        "check": [],
        "status": ["5", "0", "0", "0", "100"],
        "status in JSON": 0,
        "fail under 100": 0,
        "strict check": 0,
        "page": None,
        "notice": None,
        "sheet": [],
        "notice on paper": False,
        "JSON": ("Do walk.", "en", "translated", 0),
        "Markdown": (False, 0),
        "PO": (False, None, "Walk.", "Do walk."),
        "XLIFF": ("translated", None, "Walk.", "Do walk."),
    }
    project.write({GUIDE: HEATED.replace("Walk.", "Run.")})
    assert seen(place, call, "go.walk.do") == {
        "check": [f"{EN}:4:18: {STALE}"],
        "status": ["4", "1", "0", "0", "80"],
        "status in JSON": 1,
        "fail under 100": 1,
        "strict check": 1,
        "page": ("Do walk.", "stale", None),
        "notice": MARKED,
        "sheet": ["Do walk. †"],
        "notice on paper": True,
        "JSON": ("Do walk.", "en", "stale", 1),
        "Markdown": (True, 1),
        "PO": (True, "Walk.", "Run.", "Do walk."),
        "XLIFF": ("initial", "Walk.", "Run.", "Do walk."),
    }


def test_a_changed_warning_is_seen_everywhere_in_the_language_of_its_source(
    place: Place, call: Callable[..., Ended], project: Any
) -> None:
    project.write({GUIDE: HEATED.replace("the ice", "the rink"), EN: CATALOG + ICE})
    shown = seen(place, call, "go.walk.ice.text")
    assert shown["page"] == ("Mind the rink.", "stale", "ru")
    assert shown["notice"] == MARKED
    assert shown["sheet"] == ["Danger. Mind the rink. RU"]
    assert shown["JSON"] == ("Mind the rink.", "ru", "stale", 1)
    assert shown["PO"] == (True, "Mind the ice.", "Mind the rink.", "Do mind the ice.")
    assert shown["XLIFF"] == ("initial", "Mind the ice.", "Mind the rink.", "Do mind the ice.")
