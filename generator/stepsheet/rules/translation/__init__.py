"""Rules about how a catalog stands to its source."""
