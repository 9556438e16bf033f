"""Files that are made to break a reader: bytes changed at random, and shapes made to be slow or large."""

import random
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

LIMIT = 1_000_000  # bytes: below what a file may have
SCRAPS = (
    *(
        b"\t",
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\r",
        b"\xc2\x85",
        b"\xe2\x80\xa8",
        b"\x1b",
        b"\n---\n",
    ),
    *(
        b"&a",
        b"*a",
        b"<<: *a",
        b"!!python/name:os",
        b"!",
        b"|",
        b">-",
        b"'",
        b'"',
        b"[",
        b"{",
        b"}",
        b"]",
        b": ",
        b"- ",
    ),
    *(
        b"? ",
        b"#",
        b"%YAML 1.2\n",
        b"...",
        b"~",
        b"\\",
        b"@",
        b"`",
        b"9" * 400,
        b"-.inf",
        b"0x",
        b"\n    " * 3,
        b"null",
    ),
)


def mutants(data: bytes, seed: int, count: int) -> Iterator[bytes]:
    """A file with a few of its bytes, lines and blocks changed, always the same for a seed."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    for _ in range(count):
        made = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            _change(made, chance)
        yield bytes(made)


def _change(made: bytearray, chance: random.Random) -> None:
    at, end = sorted(chance.randrange(len(made) + 1) for _ in range(2))
    match chance.randrange(6):
        case 0:
            made[at:at] = chance.choice(SCRAPS)
        case 1:
            del made[at : at + chance.randint(1, 30)]
        case 2:
            made[at : at + 1] = bytes([chance.randrange(256)])
        case 3:
            made[at:at] = made[at : min(end, at + 400)]
        case 4:
            made[at:] = b""
            made += chance.choice(SCRAPS)
        case _:
            lines = made.split(b"\n")
            chance.shuffle(lines)
            made[:] = b"\n".join(lines)
    made += b" " if not made else b""


def filled(piece: str, size: int = LIMIT) -> bytes:
    """A piece as often as it fits."""
    return (piece * (size // len(piece.encode()))).encode()


ANCHORS = "".join(
    f"k{n}: &a{n} {{<<: [{', '.join(f'*a{one}' for one in range(max(0, n - 9), n))}]}}\n" for n in range(40)
)
GUIDE = "title: T\nsummary: S.\nneeds: none\nsections:\n  - {id: s, title: S, steps: [{id: d, do: Do.}]}\n"
STEP = "{id: d, do: Do.},"

SHAPES: dict[str, bytes] = {
    "brackets": filled("["),
    "braces": filled("{a: "),
    "dashes": filled("- "),
    "questions": filled("? "),
    "an indented stair": "\n".join(" " * n + "a:" for n in range(1400)).encode(),
    "one giant key": b"a" * (LIMIT - 10) + b": b",
    "one giant quoted key": b'"' + b"a" * (LIMIT - 10) + b'": b',
    "one giant text": b"title: " + b"a " * (LIMIT // 2 - 10),
    "one giant text of marks": b"title: '" + b"*_`[" * (LIMIT // 4 - 10) + b"'",
    "one giant number": b"title: " + b"9" * (LIMIT - 20),
    "numbers of a giant level": b"sections: [{id: a, title: A, level: " + b"9" * 100_000 + b"}]",
    "many keys": "".join(f"k{n}: v\n" for n in range(90_000)).encode()[:LIMIT],
    "many equal keys": b"title: T\n" * 50_000,
    "many quoted duplicates": b"{" + b'"a": 1,' * 50_000 + b"}",
    "many anchors": "".join(f"- &a{n} x\n" for n in range(70_000)).encode(),
    "merge bomb": ANCHORS.encode(),
    "alias bomb": b"a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n",
    "many documents": filled("---\na: b\n"),
    "many comments": filled("#\n"),
    "many line ends": filled("\n"),
    "many carriage returns": filled("\r"),
    "tabs": filled("\t"),
    "zeros": bytes(LIMIT),
    "letters of a broken encoding": b"\xff\xfe" * 1000,
    "half a letter": b"title: \xd0",
    "surrogates": b"title: \xed\xa0\x80\xed\xb0\x80",
    "an escaped surrogate": b'title: "\\uD800"',
    "an escape beyond Unicode": b'title: "\\UFFFFFFFF"',
    "UTF-16": "title: Визит\n".encode("utf-16"),
    "UTF-32": "title: Визит\n".encode("utf-32"),
    "marks of order": b"\xef\xbb\xbf" * 1000 + b"title: T",
    "an open quote": b'title: "' + b"a\n" * 400_000,
    "an open block": b"title: |9\n" + b" a\n" * 300_000,
    "a directive": b"%YAML 9.9\n" + b"%TAG ! x\n" * 50_000 + b"---\na: b",
    "an unknown tag": filled("- !x y\n"),
    "nearly too many keys": "".join(f"k{n}: v\n" for n in range(14_900)).encode(),
    "nearly too many unknown keys": GUIDE.encode() + "".join(f"k{n}: v\n" for n in range(14_900)).encode(),
    "nearly too many sections": (GUIDE + "  - {id: s, title: S}\n" * 5_900).encode(),
    "nearly too many good sections": (
        GUIDE + "".join(f"  - {{id: s{n}, title: S, info: A}}\n" for n in range(4_200))
    ).encode(),
    "nearly too many steps": (
        GUIDE[: GUIDE.index("{id: d")] + "".join(f"{{id: d{n}, do: Do.}}, " for n in range(5_900)) + "]}\n"
    ).encode(),
    "nearly too many wrong ids": (GUIDE + "  - {id: Ä Ä, title: S}\n" * 5_900).encode(),
    "nearly too many tags": GUIDE.encode() + b"tags: [" + b"a," * 29_900 + b"]\n",
    "nearly too many options": GUIDE.encode() + b"options: [" + b"{id: o, ask: A}," * 5_900 + b"]\n",
    "many steps": f"{GUIDE[: GUIDE.index('{id: d')]}{STEP * 50_000}]}}]\n".encode()[:LIMIT],
    "many unknown keys": GUIDE.encode() + "".join(f"k{n}: v\n" for n in range(60_000)).encode(),
    "many sections": (GUIDE + "  - {id: s, title: S}\n" * 40_000).encode(),
    "many wrong ids": (GUIDE + "  - {id: Ä Ä, title: S}\n" * 30_000).encode(),
    "many tags": GUIDE.encode() + b"tags: [" + b"a," * 400_000 + b"]\n",
    "a huge duration": GUIDE.encode() + b"time: P" + b"9" * 100_000 + b"D\n",
    "a huge day": GUIDE.encode() + b"reviewed: " + b"9" * 100_000 + b"-01-01\n",
    "a huge condition": GUIDE.encode() + b"options: [" + b"{id: o, ask: A}," * 50_000 + b"]\n",
    "deep quotations": GUIDE.encode() + b"info: '" + b">" * 20_000 + b" a'\n",
    "deep lists": GUIDE.encode() + b"info: '" + b"- " * 9_900 + b"a'\n",
    "deep brackets": GUIDE.encode() + b"info: '" + b"[" * 19_900 + b"'\n",
    "deep emphasis": GUIDE.encode() + b"info: '" + b"*a **b " * 2_800 + b"'\n",
    "wide tables": GUIDE.encode()
    + b"info: |-\n  "
    + b"|a" * 3_000
    + b"|\n  "
    + b"|-" * 3_000
    + b"|\n"
    + b"  |x\n" * 1_900,
    "open links": GUIDE.encode() + b"info: '" + b"[a](<b" * 3_300 + b"'\n",
    "backticks": GUIDE.encode() + b"info: '" + b" ".join(b"`" * n for n in range(1, 190)) + b"'\n",
    "entities": GUIDE.encode() + b"info: '" + b"&#9999999;&AMP" * 1_400 + b"'\n",
    "many marks on a letter": GUIDE.encode() + b"info: 'e" + "\u0301".encode() * 9_900 + b"'\n",
    "many different letters": GUIDE.encode() + f"info: '{''.join(map(chr, range(0x4E00, 0x6000)))}'\n".encode(),
}


def svg(inside: str, head: str = "") -> bytes:
    """An SVG file."""
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'.encode()


TEN_LAUGHS = ("ha", *(f"&l{n};" * 10 for n in range(11)))
LAUGHS = "".join(f'<!ENTITY l{n} "{laughs}">' for n, laughs in enumerate(TEN_LAUGHS))
MANY = " ".join(f"a{n}='x'" for n in range(80_000))
TEN_USES = ("<path/>", *(f"<use href='#g{n}'/>" * 10 for n in range(11)))
USES = "".join(f'<g id="g{n}">{uses}</g>' for n, uses in enumerate(TEN_USES))


def png(width: int, height: int, data: bytes) -> bytes:
    """A PNG of grey, its pixels as given."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(data, 9)), (b"IEND", b""))
    made = (
        struct.pack(">I", len(part)) + kind + part + struct.pack(">I", zlib.crc32(kind + part)) for kind, part in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


def text_bomb(megabytes: int) -> bytes:
    """A PNG with a compressed comment that is large when it is read."""
    made = png(1, 1, b"\0\0")
    part = b"Comment\0\0" + zlib.compress(b"a" * megabytes * 1_000_000, 9)
    chunk = struct.pack(">I", len(part)) + b"zTXt" + part + struct.pack(">I", zlib.crc32(b"zTXt" + part))
    return made[:33] + chunk + made[33:]


PICTURES: dict[str, tuple[str, bytes]] = {
    "a billion laughs": ("a.svg", svg("<text>&l11;</text>", f"<!DOCTYPE svg [{LAUGHS}]>")),
    "an external entity": (
        "a.svg",
        svg("<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ),
    "a tower of uses": ("a.svg", svg(USES)),
    "a use of itself": ("a.svg", svg('<g id="a"><use href="#a"/></g>')),
    "many uses": ("a.svg", svg("<use href='#a'/>" * 60_000)),
    "elements that are deep": ("a.svg", svg("<g>" * 100_000)),
    "many attributes": ("a.svg", svg(f"<g {MANY}/>")),
    "one long attribute": ("a.svg", svg(f'<path d="{"M0 0 " * 190_000}"/>')),
    "many outside references": ("a.svg", svg(f'<path style="{"url(" * 200_000}"/>')),
    "a long style": ("a.svg", svg(f"<style>{'url(' * 200_000}</style>")),
    "many words": ("a.svg", svg("<text>a</text>" * 60_000)),
    "a huge view box": ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e999 9"></svg>'),
    "digits of a view box": (
        "a.svg",
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{"9" * 300_000}" height="9"/>'.encode(),
    ),
    "UTF-16 as SVG": ("a.svg", svg("").decode().encode("utf-16")),
    "a picture of 50 million pixels": ("a.png", png(7_000, 7_000, bytes(7_001 * 7_000))),
    "a picture that claims to be huge": ("a.png", png(2**31 - 1, 2**31 - 1, b"")),
    "a picture with a large comment": ("a.png", text_bomb(200)),
    "an animation": ("a.webp", b"RIFF\xff\xff\xff\xffWEBPVP8X" + bytes(40)),
    "a picture of nothing": ("a.jpg", b"\xff\xd8\xff\xe0" + b"\xff" * 100_000),
}


def originals(content: Path) -> dict[str, bytes]:
    """The files of a real project by their path in it."""
    wanted = (path for path in sorted(content.rglob("*")) if path.suffix in {".yml", ".md", ".svg"})
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in wanted}
