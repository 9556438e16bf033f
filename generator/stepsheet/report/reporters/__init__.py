"""The formats of `--format`."""
