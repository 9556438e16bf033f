"""Guides that people have already, brought in: source files → space → block trees → drafts → content, with a ledger.

A space is read by an importer (`importers/`), a page is parsed into a block tree (`markup/`), the tree is understood
(`classify/`), written (`writing/`) and accounted for (`ledger/`). Whatever is not in the result is an `Entry`.
"""
