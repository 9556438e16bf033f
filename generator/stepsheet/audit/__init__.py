"""Checks on the built files: what the reader holds against what the author wrote.

Nothing here asks the renderers what they meant to write. The claims come straight from the guides and their catalogs,
the evidence from the files on disk, by readers of their own: so that a fault of the one does not hide in the other.
"""
