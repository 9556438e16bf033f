"""The ledger's own reader: what is a word, a link, a picture, a listing, and what is none; no alarm without a loss."""

import pytest

from stepsheet.importing.ledger.scanner import scan

from .pair import ledger, lost

FIGURE = (
    '<figure><picture><source srcset="d.png" media="(prefers-color-scheme: dark)"><img src="l.png" alt="A"></picture>'
)
CARDS = (
    '<table data-view="cards"><tr><td>Start here</td><td><a href="menu 1.png">menu 1.png</a></td>'
    '<td><a href="start.md">start.md</a></td></tr></table>'
)


def page_words(text: str) -> str:
    return " ".join(word for word, _ in scan(text).words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One two, three-four.", "One two three four"),
        ("**Bo**ld, _it_alic, ~~st~~ruck, `co`de", "Bold italic struck code"),
        ("un<b>believ</b>able and<br>apart<td>cell", "unbelievable and apart cell"),
        ("snake_case a*b a\\*b a[0] C:\\dir", "snakecase ab ab a0 C dir"),
        ("&#x41;&#1041; &amp; &lt;b&gt; caf&eacute;", "AБ b café"),
        ("設定を開く API", "設 定 を 開 く API"),
        ("नमस्ते دنیا e\u0301te\u0301", "नमस्ते دنیا e\u0301te\u0301"),
        ("zero\u200bwidth soft\u00adhyphen", "zerowidth softhyphen"),
        ("1. First\n2) Second\n  10. Tenth\n> 3. Third", "First Second Tenth Third"),
        ("1\\. First\n## 2. Second\nin 2024. Then", "1 First 2 Second in 2024 Then"),
        ("- [ ] Open\n- [x] Done", "Open Done"),
        ("| A | B |\n|---|:-:|\n| c | `d` |", "A B c d"),
        ("# Title {#anchor}\n\nText {: .wide }", "Title Text"),
        ("<your-key> and <b>c</b> <!-- said d -->", "said d your key and c"),
        ('{% hint style="info" %}\nA\n{% endhint %}', "A"),
        ('{% tab title="Mac OS" %}{% endtab %}{% code title="a.py" lineNumbers="true" %}', "Mac OS a py"),
        ('{% swagger method="get" path="/a" %}', "get a"),
        ('{% @vendor/thing flowId="x1" url="https://v.example/x1" %}', ""),
        ('!!! note "A title"\n    Text\n=== "A tab"\n::: warning\nB\n:::', "A title Text A tab B"),
        ("> [!NOTE]\n> A\n\n> \\[!TIP]\n> B", "A B"),
        ('[A](b.md "C D") [E](f.md "mention") ![G](h.png "I")', "A C D E G I"),
        ("[A][ref] and [ref]\n\n[ref]: https://x.example/ 'T'", "A and ref"),
        ("https://x.example/a. <https://y.example>", ""),
        ("`https://x.example` <code>https://y.example</code>", "https x example https y example"),
        ('<img src="a.png" alt="B c"><a href="d.md">e</a>', "B c e"),
    ],
)
def test_words_are_what_is_read(text: str, words: str) -> None:
    assert page_words(text) == words


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[A](https://x.example/a_(b)?c=1&d=2)", ["https://x.example/a_(b)?c=1&d=2"]),
        ("[A](<b c.md>) [B]( ./d%20e.md 'T' )", ["b c.md", "./d e.md"]),
        ("[https://x.example](https://x.example/) <https://x.example/>", ["https://x.example"] * 2),
        ("see https://x.example/a_b), or (https://y.example).", ["https://x.example/a_b", "https://y.example"]),
        ("https://x.example/путь", ["https://x.example"]),
        ('<a href="b.md">c</a> <a href="#x" id="x"></a>', ["b.md"]),
        ('{% content-ref url="b.md" %}\n[b.md](b.md)\n{% endcontent-ref %}', ["b.md"]),
        ('{% embed url="https://v.example/?a=1&amp;b=2" %}', ["https://v.example/?a=1&b=2"]),
        ("[A][r]\n\n[r]: <b.md>", ["b.md"]),
        ("`[A](b.md)` \\[A](b.md)", []),
        ("![A [b](c.md)](d.png)", []),
        ('<iframe src="https://v.example/"></iframe>', ["https://v.example"]),
    ],
)
def test_links_are_what_leads_somewhere(text: str, links: list[str]) -> None:
    assert [to for to, _ in scan(text).links] == links


