"""Stepsheet: step-by-step guides as YAML, turned into a localized website and printable checklists."""

__version__ = "0.1.0"
