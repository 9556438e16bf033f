"""What may be wrong with a file that comes back from translators: one rule is one module."""
