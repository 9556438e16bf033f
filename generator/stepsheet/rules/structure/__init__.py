"""Rules about how the parts of a book fit together."""
