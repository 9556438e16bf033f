"""The social card: the picture that a messenger or a network shows with a link to a page, 1200 × 630 pixels.

`data` says what stands on it, `templates/card/` how it looks; `drawer` joins the two.
"""

from stepsheet.render.card.data import PATH, Card, of_guide, of_site
from stepsheet.render.card.drawer import HEIGHT, WIDTH, Drawer

__all__ = ["HEIGHT", "PATH", "WIDTH", "Card", "Drawer", "of_guide", "of_site"]
