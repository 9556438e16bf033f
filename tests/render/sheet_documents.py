"""Guides built by hand for the tests of the sheet: parts to vary, and a guide with everything a sheet can hold."""

import re
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from stepsheet.localize.document import (
    Block,
    Choice,
    Code,
    Condition,
    Document,
    Field,
    Figure,
    Mark,
    Need,
    Neighbour,
    Option,
    Origin,
    Picture,
    Prose,
    Section,
    State,
    Step,
    Text,
    Warning,  # noqa: A004 - the term
)
from stepsheet.localize.interface import Interface
from stepsheet.model.terms import FieldKind, Importance, WarningKind
from stepsheet.render.site import Site

# What a text may never turn into: Typst, a template, a package download.
HOSTILE = (
    r"""#let x = 1; *_$@<> "quotes" 'single' \ backslash {{ 7*7 }} """
    r"""#import "@preview/evil:1.0.0" // no /* no */ `#sys` [a](b)"""
)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 420" width="640" height="420">'
    b'<rect width="640" height="420" fill="#eee" stroke="#333" stroke-width="8"/>'
    b'<rect x="200" y="150" width="240" height="90" rx="12" fill="#8ab"/>'
    b'<text x="230" y="208" font-family="sans-serif" font-size="40">Button</text></svg>'
)


def literal(text: str) -> str:
    """CommonMark that reads as exactly this text: every ASCII punctuation mark escaped (CommonMark 0.31.2, 2.4)."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def png(width: int = 320, height: int = 200) -> bytes:
    """A plain grey picture (PNG, ISO/IEC 15948)."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + bytes(128 + (x * 90 // width) for x in range(width)) for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@dataclass
class Writer:
    """Writes the texts of one locale, so that a guide is short to build."""

    locale: str = "en"
    source: str = "en"

    def text(self, key: str, value: str, state: State | None = None, locale: str | None = None) -> Text:
        own = State.SOURCE if self.locale == self.source else State.TRANSLATED
        return Text(key, value, locale or self.locale, state or own)

    def step(self, path: str, do: str, number: str = "1", info: str | None = None, **more: Any) -> Step:
        body: tuple[Block, ...] = (Prose("info", self.text(f"{path}.info", info)),) if info else ()
        given: dict[str, Any] = {
            "conditions": (),
            "warnings": (),
            "body": body,
            "fields": (),
            "expect": None,
            "if_not": None,
            "steps": (),
            "revision": "0" * 6,
        }
        return Step(path.rpartition(".")[2], path, number, do=self.text(f"{path}.do", do), **given | more)

    def warning(self, path: str, kind: WarningKind, text: str, *more: str) -> Warning:
        names = ("consequence", "avoid", "info")
        rest = [self.text(f"{path}.{name}", value) for name, value in zip(names, more, strict=False)]
        consequence, avoid, info = [*rest, None, None, None][:3]
        return Warning(path.rpartition(".")[2], path, kind, self.text(f"{path}.text", text), consequence, avoid, info)

    def choices(self, path: str, *labels: str) -> tuple[Choice, ...]:
        return tuple(
            Choice(f"c{index}", self.text(f"{path}.c{index}.label", label)) for index, label in enumerate(labels)
        )

    def field(self, path: str, label: str, enter: str | None = None, **more: Any) -> Field:
        given: dict[str, Any] = {"choices": (), "example": None, "required": None, "secret": False, "figures": ()}
        entry = self.text(f"{path}.enter", enter) if enter else None
        name = self.text(f"{path}.label", label)
        return Field(path.rpartition(".")[2], path, name, entry, **given | more)

    def figure(
        self, path: str, file: str, alt: str | None, caption: str | None = None, marks: Iterable[str] = ()
    ) -> Figure:
        return Figure(
            path.rpartition(".")[2],
            path,
            file,
            640,
            420,
            self.text(f"{path}.alt", alt) if alt else None,
            alt is None,
            self.text(f"{path}.caption", caption) if caption else None,
            tuple(
                Mark(
                    f"m{number}",
                    f"{path}.m{number}",
                    number,
                    20.0 * number,
                    30.0 * number,
                    self.text(f"{path}.m{number}", mark),
                )
                for number, mark in enumerate(marks, 1)
            ),
            self.locale,
        )

    def section(
        self, id_: str, title: str, *steps: Step, number: str = "1", info: str | None = None, **more: Any
    ) -> Section:
        words: tuple[Block, ...] = (Prose("info", self.text(f"{id_}.info", info)),) if info else ()
        given: dict[str, Any] = {
            "level": 1 + number.count("."),
            "importance": Importance.REQUIRED,
            "conditions": (),
            "warnings": (),
            "body": words,
            "after": (),
        }
        return Section(id_, id_, number, title=self.text(f"{id_}.title", title), steps=steps, **given | more)

    def guide(self, *sections: Section, title: str = "A guide", **more: Any) -> Document:
        given: dict[str, Any] = {
            "id": "guide",
            "locale": self.locale,
            "source_locale": self.source,
            "summary": self.text("summary", "A summary."),
            "body": (),
            "category": None,
            "tags": (),
            "time": None,
            "reviewed": None,
            "origin": None,
            "needs": None,
            "options": (),
            "warnings": (),
            "outcome": None,
            "next": (),
            "pictures": (),
            "revision": "0badc0de",
            "missing": 0,
            "stale": 0,
        }
        return Document(title=self.text("title", title), sections=sections, **given | more)


