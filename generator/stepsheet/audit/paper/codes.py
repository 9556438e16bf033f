"""QR codes on a sheet, drawn as a printer would and read by a decoder that knows nothing of who made them (ZXing)."""

import pypdfium2
import zxingcpp

from stepsheet.audit.paper.shapes import Box

_SCALE = 2.5  # pixels to the point: a module is at least 0.5 mm, 3.5 pixels
_LEAST = 30.0  # points: a smaller picture is no code
_ODD = 0.1  # the sides of a code's drawing differ by some of its modules
_QUIET = 6.0  # points of paper around the picture


def said(page: pypdfium2.PdfPage, place: Box) -> str | None:
    """What a code at a place says, empty when there is none to read; None when the place is no square."""
    left, bottom, right, top = place
    across, high = right - left, top - bottom
    if min(across, high) < _LEAST or abs(across - high) > _ODD * across:
        return None
    width, height = page.get_size()
    crop = (left - _QUIET, bottom - _QUIET, width - right - _QUIET, height - top - _QUIET)
    bitmap = page.render(scale=_SCALE, crop=tuple(max(side, 0) for side in crop), grayscale=True)
    try:
        found = zxingcpp.read_barcodes(bitmap.to_pil(), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    finally:
        bitmap.close()
    return found[0].text if found else ""
