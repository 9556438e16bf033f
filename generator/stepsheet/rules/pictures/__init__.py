"""Rules about the pictures a guide shows."""
