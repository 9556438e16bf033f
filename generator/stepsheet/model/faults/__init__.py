"""What can be wrong with the shape of a guide: one module for each code.

A module names the pydantic error types it explains (`TYPES`) and turns each into a diagnostic in the author's words.
"""
