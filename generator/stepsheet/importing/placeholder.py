"""What stands where a picture could not be had."""

from xml.sax.saxutils import escape


def svg(name: str, reason: str) -> bytes:
    """An SVG that says which picture is missing and why; the same bytes for the same words."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="240" viewBox="0 0 640 240">'
        '<rect x="1" y="1" width="638" height="238" fill="#f4f4f4" stroke="#767676" stroke-dasharray="8 6"/>'
        f'<text id="name" x="32" y="112" font-size="20" fill="#333333">{escape(name)}</text>'
        f'<text id="reason" x="32" y="148" font-size="16" fill="#555555">{escape(reason)}</text></svg>\n'
    ).encode()
