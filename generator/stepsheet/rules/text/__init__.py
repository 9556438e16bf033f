"""Rules about what may stand in a text, source or translation."""
