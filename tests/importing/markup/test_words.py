"""No word vanishes, and no page takes long, whatever stands on it: pages made of pieces in any order."""

import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from stepsheet.diagnostics import Source
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.markup import parse
from stepsheet.importing.tree import Page, walk

PIECES = (
    """
{% hint style="info" %}|{% endhint %}|{% tabs %}|{% endtabs %}|{% tab title="@" %}|{% endtab %}|{% stepper %}|{% step %}
{% endstep %}|{% endstepper %}|{% code title="@" %}|{% endcode %}|{% content-ref url="@" %}|{% endcontent-ref %}
{% embed url="@" %}|{% endembed %}|{% file src="@" %}|{% novelty a="@" %}|{% endnovelty %}|{% if @ %}|{% else %}
{% endif %}|{% raw %}|{% endraw %}|{%|%}|<details>|</details>|<summary>|</summary>|<table>|</table>|<tr>|</tr>|<td>
</td>|<th>@</th>|<ul>|</ul>|<ol>|</ol>|<li>|</li>|<p>|</p>|<div>|</div>|<figure>|</figure>|<figcaption>|</figcaption>
<h2>|</h2>|<dl>|</dl>|<dt>|</dt>|<dd>|</dd>|<blockquote>|</blockquote>|<pre>|</pre>|<code>|</code>|<b>|</b>
<a href="@">|</a>|<mark>|<@>|</@>|<img src="@">|<br>|<hr>|<!-- @ -->|<!--|-->|<script>|</script>|<picture>|</picture>
<select>|<option>|<i class="fa-key">|</i>|**|*|_|`|``|~~|[|](@)|![|](<@ @>)|[@]: @|[^1]|[^1]: |\\|$$|&amp;|&|<|>
https://@.example|@|@|@|@|@|@ @ @|@. |@: |"|'
""".strip()
    .replace("\n", "|")
    .split("|")
)
STARTS = """
|||# |* |1. |  |   |    |> || |- [ ] |: |::: tip |```text |!!! note |---|===
""".strip("\n").split("|")
WORD = re.compile("w[0-9]+x")


def soup(seed: int) -> str:
    """A page of marks and numbered words."""
    dice = random.Random(seed)  # noqa: S311 - a die, not a secret
    number = 0
    lines = []
    for _ in range(dice.randint(1, 30)):
        line = dice.choice(STARTS) + " ".join(dice.choice(PIECES) for _ in range(dice.randint(0, 5)))
        while "@" in line:
            line = line.replace("@", f"w{number}x", 1)
            number += 1
        lines.append(line)
    return "\n".join(lines)


def strings(value: Any) -> Iterator[str]:
    """Every text in a tree."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (key, *strings(inner))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def read(text: str, flavour: Flavour) -> Page:
    return parse(Source(Path("page.md"), "page.md", text), flavour)


@pytest.mark.parametrize("flavour", Flavour)
@pytest.mark.parametrize("seed", range(20))
def test_every_word_is_in_the_tree_or_in_a_repair(seed: int, flavour: Flavour) -> None:
    for each in range(40):
        text = soup(40 * seed + each)
        found = {word for string in strings(read(text, flavour)) for word in WORD.findall(string)}
        lost = sorted(set(WORD.findall(text)) - found)
        assert not lost, f"lost {lost} of\n{text}"


@pytest.mark.parametrize("flavour", Flavour)
def test_no_word_of_a_text_is_said_twice(flavour: Flavour) -> None:
    for seed in range(300):
        text = soup(seed)
        counted = Counter(word for string in strings(read(text, flavour)) for word in WORD.findall(string))
        # An address may be its own words, and a value may be a title and its source.
        twice = [word for word, times in counted.items() if times > 1 and not re.search(rf'["(<@/]{word}', text)]
        assert not twice, f"{twice} twice of\n{text}"


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "![", "[a](", "**a ", "*a _b ", "`", "<", "<a ", "<a>", "<b>", "<div>", "<details>\n\n", "</details>"),
        *(
            "<table><tr><td>",
            "<ul><li>",
            "<!--",
            "<!--\n",
            "<?",
            "<![CDATA[",
            "<select><option>",
            "<summary>",
            "x <title> ",
        ),
        *("{%", "{% hint %}\n", "{% tabs %}\n", "{% embed url='a' %}\n", '{% hint "', "{% endhint %}\n", "{% if %}"),
        *(">", "> ", "- ", "- *\n", "1. ", "|", "&#x430;", "&", "\\", "$$", "$$a\n", "[^1]", "[a]: b\n", "a\n: b\n\n"),
        *(
            "\r",
            "\x00",
            "a\u200b",
            "https://a.b/)",
            "![](a.png)\n",
            "a ",
            "a\n",
            "---\n",
            ":::",
            "::: a\n",
            "!!! a\n",
            "{.a",
        ),
    ],
)
def test_a_long_line_of_anything_is_read_in_linear_time(piece: str) -> None:
    text = piece * (43_000 // len(piece))
    before = time.process_time()
    for flavour in Flavour:
        page = read(text, flavour)
        assert sum(1 for _ in walk(page.blocks)) >= 0
        assert repr(page)
    assert time.process_time() - before < 10


def test_a_deep_page_is_a_tree_that_can_be_walked() -> None:
    for opened in ("{% tabs %}\n{% tab %}\n", "<ul><li>", "<blockquote>\n\n", "> ", "- ", "<b><i>", "*a **b "):
        page = read(opened * 2000 + "word", Flavour.GITBOOK)
        assert "word" in repr(page.blocks)
        assert len(list(walk(page.blocks))) < 200