@pytest.mark.parametrize(
    ("text", "pictures"),
    [
        ("![](<a (1).png>) ![B](c%20d.png)", ["a (1).png", "c d.png"]),
        (FIGURE, ["d.png", "l.png"]),
        (CARDS, ["menu 1.png"]),
        ('<img srcset="a.png 2x, b.png 3x">', ["a.png"]),
        ("`![](a.png)`", []),
    ],
)
def test_pictures_are_what_is_shown(text: str, pictures: list[str]) -> None:
    assert [src for src, _ in scan(text).pictures] == pictures


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("a\n```bash\nb\n\n  c\n```\nd", ["b\n\n  c"], "a d"),
        ("~~~\n```\n~~~\na", ["```"], "a"),
        ("````\n```\nb\n```\n````\na", ["```\nb\n```"], "a"),
        ("> ```\n> b\n> ```\n> a", [" b"], "a"),
        ("> ```\n> b\na", [" b"], "a"),
        ("1. a\n\n   ```\n   b\n   ```\n2. c", ["   b"], "a c"),
        ("- a\n\n  ```\n  b\n\nc", ["  b\n"], "a c"),
        ("- ```\n  b\n  ```\n- c", ["  b"], "c"),
        ("```\nb", ["b"], ""),
        ("```a`b```", [], "ab"),
        ("{% raw %}`{% hint %}`", [], "hint"),
    ],
)
def test_listings_are_what_stands_between_fences(text: str, code: list[str], words: str) -> None:
    found = scan(text)
    assert [listing for listing, _ in found.code] == code
    assert " ".join(word for word, _ in found.words) == words


def test_front_matter_is_titles_and_settings() -> None:
    found = scan('---\ntitle: "A: b"\ndescription: >-\n  C\n  d\nlayout:\n  width: wide\ntags: [e, f]\n---\n\nG\n')
    assert [[word for word, _ in text] for text in found.repeats] == [["A", "b"], ["C", "d"]]
    assert [(setting.key, setting.words, setting.line) for setting in found.settings] == [
        ("layout", ["width", "wide"], 6),
        ("tags", ["e", "f"], 8),
    ]
    assert found.words == [("G", 11)]


def test_marked_blocks_are_counted_with_their_lines() -> None:
    text = '{% hint %}\nA\n{% endhint %}\n{% tab title="B" %}\n> [!NOTE]\n> C\n\n!!! tip\n??? note "D"\n::: info\n:::\n'
    assert scan(text).blocks == [("hint", 1), ("tab", 4), ("hint", 5), ("hint", 8), ("hint", 9), ("hint", 10)]


@pytest.mark.parametrize(
    ("page", "guide"),
    [
        ("# A\n\n**Note:**text and **half**word\n", "title: A\ninfo: Note:text and halfword\n"),
        ("# 1. A\n\n* 2\\. B\n", "title: 1. A\ninfo: 2. B\n"),
        ("# A\n\nB <c> \\<d>\n", "title: A\ninfo: B \\<c> \\<d>\n"),
        ("# A\n\n    an indented\n    listing\n", 'title: A\ncode: {text: "an indented\\nlisting"}\n'),
        ("# A\n\n```\nnot --any\nmore\n```\n", "title: A\ninfo: not --any more\n"),
        ("# A\n\n[A](#b) and [C](d.md)\n", "title: A\ninfo: '[A](#section:b) and C'\n"),
        ("# A\n\n<pre><code>b &#x3C;c>\n</code></pre>\n", "title: A\ncode: {text: b <c>}\n"),
        ("# A\n\nab\u00adc d\u200be\n", "title: A\ninfo: abc de\n"),
        ("---\ntitle: A\n---\n\n# A\n", "title: A\n"),
        ("---\ndescription: B c.\n---\n\n# A\n\nB c.\n", "title: A\nsummary: B c.\n"),
        ("# A\n\nB c.\n", "title: A\nsummary: A\ninfo: B c.\n"),
        ("# A\n\nhttps://x.example/путь\n", "title: A\ninfo: '[https://x.example/путь](https://x.example/%D0%BF%D1%83%D1%82%D1%8C)'\n"),
    ],
)  # fmt: skip
def test_the_same_said_otherwise_is_no_loss(page: str, guide: str) -> None:
    links = {"#b": "#section:b", "d.md": None}
    assert [item for item in lost(ledger(page, guide, entries=(), links=links)) if "'d.md'" not in item] == []