def site(*documents: Document, locale: str = "en", url: str | None = "https://guides.example.org/") -> Site:
    """A site of these guides."""
    return Site(
        locale=locale,
        default_locale="en",
        prefix="",
        prefixes={"en": ""},
        name="Guides & Co",
        description="",
        url=url,
        edit_url=None,
        papers=("a4", "letter"),
        documents=documents,
        categories=(),
        interface=Interface(locale),
    )


def everything() -> Document:
    """A guide with every part a guide can have, twice over where order matters."""
    w = Writer()
    server = Option(
        "server", "server", w.text("server.ask", "Is there a separate server?"), w.choices("server", "yes", "no")
    )
    which = Option(
        "which", "which", w.text("which.ask", "Which account?"), w.choices("which", "Main", "Sub", "Another one")
    )
    fields = (
        w.field("form.fill.name", "Name", "A *name* you know again", example=w.text("x", "MoonTrader"), required=True),
        w.field("form.fill.rights", "Rights", choices=w.choices("form.fill.rights", "Read", "Trade"), required=False),
        w.field("form.fill.mode", "Mode", "As agreed", choices=w.choices("form.fill.mode", "Slow", "Quick")),
        w.field("form.fill.pass", "Passphrase", "A password for this alone", secret=True, required=True),
        w.field("form.fill.day", "Valid until", "The last day", kind=FieldKind.DATE),
        w.field("form.fill.count", "Servers", kind=FieldKind.NUMBER),
        w.field("form.fill.token", "An_extraordinarily_long_identifier_of_a_field", "Of " + "0123456789abcdef" * 5),
    )
    kinds = tuple(
        w.warning(
            f"hazards.{kind}",
            kind,
            f"The {kind} itself.",
            f"What {kind} leads to.",
            f"How to avoid {kind}.",
            f"More of {kind}:\n\n- a list\n\n```\nand code\n```",
        )
        for kind in WarningKind
    )
    table = "| Port | Use |\n|---|---|\n| 443 | `https` |\n| 22 | *ssh* with **keys** |\n"
    blocks: tuple[Block, ...] = (
        Prose(
            "why",
            w.text(
                "parts.body.why",
                f"A list:\n\n- first\n  - inner\n- second\n\n3. third\n4. fourth\n\n> A quote.\n\n{table}",
            ),
        ),
        Code("cmd", "parts.body.cmd", "bash", 'for x in *; do\n\techo "$x" # ' + "long" * 30 + "\ndone"),
        w.figure("parts.body.pic", "button.svg", "A button on a page", "The button", ["The button", "Its frame"]),
        w.figure("parts.body.photo", "photo.png", "A grey photo", "The photo"),
        w.figure("parts.body.rule", "photo.png", None),
        Prose(
            "end",
            w.text(
                "parts.body.end",
                "See [the form](#step:form.fill), [the name](#field:form.fill.name), [all kinds](#section:hazards), "
                "[another guide](#guide:other), [the standard](https://www.iso.org/standard/64599.html), "
                "<https://example.org/a>, [write](mailto:a@example.org) and [nothing](#step:no.such).",
            ),
        ),
    )
    subs = tuple(
        w.step(f"parts.subs.s{n}", f"Sub-step {n} of the step.", f"4.{n}", "Its info." if n == 2 else None)
        for n in (1, 2, 3)
    )
    long = [
        w.step(
            f"long.s{n}",
            f"Do thing number {n}.",
            str(n + 4),
            f"Info of thing {n}, which is a little longer than the thing itself.",
        )
        for n in range(1, 41)
    ]
    long[17] = w.step(
        "long.s18",
        "Do thing number 18.",
        "22",
        "Info.",
        warnings=(w.warning("long.s18.w", WarningKind.DANGER, "Mind the gap.", "You fall.", "Look down."),),
    )
    conditions = (Condition("server", server.ask, server.choices[:1]), Condition("which", which.ask, which.choices[1:]))
    which_main, which_sub = ((Condition("which", which.ask, (choice,)),) for choice in which.choices[:2])
    return w.guide(
        w.section(
            "hazards",
            "All kinds of hazard",
            w.step("hazards.go", "Read them all.", "1", warnings=kinds),
            importance=Importance.OPTIONAL,
            warnings=(w.warning("hazards.sec", WarningKind.NOTE, "A note on the section."),),
        ),
        w.section(
            "form",
            "A form & its *fields*",
            w.step(
                "form.fill",
                "Fill it in.",
                "2",
                "Take your time.",
                fields=fields,
                expect=w.text("e", "It is full."),
                if_not=w.text("n", "Begin again."),
            ),
            number="2",
            info="Before the form, some **info**.",
            conditions=conditions,
        ),
        w.section(
            "parts",
            "Parts of a step",
            w.step("parts.body", "Read `everything` here.", "3", body=blocks, conditions=conditions[:1]),
            w.step("parts.subs", "Do the sub-steps.", "4", steps=subs, verify=True),
            number="3",
            importance=Importance.RECOMMENDED,
        ),
        w.section("long", "A long section", *long, number="4"),
        w.section(
            "hostile",
            literal(HOSTILE),
            w.step(
                "hostile.do",
                literal(HOSTILE),
                "45",
                literal(HOSTILE),
                fields=(w.field("hostile.do.f", literal(HOSTILE), literal(HOSTILE)),),
            ),
            number="5",
        ),
        w.section(
            "texts",
            "Three texts",
            Step(
                "old",
                "texts.old",
                "46",
                (),
                (),
                w.text("texts.old.do", "This one is old.", State.STALE),
                (),
                (),
                None,
                None,
                (),
                "0" * 6,
            ),
            Step(
                "none",
                "texts.none",
                "47",
                (),
                (),
                w.text("texts.none.do", "Этот не переведён.", State.MISSING, "ru"),
                (Prose("i", w.text("texts.none.info", "И этот.", State.MISSING, "ru")),),
                (),
                None,
                None,
                (),
                "0" * 6,
            ),
            number="6",
        ),
        w.section("over", "A heading over others", number="7"),
        w.section(
            "told",
            "A section that explains",
            number="7.1",
            conditions=conditions[:1],
            body=(
                Prose("a", w.text("told.a.text", "For everybody.")),
                Prose("b", w.text("told.b.text", "For the main account, in words."), which_main),
                Code("c", "told.c", "", "and in code", which_main),
                Prose("d", w.text("told.d.text", "For a sub-account:\n\n1. first"), which_sub),
                Prose("e", w.text("told.e.text", "For everybody again.")),
            ),
        ),
        w.section(
            "deep",
            "Deep down",
            w.step("deep.go", "Go down.", "48", body=(Prose("f", w.text("deep.f", "With a server."), conditions[:1]),)),
            number="7.1.1",
            after=(
                Prose("g", w.text("deep.g.text", "After the last step.")),
                Code("h", "deep.h", "", "after it, in code"),
                Prose("i", w.text("deep.i.text", "After it, for some."), which_sub),
            ),
        ),
        title="Everything that can stand on a sheet, with a title so long that it needs two lines of the page",
        body=(
            Prose("first", w.text("first.text", "What to know first.")),
            Code("then", "then", "", "what to have seen"),
            Prose("some", w.text("some.text", "What some should know."), conditions[:1]),
        ),
        needs=(
            Need("a", "a", w.text("a.text", "A phone")),
            Need("b", "b", w.text("b.text", "A pencil, and [a link](https://example.org/pencils)")),
        ),
        options=(server, which),
        warnings=(w.warning("codes", WarningKind.CAUTION, "A caution for all of it."),),
        outcome=w.text("outcome", "Everything is *done*."),
        next=(Neighbour("other", w.text("o", "The other guide")),),
        origin=Origin(w.text("source.title", "The manual"), "https://example.org/manual"),
        tags=("one", "two"),
        time=timedelta(hours=1, minutes=5),
        reviewed=date(2026, 11, 22),
        source_locale="ru",
        missing=2,
        stale=1,
        pictures=(Picture("button.svg", Path("button.svg"), SVG), Picture("photo.png", Path("photo.png"), png())),
    )
