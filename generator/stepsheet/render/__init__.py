"""Localized guides become files: one module in `outputs/` for each kind."""
