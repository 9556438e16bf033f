"""One form of file for translators is one module: how it is written and how it is read."""
