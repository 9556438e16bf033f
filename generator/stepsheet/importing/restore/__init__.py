"""Exported guides come back: a page and the skeleton beside it become the guide that was exported.

A page that nobody has touched gives its guide to the byte. Otherwise both pages, as it was written and as it is, are
taken apart (`atoms`), laid beside each other (`matching`), and the texts that differ are taken from the page (`slots`).
Where the difference is more than texts, the page is imported as any other (`run` says why).
"""
