"""Drafts become content: trees become Markdown that says the same, addresses become references, data becomes files."""
