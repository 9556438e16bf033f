"""Catalogs and the people who fill them: what is left, catalogs in step with the guides, files for translators' tools.

A catalog is edited as text, by the places of its entries: what a person wrote is never written anew.
"""
