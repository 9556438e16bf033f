"""The accounts of an import: whether everything of a source is in the result or in the report.

The ledger reads what stands in the files, before and after, with a scanner of its own. It knows nothing of how a page
was parsed, understood or written: a mistake made there cannot be made here again.
"""
