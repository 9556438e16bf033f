"""Texts that no author would think of, as strategies: a line, prose and a plain text."""

from hypothesis import strategies as st

from stepsheet.model.text import Kind

MARKUP = (
    *("*", "**", "_", "__", "***", "`", "``", "~~", "==", "^^", "++", "--", "\\", "|", "#", "##", ">", "-", "+", "1."),
    *("[x](https://e.example/a_b?c=1&d=(2))", "[y](#step:s.one)", "<https://e.example/?q=*a*&copy>", "[", "](", "!["),
    *("{{ 7*7 }}", "{% raw %}", "{% endraw %}", "{# c #}", "${x}", "{ .x }", "{#anchor}", "{: .x }", "[TOC]", "[^1]"),
    *("<", "</ p>", "<1>", "<!", "&amp;", "&lt;b&gt;", "&#42;", "&copy", "&nbsp;", "&", "<", "'"),
    *('"', "***b***", "**a**", "*a*", "`c`", "a_b_c", "***", "---", "===", "```", "~~~", ":::", "!!! note", "??? x"),
    *(
        "--8<-- 'x'",
        "*[API]: x",
        "[1]: https://e.example",
        "$x$",
        "$$",
        ":smile:",
        "@me",
        "#1",
        "\\*",
        "\\\\",
        "http://e.example",
    ),
)
SCRIPTS = (
    *("слово", "Ёжик", "word", "naïve", "e\u0301", "и\u0306", "\u0440\u0301", "ﬁn", "ǅ", "ẞ", "İı", "K", "½", "™"),
    *("שלום", "مرحبا", "אב-12", "\u202dx\u202c", "\u2067abc\u2069", "\u200fa", "a\u200e", "\u061cx", "(א)", "العدد ١٢"),
    *(
        "👍🏽",
        "👨\u200d👩\u200d👧",
        "🇫🇷",
        "1️⃣",
        "❤️",
        "☂\ufe0e",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "🫠",
    ),
    *(
        "a\u200bb",
        "a\u200db",
        "a\u200cb",
        "a\u2060b",
        "a\ufeffb",
        "a\u00adb",
        "a\u00a0b",
        "a\u2009b",
        "a\u202fb",
        "\u3000x",
        "\u2028",
        "\u2029",
    ),
    *("中文", "日本語", "한국어", "ไทย", "हिन्दी", "Việt", "x\u0338", "≠", "a" + "\u0301" * 9, "\ufffd"),
)
REFUSED = ("\x00", "\x03", "\x0b", "\x0c", "\x1f", "\x7f", "\x85", "\ue000", "\uffff", "<b>", "\u2815", "\n")
BLOCKS = (
    *(
        "- {}\n- {}",
        "1. {}\n2. {}",
        "7) {}\n\n8) {}",
        "> {}\n> {}",
        "```\n{}\n{}\n```",
        "    {}",
        "| a | b |\n|---|:-:|\n| {} | {} |",
    ),
    *(
        "{}\n{}",
        "{}  \n{}",
        "{}\\\n{}",
        "- {}\n\n  {}",
        "> - {}\n>   1. {}",
        "---",
        "~~~ py\n{}\n~~~",
        "* {}\n    * {}",
    ),
)

_pieces = st.one_of(
    st.sampled_from(MARKUP),
    st.sampled_from(SCRIPTS),
    st.text(st.characters(max_codepoint=0x52F, exclude_categories=["Cs", "Cn", "Cc"]), min_size=1, max_size=6),
    st.text(st.characters(exclude_categories=["Cs", "Cn", "Co"]), min_size=1, max_size=2),
    st.text(st.sampled_from(" !\"#$%&'()*+,-./0123456789:;<=>?@ABCabc[\\]^_`{|}~"), min_size=1, max_size=8),
)


def lines(most: int = 6) -> st.SearchStrategy[str]:
    """One line of anything, blanks inside it only."""
    parts = st.lists(st.tuples(_pieces, st.sampled_from(["", " ", " ", "  "])), min_size=1, max_size=most)
    joined = parts.map(lambda found: "".join(piece + gap for piece, gap in found))
    return joined.map(lambda text: text.strip(" \t\r\n")).filter(bool)


@st.composite
def prose(draw: st.DrawFn) -> str:
    """Blocks of anything."""
    blocks = draw(st.lists(st.one_of(lines(), st.sampled_from(BLOCKS)), min_size=1, max_size=4))
    filled = [block.format(draw(lines(3)), draw(lines(3))) if block in BLOCKS else block for block in blocks]
    return draw(st.sampled_from(["\n\n", "\n\n", "\n"])).join(filled)


OF = {Kind.LINE: lines(), Kind.PROSE: prose(), Kind.PLAIN: lines()}
