"""The plain Markdown of a guide, read back by a CommonMark parser: nothing is lost, nothing becomes what it was not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from stepsheet.localize.document import (
    Code,
    Condition,
    Document,
    Need,
    Neighbour,
    Option,
    Origin,
    Prose,
    State,
    Step,
    Text,
)
from stepsheet.model import prose
from stepsheet.model.terms import WarningKind
from stepsheet.render import html
from stepsheet.render.outputs import guide_markdown, llms_text
from stepsheet.render.site import Category

from .sheet_documents import HOSTILE, Writer, everything, literal, site

W = Writer()
PARSER = MarkdownIt("commonmark").enable("table")
FENCE = "```\n# no heading\n\n\n- [x](#step:s.a)  \n```"
TABLE = "| A | B |\n|---|---:|\n| `a\\|b` | c |"
LIST = "- one\n- two"


def guide(*steps: Step, **more: object) -> Document:
    section = {name: more.pop(name) for name in ("info", "title", "body", "after") if name in more}
    return W.guide(W.section("s", str(section.pop("title", "Section")), *steps, **section), **more)


def written(document: Document) -> str:
    return guide_markdown.page(document, site(document), "../")


def shown(document: Document) -> str:
    """The file as HTML: what a reader of Markdown sees."""
    return str(PARSER.render(written(document)))


def step(do: str = "Do it.", info: str | None = None, number: str = "1", **more: object) -> Step:
    return W.step(f"s.a{number}", do, number, info, **more)


def text(value: str) -> Text:
    return W.text("x", value)


# --- texts of paragraphs


@pytest.mark.parametrize("name", ["expect", "if_not"])
@pytest.mark.parametrize(
    ("value", "first"),
    [(LIST, "<ul>"), ("1. one", "<ol>"), (FENCE, "<pre>"), (TABLE, "<table>"), ("> q", "<blockquote>")],
)
def test_a_label_stands_before_a_block_not_in_its_first_line(name: str, value: str, first: str) -> None:
    label = {"expect": "Expected result:", "if_not": "If it did not work:"}[name]
    assert f"<p><strong>{label}</strong></p>\n{first}" in shown(guide(step(**{name: text(value)})))


def test_a_label_stands_in_the_line_of_a_single_paragraph() -> None:
    assert "<strong>Expected result:</strong> All is\nwell.</p>" in shown(guide(step(expect=text("All is\nwell."))))


@pytest.mark.parametrize("state", [State.MISSING, State.STALE])
@pytest.mark.parametrize("value", [FENCE, LIST, TABLE, "One.\n\nTwo.", "~~~\nopen"])
def test_the_note_on_the_language_of_a_text_of_blocks_is_a_paragraph_of_its_own(state: State, value: str) -> None:
    told = {State.MISSING: "not translated", State.STALE: "translation out of date"}[state]
    body = (Prose("i", W.text("x", value, state, "ru")),)
    assert f"\n<p><em>({told})</em></p>\n" in shown(guide(step(body=body)))


@pytest.mark.parametrize("mark", ["```", "~~~", "`````bash"])
def test_an_open_fence_ends_with_its_text(mark: str) -> None:
    page = shown(guide(step(info=f"{mark}\ncode\n\n  more"), step("Next.", number="2")))
    assert "code\n\n  more\n</code></pre>" in page
    assert "<strong>Next.</strong>" in page


@pytest.mark.parametrize(
    "value",
    [
        FENCE,
        TABLE,
        "~~~ yaml\na: `b`\n\n\n\n```\n~~~",
        "```` x\n```\n````",
        "~~~ a`b\n```\n~~~",
        "one  \ntwo\\\nthree",
        "    indented\n\n\n    code",
        "3. three\n4. four\n   - inner\n\n     loose",
        "99. a\n100. b\n\n     c",
        "* a\n\n- b\n+ c",
        "1) a\n\n1. b",
        "- \n\n\n- after an empty item",
        "> quote\n> - list\n>\n> ```\n> code\n> ```",
        "___\n\n- ---",
        "1\\. no list\n\\# no heading\n\\> no quote\n\\- no item\n\\+ none",
        "a \\| b\n\\:-:",
        "a\n\\===",
        "2 \\* 3 \\*\\* 4, \\_a\\_, snake_case, \\~\\~no\\~\\~, \\`x\\`, C:\\\\dir, &amp;amp; &copy; &nbsp;",
        "*a* **b** ***c*** _d_ __e__ **a*b*c**",
        "`a` `` ` `` ``` `` ``` ` a ` ``  ``",
        '[a](https://x.example/a_(b)?c=1&copy;=2 "a \\"title\\"") <https://x.example/> <a@x.example>',
        "Stop\\![a](https://x.example/)",
        "[a *b* `]`](https://x.example/)",
    ],
)
def test_a_text_means_in_its_step_what_it_means_alone(value: str) -> None:
    renderer = html._RENDERER
    alone = renderer.render(prose.blocks(value), html._MARKDOWN.options, html.surroundings("en", html.Way))
    page = shown(guide(step(info=value))).replace("<!-- -->\n", "")
    assert bare(alone) in bare(page)


def bare(page: str) -> str:
    """HTML without the classes of code and the titles of links, and with `<p>` as in any list."""
    return re.sub(r' (class|title)="[^"]*"|</?p>|\n(?=<)|(?<=>)\n', "", page)


@pytest.mark.parametrize("value", ["- of the text", "1. of the text", "+ of the text"])
def test_a_list_at_the_beginning_of_a_text_is_not_taken_in_by_the_one_before_it(value: str) -> None:
    own, chosen = Prose("one", text(value)), Prose("two", text("For some."), (Condition("o", text("Which?"), ()),))
    before = replace(guide(step()), body=(own,))
    for document in (before, guide(step(), after=(own,)), guide(step(), body=(chosen, own))):
        assert re.search(r"<[ou]l>\n<li>of the text</li>\n</[ou]l>", shown(document))


@pytest.mark.parametrize("marker", ["1.", "1)", "-", "*", "+"])
def test_a_list_at_the_end_of_a_text_does_not_take_in_what_follows(marker: str) -> None:
    body = tuple(Prose(name, text(f"{marker} of {name}")) for name in ("one", "two"))
    fields = (W.field("s.a.f", "Label"),)
    subs = (W.step("s.a.b", "Sub.", "1.1"),)
    info = "1. first\n2. second"
    page = shown(guide(step(body=body, fields=fields, steps=subs), step("Next.", number="2"), info=info))
    assert "</ol>\n<!-- -->\n<ol>\n<li>\n<p><strong>Do it." in page
    for words in ("of one", "of two"):
        assert re.search(rf"<li>(<p>)?{words}(</p>)?</li>\n</[ou]l>", page)
    assert re.search(r"<ul>\n<li>(\n<p>)?<strong>Label", page)


def test_raw_html_and_pictures_in_a_text_are_text() -> None:
    page = written(guide(step("Press <b>.", "<div>\n<img src=x>\n\nA <i>word</i> ![alt](x.png).")))
    assert not any(token.type.startswith(("html", "image")) for token in prose.walk(PARSER.parse(page)))
    assert "<i>word</i> alt." in words(page)


# --- texts of one line


OPENINGS = [
    "# a",
    "1. a",
    "1) a",
    "- a",
    "> a",
    "+ a",
    "* a",
    "---",
    "===",
    "***",
    "```a",
    "~~~",
    "| a |",
    "[x]: y",
    "    a",
]


@pytest.mark.parametrize("value", OPENINGS)
def test_a_line_does_not_become_a_block(value: str) -> None:
    page, usual = written(of_lines(value)), written(of_lines("x"))
    assert [token.type for token in PARSER.parse(page)] == [token.type for token in PARSER.parse(usual)]
    assert words(page).count(" ".join(html.plain(text(value)).split())) >= 17


def of_lines(value: str) -> Document:
    """A guide whose texts of one line are all this one."""
    line, choices = text(value), W.choices("c", value)
    warning = W.warning("s.w", WarningKind.NOTE, value, value, value)
    more = {
        "body": (W.figure("s.a.p", "a.png", "Alt", value, [value]),),
        "fields": (W.field("s.a.f", value, value, choices=choices),),
        "warnings": (warning,),
        "conditions": (Condition("o", line, choices),),
        "steps": (W.step("s.a.b", value, "1.1"),),
    }
    return guide(
        step(value, **more),
        summary=line,
        needs=(Need("n", "n", line),),
        options=(Option("o", "o", line, choices),),
        next=(Neighbour("other", line),),
        origin=Origin(line, None),
    )


@pytest.mark.parametrize("value", [" Press Save\n", "\nPress Save", "Press\nSave", "Press Save  \n", "Press  \nSave"])
def test_white_space_around_a_line_and_breaks_in_it_do_not_break_the_bold(value: str) -> None:
    assert re.search(r"<li><strong>Press +Save</strong></li>", shown(guide(step(value))))


@pytest.mark.parametrize(
    "value",
    [
        "Press **Save**",
        "**Save** now",
        "Press **Save**now",
        "**“Save”** now",
        "**Stop!**[a](https://x.example/)",
        "*all*",
        "`code`",
    ],
)
def test_a_step_with_strong_words_is_bold_from_end_to_end(value: str) -> None:
    plain = words(written(guide(step(value))))
    (found,) = re.findall(r"<li>(?:<em>)?<strong>(.*)</strong>(?:</em>)?</li>", shown(guide(step(value))))
    assert "*" not in found
    assert "strong" not in found
    assert html.plain(text(value)) in plain


@pytest.mark.parametrize("value", ["C #", "C ##", "#", "a \\#", "# a"])
def test_a_heading_keeps_the_hash_at_its_end(value: str) -> None:
    page = shown(guide(step(), title=value))
    assert f"<h2>{html.plain(text(value))}</h2>" in page


def test_plain_texts_read_as_written() -> None:
    value = "a*b* [c](d) <i> `e` &amp; ~~f~~ \\ | ![g](h) # ] _i_"
    figure = W.figure("s.a.p", "a.png", value)
    field = W.field("s.a.f", "Label", example=text(value))
    page = written(guide(step(body=(figure,), fields=(field,))))
    (image,) = [token for token in prose.walk(PARSER.parse(page)) if token.type == "image"]
    assert image.content.replace("\\", "") == value.replace("\\", "")
    assert f"Example: {value}" in words(page)


# --- steps


def test_steps_keep_their_numbers_and_what_belongs_to_them_beyond_a_hundred() -> None:
    document = guide(
        *(step(f"Do {n}.", f"Info {n}.\n\n{FENCE}", str(n)) for n in (99, 100, 101)),
        W.step("s.a", "Do 1000.", "1000", steps=(W.step("s.a.b", "Sub.", "1000.1", FENCE),)),
    )
    tokens = PARSER.parse(written(document))
    numbers = [token.info for token in tokens if token.type == "list_item_open" and token.level == 1 and token.info]
    assert numbers == ["99", "100", "101", "1000"]
    assert [token.level for token in tokens if token.type == "fence"] == [2, 2, 2, 4]
    assert "1000.1. Sub." in words(written(document))


def test_a_hazard_between_steps_leaves_their_numbers() -> None:
    warned = step("Two.", number="2", warnings=(W.warning("s.w", WarningKind.DANGER, "Mind.", "Boom.", "Look."),))
    page = shown(guide(step("One."), warned))
    assert '<p>What to do: Look.</p>\n</blockquote>\n<ol start="2">' in page


@pytest.mark.parametrize(
    "code",
    [
        "a",
        "a\n",
        "\n\na\n\n\nb\n\n",
        "  a  \n\t\n\tb",
        "```\n````",
        "~~~",
        "<!-- -->\n",
        "# a\n- b",
        "a\u2028b\x0cc",
        "",
    ],
)
@pytest.mark.parametrize("name", ["", "bash", "a`b", "c\\&amp; d"])
def test_a_listing_is_kept_byte_for_byte(code: str, name: str) -> None:
    one, two = Code("c", "s.a.c", name, code), Code("d", "s.a.b.d", name, code)
    page = written(guide(step(number="100", body=(one,), steps=(W.step("s.a.b", "Sub.", "100.1", body=(two,)),))))
    fences = [token for token in PARSER.parse(page) if token.type == "fence"]
    assert [token.content for token in fences] == [code if code.endswith("\n") or not code else f"{code}\n"] * 2


# --- links


REFERENCES = [
    ("[a](#guide:g) [b](#guide:g-b)", ["g/", "g-b/"]),
    ("[y](<#step:s.a>)", ["guide/#s.a"]),
    ("[y][x] [x]\n\n[x]: #step:s.a", ["guide/#s.a"] * 2),
    ("`](#step:s.a)` [y](#field:s.a.f)", ["guide/#s.a.f"]),
    ("[y](#step:s.a 'title') [z](#section:s)", ["guide/#s.a", "guide/#s"]),
    ("[y](https://x.example/#step:s.a) [n](javascript:x)", ["https://x.example/#step:s.a"]),
]


@pytest.mark.parametrize(("value", "targets"), REFERENCES)
def test_references_lead_to_the_page_and_code_is_left_alone(value: str, targets: list[str]) -> None:
    page = written(guide(step(info=value)))
    assert list(prose.links(PARSER.parse(page)))[1:] == targets  # the first is the page's own address
    assert ("](#step:s.a)" in page) == ("`" in value)


def test_a_reference_into_another_guide_leads_to_its_place_there() -> None:
    page = written(guide(step(info="[y](#guide:other/s.a.f) [z](#guide:other)")))
    assert list(prose.links(PARSER.parse(page)))[1:] == ["other/#s.a.f", "other/"]


def test_a_picture_that_nobody_described_says_so_and_a_decorative_one_says_nothing() -> None:
    nobodys = replace(W.figure("s.a.p", "a.png", None), decorative=False)
    page = written(guide(step(body=(nobodys, W.figure("s.a.q", "b.png", None)))))
    assert "![Picture without a description](guide/a.png)" in page
    assert "![](guide/b.png)" in page


def test_a_heading_is_as_deep_as_its_section() -> None:
    deep = [W.section(f"s{number}", number, step(), number=number) for number in ("1", "1.1", "1.1.1", "2")]
    page = written(W.guide(*deep))
    headings = [token.markup for token in PARSER.parse(page) if token.type == "heading_open"]
    assert headings == ["#", "##", "###", "####", "##"]


def test_what_is_for_one_answer_stands_under_its_condition_once() -> None:
    """Blocks in a row share it; what follows for another answer, or for everybody, is no longer below it."""
    one, two = ((Condition("o", text("Which?"), W.choices("o", answer)),) for answer in ("A", "B"))
    body = (
        Prose("a", text("For A."), one),
        Code("b", "s.a.b", "", "more for A", one),
        Prose("c", text("For B."), two),
        Prose("d", text("For all.")),
    )
    assert "Which? — A.</p>\n<p>For A.</p>\n<pre><code>more for A\n</code></pre>\n</li>" in shown(
        guide(step(body=body))
    )
    assert "Which? — B.</p>\n<p>For B.</p>\n</li>\n</ul>\n<p>For all.</p>" in shown(guide(step(body=body)))


@pytest.mark.parametrize(
    "name", ["a b.png", "a(b.png", "a).png", "a#b.png", "a?b.png", "a%20b.png", "ё.png", "a&amp;b.png"]
)
def test_the_path_of_a_picture_is_a_valid_link(name: str) -> None:
    page = written(guide(step(body=(W.figure("s.a.p", f"images/{name}", "Alt"),))))
    (image,) = [token for token in prose.walk(PARSER.parse(page)) if token.type == "image"]
    assert re.fullmatch(r"[\w./%-]+", str(image.attrs["src"]), re.ASCII)
    assert unquote(str(image.attrs["src"])) == f"guide/images/{name}"


def test_links_of_the_file_at_the_root_lead_down_into_the_folders() -> None:
    figure = W.figure("s.a.p", "images/a.png", "Alt")
    document = guide(
        step(body=(figure, Prose("l", text("[y](#step:s.a) [g](#guide:g)")))),
        category="c",
        next=(Neighbour("other", text("Other [x](#step:s.a)")),),
    )
    place = replace(site(document), categories=(Category("c", text("Category <c>"), None, ()),))
    near = guide_markdown.page(document, place, "../")
    root = llms_text.complete(place)
    assert targets(near) == ["../categories/c/", "guide/images/a.png", "guide/#s.a", "g/", "other.md"]
    assert targets(root) == ["categories/c/", *(f"guides/{name}" for name in targets(near)[1:])]


def targets(page: str) -> list[str]:
    found = [str(token.attrs.get("href") or token.attrs.get("src") or "") for token in prose.walk(PARSER.parse(page))]
    return [target for target in found if target and not target.startswith("https:")]


# --- all of it


def words(page: str) -> str:
    """What a reader sees, on one line, listings left out."""
    pieces = (
        " " if token.type in {"softbreak", "hardbreak", "paragraph_close", "heading_close"} else token.content
        for token in prose.walk(PARSER.parse(page))
        if token.type not in {"inline", "fence", "html_block", "image"}
    )
    return " ".join("".join(pieces).split())


def hostile(value: str) -> Document:
    """A guide in which every text is this one."""
    warning = W.warning("s.w", WarningKind.DANGER, value, value, value, value)
    field = W.field("s.a.f", value, value, choices=W.choices("s.a.f", value), example=text(value))
    conditions = (Condition("o", text(value), W.choices("o", value)),)
    body = (
        Prose("i", text(value)),
        Code("c", "s.a.c", "bash", value),
        W.figure("s.a.p", "a.png", value, value, [value]),
        Prose("j", text(value), conditions),
        Code("d", "s.a.d", "bash", value, conditions),
    )
    more = {"body": body, "fields": (field,), "expect": text(value), "if_not": text(value), "warnings": (warning,)}
    inner = W.step("s.a.b", value, "1.1", **more)
    return guide(
        step(value, steps=(inner,), **more),
        step(value, number="2", **more),
        title=value,
        body=body,
        after=body,
        warnings=(warning,),
    )


def contents(document: Document) -> Iterator[Text | str]:
    """The texts that may not be lost, in reading order; a listing is a `str`."""
    for section in document.sections:
        yield from (block.text for block in section.body if isinstance(block, Code))
        for one in (task for outer in section.steps for task in (outer, *outer.steps)):
            yield from (warning.text for warning in one.warnings)
            yield one.do
            yield from (block.text for block in one.body if isinstance(block, Code))
            yield from (field.label for field in one.fields if not one.steps)
        yield from (block.text for block in section.after if isinstance(block, Code))


CASES = [
    *OPENINGS, "```\nopen", "~~~", "- a\n- b", "1. a", "> q", "a | b\n--- | ---", "<div>", "<!-- x", "`", "**", "[a](b",
    "a\\", "![a", "&lt;", "***a**", "[x]: y\n\n[x]", literal(HOSTILE), HOSTILE,
]  # fmt: skip


@pytest.mark.parametrize("document", [everything(), *map(hostile, CASES)], ids=lambda document: document.sections[0].id)
def test_every_step_label_hazard_and_listing_is_there_in_order(document: Document) -> None:
    page = written(document)
    listings = iter([token.content for token in PARSER.parse(page) if token.type == "fence"])
    rest = words(page)
    for one in contents(document):
        if isinstance(one, str):
            assert any(content.removesuffix("\n") == one.removesuffix("\n") for content in listings), one
        else:
            before, found, rest = rest.partition(" ".join(html.plain(one).split()))
            assert found, (one, before)


@pytest.mark.parametrize("document", [everything(), *map(hostile, CASES)], ids=lambda document: document.sections[0].id)
def test_a_file_is_stable_and_tidy(document: Document) -> None:
    page = written(document)
    assert page == written(document)
    assert page.endswith("\n")
    fenced = {line for token in PARSER.parse(page) if token.type == "fence" for line in range(*token.map)}
    lines = page.split("\n")
    outside = [number for number, line in enumerate(lines[:-1]) if number not in fenced]
    assert not [lines[number] for number in outside if lines[number] != lines[number].rstrip()]
    assert not [number for number in outside if not lines[number] and not lines[number + 1]]
