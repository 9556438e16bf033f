"""Diagnostics for eyes and for programs: one reporter is one module in `reporters/`."""
