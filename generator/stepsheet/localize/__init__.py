"""Apply a translation catalog to a guide, and speak the reader's language around it."""
