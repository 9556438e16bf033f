"""The code that leads from the paper back to the page."""

import io
from functools import lru_cache
from typing import Any

import segno

# ISO/IEC 18004: level M restores 15 % of the code; four modules of white around it.
_LEVEL = "m"
QUIET = 4


def code(address: str) -> segno.QRCode:
    """The QR code of an address."""
    return segno.make_qr(address, error=_LEVEL, boost_error=False)


@lru_cache(maxsize=256)  # the same on each paper, and dear to compute: 4 ms
def drawing(address: str) -> dict[str, Any]:
    """The code as an SVG without measures of its own; `modules` is its width without the white around it."""
    made, buffer = code(address), io.BytesIO()
    made.save(buffer, kind="svg", border=QUIET, omitsize=True, xmldecl=False, svgns=True, nl=False)
    return {"svg": buffer.getvalue().decode(), "modules": made.symbol_size(border=0)[0], "quiet": QUIET}
