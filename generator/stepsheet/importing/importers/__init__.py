"""Reading sources into spaces: each module here is one importer, found by itself."""
